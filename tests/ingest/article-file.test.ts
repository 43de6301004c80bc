import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseArticle } from "../../src/corpus/article.ts";
import {
	type ArticleFields,
	fieldsOf,
	nameArticle,
	writeArticleFile,
} from "../../src/ingest/article-file.ts";
import type { Extracted } from "../../src/ingest/extract/outcome.ts";

const day = fc
	.date({ min: new Date("1990-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
	.map(date => date.toISOString().slice(0, 10));

/** One line that is not nothing, as `oneLine` leaves it; "null" and "~" stand for nothing in YAML. */
const line = fc
	.oneof(fc.string({ unit: "grapheme" }), fc.stringMatching(/^[-?:[{ "'\\#&*!|>%@`a]{1,200}$/))
	.map(text => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, " ").trim())
	.filter(text => text !== "" && text !== "~" && text !== "null");

const body = fc.string({ unit: "grapheme" }).map(text => `Words. ${text.replaceAll("\0", "")}\n`);

const fields: fc.Arbitrary<ArticleFields> = fc.record({
	outlet: line,
	title: fc.option(line),
	url: fc.option(fc.webUrl({ withQueryParameters: true })),
	published: fc.option(day),
	retrieved: fc.option(day.map(date => `${date}T10:20:30Z`)),
	language: fc.constantFrom("en", "de-AT", "zh-Hant"),
	body,
});

describe("an article's file", () => {
	test("parses back to the same fields", () => {
		fc.assert(
			fc.property(fields, given => {
				const parsed = parseArticle({
					story: "quay",
					file: "corpus/quay/port.md",
					text: writeArticleFile(given),
				});
				expect(parsed).toEqual({
					kind: "article",
					article: { id: "port", story: "quay", ...given },
				});
			}),
		);
	});

	test.each([
		["brackets", "[a] {b} ".repeat(60).trim()],
		["dashes and questions", "Why? - So: ".repeat(40).trim()],
	])("bears a title full of %s", (_, title) => {
		const given = { outlet: "A", title, url: null, published: null, retrieved: null };
		const text = writeArticleFile({ ...given, language: "en", body: "Text\n" });
		const parsed = parseArticle({ story: "quay", file: "a.md", text });
		expect(parsed).toMatchObject({ kind: "article", article: { title } });
	});

	test("leaves out what is not known", () => {
		const file = writeArticleFile({
			outlet: "Port News",
			title: null,
			url: null,
			published: null,
			retrieved: null,
			language: "en",
			body: "Text\n",
		});
		expect(file).toBe('---\noutlet: "Port News"\nlanguage: "en"\n---\nText\n');
	});

	test("has what was read, under the outlet that was chosen", () => {
		const extracted: Extracted = {
			kind: "extracted",
			outlet: "port.example",
			title: "Quay",
			author: "A. Sailor",
			published: { date: "2026-02-03", from: "text", confirmed: false },
			language: null,
			address: "https://port.example/quay",
			text: "The quay.",
			partial: false,
		};
		const retrieved = "2026-02-04T05:06:07Z";
		expect(fieldsOf(extracted, { outlet: "Port News", retrieved })).toEqual({
			outlet: "Port News",
			title: "Quay",
			url: "https://port.example/quay",
			published: "2026-02-03",
			dateIsUnconfirmed: true,
			retrieved,
			language: "en",
			body: "The quay.\n",
		});
	});

	test("says that a date is not confirmed, beside it", () => {
		const given = { outlet: "A", title: null, url: null, published: "2026-02-03", retrieved: null };
		const fields = { ...given, dateIsUnconfirmed: true, language: "en", body: "Text\n" };
		const text = writeArticleFile(fields);
		expect(text).toContain('published: "2026-02-03"\nunconfirmed: "published"\n');
		const parsed = parseArticle({ story: "quay", file: "a.md", text });
		expect(parsed).toMatchObject({ kind: "article", article: fields });
	});
});

describe("the name of an article's file", () => {
	test.each([
		["Le Monde", [], "le-monde"],
		["Le Monde", ["le-monde"], "le-monde-2"],
		["Le Monde", ["le-monde", "le-monde-2"], "le-monde-3"],
		["Frankfurter Überblick & Söhne", [], "frankfurter-uberblick-sohne"],
		["People's Post", [], "peoples-post"],
		["../../etc/passwd", [], "etc-passwd"],
		["CON", [], "article"],
		["新報", [], "article"],
		["x".repeat(300), [], "x".repeat(60)],
	])("%s beside %j is %s", (outlet, taken, name) => {
		expect(nameArticle(outlet, new Set(taken))).toBe(name);
	});
});
