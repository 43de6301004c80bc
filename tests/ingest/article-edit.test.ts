import { describe, expect, test } from "vitest";
import { parseArticle } from "../../src/corpus/article.ts";
import { editedFields, layEdit, markEdited } from "../../src/ingest/article-edit.ts";
import { writeArticleFile } from "../../src/ingest/article-file.ts";

const FIELDS = {
	outlet: "Shore Daily",
	title: "Ships: [41]",
	url: null,
	published: "2024-05-06",
	retrieved: null,
	language: "en",
	body: "Before.\n",
};

const FILE =
	'\uFEFF---\r\noutlet: Coast Daily\r\ntitle: Ships\r\npublished: 2024-05-05\r\nunconfirmed: published\r\ntags: [sea, "a: b"]\r\n---\r\n\r\nAfter — “now”.\r\n';

const edit = (...edited: readonly ("outlet" | "title" | "published")[]) =>
	markEdited(writeArticleFile(FIELDS), new Set(edited));

function laid(text: string) {
	const parsed = parseArticle({ story: "quay", file: "a.md", text });
	return parsed.kind === "article" ? parsed.article : parsed.problem;
}

describe("an edit of a file", () => {
	test("names its fields, in one order", () => {
		expect(edit("title", "outlet")).toMatch(/^---\nedited: \[outlet, title\]\noutlet: /);
		expect(editedFields(edit("title", "outlet"))).toEqual(["outlet", "title"]);
	});

	test.each([
		["an article", writeArticleFile(FIELDS)],
		["a file that says when it was edited", "---\noutlet: A\nedited: 2024-05-06\n---\nText\n"],
		["a file that names other fields", "---\noutlet: A\nedited: [body]\n---\nText\n"],
		["a list", "- edited: [outlet]\n"],
	])("%s is none", (_, text) => {
		expect(editedFields(text)).toBeNull();
	});

	test("has what was set, and the rest of the file", () => {
		expect(laid(layEdit(edit("title"), FILE))).toEqual({
			id: "a",
			story: "quay",
			outlet: "Coast Daily",
			title: "Ships: [41]",
			url: null,
			published: "2024-05-05",
			dateIsUnconfirmed: true,
			retrieved: null,
			language: "en",
			body: "\r\nAfter — “now”.\r\n",
		});
	});

	test("confirms the date that it sets", () => {
		const article = laid(layEdit(edit("published", "outlet"), FILE));
		expect(article).toMatchObject({ outlet: "Shore Daily", published: "2024-05-06" });
		expect(article).not.toHaveProperty("dateIsUnconfirmed");
	});

	test("takes away what it sets to nothing", () => {
		const none = markEdited(writeArticleFile({ ...FIELDS, title: null }), new Set(["title"]));
		expect(laid(layEdit(none, FILE))).toMatchObject({ title: null, outlet: "Coast Daily" });
	});

	test.each(["No front matter.", "---\noutlet: [\n---\nText\n"])(
		"leaves a file that cannot be read as it is",
		file => {
			expect(layEdit(edit("title"), file)).toBe(file);
		},
	);
});
