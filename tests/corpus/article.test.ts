import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseArticle } from "../../src/corpus/article.ts";

const FILE = "corpus/bridge/harbour-post.md";
const parse = (text: string) => parseArticle({ story: "bridge", file: FILE, text });

describe("parseArticle", () => {
	test("reads front matter and keeps the body as it is", () => {
		const matter = [
			"outlet: The Harbour Post",
			'title: "Bridge: a reopening"',
			"url: https://post.example/bridge",
			"published: 2024-05-06T07:08:09+02:00",
			"retrieved: 2024-05-07",
			"language: en-GB",
			"desk: local",
		].join("\n");
		const body = "\n  The bridge — it’s open.\u0007\n\n---\nMore.\n";
		expect(parse(`---\n${matter}\n---\n${body}`)).toEqual({
			kind: "article",
			article: {
				id: "harbour-post",
				story: "bridge",
				outlet: "The Harbour Post",
				title: "Bridge: a reopening",
				url: "https://post.example/bridge",
				published: "2024-05-06T07:08:09+02:00",
				retrieved: "2024-05-07",
				language: "en-GB",
				body,
			},
		});
	});

	test.each([
		["confirmed, where nothing says otherwise", "published: 2024-05-06", undefined],
		["not confirmed, where that is said", "published: 2024-05-06\nunconfirmed: published", true],
		["not there", "unconfirmed: published", undefined],
	])("a date is %s", (_, matter, dateIsUnconfirmed) => {
		const { article } = { article: null, ...parse(`---\noutlet: Post\n${matter}\n---\nText`) };
		expect(article).toMatchObject({ outlet: "Post" });
		expect(article?.dateIsUnconfirmed).toBe(dateIsUnconfirmed);
	});

	test.each([
		["a byte order mark", "\uFEFF---\noutlet: Post\n---\nText", "Text"],
		["carriage returns", "---\r\noutlet: Post\r\n---\r\n\r\nText\r\n", "\r\nText\r\n"],
		["spaces after the marks", "---  \noutlet: Post\n---\t\nText", "Text"],
		["empty fields", "---\noutlet: Post\ntitle:\nurl: ~\npublished: null\n---\nText", "Text"],
		["a number for a name", "---\noutlet: 1843\n---\nText", "Text"],
	])("takes %s", (_, text, body) => {
		expect(parse(text)).toMatchObject({
			kind: "article",
			article: { body, title: null, url: null, published: null, retrieved: null, language: "en" },
		});
	});

	test.each([
		["", "no front matter", "begin the file with the lines ---, outlet: NAME and ---"],
		["outlet: Post\n---\nText", "no front matter", "begin the file with"],
		[
			"---\noutlet: Post\nText",
			"front matter: not closed",
			"write a line --- after its last field",
		],
		["---\n---\nText", "outlet: missing", "write outlet: NAME"],
		["---\ntitle: Bridge\n---\nText", "outlet: missing", "write outlet: NAME"],
		["---\noutlet: ''\n---\nText", "outlet: missing", "write outlet: NAME"],
		[
			"---\noutlet: Post\nunconfirmed: title\n---\nText",
			'unconfirmed: not what can be unconfirmed ("title")',
			"write unconfirmed: published or leave it out",
		],
		[
			'---\noutlet: "A\\u0007B"\n---\nText',
			'outlet: not a name on one line ("A\\u0007B")',
			"write outlet",
		],
		["---\noutlet: {a: b}\n---\nText", "outlet: not a name on one line (null)", "write outlet"],
		[
			"---\noutlet: A\ntitle: [a, {b: c}]\n---\nText",
			'title: not text on one line (["a",null])',
			"write title",
		],
		[
			"---\noutlet: A\ntitle: |\n  a\n  b\n---\nText",
			'title: not text on one line ("a\\nb\\n")',
			"write title",
		],
		["---\noutlet: A\nurl: javascript:alert(1)\n---\nText", "url: not a web address (", "https://"],
		["---\noutlet: A\nurl: https://\n---\nText", 'url: not a web address ("https://")', "https://"],
		[
			"---\noutlet: A\npublished: last week\n---\nText",
			'published: not a date ("last week")',
			"write YYYY-MM-DD",
		],
		[
			"---\noutlet: A\npublished: 2024-02-30\n---\nText",
			'published: no such day or time ("2024-02-30")',
			"write one of the calendar, YYYY-MM-DD",
		],
		[
			"---\noutlet: A\nretrieved: 5/6/24\n---\nText",
			'retrieved: not a date ("5/6/24")',
			"write YYYY-MM-DD",
		],
		[
			"---\noutlet: A\nlanguage: English!\n---\nText",
			'language: not a language tag ("English!")',
			"write one such as en",
		],
		["---\noutlet: A\ntitle: A: B\n---\nText", "line 3: not valid YAML (", "in double quotes"],
		["---\noutlet: A\noutlet: B\n---\nText", "line 3: not valid YAML (", "in double quotes"],
		[
			"---\n- outlet\n---\nText",
			"fields: not of the form name: value",
			"write one name: value on a line",
		],
		["---\noutlet: A\n---\n", "text: missing", "paste the article's text"],
		["---\noutlet: A\n---\n \r\n\u200b\n", "text: missing", "paste the article's text"],
		[
			"---\noutlet: A\n---\nT\0e\0x\0t\0",
			"text: not readable (has NUL characters)",
			"save the file as UTF-8",
		],
	])("refuses %j", (text, reason, remedy) => {
		const parsed = parse(text);
		if (parsed.kind !== "problem") throw new Error("was read");
		expect(parsed.problem.file).toBe(FILE);
		expect(parsed.problem.reason.slice(0, reason.length)).toBe(reason);
		expect(parsed.problem.remedy).toContain(remedy);
	});

	test("shows no more of a long value than a message holds", () => {
		const parsed = parse(`---\noutlet: A\nurl: ${"x".repeat(9_000)}\n---\nText`);
		expect(parsed).toMatchObject({
			problem: { reason: expect.stringMatching(/^url: not a web address \("x{50,60}…"\)$/u) },
		});
	});

	test.each([
		`a: ${"[".repeat(3_000)}`,
		"- ".repeat(3_000),
		"? ".repeat(3_000),
		`${" ".repeat(60)}a: b`,
	])("does not follow %j down", matter => {
		expect(parse(`---\n${matter}\n---\nText`)).toMatchObject({
			problem: { reason: "fields: nested too deep" },
		});
	});

	test("makes a problem of whatever cannot be read", () => {
		const hostile = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.constantFrom("[".repeat(40), "a: &a [*a]", "? : ", "!!js/x y", "%YAML 9", "\t- : -"),
		);
		fc.assert(
			fc.property(hostile, matter => {
				const parsed = parse(`---\n${matter}\n---\nText`);
				expect(["article", "problem"]).toContain(parsed.kind);
			}),
		);
	});
});

describe("the corpus", () => {
	const folder = "corpus/thorn-decentralization";
	const bodies: readonly (readonly [file: string, first: string, last: string])[] = [
		[
			"a47-news.md",
			"Bitcoin Mining and AI Diverge on Decentralization Trajectories\n",
			"artificial intelligence ...",
		],
		[
			"coinalertnews.md",
			"Bitcoin Mining Centralizes as AI Decentralizes, Says",
			"decisions based on this content.",
		],
		["deythere.md", "Bitcoin mining centralization is increasingly", "easier to run on devices.\n"],
		[
			"invest-insider-news.md",
			"Bitcoin mining decentralisation is facing a shift",
			"energy expenses have risen.\n\n",
		],
		["unnamed-blog-002.md", "AI and Bitcoin Mining Heading Toward Opposing", "← Volver al blog"],
	];

	test("has these articles", () => {
		const files = readdirSync(folder).filter(file => file.endsWith(".md"));
		expect(files.sort()).toEqual(bodies.map(([file]) => file));
	});

	test.each(bodies)("%s is as published", (name, first, last) => {
		const file = `${folder}/${name}`;
		const parsed = parseArticle({
			story: "thorn-decentralization",
			file,
			text: readFileSync(file, "utf8"),
		});
		if (parsed.kind !== "article") throw new Error(parsed.problem.reason);
		expect(parsed.article.body.slice(0, first.length)).toBe(first);
		expect(parsed.article.body.slice(-last.length)).toBe(last);
	});
});
