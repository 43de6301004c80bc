import { describe, expect, it } from "vitest";
import type { AnswerKind } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/answers/ask.ts";
import { storyOf } from "./stories.ts";

const story = storyOf(
	[
		"Harbor Herald",
		"2031-05-06",
		`Northwind will acquire the ferry operator Larkspur for $210 million, Northwind said on Tuesday.

"This deal brings our two fleets together," said Ann Lee, president and CEO, Northwind.

Larkspur was founded in 1998 by two brothers from Bergen. Larkspur CEO and new Northwind director Omar Haddad stays.

Chancellor Ida Brandt praised the deal. Denmark lifted its duties on $40 million of Norwegian ships, and Danish crews cheered.

"We shall keep every crew of the deal on board," Lee said.`,
	],
	[
		"Coast Echo",
		"2031-05-06",
		`Northwind has agreed to buy Larkspur, the companies said. Ann Lee, Northwind's chief executive, flew in on Monday.

Northwind will pay $210 million for Larkspur, the Echo reports. Cargo firm Tidewell runs a rival route. It carries 7,200 cars.`,
	],
	[
		"Daily Lantern",
		"2031-05-07",
		`Northwind bought Larkspur to grow in the north. Tidewell and Northwind are old rivals on the coast.`,
	],
);

type Row = readonly [question: string, kind: AnswerKind, said: string];

function check([question, kind, said]: Row): void {
	const answer = answerQuestion(story, question);
	expect([answer.kind, answer.text]).toEqual([kind, expect.stringContaining(said)]);
}

describe("a question that has somebody hold an office", () => {
	const rows: readonly Row[] = [
		["Is Ann Lee the CEO of Northwind?", "found", "“Ann Lee, president and CEO, Northwind”"],
		["Is Ann Lee the chief executive of Northwind?", "found", "Harbor Herald and Coast Echo"],
		["Is Ann Lee the CEO of Larkspur?", "contradicted", "No outlet prints that of Ann Lee."],
		["Ann Lee is the CEO of Larkspur.", "contradicted", "Printed of Omar Haddad"],
		["Is Omar Haddad the CEO of Northwind?", "contradicted", "Printed of Ann Lee"],
		["Is Ida Brandt the chancellor of Norway?", "not-reported", "“Chancellor Ida Brandt”"],
		["Who is the CEO of Larkspur?", "found", "Printed of Omar Haddad"],
		["Who is Northwind's chief executive?", "found", "Printed of Ann Lee"],
		["Who is the CEO of Tidewell?", "not-covered", "does not say"],
	];
	it.each(rows)("%s %s", (...row) => check(row));
});

describe("a question whether somebody did something", () => {
	const rows: readonly Row[] = [
		["Did Northwind buy Larkspur?", "found", "Northwind will acquire"],
		["Did Larkspur buy Northwind?", "contradicted", "No outlet says this of Larkspur."],
		[
			"How much did Larkspur pay for Northwind?",
			"contradicted",
			"No report that says this of Larkspur was found.",
		],
		["How much did Northwind pay for Larkspur?", "found", "$210 million"],
		[
			"Is the report of $210 million from Quorum Partners?",
			"contradicted",
			"No outlet credits Quorum Partners with “$210 million”.",
		],
		["Did Quorum report $210 million?", "contradicted", "No outlet credits Quorum"],
		["Is the report of $210 million from Northwind?", "found", "$210 million"],
		["Did Tidewell buy Larkspur?", "contradicted", "No outlet says this of Tidewell."],
		["Has Tidewell acquired Larkspur?", "contradicted", "tell it of others"],
	];
	it.each(rows)("%s %s", (...row) => check(row));
});

describe("a question when something happened", () => {
	const rows: readonly Row[] = [
		["When was Larkspur founded?", "found", "1998"],
		["When was Northwind founded?", "not-covered", "does not say"],
		["When was Tidewell founded?", "not-covered", "does not say"],
	];
	it.each(rows)("%s %s", (...row) => check(row));
});

describe("a question that states a figure", () => {
	const rows: readonly Row[] = [
		[
			"Did Denmark lift duties on $40 million of Danish ships?",
			"contradicted",
			"No outlet prints “$40 million of Danish ships”",
		],
		["Did Denmark lift duties on $40 million of Norwegian ships?", "found", "$40 million"],
	];
	it.each(rows)("%s %s", (...row) => check(row));

	it("is not borne out by the same number of other things", () => {
		const answer = answerQuestion(story, "Were 7,200 whales carried?");
		expect(["not-covered", "not-reported"]).toContain(answer.kind);
		expect(answer.text).not.toContain("cars");
	});
});

describe("a question whether two outlets agree", () => {
	const rows: readonly Row[] = [
		["Do Harbor Herald and Coast Echo agree on the price?", "found", "printed by 2 of 2 outlets"],
		[
			"Do Harbor Herald and Daily Lantern agree on the price?",
			"found",
			"No report of this was found in Daily Lantern.",
		],
		[
			"Do Coast Echo and Daily Lantern agree on the number of cars?",
			"found",
			"No report of this was found in Daily Lantern.",
		],
	];
	it.each(rows)("%s %s", (...row) => check(row));
});

describe("a question what somebody said", () => {
	const rows: readonly Row[] = [
		["What did Ann Lee say about the acquisition?", "found", "credited to Ann Lee"],
		["What did Ann Lee say about volcanoes?", "not-covered", "No outlet has"],
	];
	it.each(rows)("%s %s", (...row) => check(row));
});

it("a deed that its object tells, as landfall does, has its day", () => {
	const story = storyOf(
		[
			"Herald",
			"2031-05-06",
			"Storm Ada made landfall at Ellen on Monday. It cut power to 900 homes.",
		],
		["Echo", "2031-05-06", "Power failed in Ellen when Storm Ada made landfall on Monday."],
	);
	const answer = answerQuestion(story, "When did Storm Ada make landfall?");
	expect(answer.kind).toBe("found");
	expect(answer.text).toContain("Monday");
});
