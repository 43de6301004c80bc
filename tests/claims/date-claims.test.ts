import { describe, expect, test } from "vitest";
import type { Draft } from "./coverage.ts";
import { claimsOf, writtenClaims } from "./coverage.ts";

const SUNDAY: Draft = [
	"Herald",
	"The ferry sank on Sunday off Gull Island.",
	{ published: "2026-04-14" },
];
const DATED: Draft = ["Echo", "The ferry sank off Gull Island on April 12, 2026."];
const UNDATED: Draft = ["Wire", "The ferry sank off Gull Island on Sunday, the coast guard said."];
const OTHER: Draft = ["Post", "The ferry sank off Gull Island on April 13, 2026."];

describe("dateDrafts", () => {
	test("finds one day in a weekday and a date, an undated article borrowing the day", () => {
		const [claim, ...others] = claimsOf("date", SUNDAY, DATED, UNDATED);
		expect(others).toEqual([]);
		expect(claim?.reports.map(({ outlet, printed, asOf }) => [outlet, printed, asOf])).toEqual([
			["Herald", "Sunday", "2026-04-12"],
			["Echo", "April 12, 2026", "2026-04-12"],
			["Wire", "Sunday", "2026-04-12"],
		]);
		expect(claim?.positions).toEqual([{ value: "2026-04-12", reports: [0, 1, 2] }]);
		expect(claim?.agreement).toBe("agree");
		expect(claim?.label).toBe("day ferry sank off Gull Island");
	});

	test("gives a weekday no day where no article of the story has a date", () => {
		expect(writtenClaims("date", UNDATED)).toEqual([]);
	});

	test("two days of one event contradict", () => {
		const [claim] = claimsOf("date", DATED, OTHER);
		expect(claim?.positions).toEqual([
			{ value: "2026-04-12", reports: [0] },
			{ value: "2026-04-13", reports: [1] },
		]);
		expect(claim?.difference).toEqual(["contradiction"]);
	});

	test("a month tells a day of effect once more, and is no event by itself", () => {
		const day: Draft = [
			"Herald",
			"The fees of the port take effect on June 1.",
			{ published: "2031-05-13" },
		];
		const month: Draft = [
			"Echo",
			"Skippers were told that higher fees would come into force next month.",
			{ published: "2031-05-13" },
		];
		expect(writtenClaims("date", day, month)).toEqual(["Herald June 1 + Echo next month"]);
		expect(writtenClaims("date", month)).toEqual([]);
	});

	test("two days in one article are two events", () => {
		expect(
			writtenClaims("date", [
				"Herald",
				"The ferry sank on April 12, 2026.\n\nThe ferry was raised on May 3, 2026.",
			]),
		).toEqual(["Herald April 12, 2026", "Herald May 3, 2026"]);
	});

	test("a weekday that is yet to come lies ahead", () => {
		const [claim] = claimsOf("date", [
			"Herald",
			"The ferry is set to sail again on Friday.",
			{ published: "2026-04-14" },
		]);
		expect(claim?.reports[0]).toMatchObject({ asOf: "2026-04-17", strength: "will" });
	});

	test("the day of a saying is past, whatever was said to come", () => {
		const [claim] = claimsOf("date", [
			"Herald",
			"Ruth Okafor said on Monday she would sail to Gull Island.",
			{ published: "2026-04-14" },
		]);
		expect(claim?.reports[0]?.asOf).toBe("2026-04-13");
	});

	test("a headline and its text differ with themselves", () => {
		const [claim, ...others] = claimsOf("date", [
			"Herald",
			"# The ferry sank off Gull Island on April 12, 2026\n\nThe ferry sank off Gull Island on April 13, 2026.",
		]);
		expect(others).toEqual([]);
		expect(claim?.difference).toEqual(["self"]);
	});

	test("a day and the days that it is one of agree", () => {
		const claims = claimsOf(
			"date",
			["Herald", "The ferry sank off Gull Island on Sunday.", { published: "2026-04-14" }],
			[
				"Echo",
				"The ferry sank off Gull Island at the weekend, last week.",
				{ published: "2026-04-14" },
			],
		);
		expect(claims.filter(({ agreement }) => agreement === "differ")).toEqual([]);
	});

	test("the time of a figure is told where others date the same", () => {
		const claims = writtenClaims(
			"date",
			["Herald", "The old ferry with 40 people sank off Gull Island on April 12, 2026."],
			["Echo", "The old ferry sank off Gull Island on April 12, 2026."],
		);
		expect(claims).toEqual(["Herald April 12, 2026 + Echo April 12, 2026"]);
	});

	test("days of what one source said meet, however they are told", () => {
		const claims = claimsOf(
			"date",
			["Herald", "Ruth Okafor said on Monday that the loan was safe.", { published: "2026-04-14" }],
			["Echo", "The port can pay, Ruth Okafor said on April 13, 2026."],
		);
		expect(claims.map(({ label }) => label)).toEqual(["day of the statement by Ruth Okafor"]);
		expect(claims[0]?.agreement).toBe("agree");
	});

	test("a year that is printed is an event of its own", () => {
		const [claim] = claimsOf(
			"date",
			["Herald", "The port was built in 1904."],
			["Echo", "Built in 1904, the port has two piers."],
		);
		expect(claim).toMatchObject({ label: "year port was built", agreement: "agree", unit: null });
		expect(claim?.reports.map(({ value, asOf }) => [value, asOf])).toEqual([
			[1904, "1904"],
			[1904, "1904"],
		]);
	});

	test("two years of one event contradict", () => {
		const [claim, ...others] = claimsOf(
			"date",
			["Herald", "The old port of Selm was built in 1904."],
			["Echo", "The old port of Selm was built in 1906."],
		);
		expect(others).toEqual([]);
		expect(claim?.difference).toEqual(["contradiction"]);
	});

	test("the ends of a span tell it together", () => {
		const [claim, ...others] = claimsOf("date", [
			"Herald",
			"Ruth Okafor ran the port from 1967 to 1979.",
		]);
		expect(others).toEqual([]);
		expect(claim?.reports[0]).toMatchObject({
			printed: "1967 to 1979",
			value: [1967, 1979],
			asOf: "1967/1979",
		});
	});

	test("two spans of one person's years contradict", () => {
		const [claim, ...others] = claimsOf(
			"date",
			["Herald", "Nobody ran the port as Edward Moen did, who served from 1967 to 1979."],
			[
				"Echo",
				"Moen is the first to run the port since Edward Moen, who held it from 1966 to 1978.",
			],
		);
		expect(others).toEqual([]);
		expect(claim?.difference).toEqual(["contradiction"]);
	});

	test("a year is no part of a span that holds it", () => {
		expect(
			writtenClaims(
				"date",
				["Herald", "Ruth Okafor ran the old port from 1967 to 1979."],
				["Echo", "Ruth Okafor left the old port in 1970."],
			),
		).toEqual(["Echo 1970", "Herald 1967 to 1979"]);
	});

	test.each<readonly [what: string, first: string, second: string, meet: boolean]>([
		[
			"what a year names",
			"Moen won the 2031 regatta.",
			"Weng rowed to second in the 2031 regatta.",
			true,
		],
		[
			"other things",
			"Moen won the 2031 regatta.",
			"The 2031 mayoral race cost Weng a fortune.",
			false,
		],
		[
			"beginnings",
			"The Norland bank was founded in 1987.",
			"Launched in 1987, the lender of Norland grew quickly.",
			true,
		],
		[
			"beginnings of two things",
			"The bank was founded in 1987 by two clerks. They ran a mill in 1987.",
			"Opened in 1987, the pier draws tourists. It burned in 1987.",
			false,
		],
		[
			"a year once each",
			"Moen first rowed for Selm in 1987.",
			"In 1987 Moen took up rowing.",
			true,
		],
		[
			"years ago",
			"The yard was built 44 years ago.",
			"Built in 1987, the yard has two docks.",
			true,
		],
		[
			"years since",
			"The yard was built 40 years ago.",
			"Built in 1987, the yard has two docks.",
			false,
		],
	])("of %s, %j and %j: %s", (_, first, second, meet) => {
		const published = "2031-05-04";
		const claims = claimsOf(
			"date",
			["Herald", first, { published }],
			["Echo", second, { published }],
		);
		expect(claims.some(({ agreement }) => agreement === "agree")).toBe(meet);
		expect(claims.filter(({ agreement }) => agreement === "differ")).toEqual([]);
	});

	test("a day and a year in one article are two events", () => {
		expect(
			writtenClaims("date", [
				"Herald",
				"The ferry of Selm sank off Gull Island on May 3, 2026.\n\nThe ferry of Selm sank off Gull Island in 2026.",
			]),
		).toEqual(["Herald 2026", "Herald May 3, 2026"]);
	});

	test.each([
		["the time of a figure", "The port earned $4 million on May 3, 2026."],
		["these days", "Today, the process requires two permits."],
		["a year that nobody prints", "The port was built a year ago."],
		["the year of a figure", "The port earned $4 million in 2024."],
	])("no event: %s", (_, body) => {
		expect(claimsOf("date", ["Herald", body, { published: "2026-05-04" }])).toEqual([]);
	});
});
