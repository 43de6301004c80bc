import { describe, expect, test } from "vitest";
import { nearestNames } from "../../src/text/nearest-names.ts";

const OUTLETS = [
	"Harbor Herald",
	"Morning Echo",
	"The Wire",
	"Echo Weekly",
	"Echo",
	"Evening Echo",
];

describe("nearestNames", () => {
	test.each([
		["harbor hearld", ["Harbor Herald"]],
		["HERALD", ["Harbor Herald"]],
		["wire", ["The Wire"]],
		["moring ecko", ["Morning Echo"]],
		["zzz", []],
		["", []],
	])("%j gives %j", (typed, names) => {
		expect(nearestNames(typed, OUTLETS)).toEqual(names);
	});

	test("gives three at most, those that hold the words first", () => {
		expect(nearestNames("echo", ["Elmo", ...OUTLETS])).toEqual([
			"Morning Echo",
			"Echo Weekly",
			"Echo",
		]);
	});

	test("knows none without names", () => {
		expect(nearestNames("echo", [])).toEqual([]);
		expect(nearestNames("", [""])).toEqual([""]);
	});
});
