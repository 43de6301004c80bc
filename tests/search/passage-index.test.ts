import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildPassageIndex, type SearchedDocument } from "../../src/search/passage-index.ts";
import { stems } from "../../src/text/terms.ts";

function documentsOf(texts: readonly string[]): readonly SearchedDocument[] {
	return texts.map((text, index) => ({ id: `d${index}`, title: "", text }));
}

function found(texts: readonly string[], query: string): readonly string[] {
	const documents = documentsOf(texts);
	return buildPassageIndex(documents)
		.search(query)
		.map(({ document }) => documents.find(({ id }) => id === document)?.text ?? "");
}

describe("what is found first", () => {
	test.each([
		[
			"the text that has more of the words",
			"ferry sinks in harbor",
			["The ferry was painted blue.", "The ferry sinks beside the harbor wall."],
			1,
		],
		[
			"the text with the rarer word",
			"ferry captain",
			["Ferry fares rise.", "The captain spoke.", "A ferry docked.", "The ferry was late."],
			1,
		],
		["another form of a word", "flooding", ["Wind came.", "The river floods."], 1],
		["another spelling", "labour", ["Capital fled.", "Labor stayed."], 1],
		[
			"words that stand together",
			"interest rate",
			[
				"Interest in the old mill grew, and at any rate the town council of Dorn will vote on it in May.",
				"The council of Dorn will vote in May on the old mill, and the interest rate is a matter for then.",
			],
			1,
		],
		[
			"words that stand in one passage",
			"bridge toll protest",
			[
				`Bridge traffic grew. ${"Rain fell on many hills today. ".repeat(30)} A toll is due. ${"Wind blew over all fields now. ".repeat(30)} One protest ended.`,
				`Bridge traffic grew, a toll is due, one protest ended. ${"Rain fell on many hills today. ".repeat(30)} ${"Wind blew over all fields now. ".repeat(30)}`,
			],
			1,
		],
		[
			"a country by its short name",
			"US exports",
			["Exports of wine.", "United States exports."],
			1,
		],
		[
			"an acronym that a text explains",
			"HSB chief",
			[
				"The board's chief left.",
				"Its Harbor Safety Board (HSB) met.",
				"A Harbor Safety Board chief left.",
			],
			2,
		],
	])("%s", (_, query, texts, first) => {
		expect(found(texts, query)[0]).toBe(texts[first]);
	});

	test.each(["$100k", "100,000", "0.1 million", "100000 euros", "a hundred or 100k"])(
		"a figure by its value: %s",
		query => {
			const texts = ["It cost 90,000 in May.", "They paid $100,000.", "Some 10,000 came."];
			expect(found(texts, query)[0]).toBe(texts[1]);
		},
	);
});

test("further terms of a text are indexed and asked for alike", () => {
	const dozens = (text: string) => (/\bdozen\b|\b12\b/u.test(text) ? ["value:12"] : []);
	const documents = documentsOf(["Two boats came.", "A dozen boats came."]);
	expect(buildPassageIndex(documents).search("12 people")).toEqual([]);
	expect(buildPassageIndex(documents, dozens).search("12 people")[0]?.document).toBe("d1");
});

test("a passage gains by the best of its article", () => {
	const documents = [
		{ id: "a1", article: "a", title: "", text: "The ferry docked at noon in rain." },
		{ id: "b1", article: "b", title: "", text: "The ferry docked at noon in rain." },
		{ id: "b2", article: "b", title: "", text: "The ferry captain of the harbor ferry spoke." },
	];
	const order = (list: readonly SearchedDocument[]) =>
		buildPassageIndex(list)
			.search("ferry captain harbor")
			.map(({ document }) => document);
	expect(order(documents)).toEqual(["b2", "b1", "a1"]);
	expect(order(documents.map(({ id, title, text }) => ({ id, title, text })))).toEqual([
		"b2",
		"a1",
		"b1",
	]);
});

test("a title counts, less than the text", () => {
	const filler = "Nothing else was said of it that day.";
	const documents = [
		{ id: "none", title: "Weather", text: filler },
		{ id: "title", title: "Ferry", text: filler },
		{ id: "text", title: "Weather", text: `Ferry. ${filler}` },
	];
	const hits = buildPassageIndex(documents).search("ferry");
	expect(hits.map(({ document }) => document).toSorted()).toEqual(["text", "title"]);
});

describe("nothing is found", () => {
	test.each(["", "   ", "the of and", "zeppelin", "?!", "constructor", "__proto__"])(
		"for %j",
		query => {
			expect(found(["The ferry sank.", "A harbor."], query)).toEqual([]);
		},
	);

	test("in nothing", () => {
		expect(found([], "ferry")).toEqual([]);
	});
});

const WORDS = ["ferry", "harbor", "coal", "rain", "vote", "bank", "tower", "1,500", "the"];
const texts = fc.array(
	fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map(words => words.join(" ")),
	{ minLength: 1, maxLength: 80 },
);

describe("against an index by hand", () => {
	test("exactly the documents with one of the words are found, best first, each once", () => {
		fc.assert(
			fc.property(texts, fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }), (list, query) => {
				const wanted = new Set(stems(query.join(" ")));
				const documents = documentsOf(list);
				const hits = buildPassageIndex(documents).search(query.join(" "), list.length);
				const holding = documents.filter(({ text }) => stems(text).some(stem => wanted.has(stem)));
				const ids = hits.map(({ document }) => document);
				expect(ids.toSorted()).toEqual(holding.map(({ id }) => id).toSorted());
				const scores = hits.map(({ score }) => score);
				expect(scores).toEqual(scores.toSorted((a, b) => b - a));
			}),
		);
	});

	test("one word is scored by BM25 with the floor of BM25+, and ties stand in the documents' order", () => {
		fc.assert(
			fc.property(texts, fc.constantFrom("ferry", "coal", "1,500"), (list, word) => {
				const all = list.map(text => stems(text));
				const holding = all.filter(terms => terms.includes(stems(word)[0] ?? "")).length;
				const rarity = Math.log(1 + (all.length - holding + 0.5) / (holding + 0.5));
				// MiniSearch takes the number of distinct terms for a document's length.
				const lengths = all.map(terms => new Set(terms).size);
				const average = lengths.reduce((sum, length) => sum + length, 0) / all.length;
				const scores = all.map((terms, place) => {
					const times = terms.filter(term => term === stems(word)[0]).length;
					const norm = 2 * (1 - 0.95 + (0.95 * (lengths[place] ?? 0)) / average);
					const score = rarity * (0.5 + (times * 3) / (times + norm));
					return times === 0 ? 0 : rarity ** 0.2 * score + 0.2 * rarity;
				});
				const expected = [...scores.keys()]
					.filter(place => (scores[place] ?? 0) > 0)
					.toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
				const hits = buildPassageIndex(documentsOf(list)).search(word, 50);
				expect(hits.map(({ document }) => document)).toEqual(
					expected.slice(0, 50).map(place => `d${place}`),
				);
				for (const [rank, { score }] of hits.entries()) {
					expect(score).toBeCloseTo(scores[expected[rank] ?? -1] ?? -1, 6);
				}
			}),
		);
	});

	test("a limit cuts the same list", () => {
		fc.assert(
			fc.property(texts, fc.integer({ min: 0, max: 90 }), (list, limit) => {
				const index = buildPassageIndex(documentsOf(list));
				const query = "ferry on the coal tower";
				expect(index.search(query, limit)).toEqual(index.search(query, 90).slice(0, limit));
			}),
		);
	});
});
