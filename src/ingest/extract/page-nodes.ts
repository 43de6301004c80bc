import { parseHTML } from "linkedom";

/** A text or comment node of a page, as far as it is read. */
export interface PageText {
	readonly nodeType: number;
	readonly textContent: string | null;
}

/** An element of a page, as far as it is read. */
export interface PageElement extends PageText {
	/** In lower case for HTML ("p"). */
	readonly localName: string;
	readonly id: string;
	className: string;
	readonly parentElement: PageElement | null;
	readonly childNodes: Iterable<PageNode>;
	readonly getAttribute: (name: string) => string | null;
	readonly querySelector: (selector: string) => PageElement | null;
	readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
	readonly contains: (other: PageElement) => boolean;
	readonly removeAttribute: (name: string) => void;
	readonly remove: () => void;
}

export type PageNode = PageText | PageElement;

/** A whole page, parsed. */
export interface PageDocument {
	readonly documentElement: PageElement;
	readonly body: PageElement | null;
	readonly querySelector: (selector: string) => PageElement | null;
	readonly querySelectorAll: (selector: string) => Iterable<PageElement>;
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** The tags of a page's frame; a page may have them twice, in one another, in a wrong place or not at all. */
const FRAME = /<\/?(?:html|head|body)(?=[\s>])[^<>]{0,4000}>/giu;
/** Closed as in XML, which the parser of HTML takes for open. */
const SELF_CLOSED = /<(?<name>script|style|iframe|a|textarea)(?<rest>\s[^<>]{0,4000})\/>/giu;
const LANGUAGE = /<html\s[^<>]{0,4000}?\blang\s*=\s*["']?(?<lang>[\w-]{2,35})/iu;

/** What stands in a page's head, by the name of its element. */
const IN_HEAD: ReadonlySet<string> = new Set([
	"title",
	"meta",
	"link",
	"base",
	"script",
	"style",
	"noscript",
]);

/**
 * The tree of a page or a part of one: all of it stands in one body, as browsers see to, but what leads as a
 * head does. Templates, which are no part of a page, are left out; scripts do not run and nothing is loaded.
 * The caller has looked ahead (`lookAhead`), since a page nested without end takes for ever.
 */
export function parsePage(html: string): PageDocument {
	const language = LANGUAGE.exec(html)?.groups?.["lang"] ?? "";
	const content = html.replace(FRAME, "").replace(SELF_CLOSED, "<$<name>$<rest>></$<name>>");
	const whole = `<html lang="${language}"><head></head><body>${content}</body></html>`;
	const { document: page }: { readonly document: ParsedPage } = parseHTML(whole);
	for (const template of [...page.querySelectorAll("template")]) template.remove();
	const children = [...(page.body?.childNodes ?? [])].filter(isElement);
	const inBody = children.findIndex(({ localName }) => !IN_HEAD.has(localName));
	page.head.append(...children.slice(0, inBody === -1 ? children.length : inBody));
	return page;
}

interface ParsedPage extends PageDocument {
	readonly head: { readonly append: (...nodes: readonly PageNode[]) => void };
}

/** Whether a node is an element. */
export function isElement(node: PageNode): node is PageElement {
	return node.nodeType === ELEMENT_NODE;
}

/** Whether a node is text that a page shows. */
export function isText(node: PageNode): boolean {
	return node.nodeType === TEXT_NODE;
}
