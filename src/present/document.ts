import type { Choice } from "../answers/answer.ts";
import type { WordChange } from "../quotations/quotation.ts";

/** A run of words in a line. Text is as read or as worded by us: renderers escape it. */
export type Inline =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "strong"; readonly text: string }
	| { readonly kind: "link"; readonly text: string; readonly url: string };

/** A part of a document that is never split between pages. */
export type Block =
	| { readonly kind: "heading"; readonly text: string }
	| { readonly kind: "line"; readonly inlines: readonly Inline[] }
	/** Verbatim words, who printed them, and remarks; `changes` marks a quotation's other words. */
	| {
			readonly kind: "excerpt";
			readonly label: readonly Inline[];
			readonly text: string | null;
			readonly link: string | null;
			readonly remarks: readonly string[];
			readonly changes: readonly WordChange[];
	  }
	| { readonly kind: "remark"; readonly text: string }
	/** Ends what stands under the heading above: what comes next belongs to the whole. */
	| { readonly kind: "end of part" };

/** What is said, in the order of reading, before Discord or the terminal gives it a form. */
export interface Document {
	readonly title: string;
	/** The question asked, shown back; null where there is none. */
	readonly question: string | null;
	/** The answer in one line. */
	readonly lead: string;
	readonly blocks: readonly Block[];
	readonly choices: readonly Choice[];
	/** The story, the number of articles, and the age of the snapshot. */
	readonly footer: string;
}
