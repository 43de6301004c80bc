import { overlaps, type Span } from "../text/span.ts";
import { readWords, type Word } from "../text/words.ts";
import { DATE_FORMS } from "./date-forms.ts";
import { type Draft, dateDraft, type Reading, type Recognizer, type Refiner } from "./draft.ts";
import type { Figure } from "./figure.ts";
import { notFigures } from "./not-figures.ts";
import type { Numeral } from "./numeral.ts";
import { readNumerals } from "./read-numerals.ts";
import { recognizeAge } from "./recognizers/age.ts";
import { recognizeCount } from "./recognizers/count.ts";
import { recognizeMeasure } from "./recognizers/measure.ts";
import { recognizeMoney } from "./recognizers/money.ts";
import { recognizePercent } from "./recognizers/percent.ts";
import { recognizeYear } from "./recognizers/year.ts";

/**
 * What a number may be; the first that takes it has it. Marks decide before words: money and
 * percent carry signs of their own; a unit is a closed list of words; an age and a year are told by
 * the words around a bare number; a count takes whatever is left.
 */
const RECOGNIZERS: readonly Recognizer[] = [
	recognizeMoney,
	recognizePercent,
	recognizeMeasure,
	recognizeAge,
	recognizeYear,
	recognizeCount,
];

const REFINERS: readonly Refiner[] = [];

function readingOf(text: string): Reading {
	let words: readonly Word[] | null = null;
	return {
		text,
		words: () => {
			words ??= readWords(text);
			return words;
		},
	};
}

/** Dates by their forms; at one place the form that stands first has it. */
function readDates(text: string, taken: readonly Span[]): readonly Draft[] {
	const dates: Draft[] = [];
	for (const { pattern, resolve } of DATE_FORMS) {
		for (const match of text.matchAll(pattern)) {
			const span = { start: match.index, end: match.index + match[0].length };
			if ([...dates, ...taken].some(other => overlaps(other, span))) continue;
			dates.push(dateDraft(text, span.start, span.end, resolve(match.groups ?? {}, null)));
		}
	}
	return dates;
}

function recognize(numeral: Numeral, reading: Reading): Draft | null {
	for (const recognizer of RECOGNIZERS) {
		const draft = recognizer(numeral, reading);
		if (draft !== null) return draft;
	}
	return null;
}

function figureOf({ numeral: _, ...figure }: Draft): Figure {
	return figure;
}

/**
 * The figures of a sentence or paragraph, in order, not overlapping, with spans relative to it:
 * `extractFigures("It rose 4% to about $25 billion.")` gives 4 percent, up, and 25e9 USD, about.
 */
export function extractFigures(sentence: string): readonly Figure[] {
	const reading = readingOf(sentence);
	const aside = notFigures(sentence);
	const dates = readDates(sentence, aside);
	const taken = [...aside, ...dates];
	const drafts = readNumerals(sentence)
		.filter(numeral => !taken.some(span => overlaps(span, numeral)))
		.flatMap(numeral => recognize(numeral, reading) ?? [])
		.filter(draft => !dates.some(date => overlaps(date, draft)));
	const ordered = [...drafts, ...dates].sort((a, b) => a.start - b.start);
	const refined = REFINERS.reduce<readonly Draft[]>((all, refine) => refine(all, reading), ordered);
	return refined.map(figureOf);
}
