import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SearchedDocument } from "../../src/search/passage-index.ts";
import { SEARCH_ENGINES, type Search, type SearchEngine } from "./search-engines.ts";
import { mean, median, rounded, type Section, type Table, type Target } from "./section.ts";

const COLLECTIONS = ["time", "cran", "checkthat"];
/** The collections on which every row of the table is to be beaten. */
const WANTED = ["time", "checkthat"];
const TOP = 10;
const WARM_UP = 50;
/** A collection of few queries is asked them several times over, or one pause of the machine would tell. */
const FEW = 500;
const ROUNDS = 5;
const TIME_WANTED = 2;

/** nDCG@10 of time and checkthat as measured elsewhere, each engine with its best settings. */
const PUBLISHED: readonly (readonly [engine: string, time: number, checkthat: number])[] = [
	["MiniSearch, defaults", 0.606, 0.743],
	["MiniSearch, stemmed and stopped", 0.679, 0.837],
	["SQLite FTS5 (porter)", 0.673, 0.847],
	["wink-bm25-text-search", 0.688, 0.845],
	["Lunr", 0.657, 0.84],
	["LanceDB full text", 0.672, 0.811],
	["Orama, stemmed", 0.408, 0.503],
	["FlexSearch, stemmed", 0.484, 0.773],
];

interface Query {
	readonly id: string;
	readonly text: string;
}

interface Collection {
	readonly name: string;
	readonly documents: readonly SearchedDocument[];
	readonly queries: readonly Query[];
	/** The relevant documents of each query. */
	readonly relevant: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Score {
	readonly ndcg: number;
	readonly recall: number;
	readonly reciprocalRank: number;
	readonly milliseconds: number;
}

function linesOf(file: string): readonly string[] {
	return readFileSync(file, "utf8")
		.split("\n")
		.filter(line => line !== "");
}

function readCollection(folder: string, name: string): Collection {
	const documents = linesOf(join(folder, name, "corpus.jsonl")).map(
		line => JSON.parse(line) as SearchedDocument,
	);
	const relevant = new Map<string, Set<string>>();
	for (const line of linesOf(join(folder, name, "qrels.tsv")).slice(1)) {
		const [query = "", document = "", grade] = line.split("\t");
		if (Number(grade) <= 0) continue;
		relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
	}
	const queries = linesOf(join(folder, name, "queries.jsonl")).map(
		line => JSON.parse(line) as Query,
	);
	return { name, documents, queries: queries.filter(({ id }) => relevant.has(id)), relevant };
}

function scoreOf(
	found: readonly string[],
	wanted: ReadonlySet<string>,
	milliseconds: number,
): Score {
	const top = found.slice(0, TOP);
	const gainAt = (rank: number) => 1 / Math.log2(rank + 2);
	const sum = (ranks: readonly number[]) => ranks.reduce((total, rank) => total + gainAt(rank), 0);
	const ranks = [...top.keys()].filter(rank => wanted.has(top[rank] ?? ""));
	const best = ranks[0];
	return {
		ndcg: sum(ranks) / sum([...Array(Math.min(TOP, wanted.size)).keys()]),
		recall: ranks.length / wanted.size,
		reciprocalRank: best === undefined ? 0 : 1 / (best + 1),
		milliseconds,
	};
}

async function ask(search: Search, query: Query, collection: Collection): Promise<Score> {
	const start = performance.now();
	const found = await search(query.text);
	const milliseconds = performance.now() - start;
	return scoreOf(found, collection.relevant.get(query.id) ?? new Set(), milliseconds);
}

/** The scores of some engines, query by query in turn, so that all meet the same machine; the time of a query is the median of the rounds. */
async function run(
	engines: readonly SearchEngine[],
	collection: Collection,
	rounds: number,
): Promise<readonly (readonly Score[])[]> {
	const searches: Search[] = [];
	for (const { build } of engines) searches.push(await build(collection.documents));
	// Code that is not compiled yet would be timed as the engine that happens to run it first.
	const before = engines.length > 1 ? collection.queries.slice(0, WARM_UP) : [];
	for (const query of before) for (const search of searches) await search(query.text);
	const asked: (readonly Score[])[][] = [];
	for (const query of collection.queries) {
		const turns: Score[][] = searches.map(() => []);
		for (let round = 0; round < rounds; round++)
			for (const [index, search] of searches.entries())
				turns[index]?.push(await ask(search, query, collection));
		asked.push(turns);
	}
	return searches.map((_, index) => asked.flatMap(turns => medianOf(turns[index] ?? [])));
}

/** The score of one query with the middle of its times; none of no rounds. */
function medianOf(turns: readonly Score[]): readonly Score[] {
	const milliseconds = median(turns.map(turn => turn.milliseconds));
	return turns.slice(0, 1).map(turn => ({ ...turn, milliseconds }));
}

interface Measured {
	readonly collection: Collection;
	/** The scores of each engine, in their order. */
	readonly scores: readonly (readonly Score[])[];
}

/** Presscheck and the engine that its time is compared with take turns; the others come after, so as not to fill the memory that both are timed in. */
async function measure(collection: Collection): Promise<Measured> {
	const rounds = collection.queries.length < FEW ? ROUNDS : 1;
	const timed = await run(SEARCH_ENGINES.slice(0, 2), collection, rounds);
	const others: (readonly Score[])[] = [];
	for (const engine of SEARCH_ENGINES.slice(2))
		others.push(...(await run([engine], collection, 1)));
	return { collection, scores: [...timed, ...others] };
}

function meanOf(scores: readonly Score[] | undefined, figure: keyof Score): number {
	return mean((scores ?? []).map(score => score[figure]));
}

function ndcgTable(measured: readonly Measured[]): Table {
	const own = SEARCH_ENGINES.map(({ name }, index) => [
		name,
		...measured.map(({ scores }) => meanOf(scores[index], "ndcg").toFixed(3)),
	]);
	const published = PUBLISHED.map(([name, time, checkthat]) => [
		`${name} (published)`,
		...measured.map(({ collection }) => ({ time, checkthat })[collection.name]?.toFixed(3) ?? "–"),
	]);
	return {
		caption: "nDCG@10",
		header: ["engine", ...measured.map(({ collection }) => collection.name)],
		rows: [...own, ...published],
	};
}

/** Our time over that of MiniSearch with the same terms, at the median and over all queries. */
function timesOf({ scores }: Measured): readonly [median: number, all: number] {
	const [ours = [], theirs = []] = scores;
	const middle = (of: readonly Score[]) => median(of.map(({ milliseconds }) => milliseconds));
	return [
		rounded(middle(ours) / middle(theirs), 2),
		rounded(meanOf(ours, "milliseconds") / meanOf(theirs, "milliseconds"), 2),
	];
}

function ownTable(measured: readonly Measured[]): Table {
	return {
		caption: "Presscheck on each collection; time as times that of MiniSearch, stemmed and stopped",
		header: [
			"collection",
			"documents",
			"queries",
			"recall@10",
			"MRR@10",
			"median time",
			"all time",
		],
		rows: measured.map(one => [
			one.collection.name,
			one.collection.documents.length,
			one.collection.queries.length,
			meanOf(one.scores[0], "recall").toFixed(3),
			meanOf(one.scores[0], "reciprocalRank").toFixed(3),
			...timesOf(one),
		]),
	};
}

/** The best of the peers on a collection, in this run or published. */
function bestPeer({ collection, scores }: Measured): number {
	const published = PUBLISHED.map(([, time, checkthat]) =>
		collection.name === "time" ? time : checkthat,
	);
	return Math.max(...published, ...scores.slice(1).map(one => meanOf(one, "ndcg")));
}

function targetsOf(measured: readonly Measured[]): readonly Target[] {
	return measured
		.filter(({ collection }) => WANTED.includes(collection.name))
		.flatMap(one => [
			{
				what: `${one.collection.name}: nDCG@10, beside the best peer's`,
				kind: "at least",
				wanted: rounded(bestPeer(one), 3),
				reached: rounded(meanOf(one.scores[0], "ndcg"), 3),
			},
			{
				what: `${one.collection.name}: median time, as times that of MiniSearch, stemmed and stopped`,
				kind: "at most",
				wanted: TIME_WANTED,
				reached: timesOf(one)[0],
			},
		]);
}

function missesOf({ collection, scores }: Measured): readonly string[] {
	return collection.queries
		.filter((_, index) => scores[0]?.[index]?.recall === 0)
		.map(
			({ id, text }) => `${collection.name}: nothing relevant in the first ${TOP}: ${id} ${text}`,
		);
}

/** Search on public test collections, beside other engines; `directory` holds a folder for each with corpus.jsonl, queries.jsonl and qrels.tsv. */
export async function measureRetrieval(directory: string): Promise<Section> {
	const measured: Measured[] = [];
	for (const name of COLLECTIONS.filter(one => existsSync(join(directory, one))))
		measured.push(await measure(readCollection(directory, name)));
	return {
		title: "Search",
		method: [
			"Public test collections: articles of TIME magazine, Cranfield's abstracts, and claims that were checked, with posts that repeat one.",
			`The engines in the same run: ${SEARCH_ENGINES.map(({ name, method }) => `${name} (${method})`).join("; ")}. Those marked published were measured elsewhere, each with its best settings. Times are of queries in turn, a query's the median of ${ROUNDS} rounds where there are fewer than ${FEW} queries.`,
		],
		tables: [ndcgTable(measured), ownTable(measured)],
		targets: targetsOf(measured),
		misses: measured.flatMap(missesOf),
	};
}
