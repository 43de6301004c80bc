import { describe, expect, test } from "vitest";
import { languageTag, oneLine } from "../../../src/ingest/extract/metadata.ts";
import type { Extracted, Metadata } from "../../../src/ingest/extract/outcome.ts";
import { readPage } from "../../../src/ingest/extract/page.ts";

const NOW = new Date("2026-03-01T12:00:00Z");
const BODY = `<p>The harbour council voted to widen the northern quay by forty meters.</p><p>Work begins soon, the council said, and lasts for two years at the least.</p>`;

function read(head: string, body = "", address: string | null = null): Metadata {
	const html = `<!doctype html><html><head>${head}</head><body>${body}<article>${BODY}</article></body></html>`;
	return readPage({ html, address, now: NOW }) as Extracted;
}

function linked(fields: object): string {
	const json = JSON.stringify({
		"@context": "https://schema.org",
		"@type": "NewsArticle",
		...fields,
	});
	return `<script type="application/ld+json">${json}</script>`;
}

const meta = (name: string, content: string): string =>
	`<meta property="${name}" content="${content}">`;

describe("the date of publication", () => {
	test.each([
		[
			"JSON-LD",
			linked({ datePublished: "2026-02-03T23:59:00-05:00" }),
			"",
			"2026-02-03",
			"json-ld",
		],
		[
			"a graph",
			linked({
				"@type": "WebPage",
				"@graph": [{ "@type": "Article", datePublished: "2026-02-03" }],
			}),
			"",
			"2026-02-03",
			"json-ld",
		],
		[
			"JSON-LD in a comment",
			`<script type="application/ld+json"><!-- {"@type":["Report"],"datePublished":"2026-02-03"} --></script>`,
			"",
			"2026-02-03",
			"json-ld",
		],
		[
			"JSON-LD before meta",
			linked({ datePublished: "2026-02-03" }) + meta("article:published_time", "2026-02-04"),
			"",
			"2026-02-03",
			"json-ld",
		],
		["meta", meta("article:published_time", "2026-02-04T08:00:00Z"), "", "2026-02-04", "meta"],
		[
			"a name in capitals",
			'<meta name="DC.date.issued" content="2026-02-04">',
			"",
			"2026-02-04",
			"meta",
		],
		["meta in words", meta("pubdate", "Wed, 4 Feb 2026 08:00:00 GMT"), "", "2026-02-04", "meta"],
		["a time element", "", '<time datetime="2026-02-05">yesterday</time>', "2026-02-05", "time"],
		[
			"an item property",
			"",
			'<span itemprop="datePublished">5 February 2026</span>',
			"2026-02-05",
			"time",
		],
		[
			"a future day is passed over",
			linked({ datePublished: "2031-01-01" }) + meta("date", "2026-02-04"),
			"",
			"2026-02-04",
			"meta",
		],
		[
			"1970 is passed over",
			linked({ datePublished: "1970-01-01" }),
			'<time datetime="2026-02-05">',
			"2026-02-05",
			"time",
		],
		[
			"9999 is passed over",
			linked({ datePublished: "9999-12-31" }),
			'<time datetime="2026-02-05">',
			"2026-02-05",
			"time",
		],
	])("%s", (_, head, body, date, from) => {
		expect(read(head, body).published).toEqual({ date, from, confirmed: true });
	});

	test("from the address", () => {
		const { published } = read("", "", "https://port.example/2026/02/06/quay");
		expect(published).toEqual({ date: "2026-02-06", from: "address", confirmed: true });
	});

	test("from words on the page, as a guess", () => {
		const { published } = read("", "<p>Updated Feb. 7, 2026</p>");
		expect(published).toEqual({ date: "2026-02-07", from: "text", confirmed: false });
	});

	test("from words below the title, before others", () => {
		const body = "<p>Sunday, March 1, 2026</p><h1>Quay</h1><p>Feb. 7, 2026</p>";
		expect(read("", body).published?.date).toBe("2026-02-07");
	});

	test("is not known", () => {
		expect(read("").published).toBeNull();
	});
});

describe("outlet, title and author", () => {
	test.each<[string, string, string, Partial<Metadata>]>([
		[
			"og",
			meta("og:site_name", "Port News") + meta("og:title", "Quay to grow | Port News"),
			"",
			{ outlet: "Port News", title: "Quay to grow" },
		],
		["a name among topics", meta("og:site_name", "@Port News | Sea"), "", { outlet: "Port News" }],
		[
			"JSON-LD",
			linked({
				headline: "Quay to grow",
				publisher: { name: "Port News" },
				author: [{ name: "Ann Sailor" }, { name: "Bo Reed" }],
			}),
			"",
			{ outlet: "Port News", title: "Quay to grow", author: "Ann Sailor, Bo Reed" },
		],
		[
			"a heading that JSON-LD shortens",
			linked({ headline: "Quay to grow by" }),
			"<h1>Quay to grow by forty meters</h1>",
			{ title: "Quay to grow by forty meters" },
		],
		[
			"a heading with its own letters",
			"<title>Quay ‘to grow’ - Port News</title>",
			"<h1>Quay 'to grow'</h1>",
			{ title: "Quay 'to grow'" },
		],
		[
			"a title behind a bar",
			"<title>Quay to grow | Harbour</title>",
			"",
			{ title: "Quay to grow" },
		],
		[
			"a title with a dash of its own",
			"<title>Quay - or dam</title>",
			"",
			{ title: "Quay - or dam" },
		],
		["a byline", "", '<p class="byline">By <span>Ann Sailor</span></p>', { author: "Ann Sailor" }],
		[
			"an address is no author",
			meta("article:author", "https://social.example/ann"),
			'<a rel="author">Ann Sailor</a>',
			{ author: "Ann Sailor" },
		],
		[
			"an outlet that calls itself the author",
			meta("og:site_name", "Port News") + meta("author", "Port News Online"),
			'<p class="byline">By Ann Sailor</p>',
			{ author: "Ann Sailor" },
		],
		[
			"an outlet where nobody else is named",
			meta("og:site_name", "Port News") + meta("author", "Port News"),
			"",
			{ author: "Port News" },
		],
		[
			"a headline escaped for HTML",
			linked({ headline: "K&uuml;hlturm f&auml;llt" }) + meta("og:title", "Kühlturm fällt"),
			"",
			{ title: "Kühlturm fällt" },
		],
		[
			"a byline in another language",
			"",
			'<p class="byline">von Ann Sailor</p>',
			{ author: "Ann Sailor" },
		],
		["a name that begins so", meta("author", "Von Sailor"), "", { author: "Von Sailor" }],
		[
			"many authors",
			linked({
				author: ["Ann", "Bo", "Cy", "Di", "Ed", "Flo", "Gus"].map(each => `${each} Sailor`),
			}),
			'<p class="byline">By the staff</p>',
			{ author: "Ann Sailor, Bo Sailor, Cy Sailor, Di Sailor, Ed Sailor, Flo Sailor, Gus Sailor" },
		],
		[
			"an author with a bar",
			meta("author", "By Ann Sailor | Port News"),
			"",
			{ author: "Ann Sailor" },
		],
		["an address is no outlet", meta("og:site_name", "https://port.example"), "", { outlet: null }],
		[
			"a title with marks of direction",
			meta("og:title", "Quay\u202E to\n\ngrow\u200B"),
			"",
			{ title: "Quay to grow" },
		],
		["nothing", "", "", { outlet: null, title: null, author: null, language: null, address: null }],
	])("%s", (_, head, body, expected) => {
		expect(read(head, body)).toMatchObject(expected);
	});

	test("a site without a name has that of its address", () => {
		expect(read("", "", "https://www.port.example/quay").outlet).toBe("port.example");
	});

	test("a title without end is cut", () => {
		expect(read(meta("og:title", "x".repeat(9_000))).title).toHaveLength(500);
		const title = read(meta("og:title", "A long title of many words. ".repeat(40))).title ?? "";
		expect(title).toMatch(/ (?:A|long|title|of|many|words\.)…$/);
		expect(title.length).toBeLessThanOrEqual(500);
	});
});

describe("language", () => {
	test.each([
		["en-us", "en-US"],
		["de_AT", "de-AT"],
		["zh-hant-tw", "zh-Hant-TW"],
		["english", null],
		["e", null],
		["", null],
		["../..", null],
	])("%s is %s", (text, tag) => {
		expect(languageTag(text)).toBe(tag);
	});

	test("of JSON-LD, then of meta", () => {
		expect(read(linked({ inLanguage: "fr" })).language).toBe("fr");
		expect(read(meta("og:locale", "pt_BR")).language).toBe("pt-BR");
	});
});

describe("the article's own address", () => {
	const at = "https://www.port.example/quay?utm_source=mail";
	const canonical = (href: string) => `<link rel="canonical" href="${href}">`;

	test.each([
		[
			"the canonical one",
			canonical("https://port.example/2026/quay#top"),
			at,
			"https://port.example/2026/quay",
		],
		[
			"one of a part of the site",
			canonical("https://news.port.example/quay"),
			at,
			"https://news.port.example/quay",
		],
		["a relative one", canonical("/b?id=7&fbclid=x"), at, "https://www.port.example/b?id=7"],
		[
			"Open Graph's",
			meta("og:url", "https://port.example/quay-2"),
			at,
			"https://port.example/quay-2",
		],
		[
			"JSON-LD's",
			linked({ mainEntityOfPage: { "@id": "https://port.example/q" } }),
			at,
			"https://port.example/q",
		],
		[
			"not another site's",
			canonical("https://evil.example/quay"),
			at,
			"https://www.port.example/quay",
		],
		["not the front page", canonical("https://port.example/"), at, "https://www.port.example/quay"],
		["not a script", canonical("javascript:alert(1)"), at, "https://www.port.example/quay"],
		[
			"not one with a password",
			canonical("https://a:b@port.example/x"),
			at,
			"https://www.port.example/quay",
		],
		[
			"of a file, the one it names",
			canonical("https://port.example/quay"),
			null,
			"https://port.example/quay",
		],
		["of a file, no relative one", canonical("/quay"), null, null],
	])("%s", (_, head, address, expected) => {
		expect(read(head, "", address).address).toBe(expected);
	});
});

test("one line has no half characters", () => {
	expect(oneLine(" a\uD800\n\tb ")).toBe("a\uFFFD b");
});
