import type { Span } from "../text/span.ts";

/** Words inside quotation marks; the span leaves the marks themselves out. */
export interface Quotation extends Span {
	/** The words at the span, verbatim. */
	readonly text: string;
	/** Who says them as the text prints it ("Galaxy's head of research Alex Thorn"); null when it does not say. */
	readonly speaker: string | null;
	/** The word that credits the speaker ("stated", "according to"); null without a speaker. */
	readonly cue: string | null;
	/** Speech, or a term or title set in marks ("Global South"), which nobody says. */
	readonly kind: "speech" | "term";
}
