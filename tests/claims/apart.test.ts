import { describe, expect, test } from "vitest";
import { claimsOf, type Draft } from "./coverage.ts";

interface Row {
	readonly title: string;
	readonly drafts: readonly Draft[];
	/** How many claims each outlet's printed figures stand in: those in one claim are joined with a plus. */
	readonly wanted: readonly string[];
}

const ROWS: readonly Row[] = [
	{
		title: "one number that rises and falls",
		drafts: [
			["Herald", "Profit at the dairy rose 12% in the quarter."],
			["Echo", "Profit at the rival dairy fell 12% in the quarter."],
		],
		wanted: ["12%", "12%"],
	},
	{
		title: "one number that both say rose",
		drafts: [
			["Herald", "Profit at the dairy rose 12% in the quarter."],
			["Echo", "The dairy said its quarterly profit rose 12 percent."],
		],
		wanted: ["12% + 12 percent"],
	},
	{
		title: "a move and a level",
		drafts: [
			["Herald", "The Harbor Party surged to 45 seats in the assembly."],
			["Echo", "The Harbor Party gained 8 seats in the assembly."],
		],
		wanted: ["45", "8"],
	},
	{
		title: "two levels, one beside what it was",
		drafts: [
			["Herald", "The turnout in the valley was 63%, up from 58% in 2018."],
			["Echo", "The turnout in the valley rose to 66%."],
		],
		wanted: ["58%", "63% + 66%"],
	},
	{
		title: "things that are counted side by side",
		drafts: [
			["Herald", "The drought killed 190,000 goats and 40,000 sheep on the plains."],
			["Echo", "The drought killed 65,000 sheep on the plains."],
		],
		wanted: ["190,000", "40,000 + 65,000"],
	},
	{
		title: "a number of long ago",
		drafts: [
			[
				"Herald",
				"It was the deadliest flood in the valley since 1961, when 44 people died.",
				{ published: "2031-03-05" },
			],
			["Echo", "The flood killed 27 people in the valley.", { published: "2031-03-05" }],
		],
		wanted: ["27", "44"],
	},
	{
		title: "things with names of their own",
		drafts: [
			["Herald", "The Anso reservoir stood at 24 percent on Tuesday.", { published: "2031-03-05" }],
			["Echo", "The Calder reservoir stood at 17 percent on Tuesday.", { published: "2031-03-05" }],
		],
		wanted: ["17 percent", "24 percent"],
	},
	{
		title: "parts by which a story is broken down",
		drafts: [
			["Herald", "Sixteen people were killed in Harrow and 11 in Selm by the quake."],
			["Echo", "The quake killed 27 people."],
			["Wire", "The quake killed 17 people in Harrow."],
		],
		wanted: ["11", "27", "Sixteen + 17"],
	},
	{
		title: "one rate that two countries put on each other's goods",
		drafts: [
			["Herald", "Chile raised tariffs on Peruvian wool to 35%."],
			["Echo", "Lima's answer is a 35% tariff on Chilean copper."],
			["Wire", "The tariff of 35% on wool from Peru was raised in Santiago."],
		],
		wanted: ["35%", "35% + 35%"],
	},
	{
		title: "a range and its upper end, the names of a country being one",
		drafts: [
			["Herald", "New duties of 4% to 35% will hit 5,210 American products, Lima said."],
			["Echo", "Peru will put tariffs of up to 35% on more than 5,000 U.S. products."],
		],
		wanted: ["4% to 35% + up to 35%", "5,210 + more than 5,000"],
	},
	{
		title: "what is hit already and what is left",
		drafts: [
			["Herald", "The tariff on $200 billion of Peruvian goods rose to 35%."],
			["Echo", "A tariff of 35% on the remaining $300 billion of Peruvian goods is planned."],
			["Wire", "A tariff may come on another $320 billion in Peruvian goods."],
		],
		wanted: ["$200 billion", "$300 billion + $320 billion", "35%", "35%"],
	},
	{
		title: "a number that is hardly met by chance, in other words",
		drafts: [
			["Herald", "The dairy made a $334 million bet on oat milk."],
			["Echo", "Selm Foods agreed to be bought for $334 million, its owners said."],
		],
		wanted: ["$334 million + $334 million"],
	},
	{
		title: "indexes told of side by side",
		drafts: [
			["Herald", "The Selm Industrial Average fell 617 points, or 2.4%, and the Marram lost 3.4%."],
			["Echo", "The Selm fell nearly 700 points, or 2.3%, as the Calder index slipped 2.4%."],
		],
		wanted: ["2.4%", "2.4% + 2.3%", "3.4%", "617 + nearly 700"],
	},
];

describe("areApart", () => {
	test.each(ROWS)("$title", ({ drafts, wanted }) => {
		const claims = claimsOf("figure", ...drafts).map(({ reports }) =>
			reports.map(({ printed }) => printed).join(" + "),
		);
		expect(claims.toSorted()).toEqual(wanted);
	});
});
