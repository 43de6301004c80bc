import { describe, expect, test } from "vitest";
import { answerQuestion } from "../../src/answers/ask.ts";
import { answerClaim } from "../../src/answers/claim.ts";
import { answerComparison } from "../../src/answers/compare.ts";
import { copiesIn, independentOf } from "../../src/answers/copies.ts";
import { answerFigures } from "../../src/answers/figures.ts";
import { answerSource } from "../../src/answers/source.ts";
import { bridgeStory, seedStory, storyOf } from "./stories.ts";

const MINE = `OSLO (Reuters) - The copper mine at Norwick will close in May after forty years, and 450 workers will lose their jobs.

The owner blamed low prices and a flood that filled two of the lower shafts last autumn.

Unions plan to march through the valley on Saturday and want the state to buy the works.`;

const mineStory = storyOf(
	["Harbor Herald", "2031-05-06", MINE],
	["Coast Echo", "2031-05-06", MINE.replace("OSLO (Reuters) - ", "")],
	["Valley Voice", "2031-05-07", "In May, 450 workers of the Norwick copper mine lose their jobs."],
	[
		"Hill Radio",
		"2031-05-07",
		"A choir from the valley sang in the old town hall on Sunday evening.",
	],
);
const NOTE =
	"Harbor Herald and Coast Echo print nearly the same text, and do not confirm one another.";

describe("outlets that print nearly the same text", () => {
	test("are found in a story, and count as one", () => {
		const copies = copiesIn(mineStory);
		expect(copies).toEqual([["Harbor Herald", "Coast Echo"]]);
		expect(independentOf(["Harbor Herald", "Coast Echo", "Valley Voice"], copies)).toBe(2);
		expect(copiesIn(bridgeStory)).toEqual([]);
	});

	test("are told beside a count of outlets", () => {
		const answer = answerClaim(mineStory, "workers who lose their jobs");
		expect(answer.text).toContain(
			"3 of 4 outlets, 2 of them printing nearly the same text (Reuters): ",
		);
		expect(answer.sections.map(({ heading }) => heading)).toContainEqual(
			expect.stringContaining("3 outlets, 2 of them printing nearly the same text (Reuters)"),
		);
	});

	test.each([
		["/ask", answerQuestion(mineStory, "How many workers will lose their jobs at the mine?")],
		["/compare", answerComparison(mineStory, { outlets: [], topic: null })],
		["/figures", answerFigures(mineStory, null)],
	])("are told in a note of %s", (_, { notes }) => {
		expect(notes).toContain(NOTE);
	});

	test("are told of an outlet by name, with how much is the same", () => {
		expect(answerSource(mineStory, "Coast Echo").notes).toEqual([
			"Coast Echo shares its text with Harbor Herald, nearly the whole of it: 100% of the runs of five words of the shorter article stand in the other (computed).",
		]);
		expect(answerSource(mineStory, "Hill Radio").notes).toEqual([]);
	});

	test("make no majority of what one text has", () => {
		const copied = storyOf(
			["Harbor Herald", null, MINE],
			["Coast Echo", null, MINE],
			["Valley Voice", null, "A new school opens in the valley."],
			["Hill Radio", null, "A choir from the valley sang on Sunday evening."],
		);
		const headings = answerSource(copied, "Hill Radio").sections.map(({ heading }) => heading);
		expect(headings.filter(heading => heading.startsWith("Reported by most others"))).toEqual([]);
	});
});

describe("outlets that rest on one source", () => {
	test("are told beside a count of outlets", () => {
		const { text } = answerClaim(seedStory, "edge AI market, 2025");
		expect(text).toContain(
			"4 of 5 outlets, resting on one forecast by Grand View Research: Coinalertnews",
		);
	});

	test("are no copies", () => {
		expect(answerComparison(seedStory, { outlets: [], topic: null }).notes).toEqual([]);
	});
});
