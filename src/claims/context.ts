import { type Meaning, meaningOf, nearnessOf } from "../text/meaning.ts";
import { type Span, slice } from "../text/span.ts";
import { readTerms, type Term } from "../text/terms.ts";
import { clauseEndsIn } from "./clause.ts";

/** A word of a context: its stem, the word itself in lower case, and how much it counts, from 0 to 1. */
export interface ContextTerm {
	readonly stem: string;
	readonly word: string;
	/** The word's meaning, looked up once; null when it has none that is known. */
	readonly meaning: Meaning | null;
	readonly weight: number;
	/** Of a question: what does not speak of it does not answer. */
	readonly needed?: boolean;
}

/** What a sentence, or the part of it around a figure, speaks of; each stem once. */
export type Context = readonly ContextTerm[];

/** How telling a stem is in a story: rare ones more than common ones. */
export type Weigh = (stem: string) => number;

function contextTerm(text: string, term: Term, weight: number): ContextTerm {
	const word = slice(text, term).toLowerCase();
	return { stem: term.text, word, meaning: meaningOf(word), weight };
}

function heaviest(terms: readonly ContextTerm[]): Context {
	const byStem = new Map<string, ContextTerm>();
	for (const term of terms) {
		if ((byStem.get(term.stem)?.weight ?? 0) < term.weight) byStem.set(term.stem, term);
	}
	return [...byStem.values()];
}

/** The context that a text gives as a whole, each word at the same weight. */
export function contextOf(text: string, weight = 1): Context {
	return heaviest(readTerms(text).map(term => contextTerm(text, term, weight)));
}

/** Several contexts as one; a stem counts as much as where it counts most. */
export function joinContexts(contexts: readonly Context[]): Context {
	return heaviest(contexts.flat());
}

// What lies beyond a clause tells less of a figure.
const BEYOND_CLAUSE = 0.5;
const HALF_DISTANCE = 6;

/** The part of a text between two others. */
export function between(from: Span, to: Span): Span {
	return from.end <= to.start
		? { start: from.end, end: to.start }
		: { start: to.end, end: from.start };
}

/** How much a word at `to` tells of a part at `from`, from 0 to 1: near words of its own clause tell most. */
export function weightBetween(text: string, from: Span, to: Span): number {
	const gap = slice(text, between(from, to));
	const words = gap.split(/\s+/).length - 1;
	const clauses = Math.min(clauseEndsIn(gap), 2);
	return (HALF_DISTANCE / (HALF_DISTANCE + words)) * BEYOND_CLAUSE ** clauses;
}

/** The context of one part of a sentence: near words of its own clause count most; its own words are left out. */
export function contextAround(sentence: string, part: Span): Context {
	const others = readTerms(sentence).filter(
		term => term.end <= part.start || part.end <= term.start,
	);
	return heaviest(
		others.map(term => contextTerm(sentence, term, weightBetween(sentence, part, term))),
	);
}

// Words nearer than this are taken for one another, less than one word for itself.
const NEAR = 0.5;
const NEAR_SHARE = 0.8;

// "Coin" in "bitcoin": the shorter word must be long enough to be no chance.
const MIN_PART = 4;
const PART_SHARE = 0.6;

function isPart(a: string, b: string): boolean {
	const [short, long] = a.length < b.length ? [a, b] : [b, a];
	return short.length >= MIN_PART && (long.endsWith(short) || long.startsWith(short));
}

/** How well a word stands for another: 1 for the same stem, less for a part of it or words of near use, 0 else. */
export function likeness(a: ContextTerm, b: ContextTerm): number {
	if (a.stem === b.stem) return 1;
	if (isPart(a.word, b.word)) return PART_SHARE;
	if (a.meaning === null || b.meaning === null) return 0;
	const near = nearnessOf(a.meaning, b.meaning);
	return near < NEAR ? 0 : near * NEAR_SHARE;
}

type Likenesses = Map<string, number>;

/** How well each word of any context stands for a term, worked out once a word. */
function likenessTo(term: ContextTerm, worked: Likenesses): (other: ContextTerm) => number {
	return other => {
		const before = worked.get(other.word);
		if (before !== undefined) return before;
		const found = likeness(term, other);
		worked.set(other.word, found);
		return found;
	};
}

// Making the claims of a story compares the same words again and again; what was worked out is kept as
// long as the story's weights are.
const workedOut = new WeakMap<Weigh, Map<string, Likenesses>>();

function likenessesOf(weigh: Weigh, word: string): Likenesses {
	const ofStory = workedOut.get(weigh) ?? new Map<string, Likenesses>();
	workedOut.set(weigh, ofStory);
	const ofWord = ofStory.get(word) ?? new Map<string, number>();
	ofStory.set(word, ofWord);
	return ofWord;
}

/** A term as it is looked for in one context after another. */
interface Sought {
	readonly term: ContextTerm;
	readonly weight: number;
	readonly likeness: (other: ContextTerm) => number;
}

function soughtIn(
	context: Context,
	weigh: Weigh,
	workedFor: (word: string) => Likenesses,
): readonly Sought[] {
	return context.map(term => ({
		term,
		weight: term.weight * weigh(term.stem),
		likeness: likenessTo(term, workedFor(term.word)),
	}));
}

function bestIn({ term, likeness: like }: Sought, context: Context): number {
	let best = 0;
	for (const other of context) {
		const found = like(other) * Math.min(1, other.weight / term.weight);
		if (found > best) best = found;
	}
	return best;
}

/** A word that must be met is met by itself or a near relation, not by a distant one. */
export const MET = 0.62;

/** What of the weight is found, and the whole; nothing is found where a needed term is not met. */
function share(sought: readonly Sought[], context: Context): readonly [number, number] {
	let found = 0;
	let whole = 0;
	for (const each of sought) {
		const best = bestIn(each, context);
		if (each.term.needed === true && best < MET) return [0, 1];
		found += each.weight * best;
		whole += each.weight;
	}
	return [found, whole];
}

/** How much of two contexts is the same, from 0 to 1, rare words counting more than common ones. */
export function similarity(a: Context, b: Context, weigh: Weigh): number {
	const workedFor = (word: string) => likenessesOf(weigh, word);
	const [foundA, wholeA] = share(soughtIn(a, weigh, workedFor), b);
	const [foundB, wholeB] = share(soughtIn(b, weigh, workedFor), a);
	const whole = wholeA + wholeB;
	return whole === 0 ? 0 : (foundA + foundB) / whole;
}

/** How much of `wanted` stands in a context, from 0 to 1; 0 where a needed term does not. */
export function coverageOf(wanted: Context, weigh: Weigh): (context: Context) => number {
	const sought = soughtIn(wanted, weigh, () => new Map());
	return context => {
		const [found, whole] = share(sought, context);
		return whole === 0 ? 0 : found / whole;
	};
}
