import { describe, expect, test, vi } from "vitest";
import type { FeedOutcome, FoundItem } from "../../../src/ingest/extract/outcome.ts";
import { readFeed } from "../../../src/ingest/feeds/read-feed.ts";

// No row may take longer, on a busy machine either.
vi.setConfig({ testTimeout: 20_000 });

const NOW = new Date("2026-03-01T12:00:00Z");
const ADDRESS = "https://port.example/feed.xml";

function read(content: string | Uint8Array, address: string | null = ADDRESS): FeedOutcome {
	return readFeed({ content, contentType: null, fileName: null, address }, NOW);
}

function itemsOf(content: string): readonly FoundItem[] {
	const feed = read(content);
	return feed.kind === "feed" ? feed.items : [];
}

const rss = (items: string, channel = ""): string =>
	`<?xml version="1.0"?><rss version="2.0" xmlns:media="m" xmlns:dc="d"><channel><title>Port News</title><link>https://port.example/</link>${channel}${items}</channel></rss>`;

const QUAY: FoundItem = {
	id: "q1",
	title: "Quay to grow",
	address: "https://port.example/quay",
	published: "2026-02-03T10:15:00Z",
};

describe("the same item in every kind of feed", () => {
	test.each([
		[
			"RSS 2.0",
			rss(
				'<item><title>Quay to grow</title><media:content><media:title>A picture</media:title></media:content><link>https://port.example/quay?utm_source=rss</link><guid isPermaLink="false">q1</guid><pubDate>Tue, 03 Feb 2026 05:15:00 EST</pubDate></item>',
			),
		],
		[
			"RSS 1.0",
			'<rdf:RDF xmlns:rdf="r"><channel><title>Port News</title></channel><item rdf:about="q1"><title>Quay to grow</title><link>https://port.example/quay</link><dc:date>2026-02-03T11:15:00+01:00</dc:date></item></rdf:RDF>',
		],
		[
			"Atom",
			'<feed xmlns="a"><title>Port News</title><link rel="self" href="/feed.xml"/><link href="https://port.example/"/><entry><id>q1</id><title type="html">Quay &lt;b&gt;to&lt;/b&gt; grow</title><link rel="replies" href="/r"/><link rel="alternate" href="/quay"/><updated>2026-02-09T10:15:00Z</updated><published>2026-02-03T10:15:00Z</published><source><title>Else</title></source></entry></feed>',
		],
		[
			"JSON Feed",
			JSON.stringify({
				version: "https://jsonfeed.org/version/1.1",
				title: "Port News",
				items: [
					{ id: "q1", url: "/quay", title: "Quay to grow", date_published: "2026-02-03T10:15:00Z" },
				],
			}),
		],
	])("%s", (_, content) => {
		expect(read(content)).toEqual({
			kind: "feed",
			title: "Port News",
			items: [QUAY],
			left: 0,
			isTorn: false,
		});
	});

	test("a news sitemap", () => {
		const content =
			'<urlset xmlns:news="n"><url><loc>https://port.example/quay</loc><news:news><news:publication><news:name>Port News</news:name></news:publication><news:publication_date>2026-02-03T10:15:00Z</news:publication_date><news:title>Quay to grow</news:title></news:news></url></urlset>';
		expect(itemsOf(content)).toEqual([{ ...QUAY, id: QUAY.address }]);
	});
});

describe("an item", () => {
	const item = (fields: string): readonly FoundItem[] => itemsOf(rss(`<item>${fields}</item>`));

	test.each([
		["a bare ampersand", "<title>Dam & quay</title><link>/a</link>", "Dam & quay"],
		["a title escaped twice", "<title>Dam &amp;amp; quay</title><link>/a</link>", "Dam & quay"],
		["names of HTML", "<title>Caf&amp;eacute;&nbsp;quay</title><link>/a</link>", "Café quay"],
		["CDATA", "<title><![CDATA[ Dam <i>or</i> quay ]]></title><link>/a</link>", "Dam or quay"],
		["marks of direction", "<title>Dam\u202E quay\u200B</title><link>/a</link>", "Dam quay"],
		["no title", "<link>/a</link>", null],
	])("with %s", (_, fields, title) => {
		expect(item(fields).map(each => each.title)).toEqual([title]);
	});

	test.each([
		["a relative address", "<link>quay?fbclid=1</link>", ["https://port.example/quay"]],
		["an address for an id", "<guid>https://port.example/q</guid>", ["https://port.example/q"]],
		["an id that is none", '<guid isPermaLink="false">https://port.example/q</guid>', []],
		[
			"an id that leads elsewhere",
			"<guid>https://else.example/</guid><link>/q</link>",
			["https://port.example/q"],
		],
		["a script", "<link>javascript:alert(1)</link>", []],
		["a file", "<link>file:///etc/passwd</link>", []],
		["data", "<link>data:text/html,x</link>", []],
		["a name and password", "<link>https://a:b@port.example/</link>", []],
		["nothing", "<title>Quay</title>", []],
	])("with %s for an address", (_, fields, addresses) => {
		expect(item(fields).map(each => each.address)).toEqual(addresses);
	});

	test.each([
		["Tue, 03 Feb 2026 10:15:00 +0100", "2026-02-03T09:15:00Z"],
		["Tue, 03 Feb 2026 10:15:00", "2026-02-03"],
		["2026-02-03", "2026-02-03"],
		["Wed, 32 Foo", null],
		["Sat, 03 Feb 2035 10:15:00 GMT", null],
		["", null],
	])("of %j is of %j", (text, published) => {
		expect(item(`<link>/a</link><pubDate>${text}</pubDate>`)[0]?.published).toBe(published);
	});
});

describe("items", () => {
	test("come once, by address, with ids of their own", () => {
		const content = rss(
			"<item><link>/a</link><guid>x</guid></item><item><link>/a?utm_medium=b</link><guid>y</guid></item><item><link>/b</link><guid>x</guid></item>",
		);
		expect(itemsOf(content).map(({ id }) => id)).toEqual(["x", "https://port.example/b"]);
	});

	test("of more than 1,000 are the newest", () => {
		const urls = Array.from({ length: 1_200 }, (_, at) => {
			const day = new Date(Date.UTC(2020, 0, 1 + at)).toISOString().slice(0, 10);
			return `<url><loc>https://port.example/${at}</loc><lastmod>${day}</lastmod></url>`;
		});
		const feed = read(`<urlset>${urls.join("")}</urlset>`);
		expect(feed).toMatchObject({ kind: "feed", left: 200 });
		expect(feed.kind === "feed" && feed.items[0]?.address).toBe("https://port.example/1199");
	});

	test("of a feed that breaks off are those that were whole", () => {
		const [whole] = rss("<item><title>A</title><link>/a</link></item><item><title>B").split(
			"</channel>",
		);
		expect(itemsOf(whole ?? "").map(({ title }) => title)).toEqual(["A"]);
	});

	test("are relative to the base that the feed names", () => {
		const content = '<feed xml:base="/news/"><entry><link href="quay"/></entry></feed>';
		expect(itemsOf(content)[0]?.address).toBe("https://port.example/news/quay");
	});

	test("of a feed without an address are relative to its site", () => {
		const feed = read(rss("<item><link>/quay</link></item>"), null);
		expect(feed).toMatchObject({ items: [{ address: "https://port.example/quay" }] });
	});

	test("stand behind blank lines and a byte order mark", () => {
		expect(itemsOf(`\uFEFF\n\n${rss("<item><link>/a</link></item>")}`)).toHaveLength(1);
		const bytes = new TextEncoder().encode(`\n${rss("<item><link>/a</link></item>")}`);
		expect(read(bytes)).toMatchObject({ kind: "feed", items: [{}] });
	});
});

describe("what is no feed is refused", () => {
	const lol = Array.from(
		{ length: 9 },
		(_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
	).join("");

	test.each([
		[
			"entities of entities",
			`<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "lol">${lol}]>${rss("<item><title>&l9;</title><link>/a</link></item>")}`,
			/declares entities/,
			/./,
		],
		[
			"one long entity many times",
			`<!DOCTYPE rss [<!ENTITY a "${"a".repeat(50_000)}">]>${rss(`<title>${"&a;".repeat(50_000)}</title>`)}`,
			/declares entities/,
			/./,
		],
		[
			"an entity of a file",
			`<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss("<title>&x;</title>")}`,
			/declares entities/,
			/./,
		],
		[
			"an entity of parameters",
			`<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://evil.example/">%p;]>${rss("")}`,
			/declares entities/,
			/./,
		],
		["elements nested without end", `<rss>${"<a>".repeat(100_000)}`, /nests more than 128/, /./],
		[
			"an attribute without end",
			`<rss class="${"x".repeat(4_000_000)}"></rss>`,
			/"class" longer/,
			/./,
		],
		["a comment without end", `<rss><!-- ${"x".repeat(10_000_000)}`, /larger than 5 MB/, /./],
		["references without number", `<rss>${"&#1;".repeat(2_000_000)}`, /larger than 5 MB/, /./],
		[
			"a page",
			'<html><head><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>',
			/no feed/,
			/its feed is https:\/\/port\.example\/rss/,
		],
		["a page without one", "<html><body><p>Quay</p></body></html>", /no feed/, /RSS/],
		[
			"an index of sitemaps",
			"<sitemapindex><sitemap><loc>/news.xml</loc></sitemap></sitemapindex>",
			/index/,
			/such as https:\/\/port\.example\/news\.xml/,
		],
		["an empty index", "<sitemapindex></sitemapindex>", /index/, /one of them$/],
		["other JSON", '{"items": []}', /no JSON Feed/, /./],
		["torn JSON", '{"version": ', /no JSON Feed/, /./],
		["JSON nested without end", "[".repeat(200_000), /no JSON Feed/, /./],
		["nothing", "", /no feed/, /./],
	])("%s", (_, content, reason, remedy) => {
		expect(read(content)).toMatchObject({
			kind: "refused",
			reason: expect.stringMatching(reason),
			remedy: expect.stringMatching(remedy),
		});
	});

	test("a PDF file", () => {
		expect(read(new TextEncoder().encode("%PDF-1.7"))).toMatchObject({ kind: "refused" });
	});
});

describe("what feeds may have is read around", () => {
	test.each([
		[
			"elements named as prototypes are",
			"<__proto__><polluted>1</polluted></__proto__><constructor/>",
		],
		["a definition that is loaded from elsewhere", ""],
		["references to nothing", "<description>&#0; &#xFFFFFFFF; &nothing;</description>"],
		["items without number", "<x/>".repeat(100_000)],
		["an unterminated CDATA section", ""],
	])("%s", (name, extra) => {
		const doctype = name.includes("loaded")
			? '<!DOCTYPE rss SYSTEM "http://evil.example/a.dtd">'
			: "";
		const tail = name.includes("CDATA") ? `<![CDATA[${"x".repeat(1_000_000)}` : "";
		const content = doctype + rss(`<item><link>/a</link></item>${extra}${tail}`);
		expect(itemsOf(content)).toHaveLength(1);
		expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
	});

	test("100,000 items", () => {
		expect(read(rss("<item><link>/a</link></item>".repeat(100_000)))).toMatchObject({
			kind: "feed",
			items: [{ address: "https://port.example/a" }],
		});
	});

	test("items of JSON that are none", () => {
		const version = "https://jsonfeed.org/version/1";
		const items = [null, 7, "x", [], { url: 9 }, { id: 4, external_url: "https://port.example/a" }];
		expect(itemsOf(JSON.stringify({ version, items }))).toMatchObject([{ id: "4" }]);
	});
});
