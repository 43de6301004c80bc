import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildClaims } from "../../src/claims/build.ts";
import type { Claim, Report } from "../../src/claims/claim.ts";
import { keepIds, newId, shortHash } from "../../src/claims/identity.ts";
import type { ArticleText } from "../../src/corpus/passage.ts";
import { coverageOf, type Draft } from "./coverage.ts";

const HERALD: Draft = ["Herald", "The harbor bridge will cost $48 million, the council said."];
const ECHO: Draft = ["Echo", "Building the bridge across the harbor is expected to cost $48m."];
const WIRE: Draft = ["Wire", "The new bridge over the harbor will cost $48 million."];

function figureOf(texts: readonly ArticleText[], previous: readonly Claim[]): readonly Claim[] {
	return keepIds(previous, buildClaims(texts)).filter(({ kind }) => kind === "figure");
}

function reportOf(article: string, printed: string): Report {
	const text = `It is ${printed}.`;
	return {
		outlet: article,
		article,
		via: null,
		printed,
		value: null,
		unit: null,
		bound: "exactly",
		trend: null,
		asOf: null,
		attribution: null,
		strength: null,
		form: null,
		excerpt: { outlet: article, article, text, start: 0, end: text.length, url: null, link: null },
	};
}

function claimOf(
	id: Claim["id"],
	reports: readonly Report[],
	kind: Claim["kind"] = "figure",
): Claim {
	return {
		id,
		label: "bridge",
		measure: "bridge",
		kind,
		unit: null,
		agreement: "single",
		difference: [],
		positions: [],
		reports,
		silent: [],
		checks: [],
	};
}

const [A, B, C] = [reportOf("a", "12"), reportOf("b", "12"), reportOf("c", "14")];

describe("shortHash", () => {
	// The vectors of the draft that the function names.
	test.each([
		["", 0xcbf29ce484222325n],
		["a", 0xaf63dc4c8601ec8cn],
		["foobar", 0x85944171f73967e8n],
	])("%j", (text, hash) => {
		expect(shortHash(text)).toBe(hash.toString(36));
	});

	test("is short, the same each time, and another for another text", () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (a, b) => {
				expect(shortHash(a)).toMatch(/^[0-9a-z]{1,13}$/u);
				expect(shortHash(a) === shortHash(b)).toBe(a === b);
			}),
			{ numRuns: 50 },
		);
	});
});

describe("newId", () => {
	test("has the kind and a short hash", () => {
		expect(newId("quotation", [A], "bridge")).toMatch(/^quotation-[0-9a-z]{1,10}$/u);
	});

	test("hangs on label and first report only", () => {
		expect(newId("figure", [A, B], "bridge")).toBe(newId("figure", [A], "bridge"));
		expect(newId("figure", [B, A], "bridge")).not.toBe(newId("figure", [A], "bridge"));
		expect(newId("figure", [A], "tunnel")).not.toBe(newId("figure", [A], "bridge"));
		expect(newId("figure", [], "bridge")).toMatch(/^figure-/u);
	});
});

describe("keepIds", () => {
	const ids = (claims: readonly Claim[]) => claims.map(({ id }) => id);

	test("the same coverage gets the same ids, anew and from before", () => {
		const texts = coverageOf(HERALD, ECHO);
		const first = keepIds([], buildClaims(texts));
		expect(ids(keepIds([], buildClaims(coverageOf(HERALD, ECHO))))).toEqual(ids(first));
		expect(ids(keepIds(first, buildClaims(texts)))).toEqual(ids(first));
	});

	test("a claim keeps its id when another outlet reports it", () => {
		const [before] = figureOf(coverageOf(HERALD, ECHO), []);
		const [after] = figureOf(
			coverageOf(["Wire", WIRE[1], { published: "2031-01-01" }], HERALD, ECHO),
			before === undefined ? [] : [before],
		);
		expect(after?.reports.map(({ outlet }) => outlet)).toEqual(["Wire", "Herald", "Echo"]);
		expect(after?.id).toBe(before?.id);
	});

	test("a claim keeps its id when its only outlet corrects the figure, and nothing else", () => {
		const before = figureOf(coverageOf(HERALD), []);
		const edited: Draft = [HERALD[0], HERALD[1].replace("$48", "$52")];
		expect(ids(figureOf(coverageOf(edited), before))).toEqual(ids(before));
		const other: Draft = [HERALD[0], "A ferry across the harbor will cost $52 million."];
		expect(ids(figureOf(coverageOf(other), before))).not.toEqual(ids(before));
	});

	test("a claim keeps its id when its sentence is edited beside it", () => {
		const told = "The harbor bridge will cost $48 million and take 6 years, the council said.";
		const before = figureOf(coverageOf(["Herald", told]), []);
		const later = told.replace("6 years", "7 years").replace("council said", "city council said");
		const after = figureOf(coverageOf(["Herald", later]), before);
		const costs = (claims: readonly Claim[]) => ids(claims.filter(({ unit }) => unit === "USD"));
		expect(costs(before)).toHaveLength(1);
		expect(costs(after)).toEqual(costs(before));
	});

	test("a claim keeps its id when its first report goes", () => {
		const before = figureOf(coverageOf(HERALD, ECHO), []);
		expect(ids(figureOf(coverageOf(ECHO), before))).toEqual(ids(before));
	});

	test.each<
		readonly [
			title: string,
			previous: readonly Claim[],
			now: readonly Claim[],
			wanted: readonly string[],
		]
	>([
		[
			"split in two, the larger part keeps the id",
			[claimOf("figure-old", [A, B, C])],
			[claimOf("figure-x", [C]), claimOf("figure-y", [A, B])],
			["figure-x", "figure-old"],
		],
		[
			"one that a greater one holds too stays what it was",
			[claimOf("figure-old", [A])],
			[claimOf("figure-x", [A, B, C]), claimOf("figure-y", [A])],
			["figure-x", "figure-old"],
		],
		[
			"joined from two, the larger part gives the id",
			[claimOf("figure-p", [C]), claimOf("figure-q", [A, B])],
			[claimOf("figure-x", [A, B, C])],
			["figure-q"],
		],
		[
			"of another kind, no id is kept",
			[claimOf("date-old", [A], "date")],
			[claimOf("figure-x", [A])],
			["figure-x"],
		],
		[
			"without a shared report, no id is kept",
			[claimOf("figure-old", [A])],
			[claimOf("figure-x", [B])],
			["figure-x"],
		],
		[
			"two new claims of one id are told apart",
			[],
			[claimOf("figure-x", [A]), claimOf("figure-x", [B]), claimOf("figure-x", [C])],
			["figure-x", "figure-x-2", "figure-x-3"],
		],
		[
			"an id that is kept is not given to a new claim too",
			[claimOf("figure-x", [A])],
			[claimOf("figure-x", [B]), claimOf("figure-y", [A])],
			["figure-x-2", "figure-x"],
		],
		[
			"an id told apart stays so, and is not taken twice",
			[claimOf("figure-x-2", [C])],
			[claimOf("figure-x", [A]), claimOf("figure-x", [B]), claimOf("figure-z", [C])],
			["figure-x", "figure-x-3", "figure-x-2"],
		],
	])("%s", (_, previous, now, wanted) => {
		expect(ids(keepIds(previous, now))).toEqual(wanted);
	});
});
