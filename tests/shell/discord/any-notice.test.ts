import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Notice } from "../../../commands/command.ts";
import type { Commands } from "../../../src/shell/discord/bot.ts";
import { ONE_STORY } from "./harbour.ts";
import { buttonsOf, expectNoRefusals, openStage, REAL, type Stage } from "./stage.ts";

let stage: Stage;
let notice: Notice = { title: "", text: "", sections: [], choices: [], refusal: false };

const commands: Commands = { ...REAL, perform: () => ({ kind: "notice", notice }) };

beforeAll(async () => {
	stage = await openStage(ONE_STORY, { commands });
});

afterAll(async () => {
	await stage.close();
});

const words = fc.oneof(
	fc.string({ unit: "binary", maxLength: 120 }),
	fc.string({ unit: fc.constantFrom(..."*_~`|<>[]()\\#@:/-1. \n\u202E\u200Ba"), maxLength: 900 }),
	fc.constantFrom("@everyone <@1> <t:1:R>", "x".repeat(5_000), "It rained. ".repeat(500), " "),
);
const entry = fc.record({
	label: words,
	published: fc.option(words),
	excerpt: fc.constant(null),
	remarks: fc.array(words, { maxLength: 4 }),
	changes: fc.array(fc.record({ kind: fc.constantFrom("same", "added", "removed"), text: words }), {
		maxLength: 3,
	}),
});
const choice = fc.record({
	label: words,
	command: fc.constantFrom("claim", "help"),
	values: fc.dictionary(fc.constantFrom("text", "story", "first"), words, { maxKeys: 3 }),
});
const anyNotice = fc.record({
	title: words,
	text: words,
	sections: fc.array(fc.record({ heading: words, entries: fc.array(entry, { maxLength: 12 }) }), {
		maxLength: 4,
	}),
	choices: fc.array(choice, { maxLength: 40 }),
	refusal: fc.boolean(),
}) as fc.Arbitrary<Notice>;

describe("whatever there is to say", () => {
	it("Discord takes it, page by page", async () => {
		await fc.assert(
			fc.asyncProperty(anyNotice, async given => {
				notice = given;
				const reply = await stage.run("help", {});
				const next = buttonsOf(reply).find(({ label }) => label === "Next");
				if (next !== undefined && next.disabled !== true) await stage.press(reply, "Next");
				expectNoRefusals(stage);
			}),
			{ numRuns: 60 },
		);
		expect(stage.logged().join()).not.toContain("a reply failed");
	});
});
