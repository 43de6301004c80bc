import type { PageDocument } from "./page-nodes.ts";

/** An object of JSON-LD, by the names of its fields. */
export type LinkedObject = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|Report|Posting|Review|Editorial|CreativeWork|Story|Chapter)$/u;
const DEEPEST = 6;
const MOST_OBJECTS = 500;
const LONGEST = 2_000_000;

/**
 * The article that a page describes in JSON-LD: the first object whose type says so, in graphs and
 * lists too. Null where there is none or it is not JSON.
 */
export function findLinkedArticle(page: PageDocument): LinkedObject | null {
	const scripts = [...page.querySelectorAll('script[type="application/ld+json"]')];
	const objects = scripts.flatMap(script => objectsOf(parseLenient(script.textContent ?? "")));
	return objects.find(isArticle) ?? null;
}

/** The text of a field: itself, or the name of the object that it holds; lists give several. */
export function textsOf(value: unknown, depth = 0): readonly string[] {
	if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
	if (depth > DEEPEST) return [];
	if (Array.isArray(value)) return value.slice(0, 20).flatMap(each => textsOf(each, depth + 1));
	if (!isObject(value)) return [];
	return textsOf(value["name"] ?? value["@id"] ?? value["url"], depth + 1);
}

/** Whether the page shows this article to those alone who pay. */
export function isBehindPayment(article: LinkedObject): boolean {
	return /^(?:false|https?:\/\/schema\.org\/false)$/iu.test(String(article["isAccessibleForFree"]));
}

function isArticle(object: LinkedObject): boolean {
	return textsOf(object["@type"]).some(type => ARTICLE.test(type));
}

function objectsOf(root: unknown): readonly LinkedObject[] {
	const found: LinkedObject[] = [];
	let level: readonly unknown[] = [root];
	for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
		const objects = level
			.flatMap(value => (Array.isArray(value) ? value : [value]))
			.filter(isObject);
		found.push(...objects.slice(0, MOST_OBJECTS));
		level = objects
			.slice(0, MOST_OBJECTS)
			.flatMap(object => [object["@graph"], object["mainEntity"], object["mainEntityOfPage"]]);
	}
	return found;
}

/** Pages wrap their JSON in comments, and break lines inside of strings. */
function parseLenient(text: string): unknown {
	const bare = text
		.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/u, "")
		.replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|(?:\/\/\s*)?\]\]>)\s*;?\s*$/u, "")
		.replace(/;\s*$/u, "")
		.replace(/\p{Cc}+/gu, " ");
	if (bare.length > LONGEST) return null;
	try {
		return JSON.parse(bare);
	} catch {
		return null;
	}
}

function isObject(value: unknown): value is LinkedObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
