import { describe, expect, it } from "vitest";
import type { AnswerKind } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/answers/ask.ts";
import { storyOf } from "./stories.ts";

const story = storyOf(
	[
		"Harbor Herald",
		"2031-05-06",
		`The mill at Ellen sued its former owners, Ida Brandt and Olav Brandt, on Monday. About 430 women worked at the mill.

Ida Brandt said that she had kept the books for years. Olav Brandt said that he had kept no books at all.

Mr. Brandt earned $90,000 in 2030. Mrs. Brandt was paid $70,000 in 2030.

Karin Holm, a weaver, was hurt in the fire. Ms. Holm broke her wrist when the roof fell at 7:40 a.m. on Sunday.`,
	],
	[
		"Coast Echo",
		"2031-05-06",
		`Ida Brandt and Olav Brandt owned the mill for 12 years. Senator Nils Foss confirmed that Mr. Brandt had served on his staff.`,
	],
);

type Row = readonly [question: string, kind: AnswerKind, words: string];

const rows: readonly Row[] = [
	["How much did Olav Brandt earn in 2030?", "found", "$90,000"],
	["How much did Mr. Brandt earn in 2030?", "found", "$90,000"],
	["How much did Ida Brandt earn in 2030?", "found", "$70,000"],
	["How many women worked at the mill?", "found", "430"],
	["How many women worked at the mill compared to men?", "found", "430"],
	["How many men worked at the mill?", "not-covered", "does not say"],
	["How many male weavers worked at the mill?", "not-covered", "does not say"],
	["How many people owned the mill?", "not-covered", "does not say"],
	["For how many years did they own the mill?", "found", "12 years"],
	["Was it her wrist or her ankle that Karin Holm broke?", "found", "broke her wrist"],
	["What did Olav Brandt do for a living?", "not-covered", "does not say"],
	["Who was named to replace Nils Foss?", "not-covered", "does not say"],
	["Who inspected the mill at Ellen before the owners left?", "not-covered", "does not say"],
	["What time did the roof fall?", "found", "7:40 a.m."],
	["What time did the fire start?", "not-covered", "does not say"],
	["Who founded the mill at Ellen?", "not-covered", "does not say"],
	["Does any article say who founded the mill at Ellen?", "not-covered", "does not say"],
	["How much is the mill worth in 2030?", "not-covered", "does not say"],
	["Who is Nils Foss?", "found", "Senator Nils Foss"],
];

describe("people who are alike", () => {
	it.each(rows)("%s %s", (question, kind, words) => {
		const answer = answerQuestion(story, question);
		expect(answer.text).toContain(words);
		expect(answer.kind).toBe(kind);
	});
});

describe("what the coverage does not say", () => {
	it("is answered with the sentences that come nearest, as no more than that", () => {
		const answer = answerQuestion(story, "Did Karin Holm sue the mill after the fire?");
		expect(answer.kind).toBe("not-covered");
		expect(answer.sections[0]?.heading).toBe("What comes nearest, and may speak of something else");
		expect(answer.excerpts[0]?.text).toBe("Karin Holm, a weaver, was hurt in the fire.");
	});

	it("is answered with nothing where nothing comes near", () => {
		const answer = answerQuestion(story, "Who won the regatta?");
		expect(answer).toMatchObject({ kind: "not-covered", sections: [], excerpts: [] });
	});
});
