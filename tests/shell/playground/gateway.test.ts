import { Events, type Interaction } from "discord.js";
import { describe, expect, test } from "vitest";
import { connectRaw, identifyRaw, usualIntents } from "./raw-bot.ts";
import { ask, logIn, newsroom, openPlayground } from "./stage.ts";

const command = { name: "ask", description: "d" };

async function withClient() {
	const playground = await openPlayground();
	const events: string[] = [];
	const client = await logIn(playground, bot => {
		bot.on(Events.ShardResume, () => events.push("resumed"));
		bot.on(Events.ShardReady, () => events.push("ready"));
		bot.on(Events.InteractionCreate, (asked: Interaction) => {
			if (asked.isChatInputCommand()) void asked.reply(`answer to ${asked.id}`);
		});
	});
	await client.application.commands.set([command]);
	const hand = playground.as(playground.people.member, newsroom(playground));
	return { playground, client, hand, events };
}

describe("a client of discord.js", () => {
	test("resumes when its socket drops, and loses no interaction", async () => {
		const { playground, hand, events } = await withClient();
		playground.faults.dropSocket();
		const asked = [await hand.command("ask"), await hand.command("ask")];
		for (const id of asked) expect((await hand.waitForReply(id)).content).toBe(`answer to ${id}`);
		expect(events).toEqual(["ready", "resumed"]);
		expect(playground.refusals()).toEqual([]);
	});

	test("resumes when it is asked to reconnect", async () => {
		const { playground, hand, events } = await withClient();
		playground.faults.askToReconnect();
		const id = await hand.command("ask");
		expect((await hand.waitForReply(id)).content).toBe(`answer to ${id}`);
		await expect.poll(() => events, { timeout: 4000 }).toEqual(["ready", "resumed"]);
	});

	test("resumes on the same socket when its session is invalid but resumable", async () => {
		const { playground, hand, events } = await withClient();
		playground.faults.invalidateSession(true);
		const id = await hand.command("ask");
		expect((await hand.waitForReply(id)).content).toBe(`answer to ${id}`);
		await expect.poll(() => events, { timeout: 4000 }).toEqual(["ready", "resumed"]);
	});

	test("identifies anew when its session is no more", async () => {
		const { playground, hand, events } = await withClient();
		playground.faults.invalidateSession();
		await expect.poll(() => events, { timeout: 4000 }).toEqual(["ready", "ready"]);
		await playground.whenReady();
		const id = await hand.command("ask");
		expect((await hand.waitForReply(id)).content).toBe(`answer to ${id}`);
		expect(playground.refusals()).toEqual([]);
	});
});

describe("a socket", () => {
	test("gets hello, ready and the servers, each event with its number", async () => {
		const playground = await openPlayground();
		const bot = await identifyRaw(playground);
		await bot.frame(({ s }) => s === 3);
		expect(bot.heard.map(({ op, t, s }) => [op, t, s])).toEqual([
			[10, null, null],
			[0, "READY", 1],
			[0, "GUILD_CREATE", 2],
			[0, "GUILD_CREATE", 3],
		]);
		const { d } = await bot.frame(({ t }) => t === "READY");
		expect(d["resume_gateway_url"]).toBe(playground.address.replace("http", "ws"));
		bot.send({ op: 1, d: 2 });
		bot.send({ op: 3, d: {} });
		bot.send({ op: 4, d: {} });
		expect(await bot.frame(({ op }) => op === 11)).toMatchObject({ d: null });
	});

	test("hears only of what it asked for", async () => {
		const playground = await openPlayground();
		const deaf = await identifyRaw(playground, { intents: 1 });
		const other = await identifyRaw(playground, { shard: [1, 2] });
		const all = await identifyRaw(playground);
		playground.as(playground.people.member, newsroom(playground)).say("hello");
		playground.as(playground.people.member, playground.channels.direct.member).say("direct");
		const heard = await all.frame(({ d }) => d?.["content"] === "direct");
		expect(heard.d).toMatchObject({ channel_type: 1 });
		const messages = ({ t }: { t: string | null }) => t === "MESSAGE_CREATE";
		const [first] = all.heard.filter(messages);
		expect(first?.d).toMatchObject({ content: "", channel_type: 0 });
		expect(deaf.heard.filter(messages)).toEqual([]);
		// The formula gives the server's messages to one shard, and direct ones to the first.
		const own = Number((BigInt(playground.guildId) >> 22n) % 2n) === 1 ? 1 : 0;
		expect(other.heard.filter(messages)).toHaveLength(own);
	});

	/** What is sent after hello, and the code with which the socket is closed. */
	const wrong: readonly (readonly [string, unknown, number])[] = [
		["no JSON", "{", 4002],
		["no opcode", {}, 4002],
		["an opcode that does not exist", { op: 99 }, 4001],
		["a wrong token", { op: 2, d: { token: "no", intents: 1, properties: {} } }, 4004],
		["an identity without a token", { op: 2, d: { intents: 1, properties: {} } }, 4002],
		["a resume without a session", { op: 6, d: {} }, 4002],
		["a resume with a wrong token", { op: 6, d: { token: "no", session_id: "a", seq: 1 } }, 4004],
	];

	test.each(wrong)("is closed on %s", async (_, frame, code) => {
		const playground = await openPlayground();
		const bot = await connectRaw(playground);
		bot.send(frame);
		expect(await bot.closed).toBe(code);
		expect(playground.refusals()).toMatchObject([{ method: "GATEWAY", code }]);
	});

	test("is closed on privileged intents, on a second identity, and on too much talk", async () => {
		const playground = await openPlayground();
		const { token } = playground;
		const greedy = await connectRaw(playground);
		greedy.send({ op: 2, d: { token, intents: usualIntents | (1 << 15), properties: {} } });
		expect(await greedy.closed).toBe(4014);
		const twice = await identifyRaw(playground);
		twice.send({ op: 2, d: { token, intents: 1, properties: {} } });
		expect(await twice.closed).toBe(4005);
		const loud = await identifyRaw(playground);
		for (let beat = 0; beat < 120; beat += 1) loud.send({ op: 1, d: null });
		expect(await loud.closed).toBe(4008);
	});

	test("resumes a session from any number that was sent, and no other", async () => {
		const playground = await openPlayground();
		const first = await identifyRaw(playground);
		const { d } = await first.frame(({ t }) => t === "READY");
		const resume = (seq: number, session = d["session_id"]) => ({
			op: 6,
			d: { token: playground.token, session_id: session, seq },
		});
		first.close(4200);
		await first.closed;
		playground.as(playground.people.member, newsroom(playground)).say("missed");
		const early = await connectRaw(playground);
		early.send(resume(99));
		expect(await early.closed).toBe(4007);
		const stranger = await connectRaw(playground);
		stranger.send(resume(1, "nobody"));
		expect((await stranger.frame(({ op }) => op === 9)).d).toBe(false);
		const again = await connectRaw(playground);
		again.send(resume(1));
		await again.frame(({ t }) => t === "RESUMED");
		expect(again.heard.slice(1).map(({ t, s }) => [t, s])).toEqual([
			["GUILD_CREATE", 2],
			["GUILD_CREATE", 3],
			["MESSAGE_CREATE", 4],
			["RESUMED", 5],
		]);
	});

	test("that says goodbye takes its session along", async () => {
		const playground = await openPlayground();
		const first = await identifyRaw(playground);
		const { d } = await first.frame(({ t }) => t === "READY");
		first.close(1000);
		await first.closed;
		const again = await connectRaw(playground);
		again.send({ op: 6, d: { token: playground.token, session_id: d["session_id"], seq: 1 } });
		expect((await again.frame(({ op }) => op === 9)).d).toBe(false);
	});
});

test("somebody may wait for a bot that is still to come", async () => {
	const playground = await openPlayground();
	const ready = playground.whenReady();
	const bot = await identifyRaw(playground);
	await ready;
	bot.terminate();
	await bot.closed;
	expect((await ask(playground, "GET", "/gateway")).body["url"]).toContain("ws://127.0.0.1:");
});
