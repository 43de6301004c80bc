import { diffArrays } from "diff";
import { fold } from "../text/fold.ts";
import type { Span } from "../text/span.ts";
import { type Excerpt, makeExcerpt } from "./excerpt.ts";
import { partFrontMatter, readFields } from "./front-matter.ts";
import type { ArticleText, Sentence } from "./passage.ts";

/** A text that an article had before, and until when. */
export interface EarlierText {
	readonly text: ArticleText;
	/** ISO 8601 date or time at which it was found changed; null where it is not known. */
	readonly until: string | null;
}

/** Words of a sentence that were exchanged: `$100,000` for `$90,000`; one side may be empty. */
export interface WordEdit {
	readonly before: string;
	readonly after: string;
}

/** A sentence that an article printed otherwise before. */
export interface Edit {
	/** The article's id. */
	readonly article: string;
	/** ISO 8601 date or time since which it reads as it does; null where it is not known. */
	readonly since: string | null;
	/** The sentence as it was printed; null for one that is new. */
	readonly before: string | null;
	/** The sentence as it stands; null for one that is gone. */
	readonly after: Excerpt | null;
	/** What was exchanged, numbers first; empty where the whole sentence came or went. */
	readonly words: readonly WordEdit[];
}

/** Until when an earlier text of an article stood, by the `until` of its front matter. */
export function untilOf(text: string): string | null {
	const parts = partFrontMatter(text);
	const read = parts.kind === "parts" ? readFields(parts.matter) : parts;
	const until = read.kind === "fields" ? read.fields["until"] : null;
	return typeof until === "string" && !Number.isNaN(Date.parse(until)) ? until : null;
}

/**
 * How an article differs from what it printed before, sentence by sentence: first what exchanged a
 * number, then the rest in the order of the text, what is gone last. `earlier` begins with the oldest
 * text; a change that several of them show counts from the last.
 */
export function editsOf(present: ArticleText, earlier: readonly EarlierText[]): readonly Edit[] {
	const edits = new Map<string, Edit>();
	for (const { text, until } of earlier) {
		for (const edit of compareTexts(text, present)) {
			edits.set(keyOf(edit), { ...edit, since: until });
		}
	}
	return [...edits.values()].toSorted((a, b) => rankOf(a) - rankOf(b) || placeOf(a) - placeOf(b));
}

function keyOf({ before, after }: Edit): string {
	return JSON.stringify([before, after?.text, after?.start]);
}

const rankOf = ({ words }: Edit): number => (words.some(hasNumber) ? 0 : 1);
const placeOf = ({ after }: Edit): number => after?.start ?? Number.POSITIVE_INFINITY;

function hasNumber({ before, after }: WordEdit): boolean {
	return /\p{N}/u.test(before) || /\p{N}/u.test(after);
}

const sameWords = (a: Sentence, b: Sentence): boolean =>
	a.text === b.text || fold(a.text) === fold(b.text);

function compareTexts(before: ArticleText, after: ArticleText): readonly Edit[] {
	const runs = diffArrays([...before.sentences], [...after.sentences], { comparator: sameWords });
	const edits: Edit[] = [];
	let gone: readonly Sentence[] = [];
	for (const { added, removed, value } of runs) {
		if (removed) {
			gone = value;
			continue;
		}
		edits.push(...pairUp(gone, added ? value : [], after));
		gone = [];
	}
	return [...edits, ...pairUp(gone, [], after)];
}

// A sentence that shares less than this with another says something else.
const LEAST_SHARED = 0.4;

/** The sentences that went with those that came in their place: each with the likest, in turn. */
function pairUp(
	gone: readonly Sentence[],
	come: readonly Sentence[],
	{ article }: ArticleText,
): readonly Edit[] {
	const left = new Set(gone);
	const edits = come.map(sentence => {
		const before = likest(sentence, left);
		if (before !== null) left.delete(before);
		return {
			article: article.id,
			since: null,
			before: before?.text ?? null,
			after: makeExcerpt(article, sentence),
			words: before === null ? [] : exchanged(before.text, sentence.text),
		};
	});
	const lost = [...left].map(({ text }) => {
		return { article: article.id, since: null, before: text, after: null, words: [] };
	});
	return [...edits, ...lost];
}

function likest(sentence: Sentence, others: ReadonlySet<Sentence>): Sentence | null {
	const ranked = [...others]
		.map(other => ({ other, shared: sharedWords(sentence.text, other.text) }))
		.toSorted((a, b) => b.shared - a.shared);
	const [best] = ranked;
	return best !== undefined && best.shared >= LEAST_SHARED ? best.other : null;
}

/** The share of two texts' words that both have, from 0 to 1 (Dice 1945). */
function sharedWords(a: string, b: string): number {
	const [first, second] = [tokensOf(a), tokensOf(b)];
	const left = new Set(second);
	const shared = first.filter(token => left.has(token)).length;
	return (2 * shared) / (first.length + second.length);
}

/** Words with the marks that they hold inside; a stop or comma behind one is a token of its own. */
const TOKEN = /[^\s.,;:!?]+(?:[.,:][^\s.,;:!?]+)*|[.,;:!?]+/gu;

function tokensOf(text: string): string[] {
	return text.match(TOKEN) ?? [];
}

/** A token at its place in its sentence. */
interface Token extends Span {
	readonly text: string;
}

function placedTokens(text: string): Token[] {
	return [...text.matchAll(TOKEN)].map(({ 0: token, index }) => {
		return { text: token, start: index, end: index + token.length };
	});
}

const isSameToken = (a: Token, b: Token): boolean => a.text === b.text;

function exchanged(before: string, after: string): readonly WordEdit[] {
	const edits: WordEdit[] = [];
	let gone = "";
	const runs = diffArrays(placedTokens(before), placedTokens(after), { comparator: isSameToken });
	for (const { added, removed, value } of runs) {
		// As the sentence has them, which between some tokens has no blank.
		const words = (removed ? before : after).slice(value[0]?.start, value.at(-1)?.end);
		if (removed) {
			gone = words;
			continue;
		}
		if (gone !== "" || added) edits.push({ before: gone, after: added ? words : "" });
		gone = "";
	}
	if (gone !== "") edits.push({ before: gone, after: "" });
	return edits.toSorted((a, b) => Number(hasNumber(b)) - Number(hasNumber(a)));
}
