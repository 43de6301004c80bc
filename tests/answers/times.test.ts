import { describe, expect, test } from "vitest";
import { exactnessOf, isOfTime, spansIn, timesIn } from "../../src/answers/times.ts";
import { trendIn } from "../../src/answers/trend.ts";
import type { Report } from "../../src/claims/claim.ts";
import { extractFigures } from "../../src/figures/extract.ts";

function timesOf(text: string) {
	const dates = extractFigures(text).filter(({ kind }) => kind === "date");
	return timesIn(dates).map(({ year, month }) => [year, month]);
}

describe("timesIn", () => {
	test.each([
		["in 2033", [["2033", null]]],
		["in October", [[null, "10"]]],
		["in Sept. 2012", [["2012", "09"]]],
		["on April 13, 2026", [["2026", "04"]]],
		[
			"between March and April",
			[
				[null, "03"],
				[null, "04"],
			],
		],
		["on Monday", []],
		["at 3 p.m.", []],
	])("%j names %j", (text, times) => {
		expect(timesOf(text)).toEqual(times);
	});

	test.each([
		["in the 1990s", [1990, 1999]],
		["in the early 2040s", [2040, 2044]],
		["by the late 2020s", [2025, 2029]],
	])("%j names the years %j", (text, years) => {
		const dates = extractFigures(text).filter(({ kind }) => kind === "date");
		expect(timesIn(dates).map(time => time.years)).toEqual([years]);
	});
});

function reportOf(asOf: string | null, text: string): Report {
	return {
		outlet: "Ledger",
		article: "ledger",
		via: null,
		printed: "6 percent",
		value: 6,
		unit: "percent",
		bound: "exactly",
		trend: null,
		asOf,
		attribution: null,
		strength: "is",
		form: null,
		excerpt: {
			outlet: "Ledger",
			article: "ledger",
			text,
			start: 0,
			end: text.length,
			url: null,
			link: null,
		},
	};
}

describe("isOfTime", () => {
	test.each([
		["2031-10", "2031", null, true],
		["2031-10", "2032", null, false],
		["2031-10", null, "10", true],
		["2031-10", null, "09", false],
		["2031-10-04", "2031", "10", true],
		["2031", "2031", "10", null],
		["2031", "2030", "10", false],
		[null, "2031", null, null],
		["2031/2040", "2031", null, false],
		["2031/2040", "2040", null, false],
	])("a report of %s asked for %s-%s: %s", (asOf, year, month, expected) => {
		const time = { text: "no such words", year, month };
		expect(isOfTime(reportOf(asOf, "It was 6 percent."), time)).toBe(expected);
	});

	test("a sentence that names the time answers for a report that is tied to none", () => {
		const time = { text: "October", year: null, month: "10" };
		expect(isOfTime(reportOf(null, "It was 6 percent in October."), time)).toBe(true);
		expect(isOfTime(reportOf("2031-09", "It was 6 percent, 7 in October."), time)).toBe(false);
	});
});

describe("trendIn", () => {
	test.each([
		["Prices rose", "up"],
		["jobs were added", "up"],
		["the rate fell", "down"],
		["fewer jobs", "down"],
		["it rose, then fell", null],
		["it stayed the same", null],
	] as const)("%j goes %s", (text, trend) => {
		expect(trendIn(text)).toBe(trend);
	});
});

describe("spansIn", () => {
	test.each([
		["shrank from 2017 to 2024", ["2017/2024"]],
		["between 2030 and 2034 it grew", ["2030/2034"]],
		["in 2030 and in 2034", []],
		["from 20 to 30 people", []],
	])("%j spans %j", (text, spans) => {
		const dates = extractFigures(text).filter(({ kind }) => kind === "date");
		expect(spansIn(text, dates)).toEqual(spans);
	});
});

describe("exactnessOf", () => {
	test.each([
		["June 25", 4],
		["the 3rd of May", 4],
		["Sept. 4, 2031", 4],
		["Wednesday", 3],
		["mid May", 2],
		["2031", 1],
		["four years ago", 0],
	])("%j: %d", (text, exactness) => {
		expect(exactnessOf(text)).toBe(exactness);
	});
});
