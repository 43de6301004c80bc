import { describe, expect, test } from "vitest";
import type { AnswerKind } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/answers/ask.ts";
import { namesThingOf } from "../../src/answers/named-thing.ts";
import { storyOf } from "./stories.ts";

const story = storyOf(
	["Harbor Herald", "2031-05-06", "The Selm pension fund will be exhausted in 2044."],
	["Coast Echo", "2031-05-06", "By 2044 the Selm pension fund will be exhausted, a clerk said."],
);

describe("namesThingOf", () => {
	test.each<readonly [question: string, label: string, may: boolean]>([
		["Which year does the Norland pension fund run out?", "year Selm pension fund runs out", false],
		["Which year does the Norland pension fund run out?", "year Selm Pension Fund runs out", false],
		["Which year does the Selm pension fund run out?", "year Selm pension funds run out", true],
		["Which year does the pension fund run out?", "year Selm pension fund runs out", true],
		["Which year does the Norland pension fund run out?", "year pension fund runs out", true],
		["When were Chinese imports cut?", "day China imports were cut", true],
	])("%s, %s: %s", (question, label, may) => {
		expect(namesThingOf(story, question)(label)).toBe(may);
	});
});

test.each<readonly [question: string, kind: AnswerKind]>([
	["In what year will the Selm pension fund be exhausted?", "found"],
	["In what year will the Norland pension fund be exhausted?", "not-covered"],
])("%s %s", (question, kind) => {
	expect(answerQuestion(story, question).kind).toBe(kind);
});
