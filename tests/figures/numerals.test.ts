import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { denominatorOf, readNumberWords, scaleOf } from "../../src/figures/number-words.ts";
import { readNumerals } from "../../src/figures/read-numerals.ts";

const SMALL =
	"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
		" ",
	);
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

function belowHundred(value: number): string {
	const one = SMALL[value];
	if (one !== undefined) return one;
	const ten = TENS[Math.floor(value / 10) - 2] ?? "";
	return value % 10 === 0 ? ten : `${ten}-${SMALL[value % 10]}`;
}

function belowThousand(value: number): string {
	if (value < 100) return belowHundred(value);
	const rest = value % 100;
	return `${SMALL[Math.floor(value / 100)]} hundred${rest === 0 ? "" : ` and ${belowHundred(rest)}`}`;
}

/** A whole number below a trillion as English writes it out. */
function inWords(value: number): string {
	if (value < 1000) return belowThousand(value);
	for (const [scale, word] of [
		[1e9, "billion"],
		[1e6, "million"],
		[1e3, "thousand"],
	] as const) {
		if (value < scale) continue;
		const rest = value % scale;
		return `${belowThousand(Math.floor(value / scale))} ${word}${rest === 0 ? "" : ` ${inWords(rest)}`}`;
	}
	return "";
}

describe("numbers written out", () => {
	it("parse back", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), value => {
				const words = inWords(value).split(/[\s-]/);
				expect(readNumberWords(words)).toMatchObject({ value, words: words.length });
			}),
		);
	});

	it.each([
		["a million", 1e6],
		["two dozen", 24],
		["a hundred", 100],
	])("%s is %d", (text, value) => {
		expect(readNumberWords(text.split(" "))?.value).toBe(value);
	});

	it.each(["cars", "a", "a car", "and two"])("%s is no number", text => {
		expect(readNumberWords(text.split(" "))).toBeNull();
	});

	it("stop where another begins", () => {
		expect(readNumberWords(["one", "two"])).toMatchObject({ value: 1, words: 1 });
		expect(readNumberWords(["two", "million", "and", "cars"])).toMatchObject({
			value: 2e6,
			words: 2,
		});
	});

	it("know scales and parts", () => {
		expect([scaleOf("Million"), scaleOf("car")]).toEqual([1e6, null]);
		expect([denominatorOf("thirds"), denominatorOf("car")]).toEqual([3, null]);
	});
});

describe("digits", () => {
	it("parse back with commas and decimals", () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 1e12 }),
				fc.integer({ min: 0, max: 99 }),
				(whole, cents) => {
					const text = `${whole.toLocaleString("en-US")}.${String(cents).padStart(2, "0")}`;
					expect(readNumerals(text).map(numeral => numeral.value)).toEqual([
						Number(text.replaceAll(",", "")),
					]);
				},
			),
		);
	});

	it.each([
		["12,34,567.89", 1234567.89],
		["10 000", 10000],
		[".500", 0.5],
		["2.48×10−5", 2.48e-5],
		["4e14", 4e14],
		["25k", 25000],
		["2.7tn", 2.7e12],
		["13,009 million", 13009e6],
		["2½", 2.5],
		["1/4", 0.25],
		["1/40", 0.025],
		["two and a half million", 2.5e6],
		["three quarters of a million", 750000],
		["nine out of 10", 0.9],
		["one in 200", 0.005],
	])("%s is %d", (text, value) => {
		const [numeral, ...more] = readNumerals(text);
		expect(more).toEqual([]);
		expect(numeral?.value).toBeCloseTo(value, 10);
	});

	it("gives the two ends of one that may be off", () => {
		expect(readNumerals("2.45±0.01").map(({ value }) => value)).toEqual([[2.44, 2.46]]);
		expect(readNumerals("3.2+/-0.1 million").map(({ value }) => value)).toEqual([[3.1e6, 3.3e6]]);
	});

	it.each([
		["12.0 million", 1e5],
		["12 million", 1e6],
		["50,000", 1e4],
		["24.9", 0.1],
		["7", 1],
		["four and a half", 0.5],
		["one and a half million", 5e5],
		["half a million", 5e5],
		["2 3/4", 0.25],
		["3⅔", 1 / 3],
		["a third", 1 / 3],
	])("%s is printed in steps of %d", (text, step) => {
		expect(readNumerals(text)[0]?.step).toBeCloseTo(step, 10);
	});
});
