import { ComponentType, MessageFlags, REST, Routes } from "discord.js";
import { afterEach, describe, expect, it } from "vitest";
import type { Choice } from "../../../src/answers/answer.ts";
import type { Commands } from "../../../src/shell/discord/bot.ts";
import { deskOf, labelsOf } from "./desk.ts";
import { CHANGED, MANY_FIGURES, ONE_STORY, TWO_STORIES } from "./harbour.ts";
import {
	buttonsOf,
	expectNoRefusals,
	isEphemeral,
	menusOf,
	openStage,
	pause,
	REAL,
	type Stage,
	textOf,
} from "./stage.ts";

let stage: Stage;

afterEach(async () => {
	expectNoRefusals(stage);
	await stage.close();
});

describe("pages", () => {
	it("turn in place, and go on after a restart", async () => {
		stage = await openStage(MANY_FIGURES);
		const first = await stage.run("figures", {});
		expect(buttonsOf(first).at(-2)?.label).toMatch(/^Page 1 of \d+$/);
		const second = await stage.press(first, "Next");
		expect(second.id).toBe(first.id);
		expect(textOf(second)).not.toBe(textOf(first));
		await stage.restart();
		const third = await stage.press(second, "Next");
		expect(buttonsOf(third).map(({ label }) => label)).toContain(
			buttonsOf(first).at(-2)?.label?.replace("Page 1", "Page 3"),
		);
		expect(textOf(await stage.press(await stage.press(third, "Previous"), "Previous"))).toBe(
			textOf(first),
		);
	});

	it("read a question that no button can carry from the message", async () => {
		stage = await openStage(MANY_FIGURES);
		const topic = `tonnes handled in June at the quays ${"of Ellen and Marr and Tolk and Venn ".repeat(4)}`;
		const first = await stage.run("figures", { topic });
		expect(textOf(first)).toContain(`-# Asked: ${topic.trim()}`);
		await stage.restart();
		const second = await stage.press(first, "Next");
		expect(buttonsOf(second).some(({ label }) => label?.startsWith("Page 2 of"))).toBe(true);
	});

	it("start anew where the corpus has changed", async () => {
		stage = await openStage(MANY_FIGURES);
		const second = await stage.press(await stage.run("figures", {}), "Next");
		stage.lay({
			...MANY_FIGURES,
			stories: MANY_FIGURES.stories.map(story => ({ ...story, files: story.files.slice(0, 1) })),
		});
		await stage.library.refresh(null);
		const anew = await stage.press(second, "Next");
		expect(textOf(anew)).toMatch(/^-# The coverage held has changed since/);
		expect(buttonsOf(anew).some(({ label }) => label?.startsWith("Page 1 of"))).toBe(true);
	});

	it("offer what stands on them where no menu holds all", async () => {
		const files = Array.from({ length: 40 }, (_, at) => ({
			file: `paper-${at + 1}.md`,
			text: `---\noutlet: Paper ${at + 1}\n---\nThe ferry carried ${at + 20} cars.\n`,
		}));
		stage = await openStage({
			stories: [{ id: "ferry", storyText: "title: Ferry\n", files }],
			problems: [],
		});
		const desk = deskOf(stage);
		const list = await desk.run("article list", {}, "40 articles");
		const next = await desk.press(list, "Next", "Articles (continued)");
		const offered = menusOf(next)[0]?.options.map(({ label }) => label) ?? [];
		const told = [...textOf(next).matchAll(/\*\*(Paper \d+)\*\*/g)].map(([, name]) => name);
		expect(offered).toEqual(told);
		expect(offered.length).toBeGreaterThan(0);
		await desk.press(next, offered.at(-1) ?? "", "Front matter");
	});

	it("are turned by others for themselves alone", async () => {
		stage = await openStage(MANY_FIGURES);
		const first = await stage.run("figures", {});
		const theirs = await stage.press(first, "Next", { as: "moderator" });
		expect(theirs.id).not.toBe(first.id);
		expect(isEphemeral(theirs)).toBe(true);
	});
});

describe("a choice of stories", () => {
	it("is asked where there are several, and answered where the asker wanted", async () => {
		stage = await openStage(TWO_STORIES);
		const which = await stage.run("claim", { text: "litres" });
		expect(isEphemeral(which)).toBe(true);
		const answer = await stage.choose(which, "The lake");
		expect(isEphemeral(answer)).toBe(false);
		expect(textOf(answer)).toContain("44 million litres");
	});

	it("is answered in place for the asker alone", async () => {
		stage = await openStage(TWO_STORIES);
		const which = await stage.run("claim", { text: "litres", show: "only me" });
		expect(isEphemeral(which)).toBe(true);
		expect(menusOf(which)[0]?.options.map(({ label }) => label)).toEqual([
			"The storm at Ellen",
			"The lake",
		]);
		const answer = await stage.choose(which, "The lake");
		expect(answer.id).toBe(which.id);
		expect(textOf(answer)).toContain("44 million litres");
	});

	it("carries a question that no menu can", async () => {
		stage = await openStage(TWO_STORIES);
		const question = `How many litres does the lake hold, ${"and who says so, ".repeat(10)}?`;
		const which = await stage.run("ask", { question });
		await stage.restart();
		expect(textOf(await stage.choose(which, "The lake"))).toContain("44 million litres");
	});

	it("is not needed where the story is named", async () => {
		stage = await openStage(TWO_STORIES);
		const answer = await stage.run("claim", { text: "litres", story: "reservoir" });
		expect(textOf(answer)).toContain("44 million litres");
	});
});

describe("a choice from an answer", () => {
	it("runs as a message of its own, as open as the one that it stands in", async () => {
		stage = await openStage(ONE_STORY);
		const openly = await stage.press(await stage.run("stories", {}), "The storm");
		expect(isEphemeral(openly)).toBe(false);
		const hidden = await stage.press(await stage.run("stories", { show: "only me" }), "The storm");
		expect(isEphemeral(hidden)).toBe(true);
		const public_ = await stage.run("stories", {});
		const others = await stage.press(public_, "The storm", { as: "moderator" });
		expect(isEphemeral(others)).toBe(true);
	});

	it("is answered from what is held now", async () => {
		stage = await openStage(ONE_STORY);
		const stories = await stage.run("stories", {});
		stage.lay(CHANGED);
		await stage.library.refresh(null);
		expect(textOf(await stage.press(stories, "The storm"))).toContain("$4.6 million");
	});
});

describe("what is offered below an answer", () => {
	const ships = { text: "41 ships", story: "ellen-storm" };

	const follow = async () => {
		const answer = await stage.run("claim", ships);
		const [next = ""] = labelsOf(answer);
		expect(next).not.toBe("This looks wrong");
		const looked = textOf(await stage.press(answer, next));
		expect(looked).toContain("The storm at Ellen · 3 articles");
		expect(looked).not.toContain("Not in the coverage");
		const doubt = await stage.press(answer, "This looks wrong");
		expect(textOf(doubt)).toContain("Does this look wrong?");
	};

	it("keeps to the answer's story where there are several", async () => {
		stage = await openStage(TWO_STORIES);
		await follow();
	});

	it("keeps to it in a channel that is tied to another", async () => {
		stage = await openStage(TWO_STORIES);
		await deskOf(stage).run("story use", { story: "lake" }, "Channel tied");
		await follow();
	});

	it("to tell the moderators is asked and done for the member alone, whoever asked before", async () => {
		stage = await openStage(ONE_STORY);
		const answer = await stage.run("claim", { text: "north pier" });
		expect(isEphemeral(answer)).toBe(false);
		const doubt = await stage.press(answer, "This looks wrong");
		expect(textOf(doubt)).toContain("Does this look wrong?");
		expect(isEphemeral(doubt)).toBe(true);
		const member = deskOf(stage, { as: "member" });
		const thanks = await member.press(doubt, "Tell the moderators", "Thank you");
		expect([thanks.id, isEphemeral(thanks)]).toEqual([doubt.id, true]);
		const others = await stage.press(answer, "This looks wrong", { as: "moderator" });
		expect(isEphemeral(others)).toBe(true);
	});

	it("that is not there any more is told without the name that buttons carry", async () => {
		stage = await openStage(ONE_STORY);
		const answer = await stage.run("claim", { text: "ships" });
		const [story] = ONE_STORY.stories;
		if (story === undefined) throw new Error("no story");
		const files = story.files.filter(({ file }) => file === "island-radio.md");
		stage.lay({ ...ONE_STORY, stories: [{ ...story, files }] });
		await stage.library.refresh(null);
		const gone = textOf(await stage.press(answer, "This looks wrong"));
		expect(gone).toContain("not among those of The storm at Ellen as they are now");
		expect(gone).not.toContain("figure-");
	});
});

const long = `How many ships did the port count outside the harbour ${"and who says so ".repeat(6)}?`;

/** Commands of which /stories offers these choices. */
function offering(choices: readonly Choice[]): Commands {
	return {
		...REAL,
		perform: call => {
			if (call.name !== "stories") return REAL.perform(call);
			const notice = { title: "Choose", text: "One of these.", sections: [], choices };
			return { kind: "notice", notice: { ...notice, refusal: false } };
		},
	};
}

describe("a choice that is too long for any button", () => {
	const commands = offering([{ label: "Ships", command: "ask", values: { question: long } }]);

	it("is found again by its place", async () => {
		stage = await openStage(ONE_STORY, { commands });
		const stories = await stage.run("stories", {});
		await stage.restart();
		expect(textOf(await stage.press(stories, "Ships"))).toContain("41 ships");
	});

	it("is offered anew where the corpus has changed", async () => {
		stage = await openStage(ONE_STORY, { commands });
		const stories = await stage.run("stories", {});
		stage.lay(CHANGED);
		await stage.library.refresh(null);
		const anew = await stage.press(stories, "Ships");
		expect(anew.id).toBe(stories.id);
		expect(textOf(anew)).toMatch(/^-# The coverage held has changed since/);
	});

	it("is offered no more where there is no such choice now", async () => {
		stage = await openStage(ONE_STORY, { commands });
		const stories = await stage.run("stories", {});
		await stage.restart(offering([]));
		const anew = await stage.press(stories, "Ships");
		expect(textOf(anew)).toMatch(/^-# The coverage held has changed since/);
		expect(buttonsOf(anew)).toEqual([]);
	});
});

describe("a button that cannot be read", () => {
	it.each(["x", "p~1~a1b2c3d4~ask~question*", "m"])("as %s says so", async custom_id => {
		stage = await openStage(ONE_STORY);
		const button = { type: ComponentType.Button, style: 2, label: "Old", custom_id };
		const { api, token, channels } = stage.playground;
		const rest = new REST({ api }).setToken(token);
		const route = Routes.channelMessages(channels.text["newsroom"] ?? "");
		const row = { type: ComponentType.ActionRow, components: [button] };
		const container = { type: ComponentType.Container, components: [row] };
		const heard = stage.hears(event => event.kind === "message-created");
		const flags = MessageFlags.IsComponentsV2;
		await rest.post(route, { body: { flags, components: [container] } });
		const event = await heard;
		if (event.kind !== "message-created") throw new Error("no message");
		const reply = await stage.press(event.message, "Old");
		expect(textOf(reply)).toContain("cannot be used any more");
		expect(isEphemeral(reply)).toBe(true);
	});
});

describe("a button of a change", () => {
	it("is a moderator's too", async () => {
		const choices = [{ label: "Read again", command: "refresh", values: {} }];
		stage = await openStage(ONE_STORY, { commands: offering(choices) });
		const stories = await stage.run("stories", {});
		expect(textOf(await stage.press(stories, "Read again"))).toContain(
			"who may manage this server",
		);
		const done = stage.hears(
			event => event.kind === "message-updated" && textOf(event.message).includes("read again"),
			"moderator",
		);
		await stage.press(stories, "Read again", { as: "moderator" });
		await done;
		await pause(10);
	});
});
