import {
	type APIApplicationCommandInteractionDataOption,
	type APIInteractionDataResolved,
	ApplicationCommandOptionType,
	type InteractionType,
} from "discord.js";
import type { Values } from "../../../commands/command.ts";

type Options = readonly APIApplicationCommandInteractionDataOption<
	InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete
>[];

interface Data {
	readonly name: string;
	readonly options?: Options | undefined;
	readonly resolved?: APIInteractionDataResolved | undefined;
}

/** A slash command as a member filled it in. */
export interface FilledIn {
	/** Of two words for a subcommand: "article add". */
	readonly name: string;
	/** By option; of an attachment, the address where Discord keeps it. */
	readonly values: Values;
	/** The option that is being typed; null where none is. */
	readonly focused: string | null;
}

/** What a member filled in, a subcommand's options in its place. */
export function filledIn({ name, options = [], resolved }: Data): FilledIn {
	const [first] = options;
	if (first?.type === ApplicationCommandOptionType.Subcommand) {
		return filledIn({ name: `${name} ${first.name}`, options: first.options, resolved });
	}
	return { name, values: valuesOf(options, resolved), focused: focusedOf(options) };
}

function valuesOf(options: Options, resolved: Data["resolved"]): Values {
	const filled = options.flatMap(option => {
		if (option.type === ApplicationCommandOptionType.String) {
			return [[option.name, option.value] as const];
		}
		if (option.type !== ApplicationCommandOptionType.Attachment) return [];
		const attached = resolved?.attachments?.[option.value];
		return attached === undefined ? [] : [[option.name, attached.url] as const];
	});
	return Object.fromEntries(filled);
}

function focusedOf(options: Options): string | null {
	const typed = options.find(option => "focused" in option && option.focused === true);
	return typed?.name ?? null;
}
