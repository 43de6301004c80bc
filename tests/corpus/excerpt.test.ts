import fc from "fast-check";
import { expect, test } from "vitest";
import type { Article } from "../../src/corpus/article.ts";
import { excerptHolds, makeExcerpt } from "../../src/corpus/excerpt.ts";

const article: Article = {
	id: "torven-times",
	story: "ferry",
	outlet: "Torven Times",
	title: "Ferry lost",
	url: "https://example.org/ferry",
	published: "2031-05-02",
	retrieved: null,
	language: "en",
	body: "The ferry sank on Monday. Nobody was hurt.\n\nAn inquiry has begun.",
};

test("an excerpt has the article's own words, its place and a link to it", () => {
	expect(makeExcerpt(article, { start: 26, end: 42 })).toEqual({
		outlet: "Torven Times",
		article: "torven-times",
		text: "Nobody was hurt.",
		start: 26,
		end: 42,
		url: "https://example.org/ferry",
		link: "https://example.org/ferry#:~:text=Nobody%20was%20hurt",
	});
});

test("white space at its ends is left out", () => {
	const excerpt = makeExcerpt(article, { start: 25, end: 44 });
	expect([excerpt.text, excerpt.start, excerpt.end]).toEqual(["Nobody was hurt.", 26, 42]);
});

test("an article without an address has no link", () => {
	const excerpt = makeExcerpt({ ...article, url: null }, { start: 26, end: 42 });
	expect([excerpt.url, excerpt.link]).toEqual([null, null]);
});

test("an excerpt holds in its article, wherever it was cut", () => {
	fc.assert(
		fc.property(fc.nat(article.body.length + 5), fc.nat(article.body.length + 5), (a, b) => {
			const excerpt = makeExcerpt(article, { start: Math.min(a, b), end: Math.max(a, b) });
			expect(article.body.slice(excerpt.start, excerpt.end)).toBe(excerpt.text);
			expect(excerptHolds(excerpt, article)).toBe(excerpt.text !== "");
		}),
	);
});

const excerpt = makeExcerpt(article, { start: 26, end: 42 });
test.each([
	["of another article", excerpt, { ...article, id: "other" }],
	["of another outlet", excerpt, { ...article, outlet: "Other" }],
	["of a text that changed", excerpt, { ...article, body: article.body.replace("hurt", "lost") }],
	["of a text that moved", excerpt, { ...article, body: ` ${article.body}` }],
	["with other words", { ...excerpt, text: "Nobody was lost." }, article],
	["of nothing", { ...excerpt, text: "", end: excerpt.start }, article],
])("an excerpt %s does not hold", (_, changed, of) => {
	expect(excerptHolds(changed, of)).toBe(false);
});
