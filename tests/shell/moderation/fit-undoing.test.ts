import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Correction, writeCorrections } from "../../../src/claims/corrections.ts";
import { changeSame, fitUndoing } from "../../../src/shell/moderation/fit-undoing.ts";
import { ABSENT, textOf } from "../../../src/shell/moderation/job.ts";
import type {
	DocumentState,
	DocumentWrite,
	Draft,
	Keeper,
} from "../../../src/shell/storage/keeper.ts";
import { type FeedHouse, openFeedHouse } from "./feed-house.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const LIST = "mill/corrections.yaml";
const ARTICLE = "mill/first.md";

function correction(label: string): Correction {
	const reports = [{ article: "first", printed: "40", excerpt: "The mill employs 40 people." }];
	return { kind: "rename", of: "figure", reports, label };
}

function labels(...all: readonly string[]): DocumentState {
	return all.length === 0 ? ABSENT : textOf(writeCorrections(all.map(correction)));
}

function draftOf(...writes: readonly DocumentWrite[]): Draft {
	const deed = { kind: "Renamed", subject: "a claim" };
	return { at: "", by: "1", story: "mill", deed, undoes: 1, writes, purges: [] };
}

/** What takes the addition of a label to a list back. */
const UNDOING: DocumentWrite = { path: LIST, before: labels("a", "b"), after: labels("a") };

describe("a draft that takes a change back", () => {
	test("stays as it is where what the change left stands", () => {
		const draft = draftOf(UNDOING);
		const fitted = fitUndoing(draft, new Map([[LIST, labels("a", "b")]]));
		expect(fitted).toEqual({ kind: "fitted", draft });
	});

	test.each<readonly [string, DocumentState, DocumentState]>([
		["all that came later", labels("a", "b", "c"), labels("a", "c")],
		["the others that are gone", labels("b"), ABSENT],
	])("takes its rows out of the list that stands, and leaves %s", (_what, now, after) => {
		const fitted = fitUndoing(draftOf(UNDOING), new Map([[LIST, now]]));
		const write = { path: LIST, before: now, after };
		expect(fitted).toEqual({ kind: "fitted", draft: draftOf(write) });
	});

	test.each<readonly [string, DocumentWrite, DocumentState]>([
		["a row that is gone", UNDOING, labels("a")],
		["a list that is hidden", UNDOING, { kind: "hidden" }],
		[
			"a text that was changed",
			{ path: ARTICLE, before: textOf("b"), after: textOf("a") },
			textOf("c"),
		],
		["a text that is gone", { path: ARTICLE, before: textOf("b"), after: ABSENT }, ABSENT],
	])("names the path of %s", (_what, write, now) => {
		const others = { path: "mill/fetched.yaml", before: ABSENT, after: ABSENT };
		const fitted = fitUndoing(draftOf(others, write), new Map([[write.path, now]]));
		expect(fitted).toEqual({ kind: "conflict", paths: [write.path] });
	});
});

test.each<readonly [string, DocumentWrite, DocumentWrite, boolean]>([
	["one row", UNDOING, { path: LIST, before: labels("b", "c"), after: labels("c") }, true],
	["two rows", UNDOING, { path: LIST, before: labels("a", "b"), after: labels("b") }, false],
	["two paths", UNDOING, { ...UNDOING, path: "tram/corrections.yaml" }, false],
	[
		"one text",
		{ path: ARTICLE, before: textOf("a"), after: textOf("b") },
		{ path: ARTICLE, before: textOf("b"), after: textOf("c") },
		true,
	],
])("two changes of %s change the same: %s", (_what, one, other, isSame) => {
	expect(changeSame(one, other)).toBe(isSame);
});

describe("a change that is taken back while another is made", () => {
	let house: FeedHouse;
	/** Done once, right before a taking back is kept. */
	let meanwhile: ((keeper: Keeper) => Promise<unknown>) | null = null;

	beforeEach(async () => {
		house = await openFeedHouse([], keeper => ({
			...keeper,
			commit: async (realm, draft) => {
				const doing = draft.undoes === null ? null : meanwhile;
				if (doing !== null) meanwhile = null;
				await doing?.(keeper);
				return keeper.commit(realm, draft);
			},
		}));
	});
	afterEach(() => house.close());

	test("covers nothing of the other, and can be taken back then", async () => {
		for (const label of ["workers", "hands"]) {
			const change = { kind: "correct", story: "mill", correction: correction(label) } as const;
			expect((await house.carryOut(change)).refusal).toBe(false);
		}
		const write = {
			path: LIST,
			before: labels("workers", "hands"),
			after: labels("workers", "hands", "staff"),
		};
		meanwhile = keeper =>
			keeper.commit("installation", {
				...draftOf(write),
				at: "2031-05-04T12:00:00Z",
				undoes: null,
			});
		const refused = await house.carryOut({ kind: "undo", number: 1 });
		expect(refused).toMatchObject({ refusal: true, title: "Changed meanwhile" });
		expect((await house.carryOut({ kind: "undo", number: 1 })).refusal).toBe(false);
		const [story] = house.library.current().stories;
		expect(story?.corrections.list).toEqual(["hands", "staff"].map(correction));
	});
});
