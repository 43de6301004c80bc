import { type Span, shift } from "../text/span.ts";

/** A country named in a text: by its name, by the adjective, by the seat of its government. */
export interface NationName extends Span {
	/** The country's English name in lower case; one for all its names. */
	readonly nation: string;
}

function regionNames(): readonly string[] {
	const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
	const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
	const codes = letters.flatMap(first => letters.map(second => first + second));
	return codes.flatMap(code => names.of(code) ?? []).map(name => name.toLowerCase());
}

const COUNTRIES: ReadonlySet<string> = new Set(regionNames());

/** Whether a name in lower case is a country's, as Unicode has it. */
export function isCountry(name: string): boolean {
	return COUNTRIES.has(name);
}

// Names that Unicode's data of regions lacks, and adjectives that no ending gives.
const OTHER_NAMES: Readonly<Record<string, string>> = {
	"united states": "us usa u.s u.s.a america american americans washington",
	"united kingdom": "uk u.k britain british britons london",
	"european union": "eu e.u europe european europeans brussels",
	china: "beijing chinese",
	france: "french paris",
	germany: "german germans berlin",
	greece: "greek greeks athens",
	ireland: "irish dublin",
	netherlands: "dutch hague",
	spain: "spanish spaniards madrid",
	switzerland: "swiss bern",
	denmark: "danish danes copenhagen",
	finland: "finnish finns helsinki",
	iceland: "icelandic reykjavik",
	poland: "polish poles warsaw",
	philippines: "filipino filipinos philippine manila",
	thailand: "thai thais bangkok",
	pakistan: "pakistani islamabad",
	turkey: "turkish turks türkiye turkiye ankara",
	russia: "russian russians moscow kremlin",
	ukraine: "ukrainian ukrainians kyiv kiev",
	japan: "japanese tokyo",
	israel: "israeli israelis jerusalem",
	iran: "iranian iranians tehran",
	canada: "canadian canadians ottawa",
	india: "indian indians delhi",
	mexico: "mexican mexicans",
	australia: "australian australians canberra",
	"south korea": "seoul",
	"north korea": "pyongyang",
	sweden: "swedish swedes stockholm",
	norway: "norwegian norwegians oslo",
	vietnam: "vietnamese hanoi",
	"czech republic": "czech czechia prague",
	"saudi arabia": "saudi saudis riyadh",
};

const byOtherName = new Map(
	Object.entries(OTHER_NAMES).flatMap(([nation, names]) =>
		names.split(" ").map(name => [name, nation] as const),
	),
);

// "Brazilian", "Lebanese", "Kuwaiti": what the country's name loses before the ending is a vowel or a y.
const ADJECTIVE = /(?:ese|vians?|ians?|eans?|ans?|ns?|ish|is?)$/u;
const LOST = /^(?:[aeiouy]|ia|on)?$/u;

function byAdjective(word: string): string | null {
	const stem = word.replace(ADJECTIVE, "");
	if (stem === word || stem.length < 3) return null;
	const ofStem = [...COUNTRIES].filter(
		country => country.startsWith(stem) && LOST.test(country.slice(stem.length)),
	);
	const [longest] = ofStem
		.filter(country => word.startsWith(country))
		.toSorted((a, b) => b.length - a.length);
	return longest ?? ofStem[0] ?? null;
}

const known = new Map<string, string | null>();

function nationOf(name: string): string | null {
	const lower = name.toLowerCase().replace(/\.$/u, "");
	const before = known.get(lower);
	if (before !== undefined) return before;
	const found =
		byOtherName.get(lower) ?? (COUNTRIES.has(lower) ? lower : null) ?? byAdjective(lower);
	known.set(lower, found);
	return found;
}

const NAMES =
	/\b(?:(?:United|South|North|New|Saudi|Hong|Sri|Costa|El|European)\s\p{Lu}\p{L}+|(?:\p{Lu}\.){2,}|\p{Lu}[\p{L}]+)/gu;

/**
 * The countries that a text names, in its order.
 *
 * @example nationsIn("Chile hit Peruvian wool").map(({ nation }) => nation) // ["chile", "peru"]
 */
export function nationsIn(text: string): readonly NationName[] {
	return [...text.matchAll(NAMES)].flatMap(({ 0: name, index }) => {
		const nation = nationOf(name);
		const span = shift({ start: 0, end: name.length }, index);
		return nation === null ? [] : [{ ...span, nation }];
	});
}
