import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareWording, trimWords } from "../../src/quotations/wording.ts";

describe("compareWording", () => {
	test.each([
		["Rents will fall,", "Rents will fall", "exact"],
		["“Rents will fall.”", "Rents will fall", "exact"],
		["Rents will fall", "rents will fall", "folded"],
		["the city’s centre", "the city's center", "folded"],
		["a long—very long—road", "a long-very long-road", "folded"],
		["Rents will fall", "Rents may fall", "changed"],
		["Rents will fall", "Rents will fall soon", "changed"],
		["", "", "exact"],
		["", "Rents", "changed"],
	] as const)("%s / %s: %s", (a, b, form) => {
		expect(compareWording(a, b).form).toBe(form);
	});

	test("names the words that changed, each with the space before it", () => {
		expect(compareWording("AI may win the race", "AI might win").changes).toEqual([
			{ kind: "same", text: "AI" },
			{ kind: "removed", text: " may" },
			{ kind: "added", text: " might" },
			{ kind: "same", text: " win" },
			{ kind: "removed", text: " the race" },
		]);
	});

	test("gives one piece when no word differs", () => {
		expect(compareWording("Rents Fall", "rents fall").changes).toEqual([
			{ kind: "same", text: "Rents Fall" },
		]);
	});

	const words = fc.array(fc.constantFrom("rents", "may", "fall", "in", "the", "north"), {
		maxLength: 8,
	});

	test("joins to the second printing", () => {
		fc.assert(
			fc.property(words, words, (a, b) => {
				const { changes } = compareWording(a.join(" "), b.join(" "));
				const second = changes.filter(({ kind }) => kind !== "removed");
				expect(
					second
						.map(({ text }) => text)
						.join("")
						.trim(),
				).toBe(b.join(" "));
			}),
		);
	});

	test("has the same form both ways", () => {
		fc.assert(
			fc.property(words, words, (a, b) => {
				const there = compareWording(a.join(" "), b.join(" ")).form;
				expect(compareWording(b.join(" "), a.join(" ")).form).toBe(there);
			}),
		);
	});
});

describe("trimWords", () => {
	test.each([
		["“Rents fell,”", "Rents fell"],
		["(rents fell)…", "rents fell"],
		["don't stop", "don't stop"],
		["…", ""],
	])("%s", (text, wanted) => {
		expect(trimWords(text)).toBe(wanted);
	});
});
