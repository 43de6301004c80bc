import { Parser } from "htmlparser2";
import { type Refused, refused } from "../fetch/fetched.ts";

/**
 * What no real page has more of: 2,228 real pages reach 10,110 elements and a depth of 51, while
 * 20,000 nested elements (220 kB) keep the tree busy for more than 25 seconds.
 */
const LIMITS = {
	/** UTF-16 code units of the whole. */
	size: 5 * 1024 * 1024,
	elements: 20_000,
	depth: 128,
	/** Elements and texts in one element; a real page reaches 7,421, and the tree is slow with many. */
	children: 10_000,
	attributes: 1_000,
	/** Characters of a class, an id, a style or a name of what an element is. */
	name: 16_384,
	/** Characters of visible text, which is five long novels. */
	text: 2_500_000,
	/** Runs of text; each reference to a character begins one, and 1,000,000 of them take minutes. */
	runs: 50_000,
};

const NAMES: ReadonlySet<string> = new Set(["class", "id", "style", "rel", "itemprop", "property"]);
const SILENT: ReadonlySet<string> = new Set(["script", "style", "template", "noscript"]);

/** Enough to be quick, and few enough that a page is left soon after it goes wrong. */
const CHUNK = 16_384;

/**
 * Looks through a page as a stream, before a tree is made of it. Gives why it is refused; null where
 * it may be read. A feed may have any number of elements, since no tree is made of it.
 */
export function lookAhead(text: string, what: "page" | "feed"): Refused | null {
	if (text.length > LIMITS.size) return excess(what, "is larger than 5 MB");
	const isFeed = what === "feed";
	let wrong: string | null = null;
	let elements = 0;
	/** How much stands in each of the elements that are open. */
	const children = [0];
	let isText = false;
	let silent = 0;
	let shown = 0;
	let runs = 0;
	function count(): void {
		const inside = (children.pop() ?? 0) + 1;
		children.push(inside);
		if (inside > LIMITS.children && !isFeed) wrong ??= "has an element with more than 10,000 parts";
	}
	const parser = new Parser(
		{
			onopentag: (name, attributes) => {
				elements += 1;
				count();
				isText = false;
				children.push(0);
				if (SILENT.has(name)) silent += 1;
				if (elements > LIMITS.elements && !isFeed) wrong ??= "has more than 20,000 elements";
				if (children.length > LIMITS.depth + 1) wrong ??= "nests more than 128 elements";
				wrong ??= excessOf(attributes);
			},
			onclosetag: name => {
				children.pop();
				isText = false;
				if (SILENT.has(name)) silent -= 1;
			},
			ontext: data => {
				if (silent === 0) shown += data.length;
				runs += 1;
				// A reference to a character goes on in the same text.
				if (!isText) count();
				isText = true;
				if (runs > LIMITS.runs && !isFeed) wrong ??= "has more than 50,000 character references";
				if (shown > LIMITS.text) wrong ??= "has more text than a book";
			},
		},
		{ xmlMode: isFeed },
	);
	for (let at = 0; at < text.length && wrong === null; at += CHUNK) {
		parser.write(text.slice(at, at + CHUNK));
	}
	return wrong === null ? null : excess(what, wrong);
}

function excessOf(attributes: Readonly<Record<string, string>>): string | null {
	const names = Object.keys(attributes);
	if (names.length > LIMITS.attributes) return "has an element with more than 1,000 attributes";
	const long = names.find(name => NAMES.has(name) && (attributes[name]?.length ?? 0) > LIMITS.name);
	return long === undefined ? null : `has an attribute "${long}" longer than 16 kB`;
}

function excess(what: string, wrong: string): Refused {
	return refused(`the ${what} ${wrong}, which no real one does`);
}
