import { type Context, type ContextTerm, likeness, MET, type Weigh } from "./context.ts";

/** Contexts laid out by their words, so that what is sought is compared with each word once. */
export interface ContextTable {
	/** How much of `wanted` stands in each context, from 0 to 1, in their order; 0 where a needed term is not met. */
	readonly cover: (wanted: Context, weigh: Weigh) => Float64Array;
}

/** A word of the table, with the contexts that have it and how much it counts in each. */
interface Posting {
	readonly term: ContextTerm;
	readonly rows: number[];
	readonly weights: number[];
}

function postingsOf(contexts: readonly Context[]): readonly Posting[] {
	const postings = new Map<string, Posting>();
	for (const [row, context] of contexts.entries()) {
		for (const term of context) {
			const posting = postings.get(term.word) ?? { term, rows: [], weights: [] };
			posting.rows.push(row);
			posting.weights.push(term.weight);
			postings.set(term.word, posting);
		}
	}
	return [...postings.values()];
}

/** A word of the table that stands for one that is sought, and how well. */
interface Kin {
	readonly posting: Posting;
	readonly alike: number;
}

/** How well a word stands for one that is sought, from 0 to 1. */
export type Alike = (sought: ContextTerm, other: ContextTerm) => number;

function kinOf(
	term: ContextTerm,
	postings: readonly Posting[],
	alike: Alike = likeness,
): readonly Kin[] {
	return postings
		.map(posting => ({ posting, alike: alike(term, posting.term) }))
		.filter(({ alike }) => alike > 0);
}

/** How well each context meets one term, from 0 to 1; below 0 where it lacks a term that is needed. */
function meet(kin: readonly Kin[], { weight, needed }: ContextTerm, rows: number): Float64Array {
	const best = new Float64Array(rows);
	for (const { posting, alike } of kin) {
		for (const [place, row] of posting.rows.entries()) {
			const found = alike * Math.min(1, (posting.weights[place] ?? 0) / weight);
			if (found > (best[row] ?? 0)) best[row] = found;
		}
	}
	if (needed !== true) return best;
	return best.map(found => (found < MET ? Number.NEGATIVE_INFINITY : found));
}

/** A table of contexts; it gives for each what `coverageOf` gives, at a fraction of the time. */
export function buildContextTable(contexts: readonly Context[], alike?: Alike): ContextTable {
	const postings = postingsOf(contexts);
	return tableOf(contexts.length, term => kinOf(term, postings, alike));
}

function tableOf(rows: number, kinTo: (term: ContextTerm) => readonly Kin[]): ContextTable {
	return {
		cover: (wanted, weigh) => {
			const sums = new Float64Array(rows);
			let whole = 0;
			for (const term of wanted) {
				const weight = term.weight * weigh(term.stem);
				if (weight === 0) continue;
				whole += weight;
				const met = meet(kinTo(term), term, rows);
				for (let i = 0; i < rows; i++) sums[i] = (sums[i] ?? 0) + weight * (met[i] ?? 0);
			}
			return sums.map(sum => (whole === 0 ? 0 : Math.max(0, sum / whole)));
		},
	};
}

/** How alike each two of some contexts are, as `similarity` tells it; asked by their places. */
export type AlikeAt = (a: number, b: number) => number;

/** Compares each context with each other at once. */
export function compareAll(contexts: readonly Context[], weigh: Weigh): AlikeAt {
	const postings = postingsOf(contexts);
	const kin = new Map(postings.map(({ term }) => [term.word, kinOf(term, postings)]));
	const table = tableOf(contexts.length, ({ word }) => kin.get(word) ?? []);
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
