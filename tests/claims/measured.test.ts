import { describe, expect, test } from "vitest";
import { readFigureMentions } from "../../src/claims/figure-mentions.ts";
import { countedMore, measuredBy } from "../../src/claims/measured.ts";
import { readForClaims } from "../../src/claims/reading.ts";
import { coverageOf } from "./coverage.ts";

function mentionsIn(sentence: string) {
	const [reading] = readForClaims(coverageOf(["Herald", sentence]));
	return reading === undefined ? [] : readFigureMentions(reading);
}

const measures = (sentence: string) => mentionsIn(sentence).map(measuredBy);

describe("measuredBy", () => {
	test.each<readonly [string, readonly (string | null)[]]>([
		["The council set aside $8 million for the sea wall.", ["money for the sea wall"]],
		[
			"The port took $3 million from the harbor repair fund.",
			["money from the harbor repair fund"],
		],
		["The clerk spent $400 at Rope & Sons.", ["spent at Rope & Sons"]],
		["The clerk put down expenses of $90 at Gull-And-Anchor.", ["expenses at Gull-And-Anchor"]],
		["The mill got $9 million in aid.", ["aid"]],
		["She faces a fine of up to $250,000.", ["fine"]],
		["He wore a $900 wool coat.", ["wool coat"]],
		["Ferry fares topped $14,000.", ["Ferry fares"]],
		["The mill raised $20 million.", ["money mill raised"]],
		["They argued over the $5 million he demanded.", ["money he demanded"]],
		["He faces up to five years in prison.", ["years in prison"]],
		["The strike forced the clerks to go without pay for 35 days.", ["go without pay"]],
		["The mayor lost a two-month battle with the clerks.", ["battle with the clerks"]],
		["The town got 80 mm of rain.", ["rain"]],
		["The yard built 12 miles of fence.", ["fence"]],
		["The ferry sank 175 km north of Oakton.", ["north of Oakton"]],
		["Ada Moss, 68, runs the mill.", ["age of Ada Moss"]],
	])("%s", (sentence, wanted) => {
		expect(measures(sentence)).toEqual(wanted);
	});

	test.each([
		"The growth of the mill to $9 million pleased its makers.",
		"The council spent money to the tune of $3 million.",
		"The mill shed 4%.",
	])("null: %s", sentence => {
		expect(measures(sentence).every(words => words === null || !/tune|pleased/u.test(words))).toBe(
			true,
		);
	});
});

describe("countedMore", () => {
	test.each([
		["About 80,000 people in Oakton were ordered to leave.", "people ordered to leave"],
		["The mayor met 350 people from the valley.", "people from the valley"],
		["Talks between the two towns stalled.", "towns"],
		["The yard sold 12 old boats.", "old boats"],
	])("%s", (sentence, wanted) => {
		expect(mentionsIn(sentence).map(countedMore)).toEqual([wanted]);
	});
});
