import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../src/answers/ask.ts";
import { bridgeStory, storyOf } from "./stories.ts";

const story = storyOf(
	["Harbor Herald", "2031-05-06", "The regatta drew 4,300 spectators to the quay on Sunday."],
	["Coast Echo", "2031-05-06", "The regatta drew about 4,000 spectators to the quay on Sunday."],
	["Daily Lantern", "2031-05-06", "Some 5,200 spectators saw the regatta at the quay on Sunday."],
);

describe("which outlet has the highest figure", () => {
	it("is told by what each prints", () => {
		const { text } = answerQuestion(
			story,
			"Which outlet gives the highest number of spectators of the regatta?",
		);
		expect(text).toMatch(/highest of what is printed \(computed\) is “.*5,200” \(Daily Lantern\)/u);
	});

	it("is the other end for the lowest", () => {
		const { text } = answerQuestion(
			story,
			"Which paper puts the number of spectators of the regatta lowest?",
		);
		expect(text).toMatch(/lowest of what is printed \(computed\) is “about 4,000” \(Coast Echo\)/u);
	});

	it("is nobody where all print one value", () => {
		const same = storyOf(
			["Harbor Herald", null, "The regatta drew 4,300 spectators to the quay."],
			["Coast Echo", null, "The regatta drew 4,300 spectators to the quay."],
		);
		const { text } = answerQuestion(
			same,
			"Which outlet gives the highest number of spectators of the regatta?",
		);
		expect(text).toContain("no outlet prints another value than “4,300”");
	});

	it("is not covered where no figure fits", () => {
		const question = "Which outlet puts the cost of the fireworks highest?";
		expect(answerQuestion(bridgeStory, question).kind).toBe("not-covered");
	});
});
