import { describe, expect, it, test } from "vitest";
import { answerQuestion } from "../../src/answers/ask.ts";
import { tellsDoneToMany } from "../../src/answers/deed-held.ts";
import { storyOf } from "./stories.ts";

const story = storyOf(
	[
		"Harbor Herald",
		"2031-05-06",
		"Bolt Works has 80 employees. The police arrested 12 strikers at its gate on Monday.",
	],
	["Coast Echo", "2031-05-06", "The 80 employees of Bolt Works fear for their pensions."],
);

describe("tellsDoneToMany", () => {
	test.each([
		["How many employees will be dismissed?", "Bolt Works has 80 employees.", false],
		["How many employees will be dismissed?", "Bolt Works fires 20 employees.", true],
		["How many strikers were arrested?", "The police detained 12 strikers.", true],
		["How many jobs were lost?", "The number of jobs fell by 4,000.", true],
		["How many employees are there?", "Bolt Works has 80 employees.", true],
	])("%j by %j: %j", (text, sentence, expected) => {
		expect(tellsDoneToMany(story, { text })(sentence)).toBe(expected);
	});
});

describe("how many something was done to", () => {
	it("is not told by how many there are", () => {
		const question = "How many employees of Bolt Works will be dismissed?";
		expect(answerQuestion(story, question).kind).toBe("not-covered");
	});

	it("is told where it is done", () => {
		expect(answerQuestion(story, "How many strikers were arrested?").text).toContain("12");
	});
});
