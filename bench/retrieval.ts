/**
 * Scores the passage index on public test collections, beside what other engines score on them.
 *
 *   npx tsx bench/retrieval.ts GOLD_DIR
 *
 * GOLD_DIR, or its folder "retrieval", holds a folder for each collection with corpus.jsonl {id, title, text}, queries.jsonl {id,
 * text} and qrels.tsv (query, document, relevance; a header line). The time of a query is told beside that
 * of MiniSearch with the same stems and stop words and otherwise as it comes, query by query in turn.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { buildPassageIndex, type SearchedDocument } from "../src/search/passage-index.ts";
import { stems } from "../src/text/terms.ts";

const COLLECTIONS = ["time", "cran", "checkthat"];
const TOP = 10;
const WARM_UP = 50;

/** nDCG@10 of time and checkthat as measured elsewhere with each engine's best settings. */
const PEERS: readonly (readonly [engine: string, time: number, checkthat: number])[] = [
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
	readonly documents: readonly SearchedDocument[];
	readonly queries: readonly Query[];
	/** The relevant documents of each query. */
	readonly relevant: ReadonlyMap<string, ReadonlySet<string>>;
}

type Search = (query: string) => readonly string[];

interface Score {
	readonly ndcg: number;
	readonly recall: number;
	readonly reciprocalRank: number;
}

function print(...parts: readonly string[]): void {
	process.stdout.write(`${parts.join(" ")}\n`);
}

function linesOf(file: string): readonly string[] {
	return readFileSync(file, "utf8")
		.split("\n")
		.filter(line => line !== "");
}

function readCollection(folder: string): Collection {
	const documents = linesOf(join(folder, "corpus.jsonl")).map(
		line => JSON.parse(line) as SearchedDocument,
	);
	const relevant = new Map<string, Set<string>>();
	for (const line of linesOf(join(folder, "qrels.tsv")).slice(1)) {
		const [query = "", document = "", grade] = line.split("\t");
		if (Number(grade) <= 0) continue;
		relevant.set(query, (relevant.get(query) ?? new Set()).add(document));
	}
	const queries = linesOf(join(folder, "queries.jsonl")).map(line => JSON.parse(line) as Query);
	return { documents, queries: queries.filter(({ id }) => relevant.has(id)), relevant };
}

function scoreOf(found: readonly string[], wanted: ReadonlySet<string>): Score {
	const top = found.slice(0, TOP);
	const gainAt = (rank: number) => 1 / Math.log2(rank + 2);
	const sum = (ranks: readonly number[]) => ranks.reduce((total, rank) => total + gainAt(rank), 0);
	const ranks = [...top.keys()].filter(rank => wanted.has(top[rank] ?? ""));
	const best = ranks[0];
	return {
		ndcg: sum(ranks) / sum([...Array(Math.min(TOP, wanted.size)).keys()]),
		recall: ranks.length / wanted.size,
		reciprocalRank: best === undefined ? 0 : 1 / (best + 1),
	};
}

function timed<T>(work: () => T): readonly [T, number] {
	const start = performance.now();
	const result = work();
	return [result, performance.now() - start];
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function quantile(values: readonly number[], share: number): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

function buildPlain(documents: readonly SearchedDocument[]): Search {
	const index = new MiniSearch<SearchedDocument>({
		fields: ["title", "text"],
		tokenize: text => [...stems(text)],
		processTerm: term => term,
	});
	index.addAll(documents);
	return query => index.search(query).map(({ id }) => `${id}`);
}

function buildOurs(documents: readonly SearchedDocument[]): Search {
	const index = buildPassageIndex(documents);
	return query => index.search(query).map(({ document }) => document);
}

/** Our nDCG@10 on the collection, having printed all figures. */
function measure(name: string, folder: string): number {
	const { documents, queries, relevant } = readCollection(folder);
	const [ours, buildTime] = timed(() => buildOurs(documents));
	const [plain, plainBuildTime] = timed(() => buildPlain(documents));
	// Code that the engine has not compiled yet would be timed as the index that happens to run it first.
	for (const { text } of queries.slice(0, WARM_UP)) {
		plain(text);
		ours(text);
	}
	const rows = queries.map(({ id, text }) => {
		const wanted = relevant.get(id) ?? new Set();
		const [plainFound, plainTime] = timed(() => plain(text));
		const [found, time] = timed(() => ours(text));
		return { score: scoreOf(found, wanted), plain: scoreOf(plainFound, wanted), time, plainTime };
	});
	const ndcg = mean(rows.map(({ score }) => score.ndcg));
	const three = (value: number) => value.toFixed(3);
	const times = [0.5, 0.95].map(share => {
		const [our, theirs] = [rows.map(row => row.time), rows.map(row => row.plainTime)];
		const [ourTime, theirTime] = [quantile(our, share), quantile(theirs, share)];
		return `p${share * 100} ${ourTime.toFixed(1)} ms, ${(ourTime / theirTime).toFixed(2)} times MiniSearch`;
	});
	print(`${name}: ${documents.length} documents, ${queries.length} queries`);
	print(
		`  nDCG@10 ${three(ndcg)} (MiniSearch in the same run ${three(mean(rows.map(row => row.plain.ndcg)))})`,
		`recall@10 ${three(mean(rows.map(({ score }) => score.recall)))}`,
		`MRR@10 ${three(mean(rows.map(({ score }) => score.reciprocalRank)))}`,
	);
	const inAll = mean(rows.map(row => row.time)) / mean(rows.map(row => row.plainTime));
	print(`  query ${times.join("; ")}; all together ${inAll.toFixed(2)} times`);
	print(`  built in ${(buildTime / plainBuildTime).toFixed(2)} times MiniSearch's time`);
	return ndcg;
}

const [, , gold] = process.argv;
if (gold === undefined) throw new Error("usage: npx tsx bench/retrieval.ts GOLD_DIR");
const folder = existsSync(join(gold, "retrieval")) ? join(gold, "retrieval") : gold;
const [time = 0, , checkthat = 0] = COLLECTIONS.map(name => measure(name, join(folder, name)));
const table = [...PEERS, ["Presscheck", time, checkthat] as const];
print("\nnDCG@10                          time   checkthat");
for (const [engine, onTime, onCheckthat] of table) {
	print(`${engine.padEnd(32)} ${onTime.toFixed(3)}  ${onCheckthat.toFixed(3)}`);
}
