import { shortHash } from "./claims/identity.ts";
import type { Problem } from "./corpus/problem.ts";
import { type DerivedStory, deriveStory, type StoryInput, sameInput } from "./derive.ts";
import { type LazyIndex, lazyIndex } from "./search/lazy-index.ts";

export type { DerivedStory, StoryFile, StoryInput } from "./derive.ts";

/** One story with all that is derived from its articles. */
export interface Story extends DerivedStory {
	/** Finds the claims that fit some words. */
	readonly index: LazyIndex;
}

/** The whole corpus with all that is derived from it, immutable. */
export interface Snapshot {
	readonly stories: readonly Story[];
	readonly problems: readonly Problem[];
	readonly revision: string;
	/** ISO 8601 time at which the corpus was read. */
	readonly asOf: string;
}

/** All that a snapshot is made of. */
export interface SnapshotInput {
	readonly stories: readonly StoryInput[];
	/** What could not be read at all. */
	readonly problems: readonly Problem[];
	/** ISO 8601 time at which the corpus was read. */
	readonly asOf: string;
}

/** The outlets with an article in the story, each once, in the order of its articles. */
export function outletsOf(story: Pick<Story, "articles">): readonly string[] {
	return [...new Set(story.articles.map(({ article }) => article.outlet))];
}

/** A story that can be asked; its index is still to be built. */
export function openStory(derived: DerivedStory): Story {
	return { ...derived, index: lazyIndex(derived.claims, derived.articles) };
}

/** Whether a story that was served was made of just these files, and may be taken over as it is. */
export function stillHolds(story: Story | null, input: StoryInput): story is Story {
	return story !== null && sameInput(story.input, input);
}

/** Finds the story of an id in a snapshot; null where it has none. */
export function storyFinder(snapshot: Snapshot | null): (id: string) => Story | null {
	const stories = new Map(snapshot?.stories.map(story => [story.id, story]));
	return id => stories.get(id) ?? null;
}

/** The snapshot of stories that were derived from the stories of an input, in its order. */
export function assembleSnapshot(
	{ problems, asOf }: SnapshotInput,
	opened: readonly Story[],
): Snapshot {
	const stories = opened.filter(({ articles }) => articles.length > 0);
	return {
		stories,
		problems: [...problems, ...opened.flatMap(story => story.problems)],
		revision: revisionOf(stories),
		asOf,
	};
}

function revisionOf(stories: readonly Story[]): string {
	return shortHash(stories.map(({ id, revision }) => `${id} ${revision}`).join("\n")).slice(0, 8);
}

/**
 * A snapshot of a corpus as it was read. A file that cannot be read is a problem that names it, and the
 * rest serves. Stories that did not change since `previous` are taken over as they are; a claim keeps
 * its id while its reports are the same thing.
 */
export function buildSnapshot(input: SnapshotInput, previous: Snapshot | null): Snapshot {
	const find = storyFinder(previous);
	const stories = input.stories.map(story => {
		const before = find(story.id);
		return stillHolds(before, story) ? before : openStory(deriveStory(story, before));
	});
	return assembleSnapshot(input, stories);
}

/**
 * What a server sees: the installation's stories and its own. Every story is in both snapshots as one
 * object. An own story with the id of an installation's is left out, and named as a problem.
 */
export function joinSnapshots(installation: Snapshot, own: Snapshot): Snapshot {
	const taken = storyFinder(installation);
	const clashes = own.stories.filter(({ id }) => taken(id) !== null);
	const stories = [...installation.stories, ...own.stories.filter(({ id }) => taken(id) === null)];
	return {
		stories,
		problems: [...installation.problems, ...own.problems, ...clashes.map(problemOfClash)],
		revision: revisionOf(stories),
		asOf: installation.asOf > own.asOf ? installation.asOf : own.asOf,
	};
}

function problemOfClash({ id }: Story): Problem {
	return {
		file: `${id}/story.yaml`,
		reason: "a story of the installation has this name",
		remedy: "give the story another name",
	};
}
