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
	/** Whether it begins with a capital, as names do. */
	readonly capital: boolean;
}

/** What the words of some texts are worth: rare ones tell more. */
export interface Lexicon {
	readonly abbreviations: readonly Alias[];
	/** The weight of a stem: 1 for one that stands nowhere, 0.5 for one in about every tenth sentence. */
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
		return start < 0 ? [] : [{ start, end, stem: word, word, capital: false }];
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
			capital: /\p{Lu}/u.test(text.charAt(start)),
		}))
		.filter(word => !spelled.some(name => name.start <= word.start && word.start < name.end));
	const all = [...words, ...spelled].sort((a, b) => a.start - b.start);
	return all.filter(({ stem }, index) => stem !== all[index - 1]?.stem);
}

/** The weights of the words in some sentences, by the logarithm of how few of them have the word. */
export function readLexicon(sentences: readonly string[]): Lexicon {
	const abbreviations = abbreviationsIn(sentences.join("\n"));
	const counts = new Map<string, number>();
	for (const sentence of sentences) {
		const stems = new Set(readContent(sentence, abbreviations).map(({ stem }) => stem));
		for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
	}
	const heaviest = Math.log(1 + sentences.length);
	const weightOf = (stem: string): number =>
		Math.log(1 + sentences.length / (1 + (counts.get(stem) ?? 0))) / heaviest;
	return { abbreviations, weightOf };
}

function sharedLetters(a: string, b: string): number {
	let length = 0;
	while (length < a.length && a[length] === b[length]) length++;
	return length;
}

/** How far one word may stand for another: 1 for the same stem, 0 for words that have nothing in common. */
function kinship(a: ContentWord, b: ContentWord): number {
	if (a.stem === b.stem) return 1;
	const letters = sharedLetters(a.word, b.word);
	const shorter = Math.min(a.word.length, b.word.length);
	if (letters >= KINDRED_LETTERS && letters >= KINDRED_SHARE * shorter) return KINDRED;
	const near = nearness(a.word, b.word) ?? 0;
	return near >= NEAR ? near : 0;
}

/** A word of one text and the word of another that stands for it, as indexes. */
interface Match {
	readonly wanted: number;
	readonly found: number;
	readonly kinship: number;
}

/** How much of some words another text has. */
export interface Coverage {
	/** The share of their weight, from 0 to 1, words that are only near in use counting less. */
	readonly share: number;
	/** The share that the same words make. */
	readonly sameShare: number;
	/** How many of the words are there as they are, or kindred ones. */
	readonly same: number;
	/** How many of these are no names. */
	readonly common: number;
	/** The weight of the heaviest two that stand side by side in both texts and are no name; 0 without such a pair. */
	readonly pair: number;
}

function matchesIn(
	wanted: readonly ContentWord[],
	found: readonly ContentWord[],
): readonly Match[] {
	const taken = new Set<number>();
	const matches: Match[] = [];
	for (const [index, word] of wanted.entries()) {
		let best: Match | null = null;
		for (const [at, other] of found.entries()) {
			const value = taken.has(at) ? 0 : kinship(word, other);
			if (value > (best?.kinship ?? 0)) best = { wanted: index, found: at, kinship: value };
		}
		if (best === null) continue;
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
		const next = text[index + 1]?.stem;
		return (word.stem === a.stem && next === b.stem) || (word.stem === b.stem && next === a.stem);
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
			.filter(right => !(left.capital && right.capital) && standTogether(left, right, found))
			.map(right => lexicon.weightOf(left.stem) + lexicon.weightOf(right.stem)),
	);
	return Math.max(0, ...pairs);
}

function total(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}

function coverageOf(
	wanted: readonly ContentWord[],
	found: readonly ContentWord[],
	lexicon: Lexicon,
): Coverage & { readonly matches: readonly Match[] } {
	const weights = wanted.map(({ stem }) => lexicon.weightOf(stem));
	const whole = total(weights) || 1;
	const matches = matchesIn(wanted, found);
	const same = matches.filter(match => match.kinship >= KINDRED);
	const weightOf = (match: Match): number => weights[match.wanted] ?? 0;
	return {
		share: total(matches.map(match => match.kinship * weightOf(match))) / whole,
		sameShare: total(same.map(weightOf)) / whole,
		same: same.length,
		common: same.filter(match => wanted[match.wanted]?.capital === false).length,
		pair: heaviestPair(wanted, found, lexicon),
		matches,
	};
}

/** A stretch of a text that covers words, and how well. */
export interface Stretch extends Coverage, Span {}

/** The least content words of a stretch, and how many times the words looked for it may be long. */
const SHORTEST_STRETCH = 10;
const LONGEST_TIMES = 2;
/** A stretch with fewer of the very words tells nothing, however near its other words stand in use. */
const FEWEST_SAME = 2;

/** The stretch of a text that covers the wanted words best; null where hardly a word of theirs stands. */
export function bestStretch(
	wanted: readonly ContentWord[],
	text: readonly ContentWord[],
	lexicon: Lexicon,
): Stretch | null {
	const stems = new Set(text.map(({ stem }) => stem));
	if (wanted.filter(({ stem }) => stems.has(stem)).length < FEWEST_SAME) return null;
	const length = Math.max(SHORTEST_STRETCH, LONGEST_TIMES * wanted.length);
	const last = Math.max(0, text.length - length);
	let best: Stretch | null = null;
	for (let from = 0; from <= last; from++) {
		const words = text.slice(from, from + length);
		const { matches, ...coverage } = coverageOf(wanted, words, lexicon);
		if (coverage.same < FEWEST_SAME || coverage.share <= (best?.share ?? 0)) continue;
		const at = matches.map(({ found }) => found);
		const start = words[Math.min(...at)]?.start ?? 0;
		const end = words[Math.max(...at)]?.end ?? start;
		best = { ...coverage, start, end };
	}
	return best;
}

/**
 * How alike the words of two texts are: the shares of their weight that the other has, or has words near
 * in use for, on average.
 */
export function likeness(
	a: readonly ContentWord[],
	b: readonly ContentWord[],
	lexicon: Lexicon,
): Coverage {
	const [there, back] = [coverageOf(a, b, lexicon), coverageOf(b, a, lexicon)];
	return {
		share: (there.share + back.share) / 2,
		sameShare: (there.sameShare + back.sameShare) / 2,
		same: Math.min(there.same, back.same),
		common: Math.min(there.common, back.common),
		pair: Math.max(there.pair, back.pair),
	};
}

/**
 * How alike two wordings are, from 0 to 1, rare words weighing more.
 *
 * @example similarity("AI may win", "Artificial intelligence might win", lexicon) // 1 where AI is spelled out once
 */
export function similarity(a: string, b: string, lexicon: Lexicon): number {
	const [left, right] = [a, b].map(text => readContent(text, lexicon.abbreviations));
	return likeness(left ?? [], right ?? [], lexicon).share;
}
