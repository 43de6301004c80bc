import { describe, expect, test } from "vitest";
import { claimsOf, type Draft, written } from "./coverage.ts";

const DOWN: Draft = [
	"Herald",
	"About 1.46 million anglers held a licence in Vendria in March, down from 1.52 million a month before.",
];
const SAME: Draft = [
	"Echo",
	"The number of anglers with a licence in Vendria, at 1.46 million, changed little.",
];
const UP: Draft = [
	"Wire",
	"About 1.46 million anglers held a licence in Vendria in March, up from 1.31 million a year before.",
];

const changesOf = (...drafts: readonly Draft[]) =>
	claimsOf("figure", ...drafts).filter(({ label }) => label.startsWith("change in "));

describe("changeDraft", () => {
	test("where outlets do not agree how something moved, they differ", () => {
		const [claim, ...others] = changesOf(DOWN, SAME);
		expect(others).toEqual([]);
		expect(claim === undefined ? "" : written(claim)).toBe(
			"Herald 1.46 million anglers held a licence in Vendria in March, down from 1.52 million / Echo changed little",
		);
		expect(claim?.positions.map(({ value }) => value)).toEqual(["down", "unchanged"]);
		expect(claim?.difference).toEqual(["contradiction"]);
		expect(claim?.reports.map(({ value, bound }) => [value, bound])).toEqual([
			[null, "exactly"],
			[0, "about"],
		]);
	});

	test.each([
		["one outlet alone", [DOWN]],
		["changes since two days", [DOWN, UP]],
		["a change in a year", [SAME, UP]],
		["one direction", [DOWN, ["Post", DOWN[1]] as const]],
		["no direction", [["Post", "Some 1.46 million anglers held a licence."] as const]],
	])("none: %s", (_, drafts) => {
		expect(changesOf(...drafts)).toEqual([]);
	});
});
