import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assemble, type Draft, distinguish, positionsBy } from "../../src/claims/assemble.ts";
import type { Report } from "../../src/claims/claim.ts";

function reportOf(outlet: string, value: number): Report {
	const text = `It is ${value}.`;
	const article = outlet.toLowerCase();
	return {
		outlet,
		article,
		via: null,
		printed: String(value),
		value,
		unit: null,
		bound: "exactly",
		trend: null,
		asOf: null,
		attribution: null,
		strength: null,
		form: null,
		excerpt: { outlet, article, text, start: 0, end: text.length, url: null, link: null },
	};
}

const same = (a: Report, b: Report) => a.value === b.value;
const readValue = ({ value }: Report) => value;

function draftOf(reports: readonly Report[], known: Partial<Draft> = {}): Draft {
	const positions = positionsBy(reports, same, readValue);
	const base = { kind: "figure", label: "boats", measure: "boats", unit: "boat" } as const;
	return { ...base, reports, positions, difference: [], ...known };
}

const OUTLETS = ["Herald", "Echo", "Wire", "Echo"];

describe("assemble", () => {
	test.each([
		["agree", [reportOf("Herald", 4), reportOf("Echo", 4)], ["Wire"]],
		["differ", [reportOf("Herald", 4), reportOf("Echo", 5)], ["Wire"]],
		["differ", [reportOf("Herald", 4), reportOf("Herald", 5)], ["Echo", "Wire"]],
		["single", [reportOf("Herald", 4), reportOf("Herald", 4)], ["Echo", "Wire"]],
		["single", [reportOf("Wire", 4)], ["Herald", "Echo"]],
	] as const)("%s", (agreement, reports, silent) => {
		const claim = assemble(draftOf(reports), OUTLETS);
		expect(claim).toMatchObject({ agreement, silent, checks: [], label: "boats" });
		expect(claim.id).toMatch(/^figure-/u);
	});
});

describe("positionsBy", () => {
	test("puts a report where any that it agrees with stands", () => {
		const near = (a: Report, b: Report) => Math.abs(Number(a.value) - Number(b.value)) <= 1;
		const reports = [1, 2, 3, 9].map(value => reportOf("Herald", value));
		expect(positionsBy(reports, near, readValue)).toEqual([
			{ value: 1, reports: [0, 1, 2] },
			{ value: 9, reports: [3] },
		]);
	});

	test("each report stands in exactly one", () => {
		fc.assert(
			fc.property(fc.array(fc.nat(4), { maxLength: 8 }), values => {
				const reports = values.map(value => reportOf("Herald", value));
				const positions = positionsBy(reports, same, readValue);
				expect(positions.flatMap(position => position.reports).toSorted()).toEqual(
					[...reports.keys()].toSorted(),
				);
				expect(positions).toHaveLength(new Set(values).size);
			}),
			{ numRuns: 40 },
		);
	});
});

describe("distinguish", () => {
	const claimOf = (known: Partial<Draft>, report: Report) =>
		assemble(draftOf([report], known), OUTLETS);
	const labels = (...claims: readonly ReturnType<typeof claimOf>[]) =>
		distinguish(claims).map(({ label }) => label);

	test("leaves labels alone that are no other's", () => {
		expect(
			labels(
				claimOf({ label: "boats" }, reportOf("Herald", 4)),
				claimOf({ label: "nets" }, reportOf("Echo", 4)),
			),
		).toEqual(["boats", "nets"]);
	});

	test("tells figures apart by what is printed, statements by the outlet", () => {
		expect(
			labels(
				claimOf({}, reportOf("Herald", 4)),
				claimOf({}, reportOf("Echo", 5)),
				claimOf({ kind: "statement" }, reportOf("Wire", 6)),
				claimOf({ kind: "statement" }, reportOf("Post", 7)),
			),
		).toEqual(["boats: 4", "boats: 5", "boats: Wire", "boats: Post"]);
	});

	test("of two kinds the first keeps the label alone", () => {
		expect(
			labels(
				claimOf({}, reportOf("Herald", 4)),
				claimOf({ kind: "statement" }, reportOf("Wire", 6)),
			),
		).toEqual(["boats", "boats: Wire"]);
	});

	test("and by a number where that is the same", () => {
		expect(labels(claimOf({}, reportOf("Herald", 4)), claimOf({}, reportOf("Echo", 4)))).toEqual([
			"boats: 4",
			"boats: 4 (2)",
		]);
	});

	test("no two labels are the same", () => {
		const label = fc.constantFrom("boats", "boats: 4", "boats: 4 (2)", "nets");
		fc.assert(
			fc.property(fc.array(fc.tuple(label, fc.nat(1)), { maxLength: 6 }), rows => {
				const told = labels(
					...rows.map(([each, value]) => claimOf({ label: each }, reportOf("Herald", value + 4))),
				);
				expect(new Set(told).size).toBe(told.length);
			}),
			{ numRuns: 60 },
		);
	});
});
