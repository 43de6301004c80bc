import { isElement, isText, type PageElement, type PageNode } from "./page-nodes.ts";

export type BlockKind = "paragraph" | "heading" | "item" | "quotation" | "caption" | "cell";

/** A run of text that stands for itself on a page: a paragraph, heading, list item, caption or cell. */
export interface Block {
	readonly kind: BlockKind;
	/** Of a heading, 1 to 6; else 0. */
	readonly level: number;
	/** White space as in a line of text; "\n" where the page breaks a line. */
	readonly text: string;
	/** How many of its characters are links. */
	readonly linked: number;
	/** What it stands in: the elements around it by name and class, but for lists. Alike of one text's parts. */
	readonly place: string;
}

const SKIPPED: ReadonlySet<string> = new Set([
	"script",
	"style",
	"noscript",
	"template",
	"iframe",
	"object",
	"embed",
	"svg",
	"canvas",
	"button",
	"input",
	"select",
	"textarea",
	"option",
	"audio",
	"video",
	"head",
	"title",
]);

const KINDS: Readonly<Record<string, BlockKind>> = {
	h1: "heading",
	h2: "heading",
	h3: "heading",
	h4: "heading",
	h5: "heading",
	h6: "heading",
	li: "item",
	dt: "item",
	dd: "item",
	blockquote: "quotation",
	figcaption: "caption",
	caption: "caption",
	td: "cell",
	th: "cell",
};

const PARAGRAPHS: ReadonlySet<string> = new Set(
	"p div section article main header footer aside nav figure ul ol dl table thead tbody tfoot tr pre address hr form fieldset details summary center body html".split(
		" ",
	),
);

/** What a text's own parts may stand in or not. */
const NO_PLACES: ReadonlySet<string> = new Set(["p", "ul", "ol", "dl"]);

interface Setting {
	readonly kind: BlockKind;
	readonly level: number;
	readonly isLink: boolean;
	readonly place: string;
}

/** Gathers the inline text of one block until the next begins. */
interface Gatherer {
	readonly add: (text: string, setting: Setting) => void;
	/** A second break on end parts two blocks. */
	readonly breakLine: (setting: Setting) => void;
	readonly end: () => void;
	readonly blocks: readonly Block[];
}

function createGatherer(): Gatherer {
	const blocks: Block[] = [];
	let open = "";
	let linked = 0;
	let first: Setting | null = null;
	function add(text: string, setting: Setting): void {
		first ??= setting;
		open += text;
		if (setting.isLink) linked += text.trim().length;
	}
	function end(): void {
		const text = open
			.replace(/[^\S\n]+/gu, " ")
			.replace(/ ?\n ?/gu, "\n")
			.trim();
		if (text !== "" && first !== null) {
			const { kind, level, place } = first;
			blocks.push({ kind, level, text, linked, place });
		}
		open = "";
		linked = 0;
		first = null;
	}
	function breakLine(setting: Setting): void {
		if (/\n\s*$/u.test(open)) end();
		else add("\n", setting);
	}
	return { blocks, add, breakLine, end };
}

/** The blocks of an element, in the order of reading. */
export function readBlocks(root: PageElement): readonly Block[] {
	const gatherer = createGatherer();
	walk(root, { kind: "paragraph", level: 0, isLink: false, place: "" }, gatherer);
	gatherer.end();
	return gatherer.blocks;
}

function walk(element: PageElement, setting: Setting, gatherer: Gatherer): void {
	for (const node of element.childNodes) visit(node, setting, gatherer);
}

function visit(node: PageNode, setting: Setting, gatherer: Gatherer): void {
	if (!isElement(node)) {
		if (isText(node)) gatherer.add((node.textContent ?? "").replace(/\s+/gu, " "), setting);
		return;
	}
	const name = node.localName;
	if (SKIPPED.has(name)) return;
	if (name === "br") {
		gatherer.breakLine(setting);
		return;
	}
	const kind = KINDS[name];
	if (kind === undefined && !PARAGRAPHS.has(name)) {
		walk(node, { ...setting, isLink: setting.isLink || isLink(node) }, gatherer);
		return;
	}
	gatherer.end();
	walk(node, within(setting, node, kind), gatherer);
	gatherer.end();
}

/** An anchor without an address is a place to be linked to. */
function isLink(element: PageElement): boolean {
	return element.localName === "a" && element.getAttribute("href") !== null;
}

function within(setting: Setting, element: PageElement, kind: BlockKind | undefined): Setting {
	if (kind === undefined) return { ...setting, place: placeIn(setting.place, element) };
	const level = kind === "heading" ? Number(element.localName.slice(1)) : 0;
	return { ...setting, kind, level };
}

const LONGEST_NAMES = 80;
const LONGEST_PLACE = 400;

function placeIn(place: string, { localName, className }: PageElement): string {
	if (NO_PLACES.has(localName)) return place;
	const names = className.slice(0, LONGEST_NAMES).replace(/\d+/gu, "");
	return `${place}/${localName}.${names}`.slice(-LONGEST_PLACE);
}

/** How many characters blocks have together. */
export function lengthOf(blocks: readonly Block[]): number {
	return blocks.reduce((sum, { text }) => sum + text.length, 0);
}
