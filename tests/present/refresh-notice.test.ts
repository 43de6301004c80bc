import { describe, expect, test } from "vitest";
import { noticeOfRefresh } from "../../src/present/refresh-notice.ts";
import type { RefreshReport } from "../../src/refresh-outcome.ts";

const NOTHING = { new: [], changed: [], gone: [] };

const UNCHANGED: RefreshReport = {
	kind: "refreshed",
	story: null,
	diff: {
		articles: NOTHING,
		claims: NOTHING,
		turns: [],
		corrections: { lapsed: [], revived: [] },
	},
	problems: [],
	before: "a",
	after: "b",
};

describe("noticeOfRefresh", () => {
	test("nothing changed", () => {
		expect(noticeOfRefresh(UNCHANGED)).toEqual({
			title: "Corpus read again",
			text: "No article changed. No claim changed.",
			sections: [],
			choices: [],
			refusal: false,
		});
	});

	test("tells what is new, changed and gone, what turned, and what could not be read", () => {
		const claim = { story: "lake", id: "figure-depth", label: "depth of the lake" } as const;
		const notice = noticeOfRefresh({
			...UNCHANGED,
			story: "lake",
			diff: {
				...UNCHANGED.diff,
				articles: {
					new: [{ story: "lake", id: "shore", outlet: "Shore Daily" }],
					changed: [],
					gone: [{ story: "lake", id: "hill", outlet: "Hill Radio" }],
				},
				claims: { ...NOTHING, changed: [claim] },
				turns: [{ claim, before: "agree", after: "differ" }],
			},
			problems: [{ file: "lake/bad.md", reason: "not UTF-8", remedy: "save it as UTF-8" }],
		});
		expect(notice.title).toBe("Story lake read again");
		expect(notice.text).toBe("Articles: 1 new, 1 gone. Claims: 1 changed. 1 problem with files.");
		const lines = notice.sections.map(({ heading, entries }) => [
			heading,
			...entries.map(({ label, remarks }) => `${label}: ${remarks.join()}`),
		]);
		expect(lines).toEqual([
			["1 problem with files", "lake/bad.md: not UTF-8; save it as UTF-8"],
			["Articles", "Shore Daily (lake/shore): new", "Hill Radio (lake/hill): gone"],
			["Claims", "depth of the lake: changed"],
			["Positions that turned", "depth of the lake: now reports differ; before, outlets agree"],
		]);
	});

	test("tells which corrections no longer apply, and which do again", () => {
		const anchor = {
			of: "figure" as const,
			reports: [{ article: "a47", printed: "7", excerpt: "7." }],
		};
		const hidden = { kind: "misread", ...anchor } as const;
		const named = { kind: "rename", ...anchor, label: "depth" } as const;
		const corrections = { lapsed: [hidden, named], revived: [named] };
		const notice = noticeOfRefresh({ ...UNCHANGED, diff: { ...UNCHANGED.diff, corrections } });
		expect(notice.text).toBe(
			"No article changed. No claim changed. 2 corrections no longer apply; see /correct list. 1 correction applies again.",
		);
		const [section] = notice.sections;
		expect(section?.entries.map(({ label, remarks }) => `${label}: ${remarks.join()}`)).toEqual([
			"Hidden as misread: 7 (a47): no longer applies",
			"Renamed: 7 (a47): no longer applies",
			"Renamed: 7 (a47): applies again",
		]);
	});

	test("of many articles says where the others are to be seen", () => {
		const many = Array.from({ length: 14 }, (_, at) => ({
			story: "lake",
			id: `a${at}`,
			outlet: `Paper ${at}`,
		}));
		const { sections } = noticeOfRefresh({
			...UNCHANGED,
			diff: { ...UNCHANGED.diff, articles: { ...NOTHING, new: many } },
		});
		expect(sections[0]?.entries.at(-1)).toMatchObject({
			label: "and 2 more",
			remarks: ["/article list shows what is held"],
		});
	});

	test("a failure is a refusal that says what to do", () => {
		expect(
			noticeOfRefresh({ kind: "busy", reason: "It runs", remedy: "wait", error: null }),
		).toMatchObject({
			refusal: true,
			text: "It runs: wait. What was read before serves on.",
		});
	});
});
