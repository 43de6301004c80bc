import type { Quantity, Value } from "./figure.ts";
import { UNIT_ROWS, type UnitRow } from "./unit-table.ts";

const ROWS: ReadonlyMap<string, UnitRow> = new Map(UNIT_ROWS.map(row => [row.unit, row]));

/** The dimension of a unit of the table ("length", "temperature"); null for any other. */
export function dimensionOf(unit: string): string | null {
	return partsOf(unit)?.dimension ?? null;
}

interface Measure {
	readonly factor: number;
	readonly offset: number;
	readonly dimension: string;
}

/** A unit of the table, or a rate of two of them ("tonne per month"). */
function partsOf(unit: string): Measure | null {
	const row = ROWS.get(unit);
	if (row !== undefined)
		return { factor: row.factor, offset: row.offset ?? 0, dimension: row.dimension };
	const [above, below, ...more] = unit.split(" per ");
	const top = ROWS.get(above ?? "");
	const bottom = ROWS.get(below ?? "");
	if (top === undefined || bottom === undefined || more.length > 0) return null;
	const dimension =
		RATES[`${top.dimension}/${bottom.dimension}`] ?? `${top.dimension}/${bottom.dimension}`;
	return { factor: top.factor / bottom.factor, offset: 0, dimension };
}

/** Rates that have a name of their own, so that "kilometers a second" converts to kilometers per hour. */
const RATES: Readonly<Record<string, string>> = {
	"length/time": "speed",
	"hash/time": "hash rate",
};

/**
 * A value in another unit of the same dimension, unrounded: `convert(175, "kilometer", "mile")` is
 * 108.7. null where the units do not measure the same thing, or one is not in the table (money is
 * never converted: a rate of exchange is of a day).
 */
export function convert(value: number, fromUnit: string, toUnit: string): number | null {
	if (fromUnit === toUnit) return value;
	const from = partsOf(fromUnit);
	const to = partsOf(toUnit);
	if (from === null || to === null || from.dimension !== to.dimension) return null;
	return (value * from.factor + from.offset - to.offset) / to.factor;
}

/** How far two values may stand apart and still be printings of one, as a share of the larger. */
const EXACT_LIMIT = 0.02;
const BOUNDED_LIMIT = 0.05;

/** The place of the last digit that is not zero: 10,000 of 50,000, 0.1 of 24.9. */
function lastPlace(value: number): number {
	const [digits = "", exponent = "0"] = Math.abs(value).toExponential(12).split("e");
	const decimals = digits.replace(/0+$/, "").replace(/^\d\.?/, "").length;
	return 10 ** (Number(exponent) - decimals);
}

interface Printed {
	readonly value: number;
	readonly step: number;
	readonly bound: Quantity["bound"];
	/** It was printed in another unit, and so perhaps rounded once more. */
	readonly converted: boolean;
}

/** Whether rounding or cutting `fine` at the place where `coarse` was printed gives `coarse`. */
function isRounding(coarse: Printed, fine: number): boolean {
	const { value, step, bound, converted } = coarse;
	const told = !converted && (bound === "exactly" || bound === "between");
	const limit = told ? EXACT_LIMIT : BOUNDED_LIMIT;
	if (Math.abs(fine - value) > limit * Math.max(Math.abs(fine), Math.abs(value))) return false;
	const slack = step * 1e-6;
	const rounded = Math.abs(fine - value) <= step / 2 + slack;
	if (converted && rounded) return true;
	if (bound === "more than" || bound === "at least")
		return fine >= value - slack && fine - value < step;
	if (bound === "less than" || bound === "at most")
		return fine <= value + slack && value - fine < step;
	return rounded;
}

function sameNumber(a: Printed, b: Printed): boolean {
	if (Math.abs(a.value - b.value) <= 1e-9 * Math.max(Math.abs(a.value), Math.abs(b.value)))
		return true;
	const coarse = a.step >= b.step ? a : b;
	const converted = a.converted || b.converted;
	return isRounding({ ...coarse, converted }, coarse === a ? b.value : a.value);
}

function endsOf(value: Value): readonly number[] {
	return typeof value === "number" ? [value] : value;
}

function printed(quantity: Quantity, value: number): Printed {
	const step = quantity.step ?? lastPlace(value);
	return { value, step, bound: quantity.bound, converted: false };
}

/** The second value in the unit of the first, its step along with it; null where the units do not fit. */
function inUnitOf(a: Quantity, b: Quantity, value: number): Printed | null {
	const own = printed(b, value);
	if (a.unit === b.unit) return own;
	if (a.unit === null || b.unit === null) return null;
	const converted = convert(value, b.unit, a.unit);
	const next = convert(value + own.step, b.unit, a.unit);
	if (converted === null || next === null) return null;
	return { ...own, value: converted, step: next - converted, converted: true };
}

function sameIn(a: Quantity, b: Quantity): boolean {
	if (a.value === null || b.value === null) return false;
	const [first, second] = [endsOf(a.value), endsOf(b.value)];
	return (
		first.length === second.length &&
		first.every((value, index) => {
			const other = inUnitOf(a, b, second[index] ?? Number.NaN);
			return other !== null && sameNumber(printed(a, value), other);
		})
	);
}

/**
 * Whether two quantities are equal, or one is a rounding of the other, after conversion of units.
 *
 * A rounding: the finer value, rounded at the place where the coarser one was printed (its `step`;
 * else the place of its last digit that is not zero), gives the coarser one, and the two lie no
 * further apart than 2%, or 5% where their units differ or the coarser one is bounded ("about",
 * "nearly", "more than"; a bound also allows cutting off in its direction). So "$24.9 billion" is "$25 billion", 49,000 is
 * "about 50,000" and 175 km is 110 miles (109 would do as well), but 12.3 million is not 12 million,
 * nor 7.7% 8%. Ranges are compared end by end. The bounds themselves are not compared, and money
 * is never converted.
 */
export function sameQuantity(a: Quantity, b: Quantity): boolean {
	return sameIn(a, b) || sameIn(b, a);
}

const CURRENCIES = new Intl.DisplayNames("en", { type: "currency" });

/**
 * Whether a name of money that several countries share may mean a currency, by the name that CLDR has for it.
 *
 * @example mayMean("franc", "CHF") // true
 */
export function mayMean(name: string, code: string): boolean {
	if (!/^[a-z]+$/.test(name) || !/^[A-Z]{3}$/.test(code)) return false;
	return CURRENCIES.of(code)?.toLowerCase().endsWith(` ${name}`) === true;
}
