import { type APIMessage, MessageType } from "discord.js";
import type { Choices } from "../interaction.ts";
import { startInteraction } from "../interaction-start.ts";
import { messageObjections } from "../limits/message-limits.ts";
import { postMessage } from "../messages.ts";
import { commandsFor } from "../permissions.ts";
import type {
	Completions,
	InteractionStarted,
	PersonChannel,
	PersonEvent,
	PersonInteraction,
	PersonMessage,
	PersonState,
	PersonUser,
	Snowflake,
} from "../protocol.ts";
import type { Scene } from "../scene.ts";
import {
	type Account,
	accountOf,
	type Channel,
	channelOf,
	isIn,
	serversOf,
	type World,
} from "../world.ts";
import { commandDeed, messageCommandDeed } from "./command-deed.ts";
import { componentDeed } from "./component-deed.ts";
import { type Done, type Outcome, type Stage, type TurnedDown, turnDown } from "./deed.ts";
import { modalDeed } from "./modal-deed.ts";

/** The person's side of this Discord: what its clients do, whether a page or a test. */
export interface PersonSide {
	/** `user` null is the first of the users; `channel` null leaves nothing out of the commands. */
	readonly state: (user: string | null, channel: string | null) => Outcome<PersonState>;
	/** Newest first, at most 100. */
	readonly messages: (user: string, channel: string) => Outcome<readonly APIMessage[]>;
	readonly say: (channel: string, said: PersonMessage) => Outcome<APIMessage>;
	readonly interact: (
		told: PersonInteraction,
	) => Promise<Outcome<InteractionStarted | Completions>>;
	/** Hears what this user may see; gives back how to stop. */
	readonly listen: (user: string, listener: (event: PersonEvent) => void) => Outcome<() => void>;
}

/** The person's side of a scene. */
export function createPersonSide(scene: Scene): PersonSide {
	const { world, feed } = scene;
	return {
		state: (user, channel) => {
			const account = user === null ? world.people[0] : personOf(world, user);
			return account === undefined ? noSuchUser : stateOf(world, account, channel);
		},
		messages: (user, channel) => {
			const stage = stageOf(scene, user, channel);
			if (stage.kind === "turned-down") return stage;
			return done(messagesSeen(stage));
		},
		say: (channel, { user, content }) => {
			const stage = stageOf(scene, user, channel);
			return stage.kind === "turned-down" ? stage : say(stage, content);
		},
		interact: async told => {
			const stage = stageOf(scene, told.user, told.channel);
			if (stage.kind === "turned-down") return stage;
			const deed = deedOf(stage, told);
			if (deed.kind === "turned-down") return deed;
			const { id } = startInteraction(scene, deed.deed);
			if (told.kind !== "autocomplete") return done({ interaction: id });
			const choices = await completions(scene, id);
			return done({
				interaction: id,
				choices: choices.map(({ name, value }) => ({ name, value })),
			});
		},
		listen: (user, listener) => {
			const account = personOf(world, user);
			return account === undefined ? noSuchUser : done(feed.listen(account.id, listener));
		},
	};
}

const noSuchUser = turnDown("There is no such user.");

function done<Value>(value: Value): Outcome<Value> {
	return { kind: "done", value };
}

function personOf(world: World, id: string): Account | undefined {
	return world.people.find(person => person.id === id);
}

function stageOf(
	scene: Scene,
	user: string,
	channelId: string,
): (Stage & { readonly kind: "stage" }) | TurnedDown {
	const { world } = scene;
	const account = personOf(world, user);
	if (account === undefined) return noSuchUser;
	const channel = channelOf(world, channelId);
	if (channel === null || !isIn(channel, account.id, world))
		return turnDown("There is no such channel.");
	return { kind: "stage", scene, account, channel };
}

function messagesSeen({ scene, account, channel }: Stage): readonly APIMessage[] {
	return [...(scene.world.messages.get(channel.id)?.values() ?? [])]
		.filter(({ onlyFor }) => onlyFor === null || onlyFor === account.id)
		.map(({ message }) => message)
		.reverse()
		.slice(0, 100);
}

function say({ scene, account, channel }: Stage, content: string): Outcome<APIMessage> {
	if (content.trim() === "") return turnDown("An empty message cannot be sent.");
	const none = { v2: false, uploads: new Map(), kept: new Map() };
	const [objection] = messageObjections({ content }, none);
	if (objection !== undefined) return turnDown(objection.message);
	const message = postMessage(scene, {
		channel,
		author: account,
		draft: { content },
		uploads: [],
		type: MessageType.Default,
		reference: null,
		referenced: null,
		interaction: null,
		nonce: null,
		marks: 0,
	});
	return done(message);
}

function deedOf(stage: Stage, told: PersonInteraction): Done | TurnedDown {
	switch (told.kind) {
		case "command":
		case "autocomplete":
			return commandDeed(stage, told);
		case "message-command":
			return messageCommandDeed(stage, told);
		case "component":
			return componentDeed(stage, told);
		case "modal":
			return modalDeed(stage, told);
	}
}

function completions({ completing }: Scene, id: Snowflake): Promise<Choices> {
	return new Promise(resolve => completing.set(id, resolve));
}

/** An account as people see it. */
function personUser(world: World, account: Account): PersonUser {
	const { id, username, globalName, role } = account;
	const administrator = world.administrators.has(id);
	return { id, username, global_name: globalName, role, administrator };
}

function personChannel(world: World, channel: Channel, user: Snowflake): PersonChannel {
	const { id, kind } = channel;
	if (kind === "text") return { id, name: channel.name, kind, guild: channel.guild };
	if (kind === "dm") return { id, name: world.bot.globalName, kind, guild: null };
	const others = channel.people.filter(one => one !== user);
	const names = others.map(one => accountOf(world, one)?.globalName ?? one);
	return { id, name: names.join(", "), kind: "dm", guild: null };
}

function stateOf(world: World, account: Account, channel: string | null): Outcome<PersonState> {
	const channels = [...world.channels.values()].filter(one => isIn(one, account.id, world));
	const asked = channel === null ? channels : channels.filter(({ id }) => id === channel);
	if (asked.length === 0) return turnDown("There is no such channel.");
	return done({
		user: personUser(world, account),
		users: world.people.map(person => personUser(world, person)),
		guilds: serversOf(world, account.id).map(({ id, name }) => ({ id, name })),
		channels: channels.map(one => personChannel(world, one, account.id)),
		commands: commandsFor(world, account, asked).map(({ command }) => command),
		applicationId: world.applicationId,
		bot: personUser(world, world.bot),
	});
}
