import { type APIInteraction, PermissionFlagsBits } from "discord.js";
import { describe, expect, it } from "vitest";
import { mayRun, refusalOf } from "../../../src/shell/discord/permissions.ts";

const server = "300000000000000003";

function from(permissions: bigint, more: object = {}): APIInteraction {
	return {
		guild_id: server,
		member: { permissions: String(permissions), roles: ["7"] },
		authorizing_integration_owners: { 0: server },
		...more,
	} as unknown as APIInteraction;
}

const manager = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.SendMessages;

describe("mayRun", () => {
	it.each([
		["a member who manages the server", from(manager), true],
		["an administrator", from(PermissionFlagsBits.Administrator), true],
		["a member who writes", from(PermissionFlagsBits.SendMessages), false],
		["somebody in a direct message", from(0n, { guild_id: undefined, member: undefined }), false],
		[
			"a manager of a server without the bot",
			from(manager, { authorizing_integration_owners: { 1: "7" } }),
			false,
		],
		["a manager without permissions told", from(0n, { member: undefined }), false],
	])("a moderator's command: %s", (_who, interaction, may) => {
		expect(mayRun({ access: "moderators" }, interaction, [])).toBe(may);
	});

	it.each([
		["a role that moderates", ["5", "7"], from(0n), true],
		["another role", ["5"], from(0n), false],
		["the role elsewhere", ["7"], from(0n, { authorizing_integration_owners: { 1: "9" } }), false],
	])("a member with %s", (_what, roles, interaction, may) => {
		expect(mayRun({ access: "moderators" }, interaction, roles)).toBe(may);
	});

	it("lets everybody run the others", () => {
		expect(mayRun({ access: "everyone" }, from(0n), [])).toBe(true);
	});
});

describe("refusalOf", () => {
	it("says which command, and whose it is", () => {
		const notice = refusalOf({ name: "refresh" });
		expect(notice.refusal).toBe(true);
		expect(notice.text).toMatch(/\/refresh .*"Manage Server"/);
	});
});
