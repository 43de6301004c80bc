import {
	type APIApplicationCommand,
	InteractionContextType,
	PermissionFlagsBits,
} from "discord.js";
import type { Snowflake } from "./protocol.ts";
import type { Account, Channel, KeptCommand, World } from "./world.ts";

const everyone =
	PermissionFlagsBits.ViewChannel |
	PermissionFlagsBits.SendMessages |
	PermissionFlagsBits.EmbedLinks |
	PermissionFlagsBits.AttachFiles |
	PermissionFlagsBits.AddReactions |
	PermissionFlagsBits.ReadMessageHistory |
	PermissionFlagsBits.UseApplicationCommands |
	PermissionFlagsBits.UseExternalApps;

const moderators =
	everyone |
	PermissionFlagsBits.ManageGuild |
	PermissionFlagsBits.ManageMessages |
	PermissionFlagsBits.MentionEveryone;

/** The permissions that each role carries by itself. */
export const rolePermissions: Readonly<Record<Account["role"], bigint>> = {
	member: everyone,
	moderator: moderators,
	bot: everyone,
};

const all = Object.values(PermissionFlagsBits).reduce((sum, bit) => sum | bit, 0n);

/** What somebody may do in the server; an administrator everything. */
export function permissionsOf(world: World, account: Account): bigint {
	return world.administrators.has(account.id) ? all : rolePermissions[account.role];
}

/**
 * Whether Discord offers a command to somebody in a channel: by the permissions that the command asks
 * for in the server (none of them in direct messages), and by the contexts that it names.
 */
export function isOffered(kept: KeptCommand, account: Account, place: Place): boolean {
	const { command, guild } = kept;
	if (place.channel.kind === "dm") return guild === null && allowsDirect(command);
	if (guild !== null && guild !== place.world.guild.id) return false;
	const contexts = command.contexts ?? [InteractionContextType.Guild];
	return (
		contexts.includes(InteractionContextType.Guild) &&
		mayUse(command, permissionsOf(place.world, account))
	);
}

/** A channel of a world. */
export interface Place {
	readonly world: World;
	readonly channel: Channel;
}

function allowsDirect(command: APIApplicationCommand): boolean {
	return (command.contexts ?? [InteractionContextType.BotDM]).includes(
		InteractionContextType.BotDM,
	);
}

function mayUse(command: APIApplicationCommand, held: bigint): boolean {
	if ((held & PermissionFlagsBits.Administrator) !== 0n) return true;
	if (command.default_member_permissions == null) return true;
	const needed = BigInt(command.default_member_permissions);
	// "0" asks for nothing that can be held: administrators alone.
	return needed !== 0n && (held & needed) === needed;
}

/** The commands that somebody may run: in one channel, or in any that they are in. */
export function commandsFor(
	world: World,
	account: Account,
	channels: readonly Channel[],
): readonly KeptCommand[] {
	return [...world.commands.values()].filter(kept =>
		channels.some(channel => isOffered(kept, account, { world, channel })),
	);
}

/** Whether somebody may ping everybody. */
export function mayMentionEveryone(world: World, user: Snowflake): boolean {
	const account = world.people.find(person => person.id === user);
	if (account === undefined) return false;
	return (permissionsOf(world, account) & PermissionFlagsBits.MentionEveryone) !== 0n;
}
