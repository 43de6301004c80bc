import { describe, expect, test } from "vitest";
import type { Extracted } from "../../../src/ingest/extract/outcome.ts";
import { readPage } from "../../../src/ingest/extract/page.ts";

const NOW = new Date("2026-03-01T12:00:00Z");
const FIRST = "The harbour council voted on Monday to widen the northern quay by forty meters.";
const SECOND = "Work begins in May, the council said, and lasts for two years at the least.";
const THIRD = "Traders will move to the old fish market while the northern quay is closed to them.";

const MORE = [FIRST.replace("Monday", "Friday"), SECOND.replace("May", "July")];

function textOf(body: string, head = ""): string {
	const html = `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
	const outcome = readPage({ html, address: null, now: NOW });
	return outcome.kind === "extracted" ? outcome.text : `refused: ${outcome.reason}`;
}

function article(...parts: readonly string[]): string {
	return `<article>${parts.join("")}</article>`;
}

const p = (text: string): string => `<p>${text}</p>`;

describe("an article's text", () => {
	test("has paragraphs, headings, lists and block quotations as in Markdown", () => {
		const body = article(
			p(FIRST),
			"<h2>What <em>it</em> costs</h2>",
			p(SECOND),
			"<ul><li>Stone: $4 million</li><li>Steel: $8 million</li></ul>",
			`<blockquote><p>${THIRD}</p></blockquote>`,
			p(`${SECOND}<br>${FIRST}`),
		);
		expect(textOf(body)).toBe(
			[
				FIRST,
				"## What it costs",
				SECOND,
				"- Stone: $4 million\n- Steel: $8 million",
				`> ${THIRD}`,
				`${SECOND}\n${FIRST}`,
			].join("\n\n"),
		);
	});

	test("has the words of a sentence whatever their classes are", () => {
		const words = `The quay, said <span class="author">Ann Sailor</span> on <a class="related" href="/x">Monday</a>, will <span class="credit">hold</span>.`;
		expect(textOf(article(p(FIRST), p(words), p(THIRD)))).toContain(
			"The quay, said Ann Sailor on Monday, will hold.",
		);
	});
});

describe("a page whose frame is broken", () => {
	const all = [FIRST, SECOND, THIRD].map(p).join("");
	test.each([
		[
			"a template in its head",
			`<html><head><template>${p(MORE[0] ?? "")}</template></head><body>${all}</body></html>`,
		],
		[
			"a script between head and body",
			`<html><head></head><script>1</script><body>${all}</body></html>`,
		],
		["two bodies", `<html><body>${p(FIRST)}</body><body>${p(SECOND)}${p(THIRD)}</body></html>`],
		["a body in its body", `<html><body><div><html><body>${all}</body></html></div></body></html>`],
		[
			"a script closed as in XML",
			`<html><head><script src="a.js"/></head><body>${all}</body></html>`,
		],
		["an anchor closed as in XML", `<html><body><a name="top"/>${all}</body></html>`],
		["no frame", all],
		["its end alone", `${all}</body></html>`],
	])("%s", (_, html) => {
		const outcome = readPage({ html, address: null, now: NOW });
		expect(outcome).toMatchObject({ text: [FIRST, SECOND, THIRD].join("\n\n") });
	});
});

describe("an article in parts", () => {
	const five = [FIRST, SECOND, THIRD, ...MORE];

	test("has two paragraphs where a line is broken twice", () => {
		expect(textOf(`<div>${five.join("<br><br>")}</div>`)).toBe(five.join("\n\n"));
	});

	test.each(["paywall", "story-widget", "text"])("goes on in further parts named %s", name => {
		const tools = '<div class="share"><p>Tell your friends about it.</p></div>';
		const part = (text: string) => `<div class="${name}"><div>${p(text)}</div></div>${tools}`;
		const body = `<main><div class="page">${five.map(part).join("")}</div></main>`;
		expect(textOf(body)).toBe(five.join("\n\n"));
	});

	test("does not go on in what is hidden or in comments", () => {
		const part = (text: string) => `<div class="part">${p(text)}</div>`;
		const others = [
			`<div class="part" aria-hidden="true">${p("Nobody sees that the quay was never paid for by the council.")}</div>`,
			`<div class="comments">${part("Nobody who lives here wants the quay to be any wider than it is.")}</div>`,
		];
		const body = `<article>${five.map(part).join("")}</article>${others.join("")}`;
		expect(textOf(body)).toBe(five.join("\n\n"));
	});
});

describe("what stands around an article is left out", () => {
	test.each([
		[
			"a caption",
			"<figure><img src=a.jpg><figcaption>The quay at dawn. Photo: A. Sailor</figcaption></figure>",
		],
		[
			"a picture's words",
			'<div class="InlineImage"><img src=a.jpg><p>The quay at dawn, seen from the tower.</p></div>',
		],
		[
			"related stories",
			'<div class="related-stories"><p>Ferry runs aground off the southern pier.</p></div>',
		],
		[
			"a list of links",
			'<ul><li><a href="/a">Ferry runs aground</a></li><li><a href="/b">Pier to close</a></li></ul>',
		],
		["a link alone", '<p><a href="/a">FERRY RUNS AGROUND OFF THE SOUTHERN PIER</a></p>'],
		["an invitation", '<p>Read more: <a href="/a">Ferry runs aground off the pier</a></p>'],
		[
			"an offer",
			'<p>Sign up for <a href="/n">our newsletter</a> and know more than others do.</p>',
		],
		["a label of an advertisement", "<p>Advertisement</p>"],
		[
			"buttons for sharing",
			'<div class="share-tools"><p>Tell your friends about this article.</p></div>',
		],
		[
			"another article's card",
			"<article><p>Ferry runs aground off the southern pier, and nobody is hurt in it.</p></article>",
		],
		["a label of an advertisement in another language", "<p>Anzeige</p>"],
		["what is for those who pay", "<p>This article is reserved for our subscribers.</p>"],
		[
			"what those get who pay",
			"<p>Create an account to read on.</p><ul><li>All articles, every day.</li><li>And the crossword.</li></ul>",
		],
		["what is done with names", "<p>You can leave at any time, as our privacy policy tells.</p>"],
		["who took a picture", "<p>The quay at dawn, as seen from the tower. Photo: Ann Sailor</p>"],
		["when it was printed", "<p>Aktualisiert am 3. Februar 2026, 20:22 Uhr</p>"],
		["a line of marks", "<p>* * *</p>"],
		["words shown when pointed at", '<p><span class="tooltip">A quay is a wall.</span></p>'],
	])("%s", (_, extra) => {
		const body = article(p(FIRST), extra, p(SECOND), p(THIRD));
		expect(textOf(body)).toBe([FIRST, SECOND, THIRD].join("\n\n"));
	});

	test("title, date and byline above the first paragraph", () => {
		const lead = "<h1>Quay</h1><p>3 February 2026</p><p>By Ann Sailor</p>";
		expect(textOf(article(lead, p(FIRST), p(SECOND), p(THIRD)))).toBe(
			[FIRST, SECOND, THIRD].join("\n\n"),
		);
	});

	test("who wrote it", () => {
		const tail = p(
			"Ann Sailor is a reporter who writes about harbours and those who work in them.",
		);
		expect(textOf(article(p(FIRST), p(SECOND), p(THIRD), tail))).toBe(
			[FIRST, SECOND, THIRD].join("\n\n"),
		);
	});

	test("a question of consent that is longer than the article", () => {
		const asked = p(
			"We and our partners keep cookies on your device, as they are needed for our pages.",
		);
		const dialog = `<div id="cookie-consent">${asked.repeat(20)}</div>`;
		expect(textOf(`${article(p(FIRST), p(SECOND), p(THIRD))}${dialog}`)).toBe(
			[FIRST, SECOND, THIRD].join("\n\n"),
		);
	});

	test("what follows an invitation at the end", () => {
		const tail = "<h3>You may also like</h3><p>Ferry runs aground</p><p>Pier to close</p>";
		expect(textOf(article(p(FIRST), p(SECOND), p(THIRD), tail))).toBe(
			[FIRST, SECOND, THIRD].join("\n\n"),
		);
	});

	test.each([
		[
			"a sentence that begins as an invitation does",
			"Related costs rose to <a href=/a>$5 million</a>, the council said.",
		],
		[
			"a sentence that tells of a newsletter",
			'The council’s newsletter named <a href="/n">no price</a> for it.',
		],
		["a sentence of accounts", "Traders must create an account with the council to bid."],
		["a sentence of subscribers", "The ferry’s 200 subscribers are already members of it."],
		["a year in which something was printed", "Published in 2019, the plan names four quays."],
		["somebody's word of a policy", "“We wrote our privacy policy anew,” the council said."],
		["photographs", "The council showed two photos by Ann Sailor of the quay."],
		["a dash and a name below a quotation", "— Ann Sailor, harbour master"],
		["a short paragraph", "It rained."],
	])("but not %s", (_, text) => {
		const plain = text.replace(/<[^>]*>/gu, "");
		expect(textOf(article(p(FIRST), p(text), p(SECOND), p(THIRD)))).toContain(plain);
	});

	test("but not most of it, where classes mean something else", () => {
		const texts = [FIRST, SECOND, THIRD, ...MORE];
		const body = article(...texts.map(text => `<p class="caption">${text}</p>`));
		expect(textOf(body)).toBe(texts.join("\n\n"));
	});
});

describe("where hardly a word is found", () => {
	const shell = '<div id="app"></div>';
	const linked = (articleBody: string) =>
		`<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", articleBody })}</script>`;
	const long = [FIRST, SECOND, THIRD, ...MORE];

	test("the copy in JSON-LD is read, with its paragraphs", () => {
		expect(textOf(shell, linked(long.join("\n\n")))).toBe(long.join("\n\n"));
		expect(textOf(shell, linked(long.map(p).join("")))).toBe(long.join("\n\n"));
	});

	test("the copy in JSON-LD is read where another text is found", () => {
		const teasers = [
			"Ferry runs aground off the southern pier on Sunday, and nobody of its crew is hurt.",
			"Bakers want cheaper flour, and threaten to keep their shops closed for one week.",
		];
		const body = `<article>${teasers.concat(teasers).concat(teasers).map(p).join("")}</article>`;
		expect(textOf(body, linked(long.join("\n\n")))).toBe(long.join("\n\n"));
		expect(textOf(article(...long.map(p)), linked(long.slice(1).join("\n\n")))).toBe(
			long.join("\n\n"),
		);
	});

	test.each([
		[
			"JSON",
			(html: string) =>
				`<script type="application/json">${JSON.stringify({ a: [{ body: html }] })}</script>`,
		],
		[
			"JSON in a string",
			(html: string) =>
				`<script>push([1,${JSON.stringify(`2:${JSON.stringify({ body: html })}`)}])</script>`,
		],
		["a call", (html: string) => `<script>show("a", ${JSON.stringify(html)});</script>`],
	])("what a script holds as %s is read", (_, scriptOf) => {
		const text = long.concat(MORE.map(each => each.replace("council", "mayor")));
		const script = scriptOf(text.map(p).join("")).replaceAll("</p", "<\\/p");
		expect(textOf(`${shell}<p>Loading</p>${script}`)).toBe(text.join("\n\n"));
	});

	test("what is hidden until scripts have run is read", () => {
		const body = `<div hidden id="S:1"><article>${long.concat(MORE).map(p).join("")}</article></div>`;
		expect(textOf(`<p>Wait.</p>${body}`)).toContain(long.join("\n\n"));
	});

	test("a brief is not taken for what stands around it", () => {
		const around = `<div class="links">${"<p>Ferry runs aground today</p>".repeat(30)}</div>`;
		expect(textOf(`${article(p(FIRST), p(SECOND))}${around}`)).toBe([FIRST, SECOND].join("\n\n"));
	});

	test("all that the page shows is read", () => {
		const body = `<nav><p>Home</p></nav><table><tr><td>${FIRST}</td><td>${SECOND}</td></tr></table>`;
		expect(textOf(body)).toContain(FIRST);
	});
});

describe("a page that shows a part", () => {
	test.each([
		[{ "@type": "NewsArticle", isAccessibleForFree: false }, true],
		[{ "@type": "NewsArticle", isAccessibleForFree: "False" }, true],
		[{ "@type": "NewsArticle", isAccessibleForFree: true }, false],
		[{ "@type": "NewsArticle" }, false],
	])("%j: %j", (linked, partial) => {
		const head = `<script type="application/ld+json">${JSON.stringify(linked)}</script>`;
		const html = `<html><head>${head}</head><body>${article(p(FIRST), p(SECOND))}</body></html>`;
		const outcome = readPage({ html, address: null, now: NOW });
		expect(outcome).toMatchObject({ partial } satisfies Partial<Extracted>);
	});
});
