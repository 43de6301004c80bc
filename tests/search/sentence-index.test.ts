import { describe, expect, test } from "vitest";
import { weighBy } from "../../src/claims/build.ts";
import { contextOf } from "../../src/claims/context.ts";
import { askedLikeness } from "../../src/search/asked-likeness.ts";
import { buildSentenceIndex } from "../../src/search/sentence-index.ts";
import { coverageOf } from "../claims/coverage.ts";

const TEXTS = coverageOf(
	[
		"Herald",
		"The ferry to Marram sank in shallow water. The pilot swam ashore.\n\nWhy did the ferry sink?",
	],
	["Echo", "Divers raised the ferry on Tuesday.\n\nThe harbor stays closed to ferries."],
	["Wire", "Bread is dearer again."],
);
const find = buildSentenceIndex(TEXTS, {
	put: text => text,
	weigh: weighBy(TEXTS),
	alike: askedLikeness,
});

const found = (words: string) =>
	find(contextOf(words)).map(
		({ source, sentence }) => `${source.article.outlet}: ${sentence.text}`,
	);

describe("buildSentenceIndex", () => {
	test("gives the best sentence of each article that speaks of the words, the best article first", () => {
		expect(found("ferry sank water")).toEqual([
			"Herald: The ferry to Marram sank in shallow water.",
			"Echo: Divers raised the ferry on Tuesday.",
		]);
	});

	test("gives no heading that only asks", () => {
		expect(found("why did the ferry sink")).not.toContain("Herald: Why did the ferry sink?");
	});

	test("tells how much of the words is covered", () => {
		const [best] = find(contextOf("bread dearer"));
		expect(best?.covered).toBeCloseTo(1);
	});

	test("gives of two sentences that cover as much the one that says less beside it", () => {
		const texts = coverageOf([
			"Herald",
			"After the bell was cast, the founder slept in the barn behind the mill. The bell was cast.",
		]);
		const search = buildSentenceIndex(texts, {
			put: text => text,
			weigh: weighBy(texts),
			alike: askedLikeness,
		});
		expect(search(contextOf("bell cast")).map(({ sentence }) => sentence.text)).toEqual([
			"The bell was cast.",
		]);
	});

	test("gives nothing for words that no article has", () => {
		expect(found("zeppelin")).toEqual([]);
	});
});
