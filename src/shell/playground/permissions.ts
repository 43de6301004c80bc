import {
	type APIApplicationCommand,
	ApplicationIntegrationType,
	InteractionContextType,
	PermissionFlagsBits,
} from "discord.js";
import type { Snowflake } from "./protocol.ts";
import { type Account, type Channel, isIn, type KeptCommand, type World } from "./world.ts";

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
	const { world, channel } = place;
	if (!isBrought(kept, account, place)) return false;
	if (channel.kind !== "text") return guild === null && allows(command, contextOf(channel));
	if (guild !== null && guild !== channel.guild) return false;
	return allows(command, contextOf(channel)) && mayUse(command, permissionsOf(world, account));
}

/** Whether the bot is there: it was added, or whoever asks brought it along for this command. */
function isBrought({ command }: KeptCommand, account: Account, { world, channel }: Place): boolean {
	return world.userInstalls.has(account.id)
		? (command.integration_types ?? []).includes(ApplicationIntegrationType.UserInstall)
		: isIn(channel, world.bot.id, world);
}

/** What Discord calls a place of this kind. */
export function contextOf({ kind }: Channel): InteractionContextType {
	return contexts[kind];
}

const contexts: Readonly<Record<Channel["kind"], InteractionContextType>> = {
	text: InteractionContextType.Guild,
	dm: InteractionContextType.BotDM,
	private: InteractionContextType.PrivateChannel,
};

/** A channel of a world. */
export interface Place {
	readonly world: World;
	readonly channel: Channel;
}

// Where a command names no contexts, it may be used in all that its installs reach.
function allows(
	{ contexts: named }: APIApplicationCommand,
	context: InteractionContextType,
): boolean {
	return (named ?? [context]).includes(context);
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
