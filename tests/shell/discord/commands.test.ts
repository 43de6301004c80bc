import { type APIMessage, ApplicationCommandType } from "discord.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { ONE_STORY } from "./harbour.ts";
import {
	buttonsOf,
	expectNoRefusals,
	isEphemeral,
	openStage,
	type Stage,
	textOf,
} from "./stage.ts";

let stage: Stage;

beforeAll(async () => {
	stage = await openStage(ONE_STORY);
});

afterAll(async () => {
	expectNoRefusals(stage);
	await stage.close();
});

type Asked = readonly [
	name: string,
	values: Readonly<Record<string, string>>,
	says: readonly string[],
];

const asked: readonly Asked[] = [
	[
		"ask",
		{ question: "How many ships did the port count?" },
		["-# Asked: How many ships", "> The port counted 41 ships outside the harbour."],
	],
	[
		"claim",
		{ text: "repairs to the north pier" },
		["will cost $3.5 million", "will cost $4.2 million", "Island Radio"],
	],
	["source", { outlet: "Island Radio" }, ["> Fishing boats stayed ashore for three days."]],
	["compare", { first: "Harbour Post", second: "Coast Daily" }, ["They differ", "$4.2 million"]],
	["figures", {}, ["**Coast Daily** · 3 May 2031", "41 ships"]],
	["quote", { text: "“We have never closed the gates for so long.”" }, ["gates"]],
	[
		"check",
		{ text: "Repairs to the north pier will cost $9 million." },
		["$9 million", "$3.5 million"],
	],
	["stories", {}, ["**The storm at Ellen**"]],
	["help", {}, ["**/claim**", "**/refresh**"]],
];

describe("each command", () => {
	it.each(asked)("/%s answers in the channel", async (name, values, says) => {
		const reply = await stage.run(name, values);
		for (const words of says) expect(textOf(reply)).toContain(words);
		expect(isEphemeral(reply)).toBe(false);
	});

	it("is among those tried here", () => {
		const open = commands.filter(({ access }) => access === "everyone").map(({ name }) => name);
		expect(new Set(open)).toEqual(new Set([...asked.map(([name]) => name), "flag"]));
	});

	it("says how old its snapshot is", async () => {
		expect(textOf(await stage.run("figures", {}))).toMatch(
			/3 articles of 3 outlets · read just now/,
		);
	});

	it("links to the sentence", async () => {
		expect(textOf(await stage.run("figures", {}))).toMatch(
			/\[read it there\]\(https:\/\/coastdaily\.example\/ellen#:~:text=[^)\s]+\)/,
		);
	});
});

describe("who sees a reply", () => {
	it.each([
		["channel", false],
		["only me", true],
	])("%s", async (show, ephemeral) => {
		expect(isEphemeral(await stage.run("stories", { show }))).toBe(ephemeral);
	});

	it("a refusal is seen by the asker alone", async () => {
		const reply = await stage.run("figures", { story: "no-such-story", show: "channel" });
		expect(textOf(reply)).toContain("no-such-story");
		expect(isEphemeral(reply)).toBe(true);
	});
});

describe("while an option is typed", () => {
	it("offers the story's claims", async () => {
		expect((await stage.type("claim", "text", "ships")).join()).toMatch(/ships/);
	});

	it("offers outlets and stories", async () => {
		expect(await stage.type("source", "outlet", "coa")).toEqual(["Coast Daily"]);
		expect(await stage.type("figures", "story", "storm")).toEqual(["ellen-storm"]);
	});

	it("offers nothing where nothing fits", async () => {
		expect(await stage.type("source", "outlet", "qqqq")).toEqual([]);
	});
});

describe("a message's menu", () => {
	const entry = "Check against coverage";

	it("checks what somebody wrote, for the asker alone", async () => {
		const target = stage.say("Repairs to the north pier will cost $9 million!", {
			as: "moderator",
		});
		const reply = await stage.menu(entry, target);
		expect(textOf(reply)).toContain("$3.5 million");
		expect(isEphemeral(reply)).toBe(true);
	});

	it("reads the beginning of a long message, and says so", async () => {
		const sentence = "Repairs to the north pier will cost $9 million. ";
		const reply = await stage.menu(entry, stage.say(sentence.repeat(40)));
		expect(textOf(reply)).toMatch(/only the beginning was read; \d+ words of it were not/);
	});

	it("reads a message that is made of components", async () => {
		const target: APIMessage = await stage.run("check", {
			text: "Repairs to the north pier will cost $9 million.",
		});
		const reply = textOf(await stage.menu(entry, target));
		expect(reply).toContain("$9 million");
		expect(reply).not.toContain("Nothing in");
	});
});

describe("what is typed", () => {
	it.each([
		["marks", "**41** ships <@1> @everyone `x` [y](https://bad.example) ~~z~~ ||w||"],
		["lines and lists", "# 41 ships\n- one\n> two"],
		["direction and control characters", "41 \u202Eships\u0007\u200B"],
		["emoji and other scripts", "41 ships 🚢 корабль 船"],
		["many digits", "9".repeat(400)],
		["one letter", "a"],
		["dots", "..."],
	])("may be %s", async (_what, text) => {
		for (const [name, option] of [
			["ask", "question"],
			["claim", "text"],
			["check", "text"],
			["quote", "text"],
		] as const) {
			const reply = await stage.run(name, { [option]: text });
			expect(textOf(reply)).not.toMatch(/(?<!\\)<@|(?<!\\)@everyone|\u202E/);
		}
	});

	it("gets an answer where it is blank", async () => {
		const reply = await stage.run("ask", { question: "\u200B \u200B" });
		expect(textOf(reply)).toContain('Nothing in "question"');
		expect(isEphemeral(reply)).toBe(true);
	});

	it("gets the nearest names where there is no such outlet", async () => {
		expect(textOf(await stage.run("source", { outlet: "Cost Daly" }))).toContain("Coast Daily");
	});

	it("never acts in what outlets print", async () => {
		const reply = await stage.run("claim", { text: "ferry fare" });
		expect(textOf(reply)).toContain("> \\@everyone should note that \\*the ferry\\*");
	});
});

describe("help", () => {
	it("runs its examples when they are tapped", async () => {
		const help = await stage.run("help", {});
		expect(buttonsOf(help).length).toBeGreaterThan(8);
		const reply = await stage.press(help, "/stories");
		expect(textOf(reply)).toContain("The storm at Ellen");
		expect(reply.id).not.toBe(help.id);
	});
});

describe("direct messages", () => {
	it("take commands too", async () => {
		const reply = await stage.run("stories", {}, { direct: true });
		expect(textOf(reply)).toContain("The storm at Ellen");
	});
});

describe("registration", () => {
	it("tells Discord of each command, and of the menu entry", () => {
		const { moderator } = stage.playground.people;
		const state = stage.playground.side.state(moderator, null);
		if (state.kind !== "done") throw new Error("no state");
		const named = state.value.commands.map(({ type, name }) => `${type} ${name}`);
		const names = new Set(commands.map(({ name }) => name.split(" ")[0]));
		const slash = [...names].map(name => `${ApplicationCommandType.ChatInput} ${name}`);
		const menu = `${ApplicationCommandType.Message} Check against coverage`;
		expect(named.toSorted()).toEqual([...slash, menu].toSorted());
	});

	it("registers nothing anew when nothing changed", async () => {
		expect(stage.connection().registration).toBe("registered");
		await stage.restart();
		expect(stage.connection().registration).toBe("unchanged");
	});
});
