import source from "./word-vectors.json" with { type: "json" };

const dimensions = source.dimensions;
const rowOf = new Map(source.words.split(" ").map((word, row) => [word, row]));
const bytes = new Int8Array(Buffer.from(source.vectors, "base64"));

function rowSimilarity(a: number, b: number): number {
	let sum = 0;
	for (let i = 0; i < dimensions; i++) {
		sum += (bytes[a * dimensions + i] ?? 0) * (bytes[b * dimensions + i] ?? 0);
	}
	return sum / (127 * 127);
}

/** A word's place in the table of meanings; a caller who compares a word often looks it up once. */
export type Meaning = number;

/** The meaning of a word in lower case; null when it is not among the 30,000 most frequent. */
export function meaningOf(word: string): Meaning | null {
	return rowOf.get(word) ?? null;
}

/**
 * How near two words stand in use, from -1 to 1, by the cosine of their GloVe vectors (Pennington,
 * Socher, Manning 2014). Opposites stand near each other too ("rise", "fall"): nearness never tells
 * that two words agree.
 */
export function nearnessOf(a: Meaning, b: Meaning): number {
	return a === b ? 1 : rowSimilarity(a, b);
}

/**
 * How near two words stand in use, by their letters; 1 for the same word, null when either has no
 * known meaning.
 *
 * @example nearness("spend", "cost") // about 0.3
 */
export function nearness(a: string, b: string): number | null {
	if (a === b) return 1;
	const meaningA = meaningOf(a);
	const meaningB = meaningOf(b);
	return meaningA === null || meaningB === null ? null : nearnessOf(meaningA, meaningB);
}

/**
 * Where a word, in lower case, stands among the 30,000 most frequent of English news and reference
 * text, 0 for the most frequent; null for a rarer one.
 */
export function frequencyRank(word: string): number | null {
	return rowOf.get(word) ?? null;
}
