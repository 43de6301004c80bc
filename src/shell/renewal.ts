import type { Problem } from "../corpus/problem.ts";
import type { RefreshFailure, RefreshReport } from "../refresh-outcome.ts";
import {
	type Snapshot,
	type SnapshotInput,
	type Story,
	type StoryFile,
	storyFinder,
} from "../snapshot.ts";
import { compareSnapshots, type SnapshotDiff } from "../snapshot-diff.ts";
import { type LibrarySources, type RealmInput, readRealm } from "./library-sources.ts";
import type { Realm } from "./storage/keeper.ts";

/** Where a refresh is. */
export type RefreshStage = "reading" | "building" | "comparing";

/** Told where a refresh is. */
export type RefreshProgress = (stage: RefreshStage) => void;

/** What a story would become. */
export interface Preview {
	/** The story as it is served; null for a new one. */
	readonly before: Story | null;
	/** null where nothing of it can be read. */
	readonly after: Story | null;
	readonly diff: SnapshotDiff;
	/** What is wrong with the files that it would be made of. */
	readonly problems: readonly Problem[];
}

/** How far what is served was read: by the number of the last commit that is in it. */
export interface Reach {
	/** Of the realm as a whole. */
	readonly whole: number;
	/** Of the stories that were read by themselves since. */
	readonly stories: ReadonlyMap<string, number>;
}

/** How far one story was read. */
export function reachOf({ whole, stories }: Reach, story: string): number {
	return stories.get(story) ?? whole;
}

/** What is served of a realm's own stories, with the files that it was made of. */
export interface Holding extends Omit<RealmInput, "number"> {
	readonly own: Snapshot;
	readonly reach: Reach;
}

/** What is to be read again. */
export interface Renewing {
	readonly realm: Realm;
	/** Ids; null for all. */
	readonly stories: readonly string[] | null;
	readonly progress: RefreshProgress;
	/** Whether it is right that no story is left. */
	readonly mayEmpty: boolean;
}

/** What a realm is to be served from now on, and what that changes. */
export interface Renewed {
	readonly kind: "renewed";
	readonly holding: Holding;
	readonly report: Omit<RefreshReport, "before" | "after">;
}

/** Reads a realm or some of its stories again, and builds aside what they are now. Never throws. */
export async function renew(
	sources: LibrarySources,
	before: Holding,
	renewing: Renewing,
): Promise<Renewed | RefreshFailure> {
	try {
		const holding = await makeAnew(sources, before, renewing);
		if ("kind" in holding) return holding;
		renewing.progress("comparing");
		const report = reportOf(before.own, holding.own, renewing.stories);
		return { kind: "renewed", holding, report };
	} catch (error) {
		return { ...FAILED, error };
	}
}

async function makeAnew(
	sources: LibrarySources,
	holding: Holding,
	{ realm, stories, progress, mayEmpty }: Renewing,
): Promise<Holding | RefreshFailure> {
	progress("reading");
	const read = await readRealm(sources, realm);
	if (read.kind === "failed") return read;
	// A disk that is not there for now must not take away what is served.
	if (holding.hasDirectory && !read.hasDirectory) return unreadable(read.input);
	const missing = mayEmpty
		? undefined
		: stories?.find(id => !has(read.input, id) && !has(holding.input, id));
	if (missing !== undefined) return noSuchStory(missing);
	progress("building");
	const input = stories === null ? read.input : exchange(holding.input, read.input, stories);
	const own = await sources.build(input, holding.own, realm);
	const isLost = !mayEmpty && own.stories.length === 0 && holding.own.stories.length > 0;
	if (isLost) return unreadable(own);
	const reach = furtherReach(holding.reach, read.number, stories);
	return { input, hasDirectory: read.hasDirectory, own, reach };
}

function furtherReach(
	{ whole, stories: known }: Reach,
	number: number,
	stories: readonly string[] | null,
): Reach {
	if (stories === null) return { whole: number, stories: new Map() };
	return { whole, stories: new Map([...known, ...stories.map(id => [id, number] as const)]) };
}

/** Which files are to be put into which story. */
export interface WantedPreview {
	readonly story: string;
	/** The text of `story.yaml` where the story has no article yet, and so is not served; else null. */
	readonly storyText: string | null;
	readonly files: readonly StoryFile[];
}

interface Previewing extends WantedPreview {
	readonly realm: Realm;
	readonly holding: Holding;
}

/** What a story would be with some files; nothing is served. */
export async function previewStory(
	{ build, clock }: LibrarySources,
	{ realm, holding, story, storyText: begun, files }: Previewing,
): Promise<Preview> {
	const held = holding.input.stories.find(({ id }) => id === story);
	const { id, storyText, files: old } = held ?? { id: story, storyText: begun, files: [] };
	const others = old.filter(({ file }) => !files.some(added => added.file === file));
	const all = [...others, ...files].toSorted((a, b) => (a.file < b.file ? -1 : 1));
	const input = {
		stories: [{ id, storyText, files: all }],
		problems: [],
		asOf: clock().toISOString(),
	};
	const built = await build(input, holding.own, realm);
	const before = storyFinder(holding.own)(story);
	const now = { ...holding.own, stories: before === null ? [] : [before] };
	return {
		before,
		after: storyFinder(built)(story),
		diff: compareSnapshots(now, built),
		problems: built.problems,
	};
}

/** The old files with the fresh ones of some stories; a story goes when there are none of it any more. */
function exchange(
	old: SnapshotInput,
	fresh: SnapshotInput,
	stories: readonly string[],
): SnapshotInput {
	const others = old.stories.filter(({ id }) => !stories.includes(id));
	const exchanged = [...others, ...fresh.stories.filter(({ id }) => stories.includes(id))];
	return { ...fresh, stories: exchanged.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

function has(input: SnapshotInput, story: string): boolean {
	return input.stories.some(({ id }) => id === story);
}

/** The id of the story that is called so, by its id, title or alias; the name itself where none is. */
export function storyNamed(snapshot: Snapshot, name: string): string {
	const wanted = name.toLowerCase();
	const named = snapshot.stories.find(({ id, title, aliases }) =>
		[id, title, ...aliases].some(known => known.toLowerCase() === wanted),
	);
	return named?.id ?? name;
}

function reportOf(
	before: Snapshot,
	after: Snapshot,
	stories: readonly string[] | null,
): Renewed["report"] {
	return {
		kind: "refreshed",
		story: stories?.length === 1 ? (stories[0] ?? null) : null,
		diff: compareSnapshots(before, after),
		problems: after.problems,
	};
}

/** Why a second refresh is not begun. */
export const BUSY: RefreshFailure = {
	kind: "busy",
	reason: "The corpus is being read already",
	remedy: "wait for that to end, then try again",
	error: null,
};

const FAILED: Omit<RefreshFailure, "error"> = {
	kind: "failed",
	reason: "Reading the corpus failed",
	remedy: "what was read before serves on; the log says why",
};

function noSuchStory(story: string): RefreshFailure {
	return {
		kind: "no such story",
		reason: `There is no story "${story}" in the corpus`,
		remedy: "use /stories to see which there are",
		error: null,
	};
}

function unreadable({ problems: [problem] }: Pick<Snapshot, "problems">): RefreshFailure {
	const where = problem === undefined ? "" : ` (${problem.file}: ${problem.reason})`;
	return {
		kind: "nothing readable",
		reason: `No article can be read any more${where}`,
		remedy: problem?.remedy ?? "put the articles back",
		error: null,
	};
}
