import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { slice } from "../../src/text/span.ts";
import { foldWord, readTerms, stems } from "../../src/text/terms.ts";

describe("terms are", () => {
	test.each([
		["stems", "Miners were mining the mined coins", "miner mine mine coin"],
		["without possessives", "Brazil's farmers’ prices", "brazil farmer price"],
		["dotted letters as one", "U.S. and U.S . and E.U. rules", "us us eu rule"],
		["not a sentence's end", "It fell. A bank closed", "fell bank close"],
		["without accents", "Café Müller in Łódź, Ærø", "cafe muller lodz aero"],
		["with letters that carry their accent apart", "Cafe\u0301", "cafe"],
		["in one spelling", "the centre of labour organised", "center of labor organized"],
		["without apostrophes", "O’Brien doesn't", "obrien"],
		[
			"parts of tags and handles",
			"#FloodRelief2031 @JaneRoe #ECB",
			"flood relief 2031 jane roe ecb",
		],
		["whole over soft hyphens", "co\u00ADoperation", "cooperation"],
		["parts of compounds", "solar-powered", "solar powered"],
		["a country and a pronoun alike", "the US told us", "us told us"],
	])("%s", (_, text, expected) => {
		expect(stems(text)).toEqual(stems(expected));
		expect(stems(text).length).toBe(expected.split(" ").filter(word => word !== "of").length);
	});

	test("none of a text of stop words and marks", () => {
		expect(readTerms("This is what they would not have — you don't!")).toEqual([]);
		expect(readTerms("")).toEqual([]);
	});
});

describe("numbers are values", () => {
	test.each([
		["20,000 seats", "20000 seat"],
		["3.5 points", "3.5 point"],
		["$100k", "100000"],
		["€3.5bn", "3500000000"],
		["£0.1 million", "100000 million"],
		["100 000", "100 0"],
		["two million homes", "2000000 million home"],
		["seven ships", "7 ship"],
		["a 2-million fund", "2000000 million fund"],
		["the 13th of May", "13 may"],
		["the 1990s", "1990"],
		["1.50 and 1.5", "1.5 1.5"],
		["80kg and 80 kg", "80 kg 80 kg"],
		["version 1.2.3", "version 1.2.3"],
		["5G on the S23", "5g s23"],
		["10:30", "10 30"],
		["20 min", "20 min"],
		["account 123456789012345678", "account 123456789012345678"],
	])("%s", (text, expected) => {
		expect(stems(text)).toEqual(expected.split(" "));
	});

	test("however they are printed", () => {
		const forms = ["$100k", "100,000 dollars", "0.1 million", "100000", "0.1m", "0.1-million"];
		for (const form of forms) expect(stems(form)).toContain("100000");
	});
});

test("each term stands at its span", () => {
	const text = "Łódź’s #RiverFlood cost £2.5m, or two thousand jobs";
	expect(readTerms(text).map(term => [slice(text, term), term.word])).toEqual([
		["Łódź’s", "lodz"],
		["River", "river"],
		["Flood", "flood"],
		["cost", "cost"],
		["2.5m", "2500000"],
		["two", "two"],
		["thousand", "thousand"],
		["jobs", "jobs"],
	]);
});

test("terms stand in order, within the text, and do not overlap", () => {
	const pieces = fc.constantFrom(
		"U.S.",
		"100k",
		"Zoë's",
		"#BigNews",
		" ",
		"\n",
		"-",
		"’",
		"3,000.5",
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: "binary" }))), parts => {
			const text = parts.join("");
			let end = 0;
			for (const term of readTerms(text)) {
				expect(term.start).toBeGreaterThanOrEqual(end);
				expect(term.end).toBeGreaterThan(term.start);
				expect(term.text).not.toBe("");
				end = term.end;
			}
			expect(end).toBeLessThanOrEqual(text.length);
		}),
	);
});

test("a whole number is found by its value, with or without separators", () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 1e12 }), value => {
			expect(stems(value.toLocaleString("en"))).toEqual([String(value)]);
		}),
	);
});

test("foldWord gives one form of a word", () => {
	expect(["Müller’s", "MULLER", "muller"].map(foldWord)).toEqual(["muller", "muller", "muller"]);
	expect(["U.S.", "Colour", "colours"].map(foldWord)).toEqual(["us", "color", "colors"]);
});
