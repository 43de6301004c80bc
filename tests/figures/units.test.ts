import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractFigures } from "../../src/figures/extract.ts";
import type { Quantity } from "../../src/figures/figure.ts";
import { UNIT_ROWS } from "../../src/figures/unit-table.ts";
import { convert, dimensionOf, mayMean, sameQuantity } from "../../src/figures/units.ts";

describe("convert", () => {
	it.each([
		[110, "mile", "kilometer", 177.03],
		[32, "degree Fahrenheit", "degree Celsius", 0],
		[-40, "degree Celsius", "degree Fahrenheit", -40],
		[1, "zettahash per second", "exahash per second", 1000],
		[100, "kilometer per hour", "mile per hour", 62.14],
		[1, "kilometer per second", "kilometer per hour", 3600],
		[2, "square mile", "square kilometer", 5.18],
		[1, "barrel", "liter", 158.99],
		[1, "tonne per month", "kilogram per month", 1000],
		[8, "bit", "byte", 1],
		[7, "furlong", "furlong", 7],
	])("%d %s to %s is %d", (value, from, to, expected) => {
		expect(convert(value, from, to)).toBeCloseTo(expected, 2);
	});

	it.each([
		["mile", "hour"],
		["USD", "EUR"],
		["tonne per month", "tonne per month per year"],
		["job", "people"],
	])("does not convert %s to %s", (from, to) => {
		expect(convert(1, from, to)).toBeNull();
	});

	it("goes there and back", () => {
		const pairs = UNIT_ROWS.flatMap(a =>
			UNIT_ROWS.filter(b => b.dimension === a.dimension).map(b => [a.unit, b.unit] as const),
		);
		fc.assert(
			fc.property(
				fc.constantFrom(...pairs),
				fc.integer({ min: 1, max: 1e6 }),
				([from, to], value) => {
					const there = convert(value, from, to);
					const back = there === null ? null : convert(there, to, from);
					expect(back === null ? Number.NaN : back / value).toBeCloseTo(1, 6);
				},
			),
		);
	});

	it("knows what a unit measures", () => {
		expect(dimensionOf("mile")).toBe("length");
		expect(dimensionOf("meter per second")).toBe("speed");
		expect(dimensionOf("job")).toBeNull();
	});
});

/** The first figure of a phrase. */
function quantity(phrase: string): Quantity {
	const [figure] = extractFigures(phrase).filter(one => one.value !== null);
	if (figure === undefined) throw new Error(`no figure in ${phrase}`);
	return figure;
}

describe("mayMean", () => {
	it.each([
		["franc", "CHF", true],
		["peso", "MXN", true],
		["franc", "USD", false],
		["USD", "USD", false],
		["franc", "franc", false],
	])("%s %s: %s", (name, code, expected) => {
		expect(mayMean(name, code)).toBe(expected);
	});
});

describe("sameQuantity", () => {
	it.each([
		["$24.9 billion", "about $25 billion"],
		["49,000 jobs", "about 50,000 jobs"],
		["12 million people", "12.0 million people"],
		["175 km", "110 miles"],
		["175 km", "109 miles"],
		["198km/h", "123mph"],
		["7.7 percent", "7.7%"],
		["3,141 cars", "more than 3,000 cars"],
		["97 cars", "less than 100 cars"],
		["$1.375 billion", "$1.4 billion"],
		["600 to 700 mm", "24 to 28 inches"],
		["1,000 EH/s", "1 zettahash per second"],
	])("%s is %s", (a, b) => {
		expect(sameQuantity(quantity(a), quantity(b))).toBe(true);
		expect(sameQuantity(quantity(b), quantity(a))).toBe(true);
	});

	it.each([
		["12.3 million people", "12 million people"],
		["7.7%", "8%"],
		["9,587 cars", "more than 10,000 cars"],
		["103 cars", "at most 100 cars"],
		["7.7%", "7.9%"],
		["$119 billion", "$119 million"],
		["300 percent", "$300"],
		["3 people", "4 people"],
		["3 people", "at least 24 people"],
		["0.2 percent", "0.2 percentage points"],
		["600 to 700 mm", "600 mm"],
		["40 jobs", "40 homes"],
		["$25", "€25"],
	])("%s is not %s", (a, b) => {
		expect(sameQuantity(quantity(a), quantity(b))).toBe(false);
		expect(sameQuantity(quantity(b), quantity(a))).toBe(false);
	});

	it("says nothing of dates", () => {
		const date: Quantity = { bound: "exactly", value: null, unit: null };
		expect(sameQuantity(date, date)).toBe(false);
	});
});
