import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/answers/answer.ts";
import type { Excerpt } from "../../../src/claims/claim.ts";
import { misquotedArticles } from "../../../src/shell/discord/verbatim.ts";
import type { Story } from "../../../src/snapshot.ts";

const body = "The port counted 41 ships. Nobody said why.";
const story = {
	articles: [{ article: { id: "harbour-post", body }, passages: [], sentences: [] }],
} as unknown as Story;

function excerpt(text: string, start: number, article = "harbour-post"): Excerpt {
	const end = start + text.length;
	return { outlet: "Harbour Post", article, text, start, end, url: null, link: null };
}

function answer(...excerpts: readonly (Excerpt | null)[]): Answer {
	const entries = excerpts.map(excerpt => ({ excerpt }));
	return { sections: [{ heading: "", entries }], excerpts: [] } as unknown as Answer;
}

describe("misquotedArticles", () => {
	it("finds nothing where every excerpt is its article's words", () => {
		expect(misquotedArticles(answer(excerpt("41 ships", 17), null), story)).toEqual([]);
	});

	it.each([
		["other words", excerpt("42 ships", 17)],
		["another place", excerpt("41 ships", 16)],
	])("names the article of %s", (_what, wrong) => {
		expect(misquotedArticles(answer(wrong, wrong), story)).toEqual(["harbour-post"]);
	});

	it("names an article that is not there", () => {
		expect(misquotedArticles(answer(excerpt("41 ships", 17, "other")), story)).toEqual(["other"]);
		expect(misquotedArticles(answer(excerpt("41 ships", 17)), undefined)).toEqual(["harbour-post"]);
	});
});
