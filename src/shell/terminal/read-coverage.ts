import { joinSnapshots, type Snapshot, type SnapshotInput } from "../../snapshot.ts";
import type { TerminalConfig } from "../config.ts";
import { createCorpusReader } from "../corpus-store.ts";
import {
	INSTALLATION,
	inputOfFailure,
	type LibrarySources,
	readRealm,
} from "../library-sources.ts";
import { openKeeper } from "../open-keeper.ts";
import { type Realm, realmFor } from "../storage/keeper.ts";

/** Whose stories are to be read, and how. */
export interface Coverage {
	readonly build: (input: SnapshotInput) => Snapshot;
	readonly clock: () => Date;
	readonly config: Pick<TerminalConfig, "corpusDirectory" | "keeping" | "moderation">;
	/** A Discord server's id; null for the installation's stories alone. */
	readonly server: string | null;
}

/**
 * What is held: the corpus directory with what was changed laid over it, and a server's own stories.
 * Nothing is written. Where what was changed cannot be read there are no stories, and a problem says why:
 * the directory alone may hold what was removed.
 */
export async function readCoverage({ config, server, build, clock }: Coverage): Promise<Snapshot> {
	const { corpusDirectory, keeping, moderation } = config;
	const keeper = await openKeeper(keeping);
	const sources = { read: createCorpusReader(corpusDirectory), build, clock, keeper };
	const ownOf = async (realm: Realm): Promise<Snapshot> => build(await inputOf(sources, realm));
	try {
		const installation = await ownOf(INSTALLATION);
		const realm = realmFor(server, moderation.keeperServer);
		return realm === INSTALLATION ? installation : joinSnapshots(installation, await ownOf(realm));
	} finally {
		await keeper.close();
	}
}

async function inputOf(sources: LibrarySources, realm: Realm) {
	const read = await readRealm(sources, realm);
	return read.kind === "input" ? read.input : inputOfFailure(sources, realm, read).input;
}
