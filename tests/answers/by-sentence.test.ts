import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../src/answers/ask.ts";
import { storyOf } from "./stories.ts";

const story = storyOf(
	[
		"Harbor Herald",
		"2031-05-06",
		`The semifinals of the choirs drew 4,300 people to the abbey.

The choirs sing again in the finals in mid May. The abbey was built in 1622.`,
	],
	[
		"Coast Echo",
		"2031-05-06",
		`Some 4,000 people heard the semifinals of the choirs.

The finals were moved to April 30 by the mayor.

The number of swans at the mill fell by 30 percent from 2017 to 2024.`,
	],
);

describe("sentences that answer better than claims", () => {
	it("go before a claim that only resembles what is asked", () => {
		const { kind, excerpts } = answerQuestion(
			story,
			"Do the outlets agree on when the finals are?",
		);
		expect(kind).toBe("found");
		expect(excerpts.map(({ text }) => text)).toEqual([
			"The choirs sing again in the finals in mid May.",
			"The finals were moved to April 30 by the mayor.",
		]);
	});

	it("leave a claim that has as much of what is asked", () => {
		const { claims } = answerQuestion(story, "How many people heard the semifinals?");
		expect(claims[0]?.kind).toBe("figure");
	});
});

describe("a sentence that tells a day more vaguely", () => {
	const regatta = storyOf(
		[
			"Harbor Herald",
			"2031-05-06",
			"The governor has moved the summer regatta of boats at the lighthouse to a date in August.",
		],
		[
			"Coast Echo",
			"2031-05-06",
			"The lighthouse is to be painted. The summer regatta of boats will be on August 17.",
		],
		[
			"Daily Lantern",
			"2031-05-06",
			"The lighthouse needs paint. The summer regatta of boats is set for August 17, the club said.",
		],
	);

	it("does not go before a claim that has the day", () => {
		const { claims } = answerQuestion(
			regatta,
			"When is the summer regatta of boats at the lighthouse?",
		);
		expect(claims[0]?.reports.map(({ printed }) => printed)).toEqual(["August 17", "August 17"]);
	});
});

describe("a span of years", () => {
	it("is met by what is printed of the same span", () => {
		const question = "By how much did the number of swans fall from 2017 to 2024?";
		expect(answerQuestion(story, question).text).toContain("30 percent");
		expect(answerQuestion(story, question).kind).toBe("found");
	});

	it("is not met by what is printed of another that ends with it", () => {
		const question = "By how much did the number of swans fall from 2011 to 2024?";
		expect(answerQuestion(story, question).kind).toBe("not-covered");
	});
});
