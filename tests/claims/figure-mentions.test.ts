import { describe, expect, test } from "vitest";
import {
	type FigureMention,
	movedFrom,
	printedWithQualifier,
	readFigureMentions,
} from "../../src/claims/figure-mentions.ts";
import { readForClaims } from "../../src/claims/reading.ts";
import { coverageOf } from "./coverage.ts";

function mentionsIn(
	body: string,
	published: string | null = "2031-03-05",
): readonly FigureMention[] {
	return readForClaims(coverageOf(["Herald", body, { published }])).flatMap(readFigureMentions);
}

function mentionOf(body: string, words: string): FigureMention | undefined {
	return mentionsIn(body).find(({ figure }) => figure.text === words);
}

describe("readFigureMentions", () => {
	test.each([
		["The rate fell from 6.4% to 6.1%.", "6.4%", "before"],
		["The rate fell from 6.4% to 6.1%.", "6.1%", "actual"],
		["Economists had forecast a gain of 90 jobs.", "90", "expected"],
		["A gain of 90 jobs had been expected.", "90", "expected"],
		["Employers added 150 jobs, far above what economists expected.", "150", "actual"],
		["Employers added 150 jobs.", "150", "actual"],
	])("%s %s is %s", (body, words, outlook) => {
		expect(mentionOf(body, words)?.outlook).toBe(outlook);
	});

	test.each([
		["The town had 900 boats in 2029.", "900", "2029"],
		["On Monday it had 900 boats.", "900", "2031-03-03"],
		["The town has 900 boats.", "900", null],
		["Some 900 boats are expected on Monday.", "900", "2031-03-10"],
		["It expects 20 millimetres of rain by Saturday.", "20 millimetres", "2031-03-08"],
		["It will pay 20% above Monday's close.", "20%", "2031-03-03"],
	])("%s %s is of %s", (body, words, asOf) => {
		expect(mentionOf(body, words)?.asOf).toBe(asOf);
	});

	test.each([
		["The ferry carried 5,310 passengers in May.", null],
		["The ferry carried 5,310 passengers in April.", null],
		["The ferry carried 5,310 passengers in the second quarter.", null],
		["The ferry carried 5,310 passengers in February.", "2026-02"],
		["The ferry carried 5,310 passengers in May 2024.", "2024-05"],
		["The ferry carried 5,310 passengers on 3 May.", "2026-05-03"],
		["The ferry carried 5,310 passengers on Monday.", "2026-04-13"],
	])("undated among others of April: %s", (body, asOf) => {
		const texts = coverageOf(
			["Herald", body],
			["Wire", "The pier is old.", { published: "2026-04-14" }],
		);
		const [mention] = readForClaims(texts).flatMap(readFigureMentions);
		expect(mention?.asOf).toBe(asOf);
	});

	test.each([
		["The fire killed 12 people and injured 30.", "12", "killed"],
		["The fire killed 12 people and injured 30.", "30", "injured"],
		["Gusts of 150 km/h were measured.", "150 km/h", "wind"],
		["The choir sang 12 songs.", "12", undefined],
	])("%s %s: %s", (body, words, name) => {
		expect(mentionOf(body, words)?.predicate?.name).toBe(name);
	});

	test("has the figures that stand beside one", () => {
		const body = "The fire killed 12 people and injured 30.";
		expect(mentionOf(body, "12")?.beside.map(({ text }) => text)).toEqual(["30"]);
	});

	test("credits whom the sentence names, and knows where", () => {
		const mention = mentionOf("Harbor Research expects 900 boats.", "900");
		expect(mention?.attribution).toEqual({ source: "Harbor Research", cue: "expects" });
		expect(mention?.credits).toEqual([{ start: 0, end: "Harbor Research".length }]);
	});

	test("a sentence that leans on the one before it shares its words", () => {
		const stems = (body: string) => mentionOf(body, "900")?.context.map(({ stem }) => stem);
		expect(stems("A barrage is planned. It will cost the town 900 trees.")).toContain("barrag");
		expect(stems("A barrage is planned. Workers will fell 900 trees.")).not.toContain("barrag");
		expect(stems("A barrage is planned.\n\nIt will cost the town 900 trees.")).not.toContain(
			"barrag",
		);
	});

	test("a section's heading shares its words with what stands under it", () => {
		const mention = mentionOf("## Tidal barrage\n\nWorkers will fell 900 trees.", "900");
		const weights = new Map(mention?.context.map(({ stem, weight }) => [stem, weight]));
		expect(weights.get("barrag")).toBeCloseTo(0.2);
		expect(weights.get("tree")).toBeGreaterThan(0.5);
	});

	test("leaves furniture and the article out", () => {
		expect(mentionsIn("Share this article\n\nA man bought one boat.")).toEqual([]);
	});
});

describe("printedWithQualifier", () => {
	test.each([
		["The town had over 900 boats.", "900", "over 900"],
		["The town had 900 or so boats.", "900", "900 or so"],
		["The town had no more than 900 boats.", "900", "no more than 900"],
		["The town had 900 at most.", "900", "900 at most"],
		["The barrage costs $900-plus.", "$900", "$900-plus"],
		["The barrage costs $900 plus $40 of tax.", "$900", "$900"],
		["The town had 900 boats.", "900", "900"],
	])("%s: %s", (body, words, printed) => {
		const mention = mentionOf(body, words);
		expect(mention === undefined ? null : printedWithQualifier(mention)).toBe(printed);
	});
});

describe("movedFrom", () => {
	test.each([
		["The town had 900 boats, down from about 950.", "950", "before"],
		["The town had 900 boats, far from 950 berths.", "950", "actual"],
	])("%s %s is %s", (body, words, outlook) => {
		const mention = mentionOf(body, words);
		expect(mention?.outlook).toBe(outlook);
		expect(movedFrom(body, mention?.figure ?? { start: 0, end: 0 })).toBe(outlook === "before");
	});
});
