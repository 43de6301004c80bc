/** The terms of a document in their order, by their numbers in the lexicon; 0 where there is none. */
export type TermOrder = Int32Array;

/** The terms of all documents, numbered, with the number of documents in which each stands. */
export interface Lexicon {
	/** Takes up a document's terms; they stand in this order, title and text apart. */
	readonly add: (title: readonly string[], text: readonly string[]) => TermOrder;
	/** The greatest number of a term; the least is 1. */
	readonly greatest: () => number;
	/** null for a term that no document has. */
	readonly numberOf: (term: string) => number | null;
	/**
	 * How rare a term is: its inverse document frequency as in BM25 (Robertson and Zaragoza 2009); 0 for
	 * one that no document has.
	 */
	readonly rarityOf: (term: string) => number;
}

// Words of a title are near no word of the text.
const BETWEEN = 8;

/** An empty lexicon. */
export function makeLexicon(): Lexicon {
	const numbers = new Map<string, number>();
	const holders: number[] = [];
	let documents = 0;
	const enter = (term: string): number => {
		const number = numbers.get(term) ?? numbers.size + 1;
		numbers.set(term, number);
		return number;
	};
	return {
		add: (title, text) => {
			const blank = Array.from({ length: BETWEEN }, () => 0);
			const order = Int32Array.from([...title.map(enter), ...blank, ...text.map(enter)]);
			documents++;
			for (const number of new Set(order)) {
				if (number > 0) holders[number] = (holders[number] ?? 0) + 1;
			}
			return order;
		},
		greatest: () => numbers.size,
		numberOf: term => numbers.get(term) ?? null,
		rarityOf: term => {
			const holding = holders[numbers.get(term) ?? 0] ?? 0;
			return holding === 0 ? 0 : Math.log(1 + (documents - holding + 0.5) / (holding + 0.5));
		},
	};
}
