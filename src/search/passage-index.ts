import MiniSearch from "minisearch";
import { acronymsIn, REGION_ACRONYMS, shortFormFinder } from "../text/acronyms.ts";
import { stems } from "../text/terms.ts";
import { makeLexicon, type TermOrder } from "./lexicon.ts";
import { makeWanted, nearnessOf, type Wanted } from "./nearness.ts";

/** Something to be found, whole or a passage of an article. */
export interface SearchedDocument {
	readonly id: string;
	readonly title: string;
	readonly text: string;
	/** The article that a passage belongs to; its best passage then helps all of its passages. */
	readonly article?: string;
}

export interface Hit {
	/** The document's id. */
	readonly document: string;
	/** Greater is better; comparable within one query only. */
	readonly score: number;
}

/** Finds documents by their words and numbers, best first. */
export interface PassageIndex {
	readonly search: (query: string, limit?: number) => readonly Hit[];
}

/**
 * Set by measurement over public test collections (bench/measure/retrieval.ts): long documents count less than
 * by Robertson's defaults, titles less than texts, since they repeat their words.
 */
const BM25 = { k: 2, b: 0.95, d: 0.5 };
const TITLE_BOOST = 0.5;
// Rare words count a little more than by their inverse document frequency alone.
const RARITY_POWER = 0.2;
const ARTICLE_SHARE = 0.5;
/** How many of the best are looked at again for how near each other the query's words stand. */
const REREAD = 50;
const LIMIT = 100;

/**
 * An index of documents, read by `readTerms` and by what `valuesIn` finds in them: a function that gives
 * further terms of a text, for instance its figures in one form. Acronyms that the documents explain meet
 * their long forms. Of hits that score alike, the earlier document comes first.
 */
export function buildPassageIndex(
	documents: readonly SearchedDocument[],
	valuesIn: (text: string) => readonly string[] = () => [],
): PassageIndex {
	const explained = acronymsIn(documents.map(({ text }) => text));
	const findShortForms = shortFormFinder(new Map([...REGION_ACRONYMS, ...explained]));
	const furtherTerms = (text: string, words: readonly string[]) => [
		...findShortForms(words),
		...valuesIn(text),
	];
	const readAll = (text: string) => {
		const words = stems(text);
		return [...words, ...furtherTerms(text, words)];
	};
	const lexicon = makeLexicon();
	const index = new MiniSearch<Row>({
		fields: ["title", "text"],
		tokenize,
		processTerm: term => term,
	});
	const orders = documents.map(({ title, text }, id) => {
		const [titleTerms, textTerms] = [readAll(title), readAll(text)];
		index.add({ id, title: titleTerms.join(SEPARATOR), text: textTerms.join(SEPARATOR) });
		return lexicon.add(titleTerms, textTerms);
	});
	return {
		search: (query, limit = LIMIT) => {
			const words = stems(query);
			const wanted = makeWanted(words, furtherTerms(query, words), lexicon);
			const found = shareInArticle(findByWords(index, wanted), documents);
			const top = bestOf(found, Math.max(limit, REREAD));
			const near = reread(top.slice(0, REREAD), wanted, orders);
			return [...near, ...top.slice(REREAD)]
				.slice(0, limit)
				.map(({ place, score }) => ({ document: documents[place]?.id ?? "", score }));
		},
	};
}

/** A document as MiniSearch gets it: its place as id, and the terms that were read of it, separated. */
interface Row {
	readonly id: number;
	readonly title: string;
	readonly text: string;
}

/** A document by its place in the list, and its score. */
interface Found {
	readonly place: number;
	readonly score: number;
}

// No term has a line end in it.
const SEPARATOR = "\n";

function tokenize(terms: string): string[] {
	return terms === "" ? [] : terms.split(SEPARATOR);
}

function findByWords(index: MiniSearch<Row>, { terms, rarity }: Wanted): readonly Found[] {
	const boostTerm = (term: string) =>
		Math.sqrt(terms.get(term) ?? 0) * (rarity.get(term) ?? 0) ** RARITY_POWER;
	const results = index.search([...terms.keys()].join(SEPARATOR), {
		bm25: BM25,
		boost: { title: TITLE_BOOST },
		boostTerm,
	});
	// MiniSearch multiplies each score by the number of terms that matched, which costs long queries most.
	return results.map(({ id, score, queryTerms }) => ({
		place: Number(id),
		score: score / queryTerms.length,
	}));
}

/** Each passage with a share of what the best of its article scores. */
function shareInArticle(
	found: readonly Found[],
	documents: readonly SearchedDocument[],
): readonly Found[] {
	if (documents.every(({ article }) => article === undefined)) return found;
	const best = new Map<string, number>();
	for (const { place, score } of found) {
		const article = documents[place]?.article;
		if (article !== undefined) best.set(article, Math.max(best.get(article) ?? 0, score));
	}
	return found.map(({ place, score }) => {
		const share = best.get(documents[place]?.article ?? "") ?? 0;
		return { place, score: score + ARTICLE_SHARE * share };
	});
}

/** The best in order. Most that was found is never shown, and need not be sorted. */
function bestOf(found: readonly Found[], count: number): readonly Found[] {
	const least = Float64Array.from(found, ({ score }) => score).sort()[found.length - count] ?? 0;
	return found
		.filter(({ score }) => score >= least)
		.sort(byScore)
		.slice(0, count);
}

function reread(
	found: readonly Found[],
	wanted: Wanted,
	orders: readonly TermOrder[],
): readonly Found[] {
	const gainOf = (order: TermOrder | undefined) =>
		order === undefined ? 0 : nearnessOf(wanted, order);
	return found
		.map(({ place, score }) => ({ place, score: score + gainOf(orders[place]) }))
		.sort(byScore);
}

function byScore(a: Found, b: Found): number {
	return b.score - a.score || a.place - b.place;
}
