import { Events } from "discord.js";
import { expect, test } from "vitest";
import type { Playground } from "../../../src/shell/playground/playground.ts";
import { identifyRaw, type RawBot } from "./raw-bot.ts";
import { ask, logIn, newsroom, openPlayground } from "./stage.ts";

const commands = [
	{ name: "look", description: "d", contexts: [0, 1, 2], integration_types: [0, 1] },
	{ name: "keep", description: "d", contexts: [0], integration_types: [0] },
];

async function withCommands(): Promise<Playground> {
	const playground = await openPlayground();
	await ask(playground, "PUT", `/applications/${playground.applicationId}/commands`, commands);
	return playground;
}

function lateShift({ otherServer }: Playground) {
	const id = otherServer.channels.text["late-shift"];
	if (id === undefined) throw new Error("there is no late shift");
	return id;
}

async function toldOf(bot: RawBot, name: string) {
	const { d } = await bot.frame(
		({ t, d }) =>
			t === "INTERACTION_CREATE" && (d["data"] as { readonly name: string }).name === name,
	);
	return d;
}

test("two servers have their own people, roles and channels", async () => {
	const playground = await withCommands();
	const { people, otherServer, side } = playground;
	expect(otherServer.people.member).toBe(people.member);
	expect(otherServer.people.moderator).not.toBe(people.moderator);
	const states = [people.moderator, people.member, otherServer.people.moderator].map(user => {
		const state = side.state(user, null);
		return state.kind === "done" ? state.value.guilds.map(({ name }) => name) : [];
	});
	expect(states).toEqual([["Newsroom"], ["Newsroom", "Night Desk"], ["Night Desk"]]);
	const here = lateShift(playground);
	expect(() => playground.as(people.moderator, here).say("hello")).toThrow("no such channel");
	const bot = await identifyRaw(playground);
	playground.giveRole(people.member, "77", otherServer.id);
	await playground.as(people.member, here).command("look");
	expect(await toldOf(bot, "look")).toMatchObject({
		guild_id: otherServer.id,
		context: 0,
		member: { roles: ["77"] },
		authorizing_integration_owners: { 0: otherServer.id },
	});
	const { body } = await ask(
		playground,
		"GET",
		`/guilds/${otherServer.id}/members/${people.moderator}`,
	);
	expect(body["code"]).toBe(10007);
});

test("a bot that is taken out of a server loses it until it is added again", async () => {
	const playground = await withCommands();
	const { guildId, people, otherServer } = playground;
	const client = await logIn(playground);
	expect([...client.guilds.cache.keys()]).toEqual([guildId, otherServer.id]);
	const hand = playground.as(people.member, newsroom(playground));
	const path = `/channels/${newsroom(playground)}/messages`;
	const gone = new Promise(resolve => client.once(Events.GuildDelete, ({ id }) => resolve(id)));
	playground.setBotInServer(false);
	expect(await gone).toBe(guildId);
	expect((await ask(playground, "POST", path, { content: "a" })).body["code"]).toBe(50001);
	await expect(hand.command("look")).rejects.toThrow("no command");
	const back = new Promise(resolve => client.once(Events.GuildCreate, ({ id }) => resolve(id)));
	playground.setBotInServer(true);
	expect(await back).toBe(guildId);
	expect((await ask(playground, "POST", path, { content: "a" })).status).toBe(200);
	expect(() => playground.setBotInServer(false, "1")).toThrow("no server");
});

test("who installed the bot for themselves brings along what is meant for that", async () => {
	const playground = await withCommands();
	const { people } = playground;
	const bot = await identifyRaw(playground);
	playground.setBotInServer(false);
	playground.installForSelf(people.moderator);
	const hand = playground.as(people.moderator, newsroom(playground));
	await expect(hand.command("keep")).rejects.toThrow("no command");
	await hand.command("look");
	expect(await toldOf(bot, "look")).toMatchObject({
		guild_id: playground.guildId,
		authorizing_integration_owners: { 1: people.moderator },
	});
});

test("a private channel is the bot's only by somebody's own install", async () => {
	const playground = await withCommands();
	const { moderator, member } = playground.people;
	const bot = await identifyRaw(playground);
	const channel = playground.openPrivateChannel([moderator, member]);
	playground.installForSelf(member);
	playground.as(moderator, channel).say("between us");
	await expect(playground.as(moderator, channel).command("look")).rejects.toThrow("no command");
	await playground.as(member, channel).command("look");
	const told = await toldOf(bot, "look");
	expect(told).toMatchObject({
		context: 2,
		channel: { type: 3 },
		user: { id: member },
		authorizing_integration_owners: { 1: member },
	});
	expect(told).not.toHaveProperty("guild_id");
	expect(bot.heard.some(({ t }) => t === "MESSAGE_CREATE")).toBe(false);
	const read = await ask(playground, "GET", `/channels/${channel}/messages`);
	expect(read.body["code"]).toBe(50001);
	const state = playground.side.state(member, channel);
	expect(state.kind === "done" && state.value.channels.at(-1)).toMatchObject({ name: "Mira" });
});

test.each([undefined, 4014])("a bot is turned away for good with %s", async code => {
	const playground = await openPlayground();
	const bot = await identifyRaw(playground);
	playground.faults.turnAway(code);
	expect(await bot.closed).toBe(code ?? 4004);
	expect(playground.refusals()).toEqual([]);
});
