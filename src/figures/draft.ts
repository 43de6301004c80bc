import type { Span } from "../text/span.ts";
import type { Word } from "../text/words.ts";
import type { Figure } from "./figure.ts";
import type { Numeral } from "./numeral.ts";

/** A text while its figures are read: tagged at most once, and only when a rule asks for words. */
export interface Reading {
	readonly text: string;
	readonly words: () => readonly Word[];
	/** Clock times, scores, names and the like, in which digits count nothing. */
	readonly aside: readonly Span[];
	readonly dates: readonly Span[];
}

/** A figure on its way through the refiners, with the number that it was read from; null of a date. */
export interface Draft extends Figure {
	readonly numeral: Numeral | null;
}

/** Reads one number as one kind of figure; null where it is none of that kind. */
export type Recognizer = (numeral: Numeral, reading: Reading) => Draft | null;

/** Figures to figures: joins, completes or drops. */
export type Refiner = (drafts: readonly Draft[], reading: Reading) => readonly Draft[];

/** What a recognizer has found out of a numeral. */
export interface Finding {
	readonly kind: Draft["kind"];
	readonly unit: string | null;
	readonly start: number;
	readonly end: number;
}

/** The draft of a numeral that one recognizer has placed. */
export function draftOf(
	numeral: Numeral,
	{ kind, unit, start, end }: Finding,
	text: string,
): Draft {
	const { value, step } = numeral;
	return {
		kind,
		start,
		end,
		text: text.slice(start, end),
		value,
		unit,
		step,
		bound: typeof value === "number" ? "exactly" : "between",
		trend: null,
		counts: null,
		iso: null,
		conversion: null,
		changedFrom: null,
		time: null,
		numeral,
	};
}

/** The draft of a date at a span of the text. */
export function dateDraft(text: string, start: number, end: number, iso: string | null): Draft {
	return {
		kind: "date",
		start,
		end,
		text: text.slice(start, end),
		value: null,
		unit: null,
		step: null,
		bound: "exactly",
		trend: null,
		counts: null,
		iso,
		conversion: null,
		changedFrom: null,
		time: null,
		numeral: null,
	};
}
