import {
	ApplicationCommandOptionType,
	ApplicationCommandType,
	type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { Objection } from "../refusal.ts";
import { repeated } from "./component-tree.ts";

type Command = RESTPostAPIApplicationCommandsJSONBody;
type Path = Objection["path"];

/** An option at any depth as a request may hold it. */
interface RequestedOption {
	readonly type: ApplicationCommandOptionType;
	readonly name: string;
	readonly description: string;
	readonly required?: boolean | null;
	readonly autocomplete?: boolean | null;
	readonly choices?: readonly { readonly name: string; readonly value: string | number }[] | null;
	readonly options?: readonly RequestedOption[] | null;
	readonly min_length?: number | null;
	readonly max_length?: number | null;
	readonly min_value?: number | null;
	readonly max_value?: number | null;
}

interface PlacedOption {
	readonly option: RequestedOption;
	readonly path: Path;
}

/*
 * What the published description lets through about commands:
 * https://docs.discord.com/developers/interactions/application-commands
 */

/** The most of each type in one scope. */
const mostOfType: readonly (readonly [ApplicationCommandType, number])[] = [
	[ApplicationCommandType.ChatInput, 100],
	[ApplicationCommandType.User, 15],
	[ApplicationCommandType.Message, 15],
];

/** Whether a scope would hold more commands of a type than Discord allows. */
export function tooManyCommands(commands: readonly Pick<Command, "type">[]): boolean {
	return mostOfType.some(
		([type, most]) => commands.filter(one => typeOf(one) === type).length > most,
	);
}

/** The type of a command, which may be left out of a slash command. */
export function typeOf(command: Pick<Command, "type">): ApplicationCommandType {
	return command.type ?? ApplicationCommandType.ChatInput;
}

/** An objection to each command of a list that has the name and type of one before it. */
export function duplicateObjections(commands: readonly Command[]): readonly Objection[] {
	return repeated(
		commands.map((one, index) => ({
			value: `${typeOf(one)} ${one.name}`,
			path: [index, "name"],
		})),
		{
			code: "APPLICATION_COMMANDS_DUPLICATE_NAME",
			message: "Application command names must be unique",
		},
	);
}

/** Everything in a command that Discord refuses although its description of the API does not say so. */
export function commandObjections(command: Command): readonly Objection[] {
	const options = (("options" in command ? command.options : null) ??
		[]) as readonly RequestedOption[];
	return [
		...(typeOf(command) === ApplicationCommandType.ChatInput
			? slashObjections(command)
			: menuObjections(command, options)),
		...listObjections(options, ["options"]),
		...placedOptions(options, ["options"]).flatMap(optionObjections),
		...sizeObjections(command, options),
	];
}

// The expression that Discord publishes for names, without the upper case letters that it refuses.
const slashName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

function nameObjections(name: string, path: Path): readonly Objection[] {
	if (slashName.test(name) && name === name.toLowerCase()) return [];
	return [
		{
			path: [...path, "name"],
			code: "APPLICATION_COMMAND_INVALID_NAME",
			message: "Command name is invalid",
		},
	];
}

function slashObjections(command: Command): readonly Objection[] {
	const described = "description" in command && command.description;
	const message = "This field is required";
	const missing = { path: ["description"], code: "BASE_TYPE_REQUIRED", message };
	return [...nameObjections(command.name, []), ...(described ? [] : [missing])];
}

function menuObjections(
	command: Command,
	options: readonly RequestedOption[],
): readonly Objection[] {
	const described = "description" in command && command.description;
	const cannot = (field: string): Objection => ({
		path: [field],
		code: `APPLICATION_COMMAND_CONTEXT_MENU_${field.toUpperCase()}_NOT_ALLOWED`,
		message: `Context menu commands cannot have a ${field}`,
	});
	return [
		...(described ? [cannot("description")] : []),
		...(options.length > 0 ? [cannot("options")] : []),
	];
}

function placedOptions(options: readonly RequestedOption[], under: Path): readonly PlacedOption[] {
	return options.flatMap((option, index) => [
		{ option, path: [...under, index] },
		...placedOptions(option.options ?? [], [...under, index, "options"]),
	]);
}

function isNested({ type }: RequestedOption): boolean {
	return (
		type === ApplicationCommandOptionType.Subcommand ||
		type === ApplicationCommandOptionType.SubcommandGroup
	);
}

/** Objections to the options of one level together: their order, their names, what stands beside what. */
function listObjections(options: readonly RequestedOption[], path: Path): readonly Objection[] {
	const firstOptional = options.findIndex(option => !option.required && !isNested(option));
	const late = options.flatMap((option, index) =>
		option.required && firstOptional >= 0 && index > firstOptional
			? [
					{
						path: [...path, index],
						code: "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
						message: "Required options must be placed before non-required options",
					},
				]
			: [],
	);
	const mixed = options.some(isNested) && !options.every(isNested);
	const mixture = {
		path,
		code: "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
		message: "Sub-command and sub-command group option types are mutually exclusive to all others",
	};
	const names = options.map((option, index) => ({
		value: option.name,
		path: [...path, index, "name"],
	}));
	return [
		...late,
		...(mixed ? [mixture] : []),
		...repeated(names, {
			code: "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
			message: "Option name already exists",
		}),
	];
}

function optionObjections({ option, path }: PlacedOption): readonly Objection[] {
	return [
		...nameObjections(option.name, path),
		...listObjections(option.options ?? [], [...path, "options"]),
		...choiceObjections({ option, path }),
		...orderObjections({ option, path }),
	];
}

function choiceObjections({ option, path }: PlacedOption): readonly Objection[] {
	const choices = option.choices ?? [];
	const both = option.autocomplete === true && choices.length > 0;
	const exclusive = {
		path: [...path, "autocomplete"],
		code: "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE",
		message: "Autocomplete and choices are mutually exclusive",
	};
	const names = choices.map((choice, index) => ({
		value: choice.name,
		path: [...path, "choices", index, "name"],
	}));
	return [
		...(both ? [exclusive] : []),
		...repeated(names, {
			code: "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS",
			message: "Choice name already exists",
		}),
	];
}

const ends = [
	["min_length", "max_length"],
	["min_value", "max_value"],
] as const;

function orderObjections({ option, path }: PlacedOption): readonly Objection[] {
	return ends
		.filter(([least, most]) => (option[least] ?? -Infinity) > (option[most] ?? Infinity))
		.map(([least]) => ({
			path: [...path, least],
			code: "NUMBER_TYPE_MAX",
			message: "The minimum is greater than the maximum",
		}));
}

function sizeObjections(
	command: Command,
	options: readonly RequestedOption[],
): readonly Objection[] {
	const description = "description" in command ? (command.description ?? "") : "";
	const inside = placedOptions(options, []).reduce((sum, { option }) => sum + sizeOf(option), 0);
	if (command.name.length + description.length + inside <= 8000) return [];
	const message = "Command exceeds maximum size (8000)";
	return [{ path: [], code: "APPLICATION_COMMAND_TOO_LARGE", message }];
}

function sizeOf(option: RequestedOption): number {
	const choices = (option.choices ?? []).map(({ name, value }) => name + value).join("");
	return option.name.length + option.description.length + choices.length;
}
