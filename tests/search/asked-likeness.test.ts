import { describe, expect, test } from "vitest";
import { contextOf, MET } from "../../src/claims/context.ts";
import { askedLikeness, rememberedLikeness } from "../../src/search/asked-likeness.ts";

const term = (word: string) => {
	const [found] = contextOf(word);
	if (found === undefined) throw new Error(`${word} is no term`);
	return found;
};

describe("askedLikeness", () => {
	test.each([
		["ferry", "ferries", 1],
		["purchase", "acquire", 0.6],
		["monopolies", "monopolistic", 0.6],
	])("%j is met by %j", (asked, other, least) => {
		expect(askedLikeness(term(asked), term(other))).toBeGreaterThanOrEqual(least);
	});

	test("a word that must be met is not met by its sense alone", () => {
		const needed = { ...term("relocate"), needed: true };
		expect(askedLikeness(term("relocate"), term("move"))).toBeGreaterThan(MET);
		expect(askedLikeness(needed, term("move"))).toBeLessThan(MET);
	});

	test("what is remembered is what was found, needed or not", () => {
		const alike = rememberedLikeness();
		for (const needed of [false, true, false, true]) {
			const asked = { ...term("toll"), needed };
			expect(alike(asked, term("price"))).toBe(askedLikeness(asked, term("price")));
		}
	});
});
