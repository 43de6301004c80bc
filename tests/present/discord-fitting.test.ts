import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutLine, cutText, paginate } from "../../src/present/fitting.ts";

const upTo = (room: number) => (shown: string) => shown.length <= room;

describe("cutText", () => {
	const text = "The U.S. index fell 3.5 points. It rose later! Nobody said why.";

	it.each([
		[100, text, 0],
		[50, "The U.S. index fell 3.5 points. It rose later!", 3],
		[40, "The U.S. index fell 3.5 points.", 6],
		[20, "The U.S. index fell", 8],
		[2, "Th", 12],
		[0, "", 12],
	])("within %i characters", (room, shown, wordsLeft) => {
		expect(cutText(text, upTo(room))).toEqual({ shown, wordsLeft });
	});

	it("never ends inside a character", () => {
		expect(cutText("😀😀😀", upTo(3)).shown).toBe("😀");
	});

	it("gives a beginning of the text that fits", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), fc.nat(30), (words, room) => {
				const { shown } = cutText(words, upTo(room));
				expect(words.startsWith(shown)).toBe(true);
				expect(shown.length).toBeLessThanOrEqual(room);
			}),
		);
	});
});

describe("cutLine", () => {
	it("keeps what fits, and marks a cut", () => {
		expect(cutLine("edge AI market", upTo(14))).toBe("edge AI market");
		expect(cutLine("edge AI market", upTo(10))).toBe("edge AI…");
		expect(cutLine("market", upTo(4))).toBe("mar…");
		expect(cutLine("market", upTo(1))).toBe("…");
	});
});

describe("paginate", () => {
	const item = (text: string) => () => text;
	const room =
		(characters: number, pieces = 10) =>
		() => ({ characters, pieces });

	it("gives one page for nothing", () => {
		expect(paginate([], room(10))).toEqual([{ pieces: [], itemsSoFar: 0 }]);
	});

	it("repeats a heading where its part goes on", () => {
		const parts = [{ heading: "A", items: ["1111111", "2222222", "33333"].map(item) }];
		expect(paginate(parts, room(18)).map(page => page.pieces)).toEqual([
			["A", "1111111", "2222222"],
			["A (continued)", "33333"],
		]);
	});

	it("moves a heading along with its first item", () => {
		const parts = [
			{ heading: null, items: [item("11111")] },
			{ heading: "B", items: [item("22222")] },
			{ heading: "C", items: [] },
		];
		expect(paginate(parts, room(8))).toEqual([
			{ pieces: ["11111"], itemsSoFar: 1 },
			{ pieces: ["B", "22222", "C"], itemsSoFar: 3 },
		]);
	});

	it("keeps within the pieces of a page", () => {
		const parts = [{ heading: null, items: ["a", "b", "c"].map(item) }];
		expect(paginate(parts, room(100, 2)).map(page => page.pieces)).toEqual([["a", "b"], ["c"]]);
	});

	it("hands each item the least room that a page has for it", () => {
		const rooms: number[] = [];
		const parts = [
			{
				heading: "H",
				items: [
					(characters: number) => {
						rooms.push(characters);
						return "x";
					},
				],
			},
		];
		paginate(parts, page => ({ characters: page === 0 ? 50 : 90, pieces: 5 }));
		expect(rooms).toEqual([50 - "H (continued)".length]);
	});

	it("shows every item once and in order", () => {
		const texts = fc.array(
			fc.string({ maxLength: 20 }).map(text => `x${text}`),
			{ maxLength: 30 },
		);
		fc.assert(
			fc.property(texts, texts => {
				const pages = paginate([{ heading: null, items: texts.map(item) }], room(25, 4));
				expect(pages.flatMap(page => page.pieces)).toEqual(texts);
				expect(pages.at(-1)?.itemsSoFar).toBe(texts.length);
			}),
		);
	});
});
