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

/**
 * The tree of a page; a part of one is taken for a body's. Scripts do not run and nothing is loaded. The caller has looked ahead
 * (`lookAhead`), since a page nested without end takes for ever.
 */
export function parsePage(html: string): PageDocument {
	const isWhole = /<html[\s>]/iu.test(html) && /<body[\s>]/iu.test(html);
	const whole = isWhole ? html : `<html><body>${html}</body></html>`;
	const page: { readonly document: PageDocument } = parseHTML(whole);
	return page.document;
}

/** Whether a node is an element. */
export function isElement(node: PageNode): node is PageElement {
	return node.nodeType === ELEMENT_NODE;
}

/** Whether a node is text that a page shows. */
export function isText(node: PageNode): boolean {
	return node.nodeType === TEXT_NODE;
}
