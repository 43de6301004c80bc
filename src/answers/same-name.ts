import { isCountry } from "../claims/nations.ts";

/** Adjectives that do not begin as the name of their country does. */
const ADJECTIVES: ReadonlyMap<string, string> = new Map([
	["american", "us"],
	["british", "uk"],
	["dutch", "netherland"],
]);

/** What a name is compared by: its stem, or that of its country where it is an adjective of another beginning. */
export function stemOfName({
	stem,
	word,
}: {
	readonly stem: string;
	readonly word: string;
}): string {
	return ADJECTIVES.get(word) ?? stem;
}

// "Chinese" names China: so many letters that two names begin with are no chance.
const SHARED = 4;

/** Whether two stems name the same: "China" and "Chinese" do, "Li" and "Liu", "Niger" and "Nigeria" do not. */
export function isSameName(a: string, b: string): boolean {
	if (isCountry(a) && isCountry(b)) return a === b;
	return a === b || (a.length >= SHARED && a.slice(0, SHARED) === b.slice(0, SHARED));
}
