import { describe, expect, test } from "vitest";
import { readFigureMentions } from "../../src/claims/figure-mentions.ts";
import { readForClaims } from "../../src/claims/reading.ts";
import { type RecordMention, recordOf, standEquallyLong } from "../../src/claims/record.ts";
import { slice } from "../../src/text/span.ts";
import { coverageOf } from "./coverage.ts";

function recordIn(body: string, published: string | null = "2031-05-14"): RecordMention | null {
	const mentions = readForClaims(coverageOf(["Herald", body, { published }])).flatMap(
		readFigureMentions,
	);
	return mentions.map(recordOf).find(record => record !== null) ?? null;
}

describe("recordOf", () => {
	test.each([
		["It was the lowest water level since June 2027.", "lowest water level", "2027-06"],
		["It was the lowest since 2027.", "lowest", "2027"],
		["It was the worst drought since December.", "worst drought", "2030-12"],
		["It was the first flood in nearly four years.", "first flood", "2027-05"],
		["The lake fell to a four-year low.", "low", "2027-05"],
		["The town saw the most in two months.", "most", "2031-03"],
	])("%s: %s since %s", (body, words, since) => {
		const record = recordIn(body);
		expect(record?.words).toBe(words);
		expect(record?.since).toBe(since);
		expect(slice(body, record?.span ?? { start: 0, end: 0 })).toContain(words);
	});

	test.each([
		"It has been a lake since June 2027.",
		"It will be the lowest in June 2027.",
		"The highest dam, which stands in the valley, was built in four years.",
		"The dam took four years.",
	])("none: %s", body => {
		expect(recordIn(body)).toBeNull();
	});

	test("reckons from no day where none is known", () => {
		expect(recordIn("The lake fell to a four-year low.", null)?.since).toBeNull();
	});
});

describe("standEquallyLong", () => {
	test.each([
		["It was the lowest since June 2027.", "It was the lowest in nearly four years.", true],
		["It was the lowest since June 2027.", "It was the lowest since 2027.", true],
		["It was the lowest since June 2027.", "It was the lowest in nearly three years.", false],
		["It was the lowest in ten years.", "It was a 10-year low.", true],
		["It was the lowest in ten years.", "It was an 11-year low.", false],
	])("%s %s %s", (a, b, wanted) => {
		const [first, second] = [recordIn(a), recordIn(b)];
		if (first === null || second === null) throw new Error("no record");
		expect(standEquallyLong(first, second)).toBe(wanted);
	});
});
