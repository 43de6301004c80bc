import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildClaims, weighBy } from "../../src/claims/build.ts";
import { excerptHolds } from "../../src/corpus/excerpt.ts";
import { claimsOf, coverageOf, type Draft } from "./coverage.ts";

const PARAGRAPHS = [
	"The harbor bridge will cost $48 million, the council said on Monday.",
	"Building the bridge across the harbor costs $48m.",
	"The bridge over the harbor will cost $61 million, according to Marram Research.",
	"“The old cranes are slow, costly and dangerous,” said Ruth Okafor, director of the port.",
	"Ruth Okafor said the old cranes were slow, expensive and dangerous.",
	"The storm on April 12, 2031 left 14 people dead and 30 injured.",
	"Spring floods are kept out of the valley by the dam.",
	"# Storm leaves 12 dead",
	"Share this article",
	"Subscribe to our newsletter for breaking news from the harbor.",
] as const;

const articles = fc.uniqueArray(
	fc.record({
		outlet: fc.constantFrom("Herald", "Echo", "Wire", "Post"),
		id: fc.stringMatching(/^[a-z]{6}$/u),
		published: fc.constantFrom(null, "2031-04-13", "2031-04-14"),
		paragraphs: fc.uniqueArray(fc.constantFrom(...PARAGRAPHS), { minLength: 1, maxLength: 5 }),
	}),
	{ minLength: 1, maxLength: 4, selector: ({ id }) => id },
);

const stories = articles.map(drafts =>
	coverageOf(
		...drafts.map(
			({ outlet, paragraphs, ...known }): Draft => [outlet, paragraphs.join("\n\n"), known],
		),
	),
);

describe("buildClaims", () => {
	test("each report stands in exactly one position, and each excerpt in its article", () => {
		fc.assert(
			fc.property(stories, texts => {
				for (const claim of buildClaims(texts)) {
					const placed = claim.positions.flatMap(({ reports }) => reports);
					expect(placed.toSorted((a, b) => a - b)).toEqual([...claim.reports.keys()]);
					for (const { article, outlet, printed, excerpt } of claim.reports) {
						const text = texts.find(each => each.article.id === article);
						expect(text?.article.outlet).toBe(outlet);
						expect(text && excerptHolds(excerpt, text.article)).toBe(true);
						expect(text?.article.body).toContain(printed);
					}
				}
			}),
			{ numRuns: 15 },
		);
	});

	test("who reports and who is silent are all outlets, and nobody is both", () => {
		fc.assert(
			fc.property(stories, texts => {
				const outlets = new Set(texts.map(({ article }) => article.outlet));
				for (const { reports, silent, agreement, positions } of buildClaims(texts)) {
					const reporting = new Set(reports.map(({ outlet }) => outlet));
					expect(new Set([...reporting, ...silent])).toEqual(outlets);
					expect(reporting.size + silent.length).toBe(outlets.size);
					expect(agreement === "differ").toBe(positions.length > 1);
					expect(agreement === "agree").toBe(positions.length === 1 && reporting.size > 1);
				}
			}),
			{ numRuns: 15 },
		);
	});

	test("the same articles give the same claims, each with a label of its own", () => {
		fc.assert(
			fc.property(stories, texts => {
				const claims = buildClaims(texts);
				expect(buildClaims(texts)).toEqual(claims);
				expect(new Set(claims.map(({ label }) => label)).size).toBe(claims.length);
				expect(claims.every(({ label, measure }) => label !== "" && measure !== "")).toBe(true);
			}),
			{ numRuns: 8 },
		);
	});

	test("page furniture gives no claims", () => {
		const body = [
			"Home > News > Harbor",
			"Subscribe to our newsletter for $5 a month and get 300 stories in your inbox",
			"Share this article",
			"Related: 12 bridges that fell",
			"© 2031 The Herald. All rights reserved.",
			"This article is for informational purposes only and does not constitute financial advice.",
		].join("\n\n");
		expect(buildClaims(coverageOf(["Herald", body]))).toEqual([]);
	});

	test("what a page says twice counts once", () => {
		const sentence = "The harbor bridge will cost $48 million, the council said.";
		const claims = claimsOf("figure", ["Herald", `${sentence}\n\n${sentence}`]);
		expect(claims.map(({ reports }) => reports.length)).toEqual([1]);
	});

	test("a card's reports are the page's, via the outlet whose card it is", () => {
		const card = [
			"The harbor bridge will cost $48 million, the council said.",
			"“Marram Wire offers news of ports and ships.”",
			"— Page Editor",
			"The old bridge carried 9,000 lorries a day.",
		].join("\n");
		const reports = claimsOf("figure", ["Herald", card], ["Echo", "It rained."]).flatMap(
			claim => claim.reports,
		);
		expect(reports.map(({ outlet, via, printed }) => [outlet, via, printed])).toEqual([
			["Herald", null, "$48 million"],
			["Herald", "Marram Wire", "9,000"],
		]);
	});

	test("no articles give no claims", () => {
		expect(buildClaims([])).toEqual([]);
	});
});

describe("weighBy", () => {
	const weigh = weighBy(
		coverageOf(["Herald", "The harbor froze. The harbor thawed. A barrage is planned."]),
	);

	test("rare stems tell more than common ones, and unknown ones most", () => {
		expect(weigh("barrag")).toBeGreaterThan(weigh("harbor"));
		expect(weigh("violin")).toBeGreaterThan(weigh("barrag"));
	});

	test("a story of no words weighs nothing", () => {
		expect(weighBy([])("harbor")).toBe(0);
	});
});
