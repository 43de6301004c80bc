import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { Events } from "discord.js";
import { expect, test } from "vitest";
import { startPlayground } from "../../../src/shell/playground/playground.ts";
import { createRateLimits } from "../../../src/shell/playground/rate-limits.ts";
import { createPlaygroundServer } from "../../../src/shell/playground/server.ts";
import { createManualClock } from "./manual-clock.ts";
import { ask, logIn, newsroom, openPlayground } from "./stage.ts";

/** What is asked, and the status and code of the refusal. */
const rows: readonly (readonly [string, string, number, number])[] = [
	["GET", "/nothing", 404, 0],
	["GET", "/users/%E0%A4%A", 404, 10013],
	["PUT", "/users/@me", 405, 0],
	["GET", "/users/1", 404, 10013],
	["GET", "/guilds/1", 404, 10004],
	["GET", "/channels/1", 404, 10003],
	["POST", "/users/@me/channels", 400, 50035],
	["GET", "/interactions/1/2/callback", 405, 0],
	["POST", "/interactions/1/2/callback", 404, 10062],
];

test.each(rows)("%s %s is refused", async (method, path, status, code) => {
	const playground = await openPlayground();
	expect(await ask(playground, method, path)).toMatchObject({ status, body: { code } });
	expect(playground.refusals()).toMatchObject([{ method, path, status, code }]);
});

test("what there is, is given", async () => {
	const playground = await openPlayground();
	const { guildId, people } = playground;
	const paths = [
		"/gateway/bot",
		"/users/@me",
		"/users/@me/guilds",
		"/applications/@me",
		"/oauth2/applications/@me",
		`/guilds/${guildId}`,
		`/guilds/${guildId}/channels`,
		`/guilds/${guildId}/roles`,
		`/guilds/${guildId}/members/${people.member}`,
		`/channels/${newsroom(playground)}`,
		`/channels/${playground.channels.direct.member}`,
		`/channels/${newsroom(playground)}/messages?limit=1&before=9`,
	];
	for (const path of paths) expect((await ask(playground, "GET", path)).status).toBe(200);
	const unknown = { recipient_id: "1" };
	expect((await ask(playground, "POST", "/users/@me/channels", unknown)).body["code"]).toBe(10013);
	expect((await ask(playground, "GET", `/guilds/${guildId}/members/1`)).body["code"]).toBe(10007);
	const badly = `/channels/${newsroom(playground)}/messages?limit=1000`;
	expect((await ask(playground, "GET", badly)).body["code"]).toBe(50035);
});

test("a wrong token is refused, also by discord.js", async () => {
	const playground = await openPlayground();
	const wrong = { ...playground, token: "wrong" };
	expect(await ask(wrong, "GET", "/users/@me")).toMatchObject({ status: 401, body: { code: 0 } });
	await expect(logIn(wrong)).rejects.toThrow("invalid token");
});

test("requests beyond the rate have to wait, as their headers say", async () => {
	const clock = createManualClock();
	const playground = await openPlayground({ clock, rates: { route: 2, window: 4000, global: 3 } });
	const path = `/channels/${newsroom(playground)}`;
	const first = await ask(playground, "GET", path);
	expect(first.headers.get("x-ratelimit-limit")).toBe("2");
	expect(first.headers.get("x-ratelimit-remaining")).toBe("1");
	expect(first.headers.get("x-ratelimit-reset-after")).toBe("4");
	await ask(playground, "GET", path);
	const third = await ask(playground, "GET", path);
	expect(third).toMatchObject({ status: 429, body: { retry_after: 4, global: false } });
	expect(third.headers.get("retry-after")).toBe("4");
	expect(third.headers.get("x-ratelimit-scope")).toBe("user");
	const elsewhere = await ask(playground, "GET", "/users/@me");
	expect(elsewhere).toMatchObject({ status: 429, body: { global: true } });
	expect(elsewhere.headers.get("x-ratelimit-global")).toBe("true");
	clock.pass(4000);
	expect((await ask(playground, "GET", path)).status).toBe(200);
	expect(playground.refusals().map(({ status }) => status)).toEqual([429, 429]);
});

test("a limit of one place is none of another, and ends with its window", () => {
	const clock = createManualClock();
	const passage = createRateLimits(clock, { route: 1, window: 5, global: 1 });
	const visit = (about: string) => passage({ route: "GET /a", about, global: false }).wait;
	const places = Array.from({ length: 1100 }, (_, at) => `${at}`);
	expect(places.map(visit).every(wait => wait === null)).toBe(true);
	expect(visit("7")).toEqual({ seconds: 0.005, global: false });
	clock.pass(5);
	expect(places.map(visit).every(wait => wait === null)).toBe(true);
});

test("faults meet the requests that they are meant for, and are no refusals", async () => {
	const playground = await openPlayground();
	const { faults } = playground;
	faults.fail({ method: "GET", path: /users/, times: 2 });
	faults.limit(0.5, { path: /gateway/ });
	expect((await ask(playground, "GET", "/gateway")).status).toBe(429);
	expect((await ask(playground, "GET", "/gateway")).status).toBe(200);
	expect((await ask(playground, "GET", "/users/@me")).status).toBe(500);
	expect((await ask(playground, "GET", "/users/@me")).status).toBe(500);
	expect((await ask(playground, "GET", "/users/@me")).status).toBe(200);
	faults.delay(40);
	const started = performance.now();
	expect((await ask(playground, "GET", "/users/@me")).status).toBe(200);
	expect(performance.now() - started).toBeGreaterThan(30);
	expect(playground.refusals()).toEqual([]);
});

test("discord.js gets over a 500 and a 429", async () => {
	const playground = await openPlayground();
	const client = await logIn(playground, bot => {
		bot.on(Events.InteractionCreate, async asked => {
			if (!asked.isChatInputCommand()) return;
			playground.faults.fail();
			await asked.deferReply();
			playground.faults.limit(0.2);
			await asked.editReply("there after all");
		});
	});
	await client.application.commands.set([{ name: "ask", description: "d" }]);
	const hand = playground.as(playground.people.member, newsroom(playground));
	const reply = await hand.waitForReply(await hand.command("ask"));
	expect(reply.content).toBe("there after all");
	expect(playground.refusals()).toEqual([]);
});

test("a port that is in use is said to be", async () => {
	const { address } = await openPlayground();
	const port = Number(new URL(address).port);
	const second = await startPlayground({ port });
	expect(second).toEqual({
		kind: "not-started",
		port,
		code: "EADDRINUSE",
		message: `Port ${port} is in use; stop what listens there, or choose another port.`,
	});
	await expect(startPlayground({ port: 70_000 })).rejects.toThrow("port");
});

test("a playground that is closed leaves nothing behind", async () => {
	const playground = await openPlayground();
	const events = await fetch(
		`${playground.address}/person/events?user=${playground.people.member}`,
	);
	await playground.close();
	await expect(events.text()).rejects.toThrow();
	await setTimeout(1);
	await expect(fetch(playground.address)).rejects.toThrow();
});

test("a fault of the server's own is answered and recorded, and the next request is served", async () => {
	const broken: string[] = [];
	const playground = await openPlayground();
	const { side } = playground;
	const state = () => {
		throw new Error("lost");
	};
	const server = createPlaygroundServer({
		api: {} as never,
		gateway: {} as never,
		side: { ...side, state },
		broken: (error, path) => broken.push(`${path}: ${error}`),
	});
	await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const answer = await fetch(`http://127.0.0.1:${port}/person/state`);
	expect([answer.status, await answer.json()]).toEqual([500, { message: "Error: lost", code: 0 }]);
	expect(broken).toEqual(["/person/state: Error: lost"]);
	expect((await fetch(`http://127.0.0.1:${port}/nothing`)).status).toBe(404);
	await new Promise(resolve => server.close(resolve));
});
