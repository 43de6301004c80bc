import { describe, expect, it } from "vitest";
import type { AnswerKind } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/answers/ask.ts";
import { seedStory, storyOf } from "./stories.ts";

const story = storyOf(
	[
		"Harbor Herald",
		"2031-05-06",
		`Ferry fares in Ellen are rising, and the harbor board met on Monday.

"We will keep every crew of the ferries on board," said Ann Lee, who runs the harbor board. Lee said that fares will fall once the new ships arrive.

Omar Haddad, Tidewell's head of routes, said the company likes the port of Ellen.

Ida Brandt attended the meeting of the board.`,
	],
	[
		"Coast Echo",
		"2031-05-06",
		`Ferry fares in Ellen occupied the harbor board on Monday.

Ann Lee said there was no reason why passengers would pay for the new ships, although traders say passengers will pay more. According to Ann Lee, fares will drop next year.`,
	],
);

type Row = readonly [question: string, kind: AnswerKind, said: string];

describe("a question that has somebody say something", () => {
	const rows: readonly Row[] = [
		["Did Ann Lee say that fares will fall?", "found", "Printed of Ann Lee by Harbor Herald"],
		["did ann lee say fares will fall?", "found", "Printed of Ann Lee by Harbor Herald"],
		["Did Ann Lee say that fares will rise?", "contradicted", "No outlet has Ann Lee say that."],
		["Ann Lee said that fares will rise.", "contradicted", "No outlet has Ann Lee say that."],
		["Did Ann Lee deny that fares will fall?", "contradicted", "No outlet has Ann Lee deny that."],
		["Did Ann Lee say that passengers will pay for the ships?", "contradicted", "no reason why"],
		["Did Ann Lee say that crews stay on board?", "found", "Harbor Herald"],
		["Did Omar Haddad say that fares will rise?", "not-reported", "No outlet has Omar Haddad"],
		["What did Tidewell say about the port?", "found", "Omar Haddad, Tidewell's head of routes"],
		["What did Ann Lee call the situation?", "found", "Printed of Ann Lee"],
		["What did Omar Haddad call the port of Ellen?", "found", "likes the port"],
		["What did Ann Lee call Omar Haddad?", "not-reported", "No outlet has Ann Lee say this."],
		["What did Ida Brandt say?", "not-covered", "no outlet credits Ida Brandt with anything"],
	];
	it.each(rows)("%s %s", (question, kind, said) => {
		const answer = answerQuestion(story, question);
		expect([answer.kind, answer.text]).toEqual([kind, expect.stringContaining(said)]);
	});
});

it("lets no word stand for what a speaker is asked about that is far from it", () => {
	const question = "What did Grand View Research say about bitcoin mining costs?";
	expect(answerQuestion(seedStory, question).text).toMatch(
		/^No outlet has Grand View Research say/u,
	);
});
