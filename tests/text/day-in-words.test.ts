import { describe, expect, test } from "vitest";
import { dayInWords } from "../../src/text/day-in-words.ts";

describe("dayInWords", () => {
	test.each([
		["2031-05-03", "3 May 2031"],
		["2031-05-03T23:30:00+02:00", "3 May 2031"],
		["2031-05-03T00:30:00-11:00", "3 May 2031"],
		["2031-05", "May 2031"],
		["2031", "2031"],
		["2031-13-45", "2031-13-45"],
		["last week", "last week"],
	])("%s is %s", (published, day) => {
		expect(dayInWords(published)).toBe(day);
	});
});
