import { once } from "node:events";
import { request } from "node:http";
import { PermissionFlagsBits } from "discord.js";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { Playground } from "../../../src/shell/playground/playground.ts";
import { identifyRaw } from "./raw-bot.ts";
import { ask, newsroom, openPlayground } from "./stage.ts";

const commands = [
	{
		name: "ask",
		description: "d",
		options: [
			{ type: 3, name: "question", description: "d", required: true, min_length: 2, max_length: 5 },
			{ type: 4, name: "year", description: "d", min_value: 1900, max_value: 2100 },
			{ type: 5, name: "loud", description: "d" },
			{ type: 3, name: "way", description: "d", choices: [{ name: "A", value: "a" }] },
			{ type: 6, name: "who", description: "d" },
			{ type: 7, name: "where", description: "d" },
			{ type: 8, name: "role", description: "d" },
			{ type: 9, name: "any", description: "d" },
			{ type: 11, name: "file", description: "d" },
		],
	},
	{
		name: "refresh",
		description: "d",
		default_member_permissions: `${PermissionFlagsBits.ManageGuild}`,
		contexts: [0],
	},
	{ name: "nobody", description: "d", default_member_permissions: "0", contexts: [0] },
	{ name: "private", description: "d", contexts: [1] },
];

async function withCommands(): Promise<Playground> {
	const playground = await openPlayground();
	const application = `/applications/${playground.applicationId}`;
	await ask(playground, "PUT", `${application}/commands`, commands);
	const own = `${application}/guilds/${playground.guildId}/commands`;
	await ask(playground, "PUT", own, [{ name: "here", description: "d" }]);
	return playground;
}

interface Answer {
	readonly status: number;
	readonly type: string | null;
	readonly text: string;
	readonly headers: Headers;
}

async function visit(
	playground: Playground,
	path: string,
	init: RequestInit = {},
): Promise<Answer> {
	const response = await fetch(`${playground.address}${path}`, init);
	const { status, headers } = response;
	return { status, headers, type: headers.get("content-type"), text: await response.text() };
}

function post(playground: Playground, path: string, body: unknown): Promise<Answer> {
	return visit(playground, path, { method: "POST", body: JSON.stringify(body) });
}

describe("commands are offered", () => {
	/** To whom, where, and which. */
	const rows = [
		["member", "text", ["ask", "here"]],
		["moderator", "text", ["ask", "refresh", "here"]],
		["administrator", "text", ["ask", "refresh", "nobody", "here"]],
		["member", "direct", ["ask", "private"]],
		["moderator", "direct", ["ask", "private"]],
	] as const;

	test.each(rows)("to the %s in %s", async (who, where, offered) => {
		const playground = await withCommands();
		const role = who === "administrator" ? "member" : who;
		const user = playground.people[role];
		if (who === "administrator") playground.setAdministrator(user, true);
		const channel = where === "text" ? newsroom(playground) : playground.channels.direct[role];
		const state = playground.side.state(user, channel);
		if (state.kind !== "done") throw new Error(state.error);
		expect(state.value.commands.map(({ name }) => name)).toEqual(offered);
		expect(state.value.user).toMatchObject({ id: user, role });
	});

	test("and refused where they are not, until somebody is an administrator", async () => {
		const playground = await withCommands();
		const bot = await identifyRaw(playground);
		const { member } = playground.people;
		const hand = playground.as(member, newsroom(playground));
		await expect(hand.command("refresh")).rejects.toThrow('no command "refresh"');
		playground.setAdministrator(member, true);
		const id = await hand.command("refresh");
		const { d } = await bot.frame(({ t }) => t === "INTERACTION_CREATE");
		expect(d).toMatchObject({ id, context: 0, guild_id: playground.guildId });
		const { permissions } = d["member"] as { readonly permissions: string };
		expect(BigInt(permissions) & PermissionFlagsBits.Administrator).not.toBe(0n);
		playground.setAdministrator(member, false);
		await expect(hand.command("refresh")).rejects.toThrow('no command "refresh"');
	});
});

/** What is filled in beside what is required, and what is said of it. */
const options: readonly (readonly [object, string])[] = [
	[{ question: "x" }, "needs 2 or more characters"],
	[{ question: "xxxxxx" }, "takes 5 characters at most"],
	[{ question: 7 }, "needs a string"],
	[{}, 'The option "question" is required'],
	[{ question: "xx", year: "1" }, "needs a number"],
	[{ question: "xx", year: 1 }, "needs a number from 1900 to 2100"],
	[{ question: "xx", loud: "yes" }, "needs a boolean"],
	[{ question: "xx", way: "b" }, "takes one of its choices"],
	[{ question: "xx", who: "1" }, "names nothing that is here"],
	[{ question: "xx", where: "1" }, "names nothing that is here"],
	[{ question: "xx", role: "1" }, "names nothing that is here"],
	[{ question: "xx", file: "a.txt" }, "needs a file"],
	[{ question: "xx", other: "a" }, 'no option "other"'],
];

test.each(options)("a command with %j is not sent", async (values, said) => {
	const playground = await withCommands();
	const hand = playground.as(playground.people.member, newsroom(playground));
	await expect(hand.command("ask", { ...values })).rejects.toThrow(said);
});

test("options are resolved for the bot", async () => {
	const playground = await withCommands();
	const bot = await identifyRaw(playground);
	const { member, moderator } = playground.people;
	const hand = playground.as(member, newsroom(playground));
	const where = newsroom(playground);
	const role = playground.guildId;
	await hand.command("ask", {
		question: "xx",
		year: 2000,
		who: moderator,
		where,
		role,
		any: member,
	});
	const { d } = await bot.frame(({ t }) => t === "INTERACTION_CREATE");
	const { resolved } = d["data"] as { readonly resolved: Record<string, object> };
	expect(Object.keys(resolved["users"] ?? {})).toEqual([moderator, member]);
	expect(Object.keys(resolved["members"] ?? {})).toEqual([moderator, member]);
	expect(Object.keys(resolved["channels"] ?? {})).toEqual([where]);
	expect(Object.keys(resolved["roles"] ?? {})).toEqual([role]);
});

describe("over HTTP", () => {
	test("a state is given, of the first user when none is named", async () => {
		const playground = await withCommands();
		const { text } = await visit(playground, "/person/state");
		expect(JSON.parse(text)).toMatchObject({
			user: { id: playground.people.moderator, role: "moderator", administrator: false },
			guilds: [{ id: playground.guildId, name: "Newsroom" }],
			bot: { role: "bot" },
		});
		const member = await visit(playground, `/person/state?user=${playground.people.member}`);
		const { channels } = JSON.parse(member.text);
		expect(channels).toContainEqual({
			id: playground.channels.direct.member,
			name: "Presscheck",
			kind: "dm",
			guild: null,
		});
	});

	test("messages are posted, read and heard", async () => {
		const playground = await openPlayground();
		const user = playground.people.member;
		const events = await fetch(`${playground.address}/person/events?user=${user}`);
		expect(events.headers.get("content-type")).toBe("text/event-stream");
		const reader = events.body?.getReader();
		if (reader === undefined) throw new Error("no events come");
		const decoder = new TextDecoder();
		expect(decoder.decode((await reader.read()).value)).toBe(": listening\n\n");
		const path = `/person/channels/${newsroom(playground)}/messages`;
		const said = await post(playground, path, { user, content: "hello" });
		const heard = decoder.decode((await reader.read()).value);
		expect(heard).toMatch(/^event: message-created\ndata: \{.*\}\n\n$/);
		expect(JSON.parse(heard.split("data: ")[1] ?? "").message).toEqual(JSON.parse(said.text));
		const read = await visit(playground, `${path}?user=${user}`);
		expect(JSON.parse(read.text)).toEqual([JSON.parse(said.text)]);
		await reader.cancel();
	});

	test("an interaction is started and told at once", async () => {
		const playground = await withCommands();
		const user = playground.people.member;
		const channel = newsroom(playground);
		const option = { name: "question", type: 3, value: "what" };
		const command = { kind: "command", user, channel, name: "ask", options: [option] };
		const started = await post(playground, "/person/interactions", command);
		expect(JSON.parse(started.text)).toEqual({ interaction: expect.stringMatching(/^\d+$/) });
		const file = { name: "a.txt", content_type: "text/plain", base64: "YQ==" };
		const withFile = [option, { name: "file", type: 11, file }];
		const sent = await post(playground, "/person/interactions", { ...command, options: withFile });
		expect(sent.status).toBe(200);
		const wrongType = { ...command, options: [{ ...option, type: 4 }] };
		const refused = await post(playground, "/person/interactions", wrongType);
		expect(JSON.parse(refused.text)).toEqual({ error: 'The option "question" is of type 3.' });
	});

	/** What is sent where, and what is answered. */
	const refused: readonly (readonly [string, string, unknown, string])[] = [
		["GET", "/person/state?user=1", undefined, "no such user"],
		["GET", "/person/state?channel=1", undefined, "no such channel"],
		["GET", "/person/events?user=1", undefined, "no such user"],
		["GET", "/person/channels/1/messages?user=1", undefined, "no such user"],
		["POST", "/person/channels/1/messages", { user: "x", content: "a" }, "user"],
		["POST", "/person/channels/1/messages", { user: "1", content: "a" }, "no such user"],
		["POST", "/person/channels/1/messages", "{", "JSON"],
		["POST", "/person/interactions", { kind: "wish" }, "kind"],
		["GET", "/person/elsewhere", undefined, "no such address"],
	];

	test.each(refused)("%s %s is refused", async (method, path, body, said) => {
		const playground = await openPlayground();
		const sent = typeof body === "string" ? body : JSON.stringify(body);
		const { status, text } = await visit(playground, path, {
			method,
			...(body === undefined ? {} : { body: sent }),
		});
		expect([400, 404]).toContain(status);
		expect(JSON.parse(text).error).toContain(said);
	});

	test("direct messages of others are out of reach", async () => {
		const playground = await openPlayground();
		const { people, channels } = playground;
		const path = `/person/channels/${channels.direct.member}/messages`;
		const { text } = await visit(playground, `${path}?user=${people.moderator}`);
		expect(JSON.parse(text)).toEqual({ error: "There is no such channel." });
	});
});

/** A request with headers that fetch does not let one set. */
function statusOf(
	playground: Playground,
	headers: Readonly<Record<string, string>>,
	path = "/person/state",
) {
	const { port } = new URL(playground.address);
	return new Promise<number | undefined>((resolve, reject) => {
		const sent = request({ host: "127.0.0.1", port, path, headers }, response => {
			response.resume();
			resolve(response.statusCode);
		});
		sent.on("error", reject);
		sent.end();
	});
}

test("only its own page may ask, under its own name", async () => {
	const playground = await openPlayground();
	const { port } = new URL(playground.address);
	const host = `127.0.0.1:${port}`;
	const rows = [
		[{ host }, 200],
		[{ host, origin: `http://${host}` }, 200],
		[{ host: `localhost:${port}`, origin: `http://localhost:${port}` }, 200],
		[{ host: "rebound.example" }, 403],
		[{ host: `rebound.example:${port}` }, 403],
		[{ host, origin: "https://elsewhere.example" }, 403],
		[{ host, origin: "null" }, 403],
		[{ host, origin: `http://localhost:${port}` }, 403],
	] as const;
	for (const [headers, status] of rows) expect(await statusOf(playground, headers)).toBe(status);
	const socket = new WebSocket(`ws://${host}/`, { origin: "https://elsewhere.example" });
	await expect(once(socket, "open")).rejects.toThrow();
});

test("an address that is none is refused, and the server stands", async () => {
	const playground = await openPlayground();
	expect(await statusOf(playground, {}, "//")).toBe(400);
	expect(await statusOf(playground, {})).toBe(200);
});

test("the page is served, and nothing beside it", async () => {
	const playground = await openPlayground();
	const page = await visit(playground, "/");
	expect(page).toMatchObject({ status: 200, type: "text/html; charset=utf-8" });
	expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
	const outside = [
		"/../protocol.ts",
		"/%2e%2e/protocol.ts",
		"/..%2fplayground.ts",
		"/nothing.js",
		"/tsconfig.json",
		"/cdn/attachments/1/2/a.txt",
		"/favicon",
	];
	for (const path of outside) expect((await visit(playground, path)).status).toBe(404);
});

test("what people hand over is saved, and never run", async () => {
	const playground = await withCommands();
	const bot = await identifyRaw(playground);
	const hand = playground.as(playground.people.member, newsroom(playground));
	const file = { name: "a b.html", content_type: "text/html", base64: "PGI+" };
	await hand.command("ask", { question: "xx", file });
	const { d } = await bot.frame(({ t }) => t === "INTERACTION_CREATE");
	const { resolved } = d["data"] as { resolved: { attachments: Record<string, { url: string }> } };
	const [attachment] = Object.values(resolved.attachments);
	const served = await fetch(attachment?.url ?? "");
	expect(await served.text()).toBe("<b>");
	expect(served.headers.get("content-disposition")).toBe("attachment");
	expect(served.headers.get("content-type")).toBe("application/octet-stream");
});
