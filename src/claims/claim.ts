import type { Excerpt } from "../corpus/excerpt.ts";
import type { Bound, Trend, Value } from "../figures/figure.ts";

export type { Excerpt } from "../corpus/excerpt.ts";

export interface Attribution {
	/** Whom the outlet credits, as printed ("Grand View Research"). */
	readonly source: string;
	/** The words that credit ("according to"). */
	readonly cue: string;
}

export type Strength = "may" | "could" | "is" | "will";

/** How an outlet prints a quotation. */
export type Form = "exact" | "folded" | "changed" | "paraphrase";

/** One article's printing of a claim. */
export interface Report {
	readonly outlet: string;
	readonly article: string;
	/** The outlet of the card that the report stands in; null in the article's own text. */
	readonly via: string | null;
	/** The figure with its qualifiers, the date, the credit or the quotation, as printed. */
	readonly printed: string;
	/** null where it tells no number; of a date the year or years that it is, null where it tells a month or day. */
	readonly value: Value | null;
	readonly unit: string | null;
	readonly bound: Bound;
	readonly trend: Trend | null;
	/** ISO 8601 date, year or interval that the report speaks of. */
	readonly asOf: string | null;
	readonly attribution: Attribution | null;
	readonly strength: Strength | null;
	/** Of a quotation; null otherwise. */
	readonly form: Form | null;
	readonly excerpt: Excerpt;
}

/** Reports that agree, as indexes into the claim's reports. */
export interface Position {
	readonly value: Value | string | null;
	readonly reports: readonly number[];
}

export type CheckKind =
	| "arithmetic"
	| "date"
	| "conversion"
	| "wording"
	| "credit"
	| "strength"
	| "source"
	| "framing"
	| "lineage";

interface Computed {
	/** The check in words, with its arithmetic or the words compared. */
	readonly text: string;
	readonly holds: boolean | null;
	/** Indexes into the reports of the claim that carries the check. */
	readonly reports: readonly number[];
}

/** What several outlets' reports rest on, so that they are no independent confirmations of one another. */
export interface Origin {
	/** Nearly the same text, or one source. */
	readonly kind: "text" | "source";
	/** What they rest on in words: "one forecast by Acme Research", "nearly the same text (Reuters)". */
	readonly words: string;
}

/** Which reports of a claim rest on one thing. */
export interface Lineage extends Computed {
	readonly kind: "lineage";
	readonly origin: Origin;
}

/** A check of what the reports print. */
export interface PlainCheck extends Computed {
	readonly kind: Exclude<CheckKind, "lineage">;
}

/** Something computed from the reports. `holds` is null where a check only tells, and false where the reports contradict it. */
export type Check = PlainCheck | Lineage;

export type ClaimKind = "figure" | "date" | "attribution" | "quotation" | "statement";
export type Agreement = "agree" | "differ" | "single";
export type Difference = "contradiction" | "time" | "scope" | "disputed" | "self";
export type ClaimId = `${ClaimKind}-${string}`;

/** One thing that the coverage says, whoever says it. */
export interface Claim {
	/** Stays the same across refreshes while the reports are the same thing. */
	readonly id: ClaimId;
	/** A short noun phrase in the coverage's own words ("edge AI market in 2033"). */
	readonly label: string;
	/** What is measured or asserted. */
	readonly measure: string;
	readonly kind: ClaimKind;
	readonly unit: string | null;
	readonly agreement: Agreement;
	readonly difference: readonly Difference[];
	/** Each report stands in exactly one. */
	readonly positions: readonly Position[];
	/** In the order of publication where known, else of outlets. */
	readonly reports: readonly Report[];
	/** Outlets with an article in the story and no report of this claim that was found. */
	readonly silent: readonly string[];
	readonly checks: readonly Check[];
}
