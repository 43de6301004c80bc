import { describe, expect, it } from "vitest";
import type { AnswerKind } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/answers/ask.ts";
import { storyOf } from "./stories.ts";

const story = storyOf(
	[
		"Harbor Herald",
		"2031-05-06",
		`Storm Ada reached Ellen on Monday. Floods reached 900 homes. The power plant stopped.

Lisa Moen, a nurse, kept the clinic open. Some 40 boats sank in Brandhavn. School buses and 12 trains were late.`,
	],
	[
		"Coast Echo",
		"2031-05-06",
		`Storm Ada hit Ellen on Monday. Water entered 900 homes in Ellen. Li Weng rowed to the shops.`,
	],
);

type Row = readonly [question: string, kind: AnswerKind];

describe("what a question hinges on must be spoken of", () => {
	const rows: readonly Row[] = [
		["How many homes were flooded?", "found"],
		["how many homes were flooded in ellen?", "found"],
		["How many homes lost power?", "not-covered"],
		["How many homes were flooded in Brandhavn?", "not-covered"],
		["how many homes were flooded in brandhavn?", "not-covered"],
		["How many trains sank?", "not-covered"],
		["How many boats sank?", "found"],
		["How many shops lost power?", "not-covered"],
		["how many boats did nissan lose?", "not-covered"],
		["Which outlets bring up the nurse?", "found"],
		["Which outlets name Brandhavn?", "found"],
		["who names Lisa Moen?", "found"],
		["which outlet never mentions the clinic", "found"],
		["What is the name of the nurse's boat?", "not-covered"],
		["Did the nurse flee?", "not-covered"],
		["Who is Lisa Moen?", "found"],
		["Who is Li Moen?", "not-covered"],
	];
	it.each(rows)("%s %s", (question, kind) => {
		expect(answerQuestion(story, question).kind).toBe(kind);
	});
});

describe("of two things that a story is about", () => {
	const rivals = storyOf(
		[
			"Harbor Herald",
			"2031-05-06",
			"Northwind and Tidewell part ways. A small number of owners hold most shares of Northwind.",
		],
		["Coast Echo", "2031-05-06", "Tidewell leaves Northwind, both lines said. Fares stay."],
	);

	it.each<Row>([
		["Who said that a small number of owners hold Northwind?", "found"],
		["Who said that a small number of owners hold Tidewell?", "not-covered"],
	])("what is told of the one is not told of the other: %s %s", (question, kind) => {
		expect(answerQuestion(rivals, question).kind).toBe(kind);
	});
});
