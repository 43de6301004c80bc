import { type Context, type ContextTerm, likeness, MET, type Weigh } from "./context.ts";

/** Contexts laid out so that a question is compared with each of their words once. */
export interface ContextTable {
	/** How much of `wanted` stands in each context, from 0 to 1, in their order; 0 where a needed term is not met. */
	readonly cover: (wanted: Context, weigh: Weigh) => Float64Array;
}

interface Row {
	readonly words: Int32Array;
	readonly weights: Float64Array;
}

function layOut(contexts: readonly Context[]) {
	const numbers = new Map<string, number>();
	const vocabulary: ContextTerm[] = [];
	const numberOf = (term: ContextTerm): number => {
		const number = numbers.get(term.word);
		if (number !== undefined) return number;
		numbers.set(term.word, vocabulary.length);
		return vocabulary.push(term) - 1;
	};
	const rows: readonly Row[] = contexts.map(context => ({
		words: Int32Array.from(context, numberOf),
		weights: Float64Array.from(context, ({ weight }) => weight),
	}));
	return { rows, vocabulary };
}

/** The best that a row has for a term, whose likeness to each word of the vocabulary is given. */
function bestIn({ words, weights }: Row, likenesses: Float64Array, weight: number): number {
	let best = 0;
	for (let i = 0; i < words.length; i++) {
		const alike = likenesses[words[i] ?? 0] ?? 0;
		if (alike <= best) continue;
		const found = alike * Math.min(1, (weights[i] ?? 0) / weight);
		if (found > best) best = found;
	}
	return best;
}

/** How well each row meets one term, from 0 to 1; below 0 where the row lacks a term that it needs. */
function meet(rows: readonly Row[], vocabulary: readonly ContextTerm[], term: ContextTerm) {
	const likenesses = Float64Array.from(vocabulary, other => likeness(term, other));
	return Float64Array.from(rows, row => {
		const best = bestIn(row, likenesses, term.weight);
		return term.needed === true && best < MET ? Number.NEGATIVE_INFINITY : best;
	});
}

/** A table of contexts; it gives for each what `coverageOf` gives, at a fraction of the time. */
export function buildContextTable(contexts: readonly Context[]): ContextTable {
	const { rows, vocabulary } = layOut(contexts);
	return {
		cover: (wanted, weigh) => {
			const sums = new Float64Array(rows.length);
			let whole = 0;
			for (const term of wanted) {
				const weight = term.weight * weigh(term.stem);
				whole += weight;
				const met = meet(rows, vocabulary, term);
				for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + weight * (met[i] ?? 0);
			}
			return sums.map(sum => (whole === 0 ? 0 : Math.max(0, sum / whole)));
		},
	};
}

/** How alike each two of some contexts are, as `similarity` tells it; asked by their places. */
export type Likenesses = (a: number, b: number) => number;

/** Compares each context with each other at once. */
export function compareAll(contexts: readonly Context[], weigh: Weigh): Likenesses {
	const table = buildContextTable(contexts);
	const covered = contexts.map(context => table.cover(context, weigh));
	const wholes = contexts.map(context =>
		context.reduce((sum, { stem, weight }) => sum + weight * weigh(stem), 0),
	);
	return (a, b) => {
		const [wholeA, wholeB] = [wholes[a] ?? 0, wholes[b] ?? 0];
		const whole = wholeA + wholeB;
		const found = (covered[a]?.[b] ?? 0) * wholeA + (covered[b]?.[a] ?? 0) * wholeB;
		return whole === 0 ? 0 : found / whole;
	};
}
