import {
	type APIApplicationCommandOption,
	ApplicationCommandOptionType,
	ApplicationCommandType,
	InteractionType,
	MessageType,
} from "discord.js";
import { findMessage } from "../messages.ts";
import { commandsFor } from "../permissions.ts";
import type { PersonInteraction, PersonOption } from "../protocol.ts";
import type { KeptCommand } from "../world.ts";
import { type Done, type Stage, type TurnedDown, turnDown } from "./deed.ts";
import { fillOptions } from "./filled-options.ts";

const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;

type Told<Kind extends PersonInteraction["kind"]> = Extract<PersonInteraction, { kind: Kind }>;

/** A command that this person is offered here. */
function offered(
	{ scene, account, channel }: Stage,
	told: { readonly name: string; readonly id?: string },
	type: ApplicationCommandType,
): KeptCommand | TurnedDown {
	const found = commandsFor(scene.world, account, [channel]).find(
		({ command }) =>
			command.type === type &&
			(told.id === undefined ? command.name === told.name : command.id === told.id),
	);
	return found ?? turnDown(`You have no command "${told.name}" here.`);
}

/** A slash command that is run, or that is being typed. */
export function commandDeed(
	stage: Stage,
	told: Told<"command" | "autocomplete">,
): Done | TurnedDown {
	const kept = offered(stage, told, ApplicationCommandType.ChatInput);
	if ("kind" in kept) return kept;
	const { command } = kept;
	const typing = told.kind === "autocomplete";
	const known = command.options ?? [];
	const filled = fillOptions(stage, told.options, { known, filling: typing ? "typing" : "whole" });
	if (filled.kind === "turned-down") return filled;
	const focused = typing ? completed(told.options, known) : null;
	if (typing && focused === null) return turnDown("No option that completes is being typed.");
	return {
		kind: "deed",
		deed: {
			account: stage.account,
			channel: stage.channel,
			type: typing
				? InteractionType.ApplicationCommandAutocomplete
				: InteractionType.ApplicationCommand,
			answerType: MessageType.ChatInputCommand,
			completes: focused,
			message: null,
			data: { ...named(kept), options: filled.options, ...resolvedIn(filled.resolved) },
			metadata: { name: fullName(command.name, told.options), command_type: command.type },
		},
	};
}

/** A command's name with those of its group and subcommand, as messages that answer it are marked. */
function fullName(name: string, [first]: readonly PersonOption[]): string {
	const isInside = first?.type === Subcommand || first?.type === SubcommandGroup;
	return isInside ? `${name} ${fullName(first.name, first.options ?? [])}` : name;
}

function named({ command, guild }: KeptCommand): object {
	const { id, name, type } = command;
	return { id, name, type, ...(guild === null ? {} : { guild_id: guild }) };
}

function resolvedIn(resolved: object): object {
	return Object.keys(resolved).length === 0 ? {} : { resolved };
}

/** The type of the focused option, at any depth, if the command completes it. */
function completed(
	filled: readonly PersonOption[],
	known: readonly APIApplicationCommandOption[],
): ApplicationCommandOptionType | null {
	for (const option of filled) {
		const meant = known.find(({ name }) => name === option.name);
		const type = option.focused === true ? completing(meant) : insideOf(option, meant);
		if (type !== null) return type;
	}
	return null;
}

type Meant = APIApplicationCommandOption | undefined;

function completing(meant: Meant): ApplicationCommandOptionType | null {
	return meant !== undefined && "autocomplete" in meant && meant.autocomplete === true
		? meant.type
		: null;
}

function insideOf(option: PersonOption, meant: Meant): ApplicationCommandOptionType | null {
	const inside = meant !== undefined && "options" in meant ? (meant.options ?? []) : [];
	return completed(option.options ?? [], inside);
}

/** An entry of a message's menu. */
export function messageCommandDeed(stage: Stage, told: Told<"message-command">): Done | TurnedDown {
	const { scene, account, channel } = stage;
	const kept = offered(stage, told, ApplicationCommandType.Message);
	if ("kind" in kept) return kept;
	const target = findMessage(scene, channel, { id: told.target, by: account.id });
	if (target === null) return turnDown("There is no such message here.");
	const { message } = target;
	return {
		kind: "deed",
		deed: {
			account,
			channel,
			type: InteractionType.ApplicationCommand,
			answerType: MessageType.ContextMenuCommand,
			completes: null,
			message: null,
			data: {
				...named(kept),
				target_id: message.id,
				resolved: { messages: { [message.id]: message } },
			},
			metadata: {
				name: kept.command.name,
				command_type: kept.command.type,
				target_message_id: message.id,
			},
		},
	};
}
