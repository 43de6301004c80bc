import { type Context, type ContextTerm, contextOf, type Weigh } from "../claims/context.ts";
import { type Alike, buildContextTable } from "../claims/context-table.ts";
import { isReportable } from "../claims/reading.ts";
import type { ArticleText, Passage, Sentence } from "../corpus/passage.ts";
import { slice } from "../text/span.ts";
import { buildPassageIndex } from "./passage-index.ts";

/** A sentence that speaks of some words, and how much of them it covers, from 0 to 1. */
export interface SentenceMatch {
	readonly source: ArticleText;
	readonly sentence: Sentence;
	readonly covered: number;
}

/** How the words of a story are read for matching. */
export interface Matching {
	/** Puts a text in the forms that words are compared in. */
	readonly put: (text: string) => string;
	readonly weigh: Weigh;
	/** How well a word of the story stands for one that is asked with. */
	readonly alike: Alike;
}

/** Whether a sentence can answer a question, its words aside. */
export type CanAnswer = (sentence: Sentence) => boolean;

// Passages that rank lower than this hold a stray word of the question at most.
const SHORTLIST = 60;

/** A question of the page's own answers nothing. */
function isAnswer(sentence: Sentence): boolean {
	return isReportable(sentence) && sentence.passage.kind !== "question";
}

interface Said {
	readonly source: ArticleText;
	readonly sentence: Sentence;
}

/** The passages of a story, found by their words; the answer says whether a passage is among the best. */
function shortlistOf(texts: readonly ArticleText[], put: Matching["put"]) {
	const passages = texts.flatMap(({ article, passages: own }) =>
		own
			.filter(({ furniture }) => furniture === null)
			.map(passage => ({ passage, article: article.id, text: put(slice(article.body, passage)) })),
	);
	const index = buildPassageIndex(
		passages.map(({ article, text }, id) => ({ id: String(id), title: "", text, article })),
	);
	return (words: string): ReadonlySet<Passage> => {
		const hits = index
			.search(words, SHORTLIST)
			.map(({ document }) => passages[Number(document)]?.passage);
		return new Set(hits.filter(passage => passage !== undefined));
	};
}

// What stands for a word less than this tells little of it.
const KIN = 0.75;
// Words asked about; more than a day of questions has.
const MAX_KEPT = 2000;

/** The words by which a word that is asked with may be found: itself, and those of the story that stand for it. */
function kinFinder(
	contexts: readonly Context[],
	alike: Alike,
): (asked: ContextTerm) => readonly string[] {
	const words = new Map(contexts.flat().map(term => [term.word, term]));
	const known = new Map<string, readonly string[]>();
	return asked => {
		const key = `${asked.needed === true ? "!" : ""}${asked.word}`;
		const before = known.get(key);
		if (before !== undefined) return before;
		if (known.size >= MAX_KEPT) known.clear();
		const kin = [...words.values()].filter(
			term => term.word !== asked.word && alike(asked, term) >= KIN,
		);
		const found = [asked.word, ...kin.map(({ word }) => word)];
		known.set(key, found);
		return found;
	};
}

// A sentence that so many others of its article fit better tells little.
const LOOKED_AT = 8;

/** The one that covers more goes first, or of two that cover as much the one that says less beside it. */
function byFit(a: SentenceMatch, b: SentenceMatch): number {
	return b.covered - a.covered || a.sentence.text.length - b.sentence.text.length;
}

/** Of each article the sentence that fits best of those that can answer, the best article first. */
function bestPerArticle(
	found: readonly SentenceMatch[],
	canAnswer: CanAnswer,
): readonly SentenceMatch[] {
	const byArticle = new Map(
		found.map(({ source }): [ArticleText, SentenceMatch[]] => [source, []]),
	);
	for (const match of found.toSorted(byFit)) {
		const own = byArticle.get(match.source) ?? [];
		if (match.covered > 0 && own.length < LOOKED_AT) own.push(match);
		byArticle.set(match.source, own);
	}
	return [...byArticle.values()]
		.flatMap(own => own.find(({ sentence }) => canAnswer(sentence)) ?? [])
		.toSorted((a, b) => b.covered - a.covered);
}

/**
 * Finds the sentence of each article that covers most of some words, the best article first: passages
 * are found by their words, and their sentences compared with what is wanted, words of near use and of
 * like sense counting. Sentences that cannot answer are passed over for the next best of their article.
 */
export function buildSentenceIndex(texts: readonly ArticleText[], { put, weigh, alike }: Matching) {
	const said: readonly Said[] = texts.flatMap(source =>
		source.sentences.filter(isAnswer).map(sentence => ({ source, sentence })),
	);
	const contexts = said.map(({ sentence }) => contextOf(put(sentence.text)));
	const table = buildContextTable(contexts, alike);
	const shortlist = shortlistOf(texts, put);
	const kinOf = kinFinder(contexts, alike);
	return (wanted: Context, canAnswer: CanAnswer = () => true): readonly SentenceMatch[] => {
		const passages = shortlist(wanted.flatMap(kinOf).join(" "));
		const covered = table.cover(wanted, weigh);
		return bestPerArticle(
			said
				.map((each, index) => ({ ...each, covered: covered[index] ?? 0 }))
				.filter(({ sentence }) => passages.has(sentence.passage)),
			canAnswer,
		);
	};
}
