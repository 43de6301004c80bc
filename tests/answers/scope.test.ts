import { describe, expect, test } from "vitest";
import type { AnswerKind } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/answers/ask.ts";
import { storyOf } from "./stories.ts";

const flood = storyOf(
	[
		"Ledger",
		"2031-09-15",
		`The flood killed 14 people in Brenna and injured 60, officials said.

In Oldport 120 millimeters of rain fell. On Monday 40 trains were cancelled.

The river rose at 30 centimeters per hour. The main dam is 52 meters tall and 80 years old.`,
	],
	[
		"Courier",
		"2031-09-15",
		"Fourteen people were killed in the flood at Brenna. In Oldport 120 millimeters of rain fell.",
	],
);

type Row = readonly [question: string, kind: AnswerKind, words: string];

const ROWS: readonly Row[] = [
	["How many people were killed?", "found", "14"],
	["What is the death toll?", "found", "14"],
	["How many people were injured?", "found", "60"],
	["How many people are missing?", "not-covered", "does not say"],
	["How many people were rescued?", "not-covered", "does not say"],
	["How many people were killed in Brenna?", "found", "14"],
	["How many people were killed in Oldport?", "not-covered", "does not say"],
	["How much rain fell in Oldport?", "found", "120 millimeters"],
	["How much rain fell in Brenna?", "not-covered", "does not say"],
	["How many trains were cancelled on Monday?", "found", "40"],
	[
		"How many trains were cancelled on Thursday?",
		"not-covered",
		"no outlet prints this for Thursday",
	],
	["How tall is the main dam?", "found", "52 meters"],
	["How old is the main dam?", "found", "80 years"],
	["How heavy is the main dam?", "not-covered", "does not say"],
	["How fast did the river rise?", "found", "30 centimeters per hour"],
];

describe("an answer to a question after an amount", () => {
	test.each(ROWS)("%s", (question, kind, words) => {
		const answer = answerQuestion(flood, question);
		expect({ kind: answer.kind, text: answer.text }).toMatchObject({ kind });
		expect(answer.text).toContain(words);
	});
});
