import { describe, expect, test } from "vitest";
import { barrierOf } from "../../../src/ingest/fetch/barrier.ts";

const ARTICLE = "The harbor reopened on Monday after a storm had closed it. ".repeat(30);

function page(title: string, body = "<p>One moment, please."): string {
	return `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;
}

describe("pages that stand in the way of an article", () => {
	test.each([
		["Just a moment...", "the site asks whether its reader is human"],
		["Just a moment…", "the site asks whether its reader is human"],
		["Attention Required! | Cloudflare", "the site asks whether its reader is human"],
		["\n  Are you a robot?\n", "the site asks whether its reader is human"],
		["lantern.com - Access Denied", "the site does not let programs read the page"],
		["403 Forbidden", "the site does not let programs read the page"],
		["Log in | The Lantern", "the site asks for a login or subscription"],
		["The Lantern – Subscribe to continue", "the site asks for a login or subscription"],
		["Before you continue", "the site asks for consent to cookies first"],
		["404 Not Found", "the site says that it has no such page"],
		["Page not found – The Lantern", "the site says that it has no such page"],
		["Oops! | The Lantern", "the site says that it has no such page"],
		["This page isn’t available · Lantern", "the site says that it has no such page"],
	])("%j", (title, reason) => {
		expect(barrierOf(page(title))).toMatchObject({ kind: "refused", reason });
	});

	test("with scripts and styles longer than any article", () => {
		const scripts = `<script>${ARTICLE}</script><style>${ARTICLE}</style><SCRIPT a>${ARTICLE}`;
		expect(barrierOf(page("Just a moment...", scripts))).toMatchObject({ kind: "refused" });
	});
});

describe("pages that do not", () => {
	test.each([
		["Harbor reopens | The Lantern", "<p>Soon more."],
		["Access denied: how a harbor lost its road", "<p>Soon more."],
		["Why 404 workers were not found", "<p>Soon more."],
		["Login troubles keep clerks waiting", "<p>Soon more."],
		["Access Denied", `<p>${ARTICLE}`],
		["Access Denied", ARTICLE.replaceAll(" ", " <b>x</b> ")],
		["", "<p>Soon more."],
	])("%j", (title, body) => {
		expect(barrierOf(page(title, body))).toBeNull();
	});

	test.each([
		"",
		"<title",
		"<title>",
		"<title>404 Not Found is what they said",
		"<titles>404</titles>",
	])("%j, which has no title at all", html => {
		expect(barrierOf(`<p>Soon more.${html} ${"a ".repeat(300)}`)).toBeNull();
	});

	test("however they are made to be slow", () => {
		const start = performance.now();
		barrierOf(`<title>Access Denied</title>${"<script".repeat(600_000)}${"<".repeat(600_000)}`);
		barrierOf(`<title>${"| ".repeat(2_000_000)}`);
		expect(performance.now() - start).toBeLessThan(1_500);
	});
});
