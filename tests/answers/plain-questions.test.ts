import { expect, test } from "vitest";
import type { AnswerKind } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/answers/ask.ts";
import { storyOf } from "./stories.ts";

// 6 May 2031 is a Tuesday.
const story = storyOf(
	[
		"Harbor Herald",
		"2031-05-06",
		`The Selm index fell 617 points, its biggest one-day loss of the year.

Mayor Ruth Okafor ordered office furniture for the new hall on Friday. "The harbor talks are a farce," Okafor said. Okafor said that a trade fair would open in May.`,
	],
	[
		"Coast Echo",
		"2031-05-06",
		`Ruth Okafor took office in 2027. She runs Brandhavn.

The harbor AI market will be worth $40 million in 2034. Growth of 300 percent is forecast for the harbor AI market.`,
	],
);

test.each<readonly [question: string, kind: AnswerKind, told: RegExp]>([
	["How much did the Selm index fall on Tuesday?", "found", /617/u],
	[
		"How much did the Selm index fall on Friday?",
		"not-covered",
		/no outlet prints this for Friday/u,
	],
	["How big will the harbor AI market be in 2034?", "found", /: “\$40 million”/u],
	[
		"How big will the harbor machine learning industry be in the early 2030s?",
		"found",
		/\$40 million/u,
	],
	["When did Okafor take office?", "found", /2027/u],
	["What did Okafor call the harbor talks?", "found", /farce/u],
	["What did Okafor call the trade talks?", "not-covered", /No outlet has Okafor say this/u],
])("%s %s", (question, kind, told) => {
	const answer = answerQuestion(story, question);
	expect(answer.kind).toBe(kind);
	expect(answer.text).toMatch(told);
});
