import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/corpus/article.ts";
import { type EarlierText, editsOf, untilOf } from "../../src/corpus/edits.ts";
import type { ArticleText } from "../../src/corpus/passage.ts";
import { readArticle } from "../../src/corpus/read.ts";

function textOf(...sentences: readonly string[]): ArticleText {
	const article: Article = {
		id: "post",
		story: "lake",
		outlet: "Post",
		title: null,
		url: null,
		published: null,
		retrieved: null,
		language: "en",
		body: sentences.join(" "),
	};
	return readArticle(article);
}

function earlier(until: string | null, ...sentences: readonly string[]): EarlierText {
	return { text: textOf(...sentences), until };
}

const COST = "Miners spend $100,000 on each coin that they make.";
const CUT = "Miners spend $90,000 on each coin that they make.";
const MOOD = "The town is proud of its old lighthouse.";
const GLOOM = "The town is tired of its old lighthouse.";
const RAIN = "Rain is expected on Sunday in all of the valleys.";

describe("editsOf", () => {
	test("a number that was exchanged, since when", () => {
		const present = textOf(MOOD, CUT);
		expect(editsOf(present, [earlier("2031-04-13", MOOD, COST)])).toEqual([
			{
				article: "post",
				since: "2031-04-13",
				before: COST,
				after: expect.objectContaining({ text: CUT, start: present.article.body.indexOf(CUT) }),
				words: [{ before: "$100,000", after: "$90,000" }],
			},
		]);
	});

	test("what exchanged a number comes first", () => {
		const edits = editsOf(textOf(GLOOM, CUT), [earlier(null, MOOD, COST)]);
		expect(edits.map(({ words }) => words)).toEqual([
			[{ before: "$100,000", after: "$90,000" }],
			[{ before: "proud", after: "tired" }],
		]);
	});

	test("words are shown as they stand, with no blank that is not there", () => {
		const before = "On Monday Mayor Anna Holt said that the footbridge would cost less.";
		const after = "On Monday the mayor, Anna Holt, said that the footbridge would cost less.";
		const [edit] = editsOf(textOf(after), [earlier(null, before)]);
		expect(edit?.words).toEqual([
			{ before: "Mayor", after: "the mayor," },
			{ before: "", after: "," },
		]);
		for (const { after: words } of edit?.words ?? []) expect(after).toContain(words);
	});

	test("numbers come first within a sentence", () => {
		const before = "On Monday the town counted 20 boats in its small harbor.";
		const after = "On Friday the town counted 30 boats in its small harbor.";
		const [edit] = editsOf(textOf(after), [earlier(null, before)]);
		expect(edit?.words).toEqual([
			{ before: "20", after: "30" },
			{ before: "Monday", after: "Friday" },
		]);
	});

	test.each<[string, readonly string[], readonly string[], object]>([
		["a sentence that is new", [MOOD], [MOOD, RAIN], { before: null, words: [] }],
		["a sentence that is gone", [MOOD, RAIN], [MOOD], { before: RAIN, after: null, words: [] }],
		["another sentence in its place", [MOOD, RAIN], [MOOD, CUT], { before: null }],
		[
			"words that were put in",
			["The dam holds."],
			["The old dam holds."],
			{ words: [{ before: "", after: "old" }] },
		],
		[
			"words that were left out",
			["The old dam holds."],
			["The dam holds."],
			{ words: [{ before: "old", after: "" }] },
		],
	])("%s", (_, before, after, wanted) => {
		expect(editsOf(textOf(...after), [earlier(null, ...before)])[0]).toMatchObject(wanted);
	});

	test.each<[string, readonly string[], readonly string[]]>([
		["the same text", [MOOD, COST], [MOOD, COST]],
		["other marks for the same words", ["“It’s full,” she said."], ['"It\'s full," she said.']],
	])("no edit: %s", (_, before, after) => {
		expect(editsOf(textOf(...after), [earlier(null, ...before)])).toEqual([]);
	});

	test("a change counts from the last text that shows it", () => {
		const texts = [earlier("2031-01-01", COST), earlier("2031-02-02", COST)];
		expect(editsOf(textOf(CUT), texts).map(({ since }) => since)).toEqual(["2031-02-02"]);
	});

	test("a sentence that was changed twice tells both", () => {
		const texts = [
			earlier("2031-01-01", COST),
			earlier("2031-02-02", COST.replace("100,000", "95,000")),
		];
		const edits = editsOf(textOf(CUT), texts);
		expect(edits.map(({ since, words }) => [since, words[0]?.before])).toEqual([
			["2031-01-01", "$100,000"],
			["2031-02-02", "$95,000"],
		]);
	});

	test("what it says stands in the texts, verbatim", () => {
		const sentence = fc.constantFrom(COST, CUT, MOOD, GLOOM, RAIN, "It is 4 p.m. now.");
		const sentences = fc.array(sentence, { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(sentences, sentences, (before, after) => {
				const present = textOf(...after);
				for (const edit of editsOf(present, [earlier(null, ...before)])) {
					if (edit.before !== null) expect(before.join(" ")).toContain(edit.before);
					if (edit.after === null) continue;
					const { start, end, text } = edit.after;
					expect(present.article.body.slice(start, end)).toBe(text);
				}
			}),
		);
	});
});

describe("untilOf", () => {
	test.each<[string, string, string | null]>([
		["a date", "---\noutlet: Post\nuntil: 2031-04-13\n---\nText", "2031-04-13"],
		["a time", "---\nuntil: 2031-04-13T08:00:00Z\n---\nText", "2031-04-13T08:00:00Z"],
		["none", "---\noutlet: Post\n---\nText", null],
		["no date", "---\nuntil: spring\n---\nText", null],
		["no front matter", "Text", null],
		["fields that are none", "---\n- until\n---\nText", null],
	])("%s", (_, text, until) => {
		expect(untilOf(text)).toBe(until);
	});
});
