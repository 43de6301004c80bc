import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slice } from "../../src/text/span.ts";
import { readWords } from "../../src/text/words.ts";

describe("readWords", () => {
	test("tags words with lemma and class", () => {
		const words = readWords("The miners paid $90,000.");
		expect(words.map(({ text, lemma, wordClass }) => `${text} ${lemma} ${wordClass}`)).toEqual([
			"The the DET",
			"miners miner NOUN",
			"paid pay VERB",
			"$ $ SYM",
			"90,000 90,000 NUM",
			". . PUNCT",
		]);
	});

	test.each(["", "   ", "\n\t"])("no words in %j", text => {
		expect(readWords(text)).toEqual([]);
	});

	test("each word slices to its own characters, in order", () => {
		const piece = fc.constantFrom(
			"Rain",
			"’s",
			" ",
			"  ",
			"\n",
			"—",
			"“no”",
			"4.5",
			"don't",
			"é",
			"😀",
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
				const text = pieces.join("");
				let from = 0;
				for (const word of readWords(text)) {
					expect(slice(text, word)).toBe(word.text);
					expect(word.start).toBeGreaterThanOrEqual(from);
					from = word.end;
				}
			}),
			{ numRuns: 40 },
		);
	});
});
