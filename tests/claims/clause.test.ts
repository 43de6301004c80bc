import { expect, test } from "vitest";
import { clauseEndsIn } from "../../src/claims/clause.ts";

test.each([
	["rose in the spring", 0],
	["rose, and wages", 2],
	["rose while wages", 1],
	["", 0],
])("%s: %i", (words, ends) => {
	expect(clauseEndsIn(words)).toBe(ends);
});
