import { barrierOf } from "../fetch/barrier.ts";
import { refused } from "../fetch/fetched.ts";
import { findArticle, writeBlocks } from "./article-text.ts";
import { readBlocks } from "./blocks.ts";
import { findLinkedArticle, isBehindPayment } from "./json-ld.ts";
import { lookAhead } from "./look-ahead.ts";
import { readMetadata } from "./metadata.ts";
import type { ArticleOutcome } from "./outcome.ts";
import { type PageElement, parsePage } from "./page-nodes.ts";
import { cleanText, saysEnough } from "./plain-text.ts";

/** A page of HTML, and what is known of it. */
export interface Page {
	readonly html: string;
	/** Where it was fetched; null for a file. */
	readonly address: string | null;
	/** No article is of a later day. */
	readonly now: Date;
}

const OPENING = 2_000;

/** The first words below the title, where a page says when it was published. */
function openingOf(body: PageElement | null): string {
	const blocks = body === null ? [] : readBlocks(body);
	const title = blocks.findIndex(({ kind, level }) => kind === "heading" && level === 1);
	const texts = blocks.slice(Math.max(0, title)).map(({ text }) => text);
	return texts.join("\n").slice(0, OPENING);
}

/** The article of a page of HTML, or why there is none to be read. */
export function readPage({ html, address, now }: Page): ArticleOutcome {
	const excess = lookAhead(html, "page") ?? barrierOf(html);
	if (excess !== null) return excess;
	const page = parsePage(html);
	const linked = findLinkedArticle(page);
	const opening = openingOf(page.body);
	const metadata = readMetadata({ page, linked, address, opening, now });
	const text = cleanText(writeBlocks(findArticle(html, page, linked)));
	if (!saysEnough(text)) return refused("no article was found on the page");
	const partial = linked !== null && isBehindPayment(linked);
	return { kind: "extracted", ...metadata, text, partial };
}
