import { describe, expect, test } from "vitest";
import type { Playground } from "../../../src/shell/playground/playground.ts";
import { createManualClock } from "./manual-clock.ts";
import { identifyRaw, type RawBot } from "./raw-bot.ts";
import { ask, newsroom, openPlayground } from "./stage.ts";

const commands = [
	{ name: "ask", description: "d" },
	{
		name: "find",
		description: "d",
		options: [
			{ type: 3, name: "text", description: "d", autocomplete: true },
			{ type: 4, name: "year", description: "d", autocomplete: true },
		],
	},
];

const row = { type: 1, components: [{ type: 2, style: 1, custom_id: "a", label: "A" }] };
const field = { type: 4, custom_id: "f", style: 1, label: "F" };
const modal = (...components: readonly object[]) => ({
	type: 9,
	data: { custom_id: "m", title: "M", components },
});
const inRow = (component: object) => ({ type: 1, components: [component] });

async function withBot() {
	const clock = createManualClock();
	const playground = await openPlayground({ clock, rates: { route: 1000, global: 1000 } });
	const bot = await identifyRaw(playground);
	const path = `/applications/${playground.applicationId}/commands`;
	await ask(playground, "PUT", path, commands);
	const hand = playground.as(playground.people.member, newsroom(playground));
	return { clock, playground, bot, hand };
}

/** The interaction as the bot got it, and where it answers. */
async function interactionOf(bot: RawBot, id: string) {
	const { d } = await bot.frame(
		({ t, d: data }) => t === "INTERACTION_CREATE" && data["id"] === id,
	);
	const token = String(d["token"]);
	return { d, callback: `/interactions/${id}/${token}/callback`, token };
}

function errorsAt(body: Readonly<Record<string, unknown>>, path: string): readonly string[] {
	let place = body["errors"] as Record<string, unknown> | undefined;
	for (const key of path.split(".")) place = place?.[key] as typeof place;
	return ((place?.["_errors"] ?? []) as readonly { code: string }[]).map(({ code }) => code);
}

/** What a slash command is answered with, where the objection stands, and its code. */
type Row = readonly [name: string, body: unknown, path: string, code: string];

const rows: readonly Row[] = [
	["no body", null, "type", "BASE_TYPE_CHOICES"],
	["completions", { type: 8, data: { choices: [] } }, "type", "BASE_TYPE_CHOICES"],
	["an update of no message", { type: 7, data: {} }, "type", "BASE_TYPE_CHOICES"],
	[
		"content of 2,001 characters",
		{ type: 4, data: { content: "x".repeat(2001) } },
		"data.content",
		"BASE_TYPE_MAX_LENGTH",
	],
	[
		"one custom_id twice",
		{ type: 4, data: { components: [row, row] } },
		"data.components.1.components.0.custom_id",
		"COMPONENT_CUSTOM_ID_DUPLICATED",
	],
	[
		"a modal of six components",
		modal(...Array.from({ length: 6 }, (_, at) => inRow({ ...field, custom_id: `${at}` }))),
		"data.components",
		"BASE_TYPE_BAD_LENGTH",
	],
	[
		"a modal that asks one thing twice",
		modal(inRow(field), inRow(field)),
		"data.components.1.components.0.custom_id",
		"COMPONENT_CUSTOM_ID_DUPLICATED",
	],
	[
		"a text input in a row without a label",
		modal(inRow({ ...field, label: undefined })),
		"data.components.0.components.0.label",
		"BASE_TYPE_REQUIRED",
	],
	[
		"a text input in a label with one of its own",
		modal({ type: 18, label: "L", component: field }),
		"data.components.0.component.label",
		"TEXT_INPUT_LABEL_NOT_ALLOWED",
	],
	[
		"a text input with its limits turned round",
		modal(inRow({ ...field, min_length: 5, max_length: 4 })),
		"data.components.0.components.0.min_length",
		"BASE_TYPE_BAD_LENGTH",
	],
	[
		"a text input filled in beyond its limit",
		modal(inRow({ ...field, value: "xxxxx", max_length: 4 })),
		"data.components.0.components.0.value",
		"BASE_TYPE_BAD_LENGTH",
	],
	[
		"a modal whose title has 46 characters",
		{ type: 9, data: { custom_id: "m", title: "x".repeat(46), components: [inRow(field)] } },
		"data.title",
		"BASE_TYPE_MAX_LENGTH",
	],
];

test.each(rows)("a slash command is not answered with %s", async (_, body, path, code) => {
	const { bot, playground, hand } = await withBot();
	const { callback } = await interactionOf(bot, await hand.command("ask"));
	const refused = await ask(playground, "POST", callback, body);
	expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
	expect(errorsAt(refused.body, path)).toContain(code);
	const taken = await ask(playground, "POST", callback, { type: 4, data: { content: "a" } });
	expect(taken.status).toBe(204);
});

test("an empty answer is refused, and one with_response is given back", async () => {
	const { bot, playground, hand } = await withBot();
	const { callback } = await interactionOf(bot, await hand.command("ask"));
	const empty = await ask(playground, "POST", callback, { type: 4, data: {} });
	expect(empty.body["code"]).toBe(50006);
	const answer = { type: 5, data: { flags: 64 } };
	const taken = await ask(playground, "POST", `${callback}?with_response=true`, answer);
	expect(taken.body).toMatchObject({
		interaction: { response_message_ephemeral: true, response_message_loading: true },
		resource: { type: 5, message: { flags: 64 | 128 } },
	});
});

/** Of the option that is typed, the choices, and the code of the objection to the first. */
const completions: readonly (readonly [string, readonly object[], string])[] = [
	["text", [{ name: "n", value: "x".repeat(101) }], "BASE_TYPE_MAX_LENGTH"],
	["text", [{ name: "n", value: 1 }], "BASE_TYPE_INVALID"],
	["year", [{ name: "n", value: "1" }], "BASE_TYPE_INVALID"],
];

test.each(completions)("completions of %s are not %j", async (option, choices, code) => {
	const { bot, playground, hand } = await withBot();
	const offered = hand.autocomplete("find", option, { [option]: "2" });
	const { d } = await bot.frame(({ t }) => t === "INTERACTION_CREATE");
	const callback = `/interactions/${d["id"]}/${d["token"]}/callback`;
	const refused = await ask(playground, "POST", callback, { type: 8, data: { choices } });
	expect(errorsAt(refused.body, "data.choices.0.value")).toEqual([code]);
	const named = await ask(playground, "POST", callback, {
		type: 8,
		data: { choices: [{ name: "", value: "a" }] },
	});
	expect(named.status).toBe(400);
	await ask(playground, "POST", callback, { type: 8, data: { choices: [] } });
	expect(await offered).toEqual([]);
});

describe("time", () => {
	test("after three seconds the interaction is unknown, and its person is told", async () => {
		const { bot, playground, hand, clock } = await withBot();
		const id = await hand.command("ask");
		const { callback, token } = await interactionOf(bot, id);
		clock.pass(3000);
		const late = await ask(playground, "POST", callback, { type: 4, data: { content: "a" } });
		expect(late).toMatchObject({ status: 404, body: { code: 10062 } });
		await expect(hand.waitForReply(id)).rejects.toThrow("The application did not respond");
		await expect(hand.waitForModal(id)).rejects.toThrow("The application did not respond");
		const webhook = `/webhooks/${playground.applicationId}/${token}`;
		const followUp = await ask(playground, "POST", webhook, { content: "a" });
		expect(followUp.body["code"]).toBe(10015);
		expect(playground.refusals().map(({ code }) => code)).toEqual([10062, 10015]);
	});

	test("completions that do not come in time are none", async () => {
		const { bot, hand, clock } = await withBot();
		const offered = hand.autocomplete("find", "text", { text: "a" });
		await bot.frame(({ t }) => t === "INTERACTION_CREATE");
		clock.pass(3000);
		expect(await offered).toEqual([]);
	});

	test("a token is good for fifteen minutes, and no longer", async () => {
		const { bot, playground, hand, clock } = await withBot();
		const { callback, token } = await interactionOf(bot, await hand.command("ask"));
		await ask(playground, "POST", callback, { type: 4, data: { content: "a" } });
		const original = `/webhooks/${playground.applicationId}/${token}/messages/%40original`;
		clock.pass(15 * 60 * 1000 - 1);
		expect((await ask(playground, "PATCH", original, { content: "b" })).status).toBe(200);
		clock.pass(2);
		const late = await ask(playground, "PATCH", original, { content: "c" });
		expect(late).toMatchObject({ status: 401, body: { code: 50027 } });
		// The next interaction clears away what nobody can answer any more.
		await hand.command("ask");
		const forgotten = await ask(playground, "POST", callback, { type: 5 });
		expect(forgotten.body["code"]).toBe(10062);
	});
});

describe("tokens and messages", () => {
	const answered = async () => {
		const stage = await withBot();
		const { callback, token } = await interactionOf(stage.bot, await stage.hand.command("ask"));
		const webhook = `/webhooks/${stage.playground.applicationId}/${token}`;
		return { ...stage, callback, webhook };
	};
	const code = async (playground: Playground, ...asked: readonly [string, string, unknown?]) =>
		(await ask(playground, ...asked)).body["code"];

	test("an interaction is acknowledged once", async () => {
		const { playground, callback } = await answered();
		expect(await code(playground, "POST", callback, { type: 5 })).toBe(undefined);
		expect(await code(playground, "POST", callback, { type: 5 })).toBe(40060);
	});

	test("a wrong token leads nowhere", async () => {
		const { playground, callback } = await answered();
		const wrong = callback.replace(/\/[^/]+\/callback$/, "/abc/callback");
		expect(await code(playground, "POST", wrong, { type: 5 })).toBe(10062);
		const webhook = `/webhooks/${playground.applicationId}/abc`;
		expect(await code(playground, "POST", webhook, { content: "a" })).toBe(50027);
		expect(await code(playground, "POST", "/webhooks/1/abc", { content: "a" })).toBe(10015);
	});

	test("a token answers its own messages alone", async () => {
		const { playground, callback, webhook, hand } = await answered();
		await ask(playground, "POST", callback, { type: 4, data: { content: "a" } });
		const said = hand.say("mine");
		expect(await code(playground, "PATCH", `${webhook}/messages/${said.id}`, {})).toBe(10008);
		expect(await code(playground, "GET", `${webhook}/messages/1`)).toBe(10008);
		expect(await code(playground, "POST", webhook, {})).toBe(50006);
		expect(await code(playground, "POST", webhook, { colour: 1 })).toBe(50035);
		const original = `${webhook}/messages/@original`;
		expect(await code(playground, "PATCH", original, { colour: 1 })).toBe(50035);
		expect(await code(playground, "PATCH", original, { content: "" })).toBe(50006);
		expect((await ask(playground, "DELETE", original)).status).toBe(204);
		expect(await code(playground, "GET", original)).toBe(10008);
	});

	test("an ephemeral answer is reached by its token, and not through the channel", async () => {
		const { playground, callback, webhook } = await answered();
		await ask(playground, "POST", callback, { type: 4, data: { content: "a", flags: 64 } });
		const { body } = await ask(playground, "GET", `${webhook}/messages/@original`);
		const through = `/channels/${newsroom(playground)}/messages/${body["id"]}`;
		expect(await code(playground, "GET", through)).toBe(10008);
		const all = await ask(playground, "GET", `/channels/${newsroom(playground)}/messages`);
		expect(all.body).toEqual([]);
	});

	test("a component's message that is gone cannot be updated", async () => {
		const { playground, callback, webhook, hand, bot } = await answered();
		await ask(playground, "POST", callback, { type: 4, data: { components: [row] } });
		const [message] = hand.messages();
		if (message === undefined) throw new Error("no message came");
		const press = await interactionOf(bot, await hand.press(message, "a"));
		await ask(playground, "DELETE", `${webhook}/messages/@original`);
		const update = { type: 7, data: { content: "b" } };
		expect(await code(playground, "POST", press.callback, update)).toBe(10008);
	});
});
