import { describe, expect, test } from "vitest";
import { claimsOf, writtenClaims } from "./coverage.ts";

describe("attributionDrafts", () => {
	test("puts a source together whatever it is called", () => {
		const [claim, ...others] = claimsOf(
			"attribution",
			["Herald", "Sales will double, according to Harbor Research."],
			["Echo", "Harbor Research (HR) expects sales to double. HR sees more growth."],
			["Wire", "HR said sales would double."],
			["Post", "Sales will double, analysts said."],
		);
		expect(others).toEqual([]);
		expect(claim).toMatchObject({
			label: "Harbor Research as a source",
			measure: "what Harbor Research is credited with",
			unit: null,
			agreement: "agree",
			difference: [],
			silent: ["Post"],
		});
		expect(claim?.positions).toEqual([{ value: "Harbor Research", reports: [0, 1, 2] }]);
		expect(claim?.reports.map(({ attribution }) => attribution)).toEqual([
			{ source: "Harbor Research", cue: "according to" },
			{ source: "Harbor Research", cue: "expects" },
			{ source: "HR", cue: "said" },
		]);
	});

	test("puts a surname with its full name", () => {
		expect(
			writtenClaims(
				"attribution",
				["Herald", "“It is safe,” Ruth Okafor said."],
				["Echo", "Okafor said it was safe."],
			),
		).toEqual(["Herald Ruth Okafor said + Echo Okafor said"]);
	});

	test("leaves a country out of initials", () => {
		expect(
			claimsOf(
				"attribution",
				["Herald", "Catches fell, the U.S. Bureau of River Fishing said."],
				["Echo", "BRF said catches fell."],
			).map(({ label }) => label),
		).toEqual(["U.S. Bureau of River Fishing as a source"]);
	});

	const peopleIn = (...bodies: readonly string[]) =>
		claimsOf("attribution", ...bodies.map((body, index) => [`Outlet ${index}`, body] as const))
			.map(({ label }) => label)
			.filter(label => label.startsWith("who "));

	test("a person has the full name that is printed most", () => {
		const people = peopleIn(
			"President Ruth Okafor Okafor has been here before.",
			"President Okafor was there.",
			"President Ruth Okafor was there.",
			"President Ruth Okafor spoke.",
		);
		expect(people).toEqual(["who Ruth Okafor is"]);
	});

	test("the first of a person's two names may stand alone", () => {
		expect(peopleIn("President Weng Okafor spoke.", "President Weng was there.")).toEqual([
			"who Weng Okafor is",
		]);
	});

	test("keeps two sources apart", () => {
		expect(
			claimsOf("attribution", [
				"Herald",
				"Sales will double, according to Harbor Research. Acme Analytics expects a fall.",
			]).map(({ label }) => label),
		).toEqual(["Harbor Research as a source", "Acme Analytics as a source"]);
	});

	test("reports a sentence that credits somebody twice once", () => {
		expect(
			claimsOf("attribution", [
				"Herald",
				"Ruth Okafor said it was safe, and Okafor said so again.",
			]).map(({ reports }) => reports.length),
		).toEqual([1]);
	});

	test("finds who somebody is, by each outlet's words", () => {
		const roles = claimsOf(
			"attribution",
			["Herald", "Ruth Okafor, director of the port, resigned."],
			["Echo", "The port's director Ruth Okafor resigned."],
			["Wire", "The town slept."],
		).filter(({ label }) => label.startsWith("who"));
		expect(roles).toMatchObject([
			{ label: "who Ruth Okafor is", measure: "role of Ruth Okafor", silent: ["Wire"] },
		]);
		expect(roles[0]?.reports.map(({ printed, attribution }) => [printed, attribution])).toEqual([
			["Ruth Okafor, director of the port", null],
			["port's director Ruth Okafor", null],
		]);
	});

	test.each(["Sales will double, analysts said.", "The town slept.", "He said so."])(
		"nobody by name: %s",
		body => {
			expect(claimsOf("attribution", ["Herald", body])).toEqual([]);
		},
	);
});
