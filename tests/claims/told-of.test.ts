import { describe, expect, test } from "vitest";
import { ownerOf, perTime, toldOf, toldOfEach } from "../../src/claims/told-of.ts";
import { extractFigures } from "../../src/figures/extract.ts";
import type { Figure } from "../../src/figures/figure.ts";

function figureIn(sentence: string, words: string): Figure {
	const figure = extractFigures(sentence).find(({ text }) => text === words);
	if (figure === undefined) throw new Error(`no ${words} in: ${sentence}`);
	return figure;
}

describe("toldOf", () => {
	test.each([
		["The blaze killed 12 sailors and injured 30.", "12", "killed"],
		["The blaze killed 12 sailors and injured 30.", "30", "injured"],
		["A ferry sank, but all 31 sailors escaped injury.", "31", undefined],
		["Crews left 31 sailors without injury.", "31", undefined],
		["The storm cut power to 9,000 homes.", "9,000", undefined],
		["The yard cut 300 jobs, to 1,200.", "300", "cut"],
		["Guards arrested a clerk in connection with 12 parcels.", "12", undefined],
		["Guards arrested 12 clerks over the parcels.", "12", "arrested"],
		["Gusts of 140 km/h were measured.", "140 km/h", "wind"],
		["Storm force winds (at least 90 km/h) reached the port.", "90 km/h", undefined],
		["The storm means that two sailors will stay.", "two", undefined],
		["The mean of all fares was $40.", "$40", "average"],
		["The line will ground 40 flights.", "40", "cancelled"],
		["Some 40 sailors slept on the ground.", "40", undefined],
		["Wind turbines stand on 140 kilometers of coast.", "140 kilometers", undefined],
	])("%s %s: %s", (sentence, words, name) => {
		expect(toldOf(sentence, figureIn(sentence, words))?.predicate.name).toBe(name);
	});

	test("knows whether the figure's own clause says so", () => {
		const sentence = "They told 900 villagers to evacuate, with 40 ordered to.";
		expect(toldOf(sentence, figureIn(sentence, "900"))?.inClause).toBe(true);
		expect(toldOf(sentence, figureIn(sentence, "40"))?.inClause).toBe(false);
	});
});

describe("toldOfEach", () => {
	test("a measure without words of its own has those of the one before it", () => {
		const sentence =
			"The harbor mast had a gust of 110 km/h, and far up the valley the airfield of Upper Marram reached 95 km/h.";
		const told = toldOfEach(sentence, extractFigures(sentence));
		expect([...told.values()].map(each => each?.predicate.name)).toEqual(["wind", "wind"]);
	});

	test("a measure of another unit does not", () => {
		const sentence = "The mast had a gust of 110 km/h, and the ferry lies 40 kilometers out.";
		const told = toldOfEach(sentence, extractFigures(sentence));
		expect([...told.values()].map(each => each?.predicate.name)).toEqual(["wind", undefined]);
	});
});

describe("perTime", () => {
	test.each([
		["Some 40 mm of rain an hour fell.", "40 mm", "hour"],
		["Some 40 mm of rain fell in one hour.", "40 mm", "hour"],
		["A daily total of 40 mm fell.", "40 mm", "day"],
		["Some 40 mm fell a day earlier.", "40 mm", null],
		["Some 40 mm fell in 48 hours.", "40 mm", null],
		["They sold 40 boats a day.", "40", null],
	])("%s: %s", (sentence, words, per) => {
		expect(perTime(sentence, figureIn(sentence, words))).toBe(per);
	});
});

describe("ownerOf", () => {
	test.each([
		["Marram Shipping's profit rose to $4 million.", "$4 million", "Marram Shipping"],
		["Its parent, Oakton Holdings, made a loss of $4 million.", "$4 million", "Oakton Holdings"],
		["The firm made a profit of $4 million.", "$4 million", null],
		["In Oakton, its profit was $4 million.", "$4 million", null],
		["Marram Shipping will spend $4 million.", "$4 million", null],
	])("%s: %s", (sentence, words, owner) => {
		const figure = figureIn(sentence, words);
		expect(ownerOf(sentence, figure, toldOf(sentence, figure)?.predicate ?? null)).toBe(owner);
	});
});
