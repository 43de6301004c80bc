import type { Span } from "../text/span.ts";

/** Words inside quotation marks; the span leaves the marks themselves out. */
export interface Quotation extends Span {
	/** The words at the span, verbatim. */
	readonly text: string;
	/**
	 * Who says them, by the fullest name that the text has for that speaker ("Alex Thorn" for "Thorn"
	 * or "he"); as printed where that is not certain; null when the text does not say.
	 */
	readonly speaker: string | null;
	/** The speaker in the words beside the quotation ("Galaxy's head of research Alex Thorn", "it"); null without one. */
	readonly speakerAsPrinted: string | null;
	/** The word that credits the speaker ("stated", "according to"); null without a speaker. */
	readonly cue: string | null;
	/** Speech, or a term or title set in marks ("Global South"), which nobody says. */
	readonly kind: "speech" | "term";
}

/** A piece of a quotation set beside another printing: the same, only there (added), or only here (removed). */
export interface WordChange {
	readonly kind: "same" | "added" | "removed";
	readonly text: string;
}
