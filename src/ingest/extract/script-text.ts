import type { PageDocument } from "./page-nodes.ts";

/** Shorter strings are no article. */
const SHORTEST = 300;
const MOST_CANDIDATES = 5;
/** Scripts hold strings of JSON in strings of JSON. */
const DEEPEST = 2;

/**
 * The longest strings in a page's scripts, the longest first: where a page is put together in the browser, its
 * article is one of them, as HTML or as text.
 */
export function textsInScripts(page: PageDocument): readonly string[] {
	return [...page.querySelectorAll("script")]
		.flatMap(script => stringsOf(script.textContent ?? "", 0))
		.toSorted((one, other) => other.length - one.length)
		.slice(0, MOST_CANDIDATES);
}

function stringsOf(code: string, depth: number): readonly string[] {
	const own = literalsOf(code).map(unescaped);
	if (depth === DEEPEST) return own;
	return own.flatMap(text => {
		const inner = stringsOf(text, depth + 1);
		return inner.length === 0 ? [text] : inner;
	});
}

/** The long literals between double quotes; reads each character once. */
function literalsOf(code: string): readonly string[] {
	const found: string[] = [];
	let open = code.indexOf('"');
	while (open !== -1) {
		let at = open + 1;
		while (at < code.length && code[at] !== '"') at += code[at] === "\\" ? 2 : 1;
		if (at >= code.length) break;
		if (at - open > SHORTEST) found.push(code.slice(open, at + 1));
		open = code.indexOf('"', at + 1);
	}
	return found;
}

function unescaped(literal: string): string {
	try {
		return String(JSON.parse(literal));
	} catch {
		return "";
	}
}
