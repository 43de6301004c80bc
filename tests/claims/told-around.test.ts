import { describe, expect, test } from "vitest";
import { saidOf, wentOnFor } from "../../src/claims/told-around.ts";

function timeIn(sentence: string, words: string) {
	const start = sentence.indexOf(words);
	return { start, end: start + words.length };
}

describe("wentOnFor", () => {
	test.each([
		["The strike forced the clerks to go without pay for 35 days.", "35 days", "go without pay"],
		["The whole hearing lasted about 50 minutes.", "50 minutes", "whole hearing lasted"],
	])("%s", (sentence, time, wanted) => {
		expect(wentOnFor(sentence, timeIn(sentence, time))).toBe(wanted);
	});
});

describe("saidOf", () => {
	test.each([
		[
			"The ferry has called at the island 11 times now.",
			"11 times",
			"ferry has called at the island",
		],
		["Thousands fled ahead of the flood.", "Thousands", "fled ahead of the flood"],
		[
			"The mill moved money out of the fund, to the tune of $3 million.",
			"$3 million",
			"mill moved money out of the fund",
		],
		["The growth of the mill to $9 million pleased its makers.", "$9 million", null],
	])("%s", (sentence, figure, wanted) => {
		expect(saidOf(sentence, timeIn(sentence, figure))).toBe(wanted);
	});
});
