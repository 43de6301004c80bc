import { splitSentences } from "../text/sentences.ts";
import { contains, type Span, shift, slice } from "../text/span.ts";
import { type Credit, findCredits } from "./credits.ts";
import { type Marked, readMarks } from "./marks.ts";
import { readUnits, type Unit } from "./units.ts";

/** A sentence with what stands in marks in it and whom it credits; all offsets count from the sentence. */
export interface ReadSentence extends Span {
	readonly text: string;
	/** Counts the paragraphs of the text. */
	readonly paragraph: number;
	readonly marked: readonly Marked[];
	readonly units: readonly Unit[];
	readonly credits: readonly Credit[];
}

/** The text with the words inside marks blanked out, at the same length, so that no sentence ends there. */
function blankQuotations(text: string, marked: readonly Marked[]): string {
	return marked.reduce((blanked, { start, end }) => {
		const inner = blanked.slice(start, end);
		const kept = /[.,!?;:…]$/.exec(inner)?.[0] ?? "";
		const filled = "x".repeat(inner.length - kept.length);
		// Capitals begin a sentence, which a quotation may open.
		const words = /^\p{Lu}/u.test(inner) ? filled.replace("x", "X") : filled;
		return blanked.slice(0, start) + words + kept + blanked.slice(end);
	}, text);
}

function relative(marked: Marked, offset: number): Marked {
	return { ...shift(marked, -offset), outer: shift(marked.outer, -offset) };
}

function readAt(text: string, span: Span, all: readonly Marked[]): Omit<ReadSentence, "paragraph"> {
	const words = slice(text, span);
	const marked = all
		.filter(({ outer }) => contains(span, outer))
		.map(each => relative(each, span.start));
	const units = readUnits(words, marked);
	return { ...span, text: words, marked, units, credits: findCredits(words, units) };
}

/** One sentence by itself. */
export function readSentence(text: string): ReadSentence {
	const span = { start: 0, end: text.length };
	return { ...readAt(text, span, readMarks(text)), paragraph: 0 };
}

/**
 * The sentences of a text, line by line, a quotation never cut in two: `"We won. We did," she said.`
 * is one sentence.
 */
export function readSentences(text: string): readonly ReadSentence[] {
	const marked = readMarks(text);
	const blanked = blankQuotations(text, marked);
	const lines = [...blanked.matchAll(/[^\n]*\S[^\n]*/g)];
	return lines.flatMap((line, paragraph) =>
		splitSentences(line[0])
			.map(span => shift(span, line.index))
			.map(span => ({ ...readAt(text, span, marked), paragraph })),
	);
}
