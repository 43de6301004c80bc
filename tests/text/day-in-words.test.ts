import { describe, expect, test } from "vitest";
import { dayInWords, minuteInWords } from "../../src/text/day-in-words.ts";

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

describe("minuteInWords", () => {
	test.each([
		["2026-11-28T21:09:03.602Z", "28 November 2026, 21:09 UTC"],
		["2031-05-03T01:30:00+02:00", "2 May 2031, 23:30 UTC"],
		["2031-05-03", "3 May 2031"],
		["last week", "last week"],
	])("%s is %s", (time, minute) => {
		expect(minuteInWords(time)).toBe(minute);
	});
});
