import { describe, expect, test } from "vitest";
import type { AnswerKind } from "../../src/answers/answer.ts";
import { answerCheck } from "../../src/answers/check.ts";
import { bridgeStory, seedStory } from "./stories.ts";

type Row = readonly [text: string, kind: AnswerKind, words: readonly string[]];

const ROWS: readonly Row[] = [
	["The bridge will cost $480 million.", "found", ["$480 million", "2 of 4 outlets"]],
	["The bridge will cost $480 billion.", "contradicted", ["$480 million", "computed"]],
	["The bridge will cost $700 million.", "not-reported", ["Nobody reported “$700 million”"]],
	["The ferry company will gain 140 jobs.", "contradicted", ["down, not up"]],
	[
		"The bridge will cost $480 million. Ferry traffic rose by 12 percent.",
		"contradicted",
		["2 of 4 outlets", "down, not up"],
	],
	[
		"Ferry traffic fell by 12 percent, and opponents gathered 9,300 signatures.",
		"found",
		["12 percent", "9,300"],
	],
	["Volcanoes erupted on three islands.", "not-covered", ["does not say"]],
	[
		'"We will not cut corners on a bridge that thousands cross," Mara Ellison said.',
		"differ",
		["word for word in Harbor Herald"],
	],
	[
		'"We will not cut corners on a bridge that thousands cross," Tobias Renn said.',
		"contradicted",
		["No outlet credits Tobias Renn with these words"],
	],
	[
		'"We will never cut corners on a bridge that thousands cross," Mara Ellison said.',
		"contradicted",
		["No outlet prints these words. The nearest are"],
	],
	[
		'"Volcanoes are our best friends," Mara Ellison said.',
		"not-covered",
		["No outlet prints these words."],
	],
	["", "not-covered", ["does not say"]],
];

describe("answerCheck", () => {
	test.each(ROWS)("%j is %s", (text, kind, words) => {
		const answer = answerCheck(bridgeStory, text);
		expect({ kind: answer.kind, text: answer.text }).toMatchObject({ kind });
		for (const each of words) expect(answer.text).toContain(each);
	});

	test("marks the words that differ from the nearest printing", () => {
		const text = '"We will never cut corners on a bridge that thousands cross," Mara Ellison said.';
		const { changes } = answerCheck(bridgeStory, text).sections[0]?.entries[0] ?? { changes: [] };
		const words = (kind: string) =>
			changes.filter(change => change.kind === kind).map(change => change.text.trim());
		expect([words("removed"), words("added")]).toEqual([["never"], ["not"]]);
	});

	test("tells each part of a text with several sentences, and calls nobody silent on the whole", () => {
		const text =
			"The edge AI market will hit $119 million by 2033. It costs $90,000 to mine a bitcoin.";
		const answer = answerCheck(seedStory, text);
		expect(answer.kind).toBe("contradicted");
		expect(answer.text).toMatch(/a thousand times as much \(computed\).*\$90,000/);
		expect(answer.silent).toEqual([]);
	});
});
