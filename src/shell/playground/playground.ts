import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Changes, changesOf } from "./changes.ts";
import { type Clock, systemClock } from "./clock.ts";
import { createFaultBox, type Faults } from "./faults.ts";
import { createGateway, type Gateway } from "./gateway.ts";
import { guildChannels } from "./guild-json.ts";
import { createPeopleFeed } from "./people-feed.ts";
import { createHand, type Hand } from "./person/hand.ts";
import { createPersonSide, type PersonSide } from "./person/person.ts";
import type { Snowflake } from "./protocol.ts";
import { createRateLimits, type Rates, usualRates } from "./rate-limits.ts";
import type { RecordedRefusal } from "./rest/api.ts";
import type { Scene } from "./scene.ts";
import { createPlaygroundServer } from "./server.ts";
import { createSnowflakes } from "./snowflakes.ts";
import { createWorld, type Guild, type World } from "./world.ts";

/** How a playground is set up; everything may be left out. */
export interface PlaygroundOptions {
	/** 0, as when left out, takes any free port. */
	readonly port?: number;
	readonly clock?: Clock;
	/** So many random letters and digits, for tokens. */
	readonly randomText?: (length: number) => string;
	readonly rates?: Partial<Rates>;
}

/** A Discord on loopback, in memory. */
export interface Playground extends Changes {
	readonly kind: "playground";
	/** Where a person opens the page: "http://127.0.0.1:4747". */
	readonly address: string;
	/** For discord.js: `new Client({ rest: { api } })`. */
	readonly api: string;
	/** The bot's token. */
	readonly token: string;
	readonly applicationId: Snowflake;
	readonly botId: Snowflake;
	/** The server of which `people` and `channels` tell. */
	readonly guildId: Snowflake;
	readonly people: ServerIds["people"];
	readonly channels: ServerIds["channels"];
	/** Another server, with a moderator of its own; the member is in both. */
	readonly otherServer: ServerIds;
	/** What the page does over HTTP, called directly. */
	readonly side: PersonSide;
	/** A person in a channel, for tests. */
	readonly as: (user: Snowflake, channel: Snowflake) => Hand;
	/** Everything that the bot was refused so far, oldest first; injected faults aside. */
	readonly refusals: () => readonly RecordedRefusal[];
	readonly faults: Faults;
	/** Resolves when a bot is on the gateway and ready. */
	readonly whenReady: () => Promise<void>;
	readonly close: () => Promise<void>;
}

/** A server of the playground: the ids of what is in it. */
export interface ServerIds {
	readonly id: Snowflake;
	readonly people: { readonly moderator: Snowflake; readonly member: Snowflake };
	/** Its text channels by name, and each person's direct messages with the bot. */
	readonly channels: {
		readonly text: Readonly<Record<string, Snowflake>>;
		readonly direct: { readonly moderator: Snowflake; readonly member: Snowflake };
	};
}

/** Why no playground was started. */
export interface NotStarted {
	readonly kind: "not-started";
	readonly port: number;
	/** "EADDRINUSE" where something else listens on the port, "EACCES" where it may not be used. */
	readonly code: string;
	/** What to do, in a sentence. */
	readonly message: string;
}

/** Starts a Discord on 127.0.0.1, or says why it cannot. */
export async function startPlayground(
	options: PlaygroundOptions = {},
): Promise<Playground | NotStarted> {
	const place: Place = { address: "" };
	const assembly = assemble(options, place);
	const { server, gateway, scene, token, side, faults, refusals } = assembly;
	const failure = await listen(server, options.port ?? 0);
	if (failure !== null) return failure;
	const { port } = server.address() as AddressInfo;
	place.address = `http://127.0.0.1:${port}`;
	return {
		kind: "playground",
		address: place.address,
		api: `${place.address}/api`,
		token,
		...idsOf(scene.world),
		side,
		as: (user, channel) => createHand({ scene, side }, { user, channel }),
		...changesOf(scene),
		refusals: () => [...refusals],
		faults,
		whenReady: () => new Promise(resolve => gateway.whenReady(resolve)),
		close: () => close(server, gateway),
	};
}

/** Where the server is reached, once it listens. */
interface Place {
	address: string;
}

function assemble(options: PlaygroundOptions, place: Place) {
	const { clock = systemClock, randomText = systemRandomText } = options;
	const world = createWorld();
	const token = `playground.${randomText(40)}`;
	const refusals: RecordedRefusal[] = [];
	const record = (refusal: RecordedRefusal) => void refusals.push(refusal);
	const gateway = createGateway({
		world,
		token,
		clock,
		sessionId: () => randomText(32),
		address: () => place.address.replace(/^http/, "ws"),
		refused: (code, message) =>
			record({ method: "GATEWAY", path: "/", status: 0, code, message, errors: null }),
	});
	const scene: Scene = {
		world,
		clock,
		nextId: createSnowflakes(clock),
		randomText,
		gateway,
		feed: createPeopleFeed(),
		completing: new Map(),
		origin: () => place.address,
	};
	const { faults, draw } = createFaultBox(gateway);
	const passage = createRateLimits(clock, { ...usualRates, ...options.rates });
	const side = createPersonSide(scene);
	const api = { scene, token, passage, draw, record };
	const broken = (error: unknown, path: string) =>
		record({ method: "ERROR", path, status: 500, code: 0, message: `${error}`, errors: null });
	const server = createPlaygroundServer({ api, side, gateway, broken });
	return { server, gateway, scene, token, side, faults, refusals };
}

function systemRandomText(length: number): string {
	return randomBytes(length).toString("base64url").replace(/[-_]/g, "0").slice(0, length);
}

function idsOf(world: World) {
	const { applicationId, bot, guilds } = world;
	const { id: guildId, ...home } = serverIds(world, guilds[0]);
	const otherServer = serverIds(world, guilds[1]);
	return { applicationId, botId: bot.id, guildId, ...home, otherServer };
}

function serverIds(world: World, guild: Guild): ServerIds {
	const inside = world.people.filter(({ id }) => guild.people.includes(id));
	const moderator = inside.find(({ role }) => role === "moderator")?.id;
	const member = inside.find(({ role }) => role === "member")?.id;
	if (moderator === undefined || member === undefined) throw new Error("a server has no people");
	const direct = (person: Snowflake) =>
		[...world.channels.values()].find(one => one.kind === "dm" && one.person === person)?.id ??
		person;
	const text = guildChannels(world, guild).flatMap(one =>
		one.kind === "text" ? [[one.name, one.id] as const] : [],
	);
	return {
		id: guild.id,
		people: { moderator, member },
		channels: {
			text: Object.fromEntries(text),
			direct: { moderator: direct(moderator), member: direct(member) },
		},
	};
}

const remedies: Readonly<Record<string, string>> = {
	EADDRINUSE: "is in use; stop what listens there, or choose another port",
	EACCES: "may not be used by this user; choose one above 1023",
};

function listen(server: Server, port: number): Promise<NotStarted | null> {
	return new Promise((resolve, reject) => {
		server.once("error", (error: NodeJS.ErrnoException) => {
			const { code = "" } = error;
			const remedy = remedies[code];
			if (remedy === undefined) reject(error);
			else resolve({ kind: "not-started", port, code, message: `Port ${port} ${remedy}.` });
		});
		server.listen(port, "127.0.0.1", () => resolve(null));
	});
}

function close(server: Server, gateway: Gateway): Promise<void> {
	gateway.close();
	return new Promise(resolve => {
		server.close(() => resolve());
		// People's clients hold their events open for ever.
		server.closeAllConnections();
	});
}
