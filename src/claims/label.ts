import { type Span, slice } from "../text/span.ts";
import { readTerms } from "../text/terms.ts";
import { readWords, type Word } from "../text/words.ts";

const INNER = new Set(["ADJ", "NOUN", "PROPN", "NUM"]);
const HEAD = new Set(["NOUN", "PROPN"]);
const MAX_WORDS = 8;

function continues(words: readonly Word[], index: number): boolean {
	const word = words[index];
	if (word === undefined) return false;
	if (INNER.has(word.wordClass) || word.text === "-" || /^['’]s?$/.test(word.text)) return true;
	const next = words[index + 1];
	const joins = word.text === "of" || word.text === "and";
	return joins && next !== undefined && INNER.has(next.wordClass);
}

function endOfPhrase(words: readonly Word[], from: number): number {
	let to = from;
	while (to - from < MAX_WORDS && continues(words, to)) to++;
	while (to > from && !HEAD.has(words[to - 1]?.wordClass ?? "X")) to--;
	return to;
}

/** The noun phrases of a sentence, determiners left out, longest first at each place, not overlapping. */
export function nounPhrases(sentence: string): readonly Span[] {
	const words = readWords(sentence);
	const found: Span[] = [];
	let index = 0;
	while (index < words.length) {
		const first = words[index];
		const begins = first !== undefined && INNER.has(first.wordClass);
		const to = begins ? endOfPhrase(words, index) : index;
		const last = words[to - 1];
		if (first !== undefined && last !== undefined && to > index) {
			found.push({ start: first.start, end: last.end });
		}
		index = Math.max(to, index + 1);
	}
	return found;
}

/** How much the words of a phrase are worth as a label. */
export type Worth = (stem: string) => number;

function worthOf(phrase: string, worth: Worth): number {
	const stems = [...new Set(readTerms(phrase).map(({ text }) => text))];
	const sum = stems.reduce((total, stem) => total + worth(stem), 0);
	return sum / Math.sqrt(Math.max(1, stems.length));
}

/**
 * The noun phrase of a sentence that is worth most, in the sentence's own words; null when it has
 * none. A capital that only the beginning of the sentence gives is kept, as the words are verbatim.
 */
export function bestPhrase(sentence: string, worth: Worth): string | null {
	const ranked = nounPhrases(sentence)
		.map(span => slice(sentence, span))
		.map(phrase => ({ phrase, value: worthOf(phrase, worth) }))
		.toSorted((a, b) => b.value - a.value);
	return ranked[0]?.phrase ?? null;
}
