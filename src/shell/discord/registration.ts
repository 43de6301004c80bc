import { isDeepStrictEqual } from "node:util";
import {
	ApplicationCommandOptionType,
	ApplicationCommandType,
	ApplicationIntegrationType,
	InteractionContextType,
	PermissionFlagsBits,
	type REST,
	Routes,
} from "discord.js";
import type { Command, Option } from "../../../commands/command.ts";
import { GROUPS } from "../../../commands/index.ts";

/** The option by which a member says who sees the reply; every slash command takes it. */
export const SHOW_OPTION = "show";
/** Who may see a reply: what a member chooses from. */
export const VISIBILITIES = ["channel", "only me"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/**
 * Who sees a command's reply unless the asker says otherwise: what moderators do, and what asks before
 * it changes something, is the asker's alone.
 */
export function shownTo(command: Pick<Command, "access" | "options"> | undefined): Visibility {
	const isQuiet =
		command?.access === "moderators" || command?.options.some(({ kind }) => kind === "yes");
	return isQuiet === true ? "only me" : "channel";
}

/** Where commands are registered: for one application, in one server or everywhere (null). */
export interface Scope {
	readonly applicationId: string;
	readonly guild: string | null;
}

/** A command as Discord's API takes it, and gives it back with more fields. */
export interface CommandBody {
	readonly type: ApplicationCommandType;
	readonly name: string;
	readonly description?: string;
	readonly options?: readonly OptionBody[];
	readonly default_member_permissions?: string | null;
	readonly contexts?: readonly InteractionContextType[] | null;
	readonly integration_types?: readonly ApplicationIntegrationType[];
}

interface OptionBody {
	readonly type: ApplicationCommandOptionType;
	readonly name: string;
	readonly description: string;
	readonly required?: boolean;
	readonly autocomplete?: boolean;
	readonly max_length?: number;
	readonly choices?: readonly { readonly name: string; readonly value: string }[];
	/** Of a subcommand. */
	readonly options?: readonly OptionBody[];
}

/** What decides where commands are offered, and to whom. */
export interface Told {
	/** The server for which they are registered; null for everywhere. */
	readonly guild: string | null;
	/** Roles whose members may moderate. Discord hides commands by permissions alone, so it then hides none. */
	readonly roles: readonly string[];
}

/**
 * What Discord is told of the commands: one slash command each, and the entries of message menus.
 * Registered everywhere they can be used in servers, in direct messages and by those who installed
 * the bot for themselves; those of moderators only where the bot was added to the server.
 */
export function commandBodies(commands: readonly Command[], told: Told): readonly CommandBody[] {
	const single = commands.filter(({ name }) => !name.includes(" "));
	const bodies = single.flatMap(command => {
		const shared = { ...permissionsOf(command, told), ...placesOf(command, told) };
		const slash = { ...slashBody(command), ...shared };
		if (command.messageMenu === null) return [slash];
		const { name } = command.messageMenu;
		return [slash, { type: ApplicationCommandType.Message, name, ...shared }];
	});
	return [...bodies, ...groupBodies(commands, told)];
}

/** Commands of two words: those that share the first are one to Discord, each a subcommand of it. */
function groupBodies(commands: readonly Command[], told: Told): readonly CommandBody[] {
	const paired = commands.filter(({ name }) => name.includes(" "));
	const names = [...new Set(paired.map(({ name }) => firstWord(name)))];
	return names.flatMap(name => {
		const group = paired.filter(command => firstWord(command.name) === name);
		const [first] = group;
		if (first === undefined) return [];
		return [
			{
				type: ApplicationCommandType.ChatInput,
				name,
				description: GROUPS[name] ?? name,
				options: group.map(subcommandBody),
				...permissionsOf(first, told),
				...placesOf(first, told),
			},
		];
	});
}

function firstWord(name: string): string {
	return name.split(" ")[0] ?? name;
}

function subcommandBody(command: Command): OptionBody {
	return {
		type: ApplicationCommandOptionType.Subcommand,
		name: command.name.split(" ")[1] ?? command.name,
		description: command.description,
		options: optionBodies(command),
	};
}

/**
 * Registers the commands if Discord has others than these, and says whether it did: Discord allows
 * few registrations a day.
 */
export async function register(
	rest: REST,
	scope: Scope,
	bodies: readonly CommandBody[],
): Promise<"registered" | "unchanged"> {
	const { applicationId, guild } = scope;
	const route =
		guild === null
			? Routes.applicationCommands(applicationId)
			: Routes.applicationGuildCommands(applicationId, guild);
	const registered = (await rest.get(route)) as readonly CommandBody[];
	if (areSame(registered, bodies)) return "unchanged";
	await rest.put(route, { body: bodies });
	return "registered";
}

function slashBody(command: Command): CommandBody {
	return {
		type: ApplicationCommandType.ChatInput,
		name: command.name,
		description: command.description,
		options: optionBodies(command),
	};
}

function optionBodies(command: Command): readonly OptionBody[] {
	const { options } = command;
	const shown = options.filter(({ kind }) => kind === "text" || kind === "file");
	// Discord asks for required options first.
	const sorted = shown.toSorted((a, b) => Number(b.required) - Number(a.required));
	return [...sorted.map(optionBody), showBody(command)];
}

function optionBody(option: Option): OptionBody {
	const { name, description, required, maxLength, completes, choices } = option;
	if (option.kind === "file") {
		return { type: ApplicationCommandOptionType.Attachment, name, description, required };
	}
	const shared = { type: ApplicationCommandOptionType.String, name, description, required };
	if (choices !== undefined) return { ...shared, choices: choicesOf(choices) };
	return {
		...shared,
		max_length: maxLength,
		autocomplete: completes,
	};
}

function showBody(command: Command): OptionBody {
	const usually = shownTo(command) === "channel" ? "the channel" : "only you";
	return {
		type: ApplicationCommandOptionType.String,
		name: SHOW_OPTION,
		description: `Who sees the reply; ${usually}, unless you choose otherwise`,
		required: false,
		choices: choicesOf(VISIBILITIES),
	};
}

function choicesOf(names: readonly string[]): readonly { name: string; value: string }[] {
	return names.map(name => ({ name, value: name }));
}

function permissionsOf(
	{ access }: Command,
	{ roles }: Told,
): Pick<CommandBody, "default_member_permissions"> {
	const isHidden = access === "moderators" && roles.length === 0;
	return {
		default_member_permissions: isHidden ? String(PermissionFlagsBits.ManageGuild) : null,
	};
}

function placesOf(command: Command, { guild }: Told): Partial<CommandBody> {
	if (guild !== null) return {};
	if (command.access === "moderators") {
		return {
			contexts: [InteractionContextType.Guild],
			integration_types: [ApplicationIntegrationType.GuildInstall],
		};
	}
	return {
		contexts: [
			InteractionContextType.Guild,
			InteractionContextType.BotDM,
			InteractionContextType.PrivateChannel,
		],
		integration_types: [
			ApplicationIntegrationType.GuildInstall,
			ApplicationIntegrationType.UserInstall,
		],
	};
}

function areSame(registered: readonly CommandBody[], bodies: readonly CommandBody[]): boolean {
	return isDeepStrictEqual(essenceOf(registered), essenceOf(bodies));
}

/** The fields that we set, in a form that compares: Discord sends more, and leaves out what is false. */
function essenceOf(commands: readonly CommandBody[]): readonly unknown[] {
	const sorted = commands.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
	return sorted.map(command => ({
		name: nameOf(command),
		description: command.description ?? "",
		permissions: command.default_member_permissions ?? null,
		contexts: command.contexts?.toSorted() ?? null,
		installs: command.contexts == null ? null : (command.integration_types?.toSorted() ?? null),
		options: command.options?.map(optionEssence) ?? [],
	}));
}

function nameOf({ type, name }: CommandBody): string {
	return `${type}/${name}`;
}

function optionEssence(option: OptionBody): unknown {
	return {
		type: option.type,
		name: option.name,
		description: option.description,
		required: option.required ?? false,
		completes: option.autocomplete ?? false,
		maxLength: option.max_length ?? null,
		choices: option.choices?.map(({ name, value }) => ({ name, value })) ?? [],
		options: option.options?.map(optionEssence) ?? [],
	};
}
