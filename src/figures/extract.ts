import { contains, overlaps, type Span } from "../text/span.ts";
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
import { recognizeOrdinal } from "./recognizers/ordinal.ts";
import { recognizePercent } from "./recognizers/percent.ts";
import { recognizeYear } from "./recognizers/year.ts";
import { readBounds } from "./refiners/bounds.ts";
import { joinCompounds } from "./refiners/compounds.ts";
import { takeConversions } from "./refiners/conversions.ts";
import { nameMeasures } from "./refiners/measures.ts";
import { joinHyphens, joinRanges } from "./refiners/ranges.ts";
import { reckonTimes } from "./refiners/reckonings.ts";
import { shareUnits } from "./refiners/shared-units.ts";
import { attachTimes } from "./refiners/times.ts";
import { readTrends } from "./refiners/trends.ts";

/**
 * What a number may be; the first that takes it has it. Marks decide before words: money and
 * percent carry signs of their own; a unit is a closed list of words, an ordinal one of endings; an age and a year are told by
 * the words around a bare number; a count takes whatever is left.
 */
const RECOGNIZERS: readonly Recognizer[] = [
	recognizeMoney,
	recognizePercent,
	recognizeMeasure,
	recognizeOrdinal,
	recognizeAge,
	recognizeYear,
	recognizeCount,
];

/**
 * Two units that say one quantity are one before it is compared. Hyphens bind closer than words ("24 to 33-35 billion"). Ranges first, since the later ones look at what stands before and after a whole figure; units are
 * shared after that, so that a range shares its own; brackets convert what has its unit; bounds and
 * trends are of the figures that are left, and so is what they measure and when.
 */
const REFINERS: readonly Refiner[] = [
	joinCompounds,
	joinHyphens,
	joinRanges,
	shareUnits,
	takeConversions,
	readBounds,
	readTrends,
	nameMeasures,
	reckonTimes,
	attachTimes,
];

function readingOf(text: string, aside: readonly Span[], dates: readonly Span[]): Reading {
	let words: readonly Word[] | null = null;
	return {
		text,
		aside,
		dates,
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
			if (dates.some(other => overlaps(other, span))) continue;
			if (taken.some(other => contains(other, span))) continue;
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

/** Each number as what it is; one that hangs on a refused one by a hyphen is refused as well ("ISO 9241-2"). */
function recognizeAll(numerals: readonly Numeral[], reading: Reading): readonly Draft[] {
	const drafts: Draft[] = [];
	let refused = -1;
	for (const numeral of numerals) {
		// "75 USD million" is read whole.
		if (numeral.start < (drafts.at(-1)?.end ?? 0)) continue;
		const joined = numeral.start === refused + 1 && reading.text[refused] === "-";
		const draft = joined ? null : recognize(numeral, reading);
		if (draft === null) refused = numeral.end;
		else if (draft.start >= (drafts.at(-1)?.end ?? 0)) drafts.push(draft);
	}
	return drafts;
}

function figureOf({ numeral: _, ...figure }: Draft): Figure {
	return figure;
}

/** What may hold digits that only look like a date. */
const ADDRESS = /:\/\/|www\.|@/;

/**
 * The figures of a sentence or paragraph, in order, not overlapping, with spans relative to it:
 * `extractFigures("It rose 4% to about $25 billion.")` gives 4 percent, up, and 25e9 USD, about.
 */
export function extractFigures(sentence: string): readonly Figure[] {
	const numerals = readNumerals(sentence);
	// Most sentences hold no number, and need no search for those that count nothing.
	const aside = numerals.length === 0 && !ADDRESS.test(sentence) ? [] : notFigures(sentence);
	const dates = readDates(sentence, aside);
	const reading = readingOf(sentence, aside, dates);
	const taken = [...aside, ...dates];
	const free = numerals.filter(numeral => !taken.some(span => overlaps(span, numeral)));
	const drafts = recognizeAll(free, reading).filter(
		draft => !dates.some(date => overlaps(date, draft)),
	);
	const ordered = [...drafts, ...dates].sort((a, b) => a.start - b.start);
	const refined = REFINERS.reduce<readonly Draft[]>((all, refine) => refine(all, reading), ordered);
	return refined.map(figureOf);
}
