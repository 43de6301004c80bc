import { describe, expect, it } from "vitest";
import { told } from "./story.ts";

const POST = "Daily Post";
const STAR = "Evening Star";

describe("a weekday against its date", () => {
	it.each([
		[
			"The council voted on Sunday, March 4, 2024, to close the bridge.",
			"false: 4 March 2024 is a Monday, not a Sunday (computed from the calendar); Daily Post prints “Sunday, March 4, 2024”.",
		],
	])("says it of: %s", (body, check) => {
		expect(told([{ outlet: POST, body }], "date")).toEqual([check]);
	});

	it.each([
		"The council voted on Monday, March 4, 2024, to close the bridge.",
		"The council voted on March 4, 2024, to close the bridge.",
		"The council voted on Sunday to close the bridge.",
		// 4 March is a Tuesday in 2025, the year that may be meant.
		"The council will vote on Tuesday, March 4, on the bridge.",
	])("is silent on: %s", body => {
		expect(told([{ outlet: POST, body }], "date")).toEqual([]);
	});
});

describe("a weekday in one outlet against a date in another", () => {
	const dated = {
		outlet: POST,
		body: "Mayor Ann Lee announced the closing of the bridge on March 4, 2024.",
	};
	const onDay = (weekday: string) =>
		`Mayor Ann Lee announced the closing of the bridge on ${weekday}.`;

	it("names both, and the day that an undated article's weekday is reckoned from", () => {
		expect(told([dated, { outlet: STAR, published: null, body: onDay("Sunday") }], "date")).toEqual(
			[
				"false: 4 March 2024 is a Monday, not a Sunday (computed from the calendar); Daily Post prints “March 4, 2024”, Evening Star “Sunday”; Evening Star is undated, and its weekday is reckoned from 4 March 2024, the day of the other articles.",
			],
		);
	});

	it("says nothing of borrowed days where none is", () => {
		expect(told([dated, { outlet: STAR, body: onDay("Sunday") }], "date")).toEqual([
			"false: 4 March 2024 is a Monday, not a Sunday (computed from the calendar); Daily Post prints “March 4, 2024”, Evening Star “Sunday”.",
		]);
	});

	it("says that a date that a weekday is reckoned from is not confirmed", () => {
		const guessed = { outlet: STAR, body: onDay("Sunday"), unconfirmed: true };
		expect(told([dated, guessed], "date")).toEqual([
			"false: 4 March 2024 is a Monday, not a Sunday (computed from the calendar); Daily Post prints “March 4, 2024”, Evening Star “Sunday”; the date of Evening Star is not confirmed.",
		]);
	});

	it("is silent where the weekday fits, or is days away", () => {
		expect(told([dated, { outlet: STAR, body: onDay("Monday") }], "date")).toEqual([]);
		const earlier = { outlet: STAR, body: onDay("Wednesday"), published: "2024-02-29" };
		expect(told([dated, earlier], "date")).toEqual([]);
	});
});

describe("years and ages beside the dates that they are counted from", () => {
	it.each([
		[
			"Ann Lee, 45, was born in 1970 in Norwick.",
			"Somebody born in 1970 is 53 or 54 on 4 March 2024 (computed: 2024 − 1970), not 45",
		],
		[
			"Ann Lee (born 12 May 1970), aged 45, won the race.",
			"Somebody born in 1970 is 53 or 54 on 4 March 2024 (computed: 2024 − 1970), not 45",
		],
		[
			"The mill, founded in 1998, 35 years ago, will close.",
			"1998 to 2024 is 26 years (computed: 2024 − 1998), not 35",
		],
		[
			"The mill was founded 35 years ago, in 1998.",
			"1998 to 2024 is 26 years (computed: 2024 − 1998), not 35",
		],
		[
			"She led the bank from 1990 to 2005, a span of 12 years.",
			"1990 to 2005 is 15 years (computed: 2005 − 1990), not 12",
		],
		[
			"The tunnel was dug between 1901 and 1908, taking ten years.",
			"1901 to 1908 is 7 years (computed: 1908 − 1901), not 10",
		],
	])("are told of: %s", (body, check) => {
		expect(told([{ outlet: POST, body }], "date")).toEqual([
			`false: ${check}; Daily Post prints both.`,
		]);
	});

	it.each([
		"Ann Lee, 53, was born in 1970 in Norwick.",
		"Born in 1970, Ann Lee, 54, lives in Norwick.",
		"Ann Lee, 12 when the war began, was born in 1970.",
		"Ann Lee, born in 1970, has a son, 12.",
		"Ann Lee, who died aged 45, was born in 1970.",
		"Ann Lee, 45, was born in Norwick and moved to Oakton in 1970.",
		"The mill, founded in 1998, 25 years ago, will close.",
		"The mill, founded in 1993, about 40 years ago, will close.",
		"The mill burned in 1998; it had been built 30 years ago by a lord.",
		"She led the bank from 1990 to 2005, a span of 16 years.",
		"She led the bank from 1990 to 2005, and a school for 12 years.",
	])("are none of: %s", body => {
		expect(told([{ outlet: POST, body }], "date")).toEqual([]);
	});

	it("are not counted from the day of other articles", () => {
		const body = "Ann Lee, 45, was born in 1970 in Norwick.";
		expect(told([{ outlet: POST, body, published: null }], "date")).toEqual([]);
	});
});
