import { describe, expect, test } from "vitest";
import type { Draft } from "./coverage.ts";
import { claimsOf } from "./coverage.ts";

const HERALD: Draft = [
	"Herald",
	"“The old cranes are slow, costly and dangerous,” said Ruth Okafor, the director of the port.",
];
const ECHO: Draft = ["Echo", '"The old cranes are slow, costly, and dangerous", said Ruth Okafor.'];
const WIRE: Draft = [
	"Wire",
	"“The old cranes are slow, expensive and dangerous,” Ruth Okafor said.",
];
const POST: Draft = ["Post", "Ruth Okafor said the old cranes were slow, costly and dangerous."];
const STAR: Draft = ["Star", "Nothing happened at the library."];

describe("quotationDrafts", () => {
	test("says how each outlet prints the words", () => {
		const [claim, ...others] = claimsOf("quotation", HERALD, ECHO, WIRE, POST, STAR);
		expect(others).toEqual([]);
		expect(claim?.reports.map(({ outlet, form }) => [outlet, form])).toEqual([
			["Herald", "exact"],
			["Echo", "folded"],
			["Wire", "changed"],
			["Post", "paraphrase"],
		]);
		expect(claim?.silent).toEqual(["Star"]);
		expect(claim?.measure).toBe("words of Ruth Okafor");
	});

	test("other words inside the marks are another position; a paraphrase holds nobody to words", () => {
		const [claim] = claimsOf("quotation", HERALD, ECHO, WIRE, POST);
		expect(claim?.positions).toEqual([
			{ value: claim?.label, reports: [0, 1, 3] },
			{ value: "The old cranes are slow, expensive and dangerous,", reports: [2] },
		]);
		expect(claim?.difference).toEqual(["contradiction"]);
	});

	test("two translations of an office that speaks another language do not contradict", () => {
		const first: Draft = [
			"Herald",
			"“The old cranes are slow, costly and dangerous,” said Chile’s trade ministry.",
		];
		const second: Draft = [
			"Wire",
			"“The old cranes are slow, expensive and dangerous,” Chile’s trade ministry said.",
		];
		const [claim] = claimsOf("quotation", first, second);
		expect(claim?.agreement).toBe("agree");
		expect(claim?.reports.map(({ form }) => form)).toEqual(["exact", "changed"]);
	});

	test("words that all print alike agree", () => {
		const [claim] = claimsOf("quotation", HERALD, ECHO);
		expect(claim).toMatchObject({ agreement: "agree", difference: [] });
	});

	test("credits the speaker with the cue", () => {
		const [claim] = claimsOf("quotation", WIRE);
		expect(claim?.reports[0]?.attribution).toEqual({ source: "Ruth Okafor", cue: "said" });
	});

	test("words that nobody says have no speaker", () => {
		const [claim] = claimsOf("quotation", [
			"Herald",
			"They call it the “Green Mile” of the coast.",
		]);
		expect(claim).toMatchObject({ measure: "words in quotation marks" });
		expect(claim?.reports[0]).toMatchObject({ printed: "Green Mile", attribution: null });
	});

	test("leaves out what stands in page furniture", () => {
		expect(claimsOf("quotation", ["Herald", "Read more: “The cranes that ate a town”"])).toEqual(
			[],
		);
	});
});
