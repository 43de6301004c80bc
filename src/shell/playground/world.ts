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

export interface TextChannel {
	readonly kind: "text";
	readonly id: Snowflake;
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

export type Channel = TextChannel | DirectChannel;

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
	readonly guild: { readonly id: Snowflake; readonly name: string; readonly moderators: Snowflake };
	readonly applicationId: Snowflake;
	readonly bot: Account;
	/** Everybody but the bot. */
	readonly people: readonly Account[];
	readonly channels: ReadonlyMap<Snowflake, Channel>;
	/** People with every permission, whatever their role. */
	readonly administrators: Set<Snowflake>;
	/** Roles of the server that people were given, which carry no permissions by themselves. */
	readonly givenRoles: Map<Snowflake, readonly Snowflake[]>;
	/** People who have the bot by an install of their own, and meet it in the server by that alone. */
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

const texts = [
	["newsroom", "Ask Presscheck what the coverage says"],
	["fact-desk", "Sentences to check before they go out"],
	["moderation", "Keeping the corpus fresh"],
] as const;

/**
 * The world to begin with: one server with its channels, a moderator, a member, and the bot.
 *
 * @param founded when, in milliseconds since 1970: worlds of other times have other ids
 */
export function createWorld(founded = FOUNDED): World {
	const nextId = createSnowflakes({ now: () => founded });
	const guild = { id: nextId(), name: "Newsroom", moderators: nextId() };
	// Of applications of today the bot's user has the application's id.
	const applicationId = nextId();
	const bot = {
		id: applicationId,
		username: "presscheck",
		globalName: "Presscheck",
		role: "bot",
	} as const;
	const people: readonly Account[] = [
		{ id: nextId(), username: "mira", globalName: "Mira", role: "moderator" },
		{ id: nextId(), username: "joao", globalName: "João", role: "member" },
	];
	const channels: readonly Channel[] = [
		...texts.map(
			([name, topic], position): Channel => ({ kind: "text", id: nextId(), name, topic, position }),
		),
		...people.map((person): Channel => ({ kind: "dm", id: nextId(), person: person.id })),
	];
	return {
		guild,
		applicationId,
		bot,
		people,
		channels: new Map(channels.map(channel => [channel.id, channel])),
		administrators: new Set(),
		givenRoles: new Map(),
		userInstalls: new Set(),
		messages: new Map(channels.map(channel => [channel.id, new Map()])),
		commands: new Map(),
		creations: [],
		interactions: new Map(),
		files: new Map(),
	};
}

/** An account by id, the bot's included; null when nobody has that id. */
export function accountOf(world: World, id: string): Account | null {
	return [...world.people, world.bot].find(account => account.id === id) ?? null;
}

/** A channel by id as it came in a request; null when there is none. */
export function channelOf(world: World, id: string): Channel | null {
	return world.channels.get(id as Snowflake) ?? null;
}

/** Whether somebody is in a channel: everybody in the server's, one person and the bot in a direct one. */
export function isIn(channel: Channel, user: Snowflake, world: World): boolean {
	return channel.kind === "text" || user === channel.person || user === world.bot.id;
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
