import { describe, expect, test } from "vitest";
import { sameSubject, subjectOf } from "../../src/claims/subject.ts";

const ROWS: readonly (readonly [sentence: string, figure: string, subject: string | null])[] = [
	["The Selm Index fell 40 points, or 2%, and the Marram gauge rose 3%.", "2%", "Selm Index"],
	["The Selm Index fell 40 points, or 2%, and the Marram gauge rose 3%.", "3%", "Marram gauge"],
	["The Selm, a gauge of banks, lost 9%.", "9%", "Selm"],
	["The Selm Index fell 40 points and closed at 2,100.", "2,100", "Selm Index"],
	["In Oakton, the blue-chip Selm 100 fell 39 points.", "39", "blue-chip Selm 100"],
	["Stocks fell, with the Selm and the Marram both down 3%.", "3%", "Selm and the Marram"],
	["It fell 9%.", "9%", null],
];

describe("what a figure's verb is said of", () => {
	test.each(ROWS)("%s %s", (sentence, figure, subject) => {
		const start = sentence.indexOf(figure);
		expect(subjectOf(sentence, { start, end: start + figure.length })).toBe(subject);
	});
});

describe("two subjects bear one name", () => {
	test.each([
		["Selm Index", "the Selm", true],
		["Selm Index", "Marram Index", false],
		["Chilean exports", "Chile's sales", true],
		["stocks", "the Selm", null],
		[null, "the Selm", null],
	])("%s, %s", (a, b, isSame) => {
		expect(sameSubject(a, b)).toBe(isSame);
	});
});
