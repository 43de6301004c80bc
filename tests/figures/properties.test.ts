import fc from "fast-check";
import { expect, it } from "vitest";
import { extractFigures } from "../../src/figures/extract.ts";
import type { Figure, Value } from "../../src/figures/figure.ts";

const PIECES = [
	"about",
	"from",
	"to",
	"between",
	"and",
	"or",
	"$",
	"€",
	"£2.6bn",
	"$25 billion",
	"4%",
	"percent",
	"12 km",
	"(7.5 miles)",
	"in 2025",
	"by 2033",
	"last year",
	"on Sunday",
	"a million",
	"half",
	"two",
	"dozens of",
	"homes",
	"people",
	"rose",
	"fell",
	"-",
	"–",
	"1,000",
	"3.5",
	"per share",
	"a month",
	",",
	".",
	"one in five",
	"minus-4C",
	"5 feet",
	"2 inches",
	"14:30",
	"3-1",
	"A47",
	"million",
	"°C",
	"“",
	"”",
	"é",
	"😀",
] as const;

const sentence = fc
	.array(fc.constantFrom(...PIECES), { maxLength: 14 })
	.map(pieces => pieces.join(" "));

function expectWhole(text: string, figures: readonly Figure[]): void {
	let last = 0;
	for (const figure of figures) {
		expect(figure.start).toBeGreaterThanOrEqual(last);
		expect(figure.end).toBeGreaterThan(figure.start);
		expect(text.slice(figure.start, figure.end)).toBe(figure.text);
		last = figure.end;
	}
}

it("a span slices to its own words, in order, without overlap", () => {
	fc.assert(
		fc.property(fc.oneof(sentence, fc.string(), fc.string({ unit: "grapheme" })), text => {
			expectWhole(text, extractFigures(text));
		}),
		{ numRuns: 400 },
	);
});

function endsOf(value: Value | null): readonly number[] {
	if (value === null) return [];
	return typeof value === "number" ? [value] : value;
}

it("ranges rise, values are finite, and a bound is between where there are two ends", () => {
	fc.assert(
		fc.property(sentence, text => {
			for (const { value, bound } of extractFigures(text)) {
				const ends = endsOf(value);
				expect(ends.every(Number.isFinite)).toBe(true);
				expect([...ends].sort((a, b) => a - b)).toEqual([...ends]);
				expect(bound === "between").toBe(ends.length === 2);
			}
		}),
		{ numRuns: 400 },
	);
});

it("what a figure points at is a figure", () => {
	fc.assert(
		fc.property(sentence, text => {
			const figures = extractFigures(text);
			const starts = figures.map(figure => figure.start);
			for (const { time, changedFrom } of figures) {
				expect(starts).toEqual(
					expect.arrayContaining([time, changedFrom].flatMap(span => span?.start ?? [])),
				);
			}
		}),
		{ numRuns: 400 },
	);
});

it("the same sentence gives the same figures", () => {
	fc.assert(
		fc.property(sentence, text => {
			expect(extractFigures(text)).toEqual(extractFigures(text));
		}),
		{ numRuns: 50 },
	);
});
