import { type APIMessage, MessageFlags } from "discord.js";
import type {
	Completions,
	PersonEvent,
	PersonField,
	PersonFile,
	PersonInteraction,
	Snowflake,
} from "../protocol.ts";
import type { Scene } from "../scene.ts";
import { accomplished } from "./deed.ts";
import { createEar } from "./ear.ts";
import type { PersonSide } from "./person.ts";
import { type Filled, typedOptions } from "./typed-command.ts";

type ModalEvent = Extract<PersonEvent, { kind: "modal-opened" }>;

/**
 * One person in one channel, for tests: it does what the page does, by the same way. What the person
 * cannot do throws; what does not come within the time given, 5 seconds if left out, rejects.
 */
export interface Hand {
	readonly say: (content: string) => APIMessage;
	/** "claim", or "article add" for a subcommand; gives the interaction's id. */
	readonly command: (name: string, values?: Readonly<Record<string, Filled>>) => Promise<Snowflake>;
	/** What the bot offers while `focused` is being typed; `values` holds what is typed so far. */
	readonly autocomplete: (
		name: string,
		focused: string,
		values: Readonly<Record<string, Filled>>,
	) => Promise<Completions["choices"]>;
	/** An entry of a message's menu. */
	readonly menu: (name: string, target: string) => Promise<Snowflake>;
	readonly press: (message: APIMessage, customId: string) => Promise<Snowflake>;
	readonly select: (
		message: APIMessage,
		customId: string,
		values: readonly string[],
	) => Promise<Snowflake>;
	readonly submit: (
		opened: ModalEvent,
		fields: Readonly<Record<string, string | readonly string[] | readonly PersonFile[]>>,
	) => Promise<Snowflake>;
	/** The message that answers an interaction, or that it changed, once it holds its answer. */
	readonly waitForReply: (interaction: Snowflake, within?: number) => Promise<APIMessage>;
	readonly waitForModal: (interaction: Snowflake, within?: number) => Promise<ModalEvent>;
	/** A message of the channel that comes, or came since this hand was made, and fits. */
	readonly waitForMessage: (
		fits: (message: APIMessage) => boolean,
		within?: number,
	) => Promise<APIMessage>;
	/** An event that comes, or came since this hand was made, and fits. */
	readonly waitFor: (
		fits: (event: PersonEvent) => boolean,
		within?: number,
	) => Promise<PersonEvent>;
	/** What the person sees in the channel, newest first. */
	readonly messages: () => readonly APIMessage[];
	/** Everything heard since this hand was made. */
	readonly heard: () => readonly PersonEvent[];
	readonly stop: () => void;
}

/** A hand of somebody in a channel. */
export function createHand(
	{ scene, side }: { readonly scene: Scene; readonly side: PersonSide },
	{ user, channel }: { readonly user: Snowflake; readonly channel: Snowflake },
): Hand {
	const ear = createEar(side, user);
	const started = new Map<Snowflake, number>();
	const interact = async (told: PersonInteraction) => {
		const from = ear.heard().length;
		const result = accomplished(await side.interact(told));
		started.set(result.interaction, from);
		return result;
	};
	const acting = { user, channel };
	const typed = (name: string, values: Readonly<Record<string, Filled>>, focused?: string) =>
		typedOptions(accomplished(side.state(user, channel)).commands, { name, values, focused });
	return {
		...actsOf(acting, async told => (await interact(told)).interaction),
		say: content => accomplished(side.say(channel, { user, content })),
		command: async (path, values = {}) =>
			(await interact({ kind: "command", ...acting, ...typed(path, values) })).interaction,
		autocomplete: async (path, focused, values) => {
			const told = { ...acting, ...typed(path, values, focused) };
			const result = await interact({ kind: "autocomplete", ...told });
			return "choices" in result ? result.choices : [];
		},
		waitForReply: (interaction, within) =>
			ear.await(
				heard => replyIn(scene, heard.slice(started.get(interaction)), interaction),
				within,
			),
		waitForModal: (interaction, within) => ear.await(heard => modalIn(heard, interaction), within),
		waitForMessage: (fits, within) =>
			ear.await(heard => messagesIn(heard, channel).find(fits) ?? null, within),
		waitFor: (fits, within) => ear.await(heard => heard.find(fits) ?? null, within),
		messages: () => accomplished(side.messages(user, channel)),
		heard: ear.heard,
		stop: ear.stop,
	};
}

/** What is done on messages and modals. */
function actsOf(
	acting: { readonly user: Snowflake; readonly channel: Snowflake },
	begin: (told: PersonInteraction) => Promise<Snowflake>,
): Pick<Hand, "menu" | "press" | "select" | "submit"> {
	return {
		menu: (name, target) =>
			begin({ kind: "message-command", ...acting, name, target: target as Snowflake }),
		press: ({ id }, custom_id) =>
			begin({ kind: "component", ...acting, message: id as Snowflake, custom_id }),
		select: ({ id }, custom_id, values) =>
			begin({ kind: "component", ...acting, message: id as Snowflake, custom_id, values }),
		submit: ({ interaction, modal: { custom_id } }, given) => {
			const fields = Object.entries(given).map(fieldOf);
			return begin({ kind: "modal", ...acting, interaction, custom_id, fields });
		},
	};
}

function messagesIn(heard: readonly PersonEvent[], channel: Snowflake): readonly APIMessage[] {
	return heard.flatMap(event => {
		const told = event.kind === "message-created" || event.kind === "message-updated";
		return told && event.channel === channel ? [event.message] : [];
	});
}

function failIfFailed(heard: readonly PersonEvent[], interaction: Snowflake): void {
	for (const event of heard)
		if (event.kind === "interaction-failed" && event.interaction === interaction)
			throw new Error(event.reason);
}

function replyIn(
	{ world }: Scene,
	heard: readonly PersonEvent[],
	interaction: Snowflake,
): APIMessage | null {
	failIfFailed(heard, interaction);
	const { state, channel } = world.interactions.get(interaction) ?? {};
	if (state?.kind !== "acknowledged" || channel === undefined) return null;
	const answers = messagesIn(heard, channel).filter(
		({ id, flags }) => id === state.original && ((flags ?? 0) & MessageFlags.Loading) === 0,
	);
	return answers.at(-1) ?? null;
}

function modalIn(heard: readonly PersonEvent[], interaction: Snowflake): ModalEvent | null {
	failIfFailed(heard, interaction);
	for (const event of heard)
		if (event.kind === "modal-opened" && event.interaction === interaction) return event;
	return null;
}

function fieldOf([custom_id, given]: readonly [
	string,
	string | readonly string[] | readonly PersonFile[],
]): PersonField {
	if (typeof given === "string") return { custom_id, value: given };
	const values = given.filter(one => typeof one === "string");
	const files = given.filter(one => typeof one !== "string");
	return files.length > 0 ? { custom_id, files } : { custom_id, values };
}
