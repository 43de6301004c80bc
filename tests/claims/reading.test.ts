import { describe, expect, test } from "vitest";
import { isReportable, readForClaims, sentenceAt } from "../../src/claims/reading.ts";
import { byPublication, excerptOf, reportOf } from "../../src/claims/reports.ts";
import { coverageOf, type Draft } from "./coverage.ts";

const BODY = "Rain fell on Oakton.\n\nShare this article\n\nThe river rose.";

describe("readForClaims", () => {
	test("leaves furniture out", () => {
		const [reading] = readForClaims(coverageOf(["Herald", BODY]));
		expect(reading?.sentences.map(({ text }) => text)).toEqual([
			"Rain fell on Oakton.",
			"The river rose.",
		]);
		expect(reading?.text.sentences.filter(sentence => !isReportable(sentence))).toHaveLength(1);
	});

	test.each<readonly [string, readonly (string | null)[], readonly (string | null)[]]>([
		["its own day", ["2031-03-01", "2031-03-05"], ["2031-03-01", "2031-03-05"]],
		[
			"that of most",
			["2031-03-01", "2031-03-05", "2031-03-05", null],
			["2031-03-01", "2031-03-05", "2031-03-05", "2031-03-05"],
		],
		[
			"of equals the earliest",
			[null, "2031-03-05", "2031-03-01"],
			["2031-03-01", "2031-03-05", "2031-03-01"],
		],
		[
			"the day without the hour",
			["2031-03-05T09:30:00+02:00", null],
			["2031-03-05T09:30:00+02:00", "2031-03-05"],
		],
		["none", [null, null], [null, null]],
	])("an article has %s", (_, published, days) => {
		const drafts = published.map(
			(each, index): Draft => [`Outlet ${index}`, BODY, { published: each }],
		);
		const readings = readForClaims(coverageOf(...drafts));
		expect(readings.map(({ day }) => day)).toEqual(days);
		expect(readings.map(({ dayIsBorrowed }) => dayIsBorrowed)).toEqual(
			published.map((each, index) => each === null && days[index] !== null),
		);
	});

	test("reads whom the article credits and what it quotes", () => {
		const [reading] = readForClaims(
			coverageOf(["Herald", "“It is safe,” said Ruth Okafor. Okafor smiled."]),
		);
		expect(reading?.attributions.map(({ source }) => source)).toEqual(["Ruth Okafor"]);
		expect(reading?.quotations.map(({ text }) => text)).toEqual(["It is safe,"]);
	});
});

describe("sentenceAt", () => {
	const [reading] = readForClaims(coverageOf(["Herald", BODY]));
	const at = (words: string) => {
		const start = BODY.indexOf(words);
		const sentence = reading && sentenceAt(reading, { start, end: start + words.length });
		return sentence?.text ?? null;
	};

	test("finds the sentence in which a span begins", () => {
		expect(at("river")).toBe("The river rose.");
		expect(at("Oakton.\n\nShare")).toBe("Rain fell on Oakton.");
	});

	test("finds none in furniture", () => {
		expect(at("Share")).toBeNull();
	});
});

describe("reportOf", () => {
	test("holds the sentence, verbatim", () => {
		const [text] = coverageOf(["Herald", BODY, { url: "https://herald.example/rain" }]);
		const sentence = text?.sentences.at(-1);
		if (text === undefined || sentence === undefined) throw new Error("no sentence");
		const report = reportOf(text, sentence, "river");
		expect(report).toMatchObject({
			outlet: "Herald",
			article: "herald",
			printed: "river",
			value: null,
			bound: "exactly",
		});
		expect(report.excerpt).toEqual(excerptOf(text, sentence));
		expect(BODY.slice(report.excerpt.start, report.excerpt.end)).toBe("The river rose.");
	});
});

describe("byPublication", () => {
	test("the earliest first, undated last, else as they are", () => {
		const texts = coverageOf(
			["A", BODY],
			["B", BODY, { published: "2031-03-02T09:00:00+09:00" }],
			["C", BODY, { published: "2031-03-02T05:00:00Z" }],
			["D", BODY, { published: "2031-03-01" }],
			["E", BODY],
			["F", BODY, { published: "2031-03-01" }],
		);
		expect(texts.toSorted(byPublication).map(({ article }) => article.outlet)).toEqual([
			"D",
			"F",
			"B",
			"C",
			"A",
			"E",
		]);
	});
});
