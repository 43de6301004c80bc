import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alignFigures, comparable, sameValue } from "../../src/claims/align.ts";
import { weighBy } from "../../src/claims/build.ts";
import { readFigureMentions } from "../../src/claims/figure-mentions.ts";
import { readForClaims } from "../../src/claims/reading.ts";
import { extractFigures } from "../../src/figures/extract.ts";
import type { Figure } from "../../src/figures/figure.ts";
import { coverageOf, type Draft } from "./coverage.ts";

function figureOf(sentence: string): Figure {
	const [figure] = extractFigures(sentence);
	if (figure === undefined) throw new Error(`no figure in: ${sentence}`);
	return figure;
}

describe("comparable", () => {
	test.each([
		["It costs $900 per tonne.", "USD"],
		["It has 12 boats.", null],
		["It rose 12 percent.", "percent"],
		["It weighs 12 kilograms.", "kilogram"],
	])("%s %s", (sentence, unit) => {
		expect(comparable(figureOf(sentence)).unit).toBe(unit);
	});
});

describe("sameValue", () => {
	test.each([
		["It has 12 boats.", "Twelve vessels lie there.", true],
		["It costs $48 million.", "It costs $48m.", true],
		["It drew 1,482,000 visitors.", "It drew about 1.5 million visitors.", true],
		["It costs $48 million.", "It costs €48 million.", false],
		["It has 12 boats.", "It has 13 boats.", false],
		["It rose 300 percent.", "It costs $300.", false],
	])("%s %s %s", (a, b, wanted) => {
		expect(sameValue(figureOf(a), figureOf(b))).toBe(wanted);
		expect(sameValue(figureOf(b), figureOf(a))).toBe(wanted);
	});
});

const SENTENCES = [
	"The fire killed 12 people.",
	"Twelve people died in the fire.",
	"The fire injured 30 people.",
	"The fire killed 14 people.",
	"The mill will cost $4 million to rebuild.",
	"Rebuilding the mill costs $4m.",
	"Rain fell.",
];

describe("alignFigures", () => {
	test("each mention stands in exactly one group", () => {
		const body = fc
			.uniqueArray(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 })
			.map(sentences => sentences.join("\n\n"));
		fc.assert(
			fc.property(fc.array(body, { minLength: 1, maxLength: 3 }), bodies => {
				const texts = coverageOf(...bodies.map((each, index): Draft => [`Outlet ${index}`, each]));
				const mentions = readForClaims(texts).flatMap(readFigureMentions);
				const groups = alignFigures(mentions, weighBy(texts));
				expect(groups.flat()).toHaveLength(mentions.length);
				expect(new Set(groups.flat())).toEqual(new Set(mentions));
			}),
			{ numRuns: 12 },
		);
	});

	test("has no groups of no mentions", () => {
		expect(alignFigures([], () => 1)).toEqual([]);
	});
});
