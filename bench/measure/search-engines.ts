import { create, insertMultiple, search } from "@orama/orama";
import flexsearch from "flexsearch";
import lunr from "lunr";
import MiniSearch from "minisearch";
import createWinkEngine from "wink-bm25-text-search";
import { buildPassageIndex, type SearchedDocument } from "../../src/search/passage-index.ts";
import { stems } from "../../src/text/terms.ts";

/** The ids of the best documents for a query, best first. */
export type Search = (query: string) => readonly string[] | Promise<readonly string[]>;

export interface SearchEngine {
	readonly name: string;
	/** How it was set up. */
	readonly method: string;
	readonly build: (documents: readonly SearchedDocument[]) => Search | Promise<Search>;
}

const TOP = 10;

function buildOurs(documents: readonly SearchedDocument[]): Search {
	const index = buildPassageIndex(documents);
	return query => index.search(query).map(({ document }) => document);
}

function buildPlain(documents: readonly SearchedDocument[]): Search {
	const index = new MiniSearch<SearchedDocument>({ fields: ["title", "text"] });
	index.addAll(documents);
	return query => index.search(query).map(({ id }) => `${id}`);
}

function buildStemmed(documents: readonly SearchedDocument[]): Search {
	const index = new MiniSearch<SearchedDocument>({
		fields: ["title", "text"],
		tokenize: text => [...stems(text)],
		processTerm: term => term,
	});
	index.addAll(documents);
	return query => index.search(query).map(({ id }) => `${id}`);
}

function buildLunr(documents: readonly SearchedDocument[]): Search {
	const tokens = (text: string) => stems(text).map(stem => new lunr.Token(stem, {}));
	const index = lunr(builder => {
		builder.pipeline.reset();
		builder.searchPipeline.reset();
		builder.field("title", { extractor: document => tokensText(document, "title") });
		builder.field("text", { extractor: document => tokensText(document, "text") });
		for (const document of documents) builder.add(document);
	});
	return text => index.query(query => query.term(tokens(text), {})).map(({ ref }) => ref);
}

/** Lunr parts what an extractor gives at its spaces. */
function tokensText(document: object, field: "title" | "text"): string {
	return stems((document as SearchedDocument)[field]).join(" ");
}

function buildWink(documents: readonly SearchedDocument[]): Search {
	const engine = createWinkEngine();
	engine.defineConfig({ fldWeights: { title: 1, text: 1 } });
	engine.definePrepTasks([stems]);
	for (const { id, title, text } of documents) engine.addDoc({ title, text }, id);
	engine.consolidate();
	return query => engine.search(query, TOP).map(([id]) => id);
}

function buildFlexSearch(documents: readonly SearchedDocument[]): Search {
	const index = new flexsearch.Index({ tokenize: "strict", encode: text => [...stems(text)] });
	for (const [at, { title, text }] of documents.entries()) index.add(at, `${title} ${text}`);
	return query =>
		index.search(query, { limit: TOP, suggest: true }).map(at => documents[Number(at)]?.id ?? "");
}

async function buildOrama(documents: readonly SearchedDocument[]): Promise<Search> {
	const index = create({
		schema: { title: "string", text: "string" },
		components: {
			tokenizer: {
				language: "english",
				normalizationCache: new Map(),
				tokenize: (text: string) => [...stems(text)],
			},
		},
	});
	await insertMultiple(
		index,
		documents.map(({ id, title, text }) => ({ id, title, text })),
	);
	return async query => {
		const { hits } = await search(index, { term: query, limit: TOP });
		return hits.map(({ id }) => id);
	};
}

const OUR_TERMS = "with Presscheck's own stems and stop words";

/** The passage index first, then MiniSearch as Presscheck's time is measured by, then the other peers. */
export const SEARCH_ENGINES: readonly SearchEngine[] = [
	{ name: "Presscheck", method: "as it is", build: buildOurs },
	{ name: "MiniSearch, stemmed and stopped", method: OUR_TERMS, build: buildStemmed },
	{ name: "MiniSearch, defaults", method: "as it comes", build: buildPlain },
	{ name: "wink-bm25-text-search", method: OUR_TERMS, build: buildWink },
	{ name: "Lunr", method: OUR_TERMS, build: buildLunr },
	{ name: "Orama, stemmed", method: OUR_TERMS, build: buildOrama },
	{
		name: "FlexSearch, stemmed",
		method: `${OUR_TERMS}, whole words, with suggestions where not all are found`,
		build: buildFlexSearch,
	},
];
