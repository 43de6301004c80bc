import { describe, expect, test } from "vitest";
import { addressOf, isNoAddress } from "../../../src/shell/moderation/typed-address.ts";

describe("what is typed for an address", () => {
	test.each([
		["example.org/a", "https://example.org/a"],
		["example.org", "https://example.org"],
		["example.org:8080/a", "https://example.org:8080/a"],
		["127.0.0.1:8099/pier.html", "https://127.0.0.1:8099/pier.html"],
		["[::1]:8080/a", "https://[::1]:8080/a"],
		["wiki:8080/a", "https://wiki:8080/a"],
		["point.md", "https://point.md"],
		["example.org?a=b.html", "https://example.org?a=b.html"],
		["http://wiki/a", "http://wiki/a"],
		["ftp://example.org/a", "ftp://example.org/a"],
		["mailto:ann@example.org", "mailto:ann@example.org"],
	])("may be one: %s", (typed, address) => {
		expect(isNoAddress(typed)).toBe(false);
		expect(addressOf(typed)).toBe(address);
	});

	test.each([
		"nope",
		"nope/a.html",
		"/tmp/note.txt",
		"./note.txt",
		"../pages/a.html",
		"~/note.txt",
		"note.txt",
		"report.pdf",
		"page.HTML",
		"C:\\pages\\a.html",
		"C:/pages/a.html",
		"ann@example.org",
	])("is none: %s", typed => {
		expect(isNoAddress(typed)).toBe(true);
	});
});
