import type { Check, Claim, Excerpt } from "../claims/claim.ts";
import type { WordChange } from "../quotations/quotation.ts";

/**
 * found: the coverage says it; differ: it says it in several ways; not-covered: nothing on it;
 * not-reported: the thing is covered, the figure asked about is not; contradicted: the coverage says
 * otherwise; several: more than one thing fits, choose.
 */
export type AnswerKind =
	| "found"
	| "differ"
	| "not-covered"
	| "not-reported"
	| "contradicted"
	| "several";

/** One line of a section: who, in which words, and what is worth saying beside it. */
export interface Entry {
	/** Who and when: the outlet ("Bitcoinist, via A47 News"), or a claim's label. */
	readonly label: string;
	/** ISO 8601 date of publication; null where unknown. */
	readonly published: string | null;
	/** Whether that date was guessed and nobody has confirmed it; left out where not. */
	readonly dateIsUnconfirmed?: boolean;
	readonly excerpt: Excerpt | null;
	/** Short remarks of ours: bound, time, credited source, form of a quotation. */
	readonly remarks: readonly string[];
	/** A quotation's words against the version that most outlets print. */
	readonly changes: readonly WordChange[];
}

/** A part of an answer under a heading, in the order of reading. */
export interface Section {
	readonly heading: string;
	readonly entries: readonly Entry[];
}

/** Something the reader may mean or want next. */
export interface Choice {
	readonly label: string;
	/** The command that shows it ("claim") and the values of its options. */
	readonly command: string;
	readonly values: Readonly<Record<string, string>>;
}

/** Everything said in reply, before any rendering. */
export interface Answer {
	readonly kind: AnswerKind;
	/** The story's id. */
	readonly story: string;
	readonly question: string | null;
	/** The answer in one line. */
	readonly text: string;
	readonly claims: readonly Claim[];
	/** Every excerpt shown, in the order of the sections. */
	readonly excerpts: readonly Excerpt[];
	/** Outlets of the story with no report found. */
	readonly silent: readonly string[];
	readonly checks: readonly Check[];
	/** Remarks that belong to the whole: what was assumed, what is left out. */
	readonly notes: readonly string[];
	readonly sections: readonly Section[];
	/** Of `several`: what it may be. Otherwise what to look at next. */
	readonly choices: readonly Choice[];
}
