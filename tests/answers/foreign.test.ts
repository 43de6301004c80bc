import { describe, expect, it } from "vitest";
import type { AnswerKind } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/answers/ask.ts";
import { bridgeStory, seedStory } from "./stories.ts";

type Row = readonly [question: string, kind: AnswerKind, said: string, noted: string];

const seed: readonly Row[] = [
	["Wie groß wird der Edge-AI-Markt bis 2033?", "found", "$119 billion", "in German"],
	["¿Cuánto cuesta minar un bitcoin?", "found", "$100,000", "in Spanish"],
	["Combien coûte le minage d'un bitcoin ?", "found", "$100,000", "in French"],
	["Quanto custa minerar um bitcoin?", "found", "$100,000", "in Portuguese"],
	["2033年のエッジAI市場の規模は？", "found", "$119 billion", "in Japanese"],
	["Qui est Alex Thorn ?", "found", "Galaxy Research", "“Alex Thorn”"],
	["Was kostet ein Bitcoin in Deutschland?", "not-covered", "does not say", "“Bitcoin Germany”"],
	["¿Cuándo compró Ann Lee un bitcoin?", "not-covered", "does not say", "“Ann Lee bitcoin”"],
	["Welche Farbe hat der Himmel?", "not-covered", "does not say", "do not suffice"],
	["Сколько стоит дом?", "not-covered", "does not say", "is not in English"],
];

describe("a question in another language", () => {
	it.each(seed)("%s", (question, kind, said, noted) => {
		const answer = answerQuestion(seedStory, question);
		expect([answer.kind, answer.question]).toEqual([kind, question]);
		expect(answer.text).toContain(said);
		expect(answer.notes[0]).toContain(noted);
	});

	it("is not answered by a date alone", () => {
		const answer = answerQuestion(bridgeStory, "Wie hoch war die Quote im April 2031?");
		expect(answer.kind).toBe("not-covered");
		expect(answer.notes[0]).toContain("do not suffice");
	});
});

it("notes nothing of a question in English", () => {
	expect(
		answerQuestion(bridgeStory, "How much will the bridge cost?").notes.join(" "),
	).not.toContain("The question is");
});
