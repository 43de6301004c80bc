import type { Figure } from "../../figures/figure.ts";
import type { Report } from "../claim.ts";

const NUMBER = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });
const SCALES = [1e12, 1e9, 1e6] as const;

/** A number as arithmetic shows it: `1,234.5`. */
export function digits(value: number): string {
	return NUMBER.format(value);
}

/** Numbers of one sum without the scale that all of them share: 25e9 and 119e9 are "25" and "119". */
export function withoutScale(values: readonly number[]): readonly string[] {
	const scale = SCALES.find(each => values.every(value => value === 0 || value >= each)) ?? 1;
	return values.map(value => digits(value / scale));
}

/** A percent of change with its sign: "+376%", "−4.5%"; whole from 10 on. */
export function signedPercent(percent: number): string {
	const size = Math.abs(percent);
	const rounded = size >= 10 ? Math.round(size) : Math.round(size * 10) / 10;
	return `${percent < 0 ? "−" : "+"}${digits(rounded)}%`;
}

/** The lowest and the highest value that a printed number may stand for. */
export type Reach = readonly [low: number, high: number];

// No printed number is taken for less exact than this share of it, however round it is; "about" is looser.
const LOOSEST = 0.025;
const LOOSEST_ABOUT = 0.05;

const EXACT = new Set(["exactly", "about"]);

/**
 * What a printed number may stand for, by the digits printed and "about" before it; null for a range,
 * and for a bound that leaves one side open ("more than").
 */
export function reachOf({ value, bound, step }: Figure): Reach | null {
	if (typeof value !== "number" || !EXACT.has(bound)) return null;
	const rounding = Math.min((step ?? 0) / 2, value * LOOSEST);
	const slack = bound === "about" ? Math.max(rounding, value * LOOSEST_ABOUT) : rounding;
	return [value - slack, value + slack];
}

/** Whether two reaches have a value in common. */
export function meet(a: Reach, b: Reach): boolean {
	const hair = 1e-9 * Math.max(Math.abs(a[1]), Math.abs(b[1]));
	return a[0] <= b[1] + hair && b[0] <= a[1] + hair;
}

const LEAST_TELLING = 10;

/** Whether a printed number is rarely met by chance: money, a percent, or a count of ten and more. */
export function isTelling({ value, unit }: Pick<Report, "value" | "unit">): boolean {
	if (typeof value !== "number") return value !== null;
	return value >= LEAST_TELLING || unit === "percent" || /^[A-Z]{3}\b/u.test(unit ?? "");
}
