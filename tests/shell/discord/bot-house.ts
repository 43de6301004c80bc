import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FETCH_LIMITS, SYSTEM } from "../../../src/ingest/fetch/fetcher.ts";
import type { CorpusFiles } from "../../../src/shell/corpus-store.ts";
import { attachmentReader } from "../../../src/shell/discord/attachments.ts";
import { createLibrary, type Library } from "../../../src/shell/library.ts";
import { createLog, type Log } from "../../../src/shell/log.ts";
import type { ServedChange } from "../../../src/shell/moderation/job.ts";
import { type OpenModeration, openModeration } from "../../../src/shell/moderation/open.ts";
import { openFileKeeper } from "../../../src/shell/storage/file-keeper.ts";
import type { Keeper } from "../../../src/shell/storage/keeper.ts";
import { buildSnapshot } from "../../../src/snapshot.ts";

/** What a bot works with, apart from Discord. */
export interface House {
	readonly library: Library;
	readonly keeper: Keeper;
	readonly moderation: OpenModeration;
	readonly log: Log;
	/** All that was logged. */
	readonly lines: readonly string[];
	readonly clock: () => Date;
	/** Lays other files where the corpus is read from. */
	readonly lay: (files: CorpusFiles) => void;
	/** Has somebody hear of changes that are served. */
	readonly hear: (listener: (change: ServedChange) => void) => void;
	readonly close: () => Promise<void>;
}

interface Told {
	readonly allowedHosts: readonly string[];
	readonly keeperServer: string | null;
	/** Where attachments are read from. */
	readonly api: string;
}

/** Opens a house over these files, with an empty folder for what is kept. */
export async function openHouse(files: CorpusFiles, told: Told): Promise<House> {
	let laid = files;
	let listener = (_change: ServedChange): void => undefined;
	const lines: string[] = [];
	const log = createLog("trace", { write: line => void lines.push(line) });
	const clock = () => new Date();
	const data = mkdtempSync(join(tmpdir(), "presscheck-stage-"));
	const keeper = await openFileKeeper(data);
	const library = await createLibrary({
		read: async () => laid,
		build: buildSnapshot,
		clock,
		keeper,
	});
	const { allowedHosts, keeperServer } = told;
	const limits = { ...FETCH_LIMITS, delay: 0 };
	const moderation = await openModeration({
		library,
		keeper,
		fetching: { ...SYSTEM, allowedHosts, contact: null, version: "0", limits },
		readFile: attachmentReader(told.api),
		changed: async change => listener(change),
		keeperServer,
		historyDays: 365,
		purgeDays: 30,
		log,
		clock,
	});
	return {
		library,
		keeper,
		moderation,
		log,
		lines,
		clock,
		lay: other => {
			laid = other;
		},
		hear: heard => {
			listener = heard;
		},
		close: async () => {
			await moderation.close();
			await keeper.close();
			rmSync(data, { recursive: true, force: true });
		},
	};
}
