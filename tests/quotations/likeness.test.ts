import { describe, expect, test } from "vitest";
import {
	bestStretch,
	likeness,
	readContent,
	readLexicon,
	similarity,
} from "../../src/quotations/likeness.ts";

const lexicon = readLexicon([
	"The harbor of artificial intelligence (AI) is busy.",
	"The harbor needs new cranes and deeper water.",
	"Sensors of the Internet of Things (IoT) watch the harbor.",
	"Ships wait outside the harbor for days.",
]);

describe("readLexicon", () => {
	test("weighs rare words more, and unknown ones most", () => {
		expect(lexicon.weightOf("harbor")).toBeLessThan(lexicon.weightOf("crane"));
		expect(lexicon.weightOf("nowhere")).toBe(1);
	});

	test("knows the abbreviations that are spelled out", () => {
		expect(lexicon.abbreviations.map(({ alias }) => alias)).toEqual(["AI", "IoT"]);
	});
});

describe("readContent", () => {
	test("reads a spelled-out name as its abbreviation, once", () => {
		const words = readContent("Artificial intelligence (AI) moves ships", lexicon.abbreviations);
		expect(words.map(({ stem }) => stem)).toEqual(["ai", "move", "ship"]);
	});

	test("tells names by their capital", () => {
		const words = readContent("Rotterdam grows", lexicon.abbreviations);
		expect(words.map(({ capital }) => capital)).toEqual([true, false]);
	});
});

describe("similarity", () => {
	test.each([
		["AI moves the ships", "artificial intelligence moves the ships"],
		["deeper water", "deeper water"],
	])("is 1 for %s / %s", (a, b) => {
		expect(similarity(a, b, lexicon)).toBeCloseTo(1);
	});

	test.each([
		["continents trade", "continental trade", "continents trade", "cranes trade"],
		["the opposite path", "the opposite trajectory", "the opposite path", "the opposite crane"],
		[
			"ships began to wait",
			"ships started to wait",
			"ships began to wait",
			"ships refused to wait",
		],
	])("%s is nearer to %s than to another", (a, b, c, d) => {
		expect(similarity(a, b, lexicon)).toBeGreaterThan(similarity(c, d, lexicon));
	});

	test("is 0 for words that have nothing in common, and for none", () => {
		expect(similarity("deeper water", "seven goats", lexicon)).toBe(0);
		expect(similarity("", "", lexicon)).toBe(0);
	});

	test("is the same both ways", () => {
		const [a, b] = ["new cranes for the harbor", "the harbor bought cranes"];
		expect(similarity(a, b, lexicon)).toBe(similarity(b, a, lexicon));
	});
});

describe("likeness", () => {
	test("counts the same words, and those of them that are no names", () => {
		const [a, b] = ["Rotterdam needs deeper water", "Rotterdam got deeper water"].map(text =>
			readContent(text, []),
		);
		expect(likeness(a ?? [], b ?? [], lexicon)).toMatchObject({ same: 3, common: 2 });
	});

	test("finds two heavy words side by side, in either order, unless both are names", () => {
		const pair = (a: string, b: string): number =>
			likeness(readContent(a, []), readContent(b, []), lexicon).pair;
		expect(pair("deeper water", "water deeper than ever")).toBeGreaterThan(1);
		expect(pair("deeper water", "deeper cranes, ice, and water")).toBe(0);
		expect(pair("United States", "the United States")).toBe(0);
	});
});

describe("bestStretch", () => {
	const wanted = readContent("new cranes and deeper water", []);

	test("finds the words that cover a wording in a long sentence", () => {
		const sentence =
			"After years of talk about roads, rail, pilots, customs, tariffs, strikes, ice and fog the port will get cranes in deeper water.";
		const stretch = bestStretch(wanted, readContent(sentence, []), lexicon);
		expect(sentence.slice(stretch?.start, stretch?.end)).toBe("cranes in deeper water");
	});

	test("gives null where fewer than two of the words stand", () => {
		expect(bestStretch(wanted, readContent("The cranes are old.", []), lexicon)).toBeNull();
	});
});
