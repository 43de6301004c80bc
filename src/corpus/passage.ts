import type { Span } from "../text/span.ts";
import type { Article } from "./article.ts";

export type PassageKind = "title" | "heading" | "paragraph" | "item" | "question" | "caption";

/**
 * Why a passage or sentence is page furniture: navigation, a table of contents, words that stand
 * elsewhere in the article, a disclaimer, a byline or blurb, or a text that breaks off.
 */
export type Furniture = "navigation" | "contents" | "repeat" | "disclaimer" | "blurb" | "cut";

/** A paragraph, heading or list item of an article; list markers stand outside the span. */
export interface Passage extends Span {
	readonly kind: PassageKind;
	readonly furniture: Furniture | null;
	/** The outlet of the card that the passage stands in; null in the article's own text. */
	readonly via: string | null;
}

/** A sentence of a passage, verbatim at its span in the article's body. */
export interface Sentence extends Span {
	readonly text: string;
	readonly passage: Passage;
	readonly furniture: Furniture | null;
}

/** An article with its passages and sentences, furniture marked, in the order of the body. */
export interface ArticleText {
	readonly article: Article;
	readonly passages: readonly Passage[];
	readonly sentences: readonly Sentence[];
}
