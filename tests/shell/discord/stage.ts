import {
	type APIActionRowComponent,
	type APIButtonComponentWithCustomId,
	type APIMessage,
	type APIMessageTopLevelComponent,
	type APIStringSelectComponent,
	ComponentType,
	MessageFlags,
} from "discord.js";
import { expect, vi } from "vitest";
import { commands } from "../../../commands/index.ts";
import { complete, perform } from "../../../commands/perform.ts";
import type { LimitsConfig } from "../../../src/shell/config.ts";
import type { CorpusFiles } from "../../../src/shell/corpus-store.ts";
import type { Commands } from "../../../src/shell/discord/bot.ts";
import { type Connection, connect } from "../../../src/shell/discord/client.ts";
import { createLimits } from "../../../src/shell/discord/limits.ts";
import type { Library } from "../../../src/shell/library.ts";
import { NO_METER } from "../../../src/shell/metrics/meter.ts";
import { type Playground, startPlayground } from "../../../src/shell/playground/playground.ts";
import type {
	PersonEvent,
	PersonInteraction,
	PersonOption,
	Snowflake,
} from "../../../src/shell/playground/protocol.ts";
import { type House, openHouse } from "./bot-house.ts";

type Who = "member" | "moderator";

/** Where and as whom something is done; a member in #newsroom when left out. */
export interface Acting {
	readonly as?: Who;
	readonly direct?: boolean;
}

/** The bot in a playground, and what people do there. */
export interface Stage {
	readonly playground: Playground;
	readonly house: House;
	readonly library: Library;
	readonly connection: () => Connection;
	/** Ends the bot and logs a new one in, as a restart does. */
	readonly restart: (commands?: Commands) => Promise<void>;
	/** Lays other files where the corpus is read from. */
	readonly lay: (files: CorpusFiles) => void;
	/** All that was logged, a JSON line each. */
	readonly logged: () => readonly string[];
	/** Waits until something is logged. */
	readonly logs: (words: string) => Promise<void>;
	readonly run: (name: string, values: Values, acting?: Acting) => Promise<APIMessage>;
	readonly type: (name: string, option: string, typed: string) => Promise<readonly string[]>;
	readonly press: (message: APIMessage, label: string, acting?: Acting) => Promise<APIMessage>;
	readonly choose: (message: APIMessage, label: string, acting?: Acting) => Promise<APIMessage>;
	readonly menu: (name: string, target: APIMessage, acting?: Acting) => Promise<APIMessage>;
	readonly say: (content: string, acting?: Acting) => APIMessage;
	/** Says something, and waits for the bot's message. */
	readonly mention: (content: string, acting?: Acting) => Promise<APIMessage>;
	/** Waits for what people hear next that fits. */
	readonly hears: (fits: (event: PersonEvent) => boolean, as?: Who) => Promise<PersonEvent>;
	readonly close: () => Promise<void>;
}

type Values = Readonly<Record<string, string>>;

const PATIENCE = 15_000;

// Real sockets, on machines that may be busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

export const REAL: Commands = { list: commands, perform, complete };

/** What may be otherwise on a stage. */
export interface Told {
	readonly commands?: Commands;
	/** Hosts that pages are fetched from although they are on this machine. */
	readonly allowedHosts?: readonly string[];
	/** Whether the server keeps the installation's stories; so it does where left out. */
	readonly isKeeper?: boolean;
	/** Roles whose members may moderate. */
	readonly roles?: readonly string[];
	readonly limits?: LimitsConfig;
}

/** More than any test asks. */
const PLENTY: LimitsConfig = {
	questionsPerMinute: { member: 100_000, server: 100_000 },
	additionsPerHour: { member: 100_000, server: 100_000 },
};

/** Opens a playground with a bot that answers from these files. */
export async function openStage(files: CorpusFiles, given: Told = {}): Promise<Stage> {
	const playground = await startPlayground();
	if (playground.kind !== "playground") throw new Error(playground.message);
	const keeperServer = given.isKeeper === false ? null : playground.guildId;
	const { allowedHosts = [] } = given;
	const house = await openHouse(files, { allowedHosts, keeperServer, api: playground.api });
	const { library, moderation, log, lines, clock } = house;
	const start = (commands: Commands) =>
		connect(
			{ token: playground.token, api: playground.api, guild: null },
			{
				commands,
				library,
				log,
				clock,
				moderation,
				upkeep: moderation.upkeep,
				roles: given.roles ?? [],
				limits: createLimits(given.limits ?? PLENTY, clock),
				meter: NO_METER,
				lost: () => undefined,
			},
		);
	const told = given.commands ?? REAL;
	let connection = await start(told);
	house.hear(change => connection.announce(change));
	const { act, hears, placeOf } = actions(playground);
	const channelOf = (acting: Acting) => placeOf(acting).channel;
	return {
		playground,
		house,
		library,
		connection: () => connection,
		restart: async (commands = told) => {
			await connection.stop();
			connection = await start(commands);
		},
		lay: house.lay,
		logged: () => lines,
		logs: async words => {
			const deadline = Date.now() + PATIENCE;
			while (!lines.join().includes(words)) {
				if (Date.now() > deadline) throw new Error(`not logged: ${words}`);
				await pause(5);
			}
		},
		run: (name, values, acting = {}) =>
			act({ kind: "command", name, options: optionsOf(values), ...placeOf(acting) }, acting),
		type: async (name, option, typed) => {
			const focused: PersonOption = { name: option, type: 3, value: typed, focused: true };
			const told = { kind: "autocomplete", name, options: [focused], ...placeOf({}) } as const;
			const outcome = await playground.side.interact(told);
			if (outcome.kind !== "done" || !("choices" in outcome.value)) throw new Error("no choices");
			return outcome.value.choices.map(({ name }) => name);
		},
		press: (message, label, acting = {}) => {
			const { custom_id } = found(buttonsOf(message), label);
			return act(
				{ kind: "component", message: idOf(message), custom_id, ...placeOf(acting) },
				acting,
			);
		},
		choose: (message, label, acting = {}) => {
			const menu = found(menusOf(message), null);
			const { value } = found(menu.options, label);
			const { custom_id } = menu;
			const values = [value];
			return act(
				{ kind: "component", message: idOf(message), custom_id, values, ...placeOf(acting) },
				acting,
			);
		},
		menu: (name, target, acting = {}) =>
			act({ kind: "message-command", name, target: idOf(target), ...placeOf(acting) }, acting),
		say: (content, acting = {}) => say(playground, content, placeOf(acting)),
		mention: async (content, acting = {}) => {
			const reply = hears(
				event =>
					event.kind === "message-created" &&
					event.channel === channelOf(acting) &&
					event.message.author.id === playground.botId,
				acting.as,
			);
			say(playground, content, placeOf(acting));
			return messageIn(await reply);
		},
		hears,
		close: async () => {
			await connection.stop();
			await playground.close();
			await house.close();
		},
	};
}

interface Place {
	readonly user: Snowflake;
	readonly channel: Snowflake;
}

function actions(playground: Playground) {
	const { people, channels, side } = playground;
	const placeOf = ({ as = "member", direct = false }: Acting): Place => ({
		user: people[as],
		channel: direct ? channels.direct[as] : (channels.text["newsroom"] as Snowflake),
	});
	const hears = (fits: (event: PersonEvent) => boolean, as: Who = "member") =>
		new Promise<PersonEvent>((resolve, reject) => {
			const late = setTimeout(() => {
				stop();
				reject(new Error("nothing was heard in time"));
			}, PATIENCE);
			const listening = side.listen(people[as], event => {
				if (!fits(event)) return;
				clearTimeout(late);
				stop();
				resolve(event);
			});
			const stop = () => listening.kind === "done" && listening.value();
		});
	const act = async (told: PersonInteraction, { as = "member" }: Acting) => {
		const seen: PersonEvent[] = [];
		const listening = side.listen(people[as], event => void seen.push(event));
		const outcome = await side.interact(told);
		if (outcome.kind !== "done") throw new Error(`turned down: ${JSON.stringify(outcome)}`);
		const { interaction } = outcome.value;
		const isReply = (event: PersonEvent) => isReplyTo(event, interaction, told);
		const deadline = Date.now() + PATIENCE;
		while (!seen.some(isReply) && Date.now() < deadline) await pause(2);
		if (listening.kind === "done") listening.value();
		const reply = seen.find(isReply);
		if (reply === undefined) throw new Error(`no reply: ${JSON.stringify(seen)}`);
		return messageIn(reply);
	};
	return { act, hears, placeOf };
}

function isReplyTo(event: PersonEvent, interaction: Snowflake, told: PersonInteraction): boolean {
	if (event.kind !== "message-created" && event.kind !== "message-updated") return false;
	if (event.message.interaction_metadata?.id === interaction) return true;
	return told.kind === "component" && event.message.id === told.message;
}

/** Waits so many milliseconds. */
export function pause(milliseconds: number): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, milliseconds));
}

function say(playground: Playground, content: string, { user, channel }: Place): APIMessage {
	const said = playground.side.say(channel, { user, content });
	if (said.kind !== "done") throw new Error("it could not be said");
	return said.value;
}

function optionsOf(values: Values): readonly PersonOption[] {
	return Object.entries(values).map(([name, value]) => ({ name, type: 3, value }));
}

function messageIn(event: PersonEvent): APIMessage {
	if (event.kind === "message-created" || event.kind === "message-updated") return event.message;
	throw new Error(`no message: ${event.kind}`);
}

function idOf({ id }: APIMessage): Snowflake {
	return id as Snowflake;
}

function found<T extends { readonly label?: string }>(all: readonly T[], label: string | null): T {
	const one = all.find(candidate => label === null || candidate.label?.includes(label));
	if (one === undefined) throw new Error(`no "${label}" in ${JSON.stringify(all)}`);
	return one;
}

function insideOf({ components = [] }: APIMessage) {
	return components.flatMap((component: APIMessageTopLevelComponent) =>
		component.type === ComponentType.Container ? component.components : [],
	);
}

function rowsOf(message: APIMessage) {
	return insideOf(message).flatMap(component =>
		component.type === ComponentType.ActionRow
			? (
					component as APIActionRowComponent<
						APIButtonComponentWithCustomId | APIStringSelectComponent
					>
				).components
			: [],
	);
}

/** The buttons of a message that do something. */
export function buttonsOf(message: APIMessage): readonly APIButtonComponentWithCustomId[] {
	return rowsOf(message).filter(one => one.type === ComponentType.Button);
}

export function menusOf(
	message: APIMessage,
): readonly (APIStringSelectComponent & { label?: string })[] {
	return rowsOf(message).filter(one => one.type === ComponentType.StringSelect);
}

/** All that a message says, a line each piece. */
export function textOf(message: APIMessage): string {
	return insideOf(message)
		.flatMap(component => ("content" in component ? [component.content] : []))
		.join("\n");
}

export function isEphemeral({ flags }: APIMessage): boolean {
	return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** Nothing that the bot sent was refused by Discord's own rules. */
export function expectNoRefusals({ playground }: Stage): void {
	expect(playground.refusals()).toEqual([]);
}
