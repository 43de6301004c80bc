import { type APIApplicationCommandOption, ApplicationCommandOptionType } from "discord.js";
import type { PersonFile, PersonOption } from "../protocol.ts";

/** What a person fills into an option. */
export type Filled = string | number | boolean | PersonFile;

/** A command as a person types it. */
export interface TypedCommand {
	readonly name: string;
	readonly values: Readonly<Record<string, Filled>>;
	readonly focused: string | undefined;
}

/** The name and the options of a command as a client sends them, its subcommands by their names. */
export function typedOptions(
	commands: readonly { readonly name: string; readonly options?: APIApplicationCommandOption[] }[],
	{ name, values, focused }: TypedCommand,
): { readonly name: string; readonly options: readonly PersonOption[] } {
	const [first = "", ...path] = name.split(" ");
	const command = commands.find(one => one.name === first);
	return { name: first, options: nested(command?.options ?? [], path) };

	function nested(
		known: readonly APIApplicationCommandOption[],
		inside: readonly string[],
	): readonly PersonOption[] {
		const [next, ...deeper] = inside;
		if (next === undefined)
			return Object.entries(values).map(([key, value]) => filled(known, key, value));
		const sub = known.find(one => one.name === next);
		const options = sub !== undefined && "options" in sub ? (sub.options ?? []) : [];
		const type = sub?.type ?? ApplicationCommandOptionType.Subcommand;
		return [{ name: next, type, options: nested(options, deeper) }];
	}

	function filled(
		known: readonly APIApplicationCommandOption[],
		key: string,
		value: Filled,
	): PersonOption {
		const type = known.find(one => one.name === key)?.type ?? ApplicationCommandOptionType.String;
		const mark = key === focused ? { focused: true } : {};
		return typeof value === "object"
			? { name: key, type, file: value }
			: { name: key, type, value, ...mark };
	}
}
