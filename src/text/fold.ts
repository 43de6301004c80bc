import { BRITISH_SPELLINGS } from "./spellings.ts";

const MARKS: ReadonlyMap<string, string> = new Map([
	...row("'", "‘’‚‛′‵ʼʹ`´＇"),
	...row('"', "“”„‟″‶«»＂"),
	...row("-", "‐‑‒–—―−﹣－"),
]);

/**
 * The text with quotation marks, apostrophes, dashes, white space and case brought to one form. Its
 * length in UTF-16 code units stays the same, so that a span holds in both.
 *
 *     fold("“Mining’s – Core”") gives "\"mining's - core\""
 */
export function fold(text: string): string {
	return text.replaceAll(/[^a-z0-9 .,]/gu, character => {
		if (/\s/u.test(character)) return " ";
		return MARKS.get(character) ?? sameLength(character, character.toLowerCase());
	});
}

/**
 * The folded words of a text with single spaces between them and no marks, to compare texts by:
 * "Why it matters?" and "Why It Matters:" both give "why it matters".
 */
export function foldWords(text: string): string {
	return fold(text)
		.replaceAll(/[^\p{L}\p{N}]+/gu, " ")
		.trim();
}

/**
 * The text with accents taken off the letters ("São" gives "Sao"), at the same length in UTF-16 code
 * units; a letter and its accent that are two code units already stay as they are.
 */
export function foldAccents(text: string): string {
	return text.replaceAll(/[^\p{ASCII}\p{M}]/gu, character =>
		sameLength(character, character.normalize("NFD").replaceAll(/\p{M}/gu, "")),
	);
}

/**
 * A word in lower case and American spelling, whichever spelling it had: "Decentralised" gives
 * "decentralized", "labour" gives "labor". Made to compare words, not to show them.
 */
export function foldSpelling(word: string): string {
	return BRITISH_SPELLINGS.reduce(
		(spelled, { british, american }) => spelled.replace(british, american),
		word.toLowerCase(),
	);
}

function sameLength(character: string, folded: string): string {
	return folded.length === character.length ? folded : character;
}

function row(folded: string, variants: string): readonly (readonly [string, string])[] {
	return Array.from(variants, variant => [variant, folded] as const);
}
