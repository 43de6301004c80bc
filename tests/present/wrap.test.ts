import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOf, wrap } from "../../src/present/wrap.ts";

describe("wrap", () => {
	test.each<[string, number, readonly string[]]>([
		["", 10, [""]],
		["one two three", 20, ["one two three"]],
		["one two three", 7, ["one two", "three"]],
		["one\n\ntwo", 20, ["one", "", "two"]],
		["abcdefghij k", 4, ["abcd", "efgh", "ij k"]],
		["日本語の水", 6, ["日本語", "の水"]],
		["a 👍🏽👍🏽 b", 4, ["a", "👍🏽👍🏽", "b"]],
	])("%j at %i columns", (text, width, lines) => {
		expect(wrap(text, width)).toEqual(lines);
	});

	test("no line is wider, and no word is lost", () => {
		const words = fc.array(fc.stringMatching(/^[a-zé日ß.]{1,12}$/), { minLength: 1 });
		fc.assert(
			fc.property(words, fc.integer({ min: 2, max: 30 }), (list, width) => {
				const lines = wrap(list.join(" "), width);
				expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(width);
				expect(lines.join("").replaceAll(" ", "")).toBe(list.join(""));
			}),
		);
	});
});
