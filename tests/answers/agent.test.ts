import { describe, expect, test } from "vitest";
import { actsIn, agentIn } from "../../src/answers/agent.ts";
import { answerQuestion } from "../../src/answers/ask.ts";
import { storyOf } from "./stories.ts";

const dealStory = storyOf(
	[
		"Harbor Herald",
		"2031-05-06",
		`Northwind Lines will pay $62 million for Marlow Ferries, a rival of Skerry Boats. Marlow employs 310 people on three islands.

Skerry has sold diesel engines to Marlow for years. Marlow is based in Port Ellis, where the sea froze last winter.

The purchase is not without risks, as the fleet of Marlow is old.`,
	],
	[
		"Coast Echo",
		"2031-05-06",
		`Northwind Lines pays $62 million to acquire Marlow Ferries. Skerry Boats did not comment.

Harbor towns fear that fares of the ferries rise after the purchase.`,
	],
);

describe("agentIn", () => {
	test.each([
		["How much did Northwind pay for Marlow?", "Northwind", "pay"],
		["Did Skerry Boats buy Marlow?", "Skerry Boats", "buy"],
	])("%j has %s %s", (text, name, deed) => {
		const agent = agentIn(dealStory, text);
		expect([agent?.name, agent?.deed?.word]).toEqual([name, deed]);
	});

	test.each([
		"What did Northwind say about fares?",
		"How much did Zephyr pay for Marlow?",
		"By how much were May and June revised?",
		"How high are the fares?",
	])("%j names nobody who acts", text => {
		expect(agentIn(dealStory, text)).toBeNull();
	});
});

describe("actsIn", () => {
	const agent = agentIn(dealStory, "How much did Northwind pay for Marlow?");
	test.each([
		["Northwind will pay a high price.", true],
		["The price was paid by Northwind.", true],
		["Northwind, the owner of the Skerry Boats, paid a high price.", true],
		["Skerry paid less for Marlow.", false],
		["Skerry waited.", false],
		["The company paid in cash.", null],
	])("%j: %j", (sentence, acts) => {
		if (agent === null) throw new Error("nobody acts");
		expect(actsIn(dealStory, agent, sentence)).toBe(acts);
	});
});

describe("a question about who does what, where, and what stands against it", () => {
	test.each([
		["How much did Northwind pay for Marlow?", "found", "$62 million"],
		[
			"How much did Skerry pay for Marlow?",
			"contradicted",
			"No report that says this of Skerry was found.",
		],
		["Did Skerry spend $62 million on Marlow?", "contradicted", "Skerry"],
		["How many people does Skerry employ?", "contradicted", "Skerry"],
		["Where is Marlow based?", "found", "Port Ellis"],
		["Does anyone doubt the purchase of Marlow?", "found", "risks"],
		["How many outlets cover the story?", "found", "2 outlets cover the story"],
		["how many outlets cover this", "found", "2 outlets cover the story"],
		["What do the outlets disagree on?", "found", "differ on none"],
		["Where do outlets differ?", "found", "Harbor Herald and Coast Echo agree on"],
		["What does only Coast Echo report?", "found", "Coast Echo: 1 article"],
		["Compare Harbor Herald and Coast Echo", "found", "Harbor Herald and Coast Echo"],
	])("%j is %s", (question, kind, words) => {
		const answer = answerQuestion(dealStory, question);
		expect(answer.text).toContain(words);
		expect(answer.kind).toBe(kind);
	});
});
