import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	contextAround,
	contextOf,
	coverageOf,
	joinContexts,
	likeness,
	similarity,
} from "../../src/claims/context.ts";

const evenly = () => 1;

const texts = fc
	.array(
		fc.constantFrom("miners", "mining", "bitcoin", "coin", "cost", "spend", "rain", "river", "the"),
		{
			maxLength: 8,
		},
	)
	.map(words => words.join(" "));

function likenessOf(a: string, b: string): number {
	const [first] = contextOf(a);
	const [second] = contextOf(b);
	return first === undefined || second === undefined ? 0 : likeness(first, second);
}

describe("contextOf", () => {
	test("has each stem once, stop words left out", () => {
		expect(contextOf("The miner and the Miners", 0.5)).toMatchObject([
			{ stem: "miner", word: "miner", weight: 0.5 },
		]);
	});

	test("joined, a stem counts as much as where it counts most", () => {
		expect(
			joinContexts([contextOf("rain", 0.2), contextOf("rain", 0.7), contextOf("rain", 0.3)]),
		).toMatchObject([{ stem: "rain", word: "rain", weight: 0.7 }]);
	});
});

describe("contextAround", () => {
	const sentence = "Rain fell, and the river rose 40 centimeters above its banks.";
	const start = sentence.indexOf("40");
	const weights = new Map(
		contextAround(sentence, { start, end: start + "40 centimeters".length }).map(
			({ word, weight }) => [word, weight] as const,
		),
	);

	test("leaves the part's own words out", () => {
		expect([...weights.keys()]).toEqual(["rain", "fell", "river", "rose", "banks"]);
	});

	test("near words of the same clause count most", () => {
		expect(weights.get("rose")).toBeGreaterThan(weights.get("river") ?? 1);
		expect(weights.get("river")).toBeGreaterThan(2 * (weights.get("fell") ?? 1));
	});
});

describe("likeness", () => {
	test.each([
		["miner", "miners", 1, 1],
		["coin", "bitcoin", 0.6, 0.6],
		["bitcoin", "coin", 0.6, 0.6],
		["doctor", "physician", 0.3, 0.8],
		["tea", "teapot", 0, 0],
		["rain", "violin", 0, 0],
		["qwxz", "violin", 0, 0],
	])("%s and %s", (a, b, least, most) => {
		expect(likenessOf(a, b)).toBeGreaterThanOrEqual(least);
		expect(likenessOf(a, b)).toBeLessThanOrEqual(most);
	});
});

describe("similarity", () => {
	test("is symmetric, from 0 to 1, and 1 for the same words", () => {
		fc.assert(
			fc.property(texts, texts, (a, b) => {
				const [left, right] = [contextOf(a), contextOf(b)];
				const alike = similarity(left, right, evenly);
				expect(similarity(right, left, evenly)).toBeCloseTo(alike, 10);
				expect(alike).toBeGreaterThanOrEqual(0);
				expect(alike).toBeLessThanOrEqual(1);
				expect(similarity(left, left, evenly)).toBe(left.length === 0 ? 0 : 1);
			}),
			{ numRuns: 40 },
		);
	});

	test("rare words count more", () => {
		const weigh = (stem: string) => (stem === "barrag" ? 5 : 1);
		const about = contextOf("tidal barrage");
		expect(similarity(about, contextOf("barrage violin"), weigh)).toBeGreaterThan(
			similarity(about, contextOf("tidal violin"), weigh),
		);
	});
});

describe("coverageOf", () => {
	const wanted = contextOf("river floods");

	test.each([
		["The river floods the valley each spring.", 1, 1],
		["The river is calm.", 0.4, 0.9],
		["Violins.", 0, 0],
		["", 0, 0],
	])("how much of the words stands in %j", (text, least, most) => {
		const covered = coverageOf(wanted, evenly)(contextOf(text));
		expect(covered).toBeGreaterThanOrEqual(least);
		expect(covered).toBeLessThanOrEqual(most);
	});

	test("nothing wanted is not covered", () => {
		expect(coverageOf([], evenly)(wanted)).toBe(0);
	});
});
