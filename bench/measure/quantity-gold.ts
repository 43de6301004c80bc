import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { currencyAfter } from "../../src/figures/currencies.ts";
import type { Value } from "../../src/figures/figure.ts";

/** A quantity as the gold data writes it: the unit has many names, the modifier is one of `~ > < up down`. */
export interface Quantity {
	readonly value: Value;
	readonly unit: string | null;
	readonly modifier: string | null;
}

interface GoldQuantity {
	readonly value: Value | null;
	readonly unit: string | null;
	readonly modifier: string | null;
	readonly surface?: string;
}

export interface GoldSentence {
	readonly id: string;
	readonly text: string;
	readonly quantities: readonly GoldQuantity[];
}

export interface GoldSet {
	readonly name: string;
	/** Only some of its quantities are written down, so that nothing but recall can be told. */
	readonly partial: boolean;
	readonly sentences: readonly GoldSentence[];
}

/** The quantities that one reader found in one sentence. */
export interface Found {
	readonly id: string;
	readonly quantities: readonly Quantity[];
}

interface Rates {
	readonly P: number;
	readonly R: number;
	readonly F1: number;
}

type Slots = Readonly<Record<"value" | "valueUnit" | "valueModifier", Rates>>;

/** The gold data's own scorer: percents of a whole set, and counts of one sentence. */
export interface Scorer {
	readonly scoreAll: (
		gold: readonly GoldSentence[],
		found: readonly Found[],
	) => Readonly<Record<"strict" | "endpoints", Slots>>;
	readonly scoreSentence: (
		gold: GoldSentence["quantities"],
		found: readonly Quantity[],
	) => Readonly<Record<"g" | "p" | "v" | "u" | "m", number>>;
}

const SETS = ["newsquant.dev", "quantulum3", "rectext_units"];

/** quantulum3 counts years, which are dates here. */
function isYear({ value, unit, surface = "" }: GoldQuantity): boolean {
	return (
		unit === null && typeof value === "number" && value > 1900 && /^(?:19|20)\d\d$/.test(surface)
	);
}

/** quantulum3 prints a range as its middle and a margin ("±3"): written as its two ends, as elsewhere. */
function withEnds(quantity: GoldQuantity): GoldQuantity {
	const margin = /^±(.+)$/.exec(quantity.modifier ?? "")?.[1];
	const { value } = quantity;
	if (margin === undefined || typeof value !== "number") return quantity;
	return { ...quantity, value: [value - Number(margin), value + Number(margin)], modifier: null };
}

/** Recognizers-Text's own names of money and degrees, which the scorer knows in part: as CLDR has them. */
function withKnownUnit(quantity: GoldQuantity, kind: string | undefined): GoldQuantity {
	const { unit } = quantity;
	if (unit === null) return quantity;
	if (kind === "temperature") return { ...quantity, unit: DEGREES[unit] ?? unit };
	const money = kind === "currency" ? currencyAfter(` ${unit}`, 0) : null;
	return money === null ? quantity : { ...quantity, unit: money.unit };
}

const DEGREES: Readonly<Record<string, string>> = { F: "degree Fahrenheit", C: "degree Celsius" };

function readSentence(line: string): GoldSentence & { readonly partial?: string } {
	const sentence = JSON.parse(line) as GoldSentence & { readonly partial?: string };
	const quantities = sentence.quantities
		.filter(quantity => !isYear(quantity))
		.map(withEnds)
		.map(quantity => withKnownUnit(quantity, sentence.partial));
	return { ...sentence, quantities };
}

/** The sets of a folder that holds NAME.gold.jsonl, in a fixed order. */
export function readGoldSets(directory: string): readonly GoldSet[] {
	const files = readdirSync(directory);
	return SETS.filter(name => files.includes(`${name}.gold.jsonl`)).map(name => {
		const text = readFileSync(join(directory, `${name}.gold.jsonl`), "utf8");
		const sentences = text.trim().split("\n").map(readSentence);
		return { name, partial: sentences.some(({ partial }) => partial !== undefined), sentences };
	});
}

/** The scorer that lies beside the sets. */
export async function loadScorer(directory: string): Promise<Scorer> {
	const file = resolve(directory, "score.mjs");
	if (!existsSync(file)) throw new Error(`${file}: not found; the gold data holds its scorer`);
	return (await import(pathToFileURL(file).href)) as Scorer;
}
