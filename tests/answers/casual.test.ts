import { describe, expect, it } from "vitest";
import type { AnswerKind } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/answers/ask.ts";
import { storyOf } from "./stories.ts";

const story = storyOf(
	[
		"Harbor Herald",
		"2031-05-06",
		`A court in Ellen convicted the baker Olav Brekke of fraud on Monday. Brekke, 52, faces up to six years in prison.

Prosecutors seek four years for his brother. The bakery was founded in 2004 and employed 70 people.

Brekke spent $41,000 on a $9,000 brass oven and a silk tapestry, the court heard. The oven is 4 feet high and stands in a hall that is 2 miles from Ellen.

Some 12 officers searched the house. In all, 30 “old ovens” are in use. Rolls sell for $3 at the bakery. Brekke had bought the oven maker Kolding for $5 million. Sales are expected to grow 12 percent a year.

A curtain of the hall came from a tailor in Brandhavn. Brekke had $650 paid to the tailor, and it was hung a week later.

His lawyer, Mara Lunde, said that Brekke would resign because of his health.`,
	],
	[
		"Coast Echo",
		"2031-05-06",
		`Olav Brekke, a baker, was convicted on Monday. His lawyer, Mara Lunde, called the ruling harsh.

The minister of trade said that bakeries must keep better books. Critics of Brekke asked the town to ban the sale of the bakery.`,
	],
);

type Row = readonly [question: string, kind: AnswerKind, words: string];

describe("questions in everyday words", () => {
	const rows: readonly Row[] = [
		["how long could Brekke be locked up for?", "found", "six years"],
		["how old is Brekke?", "found", "52"],
		["when did the bakery get going?", "found", "2004"],
		["How many people work at the bakery?", "found", "70"],
		["How much did the brass oven cost?", "found", "$9,000"],
		["How much was the tailor paid for the curtain?", "found", "$650"],
		["How tall is the oven?", "found", "4 feet"],
		["What did his attorney say about the ruling?", "found", "harsh"],
		["Why did Brekke quit?", "found", "health"],
		["How much does a roll cost?", "found", "$3"],
		["what year did the bakery get going?", "found", "2004"],
		["How many cops were there?", "found", "12"],
		["how many old ovens are still in use?", "found", "30"],
		["What did his lawyer Lunde say about the ruling?", "found", "harsh"],
		["how long could Brekke be in prison, does everybody say the same?", "found", "six years"],
		["how long could Brekke be in prison, and do the reports match?", "found", "six years"],
	];
	it.each(rows)("%s", (question, kind, words) => {
		const { kind: found, text, excerpts } = answerQuestion(story, question);
		expect(found).toBe(kind);
		expect([text, ...excerpts.map(excerpt => excerpt.text)].join(" ")).toContain(words);
	});
});

describe("what stands near an answer is none", () => {
	it.each([
		"How much did the silk tapestry cost?",
		"How much does a Kolding oven cost?",
		"How tall is the tapestry?",
		"What share of the sales is bread?",
		"How many people were laid off?",
		"How many sales were there?",
		"What is the bakery's share price?",
		"What does Mara Lunde earn?",
		"Why did Brekke ban the sale?",
		"What was the bakery's revenue last year?",
		"What did Norland's minister say about bakeries?",
	])("%s", question => {
		expect(answerQuestion(story, question).kind).toMatch(/^(?:not-covered|not-reported)$/);
	});
});
