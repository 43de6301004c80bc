import { describe, expect, test } from "vitest";
import type { AnswerKind } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/answers/ask.ts";
import { bridgeStory, seedStory, storyOf } from "./stories.ts";

/** A question, the kind of its answer, words of the line at the top, and who is silent where that is told. */
type Row = readonly [
	question: string,
	kind: AnswerKind,
	words: readonly string[],
	silent?: readonly string[],
];

const HERALD = "Harbor Herald";
const ECHO = "Coast Echo";
const LANTERN = "Daily Lantern";
const BAY = "Wired Bay";
const ALL = [HERALD, ECHO, LANTERN, BAY];

const AMOUNTS: readonly Row[] = [
	["How much will the harbor bridge cost?", "found", ["$480 million", "2 of 4 outlets"], [BAY]],
	["how much will the harbour bridge cost", "found", ["$480 million"]],
	["How long will construction take?", "found", ["six years", ECHO], [LANTERN, BAY]],
	["How many jobs will the ferry company lose?", "found", ["140", LANTERN], [HERALD, ECHO, BAY]],
	["How many signatures did opponents gather?", "found", ["9,300"]],
	["What had analysts expected?", "found", ["$350 million", HERALD]],
];

const REFUSED: readonly Row[] = [
	["How many tolls will be charged?", "not-covered", ["does not say"], ALL],
	["How long is the tunnel?", "not-covered", ["does not say"], ALL],
	["How many jobs will the ferry company add?", "not-covered", ["does not say"], ALL],
	["What is the population of the city?", "not-covered", ["does not say"], ALL],
	["Who is Jonas Albrecht?", "not-covered", ["does not say"], ALL],
	["What did Jonas Albrecht say about the bridge?", "not-covered", ["does not say"], ALL],
	["What will the bridge cost in 2050 prices?", "not-covered", ["no outlet prints this for 2050"]],
	["qwpo zmxn vbty", "not-covered", ["does not say"], ALL],
	["what?", "not-covered", ["does not say"], ALL],
	["🌉🌉", "not-covered", ["does not say"], ALL],
];

const PREMISES: readonly Row[] = [
	["Will the bridge cost $480 billion?", "contradicted", ["$480 million", "computed"]],
	["Will the bridge cost $480 thousand?", "contradicted", ["$480 million", "computed"]],
	["Is the bridge 2.4 miles long?", "contradicted", ["2.4 kilometers", "another unit"]],
	["Did ferry traffic rise by 12 percent?", "contradicted", ["opposite", "down, not up"]],
	["Did ferry traffic fall by 12 percent?", "found", ["12 percent"]],
	["Did ferry traffic fall by 21 percent?", "not-reported", ["Nobody reported “21 percent”"]],
	["Does the bridge cost less than $450 million?", "contradicted", ["more than $450 million"]],
	["Does the bridge cost more than $450 million in 2034 prices?", "found", ["$450 million"]],
	[
		"Does the bridge cost $450 million in 2039?",
		"contradicted",
		["printed for 2034, not for 2039"],
	],
	["Did the bridge cost $477 million?", "not-reported", ["Nobody reported “$477 million”"]],
	["Did Mara Ellison speak on Tuesday?", "contradicted", ["No outlet prints “Tuesday”", "Monday"]],
	["Did Mara Ellison speak on Monday?", "found", ["Monday"]],
	["Did Mara Ellison make a statement on May 5?", "found", ["Monday"]],
	["Did Mara Ellison make a statement on May 9?", "contradicted", ["No outlet prints “May 9”"]],
];

const SOURCES: readonly Row[] = [
	["Who says that the bridge will cost $480 million?", "found", ["credited to Acme Consulting"]],
	["What is the source for the 9,300 signatures?", "found", ["no outlet names a source"]],
	["Where does the $480 million figure come from?", "found", ["credited to Acme Consulting"]],
	[
		"Did Mara Ellison say the bridge will cost $480 million?",
		"contradicted",
		["No outlet credits Mara Ellison", "print it", "Acme Consulting"],
	],
	[
		"Did Delta Poll say the ferry company would lose jobs?",
		"not-reported",
		["No outlet has Delta Poll say this.", "printed without that credit by Daily Lantern"],
	],
	[
		"What did Acme Consulting say about fishermen?",
		"not-reported",
		["No outlet has Acme Consulting", ECHO],
	],
	[
		"What did Mara Ellison say about corners?",
		"differ",
		["cut corners", "credited to Mara Ellison"],
	],
	["Who is Mara Ellison?", "found", ["City engineer Mara Ellison"]],
];

const QUOTATIONS: readonly Row[] = [
	[
		'Who said "We will not cut corners on a bridge that thousands cross"?',
		"differ",
		["word for word in Harbor Herald", "other words in Coast Echo", "credited to Mara Ellison"],
		[LANTERN, BAY],
	],
	[
		'Did Tobias Renn say "We will not cut corners on a bridge that thousands cross"?',
		"contradicted",
		["No outlet credits Tobias Renn with these words", "Mara Ellison"],
	],
	[
		'Who said "the moon is made of green cheese"?',
		"not-covered",
		["No outlet prints these words."],
	],
	[
		'Did Mara Ellison say "construction would take four years"?',
		"not-reported",
		["stand in Harbor Herald"],
	],
	[
		'Did Mara Ellison say "We will cut corners on a bridge that thousands cross"?',
		"contradicted",
		["No outlet prints these words. The nearest are"],
	],
];

const NAMED: readonly Row[] = [
	["What does the Daily Lantern say about signatures?", "found", ["9,300"], []],
	[
		"What does Harbor Herald say about signatures?",
		"found",
		["No report of this was found in Harbor Herald.", LANTERN],
		[HERALD, ECHO, BAY],
	],
	[
		"Which outlets besides the Daily Lantern report signatures?",
		"found",
		["No report of this was found in Harbor Herald, Coast Echo and Wired Bay."],
	],
	["Do Harbor Herald and Coast Echo agree on what the bridge costs?", "found", ["2 of 2 outlets"]],
	["What does Harbor Herald say about tolls?", "not-covered", ["does not say"], ALL],
	[
		"Which outlets are silent on the signatures?",
		"found",
		["No report of this was found in Harbor Herald, Coast Echo and Wired Bay."],
	],
	[
		"Which outlets leave out the fishermen?",
		"found",
		["No report of this was found in"],
		[HERALD, LANTERN, BAY],
	],
	["Which outlet prints the most figures?", "found", ["Harbor Herald 6", "Wired Bay 0"]],
];

const HALVES: readonly Row[] = [
	[
		"How much will the bridge cost and how long will construction take?",
		"found",
		["$480 million", "six years"],
	],
	[
		"How much will the bridge cost, and how many tolls will be charged?",
		"found",
		["$480 million", "On “how many tolls will be charged?”: The coverage does not say"],
	],
	["How many tolls are there and how deep is the tunnel?", "not-covered", ["does not say"]],
];

function named(rows: readonly Row[]) {
	return rows.map(row => ({ name: row[0], row }));
}

function check(story: typeof bridgeStory, [question, kind, words, silent]: Row): void {
	const answer = answerQuestion(story, question);
	expect({ kind: answer.kind, text: answer.text }).toMatchObject({ kind });
	for (const each of words) expect(answer.text).toContain(each);
	expect(answer.question).toBe(question);
	if (silent !== undefined) expect(answer.silent).toEqual(silent);
}

describe("a question about an invented story", () => {
	const groups = { AMOUNTS, REFUSED, PREMISES, SOURCES, QUOTATIONS, NAMED, HALVES };
	for (const [name, rows] of Object.entries(groups)) {
		test.each(named(rows))(`${name.toLowerCase()}: $name`, ({ row }) => check(bridgeStory, row));
	}

	test("says how a misspelt word was read", () => {
		const answer = answerQuestion(bridgeStory, "How many signitures were gathered?");
		expect(answer.notes).toEqual(["“signitures” was read as “signatures”."]);
		expect(answer.kind).toBe("found");
	});

	test("cites only the named outlet where it has a report", () => {
		const { excerpts } = answerQuestion(
			bridgeStory,
			"What does Coast Echo say about the bridge costs?",
		);
		expect(new Set(excerpts.map(({ outlet }) => outlet))).toEqual(new Set([ECHO]));
	});
});

describe("times", () => {
	const rates = storyOf(
		[
			"Ledger",
			"2031-07-03",
			"The jobless rate fell to 6.1 percent in June from 6.4 percent in May.",
		],
		["Courier", "2031-07-03", "Unemployment stood at 6.1 percent in June, the labor office said."],
	);
	const rows: readonly Row[] = [
		["What was the jobless rate in June?", "found", ["6.1 percent"]],
		["What was the jobless rate in May?", "found", ["6.4 percent"]],
		["What was the jobless rate in March?", "not-covered", ["no outlet prints this for March"]],
		["What was the jobless rate in June 2029?", "not-covered", ["does not say"]],
		["Was the jobless rate 6.4 percent in June?", "contradicted", ["not for June"]],
	];
	test.each(named(rows))("$name", ({ row }) => check(rates, row));
});

describe("directions", () => {
	const towns = storyOf(
		[
			"Ledger",
			null,
			"Rents in the old town are rising. Bus lines are centralizing around the station.",
		],
		["Courier", null, "In the old town rents are rising, tenants say."],
	);
	test("a direction that two outlets print the other way is refused with their sentences", () => {
		const answer = answerQuestion(towns, "Are rents in the old town falling?");
		expect(answer.kind).toBe("contradicted");
		expect(answer.text).toBe(
			"No outlet reports that. 2 outlets of 2 print the opposite: Ledger and Courier.",
		);
		expect(answer.excerpts.map(({ outlet }) => outlet)).toEqual(["Ledger", "Courier"]);
	});
	test("one outlet alone refutes nothing", () => {
		expect(answerQuestion(towns, "Are bus lines decentralizing?").kind).not.toBe("contradicted");
	});
});

describe("a question about the story that comes with the project", () => {
	const rows: readonly Row[] = [
		[
			"How big is the edge AI market expected to be in 2033?",
			"found",
			["$119 billion", "5 of 5 outlets"],
			[],
		],
		[
			"Is the edge AI market forecast to reach $25 billion by 2033?",
			"contradicted",
			["for 2025, not for 2033"],
		],
		["Will the edge AI market reach $119 trillion?", "contradicted", ["$119 billion", "computed"]],
		["How much is the edge AI market worth in 2025?", "found", ["$25 billion"]],
		["Who founded Galaxy?", "not-covered", ["does not say"]],
		["Why did energy costs fall?", "contradicted", ["No outlet reports that", "3 outlets"]],
		["What was the edge AI market worth in 2020?", "not-covered", ["for 2020"]],
		["How much will the edge AI market be worth in 2033?", "found", ["$119 billion"]],
		["What is the value of the edge AI market in 2033?", "found", ["$119 billion"]],
		["How much money will seaweed farms make in 2033?", "not-covered", []],
		["Will the edge AI market shrink to $119 billion?", "contradicted", ["going up, not down"]],
		["Does mining cost less than $100,000?", "contradicted", ["exceeding $100,000"]],
		["Did Alex Thorn say mining costs exceed $100,000?", "contradicted", ["print it", "KuCoin"]],
		[
			"Did KuCoin forecast the edge AI market?",
			"contradicted",
			["No outlet has KuCoin say this", "Grand View Research"],
		],
		["What did Grand View Research say about hash rate?", "not-reported", ["DeyThere"]],
		[
			"Which outlet mentions monopolistic control?",
			"found",
			["1 of 5 outlets speaks of this: A47 News."],
			["Coinalertnews", "DeyThere", "Invest Insider News", "Unnamed blog (002)"],
		],
		[
			"Which outlets are silent on KuCoin?",
			"found",
			["No report of this was found in A47 News."],
			["A47 News"],
		],
		[
			"Does Coinalertnews report the hash rate decline?",
			"found",
			["No report of this was found in Coinalertnews.", "DeyThere"],
		],
		["What does A47 say about monopolistic control?", "found", ["A47 News: “"]],
		["Did hash rate rise 4%?", "contradicted", ["down, not up"]],
		["Where does the $67,000 number come from?", "found", ["no outlet names a source"]],
		[
			"Does anyone say AI is becoming more centralized?",
			"contradicted",
			["5 outlets of 5 print the opposite"],
		],
		[
			"Did Thorn make the statement on April 14, 2026?",
			"contradicted",
			["No outlet prints “April 14, 2026”"],
		],
		["What share of mining is in the US?", "not-covered", ["does not say"]],
		["What is the price of Ethereum?", "not-covered", ["does not say"]],
	];
	test.each(named(rows))("$name", ({ row }) => check(seedStory, row));
});
