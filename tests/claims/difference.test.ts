import { describe, expect, test } from "vitest";
import type { Difference } from "../../src/claims/claim.ts";
import { claimsOf, type Draft } from "./coverage.ts";

type Row = readonly [title: string, wanted: readonly Difference[], drafts: readonly Draft[]];

const ROWS: readonly Row[] = [
	[
		"a toll that rises from day to day",
		["time"],
		[
			["Herald", "At least 3 people died when the dam burst.", { published: "2031-03-01" }],
			["Echo", "The burst dam killed 9 people.", { published: "2031-03-02" }],
			["Wire", "The dam burst killed 24 people.", { published: "2031-03-03" }],
		],
	],
	[
		"a toll that falls contradicts",
		["contradiction"],
		[
			["Herald", "The burst dam killed 24 people.", { published: "2031-03-01" }],
			["Echo", "The burst dam killed 9 people.", { published: "2031-03-02" }],
		],
	],
	[
		"tolls of one day contradict",
		["contradiction"],
		[
			["Herald", "The burst dam killed 24 people.", { published: "2031-03-01" }],
			["Echo", "The burst dam killed 9 people.", { published: "2031-03-01" }],
		],
	],
	[
		"prices are no toll",
		["contradiction"],
		[
			["Herald", "The new tram line will cost $30 million.", { published: "2031-03-01" }],
			["Echo", "The new tram line will cost $50 million.", { published: "2031-03-02" }],
		],
	],
	[
		"one article against itself",
		["self"],
		[
			[
				"Herald",
				"The storm left 14 people dead along the coast.\n\nIn all, the storm left 12 people dead along the coast.",
			],
		],
	],
	[
		"a figure that is printed to be denied",
		["disputed"],
		[
			["Herald", "The airline will cut 2,000 jobs, the union said."],
			["Echo", "The airline rejected the figure of 2,000 jobs and said it will cut 600 jobs."],
			["Wire", "The airline will cut 600 jobs."],
		],
	],
	[
		"roundings agree",
		[],
		[
			["Herald", "The museum drew 1,482,000 visitors."],
			["Echo", "The museum drew about 1.5 million visitors."],
		],
	],
];

describe("differencesAmong", () => {
	test.each(ROWS)("%s", (_, wanted, drafts) => {
		const [claim] = claimsOf("figure", ...drafts).toSorted(
			(a, b) => b.reports.length - a.reports.length,
		);
		expect(claim?.difference).toEqual(wanted);
		expect(claim?.agreement).toBe(wanted.length === 0 ? "agree" : "differ");
	});
});
