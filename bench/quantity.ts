import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { extractFigures } from "../src/figures/extract.ts";
import type { Bound, Figure, Value } from "../src/figures/figure.ts";

/*
 * Scores the figure reader on sentences whose quantities are known:
 *   tsx bench/quantity.ts GOLD_DIR [--misses] [--set NAME]
 * GOLD_DIR holds NAME.gold.jsonl and score.mjs.
 */

interface GoldQuantity {
	readonly value: Value | null;
	readonly unit: string | null;
	readonly modifier: string | null;
	readonly surface?: string;
}

interface GoldSentence {
	readonly id: string;
	readonly text: string;
	readonly partial?: string;
	readonly quantities: readonly GoldQuantity[];
}

interface Quantity {
	readonly value: Value;
	readonly unit: string | null;
	readonly modifier: string | null;
}

/** Peers on the same sentences of NewsQuant: value F1, value and unit F1. */
const PEERS: readonly (readonly [string, number, number])[] = [
	["Recognizers-Text, tuned", 77.0, 42.6],
	["compromise with the next noun", 76.2, 51.5],
	["wink-nlp with a number reader", 78.8, 59.2],
	["a large language model", 73.5, 65.7],
	["CQE (whole set, as reported)", 92.0, 85.6],
];

const BOUND_MARKS: Readonly<Record<Bound, string | null>> = {
	exactly: null,
	between: null,
	about: "~",
	"more than": ">",
	"at least": ">",
	"less than": "<",
	"at most": "<",
};

function modifierOf(figure: Figure): string | null {
	return figure.trend ?? BOUND_MARKS[figure.bound];
}

/** A figure as the gold writes it: a change is one quantity with two ends, a conversion one of its own. */
function quantitiesOf(figure: Figure, all: readonly Figure[]): readonly Quantity[] {
	if (figure.value === null || figure.kind === "date" || figure.kind === "ordinal") return [];
	const to = all.find(other => other.changedFrom?.start === figure.start);
	if (typeof to?.value === "number" && figure.changedFrom === null) return [];
	const from = all.find(other => other.start === figure.changedFrom?.start);
	const joined: Value =
		typeof from?.value === "number" && typeof figure.value === "number"
			? [from.value, figure.value]
			: figure.value;
	const modifier = from === undefined ? modifierOf(figure) : figure.trend;
	const own = { value: joined, unit: figure.unit, modifier };
	const { conversion } = figure;
	return conversion === null
		? [own]
		: [own, { value: conversion.value, unit: conversion.unit, modifier: null }];
}

function readGold(file: string): readonly GoldSentence[] {
	return readFileSync(file, "utf8")
		.trim()
		.split("\n")
		.map(line => JSON.parse(line) as GoldSentence);
}

/** quantulum3 prints a range as its middle and a margin, and years as quantities: both are written as elsewhere. */
function normalized(sentence: GoldSentence): GoldSentence {
	const quantities = sentence.quantities
		.filter(
			({ value, unit, surface = "" }) =>
				!(
					unit === null &&
					typeof value === "number" &&
					/^(?:19|20)\d\d$/.test(surface) &&
					value > 1900
				),
		)
		.map(quantity => {
			const margin = /^±(.+)$/.exec(quantity.modifier ?? "")?.[1];
			if (margin === undefined || typeof quantity.value !== "number") return quantity;
			const value: Value = [quantity.value - Number(margin), quantity.value + Number(margin)];
			return { ...quantity, value, modifier: null };
		});
	return { ...sentence, quantities };
}

/** quantulum3 and Recognizers-Text know no counted nouns: a count has no unit there. */
function withoutNouns(figure: Figure): Figure {
	return figure.kind === "count" ? { ...figure, unit: null } : figure;
}

interface Predicted {
	readonly id: string;
	readonly quantities: readonly Quantity[];
}

function predict(gold: readonly GoldSentence[], nouns: boolean): readonly Predicted[] {
	return gold.map(({ id, text }) => {
		const read = extractFigures(text);
		const figures = nouns ? read : read.map(withoutNouns);
		return { id, quantities: figures.flatMap(figure => quantitiesOf(figure, figures)) };
	});
}

interface Score {
	readonly P: number;
	readonly R: number;
	readonly F1: number;
}

interface Scores {
	readonly strict: {
		readonly value: Score;
		readonly valueUnit: Score;
		readonly valueModifier: Score;
	};
	readonly endpoints: {
		readonly value: Score;
		readonly valueUnit: Score;
		readonly valueModifier: Score;
	};
}

function lines(records: readonly object[]): string {
	return `${records.map(record => JSON.stringify(record)).join("\n")}\n`;
}

/** The scores that the gold's own scorer gives. */
function score(
	directory: string,
	gold: readonly GoldSentence[],
	predicted: readonly Predicted[],
): Scores {
	const scratch = mkdtempSync(path.join(tmpdir(), "quantity-"));
	const [goldFile, predictedFile] = [
		path.join(scratch, "gold.jsonl"),
		path.join(scratch, "pred.jsonl"),
	];
	writeFileSync(goldFile, lines(gold));
	writeFileSync(predictedFile, lines(predicted));
	const run = spawnSync("node", [path.join(directory, "score.mjs"), goldFile, predictedFile], {
		encoding: "utf8",
	});
	rmSync(scratch, { recursive: true });
	return JSON.parse(run.stdout) as Scores;
}

function row(name: string, cells: readonly (string | number)[]): string {
	return `${name.padEnd(34)}${cells.map(cell => String(cell).padStart(9)).join("")}`;
}

function print(line: string): void {
	process.stdout.write(`${line}\n`);
}

function printed({
	value,
	unit,
	modifier,
}: {
	readonly value: Value | null;
	readonly unit: string | null;
	readonly modifier: string | null;
}): string {
	return `${JSON.stringify(value)} ${unit} ${modifier ?? ""}`.trim();
}

function isMissed(sentence: GoldSentence, predicted: Predicted): boolean {
	// Units have many names, which only the scorer knows: these lists show values and modifiers.
	const key = ({ value, modifier }: GoldQuantity | Quantity): string =>
		printed({ value, modifier, unit: null });
	const [left, right] = [sentence.quantities.map(key).sort(), predicted.quantities.map(key).sort()];
	return left.join("|") !== right.join("|");
}

function printMisses(gold: readonly GoldSentence[], predicted: readonly Predicted[]): void {
	for (const [index, sentence] of gold.entries()) {
		const found = predicted[index];
		if (found === undefined || !isMissed(sentence, found)) continue;
		print(`${sentence.id} ${sentence.text}`);
		print(`   gold ${sentence.quantities.map(printed).join(" ; ")}`);
		print(`   read ${found.quantities.map(printed).join(" ; ")}`);
	}
}

/** Sentences a second, the whole set read over and over for a second. */
function speedOf(gold: readonly GoldSentence[]): number {
	const start = performance.now();
	let sentences = 0;
	while (performance.now() - start < 1000) {
		for (const { text } of gold) extractFigures(text);
		sentences += gold.length;
	}
	return Math.round(sentences / ((performance.now() - start) / 1000));
}

function measure(directory: string, file: string, misses: boolean): void {
	const all = readGold(path.join(directory, file)).map(normalized);
	const gold = all.filter(sentence => Array.isArray(sentence.quantities));
	const predicted = predict(gold, file.startsWith("newsquant"));
	const name = file.replace(".gold.jsonl", "");
	const { strict, endpoints } = score(directory, gold, predicted);
	const partial = gold.some(sentence => sentence.partial !== undefined);
	const pick = (one: Score): number => (partial ? one.R : one.F1);
	print(
		row(`${name}${partial ? " (recall)" : " (F1)"}`, [
			...[strict.value, strict.valueUnit, strict.valueModifier].map(pick),
			...[endpoints.value, endpoints.valueUnit].map(pick),
			speedOf(gold),
		]),
	);
	if (misses) printMisses(gold, predicted);
}

function main(): void {
	const [directory, ...options] = process.argv.slice(2);
	if (directory === undefined)
		throw new Error("usage: tsx bench/quantity.ts GOLD_DIR [--misses] [--set NAME]");
	const only = options.includes("--set") ? options[options.indexOf("--set") + 1] : undefined;
	const files = readdirSync(directory).filter(
		file =>
			/^(?:newsquant|quantulum|rectext_units).*\.gold\.jsonl$/.test(file) &&
			(only === undefined || file.startsWith(only)),
	);
	print(row("set", ["value", "+unit", "+modif.", "ends", "+unit", "sent./s"]));
	for (const file of files) measure(directory, file, options.includes("--misses"));
	if (only !== undefined) return;
	for (const [name, value, unit] of PEERS) print(row(name, [value, unit]));
}

main();
