import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { frequencyRank, nearness } from "../../src/text/meaning.ts";

const words = fc.constantFrom("spend", "cost", "rain", "river", "doctor", "the", "qwxz", "flood");

describe("nearness", () => {
	test("is higher for words of near use", () => {
		expect(nearness("flood", "storm") ?? 0).toBeGreaterThan(nearness("flood", "violin") ?? 1);
		expect(nearness("doctor", "physician")).toBeGreaterThan(0.5);
	});

	test("is 1 for the same word, known or not", () => {
		expect(nearness("rain", "rain")).toBe(1);
		expect(nearness("qwxz", "qwxz")).toBe(1);
	});

	test("is null where a word is unknown", () => {
		expect(nearness("rain", "qwxz")).toBeNull();
		expect(nearness("qwxz", "rain")).toBeNull();
		expect(nearness("rain", "constructor")).not.toBe(1);
	});

	test("is the same both ways, from -1 to 1", () => {
		fc.assert(
			fc.property(words, words, (a, b) => {
				const near = nearness(a, b);
				expect(nearness(b, a)).toBe(near);
				expect(Math.abs(near ?? 0)).toBeLessThanOrEqual(1.02);
			}),
			{ numRuns: 40 },
		);
	});
});

describe("frequencyRank", () => {
	test("is lower for a more frequent word", () => {
		expect(frequencyRank("the") ?? 1).toBeLessThan(100);
		expect(frequencyRank("market") ?? 0).toBeLessThan(frequencyRank("barrage") ?? 0);
	});

	test.each(["qwxz", "", "The"])("%j has none", word => {
		expect(frequencyRank(word)).toBeNull();
	});
});
