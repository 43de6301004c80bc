import { expect, test } from "vitest";
import { weighBy } from "../../src/claims/build.ts";
import { contextOf } from "../../src/claims/context.ts";
import { askedLikeness } from "../../src/search/asked-likeness.ts";
import { buildCarriedIndex } from "../../src/search/carried-index.ts";
import { coverageOf } from "../claims/coverage.ts";

const TEXTS = coverageOf(
	["Herald", "The pilot Ida Falk steered the ferry ashore. She was paid $900 for it."],
	["Echo", "Divers raised the ferry. The harbor pays $40 a day."],
);
const find = buildCarriedIndex(TEXTS, {
	put: text => text,
	weigh: weighBy(TEXTS),
	alike: askedLikeness,
});

test("a sentence with a pronoun is read behind the one before it", () => {
	const found = find(contextOf("paid pilot ferry"), () => true);
	expect(found.map(({ before, sentence }) => [before.text, sentence.text])).toEqual([
		["The pilot Ida Falk steered the ferry ashore.", "She was paid $900 for it."],
	]);
});

test("sentences that cannot answer are passed over", () => {
	expect(find(contextOf("paid pilot ferry"), () => false)).toEqual([]);
});
