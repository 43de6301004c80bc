import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weighBy } from "../../src/claims/build.ts";
import { readFigureMentions } from "../../src/claims/figure-mentions.ts";
import { alignFigures } from "../../src/claims/group-mentions.ts";
import { readForClaims } from "../../src/claims/reading.ts";
import { coverageOf, type Draft } from "./coverage.ts";

const SENTENCES = [
	"The fire killed 12 people.",
	"Twelve people died in the fire.",
	"The fire injured 30 people.",
	"The fire killed 14 people.",
	"The mill will cost $4 million to rebuild.",
	"Rebuilding the mill costs $4m.",
	"Rain fell.",
];

describe("alignFigures", () => {
	test("each mention stands in exactly one group", () => {
		const body = fc
			.uniqueArray(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 })
			.map(sentences => sentences.join("\n\n"));
		fc.assert(
			fc.property(fc.array(body, { minLength: 1, maxLength: 3 }), bodies => {
				const texts = coverageOf(...bodies.map((each, index): Draft => [`Outlet ${index}`, each]));
				const mentions = readForClaims(texts).flatMap(readFigureMentions);
				const groups = alignFigures(mentions, weighBy(texts));
				expect(groups.flat()).toHaveLength(mentions.length);
				expect(new Set(groups.flat())).toEqual(new Set(mentions));
			}),
			{ numRuns: 12 },
		);
	});

	test("has no groups of no mentions", () => {
		expect(alignFigures([], () => 1)).toEqual([]);
	});
});

// Long enough that a town named once is not where the story plays.
const STORY = Array.from(
	{ length: 24 },
	(_, day) =>
		`On the coast of Vendria the harbor crews mended boat ${String.fromCharCode(65 + day)}.`,
).join("\n\n");

function groupsOf(...bodies: readonly string[]): readonly string[] {
	const texts = coverageOf(
		...bodies.map((body, index): Draft => [`Outlet ${index}`, `${body}\n\n${STORY}`]),
	);
	return alignFigures(readForClaims(texts).flatMap(readFigureMentions), weighBy(texts))
		.filter(group => group.length > 1)
		.map(group => group.map(({ figure }) => figure.text).join(" + "));
}

describe("what is one thing", () => {
	test("the wind of one storm, however and wherever it is told", () => {
		const groups = groupsOf(
			"Gusts of 140 km/h hit the coast.",
			"The storm had sustained winds of 160 km/h.",
			"A gust of 90 km/h was recorded in Oakton. Storm force winds (at least 75 km/h) reach far.",
		);
		expect(groups).toEqual(["140 km/h + 160 km/h + 90 km/h"]);
	});

	test("an hour's rain is not that of two days", () => {
		const groups = groupsOf(
			"Some 40 mm of rain an hour fell.",
			"Rainfall came to 400 mm in two days.",
			"The gauge had 380 mm of rain.",
		);
		expect(groups).toEqual(["400 mm + 380 mm"]);
	});

	test("what one place had is told of that place first", () => {
		const groups = groupsOf(
			"Rainfall came to 400 mm in Oakton County and 300 mm in Marram County.",
			"Parts of Marram County received 250 to 300 mm of rain.",
			"In Oakton County 410 mm of rain fell.",
		);
		expect(groups).toEqual(["400 mm + 410 mm", "300 mm + 250 to 300 mm"]);
	});

	test("a lesser number goes with the greater one of its article", () => {
		const groups = groupsOf(
			"The quake injured 110 people.",
			"In the quake 14 people were badly injured and 90 others were slightly injured.",
		);
		expect(groups).toEqual(["110 + 90 + 14"]);
	});

	test("the injured of one town are not those of all", () => {
		const groups = groupsOf(
			"The quake injured 110 people.",
			"The quake injured 90 people in Oakton.",
			"The quake injured 120 people.",
		);
		expect(groups).toEqual(["110 + 120"]);
	});

	test("a happening's own noun counts those to whom it happened", () => {
		expect(groupsOf("The quake killed 17 people.", "The quake caused 15 deaths.")).toEqual([
			"17 + 15",
		]);
	});

	test.each([
		[
			"a sum that each of two outlets prints once, in other words",
			[
				"Repairs to the sea wall will now come to about $8 million.",
				"Mayors plan to move $8 million of unspent money toward the dike.",
			],
			["$8 million + $8 million"],
		],
		[
			"a sum and the round number above which it lies",
			["Clerks charged over $300 at the Oakton toy fair.", "Clerks spent $313.89 on dolls there."],
			["$300 + $313.89"],
		],
		[
			"two great sums that differ by a slip",
			[
				"The decree lets the mayor use $3.6 billion from road works for the dike.",
				"The mayor would unlock money from the budget of road works, $3.5 billion in all.",
			],
			["$3.6 billion + $3.5 billion"],
		],
		[
			"two numbers of one rare noun",
			[
				"The harbor board's 48-page plan names the pier.",
				"Oakton's plan for the pier fills 47 pages.",
			],
			["48 + 47"],
		],
		[
			"a length of time",
			[
				"The line will reopen for three weeks while talks go on.",
				"The deal keeps the line open for three weeks.",
			],
			["three weeks + three weeks"],
		],
		[
			"a part of something",
			["The new boiler needs a quarter of the coal.", "The boiler takes one quarter the coal."],
			["a quarter + one quarter"],
		],
		[
			"a measure that each of two outlets prints once",
			["The gate is 40 feet tall.", "Masons raised a wall of 40 feet."],
			["40 feet + 40 feet"],
		],
		[
			"a great number of things",
			[
				"The offer would cover 300,000 people from Vendria.",
				"Protection for 300,000 people was part of the offer.",
			],
			["300,000 + 300,000"],
		],
	])("%s", (_, bodies, groups) => {
		expect(groupsOf(...bodies)).toEqual(groups);
	});

	test.each([
		[
			"one sum of what the other article does not name",
			[
				"Digging one shaft comes to $100,000, the council said in Oakton.",
				"Yesterday the Kestrel Ridge mine spent $100,000 on towers.",
			],
		],
		[
			"two great sums of which one article has both",
			[
				"The decree frees $3.6 billion from road works and $3.5 billion from schools.",
				"The mayor would unlock money from the budget of schools, $3.5 billion in all.",
			],
		],
	])("not %s", (_, bodies) => {
		expect(groupsOf(...bodies).filter(each => new Set(each.split(" + ")).size > 1)).toEqual([]);
	});

	test.each([
		[
			"a share of votes and a turnout",
			["The Greens won 40 percent of the vote in Vendria.", "Turnout was 40 percent in Vendria."],
		],
		[
			"a firm's profit and its group's",
			[
				"Marram Shipping made a profit of $40 million last year.",
				"The parent, Oakton Holdings, made a profit of $40 million last year.",
			],
		],
		[
			"a profit and a revenue",
			[
				"Marram Shipping made a profit of $40 million last year.",
				"Marram Shipping had revenue of $40 million last year.",
			],
		],
		[
			"a share and a fall",
			[
				"Some 90 percent of the wool that Vendria imports comes by sea.",
				"Sales of wool to Vendria have fallen over 90 percent.",
			],
		],
		["dollars and percent", ["The fee rose to $300.", "The fee rose by 300 percent."]],
		[
			"what holds in general, and in parts of a country",
			[
				"Growing a ton of saffron costs $90,000 on average.",
				"In parts of Spain, growing a ton of saffron costs over $100,000.",
			],
		],
		[
			"a few of one thing and a few of another",
			["Police held two men in Oakton.", "Police found two paintings in Oakton."],
		],
	])("not %s", (_, bodies) => {
		expect(groupsOf(...bodies)).toEqual([]);
	});

	test("numbers in a series are of one thing each", () => {
		const body = "- 20% tariffs on 974 items\n- 10% tariffs on 595 items\n- 5% tariffs on 61 items";
		expect(groupsOf(body)).toEqual([]);
	});
});
