import { expect, it } from "vitest";
import { answerQuestion } from "../../src/answers/ask.ts";
import { storyOf } from "./stories.ts";

const story = storyOf([
	"Harbor Herald",
	"2031-05-06",
	`The driver, whom police named as 61-year-old Olav T. Brekke, left the ferry before the crash, they said.

Mara Lunde, 47, lives near the quay and saw the driver run from the crash.

The 32-year-old ferry Ellen was towed to a yard, where a mechanic waited.`,
]);

it.each([
	["How old is the driver?", "found", "61-year-old"],
	["how old was Olav Brekke?", "found", "61-year-old"],
	["How old is Mara Lunde?", "found", "47"],
	["how old is the ferry?", "found", "32-year-old"],
	["How old is the mechanic?", "not-covered", "does not say"],
	["How old is the quay?", "not-covered", "does not say"],
])("%s %s", (question, kind, words) => {
	const answer = answerQuestion(story, question);
	const shown = [answer.text, ...answer.excerpts.map(({ text }) => text)].join("\n");
	expect([answer.kind, shown.includes(words)]).toEqual([kind, true]);
});
