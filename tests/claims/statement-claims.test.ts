import { describe, expect, test } from "vitest";
import type { Draft } from "./coverage.ts";
import { claimsOf, writtenClaims } from "./coverage.ts";

const HERALD: Draft = [
	"Herald",
	"The dam protects the valley from spring floods.\n\nMoss grows on the northern wall of the old mill.",
];
const ECHO: Draft = ["Echo", "Spring floods are kept out of the valley by the dam."];
const WIRE: Draft = ["Wire", "The school choir won a prize for its concert in Paris."];

describe("statementDrafts", () => {
	test("finds what several outlets say, and what one alone says", () => {
		expect(writtenClaims("statement", HERALD, ECHO, WIRE)).toEqual([
			"Herald Moss grows on the northern wall of the old mill.",
			"Herald The dam protects the valley from spring floods. + Echo Spring floods are kept out of the valley by the dam.",
			"Wire The school choir won a prize for its concert in Paris.",
		]);
	});

	test("says who is silent, and takes no side", () => {
		const shared = claimsOf("statement", HERALD, ECHO, WIRE).find(
			({ reports }) => reports.length > 1,
		);
		expect(shared).toMatchObject({
			agreement: "agree",
			difference: [],
			unit: null,
			silent: ["Wire"],
			positions: [{ value: null, reports: [0, 1] }],
		});
	});

	test("labels a statement by words of the coverage", () => {
		const claims = claimsOf("statement", HERALD, ECHO, WIRE);
		for (const { label, reports } of claims) {
			for (const phrase of label.split(", ")) {
				expect(reports.some(({ excerpt }) => excerpt.text.includes(phrase))).toBe(true);
			}
		}
		expect(claims.map(({ label }) => label)).toEqual([
			"dam protects the valley from spring floods",
			"Moss grows on the northern wall of the old mill",
			"school choir won a prize",
		]);
	});

	test("calls what several say by no number that one of them does not print", () => {
		const labels = claimsOf(
			"statement",
			["Herald", "The new footbridge at Ellen will cost $100,000, the port authority said."],
			["Echo", "The port authority put the cost of the new footbridge at $120,000."],
		)
			.filter(({ reports }) => reports.length > 1)
			.map(({ label }) => label);
		expect(labels).not.toEqual([]);
		expect(labels.join()).not.toMatch(/\d/u);
	});

	test("gives each statement a label of its own", () => {
		const labels = claimsOf("statement", HERALD, ECHO, WIRE).map(({ label }) => label);
		expect(new Set(labels).size).toBe(labels.length);
	});

	test("takes one sentence an article, the nearest", () => {
		const [shared] = claimsOf("statement", HERALD, [
			"Echo",
			"Spring floods frighten some.\n\nThe dam keeps the spring floods out of the valley, its keeper believes.",
		]).filter(({ reports }) => reports.length > 1);
		expect(shared?.reports.map(({ printed }) => printed)).toEqual([
			"The dam protects the valley from spring floods.",
			"The dam keeps the spring floods out of the valley, its keeper believes.",
		]);
	});

	test("finds sentences that share a rare phrase", () => {
		const claims = claimsOf(
			"statement",
			["Herald", "Fishermen along the estuary blame the tidal barrage for empty nets."],
			["Echo", "Engineers praised the tidal barrage as a marvel when the minister toured it."],
			WIRE,
		);
		const shared = claims.filter(({ reports }) => reports.length > 1);
		expect(shared.map(({ label }) => label)).toEqual([expect.stringMatching(/^tidal barrage/u)]);
	});

	test.each([
		["a heading", "# The dam protects the valley from spring floods"],
		["a few words", "It was late."],
		["furniture", "Subscribe to our newsletter for breaking news from the valley and the dam."],
	])("no statement: %s", (_, body) => {
		expect(claimsOf("statement", ["Herald", body])).toEqual([]);
	});

	test("no articles, no statements", () => {
		expect(claimsOf("statement")).toEqual([]);
	});
});
