import {
	type APIChannel,
	type APIGuild,
	type APIGuildMember,
	type APIRole,
	type ChannelFlags,
	ChannelType,
	GuildMemberFlags,
	type RoleFlags,
} from "discord.js";
import { rolePermissions } from "./permissions.ts";
import { type Account, accountOf, type Channel, userJson, type World } from "./world.ts";

const joined = "2024-01-01T00:00:00.000Z";

/** Somebody's membership of the server, without the user. */
export function memberFields(world: World, account: Account): Omit<APIGuildMember, "user"> {
	return {
		nick: null,
		avatar: null,
		banner: null,
		roles: [
			...(account.role === "moderator" ? [world.guild.moderators] : []),
			...(world.givenRoles.get(account.id) ?? []),
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

/** Somebody as a member of the server. */
export function memberJson(world: World, account: Account): APIGuildMember {
	return { ...memberFields(world, account), user: userJson(account) };
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

/** The roles of the server: everybody's, and the moderators'. */
export function rolesJson(world: World): APIRole[] {
	const moderators = role(world.guild.moderators, "Moderators", rolePermissions.moderator);
	return [
		role(world.guild.id, "@everyone", rolePermissions.member),
		{ ...moderators, position: 1, hoist: true },
	];
}

/** A channel as Discord shows it. */
export function channelJson(world: World, channel: Channel): APIChannel {
	const { id } = channel;
	if (channel.kind === "dm") {
		const person = accountOf(world, channel.person);
		const recipients = person === null ? [] : [userJson(person)];
		const flags = 0 as ChannelFlags;
		return { id, type: ChannelType.DM, name: null, recipients, last_message_id: null, flags };
	}
	return {
		id,
		type: ChannelType.GuildText,
		guild_id: world.guild.id,
		name: channel.name,
		topic: channel.topic,
		position: channel.position,
		permission_overwrites: [],
		parent_id: null,
		nsfw: false,
		rate_limit_per_user: 0,
		last_message_id: null,
		flags: 0 as ChannelFlags,
	};
}

/** The channels of the server. */
export function guildChannels(world: World): readonly Channel[] {
	return [...world.channels.values()].filter(({ kind }) => kind === "text");
}

/** The server as GET /guilds/ID gives it. */
export function guildJson(world: World): APIGuild {
	const { id, name } = world.guild;
	const owner = world.people[0]?.id ?? world.bot.id;
	return {
		id,
		name,
		...emptyGuild,
		owner_id: owner,
		roles: rolesJson(world),
	} as unknown as APIGuild;
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

/** The server as the GUILD_CREATE event gives it, with its channels and members. */
export function guildCreateJson(world: World): object {
	const accounts = [...world.people, world.bot];
	return {
		...guildJson(world),
		joined_at: joined,
		large: false,
		unavailable: false,
		member_count: accounts.length,
		members: [memberJson(world, world.bot)],
		channels: guildChannels(world).map(channel => channelJson(world, channel)),
		threads: [],
		voice_states: [],
		presences: [],
		stage_instances: [],
		guild_scheduled_events: [],
		soundboard_sounds: [],
	};
}
