import { describe, expect, it } from "vitest";
import type { AnswerKind } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/answers/ask.ts";
import { storyOf } from "./stories.ts";

const story = storyOf(
	[
		"Harbor Herald",
		"2031-05-06",
		`Ferry fares and bus lines in Ellen kept the council busy. Ferry fares fell in April.

Bus lines are centralizing, the operators note. Toll income rose by a fifth. Tram builders added 90 workers. Markets plunged after the council answered Bergen by bridge tolls.`,
	],
	[
		"Coast Echo",
		"2031-05-06",
		`The council of Ellen debated ferry fares and bus lines. Ferry fares dropped again, and toll income slumped.

Bus lines are becoming more centralized. Forecasters had expected that ferry fares would rise. Bridge workers lost hours.`,
	],
);

type Row = readonly [question: string, kind: AnswerKind, said: string];

describe("a question where something goes", () => {
	const rows: readonly Row[] = [
		["Did ferry fares rise?", "contradicted", "print the opposite: Harbor Herald and Coast Echo"],
		["Are bus lines decentralizing?", "contradicted", "Harbor Herald and Coast Echo"],
		["Are bus lines becoming less centralized?", "contradicted", "Harbor Herald and Coast Echo"],
		["Did toll income rise?", "differ", "prints both: so by Harbor Herald; the other way by Coast"],
		["Did toll income fall?", "differ", "prints both: so by Coast Echo; the other way by Harbor"],
		["Did ferry fares fall?", "found", "Harbor Herald"],
		[
			"Why did ferry fares rise?",
			"contradicted",
			"print the opposite: Harbor Herald and Coast Echo",
		],
		["Why are bus lines decentralizing?", "contradicted", "Harbor Herald and Coast Echo"],
		["Why did ferry fares fall?", "found", "Harbor Herald"],
		["Did bridge builders add workers?", "not-covered", "does not say"],
		["Did bridge tolls fall?", "not-covered", "does not say"],
	];
	it.each(rows)("%s %s", (question, kind, said) => {
		const answer = answerQuestion(story, question);
		expect([answer.kind, answer.text]).toEqual([kind, expect.stringContaining(said)]);
	});

	it("calls nobody silent who may have it in a sentence that was not read so", () => {
		const told = storyOf(
			["A", null, "Ferry fares and tolls are in the news. Ferry fares fell in April."],
			["B", null, "Ferry fares and tolls are in the news. Ferry fares dropped again."],
			[
				"C",
				null,
				"Ferry fares and tolls are in the news. They went the same way as in March: down.",
			],
		);
		const answer = answerQuestion(told, "Did ferry fares rise?");
		expect([answer.kind, answer.silent]).toEqual(["contradicted", []]);
	});
});
