import { describe, expect, test } from "vitest";
import { acronymsIn, REGION_ACRONYMS, shortFormFinder } from "../../src/text/acronyms.ts";
import { stems } from "../../src/text/terms.ts";

describe("a text explains its acronyms", () => {
	test.each([
		["behind the long form", "The Harbor Safety Board (HSB) met.", "HSB", "Harbor Safety Board"],
		["before it", "The HSB (Harbor Safety Board) met.", "HSB", "Harbor Safety Board"],
		["in the plural", "electric delivery vans (EDVs)", "EDV", "electric delivery vans"],
		["with small words", "the Bank of North Reach (BoNR)", "BoNR", "Bank of North Reach"],
		[
			"with letters within words",
			"a Metropolitan Transport Union (MetTU)",
			"MetTU",
			"Metropolitan Transport Union",
		],
		["with hyphens", "water-cooled storage units (WSU)", "WSU", "water-cooled storage units"],
		["with digits", "the Helix Array 7 (HA7)", "HA7", "Helix Array 7"],
		[
			"by the shortest words that fit",
			"The board has hired Sam Best, Harbor Safety Board (HSB)",
			"HSB",
			"Harbor Safety Board",
		],
	])("%s", (_, text, short, long) => {
		expect([...acronymsIn([text])]).toEqual([[short, [long]]]);
	});

	test.each([
		["an aside", "The mayor (elected in May) spoke."],
		["a party and state", "Senator Dana Minter (D-Minn.) voted."],
		["an outlet", "He left on Monday (The Tribune)."],
		["letters that begin no words", "PREHISTORIC NEWTS (TRITON)"],
		["one word", "Kilometers (KM)"],
		["words of the line above", "Harbor Safety\nBoard (HSB)"],
		["initials that nothing explains", "(HSB) opened."],
	])("but not %s", (_, text) => {
		expect(acronymsIn([text]).size).toBe(0);
	});

	test("once for each long form", () => {
		const texts = ["Port Aid Fund (PAF)", "the port aid fund (PAF)", "Polar Air Force (PAF)"];
		expect(acronymsIn(texts).get("PAF")).toEqual(["Port Aid Fund", "Polar Air Force"]);
	});
});

test("countries' short names are known", () => {
	expect(REGION_ACRONYMS.get("US")).toEqual(["United States"]);
	expect(REGION_ACRONYMS.get("UK")).toEqual(["United Kingdom"]);
	expect(REGION_ACRONYMS.has("Hong Kong")).toBe(false);
});

test("a finder gives the short form of what is written in full", () => {
	const find = shortFormFinder(
		new Map([
			["IoT", ["Internet of Things"]],
			["HSB", ["Harbor Safety Board"]],
			["WHO", ["World Health Organization"]],
		]),
	);
	expect(find(stems("Internet of things: the harbor safety boards"))).toEqual([
		...stems("IoT"),
		...stems("HSB"),
	]);
	expect(find(stems("things of the internet"))).toEqual([]);
	// Its short form is a stop word, by which nothing is found.
	expect(find(stems("World Health Organization"))).toEqual([]);
});
