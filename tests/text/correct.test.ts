import fc from "fast-check";
import { expect, test } from "vitest";
import { correct, countWords } from "../../src/text/correct.ts";

const vocabulary = countWords([
	"The harbor ferry sank near Torven. Captain Jensen blamed the ferry's engine.",
	"Investigators in Torven praised Jensen; ferries and coal cost 40 million.",
	"Fern and fern and fern.",
]);

test.each([
	["two letters changed over", "habror", "harbor"],
	["one missing", "captan", "captain"],
	["one too many", "enngine", "engine"],
	["one wrong", "Torvem", "torven"],
	["two slips in a long word", "investagaters", "investigators"],
	["a slip and a change in a long word", "investgiator", "investigators"],
])("%s is corrected", (_, typed, meant) => {
	expect(correct(typed, vocabulary)).toBe(meant);
});

test.each([
	["a word that stands there", "ferry"],
	["two slips in a short word", "hrabo"],
	["another first letter", "barbor"],
	["a short word", "coa"],
	["a number", "4000"],
	["a name with a digit", "torv3n"],
	["a stop word", "their"],
	["a magnitude", "billion"],
	["a word like no other", "zeppelin"],
	["nothing", ""],
])("%s is not", (_, typed) => {
	expect(correct(typed, vocabulary)).toBeNull();
});

test("of words as near, the most frequent is taken", () => {
	expect(correct("ferr", countWords(["ferry fern fern"]))).toBe("fern");
	expect(correct("ferr", countWords(["ferry ferry fern"]))).toBe("ferry");
});

test("a word is counted as often as it stands", () => {
	expect(vocabulary.get("fern")).toBe(3);
	expect(vocabulary.get("ferry")).toBe(2);
	expect(vocabulary.has("the")).toBe(false);
});

test("one slip in a word of five letters is always found when nothing else is near", () => {
	const word = "quarry";
	const only = countWords([word]);
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: word.length - 1 }),
			fc.constantFrom("x", "z", "k"),
			(at, letter) => {
				expect(correct(word.slice(0, at) + letter + word.slice(at + 1), only)).toBe(word);
				expect(correct(word.slice(0, at) + letter + word.slice(at), only)).toBe(word);
				expect(correct(word.slice(0, at) + word.slice(at + 1), only)).toBe(word);
			},
		),
	);
});
