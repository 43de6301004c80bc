import { Readability } from "@mozilla/readability";
import { type Block, readBlocks } from "./blocks.ts";
import type { PageDocument, PageElement } from "./page-nodes.ts";

/** The blocks of a page's article, in the order of reading; empty where none is found. */
export function findArticle(page: PageDocument): readonly Block[] {
	const found = new Readability<PageElement>(page, {
		keepClasses: true,
		serializer: element => element,
	}).parse();
	return found?.content === null || found?.content === undefined ? [] : readBlocks(found.content);
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
