import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/answers/answer.ts";
import type { Document } from "../../src/present/document.ts";
import { documentOfAnswer, documentOfNotice } from "../../src/present/document-of.ts";
import { ANSWER, entryOf, excerptOf, NOW, SNAPSHOT, STORY } from "./sample.ts";

function documentOf(change: Partial<Answer>): Document {
	return documentOfAnswer({ ...ANSWER, ...change }, SNAPSHOT, NOW);
}

function linesOf(document: Document): readonly string[] {
	return document.blocks.map(block => {
		if (block.kind === "end of part") return block.kind;
		if (block.kind === "line") return block.inlines.map(({ text }) => text).join("");
		if (block.kind === "excerpt") return block.label.map(({ text }) => text).join("");
		return `${block.kind}: ${block.text}`;
	});
}

describe("documentOfAnswer", () => {
	test("says the answer first, then the excerpts, who is silent, the checks and the notes", () => {
		const document = documentOf({});
		expect(document).toMatchObject({
			title: "The outlets differ",
			question: "how much is in the lake?",
			lead: ANSWER.text,
			choices: ANSWER.choices,
			footer: "The lake · 3 articles of 3 outlets · read 2 hours ago",
		});
		expect(linesOf(document)).toEqual([
			"heading: “about 40 million litres”: 1 outlet",
			"North Post · 2 May 2031 · page",
			"heading: “44 million litres”: 1 outlet",
			"Shore Daily · 3 May 2031 · page",
			"end of part",
			"No report found in the 1 article held of Hill Radio.",
			"heading: Checks",
			"Computed, does not hold: 40 million to 44 million litres is +10%, not 4%",
			"end of part",
			"remark: Only the first of two claims is shown.",
		]);
	});

	test("one outlet that prints two things differs with itself", () => {
		const claims = ANSWER.claims.map(claim => ({
			...claim,
			agreement: "differ" as const,
			reports: claim.reports.map(report => ({ ...report, outlet: "North Post" })),
		}));
		expect(documentOf({ claims }).title).toBe("An outlet differs with itself");
	});

	test("what is offered next names the story where there are several", () => {
		const several = { ...SNAPSHOT, stories: [...SNAPSHOT.stories, { ...STORY, id: "other" }] };
		const { choices } = documentOfAnswer(ANSWER, several, NOW);
		expect(choices.length).toBeGreaterThan(0);
		expect(choices.map(({ values }) => values["story"])).toEqual(choices.map(() => ANSWER.story));
	});

	test("an excerpt has its words, the link to its sentence, and the remarks", () => {
		expect(documentOf({}).blocks[1]).toEqual({
			kind: "excerpt",
			label: [
				{ kind: "strong", text: "North Post" },
				{ kind: "text", text: " · 2 May 2031 · " },
				{ kind: "link", text: "page", url: "https://north-post.example/lake" },
			],
			text: "The lake holds about 40 million litres.",
			link: "https://north-post.example/lake#:~:text=The%20lake",
			remarks: ["bound: about"],
			changes: [],
		});
	});

	test.each<[Answer["kind"], string]>([
		["found", "In the coverage"],
		["not-covered", "Not in the coverage"],
		["not-reported", "Nobody reported that"],
		["contradicted", "The coverage says otherwise"],
		["several", "Which did you mean?"],
	])("%s has the title %s", (kind, title) => {
		expect(documentOf({ kind }).title).toBe(title);
	});

	test.each<[string, readonly string[], string]>([
		[
			"two outlets",
			["North Post", "Hill Radio"],
			"No report found in the 2 articles held of North Post and Hill Radio.",
		],
		[
			"all outlets",
			["North Post", "Shore Daily", "Hill Radio"],
			"No report found in the 3 articles held.",
		],
	])("%s are silent", (_, silent, line) => {
		expect(linesOf(documentOf({ silent }))).toContain(line);
	});

	test("nobody silent, no checks and no notes leave no traces", () => {
		const sections = [{ heading: "", entries: [entryOf(null)] }];
		const document = documentOf({ sections, silent: [], checks: [], notes: [] });
		expect(linesOf(document)).toEqual(["what the lake holds"]);
	});

	test.each([
		["arithmetic", true, "Computed, holds: x"],
		["conversion", null, "Computed: x"],
		["wording", false, "Compared, does not hold: x"],
	] as const)("a check of %s that holds %s", (kind, holds, line) => {
		const checks = [{ kind, text: "x", holds, reports: [] }];
		expect(linesOf(documentOf({ checks }))).toContain(line);
	});

	test("a check of lineage", () => {
		const origin = { kind: "text", words: "nearly the same text" } as const;
		const checks = [{ kind: "lineage", text: "x", holds: null, reports: [], origin }] as const;
		expect(linesOf(documentOf({ checks }))).toContain("Compared: x");
	});

	test("an article without an address has no link", () => {
		const entry = entryOf(excerptOf("Hill Radio", "Nobody swam in the lake on Sunday."));
		const [, block] = documentOf({ sections: [{ heading: "x", entries: [entry] }] }).blocks;
		expect(block).toMatchObject({ text: "Nobody swam in the lake on Sunday.", link: null });
	});

	test("the page's address stands in where there is no link to the sentence", () => {
		const excerpt = { ...excerptOf("North Post", "Rain fell."), link: null };
		const [block] = documentOf({ sections: [{ heading: "", entries: [entryOf(excerpt)] }] }).blocks;
		expect(block).toMatchObject({ link: "https://north-post.example/lake" });
	});

	test.each([
		["other words", { text: "The lake holds about 50 million litres." }],
		["another place", { start: 3 }],
		["no such article", { article: "west-post" }],
	])("an excerpt with %s than its article is not shown", (_, change) => {
		const excerpt = {
			...excerptOf("North Post", "The lake holds about 40 million litres."),
			...change,
		};
		const [block] = documentOf({ sections: [{ heading: "", entries: [entryOf(excerpt)] }] }).blocks;
		expect(block).toMatchObject({
			text: null,
			link: null,
			remarks: ["These words are not in the article as it is now, so they are not shown."],
		});
	});

	test("a story that is gone since shows no excerpt and counts nothing", () => {
		const document = documentOf({ story: "sea" });
		expect(document.footer).toBe("No story · 0 articles of 0 outlets · read 2 hours ago");
		expect(JSON.stringify(document)).not.toContain("The lake holds about");
	});
});

describe("documentOfNotice", () => {
	const notice = {
		title: "Stories",
		text: "There are two.",
		sections: [{ heading: "Here", entries: [entryOf(null, ["3 articles"])] }],
		choices: [],
		refusal: false,
	};

	test("lays out its sections and counts all stories", () => {
		const other = { ...STORY, id: "dam", articles: STORY.articles.slice(0, 1) };
		const snapshot = { ...SNAPSHOT, stories: [STORY, other] };
		const document = documentOfNotice(notice, snapshot, NOW);
		expect(document).toMatchObject({ title: "Stories", question: null, lead: "There are two." });
		expect(linesOf(document)).toEqual(["heading: Here", "what the lake holds"]);
		expect(document.footer).toBe("2 stories · 4 articles of 3 outlets · read 2 hours ago");
	});
});
