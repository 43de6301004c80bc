import { foldWords } from "../text/fold.ts";
import { splitSentences } from "../text/sentences.ts";
import { type Span, shift } from "../text/span.ts";
import { kindsOf } from "./kinds.ts";
import { type Line, readLines } from "./lines.ts";
import type { Furniture, PassageKind } from "./passage.ts";

/** A sentence with its words folded, to be compared with others. */
export interface DraftSentence extends Span {
	readonly text: string;
	readonly words: string;
}

/** A passage before it is told what of it is furniture. */
export interface Draft extends Line {
	readonly kind: PassageKind;
	readonly words: string;
	readonly sentences: readonly DraftSentence[];
}

/** What each draft is, null where it counts; as many as there are drafts. */
export type Marks = readonly (Furniture | null)[];

/** The passages of a body, in order, with their kinds and sentences. */
export function draftPassages(body: string, title: string | null): readonly Draft[] {
	const lines = readLines(body);
	const kinds = kindsOf(lines, title);
	return lines.map((line, index) => ({
		...line,
		kind: kinds[index] ?? "paragraph",
		words: foldWords(line.text),
		sentences: splitSentences(line.text).map(span => draftSentence(line, span)),
	}));
}

/** Whether a text ends with a stop, a quotation mark or bracket after it aside. */
export function isEnded(text: string): boolean {
	return /[.!?…。！？][\s"'”’»)\]*_]*$/u.test(text);
}

function draftSentence(line: Line, span: Span): DraftSentence {
	const text = line.text.slice(span.start, span.end);
	return { ...shift(span, line.start), text, words: foldWords(text) };
}
