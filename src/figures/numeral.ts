import type { Span } from "../text/span.ts";

/** A number as a text prints it, before anything is said of what it measures. */
export interface Numeral extends Span {
	/** Scale applied, sign left out; the two ends of a vague number ("hundreds"). */
	readonly value: number | readonly [number, number];
	/** The factor of its word or letter of scale; 1 without one. */
	readonly scale: number;
	/** Size of the last printed digit, scale applied; trailing zeros of a whole number do not count. */
	readonly step: number;
	readonly written: "digits" | "words" | "fraction" | "vague";
	/** A minus sign, "minus" or "negative" stands before it. */
	readonly negative: boolean;
}
