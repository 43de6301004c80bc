import type { APIApplicationCommand, APIMessage, APIUser } from "discord.js";
import type { Interaction } from "./interaction.ts";
import type { PersonUser, Snowflake } from "./protocol.ts";
import { createSnowflakes } from "./snowflakes.ts";

/** Somebody with an account; the bot is one of them. */
export interface Account {
	readonly id: Snowflake;
	readonly username: string;
	readonly globalName: string;
	readonly role: PersonUser["role"];
}

/** A server. */
export interface Guild {
	readonly id: Snowflake;
	readonly name: string;
	/** The role of its moderators. */
	readonly moderators: Snowflake;
	/** Who is in it, the bot aside. */
	readonly people: readonly Snowflake[];
	/** Roles that people were given there, which carry no permissions by themselves. */
	readonly givenRoles: Map<Snowflake, readonly Snowflake[]>;
}

export interface TextChannel {
	readonly kind: "text";
	readonly id: Snowflake;
	/** The server that it is in. */
	readonly guild: Snowflake;
	readonly name: string;
	readonly topic: string;
	readonly position: number;
}

/** A person's talk with the bot. */
export interface DirectChannel {
	readonly kind: "dm";
	readonly id: Snowflake;
	readonly person: Snowflake;
}

/** A talk between people, which the bot is not in: some bring it along by an install of their own. */
export interface PrivateChannel {
	readonly kind: "private";
	readonly id: Snowflake;
	readonly people: readonly Snowflake[];
}

export type Channel = TextChannel | DirectChannel | PrivateChannel;

/** A message, and who may see it: null is everybody in the channel. */
export interface KeptMessage {
	readonly message: APIMessage;
	readonly onlyFor: Snowflake | null;
}

/** A file that was handed over, served again under its address. */
export interface KeptFile {
	readonly id: Snowflake;
	readonly name: string;
	readonly type: string;
	readonly bytes: Uint8Array;
}

/** A command as registered; `guild` is null when it is registered everywhere. */
export interface KeptCommand {
	readonly command: APIApplicationCommand;
	readonly guild: Snowflake | null;
}

/**
 * Everything that this Discord knows. The maps are its memory and change; records in them are
 * replaced and never written to.
 */
export interface World {
	/** The first is home: there a person begins, and most tests play. */
	readonly guilds: readonly [home: Guild, other: Guild];
	/** Servers that the bot was taken out of. */
	readonly withoutBot: Set<Snowflake>;
	readonly applicationId: Snowflake;
	readonly bot: Account;
	/** Everybody but the bot. */
	readonly people: readonly Account[];
	readonly channels: Map<Snowflake, Channel>;
	/** People with every permission, whatever their role. */
	readonly administrators: Set<Snowflake>;
	/** People who have the bot by an install of their own, and meet it everywhere by that alone. */
	readonly userInstalls: Set<Snowflake>;
	readonly messages: Map<Snowflake, Map<Snowflake, KeptMessage>>;
	readonly commands: Map<Snowflake, KeptCommand>;
	/** When commands were registered under a new name, and where. */
	readonly creations: { readonly guild: Snowflake | null; readonly at: number }[];
	readonly interactions: Map<Snowflake, Interaction>;
	readonly files: Map<Snowflake, KeptFile>;
}

/** Fixed, so that ids are the same at each start and a link to a channel leads there again. */
const FOUNDED = Date.UTC(2024, 0, 1);

/** Names and topics of channels. */
type Texts = readonly (readonly [name: string, topic: string])[];

const homeTexts: Texts = [
	["newsroom", "Ask Presscheck what the coverage says"],
	["fact-desk", "Sentences to check before they go out"],
	["moderation", "Keeping the corpus fresh"],
];

const otherTexts: Texts = [
	["late-shift", "What came in after eight"],
	["stories", "Keeping the stories of this server"],
];

/**
 * The world to begin with: a server with its channels, a moderator and a member; another that the same
 * member is in, with a moderator of its own; and the bot in both.
 */
export function createWorld(): World {
	const nextId = createSnowflakes({ now: () => FOUNDED });
	const ids = { id: nextId(), moderators: nextId() };
	// Of applications of today the bot's user has the application's id.
	const applicationId = nextId();
	const bot = {
		id: applicationId,
		username: "presscheck",
		globalName: "Presscheck",
		role: "bot",
	} as const;
	const mira: Account = { id: nextId(), username: "mira", globalName: "Mira", role: "moderator" };
	const joao: Account = { id: nextId(), username: "joao", globalName: "João", role: "member" };
	const textsOf = (guild: Snowflake, texts: Texts) => channelsOf({ guild, texts }, nextId);
	const direct = ({ id }: Account): Channel => ({ kind: "dm", id: nextId(), person: id });
	const home = newGuild({ ...ids, name: "Newsroom" }, [mira, joao]);
	const homeChannels = [...textsOf(home.id, homeTexts), ...[mira, joao].map(direct)];
	// Made last, so that the ids of home stay what they were.
	const lena: Account = { id: nextId(), username: "lena", globalName: "Lena", role: "moderator" };
	const other = newGuild({ id: nextId(), moderators: nextId(), name: "Night Desk" }, [lena, joao]);
	const channels = [...homeChannels, ...textsOf(other.id, otherTexts), direct(lena)];
	const people = [mira, joao, lena];
	return {
		guilds: [home, other],
		withoutBot: new Set(),
		applicationId,
		bot,
		people,
		channels: new Map(channels.map(channel => [channel.id, channel])),
		administrators: new Set(),
		userInstalls: new Set(),
		messages: new Map(channels.map(channel => [channel.id, new Map()])),
		commands: new Map(),
		creations: [],
		interactions: new Map(),
		files: new Map(),
	};
}

function channelsOf(
	{ guild, texts }: { readonly guild: Snowflake; readonly texts: Texts },
	nextId: () => Snowflake,
): readonly Channel[] {
	return texts.map(([name, topic], position) => {
		const kind = "text";
		return { kind, id: nextId(), guild, name, topic, position };
	});
}

function newGuild(
	named: Pick<Guild, "id" | "moderators" | "name">,
	members: readonly Account[],
): Guild {
	return { ...named, people: members.map(({ id }) => id), givenRoles: new Map() };
}

/** An account by id, the bot's included; null when nobody has that id. */
export function accountOf(world: World, id: string): Account | null {
	return [...world.people, world.bot].find(account => account.id === id) ?? null;
}

/** A channel by id as it came in a request; null when there is none. */
export function channelOf(world: World, id: string): Channel | null {
	return world.channels.get(id as Snowflake) ?? null;
}

/** The server that a channel is in; null for direct messages and private channels. */
export function serverOf(world: World, channel: Channel): Guild | null {
	if (channel.kind !== "text") return null;
	return world.guilds.find(({ id }) => id === channel.guild) ?? null;
}

/** The servers that somebody, or the bot, is in. */
export function serversOf({ guilds, withoutBot, bot }: World, user: Snowflake): readonly Guild[] {
	return guilds.filter(({ id, people }) =>
		user === bot.id ? !withoutBot.has(id) : people.includes(user),
	);
}

/** Whether somebody is in a channel: who is in its server, one person and the bot in a direct one. */
export function isIn(channel: Channel, user: Snowflake, world: World): boolean {
	if (channel.kind === "private") return channel.people.includes(user);
	if (channel.kind === "dm") return user === channel.person || user === world.bot.id;
	return serversOf(world, user).some(({ id }) => id === channel.guild);
}

/** An account as Discord shows it. */
export function userJson(account: Account): APIUser {
	return {
		id: account.id,
		username: account.username,
		discriminator: "0",
		global_name: account.globalName,
		avatar: null,
		bot: account.role === "bot",
	};
}
