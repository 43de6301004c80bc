import { Client, Events, GatewayIntentBits, Partials } from "discord.js";
import { afterEach } from "vitest";
import {
	type Playground,
	type PlaygroundOptions,
	startPlayground,
} from "../../../src/shell/playground/playground.ts";

const ends: (() => unknown)[] = [];

afterEach(async () => {
	for (const end of ends.splice(0).reverse()) await end();
});

/** A playground that is closed after the test. */
export async function openPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
	const started = await startPlayground(options);
	if (started.kind === "not-started") throw new Error(started.message);
	ends.push(started.close);
	return started;
}

/** A discord.js client that is logged in to a playground until the test ends. */
export async function logIn(
	playground: Playground,
	prepare: (client: Client<true>) => void = () => {},
): Promise<Client<true>> {
	const client = new Client({
		intents: [
			GatewayIntentBits.Guilds,
			GatewayIntentBits.GuildMessages,
			GatewayIntentBits.DirectMessages,
		],
		partials: [Partials.Channel],
		rest: { api: playground.api },
		ws: {
			// The usual one lets a shard identify once in five seconds.
			buildIdentifyThrottler: () => Promise.resolve({ waitForIdentify: () => Promise.resolve() }),
		},
	});
	ends.push(() => client.destroy());
	const ready = new Promise<Client<true>>(resolve => client.once(Events.ClientReady, resolve));
	// discord.js throws what no listener catches; a refusal shows in the playground's record.
	client.on(Events.Error, () => {});
	prepare(client as Client<true>);
	await client.login(playground.token);
	return ready;
}

/** What a request to the API was answered with. */
export interface RestAnswer {
	readonly status: number;
	readonly body: Record<string, unknown>;
	readonly headers: Headers;
}

/** Asks the API as the bot, without discord.js in between. */
export async function ask(
	{ api, token }: Playground,
	method: string,
	path: string,
	body?: unknown,
): Promise<RestAnswer> {
	const response = await fetch(`${api}/v10${path}`, {
		method,
		headers: { Authorization: `Bot ${token}`, "Content-Type": "application/json" },
		...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
	});
	const text = await response.text();
	const { status, headers } = response;
	return { status, headers, body: text === "" ? {} : JSON.parse(text) };
}

/** The id of the text channel that most tests speak in. */
export function newsroom({ channels }: Playground) {
	const id = channels.text["newsroom"];
	if (id === undefined) throw new Error("there is no newsroom");
	return id;
}
