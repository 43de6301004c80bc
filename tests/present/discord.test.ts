import {
	type APIComponentInContainer,
	type APIStringSelectComponent,
	ComponentType,
} from "discord-api-types/v10";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Choice } from "../../src/answers/answer.ts";
import {
	type Controls,
	isReadable,
	type MessageBody,
	readQuestion,
	renderPages,
} from "../../src/present/discord.ts";
import { labelOf, MESSAGE_LIMITS } from "../../src/present/discord-limits.ts";
import type { Block, Document } from "../../src/present/document.ts";
import { harmless } from "../../src/present/harmless.ts";
import { readMarkdown } from "../../src/present/markdown-escape.ts";

const plain: Document = {
	title: "Cost of mining a coin",
	question: "mining cost",
	lead: "2 outlets report it, and they agree.",
	blocks: [],
	choices: [],
	footer: "mill-fire · 2 articles · read 2026-04-13 10:00 UTC",
};

const controls: Controls = {
	prompt: "Look at next",
	mostButtons: 10,
	choiceId: (_choice, index) => `c${index}`,
	menuId: "menu",
	pageId: page => `p${page}`,
	isAsked: true,
	showsQuestion: false,
	note: null,
};

function excerpt(text: string, more: Partial<Extract<Block, { kind: "excerpt" }>> = {}): Block {
	return {
		kind: "excerpt",
		label: [{ kind: "strong", text: "Harbour Post" }],
		text,
		link: null,
		remarks: [],
		changes: [],
		...more,
	};
}

function choicesOf(count: number): readonly Choice[] {
	return Array.from({ length: count }, (_, index) => ({
		label: `claim ${index}`,
		command: "claim",
		values: { text: `claim ${index}` },
	}));
}

function inside({ components: [container] }: MessageBody): readonly APIComponentInContainer[] {
	return container.components;
}

function textsOf(message: MessageBody): readonly string[] {
	return inside(message).flatMap(component => ("content" in component ? [component.content] : []));
}

function controlsOf(message: MessageBody) {
	return inside(message).flatMap(component =>
		component.type === ComponentType.ActionRow ? component.components : [],
	);
}

function first(document: Document, changed: Partial<Controls> = {}): MessageBody {
	const [message] = renderPages(document, { ...controls, ...changed });
	if (message === undefined) throw new Error("no page");
	return message;
}

describe("renderPages", () => {
	it("shows heading, question, lead and footer", () => {
		expect(textsOf(first(plain))).toEqual([
			"## Cost of mining a coin",
			"-# Asked: mining cost",
			"2 outlets report it, and they agree.",
			"-# mill-fire · 2 articles · read 2026-04-13 10:00 UTC",
		]);
	});

	it("mentions nobody", () => {
		expect(first(plain).allowed_mentions).toEqual({ parse: [] });
	});

	it("shows an excerpt as a block quote with outlet, date, link and remarks", () => {
		const block = excerpt("It *doubled*.\nSince March.", {
			label: [
				{ kind: "strong", text: "Harbour Post" },
				{ kind: "text", text: ", 13 April 2026 " },
				{ kind: "link", text: "(page)", url: "https://harbour.example/a" },
			],
			link: "https://harbour.example/a#:~:text=It%20doubled",
			remarks: ["about", "credited to the port"],
		});
		expect(textsOf(first({ ...plain, blocks: [block] }))[3]).toBe(
			[
				"**Harbour Post**, 13 April 2026 [(page)](https://harbour.example/a) · [read it there](https://harbour.example/a#:~:text=It%20doubled)",
				"> It \\*doubled\\*.",
				"> Since March.",
				"-# about · credited to the port",
			].join("\n"),
		);
	});

	it("puts a word beside each changed word", () => {
		const block = excerpt("we sold nearly all", {
			changes: [
				{ kind: "same", text: "we sold " },
				{ kind: "removed", text: "almost" },
				{ kind: "added", text: "nearly " },
				{ kind: "same", text: "all" },
				{ kind: "removed", text: " of it" },
				{ kind: "added", text: " boats" },
			],
		});
		expect(textsOf(first({ ...plain, blocks: [block] }))[3]).toContain(
			"\nChanged words: we sold ~~almost~~ (left out) **nearly** (added) all ~~of it~~ (left out) **boats** (added)",
		);
	});

	it("says nothing of changes where no word changed", () => {
		const block = excerpt("all", { changes: [{ kind: "same", text: "all" }] });
		expect(textsOf(first({ ...plain, blocks: [block] }))[3]).toBe("**Harbour Post**\n> all");
	});

	it("shows lines, remarks and what has no words", () => {
		const blocks: readonly Block[] = [
			{ kind: "line", inlines: [{ kind: "text", text: "5 outlets" }] },
			{ kind: "remark", text: "computed" },
			{ kind: "heading", text: "Silent" },
			excerpt("", { text: null }),
		];
		expect(textsOf(first({ ...plain, blocks })).slice(3, -1)).toEqual([
			"5 outlets",
			"-# computed",
			"### Silent",
			"**Harbour Post**",
		]);
	});

	it("leaves the fragment, then the link, where the address is too long", () => {
		const long = `https://harbour.example/${"a".repeat(500)}`;
		const fragment = `https://harbour.example/a#:~:text=${"b".repeat(500)}`;
		const line = (link: string) =>
			textsOf(first({ ...plain, blocks: [excerpt("x", { link })] }))[3];
		expect(line(fragment)).toContain("[read it there](https://harbour.example/a)");
		expect(line(long)).toBe("**Harbour Post**\n> x");
	});

	it("cuts an excerpt that no page holds at the end of a sentence, and counts the rest", () => {
		const sentence = "The port counted 41 ships on that day. ";
		const [message, ...more] = renderPages(
			{ ...plain, blocks: [excerpt(sentence.repeat(200).trim())] },
			controls,
		);
		expect(more).toEqual([]);
		const text = message && textsOf(message)[3];
		expect(text).toMatch(/on that day\. …\n-# \d+ more words left out here$/);
		const shown = text?.split("41 ships").length ?? 0;
		expect(text).toContain(`${(200 - (shown - 1)) * 8} more words`);
	});

	it("turns pages with buttons, and repeats the heading", () => {
		const blocks: readonly Block[] = [
			{ kind: "heading", text: "Reports" },
			...Array.from({ length: 30 }, (_, index) => excerpt(`Sentence ${index}.`)),
		];
		const pages = renderPages({ ...plain, blocks }, controls);
		expect(
			pages.map(page => controlsOf(page).map(one => "disabled" in one && one.disabled)),
		).toEqual([
			[true, true, false],
			[false, true, true],
		]);
		expect(pages[1] && textsOf(pages[1])[2]).toBe("### Reports (continued)");
	});

	it("repeats no heading above what belongs to the whole", () => {
		const many = Array.from({ length: 60 }, (_, index) => excerpt(`Sentence ${index}.`));
		const remarks = Array.from({ length: 40 }, (_, index): Block => {
			return { kind: "remark", text: `Remark ${index}.` };
		});
		const blocks: readonly Block[] = [
			{ kind: "heading", text: "Reports" },
			...many,
			{ kind: "end of part" },
			...remarks,
		];
		const pages = renderPages({ ...plain, blocks }, controls).map(textsOf);
		const last = pages.at(-1) ?? [];
		expect(last.join()).toContain("Remark 39.");
		expect(last.join()).not.toContain("Reports");
	});

	it("says how much it leaves out where pages cannot be turned", () => {
		const blocks = Array.from({ length: 60 }, (_, index) => excerpt(`Sentence ${index}.`));
		const pages = renderPages({ ...plain, blocks }, { ...controls, pageId: null });
		expect(pages).toHaveLength(1);
		expect(textsOf(first({ ...plain, blocks }, { pageId: null })).at(-2)).toMatch(
			/^-# \d+ more are left out: ask for less at once\.$/,
		);
		const report = first({ ...plain, blocks }, { pageId: null, isAsked: false });
		expect(textsOf(report).at(-2)).toMatch(/^-# \d+ more are left out here\.$/);
	});

	it("says that the corpus has changed", () => {
		expect(textsOf(first(plain, { note: "The corpus has changed since." }))[0]).toBe(
			"-# The corpus has changed since.",
		);
	});
});

describe("choices", () => {
	it("are buttons while they are few", () => {
		const message = first({ ...plain, choices: choicesOf(7) });
		expect(controlsOf(message)).toHaveLength(7);
		expect(controlsOf(message)[0]).toMatchObject({ label: "claim 0", custom_id: "c0" });
		expect(textsOf(message).at(-1)).toBe("-# Look at next:");
	});

	it("are a menu where they answer a question", () => {
		const asking = { mostButtons: 0, prompt: "Which did you mean?" };
		const [menu] = controlsOf(first({ ...plain, choices: choicesOf(2) }, asking));
		expect(menu).toMatchObject({
			custom_id: "menu",
			placeholder: "Which did you mean?",
			options: [{ value: "c0" }, { value: "c1" }],
		});
	});

	it("say how many a menu does not hold", () => {
		const message = first({ ...plain, choices: choicesOf(31) });
		const [menu] = controlsOf(message) as APIStringSelectComponent[];
		expect(menu?.options).toHaveLength(25);
		expect(menu?.placeholder).toBe("Look at next (25 of 31 shown)");
	});

	const menusOf = (document: Document) =>
		renderPages(document, controls).map(page => controlsOf(page)[0] as APIStringSelectComponent);

	it("of as many items stand on the page of their items", () => {
		const blocks = Array.from({ length: 55 }, (_, index) => excerpt(`Sentence ${index + 1}.`));
		const document = { ...plain, blocks, choices: choicesOf(55) };
		const shown = renderPages(document, controls).map(
			page => textsOf(page).filter(text => text.includes("Sentence")).length,
		);
		const menus = menusOf(document);
		expect(menus.map(({ options }) => options.length)).toEqual(shown);
		expect(menus.flatMap(({ options }) => options.map(({ value }) => value))).toEqual(
			Array.from({ length: 55 }, (_, index) => `c${index}`),
		);
		expect(menus[1]?.placeholder).toMatch(/^Look at next \(\d+ to \d+ of 55\)$/);
	});

	it("that no menu holds stand on one page after the other", () => {
		const blocks = Array.from({ length: 60 }, (_, index) => excerpt(`Sentence ${index + 1}.`));
		const menus = menusOf({ ...plain, blocks, choices: choicesOf(31) });
		expect(menus.slice(0, 3).map(({ options }) => options.length)).toEqual([25, 6, 6]);
	});

	it("are left out where nothing can carry them, and never stand twice", () => {
		const choices = choicesOf(3);
		expect(controlsOf(first({ ...plain, choices }, { choiceId: () => null }))).toEqual([]);
		const once = first({ ...plain, choices }, { choiceId: () => "same" });
		expect(controlsOf(once)).toHaveLength(1);
		expect(textsOf(once).at(-1)).toBe("-# Look at next:");
		const some = first({ ...plain, choices }, { choiceId: (_, place) => (place > 0 ? "x" : null) });
		expect(textsOf(some).at(-1)).toBe("-# Look at next (1 of 2 shown):");
	});
});

describe("readQuestion", () => {
	it("reads the question back as it was asked", () => {
		const question = "# did *it* <@1> cost $5 -- or \\ 6_000?";
		const { components } = first({ ...plain, question }, { showsQuestion: true });
		expect(readQuestion(components)).toBe(question);
		expect(isReadable(question)).toBe(true);
	});

	it("finds none where none is shown", () => {
		const blocks: readonly Block[] = [{ kind: "remark", text: "small" }];
		expect(readQuestion(first({ ...plain, question: null, blocks }).components)).toBeNull();
	});

	it("tells what would not come back", () => {
		expect(isReadable("a\u200Bb")).toBe(false);
	});

	it("shows a long question whole only where it must", () => {
		const question = "word ".repeat(99).trim();
		expect(readQuestion(first({ ...plain, question }).components)?.length).toBeLessThan(300);
		const whole = first({ ...plain, question }, { showsQuestion: true });
		expect(readQuestion(whole.components)).toBe(question);
	});
});

describe("labelOf", () => {
	it("fits, and is never empty", () => {
		expect(labelOf("edge AI\nmarket", 80)).toBe("edge AI market");
		expect(labelOf("\u200B", 80)).toBe("…");
		expect(labelOf("word ".repeat(40), 80).length).toBeLessThanOrEqual(80);
	});
});

const words = fc.oneof(
	fc.string({ unit: "grapheme", maxLength: 300 }),
	fc.string({ unit: fc.constantFrom(..."*_~`|<>[]\\#@:. \na"), maxLength: 2_500 }),
	fc.constantFrom("x".repeat(6_000), "He said so. ".repeat(400), ""),
);
const inline = fc.record({ kind: fc.constantFrom("text", "strong"), text: words });
const change = fc.record({ kind: fc.constantFrom("same", "added", "removed"), text: words });
const block = fc.oneof(
	fc.record({ kind: fc.constant("heading"), text: words }),
	fc.record({ kind: fc.constant("remark"), text: words }),
	fc.record({ kind: fc.constant("line"), inlines: fc.array(inline, { maxLength: 4 }) }),
	fc.record({
		kind: fc.constant("excerpt"),
		label: fc.array(inline, { maxLength: 3 }),
		text: fc.option(words),
		link: fc.option(fc.webUrl()),
		remarks: fc.array(words, { maxLength: 4 }),
		changes: fc.array(change, { maxLength: 5 }),
	}),
) as fc.Arbitrary<Block>;
const document: fc.Arbitrary<Document> = fc.record({
	title: words,
	question: fc.option(words.map(text => text.slice(0, 500))),
	lead: words,
	blocks: fc.array(block, { maxLength: 60 }),
	choices: fc.nat(40).map(choicesOf),
	footer: words,
});
const anyControls: fc.Arbitrary<Controls> = fc
	.record({ mostButtons: fc.nat(20), showsQuestion: fc.boolean(), turns: fc.boolean() })
	.map(({ mostButtons, showsQuestion, turns }) => ({
		...controls,
		mostButtons,
		showsQuestion,
		pageId: turns ? page => `p${page}` : null,
	}));

function expectWithinLimits(message: MessageBody): void {
	const texts = textsOf(message);
	const nested = inside(message);
	const held = controlsOf(message);
	expect(texts.join("").length).toBeLessThanOrEqual(MESSAGE_LIMITS.text);
	expect(1 + nested.length + held.length).toBeLessThanOrEqual(MESSAGE_LIMITS.components);
	for (const text of texts) expect(text.trim()).not.toBe("");
	const ids = held.flatMap(one => ("custom_id" in one ? [one.custom_id] : []));
	expect(new Set(ids).size).toBe(ids.length);
	for (const one of held) {
		if (one.type === ComponentType.Button && "label" in one) {
			expect(one.label?.length).toBeGreaterThan(0);
			expect(one.label?.length).toBeLessThanOrEqual(MESSAGE_LIMITS.label);
		}
		if (one.type === ComponentType.StringSelect) {
			expect(one.options.length).toBeLessThanOrEqual(MESSAGE_LIMITS.options);
		}
	}
}

describe("whatever the document", () => {
	it("no page breaks a limit", () => {
		fc.assert(
			fc.property(document, anyControls, (document, controls) => {
				for (const message of renderPages(document, controls)) expectWithinLimits(message);
			}),
			{ numRuns: 150 },
		);
	});

	it("an excerpt that fits is read verbatim", () => {
		const text = fc
			.oneof(
				fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 }),
				fc.string({ unit: fc.constantFrom(..."*_~`|<>[]\\#@:.-1 \na"), maxLength: 400 }),
			)
			.filter(words => words.trim() !== "");
		fc.assert(
			fc.property(text, text => {
				const shown = textsOf(first({ ...plain, blocks: [excerpt(text)] }))[3];
				const [label, ...quoted] = shown?.split("\n") ?? [];
				expect(label).toBe("**Harbour Post**");
				const lines = quoted.map(line => line.replace(/^> /, ""));
				expect(readMarkdown(lines.join("\n"))).toBe(harmless(text));
			}),
		);
	});
});
