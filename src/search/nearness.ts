import type { Lexicon, TermOrder } from "./lexicon.ts";

/** What a query asks for, as the documents' terms. */
export interface Wanted {
	/** Its terms that some document has, with how often the query says each. */
	readonly terms: ReadonlyMap<string, number>;
	/** How rare each of them is. */
	readonly rarity: ReadonlyMap<string, number>;
	/** What a document gains for each of them, by number, when it stands near others. */
	readonly gains: ReadonlyMap<number, number>;
	readonly pairs: readonly Pair[];
	/** 1 at the number of each term, 0 at all others: documents are long, and this is quick. */
	readonly mask: Uint8Array;
}

/** Two terms that stand by each other in the query, and what their nearness is worth. */
interface Pair {
	readonly first: number;
	readonly second: number;
	readonly gain: number;
}

/** A wanted term at a place in a document. */
type Place = readonly [at: number, term: number];

// Measured: see bench/measure/retrieval.ts.
const PAIR_SHARE = 0.3;
const WINDOW_SHARE = 0.2;
/** Two words further from each other than this tell nothing. */
const FAR = 8;
/** Words of about three sentences. */
const WINDOW = 60;
/** Neighbours in the query, and words with one between them, which count half. */
const GAPS = [1, 2] as const;

/**
 * What a query asks of the documents of a lexicon: its words in their order, and further terms that stand
 * by none of them.
 */
export function makeWanted(
	words: readonly string[],
	further: readonly string[],
	lexicon: Lexicon,
): Wanted {
	const terms = new Map<string, number>();
	const rarity = new Map<string, number>();
	const gains = new Map<number, number>();
	const mask = new Uint8Array(lexicon.greatest() + 1);
	for (const term of [...words, ...further]) {
		const number = lexicon.numberOf(term);
		if (number === null) continue;
		const times = (terms.get(term) ?? 0) + 1;
		const rare = lexicon.rarityOf(term);
		terms.set(term, times);
		rarity.set(term, rare);
		gains.set(number, rare * Math.sqrt(times));
		mask[number] = 1;
	}
	return { terms, rarity, gains, mask, pairs: pairsOf(words, lexicon) };
}

function pairsOf(words: readonly string[], lexicon: Lexicon): readonly Pair[] {
	const pairs = new Map<string, Pair>();
	const known = words.flatMap(term => {
		const number = lexicon.numberOf(term);
		return number === null ? [] : [{ number, rarity: lexicon.rarityOf(term) }];
	});
	for (const gap of GAPS) {
		for (const [index, { number: first, rarity }] of known.entries()) {
			const next = known[index + gap];
			if (next === undefined || next.number === first) continue;
			const key = `${first} ${next.number}`;
			const gain = (rarity + next.rarity) / (2 * gap);
			if (!pairs.has(key)) pairs.set(key, { first, second: next.number, gain });
		}
	}
	return [...pairs.values()];
}

/**
 * What a document gains by how near each other the query's terms stand in it: more for each pair of
 * neighbours of the query the nearer they are, and for the passage that has most of the terms.
 */
export function nearnessOf(wanted: Wanted, order: TermOrder): number {
	const places = placesIn(order, wanted.mask);
	return (
		PAIR_SHARE * gainOfPairs(wanted.pairs, places) + WINDOW_SHARE * gainOfWindow(wanted, places)
	);
}

// The one loop that runs over whole documents: kept bare, for it costs as much as all the rest.
function placesIn(order: TermOrder, mask: Uint8Array): readonly Place[] {
	const places: Place[] = [];
	const { length } = order;
	for (let at = 0; at < length; at++) {
		const term = order[at] as number;
		if (mask[term] === 1) places.push([at, term]);
	}
	return places;
}

function gainOfPairs(pairs: readonly Pair[], places: readonly Place[]): number {
	const byTerm = new Map<number, number[]>();
	for (const [at, term] of places) {
		const known = byTerm.get(term);
		if (known === undefined) byTerm.set(term, [at]);
		else known.push(at);
	}
	let sum = 0;
	for (const { first, second, gain } of pairs) {
		const distance = leastDistance(byTerm.get(first) ?? [], byTerm.get(second) ?? []);
		if (distance <= FAR) sum += gain / distance;
	}
	return sum;
}

/** The least distance between a place of one list and one of the other, both rising. */
function leastDistance(left: readonly number[], right: readonly number[]): number {
	let [i, j, least] = [0, 0, Number.POSITIVE_INFINITY];
	while (i < left.length && j < right.length) {
		const [a, b] = [left[i] ?? 0, right[j] ?? 0];
		least = Math.min(least, Math.abs(a - b));
		if (a < b) i++;
		else j++;
	}
	return least;
}

/** The most that the distinct terms within one window are worth. */
function gainOfWindow({ gains }: Wanted, places: readonly Place[]): number {
	const inside = new Map<number, number>();
	const gainOf = (term: number) => gains.get(term) ?? 0;
	/** Counts a place in or out, and tells how many of its term are then inside. */
	const count = (term: number, by: 1 | -1) => {
		const times = (inside.get(term) ?? 0) + by;
		inside.set(term, times);
		return times;
	};
	let [first, sum, most] = [0, 0, 0];
	for (const [at, term] of places) {
		if (count(term, 1) === 1) sum += gainOf(term);
		for (let left = places[first]; left && at - left[0] >= WINDOW; left = places[++first]) {
			if (count(left[1], -1) === 0) sum -= gainOf(left[1]);
		}
		most = Math.max(most, sum);
	}
	return most;
}
