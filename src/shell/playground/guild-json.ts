import {
	type APIChannel,
	type APIGuild,
	type APIGuildMember,
	type APIRole,
	type APIUser,
	type ChannelFlags,
	ChannelType,
	GuildMemberFlags,
	type RoleFlags,
} from "discord.js";
import { rolePermissions } from "./permissions.ts";
import type { Snowflake } from "./protocol.ts";
import {
	type Account,
	accountOf,
	type Channel,
	type Guild,
	userJson,
	type World,
} from "./world.ts";

const joined = "2024-01-01T00:00:00.000Z";

/** Somebody's membership of a server, without the user. */
export function memberFields(guild: Guild, account: Account): Omit<APIGuildMember, "user"> {
	return {
		nick: null,
		avatar: null,
		banner: null,
		roles: [
			...(account.role === "moderator" ? [guild.moderators] : []),
			...(guild.givenRoles.get(account.id) ?? []),
		],
		joined_at: joined,
		premium_since: null,
		deaf: false,
		mute: false,
		flags: GuildMemberFlags.CompletedOnboarding,
		pending: false,
		communication_disabled_until: null,
	};
}

/** Somebody as a member of a server. */
export function memberJson(guild: Guild, account: Account): APIGuildMember {
	return { ...memberFields(guild, account), user: userJson(account) };
}

function role(id: string, name: string, permissions: bigint): APIRole {
	return {
		id,
		name,
		permissions: `${permissions}`,
		color: 0,
		colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
		hoist: false,
		position: 0,
		managed: false,
		mentionable: false,
		flags: 0 as RoleFlags,
	};
}

/** The roles of a server: everybody's, the moderators', and those that somebody was given. */
export function rolesJson({ id, moderators, givenRoles }: Guild): APIRole[] {
	const given = [...new Set([...givenRoles.values()].flat())];
	return [
		role(id, "@everyone", rolePermissions.member),
		{ ...role(moderators, "Moderators", rolePermissions.moderator), position: 1, hoist: true },
		...given.map(one => role(one, "Given", 0n)),
	];
}

/** A channel as Discord shows it. */
export function channelJson(world: World, channel: Channel): APIChannel {
	const { id } = channel;
	const flags = 0 as ChannelFlags;
	if (channel.kind === "dm") {
		const recipients = usersOf(world, [channel.person]);
		return { id, type: ChannelType.DM, name: null, recipients, last_message_id: null, flags };
	}
	if (channel.kind === "private") {
		const recipients = usersOf(world, channel.people);
		return { id, type: ChannelType.GroupDM, name: null, recipients, last_message_id: null, flags };
	}
	return {
		id,
		type: ChannelType.GuildText,
		guild_id: channel.guild,
		name: channel.name,
		topic: channel.topic,
		position: channel.position,
		permission_overwrites: [],
		parent_id: null,
		nsfw: false,
		rate_limit_per_user: 0,
		last_message_id: null,
		flags,
	};
}

function usersOf(world: World, ids: readonly Snowflake[]): APIUser[] {
	return ids.flatMap(id => accountOf(world, id) ?? []).map(userJson);
}

/** The channels of a server. */
export function guildChannels(world: World, guild: Guild): readonly Channel[] {
	return [...world.channels.values()].filter(
		channel => channel.kind === "text" && channel.guild === guild.id,
	);
}

/** A server as GET /guilds/ID gives it. */
export function guildJson(guild: Guild): APIGuild {
	const { id, name, people } = guild;
	const roles = rolesJson(guild);
	return { id, name, ...emptyGuild, owner_id: people[0], roles } as unknown as APIGuild;
}

const emptyGuild = {
	icon: null,
	splash: null,
	discovery_splash: null,
	banner: null,
	description: null,
	vanity_url_code: null,
	afk_channel_id: null,
	system_channel_id: null,
	rules_channel_id: null,
	public_updates_channel_id: null,
	safety_alerts_channel_id: null,
	application_id: null,
	afk_timeout: 300,
	verification_level: 0,
	default_message_notifications: 1,
	explicit_content_filter: 0,
	mfa_level: 0,
	nsfw_level: 0,
	premium_tier: 0,
	premium_subscription_count: 0,
	premium_progress_bar_enabled: false,
	system_channel_flags: 0,
	preferred_locale: "en-US",
	features: [],
	emojis: [],
	stickers: [],
};

/** A server as the GUILD_CREATE event gives it, with its channels and members. */
export function guildCreateJson(world: World, guild: Guild): object {
	return {
		...guildJson(guild),
		joined_at: joined,
		large: false,
		unavailable: false,
		member_count: guild.people.length + 1,
		members: [memberJson(guild, world.bot)],
		channels: guildChannels(world, guild).map(channel => channelJson(world, channel)),
		threads: [],
		voice_states: [],
		presences: [],
		stage_instances: [],
		guild_scheduled_events: [],
		soundboard_sounds: [],
	};
}
