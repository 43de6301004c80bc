import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { longestRun, sharedMeaning } from "../../../src/claims/checks/alike.ts";
import {
	digits,
	isTelling,
	meet,
	reachOf,
	signedPercent,
	withoutScale,
} from "../../../src/claims/checks/computed.ts";
import { oppositeOf, senseOf } from "../../../src/claims/checks/opposites.ts";
import { groupBy, listOf, outletName, quoted } from "../../../src/claims/checks/phrases.ts";
import { readPredications } from "../../../src/claims/checks/predications.ts";
import { extractFigures } from "../../../src/figures/extract.ts";

describe("listOf", () => {
	it.each([
		[[], ""],
		[["A"], "A"],
		[["A", "B"], "A and B"],
		[["A", "B", "A", "C"], "A, B and C"],
	])("%j is %j", (names, list) => {
		expect(listOf(names)).toBe(list);
	});
});

describe("quoted", () => {
	it.each([
		["“a bridge,”", "“a bridge”"],
		['a "new" bridge', "“a 'new' bridge”"],
		[" a\n bridge;", "“a bridge”"],
	])("%j is %j", (words, marked) => {
		expect(quoted(words)).toBe(marked);
	});
});

describe("outletName", () => {
	it("names the card that a report stands in", () => {
		expect(outletName({ outlet: "Daily Post", via: null })).toBe("Daily Post");
		expect(outletName({ outlet: "Daily Post", via: "Star" })).toBe(
			"Daily Post (in a card of Star)",
		);
	});
});

describe("groupBy", () => {
	it("keeps every item, in groups of one key", () => {
		fc.assert(
			fc.property(fc.array(fc.integer()), items => {
				const groups = groupBy(items, item => String(item % 3));
				expect(groups.flat().toSorted()).toEqual(items.toSorted());
				for (const group of groups) expect(new Set(group.map(item => item % 3)).size).toBe(1);
			}),
		);
	});
});

describe("computed numbers", () => {
	it.each([
		[
			[25e9, 119e9],
			["25", "119"],
		],
		[
			[75_000, 100_000],
			["75,000", "100,000"],
		],
		[
			[1.5e6, 12e6],
			["1.5", "12"],
		],
		[
			[900_000, 2e6],
			["900,000", "2,000,000"],
		],
	])("%j without the scale they share are %j", (values, words) => {
		expect(withoutScale(values)).toEqual(words);
	});

	it.each([
		[376, "+376%"],
		[-4.54, "−4.5%"],
		[10.4, "+10%"],
		[0, "+0%"],
	])("%d percent is %s", (percent, words) => {
		expect(signedPercent(percent)).toBe(words);
	});

	it("are written with separators", () => {
		expect(digits(1234.5678)).toBe("1,234.568");
	});

	it.each([
		["It costs $25 billion.", [24.5e9, 25.5e9]],
		["It costs about $25 billion.", [23.75e9, 26.25e9]],
		["It costs over $25 billion.", null],
		["It costs between $2 and $3 billion.", null],
	])("%s reaches %j", (sentence, reach) => {
		const [figure] = extractFigures(sentence);
		expect(figure && reachOf(figure)).toEqual(reach);
	});

	it("of a printed number reach to the number itself, and meet themselves", () => {
		fc.assert(
			fc.property(fc.integer({ min: 11, max: 999 }), value => {
				const [figure] = extractFigures(`It costs $${value} million.`);
				const reach = figure ? reachOf(figure) : null;
				expect(reach).not.toBeNull();
				if (reach === null) return;
				expect(reach[0]).toBeLessThanOrEqual(value * 1e6);
				expect(reach[1]).toBeGreaterThanOrEqual(value * 1e6);
				expect(meet(reach, reach)).toBe(true);
				expect(meet(reach, [reach[1] + 1e6, reach[1] + 2e6])).toBe(false);
			}),
		);
	});

	it.each([
		[2, null, false],
		[2, "USD", true],
		[2, "percent", true],
		[12, "person", true],
		[null, null, false],
		[[2, 3] as const, null, true],
	])("%j %s is rarely met by chance: %s", (value, unit, telling) => {
		expect(isTelling({ value, unit })).toBe(telling);
	});
});

describe("sharedMeaning", () => {
	const abbreviations = [{ alias: "AI", name: "artificial intelligence" }];

	it("takes near words and abbreviations for one another", () => {
		expect(
			sharedMeaning(
				"AI may take that path",
				"artificial intelligence may take that trajectory",
				abbreviations,
			),
		).toBe(1);
		expect(sharedMeaning("a red bridge", "the price of fish", abbreviations)).toBe(0);
		expect(sharedMeaning("", "fish", abbreviations)).toBe(0);
	});

	it("is the lesser share of the two", () => {
		expect(sharedMeaning("red bridge", "red bridge over cold water", [])).toBe(0.5);
	});
});

describe("longestRun", () => {
	it.each([
		["a b c", "x b c y", 2],
		["a b", "c d", 0],
		["", "a", 0],
	])("%j and %j share %d words in a row", (a, b, length) => {
		expect(longestRun(a.split(" ").filter(Boolean), b.split(" "))).toBe(length);
	});
});

describe("senseOf", () => {
	it.each([
		["concentration", "decentralised"],
		["rises", "fell"],
		["supports", "opposed"],
		["accelerating", "slowed"],
		["reopened", "shut"],
	])("%s is the opposite of %s", (one, other) => {
		const [first, second] = [senseOf(one), senseOf(other)];
		expect(first).not.toBeNull();
		expect(second).toBe(first === null ? null : oppositeOf(first));
	});

	it.each(["fallacy", "river", "supporter", "opening"])("%s has none", word => {
		expect(senseOf(word)).toBeNull();
	});
});

describe("readPredications", () => {
	const said = (sentence: string) =>
		readPredications(sentence, []).map(({ text, subject, strength, past }) => ({
			text,
			subject,
			strength,
			past,
		}));

	it.each([
		[
			"Small models could close the wide gap.",
			[{ text: "could close the wide gap", subject: "model", strength: "could", past: false }],
		],
		[
			"Small models are closing the gap between them.",
			[{ text: "are closing the gap", subject: "model", strength: "is", past: false }],
		],
		[
			"The firm sold a branch.",
			[{ text: "sold a branch", subject: "firm", strength: "is", past: true }],
		],
		[
			"The firm has closed a branch.",
			[{ text: "has closed a branch", subject: "firm", strength: "is", past: true }],
		],
	])("reads %s", (sentence, predications) => {
		expect(said(sentence)).toEqual(predications);
	});

	it.each([
		"Could models close the gap?",
		"If models close the gap, fine.",
		"They close the gap.",
		"The bridge is red.",
	])("reads nothing of %s", sentence => {
		expect(said(sentence)).toEqual([]);
	});
});
