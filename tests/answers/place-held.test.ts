import { describe, expect, it, test } from "vitest";
import { answerQuestion } from "../../src/answers/ask.ts";
import { tellsPlace } from "../../src/answers/place-held.ts";
import { storyOf } from "./stories.ts";

const story = storyOf(
	[
		"Harbor Herald",
		"2031-05-06",
		`Mara Ellison, an engineer from Porthaven, drew the lighthouse. She was born in 1990.

The lighthouse was built with bricks by Bolt Works. Ellison presented the drawings on Monday at the Maritime Museum.

The lighthouse keeper stores the old lamps in a warehouse near the quay.`,
	],
	["Coast Echo", "2031-05-06", "The lighthouse is the work of Mara Ellison, a native of Norway."],
);

function tells(question: string, sentence: string): boolean {
	return tellsPlace(story, { want: "place", text: question })(sentence);
}

describe("tellsPlace", () => {
	test.each([
		["Where was the lamp found?", "The lamp was found in a barn on Tuesday.", true],
		["Where was the lamp found?", "The lamp was found in June.", false],
		["Where was the lamp found?", "The lamp was found with bricks.", false],
		["Where was the lamp found?", "Divers in Norway say the lamp is a fake.", false],
		["Where is Bolt Works based?", "Porthaven-based Bolt Works sells bricks.", true],
		["Where is Bolt Works based?", "The lamps are based on drawings of Bolt Works.", false],
		["Where was the tower built?", "It is a new building block of what Ellison built.", false],
		["Where does she work?", "She works as a chemist at Bolt Works.", true],
		["Where was the vote held?", "An analyst at Bolt Works held it to be close.", false],
		["Which places draw gulls?", "Gulls may go another way as time goes on.", false],
		["Which towns draw gulls?", "Gulls are drawn to Bergen.", true],
		["Where in Norway did it sink?", "It sank in Norway.", false],
		["Where in Norway did it sink?", "It sank in Norway near Bergen.", true],
	])("%j by %j: %j", (question, sentence, expected) => {
		expect(tells(question, sentence)).toBe(expected);
	});
});

describe("a question after a place", () => {
	it("is answered by a sentence that tells what is asked and where", () => {
		expect(answerQuestion(story, "Where are the old lamps stored?").text).toContain("warehouse");
		expect(answerQuestion(story, "Where did Ellison present the drawings?").text).toContain(
			"Maritime Museum",
		);
	});

	it("is not answered by one that tells no place of it", () => {
		expect(answerQuestion(story, "Where was the lighthouse built?").kind).toBe("not-covered");
		expect(answerQuestion(story, "Where was Mara Ellison born?").kind).toBe("not-covered");
	});
});
