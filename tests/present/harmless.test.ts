import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HARMLESS_ROWS, harmless, harmlessLine } from "../../src/present/harmless.ts";

const ESC = "\u001B";

describe("harmless", () => {
	test.each([
		["plain words, accents and emoji stay", "Zürich 👍🏽 – “ok” ½", "Zürich 👍🏽 – “ok” ½"],
		["a line feed stays", "one\ntwo", "one\ntwo"],
		[
			"other line breaks become line feeds",
			"one\r\ntwo\rthree\u2028four\u0085five",
			"one\ntwo\nthree\nfour\nfive",
		],
		["a tab becomes a space", "one\ttwo", "one two"],
		["a color sequence goes whole", `${ESC}[1;31mred${ESC}[0m`, "red"],
		["the one-character form of it too", "\u009B31mred", "red"],
		["a title sequence goes with its text", `${ESC}]0;owned\u0007safe`, "safe"],
		[
			"a hyperlink sequence leaves its label",
			`${ESC}]8;;https://a.example${ESC}\\label${ESC}]8;;${ESC}\\`,
			"label",
		],
		["an unfinished sequence goes", `end${ESC}`, "end"],
		["an unfinished title ends with its line", `${ESC}]0;open\nnext`, "\nnext"],
		["a reset goes", `a${ESC}cb`, "ab"],
		["control characters are shown as unknown", "a\u0000b\u0007c\u007F", "a\uFFFDb\uFFFDc\uFFFD"],
		["direction marks go", "a\u202Egnp.exe\u202C\u2066b\u2069\u200F", "agnp.exeb"],
		["zero-width characters go", "@\u200Beveryone\uFEFF so\u00ADft\u2060", "@everyone soft"],
		["tags go", "hi\u{E0068}\u{E0069}", "hi"],
		["fillers become spaces", "a\u3164b\u2800c", "a b c"],
		["a lone surrogate is shown as unknown", "a\uD800b", "a\uFFFDb"],
		["the selector of an emoji stays", "\u2764\uFE0F", "\u2764\uFE0F"],
		["piled-up marks are cut", `a${"\u0301".repeat(40)}b`, `a${"\u0301".repeat(4)}b`],
	])("%s", (_, text, expected) => {
		expect(harmless(text)).toBe(expected);
	});

	test("what comes out has no character of the table that is not its own form", () => {
		const forms = new Set(HARMLESS_ROWS.flatMap(row => [...row.form]));
		const inTable = (character: string): boolean =>
			HARMLESS_ROWS.some(row =>
				row.ranges.some(([from, to]) => {
					const point = character.codePointAt(0) ?? 0;
					return from <= point && point <= to;
				}),
			);
		const unit = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.constantFrom(ESC, "[31m", "\u202E", "\u200B", "\uD800", "\u009D", "\\"),
		);
		fc.assert(
			fc.property(fc.array(unit), parts => {
				const dangerous = [...harmless(parts.join(""))].filter(
					character => inTable(character) && !forms.has(character),
				);
				expect(dangerous).toEqual([]);
			}),
		);
	});

	test("doing it twice changes nothing more", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), text => {
				expect(harmless(harmless(text))).toBe(harmless(text));
			}),
		);
	});
});

describe("harmlessLine", () => {
	test.each([
		["a line break becomes one space", " one \r\n\n two\u2029three ", "one two three"],
		["spaces inside a line stay", "one  two", "one  two"],
	])("%s", (_, text, expected) => {
		expect(harmlessLine(text)).toBe(expected);
	});
});
