import {
	type APIInteraction,
	Client,
	Events,
	GatewayDispatchEvents,
	type GatewayGuildCreateDispatchData,
	type GatewayGuildDeleteDispatchData,
	GatewayIntentBits,
	type GatewayReadyDispatchData,
	Options,
	REST,
} from "discord.js";
import type { ServedChange } from "../moderation/job.ts";
import { announce } from "./announce.ts";
import type { Bot } from "./bot.ts";
import { createInFlight, type InFlight } from "./in-flight.ts";
import { handleInteraction } from "./interactions.ts";
import { type HeardMessage, handleMessage } from "./mentions.ts";
import { commandBodies, register } from "./registration.ts";
import { createResponder } from "./responder.ts";

/** Where the bot logs in, and as whom. */
export interface Account {
	readonly token: string;
	/** The address of Discord's API, without its version; null is Discord's own. */
	readonly api: string | null;
	/** The server whose commands are registered; null registers them everywhere. */
	readonly guild: string | null;
}

/** What answering takes besides Discord, and who hears when Discord is gone for good. */
export interface Connecting extends Omit<Bot, "responder"> {
	/** Discord will not have this bot any more: its token was reset, or it may not connect. */
	readonly lost: (code: number) => void;
}

/** A bot that is logged in and answers. */
export interface Connection {
	readonly applicationId: string;
	readonly registration: "registered" | "unchanged";
	/** Tells the channels that watch of a change that is served; not waited for. */
	readonly announce: (change: ServedChange) => void;
	/** Hears nothing new, finishes what is under way, and logs out. */
	readonly stop: () => Promise<void>;
}

/** How long a shutdown waits for replies that are under way, in milliseconds. */
const PATIENCE = 10_000;

/** More than any bot gets: interaction endpoints are not under the limit of 50 a second. */
const REQUESTS_A_SECOND = 10_000;

/**
 * Logs in to Discord, or to a server that speaks as Discord does, registers the commands where they
 * differ from those registered, and answers from then on. Rejects where that cannot be done.
 */
export async function connect(account: Account, connecting: Connecting): Promise<Connection> {
	const { commands, log } = connecting;
	const address = account.api === null ? {} : { api: account.api };
	const client = createClient(address);
	const channels = new REST({ ...address, version: "10" }).setToken(account.token);
	const interactions = new REST({
		...address,
		version: "10",
		globalRequestsPerSecond: REQUESTS_A_SECOND,
	});
	const inFlight = createInFlight();
	const stop = async () => {
		// The library takes its own goodbye for a lost socket, and would say so.
		for (const event of [Events.ShardReconnecting, Events.ShardDisconnect] as const) {
			client.removeAllListeners(event);
		}
		await client.destroy();
		if (!(await inFlight.settle(PATIENCE))) log.warn({}, "stopped before every reply was sent");
		for (const rest of [channels, interactions]) {
			rest.clearHandlerSweeper();
			rest.clearHashSweeper();
		}
	};
	const bot: Bot = { ...connecting, responder: createResponder(interactions, channels) };
	hear(client, bot, inFlight);
	noteConnection(client, connecting);
	try {
		const ready = once(client);
		await client.login(account.token);
		const applicationId = await ready;
		const { guild } = account;
		const bodies = commandBodies(commands.list, { guild, roles: connecting.roles });
		const scope = { applicationId, guild };
		return {
			applicationId,
			registration: await register(channels, scope, bodies),
			announce: change => inFlight.track(announce(bot, change)),
			stop,
		};
	} catch (error) {
		await stop();
		throw error;
	}
}

function createClient(address: { readonly api?: string }): Client {
	return new Client({
		rest: address,
		intents: [
			GatewayIntentBits.Guilds,
			GatewayIntentBits.GuildMessages,
			GatewayIntentBits.DirectMessages,
		],
		// Nothing is answered from memory of Discord, and no question is to stay in it.
		makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0 }),
	});
}

/** The application's id, once Discord has told it. */
function once(client: Client): Promise<string> {
	return new Promise(resolve => {
		client.ws.once(GatewayDispatchEvents.Ready, (ready: GatewayReadyDispatchData) => {
			resolve(ready.application.id);
		});
	});
}

// Heard as the gateway tells them: an interaction's JSON is all that answering needs, in direct
// messages too, where the library would first want their channels.
function hear(client: Client, bot: Bot, inFlight: InFlight): void {
	let self = "";
	let application = "";
	client.ws.on(GatewayDispatchEvents.Ready, (ready: GatewayReadyDispatchData) => {
		self = ready.user.id;
		application = ready.application.id;
		bot.meter.gateway("ready");
		inFlight.track(
			bot.upkeep.isIn(
				application,
				ready.guilds.map(({ id }) => id),
			),
		);
	});
	client.ws.on(
		GatewayDispatchEvents.GuildCreate,
		({ id: server }: GatewayGuildCreateDispatchData) => {
			inFlight.track(bot.upkeep.joined({ application, server }));
		},
	);
	client.ws.on(GatewayDispatchEvents.GuildDelete, (guild: GatewayGuildDeleteDispatchData) => {
		// An outage of Discord's tells of it too.
		if (guild.unavailable !== true)
			inFlight.track(bot.upkeep.left({ application, server: guild.id }));
	});
	client.ws.on(GatewayDispatchEvents.InteractionCreate, (interaction: APIInteraction) => {
		inFlight.track(handleInteraction(bot, interaction));
	});
	client.ws.on(GatewayDispatchEvents.MessageCreate, (message: HeardMessage) => {
		inFlight.track(handleMessage(bot, message, self));
	});
}

function noteConnection(client: Client, { log, meter, lost }: Connecting): void {
	client.on(Events.Error, error => log.warn({ error }, "the connection to Discord had a fault"));
	client.on(Events.ShardError, error => log.warn({ error }, "the gateway had a fault"));
	client.on(Events.ShardReconnecting, () => {
		log.info({}, "connecting to the gateway again");
		meter.gateway("reconnecting");
	});
	client.on(Events.ShardResume, () => {
		log.info({}, "resumed");
		meter.gateway("ready");
	});
	client.on(Events.ShardDisconnect, ({ code }) => {
		meter.gateway("lost");
		lost(code);
	});
}
