import type { WordChange } from "../quotations/quotation.ts";
import { commandLine } from "./command-line.ts";
import type { Block, Document, Inline } from "./document.ts";
import { harmless, harmlessLine } from "./harmless.ts";
import { wrap } from "./wrap.ts";

/** How wide the terminal is, in columns, and whether it shows color. */
export interface TerminalStyle {
	readonly width: number;
	readonly color: boolean;
}

type Ink = "title" | "lead" | "heading" | "label" | "quiet";

/** Select Graphic Rendition codes of ECMA-48: the code that begins each style. */
const INKS: Readonly<Record<Ink, string>> = {
	title: "1;36",
	lead: "1",
	heading: "1;4",
	label: "1",
	quiet: "2",
};

/** What the words of a quotation that differ are called, behind them. */
const CHANGE_NAMES: Readonly<Record<Exclude<WordChange["kind"], "same">, string>> = {
	added: "added",
	removed: "left out",
};

const INDENT = "  ";
const BAR = "  │ ";

/** Below this many columns the text is no longer wrapped to the terminal but to this width. */
const LEAST_WIDTH = 24;

/**
 * A document as text for a terminal, wrapped to its width, ending in a line feed. Words from outside
 * are made harmless; a link, and a line to type, stands alone and whole, so that it can be copied.
 */
export function renderTerminal(document: Document, style: TerminalStyle): string {
	const { title, question, lead, choices, footer } = document;
	const blocks = document.blocks.filter(isShown);
	const page = pageOf(style);
	const head = [
		...page.lines(title, "title"),
		...(question === null ? [] : page.lines(`Question: ${harmlessLine(question)}`, "quiet")),
		"",
		...page.lines(lead, "lead"),
	];
	const next = choices.flatMap(({ label, command, values }) => [
		...page.lines(harmlessLine(label), null, INDENT),
		`${INDENT}${INDENT}${page.paint(commandLine(command, values), "quiet")}`,
	]);
	const parts = [
		head,
		...blocks.map((block, index) => [
			...gapBefore(block, blocks[index - 1]),
			...blockLines(block, page),
		]),
		...(next.length === 0 ? [] : [["", ...page.lines("See also", "heading"), ...next]]),
		["", ...page.lines(footer, "quiet")],
	];
	return `${parts.flat().join("\n")}\n`;
}

type Shown = Exclude<Block, { readonly kind: "end of part" }>;

/** An empty line tells well enough where a part ends. */
function isShown(block: Block): block is Shown {
	return block.kind !== "end of part";
}

interface Page {
	/** Text in lines of the page's width, each line in one style. */
	readonly lines: (text: string, ink: Ink | null, indent?: string) => readonly string[];
	readonly paint: (text: string, ink: Ink) => string;
}

function pageOf({ width, color }: TerminalStyle): Page {
	const columns = Math.max(width, LEAST_WIDTH);
	const paint = (text: string, ink: Ink): string =>
		color && text !== "" ? `\u001B[${INKS[ink]}m${text}\u001B[0m` : text;
	const lines: Page["lines"] = (text, ink, indent = "") =>
		wrap(harmless(text), columns - indent.length).map(
			line => indent + (ink === null ? line : paint(line, ink)),
		);
	return { lines, paint };
}

/** An empty line before each block but those that belong to what stands right above. */
function gapBefore(block: Shown, above: Shown | undefined): readonly string[] {
	const isBare = block.kind === "excerpt" && block.text === null;
	const isAfterBare = above?.kind === "excerpt" && above.text === null;
	const belongs = above?.kind === "heading" || (isBare && isAfterBare);
	return belongs || (block.kind === "line" && above?.kind === "line") ? [] : [""];
}

function blockLines(block: Shown, page: Page): readonly string[] {
	if (block.kind === "heading") return page.lines(block.text, "heading");
	if (block.kind === "remark") return page.lines(block.text, "quiet");
	if (block.kind === "line") return page.lines(plain(block.inlines), null);
	return excerptLines(block, page);
}

function excerptLines(
	{ label, text, link, remarks, changes }: Extract<Block, { readonly kind: "excerpt" }>,
	page: Page,
): readonly string[] {
	const changed = changes.some(({ kind }) => kind !== "same");
	return [
		...page.lines(withoutLinks(label), "label", INDENT),
		...(text === null ? [] : page.lines(text, null, BAR)),
		...(changed ? page.lines(`Changed words: ${wordsOf(changes)}`, null, BAR) : []),
		...(remarks.length === 0 ? [] : page.lines(remarks.join("; "), "quiet", BAR)),
		...(link === null ? [] : [`${BAR}${page.paint(harmlessLine(link), "quiet")}`]),
	];
}

/** A label without its link to the page: the address stands below, whole, with the way to the sentence. */
function withoutLinks(label: readonly Inline[]): string {
	return plain(label.filter(({ kind }) => kind !== "link")).replace(/ · $/u, "");
}

function plain(inlines: readonly Inline[]): string {
	const words = inlines.map(inline =>
		inline.kind === "link" ? `${inline.text} (${inline.url})` : inline.text,
	);
	return words.join("");
}

// Brackets tell where the words that the name behind them speaks of begin.
function wordsOf(changes: readonly WordChange[]): string {
	const marked = changes.map(({ kind, text }) => {
		const core = text.trim();
		return kind === "same" || core === "" ? text : ` [${core}] (${CHANGE_NAMES[kind]}) `;
	});
	return marked.join("").replace(/ {2,}/g, " ").trim();
}
