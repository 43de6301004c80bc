import { describe, expect, test } from "vitest";
import { commandLine } from "../../src/present/command-line.ts";
import type { Block, Document } from "../../src/present/document.ts";
import { documentOfAnswer } from "../../src/present/document-of.ts";
import { renderTerminal } from "../../src/present/terminal.ts";
import { columnsOf } from "../../src/present/wrap.ts";
import { ANSWER, NOW, SNAPSHOT } from "./sample.ts";

const PLAIN = { width: 60, color: false };
const DOCUMENT = documentOfAnswer(ANSWER, SNAPSHOT, NOW);

function withBlocks(...blocks: readonly Block[]): Document {
	return { ...DOCUMENT, blocks, choices: [] };
}

describe("renderTerminal", () => {
	test("a whole answer", () => {
		expect(renderTerminal(DOCUMENT, PLAIN)).toBe(
			`The outlets differ
Question: how much is in the lake?

what the lake holds: the outlets print 40 and 44 million
litres.

“about 40 million litres”: 1 outlet
  North Post · 2 May 2031
  │ The lake holds about 40 million litres.
  │ bound: about
  │ https://north-post.example/lake#:~:text=The%20lake

“44 million litres”: 1 outlet
  Shore Daily · 3 May 2031
  │ The lake holds 44 million litres, says Vera Lund.
  │ credits Vera Lund
  │ https://shore-daily.example/lake#:~:text=The%20lake

No report found in the 1 article held of Hill Radio.

Checks
Computed, does not hold: 40 million to 44 million litres is
+10%, not 4%

Only the first of two claims is shown.

See also
  who swam
    presscheck claim 'who swam'

The lake · 3 articles of 3 outlets · read 2 hours ago
`,
		);
	});

	test("no line is wider than the terminal, but links and what is to be typed", () => {
		for (const width of [24, 40, 80]) {
			const lines = renderTerminal(DOCUMENT, { width, color: false }).split("\n");
			const isWhole = (line: string) => /https:\/\/|^ {4}presscheck /.test(line);
			const wide = lines.filter(line => columnsOf(line) > width && !isWhole(line));
			expect(wide).toEqual([]);
		}
	});

	test("color adds codes and changes no word", () => {
		const colored = renderTerminal(DOCUMENT, { ...PLAIN, color: true });
		expect(colored).toContain("\u001B[1;36mThe outlets differ\u001B[0m");
		const codes = ["1;36", "1;4", "1", "2", "0"].map(code => `\u001B[${code}m`);
		const bare = codes.reduce((text, code) => text.replaceAll(code, ""), colored);
		expect(bare).toBe(renderTerminal(DOCUMENT, PLAIN));
	});

	test("words from outside cannot steer the terminal", () => {
		const evil = "\u001B[2J\u001B]0;owned\u0007\u202Egnp\u200B\u009B31m";
		const document: Document = {
			title: evil,
			question: evil,
			lead: evil,
			blocks: [
				{ kind: "heading", text: evil },
				{ kind: "remark", text: evil },
				{ kind: "line", inlines: [{ kind: "link", text: evil, url: evil }] },
				{
					kind: "excerpt",
					label: [{ kind: "strong", text: evil }],
					text: evil,
					link: `https://a.example/${evil}`,
					remarks: [evil],
					changes: [{ kind: "added", text: evil }],
				},
			],
			choices: [{ label: evil, command: "claim", values: { text: evil, story: evil } }],
			footer: evil,
		};
		const rendered = renderTerminal(document, PLAIN);
		expect(rendered).not.toMatch(/[^\P{C}\n]/u);
		expect(rendered).toContain("gnp");
	});

	test("changed words are marked in words", () => {
		const text = renderTerminal(
			withBlocks({
				kind: "excerpt",
				label: [{ kind: "strong", text: "Hill Radio" }],
				text: "“The lake is half empty.”",
				link: null,
				remarks: [],
				changes: [
					{ kind: "same", text: "The lake is" },
					{ kind: "removed", text: " half full" },
					{ kind: "added", text: "half empty" },
					{ kind: "added", text: " " },
					{ kind: "same", text: "today" },
				],
			}),
			{ width: 100, color: false },
		);
		expect(text).toContain(
			"Changed words: The lake is [half full] (left out) [half empty] (added) today",
		);
	});

	test("a link in a line shows its address", () => {
		const inlines = [{ kind: "link", text: "the page", url: "https://a.example/" }] as const;
		expect(renderTerminal(withBlocks({ kind: "line", inlines }), PLAIN)).toContain(
			"the page (https://a.example/)",
		);
	});
});

describe("commandLine", () => {
	test.each([
		["stories", {}, "presscheck stories"],
		["claim", { text: "depth" }, "presscheck claim depth"],
		["claim", { text: "the lake's depth" }, "presscheck claim 'the lake'\\''s depth'"],
		["claim", { text: "depth", story: "the lake" }, "presscheck claim depth --story 'the lake'"],
		["compare", { first: "A", second: "B" }, "presscheck compare --first A --second B"],
		["claim", { text: "-5%" }, "presscheck claim --text='-5%'"],
		["compare", { first: "A", second: "-B" }, "presscheck compare --first A --second='-B'"],
		["undo", { change: "3", yes: "yes" }, "presscheck undo 3 --yes"],
		["undo", { yes: "yes", story: "lake" }, "presscheck undo --story lake --yes"],
		["article add", { file: "a.html" }, "presscheck article add --file a.html"],
		[
			"feed add",
			{ address: "example.org/feed", trusted: "yes" },
			"presscheck feed add --address example.org/feed --trusted yes",
		],
	])("%s with %o", (command, values, line) => {
		expect(commandLine(command, values)).toBe(line);
	});
});
