import { describe, expect, test } from "vitest";
import { dayLabel, deedOf } from "../../src/claims/day-label.ts";

const evenly = () => 1;

/** Sentences with their dates in brackets. */
function dated(...marked: readonly string[]) {
	return marked.map(text => {
		const start = text.indexOf("[");
		const end = text.indexOf("]") - 1;
		return { sentence: text.replace(/[[\]]/gu, ""), date: { start, end } };
	});
}

describe("dayLabel", () => {
	test.each([
		[
			"what was done",
			["The council passed a budget [Thursday evening]."],
			"day council passed a budget",
		],
		[
			"what is to be done",
			["The fares will take effect on [June 1]."],
			"day fares will take effect",
		],
		["what is arranged for the day", ["The clerk set the hearing for [June 2]."], "day of hearing"],
		[
			"the same, passive",
			["The spring concert has been set for [June 2]."],
			"day of spring concert",
		],
		["no subject but a pronoun", ["She signed the lease [Friday]."], "signed the lease, when"],
		[
			"what most sentences say",
			[
				"The old ferry sank off the island on [May 2].",
				"The ferry sank on [May 2].",
				"Nets were lost when the ferry sank on [May 2].",
			],
			"day ferry sank",
		],
		[
			"who said something, where that is all",
			["The mayor told clerks [Friday]."],
			"day mayor told clerks",
		],
	])("%s", (_, sentences, label) => {
		expect(dayLabel({ sentences: dated(...sentences), unit: "day" }, evenly)).toBe(label);
	});

	test("a year or month is named as such", () => {
		const sentences = dated("The mill was founded in [1997].");
		expect(dayLabel({ sentences, unit: "year" }, evenly)).toBe("year mill was founded");
		expect(dayLabel({ sentences, unit: "month" }, evenly)).toBe("month mill was founded");
	});

	test("null where nothing happens", () => {
		expect(dayLabel({ sentences: dated("The harbor, [May 4]"), unit: "day" }, evenly)).toBeNull();
	});
});

test("deedOf is null for a day on which somebody only spoke", () => {
	const sentences = dated("The mayor told clerks [Friday].");
	expect(deedOf({ sentences, unit: "day" }, evenly)).toBeNull();
});
