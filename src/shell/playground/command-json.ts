import {
	type APIApplicationCommand,
	ApplicationCommandType,
	ApplicationIntegrationType,
	type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import { typeOf } from "./limits/command-limits.ts";
import type { Snowflake } from "./protocol.ts";
import type { KeptCommand } from "./world.ts";

/** What a command gets when it is registered. */
export interface Registration {
	readonly id: Snowflake;
	readonly version: Snowflake;
	readonly applicationId: Snowflake;
	/** The server that it is registered in; null for everywhere. */
	readonly guild: Snowflake | null;
}

/** A command as Discord gives it back, with its defaults filled in. */
export function commandJson(
	command: RESTPostAPIApplicationCommandsJSONBody,
	{ id, version, applicationId, guild }: Registration,
): KeptCommand {
	const type = typeOf(command);
	const slash = type === ApplicationCommandType.ChatInput;
	const fields: Readonly<Record<string, unknown>> = { ...command };
	const options = fields["options"] as readonly object[] | undefined | null;
	const permissions = command.default_member_permissions;
	const everywhere = {
		contexts: command.contexts ?? null,
		integration_types: command.integration_types ?? [ApplicationIntegrationType.GuildInstall],
		dm_permission: command.dm_permission ?? true,
	};
	const kept = {
		id,
		application_id: applicationId,
		version,
		type,
		name: command.name,
		name_localizations: command.name_localizations ?? null,
		description: slash ? fields["description"] : "",
		description_localizations: fields["description_localizations"] ?? null,
		default_member_permissions: permissions == null ? null : `${permissions}`,
		nsfw: false,
		...(options == null || options.length === 0 ? {} : { options: options.map(optionJson) }),
		...(guild === null ? everywhere : { guild_id: guild }),
	};
	return { command: kept as APIApplicationCommand, guild };
}

/** An option without what is false or empty, which Discord leaves out too. */
function optionJson(option: object): object {
	const said = Object.entries(option).filter(
		([, value]) =>
			value != null && value !== false && !(Array.isArray(value) && value.length === 0),
	);
	return Object.fromEntries(
		said.map(([key, value]) => [key, key === "options" ? value.map(optionJson) : value]),
	);
}
