import { type Span, slice } from "../text/span.ts";
import type { Article } from "./article.ts";
import { addDirective, type PageWords, readPageWords, textFragment } from "./text-fragment.ts";

/** Words shown to a reader: `article.body.slice(start, end) === text`. */
export interface Excerpt {
	readonly outlet: string;
	/** The article's id. */
	readonly article: string;
	readonly text: string;
	readonly start: number;
	readonly end: number;
	/** The article's address; null when it has none. */
	readonly url: string | null;
	/** The address with a text fragment that leads to the sentence; null without an address. */
	readonly link: string | null;
}

// An article gives many excerpts, and its page's words cost more than a link does.
const pages = new WeakMap<Article, PageWords>();

/**
 * The words of an article at `span`, with the link that leads to them. White space at the span's
 * ends is left out; a span that reaches beyond the body is cut there.
 */
export function makeExcerpt(article: Article, span: Span): Excerpt {
	const words = slice(article.body, span);
	const start = span.start + (words.length - words.trimStart().length);
	const text = words.trim();
	const end = start + text.length;
	const { id, outlet, url } = article;
	const link = url === null ? null : linkTo(article, url, { start, end });
	return { outlet, article: id, text, start, end, url, link };
}

/** Whether the excerpt's words stand in the article, verbatim, where it says that they do. */
export function excerptHolds(excerpt: Excerpt, article: Article): boolean {
	const sameArticle = excerpt.article === article.id && excerpt.outlet === article.outlet;
	return sameArticle && excerpt.text !== "" && slice(article.body, excerpt) === excerpt.text;
}

function linkTo(article: Article, url: string, span: Span): string {
	const page = pages.get(article) ?? readPageWords(article.body);
	pages.set(article, page);
	return addDirective(url, textFragment(page, span));
}
