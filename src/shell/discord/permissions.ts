import { type APIInteraction, ApplicationIntegrationType, PermissionFlagsBits } from "discord.js";
import type { Command, Notice } from "../../../commands/command.ts";

/**
 * Whether a member may run a command. Asked again here, whatever Discord was told: administrators of
 * a server can open a command to anybody there.
 */
export function mayRun(command: Pick<Command, "access">, interaction: APIInteraction): boolean {
	return command.access === "everyone" || managesServer(interaction);
}

/** What somebody sees who may not run a command. */
export function refusalOf(command: Pick<Command, "name">): Notice {
	return {
		title: "For moderators",
		text: `/${command.name} is for members who may manage this server (the permission "Manage Server"), in a server that Presscheck was added to.`,
		sections: [],
		choices: [],
		refusal: true,
	};
}

// The permissions that come with an interaction are the member's own in that channel, as Discord
// counts them. In a server that the bot was not added to they say nothing about ours.
function managesServer(interaction: APIInteraction): boolean {
	const server = interaction.guild_id;
	const owner = interaction.authorizing_integration_owners[ApplicationIntegrationType.GuildInstall];
	if (server === undefined || owner !== server) return false;
	const held = BigInt(interaction.member?.permissions ?? "0");
	const enough = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.Administrator;
	return (held & enough) !== 0n;
}
