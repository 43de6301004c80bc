import { describe, expect, test } from "vitest";
import { narrowStory } from "../../src/answers/narrow.ts";
import { findOutlets } from "../../src/answers/outlets-named.ts";
import { bridgeStory, storyOf } from "./stories.ts";

const story = storyOf(
	["BBC News", null, "The river rose by two meters."],
	["The Guardian", null, "The river rose by two meters."],
	["Wired", null, "The river rose by three meters."],
	["Weir Blog (7)", null, "The river rose."],
	["The Upper River Journal", null, "The river fell."],
	["ABCMoney", null, "The river fell."],
);

describe("findOutlets", () => {
	test.each([
		["What does BBC News say?", ["BBC News"], "What does   say?"],
		["what does bbc news say?", ["BBC News"], "what does   say?"],
		["What does the BBC say?", ["BBC News"], "What does the   say?"],
		["The BBC's figure", ["BBC News"], "The   figure"],
		["What do the Guardian and Wired say?", ["The Guardian", "Wired"], "What do   and   say?"],
		["Does Guardian differ?", ["The Guardian"], "Does   differ?"],
		["Does Weir Blog (7) say so?", ["Weir Blog (7)"], "Does   say so?"],
		["Does Weir Blog say so?", ["Weir Blog (7)"], "Does   say so?"],
		["what does bbc say?", ["BBC News"], "what does   say?"],
		["do urj and abc differ?", ["The Upper River Journal", "ABCMoney"], "do   and   differ?"],
		["How high is it according to the BBC?", ["BBC News"], "How high is it    ?"],
		["How is the sluice wired?", [], "How is the sluice wired?"],
		["How weird is it?", [], "How weird is it?"],
		["BBCnews", [], "BBCnews"],
		[
			"Who besides Wired has it?",
			["BBC News", "The Guardian", "Weir Blog (7)", "The Upper River Journal", "ABCMoney"],
			"Who besides   has it?",
		],
		[
			"Who other than the BBC has it?",
			["The Guardian", "Wired", "Weir Blog (7)", "The Upper River Journal", "ABCMoney"],
			"Who other than the   has it?",
		],
	])("%j names %j", (text, outlets, rest) => {
		expect(findOutlets(story, text)).toEqual({ outlets, rest });
	});
});

describe("an outlet whose name is what the story is about", () => {
	const deal = storyOf(
		["Acme (press release)", null, "Acme buys Bolt for $40 million."],
		["Ledger", null, "Acme pays $40 million for Bolt."],
		["Courier", null, "Bolt goes to Acme for $40 million."],
	);
	test.each([
		["How much did Acme pay for Bolt?", []],
		["What does the Acme (press release) say?", ["Acme (press release)"]],
	])("%j names %j", (text, outlets) => {
		expect(findOutlets(deal, text).outlets).toEqual(outlets);
	});
});

describe("narrowStory", () => {
	const narrow = narrowStory(bridgeStory, ["Harbor Herald"]);

	test("keeps the reports of its outlets only, each in exactly one position", () => {
		for (const claim of narrow.claims) {
			expect(claim.reports.every(({ outlet }) => outlet === "Harbor Herald")).toBe(true);
			const placed = claim.positions.flatMap(({ reports }) => reports).toSorted((a, b) => a - b);
			expect(placed).toEqual(claim.reports.map((_, index) => index));
			expect(claim.silent).toEqual([]);
		}
	});

	test("takes a claim that only one reports for no agreement", () => {
		expect(
			new Set(
				narrow.claims.filter(({ kind }) => kind === "figure").map(({ agreement }) => agreement),
			),
		).toEqual(new Set(["single"]));
	});

	test("has the checks point to reports that are left", () => {
		const both = narrowStory(bridgeStory, ["Harbor Herald", "Coast Echo"]);
		for (const { checks, reports } of both.claims) {
			expect(checks.flatMap(check => check.reports).every(index => index < reports.length)).toBe(
				true,
			);
		}
	});

	test("knows the outlets that report none as silent", () => {
		const two = narrowStory(bridgeStory, ["Harbor Herald", "Wired Bay"]);
		const cost = two.claims.find(({ label }) => label === "new harbor bridge costs");
		expect(cost?.silent).toEqual(["Wired Bay"]);
	});
});
