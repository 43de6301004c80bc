import { describe, expect, test } from "vitest";
import type { Draft } from "./coverage.ts";
import { claimsOf, writtenClaims } from "./coverage.ts";

interface Row {
	readonly title: string;
	readonly drafts: readonly Draft[];
	readonly wanted: readonly string[];
}

const MEETING: readonly Row[] = [
	{
		title: "a figure in other words",
		drafts: [
			["Herald", "The harbor bridge will cost $48 million, the council said."],
			["Echo", "Building the bridge across the harbor is expected to cost $48m."],
			["Wire", "The town hall was quiet."],
		],
		wanted: ["Herald $48 million + Echo $48m"],
	},
	{
		title: "a count in words and in digits",
		drafts: [
			["Herald", "The fire killed 12 people and injured 30."],
			["Echo", "Twelve people died in the blaze and 30 were hurt."],
		],
		wanted: ["Herald 12 + Echo Twelve", "Herald 30 + Echo 30"],
	},
	{
		title: "a value and its rounding",
		drafts: [
			["Herald", "The museum drew 1,482,000 visitors last year."],
			["Echo", "The museum drew about 1.5 million visitors last year."],
		],
		wanted: ["Herald 1,482,000 + Echo about 1.5 million"],
	},
	{
		title: "a rate and its bare amount",
		drafts: [
			["Herald", "Miners pay over $70,000 per tonne of lithium that they dig up."],
			["Echo", "Each tonne of lithium costs its miners more than $70,000 to dig up."],
		],
		wanted: ["Herald over $70,000 per tonne + Echo more than $70,000"],
	},
	{
		title: "the two ends of a change",
		drafts: [
			["Herald", "The jobless rate fell from 6.4% to 6.1% in May."],
			["Echo", "Unemployment dropped to 6.1% in May, down from 6.4% a month earlier."],
		],
		wanted: ["Herald 6.1% + Echo 6.1%", "Herald 6.4% + Echo 6.4%"],
	},
	{
		title: "a toll that stood from one day to the next",
		drafts: [
			["Herald", "On March 1, 2031 the flood had killed 3 people."],
			["Echo", "On March 2, 2031 the flood had killed three people."],
		],
		wanted: ["Herald 3 + Echo three"],
	},
	{
		title: "a value of which one outlet may have mistaken the year",
		drafts: [
			["Herald", "The town of Oakton had 9,400 voters in 2027."],
			["Echo", "The town of Oakton had 9,400 voters in 2028."],
		],
		wanted: ["Herald 9,400 + Echo 9,400"],
	},
	{
		title: "what was expected, and what came",
		drafts: [
			["Herald", "The town added 150 jobs in June. Economists had forecast a gain of 90 jobs."],
			["Echo", "Employers in town added 150 jobs in June. Analysts had expected 90 new jobs."],
		],
		wanted: ["Herald 150 + Echo 150", "Herald 90 + Echo 90"],
	},
];

const APART: readonly Row[] = [
	{
		title: "a month and the average of a year, of one number",
		drafts: [
			[
				"Herald",
				"The town added 150 jobs in March, in line with the average of 150 jobs a month over the past year.",
			],
			["Echo", "Employers in town added 150 jobs in March."],
		],
		wanted: ["Herald 150", "Herald 150 + Echo 150"],
	},
	{
		title: "two years, at two values",
		drafts: [
			["Herald", "The town of Oakton had 9,400 voters in 2027."],
			["Echo", "The town of Oakton had 8,100 voters in 2028."],
		],
		wanted: ["Echo 8,100", "Herald 9,400"],
	},
	{
		title: "the killed and the injured, of one number",
		drafts: [
			["Herald", "The crash in the tunnel killed 12 people."],
			["Echo", "The crash in the tunnel injured 12 people."],
		],
		wanted: ["Echo 12", "Herald 12"],
	},
	{
		title: "the injured of a town and of its region",
		drafts: [
			[
				"Herald",
				"In Oakton 14 people were injured.\n\nIn the whole region 60 people were injured.",
			],
			["Echo", "Sixty people were injured across the region, 14 of them in Oakton."],
		],
		wanted: ["Herald 14 + Echo 14", "Herald 60 + Echo Sixty"],
	},
	{
		title: "numbers that one paragraph tells one after another",
		drafts: [["Herald", "The duty on 900 goods rises to 10%. The duty on 400 goods rises to 5%."]],
		wanted: ["Herald 10%", "Herald 400", "Herald 5%", "Herald 900"],
	},
	{
		title: "a share of the votes and the turnout",
		drafts: [
			["Herald", "Mayor Ruth Calder won 40% of the votes. Turnout was 40%."],
			["Echo", "Calder took 40 percent of the vote, while turnout stood at 40 percent."],
			["Wire", "Turnout in the town was 40%, the lowest in a decade."],
		],
		wanted: [
			"Herald 40% + Echo 40 percent",
			"Herald 40% + Echo 40 percent + Wire 40%",
			"Wire lowest in a decade",
		],
	},
	{
		title: "a month and the average of a year",
		drafts: [
			["Herald", "The shop sold 4,100 bicycles in March."],
			["Echo", "The shop sold an average of 2,900 bicycles a month last year."],
		],
		wanted: ["Echo 2,900", "Herald 4,100"],
	},
	{
		title: "the killed and the injured",
		drafts: [
			["Herald", "The blaze in the mill killed 12 people."],
			["Echo", "The blaze in the mill injured 57 people."],
		],
		wanted: ["Echo 57", "Herald 12"],
	},
	{
		title: "dollars and percent",
		drafts: [
			["Herald", "The ticket costs $300."],
			["Echo", "The price of the ticket rose by 300 percent."],
		],
		wanted: ["Echo 300 percent", "Herald $300"],
	},
	{
		title: "a rise and a fall",
		drafts: [
			["Herald", "Sales of tractors rose 12 percent."],
			["Echo", "Sales of tractors fell 15 percent."],
		],
		wanted: ["Echo 15 percent", "Herald 12 percent"],
	},
	{
		title: "places in a row",
		drafts: [
			["Herald", "The storm was the 21st typhoon of the season."],
			["Echo", "The storm was the 22nd typhoon of the season."],
		],
		wanted: ["Echo 22nd", "Herald 21st"],
	},
	{
		title: "things of one number that have nothing to do with each other",
		drafts: [
			["Herald", "The orchestra played 30 concerts abroad."],
			["Echo", "Farmers lost 30 cows in the flood."],
		],
		wanted: ["Echo 30", "Herald 30"],
	},
	{
		title: "two numbers of one sentence",
		drafts: [["Herald", "The garden has 40 roses and the other garden has 70 roses."]],
		wanted: ["Herald 40", "Herald 70"],
	},
];

describe("figureDrafts", () => {
	test.each(MEETING)("meet: $title", ({ drafts, wanted }) => {
		expect(writtenClaims("figure", ...drafts)).toEqual(wanted);
	});

	test.each(APART)("stay apart: $title", ({ drafts, wanted }) => {
		expect(writtenClaims("figure", ...drafts)).toEqual(wanted);
	});

	test("reports the figure with all that its sentence says of it", () => {
		const [claim] = claimsOf("figure", [
			"Herald",
			"Wool exports could grow by about 4% in 2031, according to Marram Research.",
			{ published: "2030-02-01", url: "https://herald.example/wool" },
		]);
		expect(claim?.unit).toBe("percent");
		expect(claim?.reports).toEqual([
			{
				outlet: "Herald",
				article: "herald",
				via: null,
				printed: "about 4%",
				value: 4,
				unit: "percent",
				bound: "about",
				trend: "up",
				asOf: "2031",
				attribution: { source: "Marram Research", cue: "according to" },
				strength: "could",
				form: null,
				excerpt: {
					outlet: "Herald",
					article: "herald",
					text: "Wool exports could grow by about 4% in 2031, according to Marram Research.",
					start: 0,
					end: 74,
					url: "https://herald.example/wool",
					link: expect.stringContaining("https://herald.example/wool#:~:text="),
				},
			},
		]);
	});

	test("credits nobody where the sentence names nobody", () => {
		const [claim] = claimsOf("figure", ["Herald", "Rents will rise 4%, analysts said."]);
		expect(claim?.reports[0]?.attribution).toBeNull();
	});

	test("counts a figure that a sentence prints twice once", () => {
		expect(
			writtenClaims("figure", ["Herald", "The bell weighs 900 kilograms, yes, 900 kilograms."]),
		).toEqual(["Herald 900 kilograms"]);
	});

	test("shows reports in the order of publication, undated ones last", () => {
		expect(
			writtenClaims(
				"figure",
				["Undated", "The bridge over the Lorn will cost $48 million."],
				["Late", "The bridge over the Lorn will cost $48 million.", { published: "2031-03-02" }],
				["Early", "The bridge over the Lorn will cost $48 million.", { published: "2031-03-01" }],
			),
		).toEqual(["Early $48 million + Late $48 million + Undated $48 million"]);
	});

	test.each([
		["about half the people who saw it", "Nearly 9,000 people live there.", "Nearly 9,000"],
		["at least", "At least 14 bridges fell.", "At least 14"],
		["an estimated", "It draws an estimated 600 tourists.", "an estimated 600"],
		["exceeding", "It paid wages exceeding $5,000.", "exceeding $5,000"],
		["none", "The lake has 12 islands.", "12"],
	])("prints qualifiers with the figure: %s", (_, body, printed) => {
		expect(writtenClaims("figure", ["Herald", body])).toEqual([`Herald ${printed}`]);
	});

	test.each([
		"One resident was pleased.",
		"A man left.",
		"The ferry sank on April 12, 2026.",
		"Nothing was counted.",
	])("no figure: %s", body => {
		expect(claimsOf("figure", ["Herald", body])).toEqual([]);
	});
});

describe("the label of a figure", () => {
	test.each<readonly [string, readonly Draft[]]>([
		[
			"price of the harbor bridge",
			[
				["Herald", "The harbor bridge will cost $48 million."],
				["Echo", "The price of the harbor bridge is $48 million."],
			],
		],
		[
			"people killed",
			[
				["Herald", "The fire killed 12 people."],
				["Echo", "Twelve people died in the blaze."],
			],
		],
		["wool market, 2031", [["Herald", "The wool market was worth $2 billion in 2031."]]],
	])("%s", (label, drafts) => {
		const told = claimsOf("figure", ...drafts).map(claim => claim.label.replace(/:.*/u, ""));
		expect(told).toEqual([label]);
	});

	test("says what happens to the things that are counted", () => {
		const labels = claimsOf(
			"figure",
			["Herald", "The storm left 31 people dead and 85 people injured."],
			["Echo", "In the storm 31 people were killed and 85 people injured."],
		).map(({ label }) => label);
		expect(labels).toEqual(["people killed", "people injured"]);
	});

	test("names nothing by what another figure counts", () => {
		const claims = claimsOf(
			"figure",
			["Herald", "The first system packs 768 Selm cores into a 12U server."],
			["Echo", "Each holds 768 Selm cores in a 12U server."],
		);
		const height = claims.find(({ unit }) => unit === "rack unit");
		expect(height?.reports.length).toBe(2);
		expect(height?.label).not.toMatch(/cores/u);
	});

	test("leaves growth out where a level is measured", () => {
		const [claim] = claimsOf(
			"figure",
			["Herald", "The growth of the cork market to $9 million pleased its makers."],
			["Echo", "Cork market growth brought it to $9 million."],
		);
		expect(claim?.label).toMatch(/^cork market(?::|$)/iu);
	});
});
