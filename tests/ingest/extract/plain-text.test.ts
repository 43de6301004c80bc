import { describe, expect, test } from "vitest";
import { cleanText, readPlainText } from "../../../src/ingest/extract/plain-text.ts";
import { readArticle } from "../../../src/ingest/extract/read-article.ts";

const NOW = new Date("2026-03-01T12:00:00Z");
const BODY = "The harbour council voted on Monday to widen the northern quay by forty meters.";

describe("plain text", () => {
	test("keeps its front matter", () => {
		const matter = [
			'outlet: "Port News"',
			"title: Quay to grow",
			"author: Ann Sailor",
			"published: 2026-02-03",
			"language: en_gb",
			"url: https://port.example/quay?utm_source=x",
		];
		const outcome = readPlainText(`---\n${matter.join("\n")}\n---\n${BODY}\n`, NOW);
		expect(outcome).toEqual({
			kind: "extracted",
			outlet: "Port News",
			title: "Quay to grow",
			author: "Ann Sailor",
			published: { date: "2026-02-03", from: "front matter", confirmed: true },
			language: "en-GB",
			address: "https://port.example/quay",
			text: BODY,
			partial: false,
		});
	});

	test.each([
		[
			"fields that are not what they should be",
			`---\nurl: file:///etc/passwd\npublished: soon\noutlet: [a]\n---\n${BODY}`,
			BODY,
		],
		["front matter that is no YAML", `---\n"a: [\n---\n${BODY}`, BODY],
		["a line that opens nothing", `---\n${BODY}`, `---\n${BODY}`],
	])("%s tell nothing", (_, text, body) => {
		const unknown = { outlet: null, title: null, published: null, language: null, address: null };
		expect(readPlainText(text, NOW)).toMatchObject({ ...unknown, text: body });
	});

	test("has its first heading for a title", () => {
		expect(readPlainText(`# Quay to grow\n\n${BODY}`, NOW)).toMatchObject({
			title: "Quay to grow",
		});
		expect(readPlainText(`## A part\n\n${BODY}`, NOW)).toMatchObject({ title: null });
	});

	test("in a script without spaces may be short", () => {
		const text = "港務局は月曜日、北埠頭を四十メートル拡張することを決めた。".repeat(3);
		expect(readPlainText(text, NOW)).toMatchObject({ kind: "extracted", text });
	});
});

test.each([
	["a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"],
	["a\n\n\n\n\nb", "a\n\nb"],
	["  \n\na  \t\nb\n\n", "a\nb"],
	["\uFEFFa\0b\u0007c\u200Bd\u202Ee\u2066f\u00AD", "abcdef"],
	["a\tb", "a\tb"],
	["a\uDC00b", "a\uFFFDb"],
	["e\u0301 👩‍👩‍👧 نص", "e\u0301 👩‍👩‍👧 نص"],
])("%j is cleaned to %j", (text, clean) => {
	expect(cleanText(text)).toBe(clean);
});

describe("what a source is", () => {
	const page = `<!DOCTYPE html><title>Quay</title><p>${BODY}</p>`;
	const bytes = new TextEncoder().encode(page);

	test.each([
		["pasted text", { content: BODY, contentType: null, fileName: null }],
		["a pasted page", { content: page, contentType: null, fileName: null }],
		["a page's bytes without a name", { content: bytes, contentType: null, fileName: null }],
		["a page by its type", { content: bytes, contentType: "text/html", fileName: null }],
		["a page by its name", { content: bytes, contentType: null, fileName: "A.HTM" }],
		["a file without an ending", { content: bytes, contentType: null, fileName: "page" }],
		["XHTML", { content: bytes, contentType: "application/xhtml+xml", fileName: null }],
	])("%s", async (_, source) => {
		const outcome = await readArticle({ ...source, address: null }, NOW);
		expect(outcome).toMatchObject({ kind: "extracted", text: BODY });
	});
});
