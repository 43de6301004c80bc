import { nearness } from "../text/meaning.ts";
import type { Span } from "../text/span.ts";
import { readTerms } from "../text/terms.ts";
import { type Alias, abbreviationsIn } from "./names.ts";

/** A word that carries meaning, where it stands. */
export interface ContentWord extends Span {
	/** Its stem, or the abbreviation that it and its neighbours spell. */
	readonly stem: string;
	/** In lower case, as printed. */
	readonly word: string;
}

/** What the words of some texts are worth: rare ones tell more. */
export interface Lexicon {
	readonly abbreviations: readonly Alias[];
	/** The weight of a stem; about 1 for one in every second sentence, 4 or more for one that is rare. */
	readonly weightOf: (stem: string) => number;
}

/** Words nearer than this in use may stand for one another ("path", "trajectory"). */
const NEAR = 0.55;
/** What a word counts that only begins like another ("continents", "continental"). */
const KINDRED = 0.9;
const KINDRED_LETTERS = 5;
const KINDRED_SHARE = 0.6;

/** Spelled-out names as spans, so that "artificial intelligence" reads as one word, "ai". */
function spelledIn(text: string, abbreviations: readonly Alias[]): readonly ContentWord[] {
	const lower = text.toLowerCase();
	return abbreviations.flatMap(({ alias, name }) => {
		const start = lower.indexOf(name.toLowerCase());
		const end = start + name.length;
		const word = alias.toLowerCase();
		return start < 0 ? [] : [{ start, end, stem: word, word }];
	});
}

/** The content words of a text in order, each abbreviation once. */
export function readContent(text: string, abbreviations: readonly Alias[]): readonly ContentWord[] {
	const spelled = spelledIn(text, abbreviations);
	const words = readTerms(text)
		.filter(({ text: stem }) => stem.length > 1 || /\d/.test(stem))
		.map(({ text: stem, start, end }) => ({
			start,
			end,
			stem,
			word: text.slice(start, end).toLowerCase(),
		}))
		.filter(word => !spelled.some(name => name.start <= word.start && word.start < name.end));
	const all = [...words, ...spelled].sort((a, b) => a.start - b.start);
	return all.filter(({ stem }, index) => stem !== all[index - 1]?.stem);
}

/** The weights of the words in some sentences: the logarithm of how few of them have the word. */
export function readLexicon(sentences: readonly string[]): Lexicon {
	const abbreviations = abbreviationsIn(sentences.join("\n"));
	const counts = new Map<string, number>();
	for (const sentence of sentences) {
		const stems = new Set(readContent(sentence, abbreviations).map(({ stem }) => stem));
		for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
	}
	const weightOf = (stem: string): number =>
		Math.log(1 + sentences.length / (1 + (counts.get(stem) ?? 0)));
	return { abbreviations, weightOf };
}

function sharedLetters(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}

/** How far one word may stand for another: 1 for the same stem, 0 for words that have nothing in common. */
export function kinship(a: ContentWord, b: ContentWord): number {
	if (a.stem === b.stem) return 1;
	const letters = sharedLetters(a.word, b.word);
	const shorter = Math.min(a.word.length, b.word.length);
	if (letters >= KINDRED_LETTERS && letters >= KINDRED_SHARE * shorter) return KINDRED;
	const near = nearness(a.word, b.word) ?? 0;
	return near >= NEAR ? near : 0;
}

/** A word of one text and the word of another that stands for it. */
interface Match {
	/** Index among the words looked for, and among those found. */
	readonly wanted: number;
	readonly found: number;
	readonly kinship: number;
}

/** How much of some words another text has. */
export interface Coverage {
	/** The share of their weight, from 0 to 1. */
	readonly share: number;
	readonly matches: readonly Match[];
	/** The weight of the heaviest two that stand side by side in both texts; 0 without such a pair. */
	readonly pair: number;
}

function matchesIn(
	wanted: readonly ContentWord[],
	found: readonly ContentWord[],
): readonly Match[] {
	const taken = new Set<number>();
	const matches: Match[] = [];
	for (const [index, word] of wanted.entries()) {
		const [best] = found
			.map((other, at) => ({ wanted: index, found: at, kinship: kinship(word, other) }))
			.filter(match => match.kinship > 0 && !taken.has(match.found))
			.sort((a, b) => b.kinship - a.kinship);
		if (best === undefined) continue;
		taken.add(best.found);
		matches.push(best);
	}
	return matches;
}

/** How far apart two words of a quotation may stand that count as side by side. */
const BESIDE = 2;

/** Whether two words stand next to one another in a text, in either order. */
function standTogether(a: ContentWord, b: ContentWord, text: readonly ContentWord[]): boolean {
	return text.some((word, index) => {
		const next = text[index + 1];
		if (next === undefined) return false;
		const inOrder = Math.min(kinship(a, word), kinship(b, next));
		const turned = Math.min(kinship(b, word), kinship(a, next));
		return Math.max(inOrder, turned) >= KINDRED;
	});
}

function heaviestPair(
	wanted: readonly ContentWord[],
	found: readonly ContentWord[],
	lexicon: Lexicon,
): number {
	const pairs = wanted.flatMap((left, index) =>
		wanted
			.slice(index + 1, index + 1 + BESIDE)
			.filter(right => standTogether(left, right, found))
			.map(right => lexicon.weightOf(left.stem) + lexicon.weightOf(right.stem)),
	);
	return Math.max(0, ...pairs);
}

function coverageOf(
	wanted: readonly ContentWord[],
	found: readonly ContentWord[],
	lexicon: Lexicon,
): Coverage {
	const weights = wanted.map(({ stem }) => lexicon.weightOf(stem));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const matches = matchesIn(wanted, found);
	const covered = matches.reduce(
		(sum, match) => sum + match.kinship * (weights[match.wanted] ?? 0),
		0,
	);
	const share = total === 0 ? 0 : covered / total;
	return { share, matches, pair: heaviestPair(wanted, found, lexicon) };
}

/** A stretch of a text that covers words, and how well. */
export interface Stretch extends Coverage, Span {}

/** The least content words of a stretch, and how many times the words looked for it may be long. */
const SHORTEST_STRETCH = 10;
const LONGEST_TIMES = 2;

/** The stretch of a text that covers the wanted words best; null where no word of theirs stands. */
export function bestStretch(
	wanted: readonly ContentWord[],
	text: readonly ContentWord[],
	lexicon: Lexicon,
): Stretch | null {
	const length = Math.max(SHORTEST_STRETCH, LONGEST_TIMES * wanted.length);
	const last = Math.max(0, text.length - length);
	let best: Stretch | null = null;
	for (let from = 0; from <= last; from++) {
		const words = text.slice(from, from + length);
		const coverage = coverageOf(wanted, words, lexicon);
		if (coverage.matches.length === 0 || coverage.share <= (best?.share ?? 0)) continue;
		const at = coverage.matches.map(({ found }) => found);
		const start = words[Math.min(...at)]?.start ?? 0;
		const end = words[Math.max(...at)]?.end ?? start;
		best = { ...coverage, start, end };
	}
	return best;
}

/**
 * How alike two wordings are, from 0 to 1: the shares of their words that the other has, or has a word
 * near in use for, the rare ones weighing more.
 *
 * @example similarity("AI may win", "Artificial intelligence might win", lexicon) // about 1
 */
export function similarity(a: string, b: string, lexicon: Lexicon): number {
	const left = readContent(a, lexicon.abbreviations);
	const right = readContent(b, lexicon.abbreviations);
	return (coverageOf(left, right, lexicon).share + coverageOf(right, left, lexicon).share) / 2;
}
