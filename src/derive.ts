import { findClaims } from "./claims/build.ts";
import { addChecks } from "./claims/checks/checks.ts";
import type { Claim } from "./claims/claim.ts";
import { applyCorrections, type Corrected } from "./claims/corrected.ts";
import { type Correction, parseCorrections } from "./claims/corrections.ts";
import { keepIds, shortHash } from "./claims/identity.ts";
import { parseArticle } from "./corpus/article.ts";
import { type EarlierText, type Edit, editsOf, untilOf } from "./corpus/edits.ts";
import type { ArticleText } from "./corpus/passage.ts";
import type { Problem } from "./corpus/problem.ts";
import { readArticle } from "./corpus/read.ts";
import { parseStory, type StoryNames } from "./corpus/story.ts";

/** A file of a story: its path within the story's folder, and its text. */
export interface StoryFile {
	/** `a47.md` is an article, `revisions/a47@2.md` an earlier text of it, or `corrections.yaml`. */
	readonly file: string;
	readonly text: string;
}

/** A story's folder as it was read, nothing of it parsed: see the corpus store. */
export interface StoryInput {
	readonly id: string;
	/** The text of `story.yaml`; null without one. */
	readonly storyText: string | null;
	readonly files: readonly StoryFile[];
}

/** What moderators put right in a story. */
export interface StoryCorrections extends Omit<Corrected, "claims"> {
	/** All of them, in the order in which they were made. */
	readonly list: readonly Correction[];
}

/**
 * All that is derived from a story's files. It is plain data, so that it can be sent from a thread to
 * another and kept on disk; objects that stand in it twice must stay one when it is copied.
 */
export interface DerivedStory extends StoryNames {
	readonly input: StoryInput;
	/** Empty for a folder without a readable article, which is no story. */
	readonly articles: readonly ArticleText[];
	/** As they are shown: corrected and checked. */
	readonly claims: readonly Claim[];
	/** As they were found, with their ids, before they were corrected. */
	readonly found: readonly Claim[];
	readonly corrections: StoryCorrections;
	/** Where articles differ from what they printed before. */
	readonly edits: readonly Edit[];
	/** What was wrong with the files. */
	readonly problems: readonly Problem[];
	/** A short hash of the files. */
	readonly revision: string;
}

const CORRECTIONS_FILE = "corrections.yaml";
const EARLIER = /^revisions\/(?<article>[^/]+)@(?<number>\d+)\.md$/u;

/** Whether a story is made of a file with this path within its folder. */
export function isStoryFile(file: string): boolean {
	return /^[^/]+\.md$/u.test(file) || EARLIER.test(file) || file === CORRECTIONS_FILE;
}

/** Whether two inputs are the same, character by character. */
export function sameInput(a: StoryInput, b: StoryInput): boolean {
	return (
		a === b ||
		(a.id === b.id &&
			a.storyText === b.storyText &&
			a.files.length === b.files.length &&
			a.files.every(({ file, text }, at) => {
				const other = b.files[at];
				return other !== undefined && other.file === file && other.text === text;
			}))
	);
}

/**
 * Derives a story from its files. Articles whose files did not change since `previous` are taken over
 * as they were read, and a claim keeps its id while its reports are the same thing. A file that cannot
 * be read is a problem that names it, and the rest serves.
 */
export function deriveStory(input: StoryInput, previous: DerivedStory | null): DerivedStory {
	const { names, problems: unnamed } = namesOf(input);
	const read = readArticles(input, previous);
	const { corrections, problems: uncorrected } = correctionsOf(input);
	const articles = read.flatMap(each => (each.kind === "text" ? [each.text] : []));
	const unreadable = read.flatMap(each => (each.kind === "problem" ? [each.problem] : []));
	const claims = claimsOf(articles, corrections, previous?.found ?? []);
	return {
		...names,
		...claims,
		input,
		articles,
		edits: articles.flatMap(text => editsOf(text, earlierTexts(input, text))),
		problems: [...unnamed, ...unreadable, ...uncorrected],
		revision: shortHash(JSON.stringify([input.storyText, input.files])).slice(0, 8),
	};
}

function namesOf({ id, storyText }: StoryInput) {
	const named = parseStory(id, storyText);
	if (named.kind === "story") return { names: named.story, problems: [] };
	const unnamed = parseStory(id, null);
	const names = unnamed.kind === "story" ? unnamed.story : { id, title: id, aliases: [] };
	return { names, problems: [named.problem] };
}

type ReadArticle =
	| { readonly kind: "text"; readonly text: ArticleText }
	| { readonly kind: "problem"; readonly problem: Problem };

function readFile(story: string, { file, text }: StoryFile): ReadArticle {
	const parsed = parseArticle({ story, file: `${story}/${file}`, text });
	return parsed.kind === "problem" ? parsed : { kind: "text", text: readArticle(parsed.article) };
}

/** Every article of the input; those that `previous` read from the same text are not read again. */
function readArticles(
	{ id, files }: StoryInput,
	previous: DerivedStory | null,
): readonly ReadArticle[] {
	const oldTexts = new Map(previous?.input.files.map(({ file, text }) => [file, text]));
	const oldArticles = new Map(previous?.articles.map(text => [`${text.article.id}.md`, text]));
	return files
		.filter(({ file }) => /^[^/]+\.md$/u.test(file))
		.map(file => {
			const old = oldTexts.get(file.file) === file.text ? oldArticles.get(file.file) : undefined;
			return old === undefined ? readFile(id, file) : { kind: "text", text: old };
		});
}

function earlierTexts({ id, files }: StoryInput, { article }: ArticleText): readonly EarlierText[] {
	return files
		.map(({ file, text }) => ({ file, text, named: EARLIER.exec(file)?.groups }))
		.filter(({ named }) => named?.["article"] === article.id)
		.toSorted((a, b) => Number(a.named?.["number"]) - Number(b.named?.["number"]))
		.flatMap(({ file, text }) => {
			const read = readFile(id, { file, text });
			return read.kind === "text" ? [{ text: read.text, until: untilOf(text) }] : [];
		});
}

function correctionsOf({ id, files }: StoryInput) {
	const kept = files.find(({ file }) => file === CORRECTIONS_FILE);
	const parsed = parseCorrections(kept?.text ?? "");
	if (parsed.kind === "corrections") return { corrections: parsed.corrections, problems: [] };
	return { corrections: [], problems: [{ file: `${id}/${CORRECTIONS_FILE}`, ...parsed.fault }] };
}

function claimsOf(
	articles: readonly ArticleText[],
	list: readonly Correction[],
	previous: readonly Claim[],
): Pick<DerivedStory, "claims" | "found" | "corrections"> {
	const { claims: made, context } = findClaims(articles);
	const found = keepIds(previous, made);
	const { claims, hidden, stale } = applyCorrections(found, list, articles);
	return { claims: addChecks(claims, context), found, corrections: { list, hidden, stale } };
}
