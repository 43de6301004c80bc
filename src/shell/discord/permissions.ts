import { type APIInteraction, PermissionFlagsBits } from "discord.js";
import type { Command, Notice } from "../../../commands/command.ts";
import { placeOf } from "./place.ts";

/**
 * Whether a member may run a command. Asked again here, whatever Discord was told: administrators of
 * a server can open a command to anybody there.
 *
 * @param roles whose members may moderate, beside those who may manage the server
 */
export function mayRun(
	command: Pick<Command, "access">,
	interaction: APIInteraction,
	roles: readonly string[],
): boolean {
	return command.access === "everyone" || moderates(interaction, roles);
}

/** What somebody sees who may not run a command. */
export function refusalOf(command: Pick<Command, "name">): Notice {
	return {
		title: "For moderators",
		text: `/${command.name} is for members who may manage this server (the permission "Manage Server") or hold a moderator's role, in a server that Presscheck was added to.`,
		sections: [],
		choices: [],
		refusal: true,
	};
}

/** What somebody sees who would change something where nothing is kept. */
export const NOT_HERE: Notice = {
	title: "Not here",
	text: "Changes are made in a server that Presscheck was added to.",
	sections: [],
	choices: [],
	refusal: true,
};

// The permissions that come with an interaction are the member's own in that channel, as Discord
// counts them. In a server that the bot was not added to they say nothing about ours.
function moderates(interaction: APIInteraction, roles: readonly string[]): boolean {
	const { member } = interaction;
	if (member === undefined || placeOf(interaction).server === null) return false;
	const held = BigInt(member.permissions ?? "0");
	const enough = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
	return (held & enough) !== 0n || roles.some(role => member.roles.includes(role));
}
