import { describe, expect, test } from "vitest";
import { comparable, isWithin, sameValue } from "../../src/claims/align.ts";
import { extractFigures } from "../../src/figures/extract.ts";
import type { Figure } from "../../src/figures/figure.ts";

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
		["It costs 48 million francs.", "It costs CHF 48m.", true],
		["It costs 58 francs a share.", "It costs CHF58.", true],
		["It costs 48 million francs.", "It costs $48m.", false],
		["It costs 48 million pesos.", "It costs CHF 48m.", false],
		["It has 12 boats.", "It has 13 boats.", false],
		["It rose 300 percent.", "It costs $300.", false],
	])("%s %s %s", (a, b, wanted) => {
		expect(sameValue(figureOf(a), figureOf(b))).toBe(wanted);
		expect(sameValue(figureOf(b), figureOf(a))).toBe(wanted);
	});
});

describe("isWithin", () => {
	test.each([
		["It has 650 boats.", "It has 600 to 700 boats.", true],
		["It has hundreds of boats.", "It has 650 vessels.", true],
		["It has 750 boats.", "It has 600 to 700 boats.", false],
		["It has 650 boats.", "It has 650 boats.", false],
		["It cost $650.", "It cost €600 to €700.", false],
	])("%s %s %s", (a, b, wanted) => {
		expect(isWithin(figureOf(a), figureOf(b))).toBe(wanted);
		expect(isWithin(figureOf(b), figureOf(a))).toBe(wanted);
	});
});
