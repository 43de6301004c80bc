import { stems } from "./terms.ts";

/** What short forms stand for: "AI" to "artificial intelligence", each as it is printed. */
export type Acronyms = ReadonlyMap<string, readonly string[]>;

const BRACKETS = /(?:([^\s()]+)\s+)?\(([^()\n]{2,80})\)/gu;
const SHORT_FORM = /^\p{Lu}[\p{L}\p{N}&.-]{1,9}$/u;
/** "(the “PA”)": what a text says that it will call something. */
const CALLED = /^the\s+["“]?([^"“”]+)["”]?$/iu;
const CAPITALS = /\p{Lu}/gu;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The short forms that texts explain themselves, in brackets behind what they stand for or before it:
 * "Internet of Things (IoT)", "IoT (Internet of Things)". The long form is found as Schwartz and Hearst
 * (2003, "A simple algorithm for identifying abbreviation definitions in biomedical text") do: every
 * letter of the short form stands in it in order, the first at its beginning.
 */
export function acronymsIn(texts: readonly string[]): Acronyms {
	const found = new Map<string, string[]>();
	for (const [short, long] of texts.flatMap(definitionsIn)) {
		const known = found.get(short) ?? [];
		if (!known.some(each => each.toLowerCase() === long.toLowerCase())) known.push(long);
		found.set(short, known);
	}
	return found;
}

/** Short names of countries and of the like that are acronyms, from Unicode's data: US, UK, UN. */
export const REGION_ACRONYMS: Acronyms = readRegions();

/**
 * Finds the short forms that a text's stems speak of in full: the stems of "artificial intelligence"
 * give that of "AI". Added to what is indexed and asked, both forms meet.
 */
export function shortFormFinder(
	acronyms: Acronyms,
): (stems: readonly string[]) => readonly string[] {
	const byFirst = new Map<string, { readonly long: readonly string[]; readonly short: string }[]>();
	for (const [short, longs] of acronyms) {
		for (const long of longs.map(stems)) {
			const [first] = long;
			const [stem] = stems(short);
			if (first === undefined || stem === undefined || long.length < 2) continue;
			byFirst.set(first, [...(byFirst.get(first) ?? []), { long, short: stem }]);
		}
	}
	return words =>
		words.flatMap((word, at) =>
			(byFirst.get(word) ?? [])
				.filter(({ long }) => long.every((stem, index) => words[at + index] === stem))
				.map(({ short }) => short),
		);
}

function definitionsIn(text: string): readonly (readonly [short: string, long: string])[] {
	return Array.from(text.matchAll(BRACKETS)).flatMap(match => {
		const [, before = "", inside = ""] = match;
		const start = match.index + match[0].length - inside.length - 2;
		const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start).trimEnd();
		const behind = defined(inside.trim().replace(CALLED, "$1"), line);
		const ahead = defined(before, inside.trim());
		return [behind, ahead !== null && ahead[1] === inside.trim() ? ahead : null].filter(
			definition => definition !== null,
		);
	});
}

function defined(printed: string, words: string): readonly [short: string, long: string] | null {
	const short = printed.replace(/(?<=\p{Lu})s$/u, "");
	if (!SHORT_FORM.test(short) || (short.match(CAPITALS) ?? []).length < 2) return null;
	// Their bound: a long form has at most twice as many words as the short one has letters, or 5 more.
	const most = Math.min(short.length + 5, short.length * 2);
	const near = words.split(/\s+/u).slice(-most).join(" ");
	const long = longFormIn(short, near);
	return long?.includes(" ") ? [short, long] : null;
}

/**
 * The shortest end of `words` that holds the letters of the short form in order. Capitals must begin a
 * word there, which theirs need not: most wrong pairs break it, and few right ones.
 */
function longFormIn(short: string, words: string): string | null {
	const lower = words.toLowerCase();
	let at = lower.length;
	for (let index = short.length - 1; index >= 0; index--) {
		const letter = short.charAt(index);
		if (!LETTER.test(letter)) continue;
		const begins = index === 0 || letter !== letter.toLowerCase();
		do at = at > 0 ? lower.lastIndexOf(letter.toLowerCase(), at - 1) : -1;
		while (begins && at > 0 && LETTER.test(lower.charAt(at - 1)));
		if (at < 0) return null;
	}
	return words.slice(at);
}

function readRegions(): Acronyms {
	const short = new Intl.DisplayNames(["en"], { type: "region", style: "short", fallback: "none" });
	const long = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
	const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
	const codes = letters.flatMap(first => letters.map(second => first + second));
	const rows = codes.map(code => [short.of(code), long.of(code)] as const);
	return new Map(
		rows.flatMap(([acronym, name]) =>
			acronym && name && acronym !== name && /^\p{Lu}+$/u.test(acronym) ? [[acronym, [name]]] : [],
		),
	);
}
