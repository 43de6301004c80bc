import { SENTENCE_STARTERS } from "../text/abbreviations.ts";
import { acronymsIn } from "../text/acronyms.ts";
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
/**
 * The abbreviations that a text introduces in brackets, with the words that they spell, of names and
 * other things: "artificial intelligence (AI)", "IoT (Internet of Things)".
 */
export function abbreviationsIn(text: string): readonly Alias[] {
	return [...acronymsIn([text])].flatMap(([alias, names]) =>
		names.slice(0, 1).map(name => ({ name, alias })),
	);
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
	// Text taken from a page may print a linked name twice: "Ann Lee Lee has".
	const rest = words
		.slice(skip + 1)
		.map(word => word.replace(/[.’']$/, ""))
		.filter((word, index, all) => word !== all[index - 1]);
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

/** A person whom a text presents, and the offset of the words that do so. */
export interface Person {
	readonly name: string;
	readonly at: number;
}

const AGE_BEHIND = /^,\s\d{1,2}(?=[,.;)]|\sand\b)/u;

/** The people whom a text presents by a title before the name or an age behind it ("Chairman Bo Chen", "Bo Chen, 71,"), in its order. */
export function peopleIn(text: string): readonly Person[] {
	return [...text.matchAll(RUN)].flatMap(match => {
		const words = match[0].split(/[ \u00a0]/);
		const isAged = AGE_BEHIND.test(text.slice(match.index + match[0].length));
		const name = personWords(words);
		const isPresented = isAged || words.some(word => TITLES.has(bare(word)));
		return isPresented && isPersonName(name) ? [{ name: name.join(" "), at: match.index }] : [];
	});
}

const COURTESY =
	/\b(Mr|Mrs|Ms|Miss)\.?[ \u00a0](?:\p{Lu}[\p{L}.'’-]*[ \u00a0])*?(\p{Lu}[\p{L}’'-]+)(?![ \u00a0]\p{Lu})/gu;

/** Which pronoun stands for whoever a text gives a courtesy title, by surname; both where two share one. */
export function pronounsIn(text: string): ReadonlyMap<string, ReadonlySet<string>> {
	const pronouns = new Map<string, Set<string>>();
	for (const [, title = "", printed = ""] of text.matchAll(COURTESY)) {
		const surname = printed.replace(/['’]s?$/u, "");
		const known = pronouns.get(surname) ?? new Set();
		pronouns.set(surname, known.add(title === "Mr" ? "he" : "she"));
	}
	return pronouns;
}

const BROUGHT_IN = /^,\s(?:an?|the|who|whose)\s/u;

/** The people whom a text brings in by an apposition ("Bo Chen, a pilot, who"), in its order. */
export function broughtIn(text: string): readonly Person[] {
	return [...text.matchAll(RUN)].flatMap(match => {
		const name = personWords(match[0].split(/[ \u00a0]/));
		const follows = BROUGHT_IN.test(text.slice(match.index + match[0].length));
		return follows && isPersonName(name) ? [{ name: name.join(" "), at: match.index }] : [];
	});
}

// What hangs on another clause ("that Mr. Chen left") is not whom the text goes on to speak of.
const BEGINS_CLAUSE = /(?:^|[,;:—–]\s|\b(?:and|but)\s)$/u;
const ACTS = /^(?:,[^,]{1,80},)?\s(?!(?:and|or|of|for|in|at|on|to|with|by|from|v|vs)\b)\p{Ll}/u;

/** "Bo Chen" of "Mayor Bo Chen of Oakton". */
function withoutPlace(words: readonly string[]): readonly string[] {
	const of = words.indexOf("of");
	const before = personWords(words.slice(0, Math.max(0, of)));
	return before.length > 0 ? words.slice(0, of) : words;
}

/**
 * The people of whom a clause of a text says something, named with a title ("Mr. Chen praised the
 * crews") or by the surname of somebody whom it names in full, in its order.
 */
export function actingIn(text: string, names: FullNames): readonly Person[] {
	return [...text.matchAll(RUN)].flatMap(match => {
		const words = withoutPlace(match[0].split(/[ \u00a0]/));
		const name = personWords(words);
		const surname = name.at(-1) ?? "";
		const isTitled = words.length > name.length && words.some(word => TITLES.has(bare(word)));
		const isName = name.length > 1 ? isPersonName(name) : isTitled || names.has(surname);
		const acts = ACTS.test(text.slice(match.index + match[0].length));
		if (!isName || !acts || !BEGINS_CLAUSE.test(text.slice(0, match.index))) return [];
		// "Mr. Chen's office said": somebody else acts.
		if (/['’]s?$/u.test(match[0])) return [];
		return [{ name: fullNameOf(names, surname) ?? name.join(" "), at: match.index }];
	});
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
