import { describe, expect, test } from "vitest";
import type { Difference } from "../../src/claims/claim.ts";
import { isDenied } from "../../src/claims/difference.ts";
import { readFigureMentions } from "../../src/claims/figure-mentions.ts";
import { readForClaims } from "../../src/claims/reading.ts";
import { claimsOf, coverageOf, type Draft } from "./coverage.ts";

type Row = readonly [title: string, wanted: readonly Difference[], drafts: readonly Draft[]];

const ROWS: readonly Row[] = [
	[
		"what an article takes back",
		["disputed"],
		[
			["Herald", "The ministry sent 2,500 rescue divers to the coast."],
			[
				"Echo",
				"An earlier version of this report said that 2,500 rescue divers were sent to the coast.",
			],
		],
	],
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
		"a toll that is counted to a day",
		["time"],
		[
			["Herald", "By March 1, 2031 the flood had killed 3 people.", { published: "2031-03-01" }],
			["Echo", "By March 2, 2031 the flood had killed 9 people.", { published: "2031-03-02" }],
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
		"a headline against the text",
		["self"],
		[
			[
				"Herald",
				"# Storm leaves 12 dead\n\nThe storm left 14 people dead along the coast of Marrow Bay.",
			],
			["Echo", "The storm left 14 people dead along the coast of Marrow Bay."],
		],
	],
	[
		"a figure that is printed only to be denied",
		["disputed"],
		[
			["Herald", "The airline will cut 2,000 jobs, the union said."],
			["Echo", "The airline denied that it will cut 2,000 jobs."],
		],
	],
	[
		"what holds in general, and in parts of a country",
		["scope"],
		[
			["Herald", "The storm brought 400 mm of rain."],
			["Echo", "In parts of Spain the storm brought 600 mm of rain."],
		],
	],
	[
		"two places",
		["scope"],
		[
			["Herald", "Growing a ton of saffron costs $90,000 in Spain."],
			["Echo", "Growing a ton of saffron costs $70,000 in Greece."],
		],
	],
	[
		"other things that are counted",
		["scope"],
		[
			["Herald", "The storm grounded 300 flights at Oakton airport."],
			["Echo", "The storm grounded 120 planes at Oakton airport."],
		],
	],
	[
		"two units of one measure contradict",
		["contradiction"],
		[
			["Herald", "Wind gusts in the storm reached 180 kph."],
			["Echo", "Wind gusts in the storm reached 90 mph."],
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

describe("isDenied", () => {
	const denials = (body: string) =>
		readForClaims(coverageOf(["Herald", body]))
			.flatMap(readFigureMentions)
			.filter(isDenied)
			.map(({ figure }) => figure.text);

	test.each([
		["The airline denied that it will cut 2,000 jobs.", ["2,000"]],
		["The airline rejected the figure of 2,000 jobs and said it will cut 600 jobs.", ["2,000"]],
		["The mayor disputed reports of 30 deaths.", ["30"]],
		["There is no truth to the claim that 30 people died.", ["30"]],
		["A toll of 30 deaths is false, the mayor said.", ["30"]],
		["The board rejected an offer of $300 million.", []],
		["He was denied a loan of $300.", []],
		["The airline denied wrongdoing and paid $300.", []],
		["The airline denied the report, but 30 people were hurt.", []],
		["The airline will cut 2,000 jobs.", []],
	])("%s %j", (body, denied) => {
		expect(denials(body)).toEqual(denied);
	});
});
