import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { safeUrl } from "../../../src/shell/playground/page/inline.js";
import { parseMarkdown } from "../../../src/shell/playground/page/markdown.js";
import type { Block, Inline, ListItem } from "../../../src/shell/playground/page/markdown-tree.ts";

/** A tree written out in brackets, short enough to be read in a table. */
function written(blocks: readonly Block[]): string {
	return blocks.map(writtenBlock).join(" ");
}

function writtenBlock(block: Block): string {
	switch (block.kind) {
		case "heading":
			return `h${block.level}(${writtenLine(block.children)})`;
		case "quote":
			return `quote(${written(block.blocks)})`;
		case "code-block":
			return `pre(${block.text})`;
		case "list":
			return `${block.start ?? "list"}(${block.items.map(writtenItem).join("; ")})`;
		default:
			return `${block.kind === "subtext" ? "small" : "p"}(${writtenLine(block.children)})`;
	}
}

function writtenItem(item: ListItem): string {
	return [writtenLine(item.children), ...item.blocks.map(writtenBlock)].join(" ");
}

function writtenLine(inlines: readonly Inline[]): string {
	return inlines.map(writtenInline).join("");
}

function writtenInline(inline: Inline): string {
	switch (inline.kind) {
		case "text":
			return inline.text;
		case "code":
			return `code(${inline.text})`;
		case "link":
			return `link(${writtenLine(inline.children)} -> ${inline.url})`;
		case "timestamp":
			return `time(${inline.seconds} ${inline.style})`;
		case "mention":
			return `${inline.target}(${inline.id})`;
		case "command":
			return `command(${inline.name} ${inline.id})`;
		case "everyone":
			return `all(${inline.text})`;
		case "emoji":
			return `emoji(${inline.name})`;
		default:
			return `${inline.kind}(${writtenLine(inline.children)})`;
	}
}

describe("blocks", () => {
	test.each([
		["# Mining\nIt costs more.", "h1(Mining) p(It costs more.)"],
		["## A **b**", "h2(A strong(b))"],
		["### Third", "h3(Third)"],
		["#### Fourth", "p(#### Fourth)"],
		["#tag", "p(#tag)"],
		["a # b", "p(a # b)"],
		["-# undated *copy*", "small(undated em(copy))"],
		["-#none", "p(-#none)"],
		["- a\n- b", "list(a; b)"],
		["* a\n* b", "list(a; b)"],
		["- a\n  - b\n  - c\n- d", "list(a list(b; c); d)"],
		["- a\n  1. b", "list(a 1(b))"],
		["3. c\n4. d", "3(c; d)"],
		["- a\n1. b", "list(a) 1(b)"],
		["- a\n  goes on\n- b", "list(a\ngoes on; b)"],
		["a\n- b\nc", "p(a) list(b) p(c)"],
		["-5 degrees", "p(-5 degrees)"],
		["1.5 million", "p(1.5 million)"],
		["> one\n> two\nthree", "quote(p(one\ntwo)) p(three)"],
		["> # big\n> - item", "quote(h1(big) list(item))"],
		["> > deep", "quote(p(> deep))"],
		[">>> all\n\nthe rest", "quote(p(all\n\nthe rest))"],
		[">none", "p(>none)"],
		["a > b", "p(a > b)"],
		["```js\nlet x;\n```", "pre(let x;)"],
		["```one line```", "pre(one line)"],
		["see ```a *b*``` here", "p(see) pre(a *b*) p( here)"],
		["> ```\n> a\n> ```", "quote(pre(a))"],
		["```open", "p(```open)"],
		["first\n\nsecond", "p(first\n\nsecond)"],
		["\n\n  \n", ""],
		["", ""],
		["| a | b |\n|---|---|", "p(| a | b |\n|---|---|)"],
		["<b>bold</b><script>alert(1)</script>", "p(<b>bold</b><script>alert(1)</script>)"],
	])("%j is %s", (text, expected) => {
		expect(written(parseMarkdown(text))).toBe(expected);
	});
});

describe("inline", () => {
	test.each([
		["**a** b", "strong(a) b"],
		["*a* _b_", "em(a) em(b)"],
		["***a***", "strong(em(a))"],
		["__a__ ~~b~~ ||c||", "underline(a) strike(b) spoiler(c)"],
		["**a *b* c**", "strong(a em(b) c)"],
		["*a **b** c*", "em(a strong(b) c)"],
		["__*a*__", "underline(em(a))"],
		["||**a**||", "spoiler(strong(a))"],
		["snake_case_name", "snake_case_name"],
		["2 * 3 * 4", "2 * 3 * 4"],
		["5*6", "5*6"],
		["**open", "**open"],
		["** **", "strong( )"],
		["`*a*` ``b`c``", "code(*a*) code(b`c)"],
		["`` `a` ``", "code(`a`)"],
		["\\*a\\* \\\\ \\`b\\`", "*a* \\ `b`"],
		["\\a", "\\a"],
		["**a\\*\\*b**", "strong(a**b)"],
		["[a](https://b.example/c)", "link(a -> https://b.example/c)"],
		["[**a**](https://b.example)", "link(strong(a) -> https://b.example/)"],
		["[a](<https://b.example/c>)", "link(a -> https://b.example/c)"],
		['[a](https://b.example "title")', "link(a -> https://b.example/)"],
		["[a](https://b.example/c_(d))", "link(a -> https://b.example/c_(d))"],
		["[a](https://b.example/#:~:text=x%2Dy,z)", "link(a -> https://b.example/#:~:text=x%2Dy,z)"],
		["[a [b]](https://c.example)", "link(a [b] -> https://c.example/)"],
		["[a](javascript:alert(1))", "[a](javascript:alert(1))"],
		["[a](data:text/html,x)", "[a](data:text/html,x)"],
		["[a](//b.example)", "[a](//b.example)"],
		["[a] (https://b.example)", "[a] (link(https://b.example -> https://b.example/))"],
		[
			"[https://a.example](https://b.example)",
			"[link(https://a.example -> https://a.example/)](link(https://b.example -> https://b.example/))",
		],
		["\\[a](b)", "[a](b)"],
		["see https://a.example/b.", "see link(https://a.example/b -> https://a.example/b)."],
		["<https://a.example>", "link(https://a.example -> https://a.example/)"],
		["xhttps://a.example", "xhttps://a.example"],
		["https://", "https://"],
		["<t:1700000000>", "time(1700000000 f)"],
		["<t:-5:R>", "time(-5 R)"],
		["<t:1:q>", "<t:1:q>"],
		["<@1> <@!2> <@&3> <#4>", "user(1) user(2) role(3) channel(4)"],
		["</article add:5>", "command(article add 5)"],
		["@everyone and @here", "all(@everyone) and all(@here)"],
		["@everyoneelse", "@everyoneelse"],
		["<:press:1> <a:turn:2>", "emoji(press) emoji(turn)"],
		["\\<@1>", "<@1>"],
	])("%j is %s", (text, expected) => {
		expect(written(parseMarkdown(text))).toBe(`p(${expected})`);
	});
});

function links(blocks: readonly Block[]): readonly string[] {
	return [...JSON.stringify(blocks).matchAll(/"url":("(?:[^"\\]|\\.)*")/g)].map(match =>
		String(JSON.parse(match[1] ?? '""')),
	);
}

const pieces = fc.constantFrom(
	...[
		"*",
		"**",
		"_",
		"__",
		"~~",
		"||",
		"`",
		"```",
		"[",
		"](",
		")",
		"<",
		">",
		"> ",
		">>> ",
		"- ",
		"1. ",
	],
	...[
		"# ",
		"-# ",
		"\n",
		" ",
		"\\",
		"https://a.example",
		"javascript:",
		"<@1>",
		"<t:1:R>",
		"a",
		"é",
		"😀",
	],
);

test("whatever is written, the parser ends and every link is http or https", () => {
	fc.assert(
		fc.property(fc.array(pieces, { maxLength: 120 }), parts => {
			for (const url of links(parseMarkdown(parts.join("")))) expect(safeUrl(url)).not.toBeNull();
		}),
	);
});

test("words without marks come out as they went in", () => {
	const words = fc
		.stringMatching(/^[a-zA-Z0-9é,.;"'()$% ]{1,200}$/)
		.filter(text => /^\w/.test(text));
	fc.assert(
		fc.property(words, text => {
			fc.pre(!/^\d+\. |https?:/.test(text));
			expect(written(parseMarkdown(text))).toBe(`p(${text.trimEnd()})`);
		}),
	);
});

test.each(["*", "**", "_", "~~", "||", "`", "[", "[a](", "<", "> ", "- ", "\\", "* a", "*_"])(
	"a message of nothing but %j is read in good time",
	mark => {
		const begun = performance.now();
		parseMarkdown(mark.repeat(Math.floor(4000 / mark.length)));
		expect(performance.now() - begun).toBeLessThan(1000);
	},
);

test.each([
	["https://a.example", "https://a.example/"],
	["http://a.example/b?c#d", "http://a.example/b?c#d"],
	["HTTPS://A.example", "https://a.example/"],
	["javascript:alert(1)", null],
	[" javascript:alert(1)", null],
	["java\nscript:alert(1)", null],
	["data:text/html,a", null],
	["file:///etc/hosts", null],
	["blob:https://a.example/1", null],
	["/relative", null],
	["", null],
])("the address %j is let through as %j", (address, expected) => {
	expect(safeUrl(address)).toBe(expected);
});
