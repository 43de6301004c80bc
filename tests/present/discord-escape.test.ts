import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { harmless } from "../../src/present/harmless.ts";
import {
	ESCAPE_ROWS,
	escapeLine,
	escapeMarkdown,
	escapeRun,
	linkMarkdown,
	markRun,
	quoteMarkdown,
	readMarkdown,
} from "../../src/present/markdown-escape.ts";

const escaped: readonly (readonly [what: string, text: string, markdown: string])[] = [
	["plain words", "Miners spent more in May, it said.", "Miners spent more in May, it said."],
	["bold", "**big** news", "\\*\\*big\\*\\* news"],
	["a snake-case word", "hash_rate_30d", "hash\\_rate\\_30d"],
	["strikethrough", "~~gone~~", "\\~\\~gone\\~\\~"],
	["code", "`rm -rf`", "\\`rm -rf\\`"],
	["a spoiler", "||who||", "\\|\\|who\\|\\|"],
	["a user's mention", "<@80351110224678912>", "\\<@80351110224678912>"],
	["a role's mention", "<@&165511591545143296>", "\\<@&165511591545143296>"],
	["a channel", "<#103735883630395392>", "\\<#103735883630395392>"],
	["a time", "<t:1618953630:R>", "\\<t\\:1618953630:R>"],
	["a custom emoji", "<a:wave:392938283556143104>", "\\<a\\:wave:392938283556143104>"],
	["a command", "</claim:816437322781949972>", "\\</claim:816437322781949972>"],
	["an emoji by name", ":tada: at 10:30", "\\:tada: at 10:30"],
	["everybody", "@everyone and @here", "\\@everyone and \\@here"],
	["an address of mail", "desk@outlet.example", "desk@outlet.example"],
	["a bare link", "https://outlet.example/a", "https\\://outlet.example/a"],
	["a masked link", "[free](https://bad.example)", "\\[free\\](https\\://bad.example)"],
	["a heading", "# Big", "\\# Big"],
	["a hash within a line", "take #3", "take #3"],
	["subtext", "-# small", "\\-# small"],
	["a quote", "> said", "\\> said"],
	["a list", "one\n - two\n* three", "one\n \\- two\n\\* three"],
	["a hyphen within a line", "on-device", "on-device"],
	["a numbered list", "12. twelve\n3) three", "12\\. twelve\n3\\) three"],
	["a number at the end", "in 2033.", "in 2033."],
	["a backslash", "C:\\dir\\*", "C:\\\\dir\\\\\\*"],
	["a direction mark", "abc\u202Edef", "abcdef"],
	["a mark hidden by a zero-width character", "<\u200B@1>", "\\<@1>"],
];

describe("escapeMarkdown", () => {
	it.each(escaped)("shows %s as it is", (_what, text, markdown) => {
		expect(escapeMarkdown(text)).toBe(markdown);
	});

	it("names what each row keeps from happening", () => {
		expect(new Set(ESCAPE_ROWS.map(row => row.name)).size).toBe(ESCAPE_ROWS.length);
	});

	it("reads back as the harmless text, whatever the text", () => {
		const hostile = fc.string({ unit: "grapheme" });
		const marks = fc.string({ unit: fc.constantFrom(..."\\*_~`|<>[]():@#-+1. \n\taé") });
		fc.assert(
			fc.property(fc.oneof(hostile, marks), text => {
				expect(readMarkdown(escapeMarkdown(text))).toBe(harmless(text));
			}),
		);
	});

	it("leaves no mark unescaped", () => {
		const marks = fc.string({ unit: fc.constantFrom(..."\\*_~`|<>[]:/@#-+1. \na") });
		fc.assert(
			fc.property(marks, text => {
				const left = escapeMarkdown(text).replace(/\\[^0-9A-Za-z\s]/gu, "x");
				expect(left).not.toMatch(/[*_~`|<[\]\\]|:\/\/|^\s*[#>-]\s|@everyone|@here/mu);
			}),
		);
	});
});

describe("on one line", () => {
	it("folds line feeds in a line and trims it", () => {
		expect(escapeLine(" a\n b# ")).toBe("a b#");
	});

	it("keeps the white space at the ends of a run", () => {
		expect(escapeRun(", by\n*x* ")).toBe(", by \\*x\\* ");
	});

	it("keeps white space outside the marks of a run", () => {
		expect(markRun(" about ", "**")).toBe(" **about** ");
		expect(markRun("a*b c", "~~")).toBe("~~a\\*b c~~");
		expect(markRun("  ", "**")).toBe("  ");
	});
});

describe("quoteMarkdown", () => {
	it("marks each line", () => {
		expect(quoteMarkdown("one\n\n# two")).toBe("> one\n> \n> \\# two");
	});
});

describe("linkMarkdown", () => {
	it("escapes the label and what would end the address", () => {
		expect(linkMarkdown("a]b", "https://x.example/a(b) c?q=<é>#:~:text=to%20be,be-")).toBe(
			"[a\\]b](https://x.example/a%28b%29%20c?q=%3C%C3%A9%3E#:~:text=to%20be,be-)",
		);
	});
});
