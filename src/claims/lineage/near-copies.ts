import type { Article } from "../../corpus/article.ts";
import type { ArticleText } from "../../corpus/passage.ts";
import { fold } from "../../text/fold.ts";
import { type Span, shift } from "../../text/span.ts";
import { isReportable } from "../reading.ts";

/**
 * From this share of its runs of five words on, the shorter of two texts is a copy of the other; from
 * the lower one on, a part of it is. Texts on one event that nobody copied share up to 0.12.
 */
const COPY = 0.5;
const PART = 0.15;

const RUN = 5;
// In a text of fewer runs one quotation would make a copy.
const FEWEST_RUNS = 20;

/** Five words in a row, folded, with their span in the article's body. */
interface Run extends Span {
	readonly words: string;
}

function runsIn(body: string, spans: readonly Span[]): readonly Run[] {
	const words = spans.flatMap(span =>
		[...fold(body.slice(span.start, span.end)).matchAll(/[\p{L}\p{N}]+/gu)].map(match =>
			shift({ start: match.index, end: match.index + match[0].length, word: match[0] }, span.start),
		),
	);
	return words.slice(RUN - 1).map((last, index) => ({
		words: words
			.slice(index, index + RUN)
			.map(({ word }) => word)
			.join(" "),
		start: words[index]?.start ?? last.start,
		end: last.end,
	}));
}

const QUOTED = /“[^”]*”|"[^"]*"/gu;

/** The parts of a text outside quotation marks: two outlets may have heard the same words. */
function unquoted(body: string, passage: Span): readonly Span[] {
	const quoted = [...body.slice(passage.start, passage.end).matchAll(QUOTED)];
	const ends = quoted.map(({ index, 0: { length } }) => passage.start + index + length);
	const starts = quoted.map(({ index }) => passage.start + index);
	return [passage.start, ...ends].map((start, part) => ({
		start,
		end: starts[part] ?? passage.end,
	}));
}

/** The runs of five words of an article's own text, none across passages; furniture, cards and quotations are left out. */
function runsOf({ article, sentences }: ArticleText): readonly Run[] {
	const own = sentences.filter(each => isReportable(each) && each.passage.via === null);
	const passages = new Map(own.map(sentence => [sentence.passage, [] as Span[]]));
	for (const sentence of own) passages.get(sentence.passage)?.push(sentence);
	return [...passages].flatMap(([passage, said]) =>
		unquoted(article.body, passage).flatMap(part =>
			runsIn(
				article.body,
				said.flatMap(sentence => common(part, sentence)),
			),
		),
	);
}

/** What two spans have in common; none where they do not meet. */
function common(a: Span, b: Span): readonly Span[] {
	const [start, end] = [Math.max(a.start, b.start), Math.min(a.end, b.end)];
	return start < end ? [{ start, end }] : [];
}

/** How much of two texts is the same. */
interface Overlap {
	readonly kind: "copy" | "part";
	/** How many of the shorter text's different runs of five words stand in the other, from 0 to 1; words in quotation marks aside. */
	readonly share: number;
}

function overlapOf(shared: number, sizes: readonly [number, number]): Overlap | null {
	const size = Math.min(...sizes);
	const share = size === 0 ? 0 : shared / size;
	if (size < FEWEST_RUNS || share < PART) return null;
	return { kind: share >= COPY ? "copy" : "part", share };
}

/** An article that has much of the text of another one, with what they share. */
export interface NearCopy extends Overlap {
	readonly article: Article;
	/** How many words of the new article stand in shared runs of five words. */
	readonly words: number;
	/** The longest passage of the new article that is the same in the other, case and marks aside; a span of its body. */
	readonly longest: Span;
}

function longestStretch(runs: readonly Run[], isShared: (run: Run) => boolean): Span {
	let longest: Span = { start: 0, end: 0 };
	let open: Span | null = null;
	for (const run of runs) {
		// The next run begins within the one before it, or in another passage.
		const follows: boolean = open !== null && run.start < open.end;
		if (!isShared(run)) open = null;
		else open = { start: follows && open !== null ? open.start : run.start, end: run.end };
		if (open !== null && open.end - open.start > longest.end - longest.start) longest = open;
	}
	return longest;
}

function wordsShared(body: string, shared: readonly Run[]): number {
	const starts = new Set(
		shared.flatMap(({ start, end }) =>
			[...body.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => start + index),
		),
	);
	return starts.size;
}

/**
 * The articles among those held that share much of their text with a new one, those that share most
 * first. For a preview before an article is added.
 *
 * @example nearCopies(added, story.articles)
 * // [{ article, kind: "copy", share: 0.83, words: 412, longest: { start: 120, end: 655 } }]
 */
export function nearCopies(
	text: ArticleText,
	articles: readonly ArticleText[],
): readonly NearCopy[] {
	const runs = runsOf(text);
	const own = new Set(runs.map(({ words }) => words));
	return articles
		.flatMap(({ article, ...rest }): readonly NearCopy[] => {
			const others = new Set(runsOf({ article, ...rest }).map(({ words }) => words));
			const shared = [...own].filter(words => others.has(words)).length;
			const overlap = overlapOf(shared, [own.size, others.size]);
			if (overlap === null) return [];
			const isShared = ({ words }: Run) => others.has(words);
			const words = wordsShared(text.article.body, runs.filter(isShared));
			return [{ ...overlap, article, words, longest: longestStretch(runs, isShared) }];
		})
		.toSorted((a, b) => b.share - a.share);
}

/** Two articles of a story that share much of their text, by their ids. */
export interface CopyPair extends Overlap {
	readonly articles: readonly [string, string];
}

/** In how many runs each two articles meet, keyed by their places among all. */
function meetings(all: readonly ReadonlySet<string>[]): ReadonlyMap<number, number> {
	const holders = new Map<string, number[]>();
	const shared = new Map<number, number>();
	for (const [place, runs] of all.entries()) {
		for (const run of runs) {
			const before = holders.get(run);
			if (before === undefined) {
				holders.set(run, [place]);
				continue;
			}
			for (const other of before) {
				const key = other * all.length + place;
				shared.set(key, (shared.get(key) ?? 0) + 1);
			}
			before.push(place);
		}
	}
	return shared;
}

/** Every two articles of a story that share much of their text; the time grows with what they share. */
export function copiesAmong(texts: readonly ArticleText[]): readonly CopyPair[] {
	const runs = texts.map(text => new Set(runsOf(text).map(({ words }) => words)));
	return [...meetings(runs)].flatMap(([key, shared]): readonly CopyPair[] => {
		const [first, second] = [Math.floor(key / texts.length), key % texts.length];
		const [a, b] = [texts[first]?.article.id, texts[second]?.article.id];
		const overlap = overlapOf(shared, [runs[first]?.size ?? 0, runs[second]?.size ?? 0]);
		return a === undefined || b === undefined || overlap === null
			? []
			: [{ ...overlap, articles: [a, b] }];
	});
}

/** How many of the runs of five words of the shorter of two texts stand in the other; 0 where it has fewer than `fewest`. */
function shareOf(first: readonly Run[], second: readonly Run[], fewest: number): number {
	const [a, b] = [first, second].map(runs => new Set(runs.map(({ words }) => words)));
	const size = Math.min(a?.size ?? 0, b?.size ?? 0);
	if (a === undefined || b === undefined || size < fewest) return 0;
	return [...a].filter(words => b.has(words)).length / size;
}

/**
 * How much of two sentences is the same, from 0 to 1: the runs of five words of the shorter that stand in
 * the other, with their quotations or without, whichever is less; 0 where it has fewer than `fewest`.
 */
export function sentencesShare(a: string, b: string, fewest: number): number {
	const whole = (text: string): Span => ({ start: 0, end: text.length });
	const told = (text: string) => unquoted(text, whole(text)).flatMap(part => runsIn(text, [part]));
	const all = (text: string) => runsIn(text, [whole(text)]);
	return Math.min(shareOf(told(a), told(b), fewest), shareOf(all(a), all(b), fewest));
}
