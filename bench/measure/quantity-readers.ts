import { Culture, recognizeNumber, recognizePercentage } from "@microsoft/recognizers-text-number";
import {
	recognizeAge,
	recognizeCurrency,
	recognizeDimension,
	recognizeTemperature,
} from "@microsoft/recognizers-text-number-with-unit";
import compromise from "compromise/three";
import model from "wink-eng-lite-web-model";
import winkNLP, { type ItemEntity } from "wink-nlp";
import { currencyAfter } from "../../src/figures/currencies.ts";
import { extractFigures } from "../../src/figures/extract.ts";
import type { Bound, Figure, Value } from "../../src/figures/figure.ts";
import { readNumberWords, scaleOf } from "../../src/figures/number-words.ts";
import type { Quantity } from "./quantity-gold.ts";

export interface QuantityReader {
	readonly name: string;
	/** How it was set up. */
	readonly method: string;
	/** `nouns`: whether the noun that a number counts is its unit, as in news, or only measures are. */
	readonly read: (text: string, nouns: boolean) => readonly Quantity[];
}

const BOUND_MARKS: Readonly<Record<Bound, string | null>> = {
	exactly: null,
	between: null,
	about: "~",
	"more than": ">",
	"at least": ">",
	"less than": "<",
	"at most": "<",
};

/** A figure as the gold writes it: a change is one quantity with two ends, a conversion one of its own. */
function quantitiesOf(figure: Figure, all: readonly Figure[]): readonly Quantity[] {
	if (figure.value === null || figure.kind === "date" || figure.kind === "ordinal") return [];
	const to = all.find(other => other.changedFrom?.start === figure.start);
	if (typeof to?.value === "number" && figure.changedFrom === null) return [];
	const from = all.find(other => other.start === figure.changedFrom?.start);
	const value: Value =
		typeof from?.value === "number" && typeof figure.value === "number"
			? [from.value, figure.value]
			: figure.value;
	const bound = from === undefined ? BOUND_MARKS[figure.bound] : null;
	const own = { value, unit: figure.unit, modifier: figure.trend ?? bound };
	const { conversion } = figure;
	return conversion === null
		? [own]
		: [own, { value: conversion.value, unit: conversion.unit, modifier: null }];
}

/** A count of something named, and no rate ("four times a week"). */
function isNoun({ kind, unit }: Figure): boolean {
	return kind === "count" && !unit?.startsWith("count per ");
}

function readPresscheck(text: string, nouns: boolean): readonly Quantity[] {
	const figures = extractFigures(text).map(figure =>
		nouns || !isNoun(figure) ? figure : { ...figure, unit: null },
	);
	return figures.flatMap(figure => quantitiesOf(figure, figures));
}

/** A bare number that is a year is no quantity in the gold: dropped for the peers, which do not tell. */
function withoutYears(quantities: readonly Quantity[]): readonly Quantity[] {
	return quantities.filter(
		({ value, unit }) =>
			!(
				unit === null &&
				typeof value === "number" &&
				Number.isInteger(value) &&
				value >= 1900 &&
				value <= 2100
			),
	);
}

interface Recognized {
	readonly start: number;
	readonly end: number;
	readonly resolution: Record<string, unknown> | null;
	readonly typeName: string;
}

const RECOGNIZED = [
	recognizeCurrency,
	recognizeDimension,
	recognizeTemperature,
	recognizeAge,
	recognizePercentage,
	recognizeNumber,
];

const RECOGNIZED_UNITS: Readonly<Record<string, (unit: string | null) => string | null>> = {
	percentage: () => "percent",
	age: unit => `${unit ?? "year"} of age`,
	temperature: unit => ({ F: "degree Fahrenheit", C: "degree Celsius" })[unit ?? ""] ?? unit,
	currency: unit => currencyAfter(` ${unit}`, 0)?.unit ?? unit,
};

function recognizedQuantity({ resolution, typeName }: Recognized): Quantity | null {
	const printed = resolution?.["value"];
	if (typeof printed !== "string") return null;
	const unit = resolution?.["unit"];
	const name = typeof unit === "string" ? unit : null;
	return {
		value: Math.abs(Number(printed.replace("%", ""))),
		unit: (RECOGNIZED_UNITS[typeName] ?? (known => known))(name),
		modifier: null,
	};
}

/** What was recognized with a unit goes before a number within it. */
function readRecognizers(text: string): readonly Quantity[] {
	const kept: { readonly start: number; readonly end: number; readonly quantity: Quantity }[] = [];
	for (const result of RECOGNIZED.flatMap(
		recognize => recognize(text, Culture.English) as readonly Recognized[],
	)) {
		const quantity = recognizedQuantity(result);
		const taken = kept.some(({ start, end }) => start <= result.end && result.start <= end);
		if (quantity !== null && !taken) kept.push({ ...result, quantity });
	}
	return withoutYears(kept.sort((a, b) => a.start - b.start).map(({ quantity }) => quantity));
}

interface CompromiseNumber {
	readonly number: {
		readonly prefix: string;
		readonly num: number | null;
		readonly suffix: string;
		readonly unit: string;
	};
}

const SUFFIXES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9, b: 1e9, tn: 1e12 };

function readCompromise(text: string, nouns: boolean): readonly Quantity[] {
	const quantities: Quantity[] = [];
	const numbers = compromise(text).numbers().isCardinal();
	numbers.forEach(view => {
		const [json] = view.json() as readonly CompromiseNumber[];
		if (json === undefined || json.number.num === null) return;
		const { prefix, num, suffix, unit } = json.number;
		const money = /[$£€¥]/.exec(view.text())?.[0] ?? prefix;
		const after = view.after("^#Adjective{0,2} [#Noun+]", 0).terms().last().text("normal");
		const noun = nouns ? after : "";
		const value = Math.abs(num) * (SUFFIXES[suffix.toLowerCase()] ?? 1);
		const percent = suffix === "%" ? "percent" : "";
		quantities.push({ value, unit: percent || money || unit || noun || null, modifier: null });
	});
	return withoutYears(quantities);
}

const wink = winkNLP(model, ["sbd", "pos", "ner"]);
const COUNTABLE = new Set(["CARDINAL", "MONEY", "PERCENT", "DURATION"]);

/** The number that an entity prints: digits or words, times a word of scale. */
function numberIn(entity: string): number | null {
	const digits = /\d[\d,]*(?:\.\d+)?/.exec(entity)?.[0];
	const words = entity.toLowerCase().match(/[a-z]+/g) ?? [];
	if (digits === undefined) {
		const from = words.findIndex(word => readNumberWords([word]) !== null);
		return from < 0 ? null : (readNumberWords(words.slice(from))?.value ?? null);
	}
	const scale = words.map(scaleOf).find(factor => factor !== null) ?? 1;
	return Number(digits.replaceAll(",", "")) * scale;
}

interface WinkWord {
	readonly text: string;
	readonly wordClass: string;
}

/** The last of the nouns that follow, after adjectives. */
function nounAfter(words: readonly WinkWord[], from: number): string | null {
	let at = from;
	while (words[at]?.wordClass === "ADJ") at += 1;
	let noun: string | null = null;
	for (; /^(?:NOUN|PROPN)$/.test(words[at]?.wordClass ?? ""); at += 1)
		noun = words[at]?.text ?? noun;
	return noun;
}

function winkUnit(type: string, entity: string): string | null {
	if (type === "PERCENT") return "percent";
	const name = /[$£€¥]|[A-Za-z]+$/.exec(entity)?.[0] ?? null;
	return type === "CARDINAL" ? null : name;
}

function readWink(text: string, nouns: boolean): readonly Quantity[] {
	const doc = wink.readDoc(text);
	const [texts, classes] = [doc.tokens().out(), doc.tokens().out(wink.its.pos)];
	const words = texts.map((word, index) => ({ text: word, wordClass: `${classes[index]}` }));
	const quantities: Quantity[] = [];
	doc.entities().each((entity: ItemEntity) => {
		const [type, printed] = [entity.out(wink.its.type) as string, entity.out()];
		const value = COUNTABLE.has(type) ? numberIn(printed) : null;
		const [, last] = entity.out(wink.its.span) as unknown as readonly [number, number];
		const noun = nouns ? nounAfter(words, last + 1) : null;
		const unit = winkUnit(type, printed) ?? noun;
		if (value !== null) quantities.push({ value, unit, modifier: null });
	});
	return withoutYears(quantities);
}

/** The figure reader, and the peers that npm has, which know no bounds, trends or ranges. */
export const QUANTITY_READERS: readonly QuantityReader[] = [
	{ name: "Presscheck", method: "extractFigures, as it is", read: readPresscheck },
	{
		name: "Recognizers-Text",
		method:
			"currency, dimension, temperature, age and percentage recognizers for English, then numbers where none of them stands",
		read: readRecognizers,
	},
	{
		name: "compromise",
		method: "cardinal numbers, with the mark, unit or last of the nouns that follow",
		read: readCompromise,
	},
	{
		name: "wink-nlp",
		method:
			"entities of the kinds CARDINAL, MONEY, PERCENT and DURATION, read by a reader of digits and words, a cardinal with the last of the nouns that follow",
		read: readWink,
	},
];
