import { diffArrays } from "diff";
import { fold, foldSpelling } from "../text/fold.ts";
import type { WordChange } from "./quotation.ts";

/** How the words of one printing stand to another's, and what changed. */
export interface Wording {
	/** The same characters; the same words after folding marks, case and spelling; or other words. */
	readonly form: "exact" | "folded" | "changed";
	/** From the first printing to the second; one piece of kind same when no word differs. */
	readonly changes: readonly WordChange[];
}

const EDGES = /^[\s"“”„«»'‘’([]+|[\s"“”„«»'‘’.,;:)\]…—–-]+$/gu;
/** A word as wordings are compared: letters and digits with the marks inside them, hyphens aside. */
export const WORD = /[\p{L}\p{N}]+(?:[.,'’&][\p{L}\p{N}]+)*|[$€£¥%]/gu;

/** A printing without the marks around it and the comma or stop that the sentence brings. */
export function trimWords(text: string): string {
	return text.replace(EDGES, "");
}

/** A word as it is compared: case, apostrophes, dashes and British spelling folded. */
export function foldWord(word: string): string {
	return foldSpelling(fold(word));
}

/** The words of a text as they are compared, marks left out. */
export function foldedWords(text: string): readonly string[] {
	return (text.match(WORD) ?? []).map(foldWord);
}

interface Piece {
	readonly text: string;
	readonly folded: string;
}

/** The words of a text, each with the marks and spaces before it, so that they join to the text again. */
function pieces(text: string): Piece[] {
	const found: Piece[] = [];
	let from = 0;
	const words = [...text.matchAll(WORD)];
	for (const [index, match] of words.entries()) {
		const end = index === words.length - 1 ? text.length : match.index + match[0].length;
		found.push({ text: text.slice(from, end), folded: foldWord(match[0]) });
		from = end;
	}
	return found;
}

function kindOf(change: {
	readonly added: boolean;
	readonly removed: boolean;
}): WordChange["kind"] {
	if (change.added) return "added";
	return change.removed ? "removed" : "same";
}

/**
 * Compares two printings of a quotation, word by word. The pieces of kind same and added join to the
 * second, those of kind same and removed to the first but for its marks and spelling.
 *
 * @example compareWording("AI may win,", "AI might win").changes
 * // same "AI", removed " may", added " might", same " win"
 */
export function compareWording(a: string, b: string): Wording {
	const first = trimWords(a);
	const second = trimWords(b);
	const whole: readonly WordChange[] = [{ kind: "same", text: first }];
	if (first === second) return { form: "exact", changes: whole };
	const changes = diffArrays(pieces(first), pieces(second), {
		comparator: (left, right) => left.folded === right.folded,
	});
	if (changes.every(change => !change.added && !change.removed)) {
		return { form: "folded", changes: whole };
	}
	return {
		form: "changed",
		changes: changes.map(change => ({
			kind: kindOf(change),
			text: change.value.map(({ text }) => text).join(""),
		})),
	};
}
