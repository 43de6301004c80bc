import { describe, expect, it } from "vitest";
import {
	dayOf,
	daysBetween,
	isDay,
	shiftDays,
	shiftMonths,
	weekdayOf,
} from "../../src/figures/calendar.ts";
import { extractFigures } from "../../src/figures/extract.ts";
import { resolveTime } from "../../src/figures/time.ts";

/** A Monday. */
const PUBLISHED = "2026-04-13";

const ABSOLUTE: readonly (readonly [string, string])[] = [
	["It opened on 2024-02-29.", "2024-02-29"],
	["It opened on April 3, 2021.", "2021-04-03"],
	["It opened on Wed. Sept. 8 2021.", "2021-09-08"],
	["It opened on 3rd of April, 2021.", "2021-04-03"],
	["It ran from 3-5 April 2021 there.", "2021-04-03/2021-04-05"],
	["It opened in December 2008.", "2008-12"],
	["It opened in the first quarter of 2026.", "2026-Q1"],
	["Q3 2025 was strong.", "2025-Q3"],
	["The 2025 Q3 was strong.", "2025-Q3"],
	["It fell in the second half of 2020.", "2020-07/2020-12"],
	["The 2013-14 season ended.", "2013/2014"],
	["Growth over 2025–2033 is strong.", "2025/2033"],
	["It was built in the 1960s.", "1960/1969"],
	["It is a 19th-century mill.", "1801/1900"],
	["It will be done by 2033.", "2033"],
	["Built in 1066, it stands.", "1066"],
	["It ran in 2016-2017 there.", "2016/2017"],
	["It is due in the early 2030s.", "2030/2034"],
	["It is due by the mid-2040s.", "2043/2047"],
	["It was built in the late 1960s.", "1965/1969"],
	["It was a hit of the '80s.", "1980/1989"],
	["It shut in '98 for good.", "1998"],
	["It is due by end-2031.", "2031"],
	["It fell in FY2024 again.", "2024"],
	["It fell in FY23-24 again.", "2023/2024"],
	["It fell in Q2 FY25 again.", "2025-Q2"],
	["It fell in the second quarter of fiscal 2024.", "2024-Q2"],
	["It fell in H1 2023 again.", "2023-01/2023-06"],
	["It fell in the September quarter of 2023.", "2023-Q3"],
	["It fell in the July-September period of 2023.", "2023-07/2023-09"],
	["It fell in November-January 2023.", "2022-11/2023-01"],
	["It ran between 20 and 25 May 2021.", "2021-05-20/2021-05-25"],
	["It ran from June 3 to 8, 2021.", "2021-06-03/2021-06-08"],
	["It runs 3 to 8 June 2021 there.", "2021-06-03/2021-06-08"],
];

const RELATIVE: readonly (readonly [string, string])[] = [
	["He spoke on Sunday.", "2026-04-12"],
	["He spoke Friday.", "2026-04-10"],
	["He spoke on Monday morning.", "2026-04-13"],
	["He spoke last Monday.", "2026-04-06"],
	["He speaks next Tuesday.", "2026-04-14"],
	["He spoke yesterday.", "2026-04-12"],
	["He speaks today.", "2026-04-13"],
	["He speaks tomorrow.", "2026-04-14"],
	["It fell this year.", "2026"],
	["It fell last year.", "2025"],
	["It fell last month.", "2026-03"],
	["It fell last week.", "2026-04-06/2026-04-12"],
	["It falls next weekend.", "2026-04-18/2026-04-19"],
	["It fell last quarter.", "2026-Q1"],
	["It fell in the last decade.", "2010/2019"],
	["It falls this century.", "2001/2100"],
	["It rained last summer.", "2025"],
	["A week ago it rained.", "2026-04-06"],
	["A year ago it rained.", "2025"],
	["It rained two years ago.", "2024"],
	["It rained six months ago.", "2025-10"],
	["It rained two decades ago.", "2006"],
	["It rained on April 9.", "2026-04-09"],
	["It rained on Dec. 30.", "2025-12-30"],
	["It rained in November.", "2025-11"],
	["It rained in April.", "2026-04"],
	["It rained six weeks ago.", "2026-03-02"],
	["It will rain in six years.", "2032"],
	["It could rain in two weeks.", "2026-04-27"],
	["It is due to open in three decades.", "2056"],
	["It will rain again five months from now.", "2026-09"],
	["It is set to rain in ten days.", "2026-04-23"],
	["It rained on the 21st.", "2026-03-21"],
	["It rained in the first quarter.", "2026-Q1"],
	["It rained in the third quarter.", "2025-Q3"],
	["It rained in the March quarter.", "2026-Q1"],
	["It rained in October-December.", "2025-10/2025-12"],
	["It rained this morning.", "2026-04-13"],
	["It rained the day before yesterday.", "2026-04-11"],
	["It rains this Friday.", "2026-04-17"],
	["It rained overnight.", "2026-04-13"],
	["It was less than a year earlier.", "2025"],
	["It was less than in the previous month.", "2026-03"],
	["It has rained since March.", "2026-03"],
	["It will rain in March.", "2027-03"],
	["It is due to rain by September.", "2026-09"],
	["It will rain, he said in March.", "2026-03"],
];

/** A date, and one that is reckoned from it. */
const RECKONED: readonly (readonly [string, string | null, string | null])[] = [
	["In 2012 it made $5m, up from $4m a year earlier.", "2012", "2011"],
	["It began in 1971 and shut the following year.", "1971", "1972"],
	["It grew in April, as in the previous month.", "2026-04", "2026-03"],
	["It grew in the September quarter of 2023, as a year earlier.", "2023-Q3", "2022-Q3"],
	["On 3 March 2020 it met; two weeks later it shut.", "2020-03-03", "2020-03-17"],
	["It began in 1950 and shut 60 years later.", "1950", "2010"],
	["On Tuesday it said it grew from a year earlier.", "2026-04-07", "2025"],
	["It has grown since 1987, as it did a year earlier.", "1987", "2025"],
	["In 2012 it grew more than in the previous month.", "2012", null],
	["They met on 13 and 15 March, and yesterday.", null, "2026-04-12"],
];

const NO_DATES: readonly string[] = [
	"He told the Today programme so.",
	"20th Century Pictures made it.",
	"It is at https://example.org/2019/12/a.",
];

function times(sentence: string): readonly (string | null)[] {
	return extractFigures(sentence).map(figure => resolveTime(figure, PUBLISHED));
}

describe("resolveTime", () => {
	it.each(ABSOLUTE)("%s is %s whenever it is printed", (sentence, iso) => {
		expect(times(sentence)).toEqual([iso]);
		expect(extractFigures(sentence)[0]?.iso).toBe(iso);
	});

	it.each(RELATIVE)("%s is %s on Monday 13 April 2026", (sentence, iso) => {
		expect(times(sentence)).toEqual([iso]);
	});

	it.each(RECKONED)("%s is of %s and %s", (sentence, ...isos) => {
		const dated = extractFigures(sentence).filter(({ kind }) => /date|duration/.test(kind));
		expect(dated.map(figure => resolveTime(figure, PUBLISHED))).toEqual(isos);
	});

	it.each(NO_DATES)("there is no date in: %s", sentence => {
		expect(times(sentence)).toEqual([]);
	});

	it("knows no day of what hangs on a date that is not there", () => {
		expect(times("The following year it shut.")).toEqual([null]);
		expect(times("It shut the year before.")).toEqual([null]);
	});

	it("gives nothing without a day of publication", () => {
		const [sunday] = extractFigures("He spoke on Sunday.");
		expect(sunday && resolveTime(sunday, "spring")).toBeNull();
	});

	it("gives nothing for a day that no month has, or another kind of figure", () => {
		expect(times("It rained on February 30.")).toEqual([null]);
		expect(times("It cost $5.")).toEqual([null]);
		expect(times("It took 5 years.")).toEqual([null]);
		expect(times("It would take off in six minutes.")).toEqual([null]);
		expect(times("It was the first drop in six years.")).toEqual([null]);
		expect(times("It will be the first drop in six years.")).toEqual([null]);
	});

	it.each(["2019 workers joined a union.", "They may march.", "About 1500 left."])(
		"no date in: %s",
		sentence => {
			expect(extractFigures(sentence).filter(figure => figure.kind === "date")).toEqual([]);
		},
	);
});

describe("calendar", () => {
	it("knows weekdays", () => {
		expect(weekdayOf(PUBLISHED)).toBe("Monday");
		expect(weekdayOf("2026-04-12T23:00Z")).toBe("Sunday");
		expect(weekdayOf("2026-04")).toBeNull();
		expect(weekdayOf("2026-04-12/2026-04-18")).toBeNull();
	});

	it("refuses days that no month has", () => {
		expect(dayOf("2023-02-29")).toBeNull();
		expect(dayOf("2024-02-29")).toEqual({ year: 2024, month: 2, day: 29 });
		expect(isDay({ year: 2024, month: 13, day: 1 })).toBe(false);
	});

	it("counts days and months across years", () => {
		expect(daysBetween("2025-12-30", "2026-01-02")).toBe(3);
		expect(daysBetween("2025-12", "2026-01-02")).toBeNull();
		expect(shiftDays({ year: 2026, month: 1, day: 1 }, -1)).toEqual({
			year: 2025,
			month: 12,
			day: 31,
		});
		expect(shiftMonths({ year: 2026, month: 1, day: 31 }, -1)).toEqual({
			year: 2025,
			month: 12,
			day: 1,
		});
	});
});
