import { ApplicationCommandType } from "discord.js";
import { describe, expect, it } from "vitest";
import type { Command, PlainCommand } from "../../../commands/command.ts";
import { feedAdd } from "../../../commands/feed/add.ts";
import { commandBodies } from "../../../src/shell/discord/registration.ts";

const tide: PlainCommand = {
	name: "tide",
	description: "How high the water stood",
	options: [
		{
			name: "day",
			kind: "text",
			description: "On which day",
			required: false,
			maxLength: 40,
			completes: true,
		},
		{
			name: "place",
			kind: "text",
			description: "Where",
			required: true,
			maxLength: 60,
			completes: false,
		},
	],
	examples: [{}],
	access: "everyone",
	messageMenu: { name: "Look up the tide", option: "place" },
	needsStory: false,
	run: () => ({ kind: "change", change: { kind: "refresh", story: null } }),
};
const dredge: PlainCommand = { ...tide, name: "dredge", access: "moderators", messageMenu: null };
const commands: readonly Command[] = [tide, dredge];

describe("commandBodies", () => {
	const [slash, menu, moderated] = commandBodies(commands, { guild: null, roles: [] });

	it("puts required options first, and who sees the reply last", () => {
		expect(slash?.options?.map(({ name, required }) => [name, required])).toEqual([
			["place", true],
			["day", false],
			["show", false],
		]);
		expect(slash?.options?.[1]).toMatchObject({ autocomplete: true, max_length: 40 });
		expect(slash?.options?.[2]?.choices?.map(({ name }) => name)).toEqual(["channel", "only me"]);
	});

	it("offers the values of an option that takes a few, and completes nothing there", () => {
		const [body] = commandBodies([feedAdd], { guild: null, roles: [] });
		const trusted = body?.options?.[0]?.options?.find(({ name }) => name === "trusted");
		expect(trusted?.choices?.map(({ value }) => value)).toEqual(["yes", "no"]);
		expect(trusted).not.toHaveProperty("autocomplete");
	});

	it("makes a message menu entry", () => {
		expect(menu).toMatchObject({ type: ApplicationCommandType.Message, name: "Look up the tide" });
		expect(menu).not.toHaveProperty("description");
	});

	it("offers commands in servers, direct messages and user installs", () => {
		expect(slash).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
	});

	it("offers a moderator's command where the bot was added to the server, to who manages it", () => {
		expect(moderated).toMatchObject({
			contexts: [0],
			integration_types: [0],
			default_member_permissions: "32",
		});
		expect(slash?.default_member_permissions).toBeNull();
	});

	it("says nothing of contexts for a single server", () => {
		for (const body of commandBodies(commands, { guild: "300000000000000003", roles: [] })) {
			expect(body).not.toHaveProperty("contexts");
			expect(body).not.toHaveProperty("integration_types");
		}
	});
});
