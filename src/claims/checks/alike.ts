import { type ContentWord, readContent } from "../../quotations/likeness.ts";
import { type Alias, abbreviationsIn } from "../../quotations/names.ts";
import { nearness } from "../../text/meaning.ts";
import type { CheckContext } from "./check-maker.ts";

/** The abbreviations that a story's articles spell out ("artificial intelligence (AI)"). */
export function abbreviationsOf({ readings }: CheckContext): readonly Alias[] {
	return abbreviationsIn(readings.map(({ text }) => text.article.body).join("\n"));
}

// Words nearer than this in use may stand for one another ("path", "trajectory").
const NEAR = 0.55;
const KINDRED_LETTERS = 6;

function standsFor(a: ContentWord, b: ContentWord): boolean {
	if (a.stem === b.stem) return true;
	const kindred = a.word.slice(0, KINDRED_LETTERS) === b.word.slice(0, KINDRED_LETTERS);
	if (kindred && a.word.length >= KINDRED_LETTERS) return true;
	return (nearness(a.word, b.word) ?? 0) >= NEAR;
}

function share(words: readonly ContentWord[], others: readonly ContentWord[]): number {
	const left = [...others];
	let found = 0;
	for (const word of words) {
		const at = left.findIndex(other => standsFor(word, other));
		if (at < 0) continue;
		left.splice(at, 1);
		found++;
	}
	return words.length === 0 ? 0 : found / words.length;
}

/** How much of each of two wordings the other has, the lesser share, from 0 to 1. */
export function sharedMeaning(a: string, b: string, abbreviations: readonly Alias[]): number {
	const [first, second] = [readContent(a, abbreviations), readContent(b, abbreviations)];
	return Math.min(share(first, second), share(second, first));
}

/** How many words in a row two texts share, as folded words. */
export function longestRun(a: readonly string[], b: readonly string[]): number {
	let longest = 0;
	for (const [from] of a.entries()) {
		for (const [at] of b.entries()) {
			let length = 0;
			while (a[from + length] !== undefined && a[from + length] === b[at + length]) length++;
			longest = Math.max(longest, length);
		}
	}
	return longest;
}
