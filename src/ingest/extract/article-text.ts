import { Readability } from "@mozilla/readability";
import { type Block, lengthOf, readBlocks } from "./blocks.ts";
import { chooseBlocks, isProse } from "./choose-blocks.ts";
import {
	handDownClasses,
	removeClutter,
	removeConsent,
	removeForeign,
	removeHidden,
	reveal,
} from "./clutter.ts";
import { fillGaps } from "./fill-gaps.ts";
import { type LinkedObject, textsOf } from "./json-ld.ts";
import { lookAhead } from "./look-ahead.ts";
import { type PageDocument, type PageElement, parsePage } from "./page-nodes.ts";
import { textsInScripts } from "./script-text.ts";

/** Fewer words than these make one look elsewhere for more. */
const FEW_WORDS = 60;

/** Letters of a short sentence. */
const SENTENCE = 40;

/** Of a page's own copy of its text in JSON-LD, so much is found where the right text is found. */
const LEAST_COVERED = 0.5;

/**
 * The blocks of a page's article, in the order of reading; empty where none is found. Readability tells
 * where the article is; what it missed is added, and what the page's makers put into and around it is left out.
 * Where that is not the text whose copy the page has in JSON-LD, the copy is taken; where hardly a word is
 * found, what the page hides or its scripts hold until they have run, else all that it shows. The page is of no
 * more use.
 */
export function findArticle(
	html: string,
	page: PageDocument,
	linked: LinkedObject | null,
): readonly Block[] {
	const around = readAround(page);
	const found = located(parsePage(html), around);
	const copied = textsOf(linked?.["articleBody"]).flatMap(readCopy);
	if (isEnough(copied) && coverage(copied, found) < LEAST_COVERED) return copied;
	if (isEnough(found)) return found;
	const late = found.some(block => isProse(block)) ? [] : findLate(html, around);
	return isEnough(late) ? late : moreOf(found, html);
}

/** What a page hides, or its scripts hold, until they have run. */
function findLate(html: string, around: readonly Block[]): readonly Block[] {
	const hidden = located(reveal(parsePage(html)), around);
	if (isEnough(hidden)) return hidden;
	const isText = (blocks: readonly Block[]) =>
		isEnough(blocks.filter(block => isProse(block, SENTENCE)));
	return textsInScripts(parsePage(html)).map(readCopy).find(isText) ?? [];
}

/** All that a page shows, where that says more than what was found. */
function moreOf(found: readonly Block[], html: string): readonly Block[] {
	const page = parsePage(html);
	removeHidden(page);
	removeConsent(page);
	const shown = chosen(page.body);
	// A brief is short, and what stands around it on its page is no prose.
	const isMore = lengthOf(shown.filter(block => isProse(block))) > 2 * lengthOf(found);
	return isMore || found.length === 0 ? shown : found;
}

/** The blocks of a text out of a script, which may be HTML; none where no page has the like. */
function readCopy(text: string): readonly Block[] {
	const html = asPage(text);
	return lookAhead(html, "page") === null ? chosen(parsePage(html).body) : [];
}

function located(page: PageDocument, around: readonly Block[]): readonly Block[] {
	const found = chosen(readable(page));
	return found.length === 0 ? found : chooseBlocks(fillGaps(found, around));
}

/** What a page shows but for what is named as foreign. */
function readAround(page: PageDocument): readonly Block[] {
	removeHidden(page);
	if (page.body === null) return [];
	for (const element of [...page.querySelectorAll('[aria-hidden="true"]')]) element.remove();
	removeForeign(page.body);
	removeClutter(page.body);
	return readBlocks(page.body);
}

/** How much of what one text says stands in the other, from 0 to 1: of its longer words, or of its signs by two. */
function coverage(blocks: readonly Block[], others: readonly Block[]): number {
	const [words, known] = [blocks, others].map(
		each =>
			new Set(
				each.flatMap(
					({ text }) =>
						text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{2}|\p{L}{5,}/gu) ?? [],
				),
			),
	);
	return [...(words ?? [])].filter(word => known?.has(word)).length / Math.max(1, words?.size ?? 0);
}

function readable(page: PageDocument): PageElement | null {
	removeHidden(page);
	removeConsent(page);
	handDownClasses(page);
	const settings = { keepClasses: true, serializer: (element: PageElement) => element };
	return new Readability<PageElement>(page, settings).parse()?.content ?? null;
}

/** Where names of classes would have most of an article left out, they mean something else. */
const LEAST_KEPT = 0.5;

function chosen(element: PageElement | null): readonly Block[] {
	if (element === null) return [];
	removeForeign(element);
	const all = readBlocks(element);
	removeClutter(element);
	const kept = chooseBlocks(readBlocks(element));
	return lengthOf(kept) < LEAST_KEPT * lengthOf(all) ? chooseBlocks(all) : kept;
}

function isEnough(blocks: readonly Block[]): boolean {
	return blocks.reduce((sum, { text }) => sum + countWords(text), 0) >= FEW_WORDS;
}

/** Words, where a language parts them; of one that does not, a word to every two characters. */
function countWords(text: string): number {
	return (
		text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{1,2}|[\p{L}\p{N}]+/gu)
			?.length ?? 0
	);
}

/** A text that may be HTML already. */
function asPage(text: string): string {
	const isMarkup = /<(?:p|br|div|h\d)\b/iu.test(text);
	return `<html><body>${isMarkup ? text : text.replaceAll("<", "&lt;").replace(/\n+/gu, "<p>")}</body></html>`;
}

/**
 * Blocks as text: blank lines between paragraphs, and headings, lists and block quotations marked as in
 * Markdown. Nothing is escaped, since an article's text is kept as published.
 */
export function writeBlocks(blocks: readonly Block[]): string {
	return blocks
		.map((block, index) => {
			const isListed = block.kind === "item" && blocks[index - 1]?.kind === "item";
			const gap = index === 0 ? "" : isListed ? "\n" : "\n\n";
			return gap + writeBlock(block);
		})
		.join("");
}

function writeBlock({ kind, level, text }: Block): string {
	const line = text.replace(/\n+/gu, "\n");
	if (kind === "heading") return `${"#".repeat(level)} ${line.replaceAll("\n", " ")}`;
	if (kind === "item") return `- ${line.replaceAll("\n", " ")}`;
	if (kind === "quotation") return line.replace(/^/gmu, "> ");
	return line;
}
