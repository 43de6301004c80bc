import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MANY_FIGURES } from "./harbour.ts";
import {
	buttonsOf,
	expectNoRefusals,
	isEphemeral,
	openStage,
	pause,
	type Stage,
	textOf,
} from "./stage.ts";

let stage: Stage;

beforeAll(async () => {
	stage = await openStage(MANY_FIGURES);
});

afterAll(async () => {
	expectNoRefusals(stage);
	await stage.close();
});

const question = "How many tonnes did the salt quay of Marr handle?";

describe("a mention with a question", () => {
	it("is answered with a reply that pings nobody", async () => {
		const reply = await stage.mention(`<@${stage.playground.botId}> ${question}`);
		expect(textOf(reply)).toContain("The salt quay of Marr handled 314 tonnes of salt in June.");
		expect(reply.message_reference?.message_id).toBeDefined();
		expect(reply.mentions).toEqual([]);
		expect(reply.mention_everyone).toBe(false);
	});

	it("without one gets help", async () => {
		const reply = await stage.mention(`<@${stage.playground.botId}>`);
		expect(textOf(reply)).toContain("What Presscheck answers");
	});

	it("that is too long is told so", async () => {
		const reply = await stage.mention(`<@${stage.playground.botId}> ${"why ".repeat(400)}`);
		expect(textOf(reply)).toContain("Too long");
	});

	it("with everybody in it pings nobody", async () => {
		const reply = await stage.mention(`<@${stage.playground.botId}> @everyone <@&1> salt?`, {
			as: "moderator",
		});
		expect(reply.mention_everyone).toBe(false);
		expect(reply.mention_roles).toEqual([]);
	});

	it("has buttons that its asker's taps turn in place, and others' do not", async () => {
		const reply = await stage.mention(`<@${stage.playground.botId}>`);
		const [first] = buttonsOf(reply);
		const own = await stage.press(reply, first?.label ?? "");
		expect(isEphemeral(own)).toBe(false);
		const others = await stage.press(reply, first?.label ?? "", { as: "moderator" });
		expect(isEphemeral(others)).toBe(true);
	});
});

describe("a direct message", () => {
	it("is a question without a mention", async () => {
		const reply = await stage.mention(question, { direct: true });
		expect(textOf(reply)).toContain("314 tonnes of salt");
	});
});

describe("other messages", () => {
	it("are not answered", async () => {
		const { text } = stage.playground.channels;
		const seen = () => {
			const outcome = stage.playground.side.messages(
				stage.playground.people.member,
				text["newsroom"] ?? "",
			);
			return outcome.kind === "done" ? outcome.value.length : 0;
		};
		const before = seen();
		stage.say(question);
		stage.say(`<@${stage.playground.people.moderator}> ${question}`);
		await pause(100);
		expect(seen()).toBe(before + 2);
	});
});
