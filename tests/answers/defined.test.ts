import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../src/answers/ask.ts";
import { storyOf } from "./stories.ts";

const story = storyOf(
	[
		"Harbor Herald",
		"2031-05-06",
		`Shipping is booming in Ellen. The draft, the depth of a ship below the water, limits which port it can enter.

A pilot is a person who guides ships. The draft of the Ada is nine meters.`,
	],
	["Coast Echo", "2031-05-06", "The draft is a problem for Ellen, where shipping is booming."],
);

describe("a question what a thing is", () => {
	it.each([
		["What is a draft?", "The draft, the depth of a ship below the water"],
		["whats a pilot", "A pilot is a person who guides ships."],
	])("%s is answered by a sentence that says so", (question, sentence) => {
		const answer = answerQuestion(story, question);
		expect([answer.kind, answer.text]).toEqual(["found", expect.stringContaining(sentence)]);
	});

	it("is left to other answers where no sentence says so", () => {
		expect(answerQuestion(story, "What is a turbine?").kind).toBe("not-covered");
	});
});
