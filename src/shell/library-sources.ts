import type { Snapshot, SnapshotInput } from "../snapshot.ts";
import type { CorpusFiles } from "./corpus-store.ts";
import { layOver, NO_FILES } from "./overlay.ts";
import type { Keeper, KeeperFailure, Realm } from "./storage/keeper.ts";

/** Makes the snapshot of a realm's stories; `previous` is there for what of it still holds. */
export type Build = (
	input: SnapshotInput,
	previous: Snapshot | null,
	realm: Realm,
) => Snapshot | Promise<Snapshot>;

/** What the library is handed: the disk, the pure core, and the time. */
export interface LibrarySources {
	/** Reads the corpus directory. */
	readonly read: () => Promise<CorpusFiles>;
	readonly build: Build;
	readonly clock: () => Date;
	/** What was changed from Discord or the terminal; left out, there is the corpus directory alone. */
	readonly keeper?: Pick<Keeper, "realms" | "read">;
	/** Told of every snapshot of a realm's own stories as soon as it is served. */
	readonly served?: (realm: Realm, own: Snapshot) => void;
}

/** The realm whose stories every server sees. */
export const INSTALLATION: Realm = "installation";

/** The realms that the keeper knows and some more, the installation first. */
export async function realmsOf(
	{ keeper }: LibrarySources,
	held: readonly Realm[],
): Promise<readonly Realm[]> {
	const kept = await keeper?.realms();
	const known = kept?.kind === "read" ? kept.realms : [];
	return [...new Set([INSTALLATION, ...known, ...held])];
}

/** What a realm's own stories are made of. */
export interface RealmInput {
	readonly input: SnapshotInput;
	/** The number of the last commit that is in it; 0 where there is none. */
	readonly number: number;
	/** Whether the directory has a story; always false for a server, which has no directory. */
	readonly hasDirectory: boolean;
}

/** What a realm is made of, or why it cannot be read. */
export type RealmRead = ({ readonly kind: "input" } & RealmInput) | KeeperFailure;

/** Reads what a realm's own stories are made of. */
export async function readRealm(
	{ read, keeper, clock }: LibrarySources,
	realm: Realm,
): Promise<RealmRead> {
	const asOf = clock().toISOString();
	const files = realm === INSTALLATION ? await read() : NO_FILES;
	const kept = await keeper?.read(realm, null);
	if (kept?.kind === "failed") return kept;
	const input = { ...(kept ? layOver(files, kept) : files), asOf };
	const { number = 0 } = kept ?? {};
	return { kind: "input", input, number, hasDirectory: files.stories.length > 0 };
}

/** What stands in the place of a realm that cannot be read. */
export function inputOfFailure(
	{ clock }: LibrarySources,
	realm: Realm,
	{ reason, remedy }: KeeperFailure,
): RealmInput {
	const problems = [{ file: realm, reason, remedy }];
	const input = { stories: [], problems, asOf: clock().toISOString() };
	return { input, number: 0, hasDirectory: false };
}
