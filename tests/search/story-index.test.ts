import { describe, expect, test } from "vitest";
import { buildClaims } from "../../src/claims/build.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { contextOf } from "../../src/claims/context.ts";
import { lazyIndex } from "../../src/search/lazy-index.ts";
import { coverageOf } from "../claims/coverage.ts";

const TEXTS = coverageOf(
	[
		"Herald",
		"The harbor bridge will cost $48 million, according to Marram Research.\n\nShare this article\n\nWhy does the bridge cost so much?",
	],
	[
		"Echo",
		"Building the bridge across the harbor costs $48m.\n\nThe choir sang old songs on the quay.",
	],
	["Wire", "The storm left 14 people dead along the coast."],
);
const INDEX = lazyIndex(buildClaims(TEXTS), TEXTS);

/** Where the claim that fits best stands. */
function best(words: string): string | undefined {
	return INDEX.match(contextOf(words))[0]?.claim.reports[0]?.excerpt.text;
}

const COST = "The harbor bridge will cost $48 million, according to Marram Research.";
const CHOIR = "The choir sang old songs on the quay.";
const STORM = "The storm left 14 people dead along the coast.";

describe("match", () => {
	test.each([
		["what does the harbor bridge cost", COST],
		["how many people died in the storm", STORM],
		["a choir on a quay", CHOIR],
		["what does Marram Research say of the bridge", COST],
		["$48 million", COST],
	])("%s: %s first", (words, sentence) => {
		expect(best(words)).toBe(sentence);
	});

	test("gives the best first, and nothing that does not fit", () => {
		const found = INDEX.match(contextOf("choir"));
		const scores = found.map(({ score }) => score);
		expect(scores).toEqual(scores.toSorted((a, b) => b - a));
		expect(found.length).toBeGreaterThan(0);
		const places = found.flatMap(({ claim }) => claim.reports.map(({ excerpt }) => excerpt.text));
		expect(places).not.toContain(STORM);
	});

	test.each(["", "zqxv", "the of and"])("finds nothing for %j", words => {
		expect(INDEX.match(contextOf(words))).toEqual([]);
	});

	test("of claims that fit alike, figures and those of more outlets come first", () => {
		const [figure] = buildClaims(TEXTS).filter(({ kind }) => kind === "figure");
		if (figure === undefined) throw new Error("no figure");
		const statement: Claim = { ...figure, id: "statement-x", kind: "statement" };
		const [first, second] = lazyIndex([statement, figure], TEXTS).match(contextOf("bridge"));
		expect([first?.claim, second?.claim]).toEqual([figure, statement]);
		const alone: Claim = { ...figure, id: "figure-alone", reports: figure.reports.slice(0, 1) };
		const ranked = lazyIndex([alone, figure], TEXTS).match(contextOf("harbor bridge"));
		expect(ranked.map(({ claim }) => claim.id)).toEqual([figure.id, alone.id]);
	});

	test("leaves out claims of which no report stands in an article's own text", () => {
		const quoted = coverageOf([
			"Herald",
			"The storm passed.\n“Marram Wire offers news of ports and ships.”\n— Page Editor\nRain fell on the quay.",
		]);
		const claims = buildClaims(quoted);
		const index = lazyIndex(claims, quoted);
		expect(claims.some(({ kind }) => kind === "quotation")).toBe(true);
		expect(
			index
				.match(contextOf("Marram Wire news of ports and ships"))
				.filter(({ claim }) => claim.kind === "quotation"),
		).toEqual([]);
	});
});

describe("sentences", () => {
	test("gives each article's sentence that covers most, the best first", () => {
		const found = INDEX.sentences(contextOf("cost of the bridge"));
		expect(found.slice(0, 2).map(({ sentence }) => sentence.text)).toEqual([
			COST,
			"Building the bridge across the harbor costs $48m.",
		]);
		expect(found.slice(0, 2).map(({ source }) => source.article.outlet)).toEqual([
			"Herald",
			"Echo",
		]);
		expect(found.slice(2).every(({ covered }) => covered < 0.5)).toBe(true);
	});

	test("gives no furniture and no questions", () => {
		expect(
			INDEX.sentences(contextOf("article share")).map(({ sentence }) => sentence.text),
		).toEqual([]);
	});
});

describe("knows", () => {
	test.each([
		["bridg", true],
		["choir", true],
		["violin", false],
	])("%s: %s", (stem, wanted) => {
		expect(INDEX.knows(stem)).toBe(wanted);
	});
});
