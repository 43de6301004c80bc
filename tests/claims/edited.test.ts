import { expect, test } from "vitest";
import { editsOfReport } from "../../src/claims/edited.ts";
import type { Edit } from "../../src/corpus/edits.ts";

function excerptAt(start: number, end: number) {
	return { outlet: "Post", article: "post", text: "t", start, end, url: null, link: null };
}

function editAt(start: number, end: number, article = "post"): Edit {
	return { article, since: null, before: "b", after: excerptAt(start, end), words: [] };
}

const GONE: Edit = { ...editAt(0, 0), after: null };

test.each<[string, readonly Edit[], number]>([
	["its sentence", [editAt(10, 20)], 1],
	["a sentence that it begins in", [editAt(5, 11)], 1],
	["a part of it, twice", [editAt(12, 14), editAt(15, 18)], 2],
	["the sentence before", [editAt(0, 10)], 0],
	["the sentence behind", [editAt(20, 30)], 0],
	["another article", [editAt(10, 20, "echo")], 0],
	["a sentence that is gone", [GONE], 0],
])("edits of %s", (_, edits, count) => {
	const report = { article: "post", excerpt: excerptAt(10, 20) };
	expect(editsOfReport(report, edits)).toHaveLength(count);
});
