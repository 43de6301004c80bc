import type { Span } from "../text/span.ts";

/** How a number is bounded: "about $5", "more than 300", "at least 3". */
export type Bound =
	| "exactly"
	| "about"
	| "more than"
	| "at least"
	| "less than"
	| "at most"
	| "between";

/** Where a number goes: "a 4% decline" is 4, down. */
export type Trend = "up" | "down";

/**
 * One number, or the two ends of a range, lower first; words of scale applied, no sign save that
 * of a temperature. A vague count is the range that it spans: "hundreds" is 100 to 1,000.
 */
export type Value = number | readonly [number, number];

export type FigureKind =
	| "money"
	| "percent"
	| "count"
	| "measure"
	| "duration"
	| "date"
	| "ordinal";

/** A bound, a value and a unit: what a figure says, wherever it stands. */
export interface Quantity {
	readonly bound: Bound;
	/** null for a date. */
	readonly value: Value | null;
	/**
	 * In what it is counted: an ISO 4217 code for money (`USD`, `USD per share`), `percent`,
	 * `percentage point`, an SI or CLDR unit in the singular (`kilometer`, `barrel per day`), or the
	 * singular noun that is counted (`job`); null when nothing is.
	 */
	readonly unit: string | null;
	/**
	 * How finely the value is printed, in units of the value: 100,000 for "12.0 million", 1,000,000
	 * for "12 million"; of a range the finer end; null where the words do not say.
	 */
	readonly step?: number | null;
}

/** A figure's quantity once more in another unit, as printed in brackets beside it. */
export interface Conversion extends Span {
	readonly value: Value;
	readonly unit: string | null;
	readonly step?: number | null;
}

/** A quantity at its span: the words that print it, qualifiers left out ("about $25 billion" is at "$25 billion"). */
export interface Figure extends Quantity, Span {
	readonly kind: FigureKind;
	/** The words at the span, verbatim. */
	readonly text: string;
	readonly trend: Trend | null;
	/** What is measured ("edge AI market"), in the sentence's own words; null when it does not say. */
	readonly counts: string | null;
	/** Of a date: ISO 8601 date, month, quarter, year or interval; null while it hangs on a date of publication. */
	readonly iso: string | null;
	/** The same quantity in another unit, printed beside it in brackets ("12 km (7.5 miles)"). */
	readonly conversion: Conversion | null;
	/** From-to changes: the span of the figure's other end in the same text ("from 6.4% to 6.1%"). */
	readonly changedFrom: Span | null;
	/** The span of the date in the same text that the figure belongs to ("$25 billion in 2025"). */
	readonly time?: Span | null;
	/** Of a time that hangs on another ("a year earlier"): the words of the date before it in the same text. */
	readonly anchor?: string | null;
	/** Of a month: its sentence tells what is to come. */
	readonly ahead?: boolean;
}
