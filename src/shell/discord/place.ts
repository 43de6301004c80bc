import { type APIInteraction, ApplicationIntegrationType } from "discord.js";

/** Where something is asked, which decides whose stories and records are seen. */
export interface Place {
	/**
	 * The server, if Presscheck was added to it. Null in direct messages, in private channels, and in
	 * servers where only the asker brought it along: there the installation's stories are seen, and nothing
	 * is kept.
	 */
	readonly server: string | null;
	readonly channel: string;
}

/** Where an interaction was started. */
export function placeOf({
	guild_id,
	channel,
	authorizing_integration_owners: owners,
}: APIInteraction): Place {
	const isAdded =
		guild_id !== undefined && owners[ApplicationIntegrationType.GuildInstall] === guild_id;
	return { server: isAdded ? guild_id : null, channel: channel?.id ?? "" };
}

/** The id of whoever started an interaction. */
export function askerOf({ member, user }: Pick<APIInteraction, "member" | "user">): string {
	return (member?.user ?? user)?.id ?? "";
}
