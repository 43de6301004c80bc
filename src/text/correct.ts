import { distance } from "fastest-levenshtein";
import { MAGNITUDES } from "./magnitudes.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { readTerms } from "./terms.ts";

/** How often each word stands in some texts, words as `Term.word` has them. */
export type Vocabulary = ReadonlyMap<string, number>;

// Shorter words have too many neighbours for a slip to be told from another word.
const MIN_LENGTH = 4;
const LENGTH_FOR_TWO = 8;

/** The words of some texts, stop words aside, with how often each stands there. */
export function countWords(texts: readonly string[]): Vocabulary {
	const counts = new Map<string, number>();
	for (const { word } of texts.flatMap(readTerms)) counts.set(word, (counts.get(word) ?? 0) + 1);
	return counts;
}

/**
 * The word of the vocabulary that a misspelt one was meant to be: of those with the same first letter
 * the nearest, and the most frequent of these. One slip is allowed from 4 letters on, two from 8; a slip
 * is a letter too many, missing, wrong, or changed over with its neighbour (Damerau 1964). null for a
 * word that the vocabulary knows, for stop words and whatever has a digit, and where nothing is near.
 *
 *     correct("minign", countWords(["Mining grew."])) // "mining"
 */
export function correct(word: string, vocabulary: Vocabulary): string | null {
	const typed = word.toLowerCase();
	if (!isCorrectable(typed) || vocabulary.has(typed)) return null;
	const allowed = typed.length < LENGTH_FOR_TWO ? 1 : 2;
	const near = [...vocabulary]
		.filter(([known]) => known[0] === typed[0] && known.length >= MIN_LENGTH && !/\d/u.test(known))
		.filter(([known]) => Math.abs(known.length - typed.length) <= allowed)
		.map(([known, times]) => ({ known, times, slips: countSlips(typed, known) }))
		.filter(({ slips }) => slips <= allowed)
		.toSorted((a, b) => a.slips - b.slips || b.times - a.times);
	return near[0]?.known ?? null;
}

function isCorrectable(word: string): boolean {
	if (word.length < MIN_LENGTH || !/^\p{L}+$/u.test(word)) return false;
	return !STOP_WORDS.has(word) && !MAGNITUDES.has(word);
}

function countSlips(typed: string, known: string): number {
	const plain = distance(typed, known);
	const swapped = swaps(typed).map(variant => 1 + distance(variant, known));
	return Math.min(plain, ...swapped);
}

/** The word with each two neighbours changed over, its first letter aside. */
function swaps(word: string): readonly string[] {
	return Array.from({ length: word.length - 2 }, (_, index) => {
		const at = index + 1;
		return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
	});
}
