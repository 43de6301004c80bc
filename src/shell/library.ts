import { setImmediate } from "node:timers/promises";
import type { RefreshFailure, RefreshOutcome, RefreshReport } from "../refresh-outcome.ts";
import { type Snapshot, type SnapshotInput, snapshotSteps } from "../snapshot.ts";
import { compareSnapshots } from "../snapshot-diff.ts";
import type { CorpusFiles } from "./corpus-store.ts";

/** What the library is handed: the disk, the pure core, and the time. */
export interface LibrarySources {
	readonly read: () => Promise<CorpusFiles>;
	/** Makes a snapshot; `previous` is there for what of it still holds. */
	readonly build: (input: SnapshotInput, previous: Snapshot | null) => Snapshot | Promise<Snapshot>;
	readonly clock: () => Date;
}

/** Where a refresh is. */
export type RefreshStage = "reading" | "building" | "comparing";

/** Keeps the one snapshot that is served. */
export interface Library {
	/** The snapshot that is served now; taken once for a whole reply. */
	readonly current: () => Snapshot;
	/**
	 * Reads the corpus again, all of it or one story by its id, title or alias, builds a snapshot aside and serves it from then
	 * on. When anything fails the old one stays. One refresh at a time: a second is told so. Never throws.
	 */
	readonly refresh: (
		story: string | null,
		progress?: (stage: RefreshStage) => void,
	) => Promise<RefreshOutcome>;
}

/** What is served, with the files that it was made of. */
interface Holding {
	readonly input: SnapshotInput;
	readonly snapshot: Snapshot;
}

/**
 * A library with the corpus as it is now. A corpus that cannot be read gives a snapshot without
 * stories, whose problems say why; a refresh can mend it. Throws only what `read` and `build` throw.
 */
export async function createLibrary(sources: LibrarySources): Promise<Library> {
	let holding = await hold(sources, await readNow(sources), null);
	let busy = false;
	const refresh: Library["refresh"] = async (name, progress = () => undefined) => {
		if (busy) return BUSY;
		busy = true;
		try {
			const story = name === null ? null : storyNamed(holding.snapshot, name);
			const renewed = await renew(sources, holding, { story, progress });
			if ("kind" in renewed) return renewed;
			progress("comparing");
			const report = reportOf(holding.snapshot, renewed.snapshot, story);
			holding = renewed;
			return report;
		} catch (error) {
			return { ...FAILED, error };
		} finally {
			busy = false;
		}
	};
	return { current: () => holding.snapshot, refresh };
}

interface RefreshCall {
	readonly story: string | null;
	readonly progress: (stage: RefreshStage) => void;
}

async function renew(
	sources: LibrarySources,
	holding: Holding,
	{ story, progress }: RefreshCall,
): Promise<Holding | RefreshFailure> {
	progress("reading");
	const fresh = await readNow(sources);
	if (story !== null && ![fresh, holding.input].some(input => has(input, story))) {
		return noSuchStory(story);
	}
	progress("building");
	const input = story === null ? fresh : exchange(holding.input, fresh, story);
	const renewed = await hold(sources, input, holding.snapshot);
	const lost = renewed.snapshot.stories.length === 0 && holding.snapshot.stories.length > 0;
	return lost ? unreadable(renewed.snapshot) : renewed;
}

async function readNow({ read, clock }: LibrarySources): Promise<SnapshotInput> {
	const asOf = clock().toISOString();
	return { ...(await read()), asOf };
}

async function hold(
	{ build }: LibrarySources,
	input: SnapshotInput,
	previous: Snapshot | null,
): Promise<Holding> {
	return { input, snapshot: await build(input, previous) };
}

/** Builds a snapshot with a pause behind each story, in which what waits is answered. */
export async function buildWithPauses(
	input: SnapshotInput,
	previous: Snapshot | null,
): Promise<Snapshot> {
	const steps = snapshotSteps(input, previous);
	let step = steps.next();
	while (step.done !== true) {
		await setImmediate();
		step = steps.next();
	}
	return step.value;
}

/** The old files with one story's fresh ones; the story goes when there are none of it any more. */
function exchange(old: SnapshotInput, fresh: SnapshotInput, story: string): SnapshotInput {
	const others = old.stories.filter(({ id }) => id !== story);
	const stories = [...others, ...fresh.stories.filter(({ id }) => id === story)];
	return { ...fresh, stories: stories.toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

function has(input: SnapshotInput, story: string): boolean {
	return input.stories.some(({ id }) => id === story);
}

/** The id of the story that is called so, by its id, title or alias; the name itself where none is. */
function storyNamed(snapshot: Snapshot, name: string): string {
	const wanted = name.toLowerCase();
	const named = snapshot.stories.find(({ id, title, aliases }) =>
		[id, title, ...aliases].some(known => known.toLowerCase() === wanted),
	);
	return named?.id ?? name;
}

function reportOf(before: Snapshot, after: Snapshot, story: string | null): RefreshReport {
	return {
		kind: "refreshed",
		story,
		diff: compareSnapshots(before, after),
		problems: after.problems,
		before: before.revision,
		after: after.revision,
	};
}

const BUSY: RefreshFailure = {
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

function unreadable({ problems: [problem] }: Snapshot): RefreshFailure {
	const where = problem === undefined ? "" : ` (${problem.file}: ${problem.reason})`;
	return {
		kind: "nothing readable",
		reason: `No article can be read any more${where}`,
		remedy: problem?.remedy ?? "put the articles back",
		error: null,
	};
}
