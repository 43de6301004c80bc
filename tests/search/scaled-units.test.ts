import { describe, expect, test } from "vitest";
import { unitScaled } from "../../src/search/scaled-units.ts";

describe("unitScaled", () => {
	test.each([
		["megawatts", "watt"],
		["watt", "watt"],
		["terabyte", "byte"],
		["zettahash", "hash"],
		["exahashes", "hash"],
		["kilometers", "meter"],
		["bite", null],
		["megabank", null],
		["supermeter", null],
	])("%j is of %j", (word, unit) => {
		expect(unitScaled(word)).toBe(unit);
	});
});
