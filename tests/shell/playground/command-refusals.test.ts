import { beforeAll, describe, expect, test } from "vitest";
import { type Playground, startPlayground } from "../../../src/shell/playground/playground.ts";
import { createManualClock, type ManualClock } from "./manual-clock.ts";
import { ask } from "./stage.ts";

const letters = (count: number) => "x".repeat(count);
const many = <Item>(count: number, make: (index: number) => Item) =>
	Array.from({ length: count }, (_, index) => make(index));
const option = (name: string, more: object = {}) => ({ type: 3, name, description: "d", ...more });
const command = (more: object = {}) => ({ name: "claim", description: "d", ...more });
const choices = many(25, at => ({ name: `${at}${letters(90)}`, value: `${at}${letters(90)}` }));

/** What is sent, where the objection stands ("" is the command itself), and its code. */
type Row = readonly [name: string, body: object, path: string, code: string];

const rows: readonly Row[] = [
	["a name of 33 characters", command({ name: letters(33) }), "name", "BASE_TYPE_MAX_LENGTH"],
	["a name in capitals", command({ name: "Claim" }), "name", "APPLICATION_COMMAND_INVALID_NAME"],
	["a name with a space", command({ name: "a b" }), "name", "APPLICATION_COMMAND_INVALID_NAME"],
	["no description", { name: "claim" }, "description", "BASE_TYPE_REQUIRED"],
	[
		"a description of 101 characters",
		command({ description: letters(101) }),
		"description",
		"BASE_TYPE_MAX_LENGTH",
	],
	[
		"a description of a menu entry",
		{ name: "Check", type: 3, description: "d" },
		"description",
		"APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_NOT_ALLOWED",
	],
	[
		"options of a menu entry",
		{ name: "Check", type: 3, options: [option("a")] },
		"options",
		"APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_NOT_ALLOWED",
	],
	[
		"26 options",
		command({ options: many(26, at => option(`o${at}`)) }),
		"options",
		"BASE_TYPE_MAX_LENGTH",
	],
	[
		"two options of one name",
		command({ options: [option("a"), option("a")] }),
		"options.1.name",
		"APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
	],
	[
		"an option named in capitals",
		command({ options: [option("A")] }),
		"options.0.name",
		"APPLICATION_COMMAND_INVALID_NAME",
	],
	[
		"a required option after one that is not",
		command({ options: [option("a"), option("b", { required: true })] }),
		"options.1",
		"APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
	],
	[
		"the same inside a subcommand",
		command({
			options: [
				{
					type: 1,
					name: "s",
					description: "d",
					options: [option("a"), option("b", { required: true })],
				},
			],
		}),
		"options.0.options.1",
		"APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
	],
	[
		"a subcommand beside a plain option",
		command({ options: [{ type: 1, name: "s", description: "d" }, option("a")] }),
		"options",
		"APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
	],
	[
		"an option of no type",
		command({ options: [{ type: 99, name: "a", description: "d" }] }),
		"options.0.type",
		"UNION_TYPE_CHOICES",
	],
	[
		"choices beside autocomplete",
		command({ options: [option("a", { autocomplete: true, choices: choices.slice(0, 1) })] }),
		"options.0.autocomplete",
		"APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE",
	],
	[
		"26 choices",
		command({
			options: [option("a", { choices: many(26, at => ({ name: "n", value: `${at}` })) })],
		}),
		"options.0.choices",
		"BASE_TYPE_MAX_LENGTH",
	],
	[
		"two choices of one name",
		command({
			options: [option("a", { choices: many(2, at => ({ name: "n", value: `${at}` })) })],
		}),
		"options.0.choices.1.name",
		"APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
	],
	[
		"a shortest value longer than the longest",
		command({ options: [option("a", { min_length: 5, max_length: 4 })] }),
		"options.0.min_length",
		"NUMBER_TYPE_MAX",
	],
	[
		"a longest value of 6,001",
		command({ options: [option("a", { max_length: 6001 })] }),
		"options.0.max_length",
		"NUMBER_TYPE_MAX",
	],
	[
		"more than 8,000 characters",
		command({ options: many(2, at => option(`o${at}`, { choices })) }),
		"",
		"APPLICATION_COMMAND_TOO_LARGE",
	],
	[
		"permissions that are no number",
		command({ default_member_permissions: "manage" }),
		"default_member_permissions",
		"NUMBER_TYPE_COERCE",
	],
	["contexts that are empty", command({ contexts: [] }), "contexts", "BASE_TYPE_MIN_LENGTH"],
];

let playground: Playground;
let clock: ManualClock;
let path: string;

beforeAll(async () => {
	clock = createManualClock();
	const started = await startPlayground({ clock, rates: { route: 1000, global: 1000 } });
	if (started.kind === "not-started") throw new Error(started.message);
	playground = started;
	path = `/applications/${playground.applicationId}/commands`;
	return playground.close;
});

function codesAt(errors: unknown, place: string): readonly string[] {
	let found = errors as Record<string, unknown> | undefined;
	for (const key of place.split(".").filter(Boolean)) found = found?.[key] as typeof found;
	return ((found?.["_errors"] ?? []) as readonly { code: string }[]).map(({ code }) => code);
}

describe("a command is refused that has", () => {
	test.each(rows)("%s", async (_, body, place, code) => {
		const one = await ask(playground, "POST", path, body);
		expect(one).toMatchObject({ status: 400, body: { code: 50035 } });
		expect(codesAt(one.body["errors"], place)).toContain(code);
		const all = await ask(playground, "PUT", path, [command({ name: "good" }), body]);
		expect(all.status).toBe(400);
		expect(codesAt(all.body["errors"], `1.${place}`)).toContain(code);
	});
});

test("a list of commands must be one, without one name twice", async () => {
	expect((await ask(playground, "PUT", path, {})).body["code"]).toBe(50035);
	const twice = await ask(playground, "PUT", path, [command(), command()]);
	expect(codesAt(twice.body["errors"], "1.name")).toEqual(["APPLICATION_COMMANDS_DUPLICATE_NAME"]);
	const apart = await ask(playground, "PUT", path, [command(), { name: "claim", type: 3 }]);
	expect(apart.status).toBe(200);
});

test("there are at most 100 slash commands, and 15 entries of a message's menu", async () => {
	const slash = many(101, at => command({ name: `c${at}` }));
	expect((await ask(playground, "PUT", path, slash)).body["code"]).toBe(30032);
	const entries = many(16, at => ({ name: `Entry ${at}`, type: 3 }));
	expect((await ask(playground, "PUT", path, entries)).body["code"]).toBe(30032);
	expect((await ask(playground, "PUT", path, slash.slice(1))).status).toBe(200);
	const more = await ask(playground, "POST", path, command({ name: "c0" }));
	expect(more.body["code"]).toBe(30032);
	const same = await ask(playground, "POST", path, command({ name: "c1", description: "new" }));
	expect(same).toMatchObject({ status: 200, body: { description: "new" } });
});

test("at most 200 commands are created in a day and server", async () => {
	const own = `/applications/${playground.applicationId}/guilds/${playground.guildId}/commands`;
	const batch = (name: string) => many(100, at => command({ name: `${name}${at}` }));
	expect((await ask(playground, "PUT", own, batch("a"))).status).toBe(200);
	expect((await ask(playground, "PUT", own, batch("b"))).status).toBe(200);
	expect((await ask(playground, "PUT", own, batch("b"))).status).toBe(200);
	expect((await ask(playground, "PUT", own, batch("c"))).body["code"]).toBe(30034);
	expect((await ask(playground, "PUT", own, [])).status).toBe(200);
	expect((await ask(playground, "POST", own, command())).body["code"]).toBe(30034);
	clock.pass(24 * 60 * 60 * 1000);
	expect((await ask(playground, "POST", own, command())).status).toBe(201);
});

test("commands that are not there, and places that are not the bot's, are refused", async () => {
	const elsewhere = "/applications/1/commands";
	expect((await ask(playground, "GET", elsewhere)).body["code"]).toBe(10002);
	const guild = `/applications/${playground.applicationId}/guilds/1/commands`;
	expect((await ask(playground, "GET", guild)).body["code"]).toBe(50001);
	expect((await ask(playground, "GET", `${path}/1`)).body["code"]).toBe(10063);
	const own = `/applications/${playground.applicationId}/guilds/${playground.guildId}/commands`;
	expect((await ask(playground, "GET", `${own}/permissions`)).body).toEqual([]);
	expect((await ask(playground, "GET", `${own}/1/permissions`)).body["code"]).toBe(10066);
	const { body } = await ask(playground, "POST", path, command({ name: "c1" }));
	const one = `${path}/${body["id"]}`;
	expect((await ask(playground, "GET", one)).body).toMatchObject({ name: "c1" });
	expect((await ask(playground, "PATCH", one, { name: "NO" })).body["code"]).toBe(50035);
	expect((await ask(playground, "PATCH", one, { colour: 1 })).body["code"]).toBe(50035);
});
