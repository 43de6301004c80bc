import { describe, expect, test } from "vitest";
import { answerClaim, claimInWords } from "../../src/answers/claim.ts";
import { bridgeStory, seedStory, storyOf } from "./stories.ts";

describe("answerClaim", () => {
	test("shows how the outlets' figures differ before a statement that has them in its sentences", () => {
		const story = storyOf(
			[
				"Quay Herald",
				"2031-05-06",
				"The new footbridge at Ellen will cost $100,000, the port authority said.",
			],
			[
				"Mole Gazette",
				"2031-05-06",
				"The port authority put the cost of the new footbridge at $120,000.",
			],
		);
		const answer = answerClaim(story, "footbridge cost");
		expect(answer.kind).toBe("differ");
		expect(answer.text).toContain("“$120,000” (Mole Gazette)");
	});

	test.each([
		[
			"signatures",
			"signatures against the bridge: “9,300”. Only Daily Lantern of 4 outlets reports it.",
		],
		[
			"new harbor bridge costs",
			"new harbor bridge costs: “$480 million”. Reported by 2 of 4 outlets: Harbor Herald and Coast Echo.",
		],
		[
			"who Mara Ellison is",
			"who Mara Ellison is: “City engineer Mara Ellison”. Reported by 2 of 4 outlets: Harbor Herald and Coast Echo.",
		],
		[
			"volcano",
			"The coverage does not say. Nothing that answers this was found in the 4 articles of 4 outlets held on “Story”.",
		],
	])("%j: %s", (text, words) => {
		const answer = answerClaim(bridgeStory, text);
		expect(answer.text).toBe(words);
		expect(answer.question).toBe(text);
	});

	test("gives each outlet its own words where they round one value", () => {
		const story = storyOf(
			["Quay Herald", "2031-05-06", "The Selm index fell 617 points on Tuesday."],
			["Mole Gazette", "2031-05-06", "The Selm index fell more than 600 points on Tuesday."],
			["Pier Echo", "2031-05-06", "The Selm index fell more than 600 points, a dealer said."],
			["Coast Echo", "2031-05-06", "The Selm index fell nearly 700 points on Tuesday."],
		);
		const claim = story.claims.find(({ agreement }) => agreement === "differ");
		const text = claim === undefined ? "" : claimInWords(story, claim);
		expect(text).toContain("“more than 600” (Mole Gazette and Pier Echo; as “617” Quay Herald)");
		expect(text).toContain("“nearly 700” (Coast Echo)");
	});

	test("gives the numbers that a round one stands for", () => {
		const story = storyOf(
			["Quay Herald", "2031-05-06", "The new bridge at Selm cost $118.7 million to build."],
			["Mole Gazette", "2031-05-06", "The new bridge at Selm cost $119 million to build."],
		);
		const claim = story.claims.find(({ kind }) => kind === "figure");
		expect(claim === undefined ? "" : claimInWords(story, claim)).toMatch(
			/“\$118\.7 million” \(as “\$119 million” Mole Gazette\)\. Reported by 2 of 2 outlets/u,
		);
	});

	test("gives a date in its most exact words", () => {
		const story = storyOf(
			["Quay Herald", "2031-05-06", "The Selm yard was founded 44 years ago."],
			["Mole Gazette", "2031-05-06", "The Selm yard was founded in 1987."],
		);
		const claim = story.claims.find(({ kind }) => kind === "date");
		expect(claim === undefined ? "" : claimInWords(story, claim)).toBe(
			"year Selm yard was founded: “1987”. Reported by 2 of 2 outlets: Quay Herald and Mole Gazette.",
		);
	});

	test("says of a statement that outlets speak of it", () => {
		const { text, claims } = answerClaim(bridgeStory, "Fishermen fear");
		expect(claims[0]?.kind).toBe("statement");
		expect(text).toMatch(/^Fishermen fear.*\. Only Coast Echo of 4 outlets speaks of it\.$/);
	});

	test("shows positions with their sentences, who is silent and the checks", () => {
		const answer = answerClaim(seedStory, "edge AI market, 2033");
		expect(answer.sections.map(({ heading }) => heading)).toEqual([
			"“$119 billion”: 5 outlets, 4 of them resting on one forecast by Grand View Research",
		]);
		expect(answer.silent).toEqual([]);
		expect(answer.checks.map(({ text }) => text).join(" ")).toContain("+376%");
	});

	test("finds a claim by its id", () => {
		for (const claim of bridgeStory.claims) {
			expect(answerClaim(bridgeStory, claim.id).claims).toEqual([claim]);
		}
	});

	test("offers figures and quotations before statements", () => {
		const { choices: all } = answerClaim(bridgeStory, "bridge");
		const choices = all.slice(0, -1);
		const kinds = choices.map(
			({ label }) => bridgeStory.claims.find(claim => claim.label === label)?.kind,
		);
		const telling = ["figure", "quotation", "date", "attribution", "statement"];
		const ranks = kinds.map(kind => telling.indexOf(kind ?? ""));
		expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
		expect(ranks.length).toBeGreaterThan(2);
		expect(
			choices.every(({ command, values }) => command === "claim" && values["text"] !== ""),
		).toBe(true);
		expect(all.at(-1)).toMatchObject({ label: "This looks wrong", command: "flag" });
	});
});
