import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Change, Notice } from "../../../commands/command.ts";
import { refused } from "../../../src/ingest/fetch/fetched.ts";
import { FETCH_LIMITS, SYSTEM } from "../../../src/ingest/fetch/fetcher.ts";
import type { Feed, PastChange } from "../../../src/records/records.ts";
import { createLibrary, type Library } from "../../../src/shell/library.ts";
import { createLog } from "../../../src/shell/log.ts";
import { type OpenModeration, openModeration } from "../../../src/shell/moderation/open.ts";
import { openFileKeeper } from "../../../src/shell/storage/file-keeper.ts";
import type { Keeper } from "../../../src/shell/storage/keeper.ts";
import { buildSnapshot } from "../../../src/snapshot.ts";

/** Moderation of one story, whose clock is set by hand. */
export interface FeedHouse {
	readonly library: Library;
	readonly keeper: Keeper;
	readonly moderation: OpenModeration;
	/** All that was logged, a JSON line each. */
	readonly lines: readonly string[];
	/** Lets so many minutes pass. */
	readonly pass: (minutes: number) => void;
	readonly carryOut: (change: Change, server?: string) => Promise<Notice>;
	/** The feeds of the installation, as they are now. */
	readonly feeds: () => readonly Feed[];
	/** Newest first. */
	readonly history: () => readonly PastChange[];
	/** The outlets with an article, in the order of their files. */
	readonly outlets: () => readonly string[];
	readonly close: () => Promise<void>;
}

/** The one story: an article whose address is known. */
const MILL = {
	id: "mill",
	storyText: "title: The mill\n",
	files: [
		{
			file: "first.md",
			text: '---\noutlet: "First Paper"\nurl: "http://paper.example/held"\nlanguage: "en"\n---\nThe mill employs 40 people.\n',
		},
	],
};

/** Opens moderation on an empty folder, over what a keeper becomes in the hands of `through`. */
export async function openFeedHouse(
	allowedHosts: readonly string[],
	through: (keeper: Keeper) => Keeper = keeper => keeper,
): Promise<FeedHouse> {
	const data = mkdtempSync(join(tmpdir(), "presscheck-feeds-"));
	const lines: string[] = [];
	const log = createLog("trace", { write: line => void lines.push(line) });
	let now = Date.parse("2031-05-04T12:00:00Z");
	const clock = (): Date => new Date(now);
	const keeper = through(await openFileKeeper(join(data, "kept")));
	const library = await createLibrary({
		read: async () => ({ stories: [MILL], problems: [] }),
		build: buildSnapshot,
		clock,
		keeper,
	});
	const moderation = await openModeration({
		library,
		keeper,
		fetching: {
			...SYSTEM,
			allowedHosts,
			contact: null,
			version: "0",
			limits: { ...FETCH_LIMITS, delay: 0 },
		},
		readFile: async () => refused("no file", "none"),
		changed: async () => undefined,
		keeperServer: null,
		historyDays: 30,
		purgeDays: 30,
		log,
		clock,
	});
	return {
		library,
		keeper,
		moderation,
		lines,
		pass: minutes => {
			now += minutes * 60_000;
		},
		carryOut: (change, server) =>
			moderation.carryOut(
				change,
				{ by: "1", server: server ?? null, channel: null },
				() => undefined,
			),
		feeds: () => moderation.records(null).feeds,
		history: () => moderation.records(null).history,
		outlets: () =>
			library.current().stories.flatMap(({ articles }) => articles.map(one => one.article.outlet)),
		close: async () => {
			await moderation.close();
			await keeper.close();
			rmSync(data, { recursive: true, force: true });
		},
	};
}
