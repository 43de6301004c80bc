import { describe, expect, it, test } from "vitest";
import { answerQuestion } from "../../src/answers/ask.ts";
import { canBeShare, tellsOfMeasure } from "../../src/answers/measure-held.ts";
import { storyOf } from "./stories.ts";

describe("tellsOfMeasure", () => {
	test.each([
		["How much profit did Acme make?", "Acme earned $3 million.", true],
		["How much profit did Acme make?", "Acme costs $3 million.", false],
		["What was the revenue of Acme?", "Acme had sales of $9 million.", true],
		["How much debt does Acme have?", "Acme owes $9 million.", true],
		["How much debt does Acme have?", "Acme has 40 employees.", false],
		["How much did Acme pay?", "Acme paid $9 million.", true],
	])("%j by %j: %j", (text, told, expected) => {
		expect(tellsOfMeasure({ want: "amount", text })(told)).toBe(expected);
	});
});

describe("canBeShare", () => {
	test.each([
		["What share of the boats sank?", "30 percent of the boats sank.", true],
		["What share of the boats sank?", "30 percent tax on the boats.", false],
		["What is the tax on boats?", "30 percent tax on the boats.", true],
	])("%j by %j: %j", (text, told, expected) => {
		expect(canBeShare({ text })(told, "30 percent".length)).toBe(expected);
	});
});

describe("a question after money of one kind", () => {
	const story = storyOf(
		["Harbor Herald", "2031-05-06", "Bolt Works was sold for $40 million to Acme last year."],
		["Coast Echo", "2031-05-06", "Acme paid $40 million for Bolt Works last year."],
	);

	it("is not answered with money of another", () => {
		const question = "How much profit did Bolt Works make last year?";
		expect(answerQuestion(story, question).kind).toBe("not-covered");
	});
});
