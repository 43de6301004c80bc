import { describe, expect, test } from "vitest";
import type { Agreement, Claim, Report } from "../src/claims/claim.ts";
import type { Snapshot, Story } from "../src/snapshot.ts";
import { compareSnapshots } from "../src/snapshot-diff.ts";
import { NO_INDEX, NOTHING_KEPT } from "./present/sample.ts";

function report(article: string, printed: string, start = 0): Report {
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
		excerpt: {
			outlet: article,
			article,
			text: `The lake holds ${printed}.`,
			start,
			end: start + 20,
			url: null,
			link: null,
		},
	};
}

function claim(id: Claim["id"], agreement: Agreement, reports: readonly Report[]): Claim {
	return {
		id,
		label: `label of ${id}`,
		measure: "water",
		kind: "figure",
		unit: null,
		agreement,
		difference: [],
		positions: [{ value: null, reports: reports.map((_, index) => index) }],
		reports,
		silent: [],
		checks: [],
	};
}

function snapshot(...claims: readonly Claim[]): Snapshot {
	const story: Story = {
		id: "lake",
		title: "Lake",
		aliases: [],
		articles: [],
		claims,
		index: NO_INDEX,
		revision: "r",
		...NOTHING_KEPT,
	};
	return { stories: [story], problems: [], revision: "r", asOf: "2031-05-01T00:00:00Z" };
}

const FULL = claim("figure-depth", "agree", [report("a", "12 m"), report("b", "12 m")]);
const NAME = { story: "lake", id: "figure-depth", label: "label of figure-depth" };

describe("compareSnapshots", () => {
	test("the same snapshot, and the same claims made anew, differ in nothing", () => {
		const nothing = { new: [], changed: [], gone: [] };
		for (const after of [snapshot(FULL), snapshot({ ...FULL })]) {
			expect(compareSnapshots(snapshot(FULL), after)).toEqual({
				articles: nothing,
				claims: nothing,
				turns: [],
				corrections: { lapsed: [], revived: [] },
			});
		}
	});

	test("a claim comes and goes", () => {
		expect(compareSnapshots(snapshot(), snapshot(FULL)).claims).toEqual({
			new: [NAME],
			changed: [],
			gone: [],
		});
		expect(compareSnapshots(snapshot(FULL), snapshot()).claims.gone).toEqual([NAME]);
	});

	test("a claim changes when a report prints something else, not when it moves", () => {
		const other = claim("figure-depth", "agree", [report("a", "12 m"), report("b", "twelve m")]);
		const moved = claim("figure-depth", "agree", [report("a", "12 m", 5), report("b", "12 m", 9)]);
		expect(compareSnapshots(snapshot(FULL), snapshot(other)).claims.changed).toEqual([NAME]);
		expect(compareSnapshots(snapshot(FULL), snapshot(moved)).claims.changed).toEqual([]);
	});

	test.each<[Agreement, Agreement, boolean]>([
		["agree", "differ", true],
		["differ", "agree", true],
		["single", "agree", true],
		["single", "differ", true],
		["agree", "single", false],
		["differ", "differ", false],
	])("from %s to %s is a turn: %s", (before, after, turns) => {
		const old = snapshot({ ...FULL, agreement: before });
		const fresh = snapshot({ ...FULL, agreement: after });
		expect(compareSnapshots(old, fresh).turns).toEqual(
			turns ? [{ claim: NAME, before, after }] : [],
		);
	});

	test("claims with one id in two stories are two claims", () => {
		const [story] = snapshot(FULL).stories;
		const both = { ...snapshot(), stories: story ? [story, { ...story, id: "dam" }] : [] };
		expect(compareSnapshots(snapshot(FULL), both).claims.new).toEqual([{ ...NAME, story: "dam" }]);
	});
});
