import { buildClaims } from "./claims/build.ts";
import type { Claim } from "./claims/claim.ts";
import { keepIds, shortHash } from "./claims/identity.ts";
import { parseArticle } from "./corpus/article.ts";
import type { ArticleText } from "./corpus/passage.ts";
import type { Problem } from "./corpus/problem.ts";
import { readArticle } from "./corpus/read.ts";
import { parseStory } from "./corpus/story.ts";
import { buildStoryIndex, type StoryIndex } from "./search/story-index.ts";

/** One story with all that is derived from its articles. */
export interface Story {
	/** The folder's name. */
	readonly id: string;
	readonly title: string;
	/** Other names that members may call it by. */
	readonly aliases: readonly string[];
	readonly articles: readonly ArticleText[];
	readonly claims: readonly Claim[];
	/** Finds the claims that fit some words. */
	readonly index: StoryIndex;
	/** A short hash of the articles' texts. */
	readonly revision: string;
}

/** The whole corpus with all that is derived from it, immutable. */
export interface Snapshot {
	readonly stories: readonly Story[];
	readonly problems: readonly Problem[];
	readonly revision: string;
	/** ISO 8601 time at which the corpus was read. */
	readonly asOf: string;
}

/** A story's folder as it was read, nothing of it parsed: see the corpus store. */
export interface StoryInput {
	readonly id: string;
	readonly storyText: string | null;
	readonly files: readonly { readonly file: string; readonly text: string }[];
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

interface Built {
	/** null for a folder without a readable article. */
	readonly story: Story | null;
	readonly problems: readonly Problem[];
}

function revisionOf({ storyText, files }: StoryInput): string {
	return shortHash(JSON.stringify([storyText, files])).slice(0, 8);
}

function namesOf(input: StoryInput) {
	const named = parseStory(input.id, input.storyText);
	if (named.kind === "story") return { names: named.story, problems: [] };
	const unnamed = parseStory(input.id, null);
	const names =
		unnamed.kind === "story" ? unnamed.story : { id: input.id, title: input.id, aliases: [] };
	return { names, problems: [named.problem] };
}

function buildStory(input: StoryInput, previous: Story | undefined): Built {
	const parsed = input.files.map(({ file, text }) =>
		parseArticle({ story: input.id, file: `${input.id}/${file}`, text }),
	);
	const { names, problems } = namesOf(input);
	const unreadable = parsed.flatMap(each => (each.kind === "problem" ? [each.problem] : []));
	const articles = parsed.flatMap(each =>
		each.kind === "article" ? [readArticle(each.article)] : [],
	);
	const all = [...problems, ...unreadable];
	if (articles.length === 0) return { story: null, problems: all };
	const claims = keepIds(previous?.claims ?? [], buildClaims(articles));
	const index = buildStoryIndex(claims, articles);
	const revision = revisionOf(input);
	return { story: { ...names, articles, claims, index, revision }, problems: all };
}

/** What was wrong with the files of a story that were read; those that could not be come with the input. */
function problemsIn({ id, storyText, files }: StoryInput, previous: Snapshot | null) {
	const read = new Set(files.map(({ file }) => `${id}/${file}`));
	if (storyText !== null) read.add(`${id}/story.yaml`);
	return previous?.problems.filter(({ file }) => read.has(file)) ?? [];
}

function takeOver(input: StoryInput, previous: Snapshot | null): Built {
	const before = previous?.stories.find(({ id }) => id === input.id);
	const isSame = before !== undefined && before.revision === revisionOf(input);
	return isSame
		? { story: before, problems: problemsIn(input, previous) }
		: buildStory(input, before);
}

/**
 * A snapshot of a corpus as it was read. A file that cannot be read is a problem that names it, and the
 * rest serves. Stories that did not change since `previous` are taken over as they are; a claim keeps
 * its id while its reports are the same thing. A step is done with each story, so that who builds it
 * beside other work can pause there; the step gives the story's id.
 */
export function* snapshotSteps(
	input: SnapshotInput,
	previous: Snapshot | null,
): Generator<string, Snapshot> {
	const built: Built[] = [];
	for (const story of input.stories) {
		built.push(takeOver(story, previous));
		yield story.id;
	}
	const stories = built.map(({ story }) => story).filter(story => story !== null);
	const revisions = stories.map(({ id, revision }) => `${id} ${revision}`).join("\n");
	return {
		stories,
		problems: [...input.problems, ...built.flatMap(({ problems }) => problems)],
		revision: shortHash(revisions).slice(0, 8),
		asOf: input.asOf,
	};
}

/** The same at once. */
export function buildSnapshot(input: SnapshotInput, previous: Snapshot | null): Snapshot {
	const steps = snapshotSteps(input, previous);
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	return step.value;
}
