import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildClaims } from "../../src/claims/build.ts";
import type { Claim, Report } from "../../src/claims/claim.ts";
import { applyCorrections } from "../../src/claims/corrected.ts";
import { anchorOf, anchorOfReport, type Correction } from "../../src/claims/corrections.ts";
import { coverageOf } from "./coverage.ts";

const TEXTS = coverageOf(
	[
		"Herald",
		"The harbor bridge will cost $48 million, the council said.",
		{ published: "2031-04-01" },
	],
	["Echo", "The new bridge across the harbor will cost $52 million.", { published: "2031-04-02" }],
	["Wire", "The storm left 14 people dead along the coast.", { published: "2031-04-03" }],
	["Post", "The storm killed 17 people along the coast.", { published: "2031-04-04" }],
);

function reportOf(outlet: string, printed: string, value: number | null): Report {
	const text = `It is ${printed}, said ${outlet}.`;
	return {
		outlet,
		article: outlet.toLowerCase(),
		via: null,
		printed,
		value,
		unit: "USD",
		bound: "exactly",
		trend: null,
		asOf: null,
		attribution: null,
		strength: null,
		form: null,
		excerpt: {
			outlet,
			article: outlet.toLowerCase(),
			text,
			start: 0,
			end: text.length,
			url: null,
			link: null,
		},
	};
}

const HERALD = reportOf("Herald", "$48 million", 48e6);
const ECHO = reportOf("Echo", "$52 million", 52e6);
const WIRE = reportOf("Wire", "$48m", 48e6);
const POST = reportOf("Post", "$9 million", 9e6);

const BRIDGE: Claim = {
	id: "figure-bridge",
	label: "cost of the bridge",
	measure: "bridge",
	kind: "figure",
	unit: "USD",
	agreement: "differ",
	difference: ["contradiction"],
	positions: [
		{ value: 48e6, reports: [0] },
		{ value: 52e6, reports: [1] },
	],
	reports: [HERALD, ECHO],
	silent: ["Wire", "Post"],
	checks: [],
};
const SPAN: Claim = {
	...BRIDGE,
	id: "figure-span",
	label: "cost of the span",
	agreement: "single",
	difference: [],
	positions: [{ value: 48e6, reports: [0] }],
	reports: [WIRE],
	silent: ["Herald", "Echo", "Post"],
};
const QUAY: Claim = {
	...SPAN,
	id: "figure-quay",
	label: "cost of the quay",
	reports: [POST],
	positions: [{ value: 9e6, reports: [0] }],
};
const CLAIMS = [BRIDGE, SPAN, QUAY];

const of = "figure";
const meant = (...reports: readonly Report[]) =>
	({ of, reports: reports.map(anchorOfReport) }) as const;

function apply(...corrections: readonly Correction[]) {
	return applyCorrections(CLAIMS, corrections, TEXTS);
}

describe("misread", () => {
	test("hides the report, counts it, and makes the rest anew", () => {
		const { claims, hidden, stale } = apply({ kind: "misread", ...meant(ECHO) });
		expect(hidden).toEqual([{ claim: "figure-bridge", report: ECHO }]);
		expect(stale).toEqual([]);
		expect(claims[0]).toEqual({
			...BRIDGE,
			agreement: "single",
			difference: [],
			positions: [{ value: 48e6, reports: [0] }],
			reports: [HERALD],
			silent: ["Echo", "Wire", "Post"],
		});
		expect(claims.slice(1)).toEqual([SPAN, QUAY]);
	});

	test("a claim without reports is none", () => {
		const { claims, hidden } = apply({ kind: "misread", ...meant(HERALD, ECHO) });
		expect(claims).toEqual([SPAN, QUAY]);
		expect(hidden).toHaveLength(2);
	});

	test("the same words in a claim of another kind stay", () => {
		const credit: Claim = { ...BRIDGE, id: "attribution-x", kind: "attribution" };
		const { claims } = applyCorrections([credit], [{ kind: "misread", ...meant(ECHO) }], TEXTS);
		expect(claims).toEqual([credit]);
	});
});

describe("merge", () => {
	test("joins two claims under the id of the second, in the order of publication", () => {
		const { claims } = apply({ kind: "merge", ...meant(WIRE), into: meant(HERALD, ECHO).reports });
		expect(claims).toHaveLength(2);
		expect(claims[0]).toEqual({
			...BRIDGE,
			reports: [HERALD, ECHO, WIRE],
			positions: [
				{ value: 48e6, reports: [0, 2] },
				{ value: 52e6, reports: [1] },
			],
			silent: ["Post"],
		});
	});

	test("claims that agreed differ where their values do", () => {
		const { claims } = apply({ kind: "merge", ...meant(POST), into: meant(WIRE).reports });
		expect(claims[1]).toMatchObject({
			id: "figure-span",
			agreement: "differ",
			difference: ["contradiction"],
			positions: [
				{ value: 48e6, reports: [0] },
				{ value: 9e6, reports: [1] },
			],
		});
	});

	test.each([
		["each of a time of its own", ["time"], { asOf: "2030" }, { asOf: "2031" }],
		["of one time", ["contradiction"], { asOf: "2031" }, { asOf: "2031" }],
		["one with no time", ["contradiction"], { asOf: "2031" }, {}],
		["of one article", ["self"], { article: "wire" }, { article: "wire" }],
	] as const)("positions %s: %s", (_, difference, first, second) => {
		const [one, other] = [
			{ ...SPAN, reports: [{ ...WIRE, ...first }] },
			{ ...QUAY, reports: [{ ...POST, ...second }] },
		];
		const [into, of] = [one, other].map(({ reports }) => reports.map(anchorOfReport));
		const merge: Correction = {
			kind: "merge",
			of: "figure",
			reports: of ?? [],
			into: into ?? [],
		};
		const { claims } = applyCorrections([one, other], [merge], TEXTS);
		expect(claims[0]?.difference).toEqual(difference);
	});

	test("of a claim with itself changes nothing", () => {
		const { claims, stale } = apply({ kind: "merge", ...meant(ECHO), into: meant(HERALD).reports });
		expect([claims, stale]).toEqual([CLAIMS, []]);
	});

	test("dates and statements agree by their values", () => {
		const one: Claim = { ...SPAN, positions: [{ value: "2031-04-01", reports: [0] }] };
		const other: Claim = { ...QUAY, positions: [{ value: "2031-04-01", reports: [0] }] };
		const merge: Correction = { kind: "merge", ...meant(POST), into: meant(WIRE).reports };
		const { claims } = applyCorrections([one, other], [merge], TEXTS);
		expect(claims[0]).toMatchObject({ agreement: "agree", positions: [{ reports: [0, 1] }] });
	});
});

describe("split", () => {
	const split: Correction = { kind: "split", ...meant(ECHO) };

	test("makes a claim of the reports, with an id that holds", () => {
		const { claims } = apply(split);
		expect(claims.map(({ label, agreement }) => [label, agreement])).toEqual([
			["cost of the bridge", "single"],
			["cost of the bridge: $52 million", "single"],
			["cost of the span", "single"],
			["cost of the quay", "single"],
		]);
		expect(claims[0]?.id).toBe("figure-bridge");
		const renamed = [{ ...BRIDGE, label: "price of the bridge" }, SPAN, QUAY];
		const again = applyCorrections(renamed, [split], TEXTS).claims;
		expect(again[1]?.id).toBe(claims[1]?.id);
		expect(claims[1]?.id).toMatch(/^figure-[0-9a-z]+$/);
	});

	test("of all reports changes nothing", () => {
		expect(apply({ kind: "split", ...meant(HERALD, ECHO) })).toMatchObject({
			claims: CLAIMS,
			stale: [],
		});
	});

	test("and split again from what was merged with it, it has an id of its own", () => {
		const merge: Correction = { kind: "merge", ...meant(HERALD), into: meant(ECHO).reports };
		const { claims } = apply(split, merge, split);
		expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
		expect(claims).toHaveLength(apply(split).claims.length);
	});

	test("and merged again, it is what it was", () => {
		const merge: Correction = { kind: "merge", ...meant(ECHO), into: meant(HERALD).reports };
		expect(apply(split, merge).claims[0]).toEqual(BRIDGE);
	});
});

test("rename gives a claim another label", () => {
	const { claims } = apply({ kind: "rename", ...meant(HERALD), label: "what the bridge costs" });
	expect(claims[0]).toEqual({ ...BRIDGE, label: "what the bridge costs" });
});

test("the claim that holds most of the reports is meant", () => {
	const { claims } = apply({ kind: "rename", ...meant(WIRE, HERALD, ECHO), label: "cost" });
	expect(claims.map(({ label }) => label)).toEqual(["cost", SPAN.label, QUAY.label]);
});

const GONE = reportOf("Gone", "$1", 1);

test.each<Correction>([
	{ kind: "misread", ...meant(GONE) },
	{ kind: "split", ...meant(GONE) },
	{ kind: "rename", ...meant(GONE), label: "x" },
	{ kind: "merge", ...meant(GONE), into: meant(HERALD).reports },
	{ kind: "merge", ...meant(HERALD), into: meant(GONE).reports },
	{ kind: "misread", of: "date", reports: meant(HERALD).reports },
])("a correction whose words do not stand any more is stale: $kind", correction => {
	expect(apply(correction)).toEqual({ claims: CLAIMS, hidden: [], stale: [correction] });
});

test("whatever is corrected, each report stands in one position, and none is lost", () => {
	const built = buildClaims(TEXTS);
	const all = built.flatMap(claim => claim.reports.map(report => ({ claim, report })));
	const one = fc.constantFrom(...all);
	const correction = fc.oneof(
		one.map(({ claim, report }) => ({ kind: "misread", ...anchorOf(claim, [report]) }) as const),
		one.map(({ claim, report }) => ({ kind: "split", ...anchorOf(claim, [report]) }) as const),
		fc
			.tuple(one, one)
			.map(
				([a, b]) =>
					({ kind: "merge", ...anchorOf(a.claim), into: anchorOf(b.claim).reports }) as const,
			),
	);
	fc.assert(
		fc.property(fc.array(correction, { maxLength: 5 }), corrections => {
			const { claims, hidden } = applyCorrections(built, corrections, TEXTS);
			const left = claims.reduce((sum, claim) => sum + claim.reports.length, hidden.length);
			expect(left).toBe(all.length);
			expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
			for (const { reports, positions } of claims) {
				const placed = positions.flatMap(position => position.reports).toSorted((a, b) => a - b);
				expect(placed).toEqual(reports.map((_, index) => index));
			}
		}),
	);
});
