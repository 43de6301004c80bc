import {
	type APIApplicationCommandBasicOption,
	type APIApplicationCommandOption,
	type APIInteractionDataResolved,
	ApplicationCommandOptionType,
} from "discord.js";
import { keepFile } from "../files.ts";
import { channelJson, memberFields, rolesJson } from "../guild-json.ts";
import type { PersonFile, PersonOption, Snowflake } from "../protocol.ts";
import { accountOf, channelOf, serverOf, userJson } from "../world.ts";
import { type Stage, type TurnedDown, turnDown } from "./deed.ts";

type Resolved = Readonly<
	Record<keyof APIInteractionDataResolved, Readonly<Record<string, object>>>
>;

/** Options as the bot gets them, and what their ids stand for. */
export interface FilledOptions {
	readonly kind: "options";
	readonly options: readonly object[];
	readonly resolved: Partial<Resolved>;
}

/** The options of a command that is run must be complete; while it is being typed they need not be. */
export type Filling = "whole" | "typing";

/** What a person filled in, checked against the command's options as Discord's own client checks it. */
export function fillOptions(
	stage: Stage,
	filled: readonly PersonOption[],
	against: { readonly known: readonly APIApplicationCommandOption[]; readonly filling: Filling },
): FilledOptions | TurnedDown {
	const { known, filling } = against;
	const missing = known.find(
		option => isRequired(option) && !filled.some(({ name }) => name === option.name),
	);
	if (filling === "whole" && missing !== undefined)
		return turnDown(`The option "${missing.name}" is required.`);
	const read = filled.map(option => oneOption(stage, option, against));
	const refused = read.find(one => one.kind === "turned-down");
	if (refused !== undefined) return refused;
	const done = read.flatMap(one => (one.kind === "options" ? [one] : []));
	return {
		kind: "options",
		options: done.flatMap(({ options }) => options),
		resolved: merged(done.map(({ resolved }) => resolved)),
	};
}

function isRequired(option: APIApplicationCommandOption): boolean {
	return "required" in option && option.required === true;
}

function merged(parts: readonly Partial<Resolved>[]): Partial<Resolved> {
	const all: Record<string, Record<string, object>> = {};
	for (const part of parts)
		for (const [kind, items] of Object.entries(part))
			all[kind] = Object.assign(all[kind] ?? {}, items);
	return all;
}

function oneOption(
	stage: Stage,
	option: PersonOption,
	{ known, filling }: Parameters<typeof fillOptions>[2],
): FilledOptions | TurnedDown {
	const { name, type } = option;
	const meant = known.find(one => one.name === name);
	if (meant === undefined) return turnDown(`The command has no option "${name}".`);
	if (meant.type !== type) return turnDown(`The option "${name}" is of type ${meant.type}.`);
	if (
		meant.type === ApplicationCommandOptionType.Subcommand ||
		meant.type === ApplicationCommandOptionType.SubcommandGroup
	) {
		const inside = fillOptions(stage, option.options ?? [], {
			known: meant.options ?? [],
			filling,
		});
		if (inside.kind === "turned-down") return inside;
		return { ...inside, options: [{ name, type, options: inside.options }] };
	}
	return leafOption(stage, option, { meant, filling });
}

function leafOption(
	stage: Stage,
	option: PersonOption,
	{
		meant,
		filling,
	}: { readonly meant: APIApplicationCommandBasicOption; readonly filling: Filling },
): FilledOptions | TurnedDown {
	const { name, type, focused } = option;
	const mark = focused === true ? { focused } : {};
	const problem = filling === "typing" ? null : problemWith(option, meant);
	if (problem !== null) return turnDown(`The option "${name}" ${problem}.`);
	if (option.file !== undefined) {
		const attachment = keepFile(stage.scene, uploadOf(option.file), stage.channel.id);
		const resolved = { attachments: { [attachment.id]: attachment } };
		return { kind: "options", options: [{ name, type, value: attachment.id }], resolved };
	}
	const resolved = resolve(stage, type, `${option.value}`);
	if (resolved === null) return turnDown(`The option "${name}" names nothing that is here.`);
	return { kind: "options", options: [{ name, type, value: option.value, ...mark }], resolved };
}

/** A person's file as one that came with a request. */
export function uploadOf({ name, content_type, base64 }: PersonFile) {
	const bytes = new Uint8Array(Buffer.from(base64, "base64"));
	return { index: "0", name, type: content_type, bytes };
}

const valueTypes: Readonly<Partial<Record<ApplicationCommandOptionType, string>>> = {
	[ApplicationCommandOptionType.Integer]: "number",
	[ApplicationCommandOptionType.Number]: "number",
	[ApplicationCommandOptionType.Boolean]: "boolean",
};

function problemWith(option: PersonOption, meant: APIApplicationCommandBasicOption): string | null {
	const { value, file } = option;
	if (meant.type === ApplicationCommandOptionType.Attachment)
		return file === undefined ? "needs a file" : null;
	const wanted = valueTypes[meant.type] ?? "string";
	if (typeof value !== wanted) return `needs a ${wanted}`;
	return boundsProblem(value, meant) ?? choiceProblem(value, meant);
}

function boundsProblem(
	value: PersonOption["value"],
	meant: APIApplicationCommandBasicOption,
): string | null {
	const fields: Readonly<Record<string, unknown>> = { ...meant };
	const limit = (name: string, otherwise: number) => {
		const given = fields[name];
		return typeof given === "number" ? given : otherwise;
	};
	if (typeof value === "string") {
		// Discord takes 6,000 characters where the command names no limit.
		const least = limit("min_length", 0);
		const most = limit("max_length", 6000);
		if (value.length < least) return `needs ${least} or more characters`;
		return value.length > most ? `takes ${most} characters at most` : null;
	}
	if (typeof value !== "number") return null;
	const least = limit("min_value", -Infinity);
	const most = limit("max_value", Infinity);
	return value < least || value > most ? `needs a number from ${least} to ${most}` : null;
}

function choiceProblem(
	value: PersonOption["value"],
	meant: APIApplicationCommandBasicOption,
): string | null {
	const choices = "choices" in meant ? (meant.choices ?? []) : [];
	if (choices.length === 0 || choices.some(choice => choice.value === value)) return null;
	return "takes one of its choices";
}

type Resolve = (stage: Stage, id: string) => Partial<Resolved> | null;

const resolvers: Readonly<Partial<Record<number, Resolve>>> = {
	[ApplicationCommandOptionType.User]: resolveUser,
	[ApplicationCommandOptionType.Channel]: resolveChannel,
	[ApplicationCommandOptionType.Role]: resolveRole,
	[ApplicationCommandOptionType.Mentionable]: (stage, id) =>
		resolveUser(stage, id) ?? resolveRole(stage, id),
};

/** What an option's id stands for; nothing for options that hold none, null when nothing has the id. */
function resolve(stage: Stage, type: number, id: string): Partial<Resolved> | null {
	const resolver = resolvers[type];
	return resolver === undefined ? {} : resolver(stage, id);
}

function resolveUser({ scene: { world }, channel }: Stage, id: string): Partial<Resolved> | null {
	const account = accountOf(world, id);
	if (account === null) return null;
	const users = { [id]: userJson(account) };
	const server = serverOf(world, channel);
	return server === null ? { users } : { users, members: { [id]: memberFields(server, account) } };
}

function resolveChannel({ scene: { world } }: Stage, id: string): Partial<Resolved> | null {
	const channel = channelOf(world, id as Snowflake);
	return channel === null ? null : { channels: { [id]: channelJson(world, channel) } };
}

function resolveRole({ scene: { world }, channel }: Stage, id: string): Partial<Resolved> | null {
	const server = serverOf(world, channel);
	const role = server && rolesJson(server).find(one => one.id === id);
	return role == null ? null : { roles: { [id]: role } };
}
