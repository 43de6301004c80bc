import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contains, overlaps, type Span, shift, slice } from "../../src/text/span.ts";

const spans = fc
	.tuple(fc.nat(20), fc.nat(20))
	.map(([start, length]): Span => ({ start, end: start + length }));

describe("slice", () => {
	test.each([
		[{ start: 0, end: 4 }, "Rain"],
		[{ start: 5, end: 9 }, "fell"],
		[{ start: 3, end: 3 }, ""],
	])("%j of the text", (span, words) => {
		expect(slice("Rain fell", span)).toBe(words);
	});
});

describe("overlaps", () => {
	test.each([
		[0, 4, 4, 8, false],
		[0, 5, 4, 8, true],
		[2, 3, 0, 8, true],
		[0, 2, 5, 8, false],
	])("%i to %i and %i to %i: %s", (start, end, from, to, wanted) => {
		expect(overlaps({ start, end }, { start: from, end: to })).toBe(wanted);
	});

	test("is the same both ways", () => {
		fc.assert(
			fc.property(spans, spans, (a, b) => {
				expect(overlaps(a, b)).toBe(overlaps(b, a));
			}),
			{ numRuns: 50 },
		);
	});
});

describe("contains", () => {
	test.each([
		[0, 8, 0, 8, true],
		[0, 8, 2, 3, true],
		[2, 3, 0, 8, false],
		[0, 4, 3, 5, false],
	])("%i to %i and %i to %i: %s", (start, end, from, to, wanted) => {
		expect(contains({ start, end }, { start: from, end: to })).toBe(wanted);
	});
});

describe("shift", () => {
	test("keeps all else, and comes back", () => {
		const word = { start: 2, end: 5, text: "ice" };
		expect(shift(word, 10)).toEqual({ start: 12, end: 15, text: "ice" });
		expect(shift(shift(word, 10), -10)).toEqual(word);
	});
});
