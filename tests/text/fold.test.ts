import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, foldAccents, foldSpelling, foldWords } from "../../src/text/fold.ts";

describe("fold", () => {
	test.each([
		["“Mining’s Core”", '"mining\'s core"'],
		["‘a’ ‚b‘ `c´", "'a' 'b' 'c'"],
		["«x» „y‟", '"x" "y"'],
		["2019–20 — on‑device − 3", "2019-20 - on-device - 3"],
		["a\u00a0b\tc\r\nd", "a b c  d"],
		["ÉTÉ", "été"],
	])("%j is %j", (text, folded) => {
		expect(fold(text)).toBe(folded);
	});

	test("keeps the length, so that spans hold", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), text => {
				expect(fold(text)).toHaveLength(text.length);
				expect(foldAccents(text)).toHaveLength(text.length);
			}),
		);
	});

	test("leaves a letter whose lower case is longer", () => {
		expect(fold("İzmir")).toBe("İzmir");
	});

	test("is the same when done twice", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), text => fold(fold(text)) === fold(text)),
		);
	});
});

test("foldAccents takes off what one code unit can lose", () => {
	expect(foldAccents("São Tomé, Ångström, ﬁn, Ho\u0301")).toBe("Sao Tome, Angstrom, ﬁn, Ho\u0301");
});

test("foldWords leaves words and single spaces", () => {
	expect(foldWords(" Why It Matters: ")).toBe("why it matters");
	expect(foldWords("“Why—it matters?”")).toBe("why it matters");
	expect(foldWords("—")).toBe("");
});

describe("foldSpelling", () => {
	test.each([
		["Decentralised", "decentralized"],
		["decentralisation", "decentralization"],
		["organisations", "organizations"],
		["minimising", "minimizing"],
		["criticises", "criticizes"],
		["centre", "center"],
		["centred", "centered"],
		["centring", "centering"],
		["kilometres", "kilometers"],
		["theatre", "theater"],
		["colour", "color"],
		["favourite", "favorite"],
		["neighbourhoods", "neighborhoods"],
		["labour", "labor"],
		["behavioural", "behavioral"],
		["programme", "program"],
		["analyse", "analyze"],
		["paralysed", "paralyzed"],
		["defence", "defense"],
		["travelling", "traveling"],
		["cancelled", "canceled"],
		["counsellor", "counselor"],
		["fulfilment", "fulfillment"],
		["skilful", "skillful"],
		["catalogues", "catalogs"],
		["catalogued", "cataloged"],
		["licence", "license"],
		["practising", "practicing"],
		["aluminium", "aluminum"],
		["tyres", "tires"],
		["sceptical", "skeptical"],
		["grey", "gray"],
	])("%s becomes %s", (british, american) => {
		expect(foldSpelling(british)).toBe(american);
		expect(foldSpelling(american)).toBe(american);
	});

	test.each(
		`advise advised promise promising surprised enterprise exercise raise raised praise noise rise
		uprising otherwise precise compromise franchise expertise television promised disable miser crises
		our hour four course source journal tourism encourage acre ogre controlled compelled willing wills
		metric literal fence sentence cancellation analysis tunnels modeling`.split(/\s+/u),
	)("%s stays", word => {
		expect(foldSpelling(word)).toBe(word);
	});
});
