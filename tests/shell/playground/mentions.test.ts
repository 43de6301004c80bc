import type { APIAllowedMentions } from "discord.js";
import { expect, test } from "vitest";
import { pingsOf } from "../../../src/shell/playground/mentions.ts";
import { accountOf, createWorld, userJson } from "../../../src/shell/playground/world.ts";

const world = createWorld();
const [moderator, member] = world.people;
if (moderator === undefined || member === undefined) throw new Error("the world has no people");
const text = `<@${member.id}> <@!${moderator.id}> <@99> <@&${world.guilds[0].moderators}> @everyone`;
const replied = userJson(moderator);

/** What is allowed, and who is pinged: people by name, "role" and "everyone". */
type Row = readonly [allowed: APIAllowedMentions | undefined, pinged: readonly string[]];

const rows: readonly Row[] = [
	[undefined, ["mira", "joao", "role", "everyone"]],
	[{ parse: [] }, []],
	[{}, []],
	[{ parse: [], replied_user: true }, ["mira"]],
	[{ parse: ["users" as never] }, ["joao", "mira"]],
	[{ parse: ["roles" as never] }, ["role"]],
	[{ parse: ["everyone" as never] }, ["everyone"]],
	[{ users: [member.id] }, ["joao"]],
	[{ roles: [world.guilds[0].moderators] }, ["role"]],
	[{ roles: ["1"] }, []],
];

test.each(rows)("%j pings %j", (allowed, pinged) => {
	const pings = pingsOf({ text, allowed, everyone: true, replied }, world);
	expect([
		...pings.mentions.map(({ username }) => username),
		...pings.mention_roles.map(() => "role"),
		...(pings.mention_everyone ? ["everyone"] : []),
	]).toEqual(pinged);
});

test("everybody is pinged only by those who may", () => {
	const pings = pingsOf({ text, allowed: undefined, everyone: false, replied: null }, world);
	expect(pings.mention_everyone).toBe(false);
});

test("nobody else has an account", () => {
	expect(accountOf(world, "99")).toBe(null);
});
