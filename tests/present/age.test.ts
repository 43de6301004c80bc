import { describe, expect, test } from "vitest";
import { ageOf } from "../../src/present/age.ts";

const NOW = new Date("2031-05-04T12:00:00Z");

describe("ageOf", () => {
	test.each([
		["2031-05-04T12:00:00Z", "just now"],
		["2031-05-04T11:59:01Z", "just now"],
		["2031-05-04T13:00:00Z", "just now"],
		["2031-05-04T11:59:00Z", "1 minute ago"],
		["2031-05-04T10:00:01Z", "1 hour ago"],
		["2031-05-04T10:00:00Z", "2 hours ago"],
		["2031-05-01T11:00:00Z", "3 days ago"],
		["2031-03-01T12:00:00Z", "2 months ago"],
		["2029-01-01T12:00:00Z", "2 years ago"],
	])("%s is %s", (asOf, age) => {
		expect(ageOf(asOf, NOW)).toBe(age);
	});
});
