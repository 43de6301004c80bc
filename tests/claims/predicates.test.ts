import { describe, expect, test } from "vitest";
import { PREDICATES, predicateOf } from "../../src/claims/predicates.ts";
import { readTerms } from "../../src/text/terms.ts";

function named(word: string): string | null {
	const [term] = readTerms(word);
	return term === undefined ? null : (predicateOf(term.text)?.name ?? null);
}

describe("predicateOf", () => {
	test.each([
		["killed", "killed"],
		["deaths", "killed"],
		["dead", "killed"],
		["died", "killed"],
		["injuries", "injured"],
		["wounded", "injured"],
		["hired", "added"],
		["layoffs", "cut"],
		["evacuees", "evacuated"],
		["turnout", "turnout"],
		["voters", null],
		["violin", null],
	])("%s: %s", (word, name) => {
		expect(named(word)).toBe(name);
	});

	test("no stem stands for two", () => {
		const stems = PREDICATES.flatMap(({ name, words }) =>
			[...new Set(readTerms(words).map(({ text }) => text))].map(stem => `${stem} ${name}`),
		);
		const twice = stems.map(row => row.split(" ")[0]);
		expect(twice.filter((stem, index) => twice.indexOf(stem) !== index)).toEqual([]);
	});
});
