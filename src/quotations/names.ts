import { SENTENCE_STARTERS } from "../text/abbreviations.ts";
import { ORGANIZATIONS, TIMES, TITLES } from "./cues.ts";

/** A short form that a text gives to a name: "Grand View Research (GVR)". */
export interface Alias {
	readonly name: string;
	readonly alias: string;
}

const CAPITALIZED = String.raw`\p{Lu}[\p{L}\p{N}.&’'-]*`;
const SMALL = "of|for|and|the|de|van|von|der|den|al|bin|da|di|la|le|el";
const SMALL_WORDS = new Set(SMALL.split("|"));
const RUN = new RegExp(
	String.raw`${CAPITALIZED}(?:[ \u00a0](?:(?:${SMALL})[ \u00a0])*${CAPITALIZED})*`,
	"gu",
);
const BRACKETED =
	/((?:[\p{L}\p{N}&’'.-]+[ \u00a0]){1,8})\((?:the[ ])?["“]?(\p{Lu}[\p{L}\p{N}&.-]{1,7})["”]?\)/gu;
const SPELLED_BEHIND =
	/\b(\p{Lu}[\p{L}\p{N}&]{1,7})[ \u00a0]\(([\p{L}’'-]+(?:[ \u00a0-][\p{L}’'-]+){1,7})\)/gu;

/** The last words of `name` whose first letters, small words counted or not, spell the alias; null when none do. */
function spelledOut(name: string, alias: string): string | null {
	const letters = alias.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
	const words = name.trim().split(/[\s\u00a0]+/);
	for (let from = words.length - 1; from >= 0; from--) {
		const tail = words.slice(from);
		const all = tail.join("-").split("-");
		const large = all.filter(word => !SMALL_WORDS.has(word));
		const spells = [all, large].some(
			some => some.map(word => word[0]?.toLowerCase() ?? "").join("") === letters,
		);
		if (spells && !SMALL_WORDS.has(tail[0] ?? "")) return tail.join(" ");
	}
	return null;
}

// Longer than any name before a bracket, or any words within one.
const REACH = 160;

/** What stands around the opening brackets of a text, a line each: the patterns are slow on all of it. */
function aroundBrackets(text: string): string {
	return Array.from(text.matchAll(/\(/gu), ({ index }) =>
		text.slice(Math.max(0, index - REACH), index + REACH),
	).join("\n");
}

/**
 * The abbreviations that a text introduces in brackets, with the words that they spell, of names and
 * other things: "artificial intelligence (AI)", "IoT (Internet of Things)".
 */
export function abbreviationsIn(text: string): readonly Alias[] {
	const found = new Map<string, string>();
	const near = aroundBrackets(text);
	const pairs = [
		...[...near.matchAll(BRACKETED)].map(([, name = "", alias = ""]) => ({ name, alias })),
		...[...near.matchAll(SPELLED_BEHIND)].map(([, alias = "", name = ""]) => ({ name, alias })),
	];
	for (const { name, alias } of pairs) {
		const spelled = spelledOut(name, alias);
		if (spelled !== null && !found.has(alias)) found.set(alias, spelled);
	}
	return [...found].map(([alias, name]) => ({ name, alias }));
}

/**
 * The abbreviations that a text introduces for names.
 *
 * @example aliasesIn("the Japan Meteorological Agency (JMA) said") // name "Japan Meteorological Agency", alias "JMA"
 */
export function aliasesIn(text: string): readonly Alias[] {
	return abbreviationsIn(text).filter(({ name }) => /^\p{Lu}/u.test(name));
}

const bare = (word: string): string => word.toLowerCase().replace(/\.$/, "");

/** The stretches of a run of capitals between its possessives: "Galaxy's Ann Lee" holds two. */
function betweenPossessives(run: string): readonly (readonly string[])[] {
	return run.split(/['’]s(?=[ \u00a0]|$)/).map(part => part.trim().split(/[ \u00a0]/));
}

/** The words that may be a person's name: after the last title and the last stop. */
function personWords(words: readonly string[]): readonly string[] {
	const skip = words.findLastIndex((word, index) => {
		const stops = index < words.length - 1 && /\p{L}{2}\.$/u.test(word);
		return stops || TITLES.has(bare(word));
	});
	const rest = words.slice(skip + 1).map(word => word.replace(/[.’']$/, ""));
	const first = bare(rest[0] ?? "");
	return SENTENCE_STARTERS.has(first) || TIMES.has(first) ? rest.slice(1) : rest;
}

const LONGEST_NAME = 3;

function isPersonName(words: readonly string[]): boolean {
	const large = words.filter(word => !SMALL_WORDS.has(word));
	if (large.length < 2 || large.length > LONGEST_NAME) return false;
	return words.every(
		word =>
			!ORGANIZATIONS.has(bare(word)) &&
			!TIMES.has(bare(word)) &&
			!/^(?:of|for|and|the)$/.test(word) &&
			!/^\p{Lu}{2,}$/u.test(word),
	);
}

/** The full names of a text by surname, each with how often it stands there. */
export type FullNames = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The names of two or three words, small ones aside, that a text prints, by their last word. */
export function fullNamesIn(text: string): FullNames {
	const names = new Map<string, Map<string, number>>();
	const runs = [...text.matchAll(RUN)].flatMap(([run]) => betweenPossessives(run));
	for (const words of runs.map(personWords).filter(isPersonName)) {
		const surname = words.at(-1) ?? "";
		const counts = names.get(surname) ?? new Map<string, number>();
		const name = words.join(" ");
		names.set(surname, counts.set(name, (counts.get(name) ?? 0) + 1));
	}
	return names;
}

/** The one full name that ends with `surname`, when no other stands nearly as often; else null. */
export function fullNameOf(names: FullNames, surname: string): string | null {
	const counts = [...(names.get(surname) ?? [])].sort(([, a], [, b]) => b - a);
	const [first, second] = counts;
	if (first === undefined) return null;
	return second === undefined || first[1] >= 2 * second[1] ? first[0] : null;
}
