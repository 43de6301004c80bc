import { expect, test } from "vitest";
import { formatMessageTime, formatTimestamp } from "../../../src/shell/playground/page/time.js";

/** Local time, as the page shows it. */
function at(year: number, month: number, ...rest: readonly number[]): Date {
	const [day = 1, hour = 0, minute = 0] = rest;
	return new Date(year, month - 1, day, hour, minute);
}

const seconds = at(2026, 4, 13, 16, 20).getTime() / 1000;
const now = at(2026, 4, 13, 16, 21).getTime();

test.each([
	["t", "4:20 PM"],
	["T", "4:20:00 PM"],
	["d", "4/13/26"],
	["D", "April 13, 2026"],
	["f", "April 13, 2026 at 4:20 PM"],
	["F", "Monday, April 13, 2026 at 4:20 PM"],
	["s", "4/13/26, 4:20 PM"],
	["S", "4/13/26, 4:20:00 PM"],
	["R", "1 minute ago"],
	["x", "April 13, 2026 at 4:20 PM"],
])("<t:…:%s> shows %s", (style, expected) => {
	// Intl sets a narrow space before AM and PM.
	expect(formatTimestamp({ seconds, style }, now, "en-US").replace(/\s/gu, " ")).toBe(expected);
});

test.each([
	[0, "now"],
	[-1, "1 second ago"],
	[90, "in 1 minute"],
	[-7_200, "2 hours ago"],
	[86_400, "tomorrow"],
	[-3 * 86_400, "3 days ago"],
	[-70 * 86_400, "2 months ago"],
	[800 * 86_400, "in 2 years"],
])("%d seconds from now is %s", (away, expected) => {
	const stamp = { seconds: Math.floor(now / 1000) + away, style: "R" };
	expect(formatTimestamp(stamp, now, "en-US")).toBe(expected);
});

test("a time that no calendar reaches is said to be none", () => {
	expect(formatTimestamp({ seconds: 9_999_999_999_999, style: "f" }, now)).toBe("Invalid date");
});

test.each([
	[at(2026, 4, 13, 9, 5), "9:05 AM"],
	[at(2026, 4, 12, 23, 59), "Yesterday at 11:59 PM"],
	[at(2026, 4, 11, 8), "4/11/26, 8:00 AM"],
])("a message of %s stands as %s", (date, expected) => {
	const shown = formatMessageTime(date, new Date(now), "en-US");
	expect(shown.replace(/\s/gu, " ")).toBe(expected);
});
