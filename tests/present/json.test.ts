import { describe, expect, test } from "vitest";
import type { Figure } from "../../src/figures/figure.ts";
import { jsonOfAnswer, jsonOfClaims, jsonOfExtract } from "../../src/present/json.ts";
import type { Quotation } from "../../src/quotations/quotation.ts";
import { answerSchema, claimsSchema, extractSchema } from "./json-contract.ts";
import { ANSWER, CLAIM, SNAPSHOT, STORY } from "./sample.ts";

describe("jsonOfAnswer", () => {
	test("has the keys of the contract and no other, in its order", () => {
		const json = answerSchema.parse(jsonOfAnswer(ANSWER));
		expect(Object.keys(json)).toEqual([
			"kind",
			"story",
			"question",
			"text",
			"claims",
			"excerpts",
			"silent",
			"checks",
			"notes",
		]);
		expect(Object.keys(json.claims[0]?.reports[0] ?? {})).toEqual([
			"outlet",
			"article",
			"via",
			"printed",
			"value",
			"unit",
			"bound",
			"trend",
			"asOf",
			"attribution",
			"strength",
			"form",
			"excerpt",
		]);
	});

	test("says what the answer says", () => {
		const { sections, choices, ...rest } = ANSWER;
		expect(jsonOfAnswer(ANSWER)).toEqual(rest);
	});

	test("leaves the question out where none was asked", () => {
		expect(jsonOfAnswer({ ...ANSWER, question: null })).not.toHaveProperty("question");
	});

	test("leaves out what a later part of the program hangs on a claim", () => {
		const more = { ...CLAIM, weight: 3 };
		answerSchema.parse(jsonOfAnswer({ ...ANSWER, claims: [more] }));
	});
});

test("jsonOfClaims names the story's articles by their files", () => {
	const json = claimsSchema.parse(jsonOfClaims({ ...STORY, claims: [CLAIM] }, SNAPSHOT));
	expect(json).toMatchObject({ story: "lake", revision: "abc123", asOf: SNAPSHOT.asOf });
	expect(json.articles[1]).toEqual({
		id: "shore-daily",
		outlet: "Shore Daily",
		file: "shore-daily.md",
		title: "The lake, by Shore Daily",
		url: "https://shore-daily.example/lake",
		published: "2031-05-03T09:30:00+02:00",
	});
});

describe("jsonOfExtract", () => {
	const figure: Figure = {
		start: 4,
		end: 14,
		text: "40 million",
		kind: "count",
		value: 40_000_000,
		unit: "litre",
		bound: "about",
		trend: null,
		counts: "lake",
		iso: null,
		conversion: null,
		changedFrom: null,
	};
	const quotation: Quotation = {
		start: 20,
		end: 23,
		text: "dry",
		speaker: "Vera Lund",
		speakerAsPrinted: "Lund",
		cue: "said",
		kind: "speech",
	};

	test("has the keys of the contract and no other", () => {
		const json = extractSchema.parse(jsonOfExtract("t1", [figure], [quotation]));
		expect(json.figures[0]).toMatchObject({ text: "40 million", value: 40_000_000 });
		expect(json.quotations[0]).toEqual({
			start: 20,
			end: 23,
			text: "dry",
			speaker: "Vera Lund",
			cue: "said",
		});
	});

	test.each([
		["2031-05-04", "2031-05-04"],
		[null, "last Sunday"],
	])("a date with the form %s has the text %s and no value", (iso, text) => {
		const date: Figure = { ...figure, kind: "date", text: "last Sunday", value: 4, iso };
		expect(extractSchema.parse(jsonOfExtract(7, [date], [])).figures[0]).toMatchObject({
			text,
			value: null,
		});
	});
});
