import { describe, expect, it } from "vitest";
import { longDate } from "../../../src/claims/checks/weekday.ts";
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

	it("is silent where the weekday fits, or is days away", () => {
		expect(told([dated, { outlet: STAR, body: onDay("Monday") }], "date")).toEqual([]);
		const earlier = { outlet: STAR, body: onDay("Wednesday"), published: "2024-02-29" };
		expect(told([dated, earlier], "date")).toEqual([]);
	});
});

describe("longDate", () => {
	it("writes a date out, and leaves what is none as it is", () => {
		expect(longDate("2024-03-04")).toBe("4 March 2024");
		expect(longDate("2024-03")).toBe("2024-03");
	});
});
