import source from "./word-senses.json" with { type: "json" };

/** Senses by their numbers, with how much a word means each, from 0 to 1. */
type Weights = ReadonlyMap<string, number>;

/** What a word means, and what that is a kind of. */
export interface Senses {
	readonly own: Weights;
	readonly kinds: Weights;
}

const rowOf = new Map(
	source.rows.split("\n").map(row => {
		const at = row.indexOf(" ");
		return [row.slice(0, at), row.slice(at + 1)] as const;
	}),
);
const read = new Map<string, Senses>();
const TEN = "A";

function weightsIn(written: string): Weights {
	const entries = written === "" ? [] : written.split(",");
	return new Map(
		entries.map(entry => {
			const digit = entry.slice(-1);
			return [entry.slice(0, -1), digit === TEN ? 1 : Number(digit) / 10] as const;
		}),
	);
}

/** The most used senses of the words of a stem, after WordNet 3.1; null for a stem that is not in the table. */
export function sensesOf(stem: string): Senses | null {
	const row = rowOf.get(stem);
	if (row === undefined) return null;
	const known = read.get(stem);
	if (known !== undefined) return known;
	const [own = "", kinds = ""] = row.split(" ");
	const senses = { own: weightsIn(own), kinds: weightsIn(kinds) };
	read.set(stem, senses);
	return senses;
}

function strongest(a: Weights, b: Weights): number {
	let most = 0;
	for (const [sense, weight] of a) most = Math.max(most, weight * (b.get(sense) ?? 0));
	return most;
}

/**
 * How well words of two stems stand for one another by their senses, from 0 to 1: synonyms, words
 * derived from one another, and a word for what it is a kind of ("relocate", "move"). Two kinds of one
 * thing are not alike.
 */
export function sharedSense(a: Senses, b: Senses): number {
	return Math.max(strongest(a.own, b.own), strongest(a.own, b.kinds), strongest(a.kinds, b.own));
}
