import {
	type APIMessage,
	ApplicationCommandOptionType,
	InteractionResponseType,
	InteractionType,
	MessageFlags,
	MessageReferenceType,
	MessageType,
} from "discord.js";
import type { Upload } from "./files.ts";
import type { Choices, Interaction, InteractionState } from "./interaction.ts";
import { modalObjections } from "./limits/modal-limits.ts";
import { type FiledDraft, mergedDraft, type NewMessage } from "./message-json.ts";
import { editMessage, findMessage, postMessage, refuseEdit, refuseNew } from "./messages.ts";
import type { PersonEvent, Snowflake } from "./protocol.ts";
import { type Objection, type Refusal, refuse, refuseForm } from "./refusal.ts";
import type { Scene } from "./scene.ts";
import { type Channel, channelOf, type KeptMessage } from "./world.ts";

/** A bot's answer to an interaction, found to fit the description. */
export interface Answer {
	readonly type: InteractionResponseType;
	readonly data: unknown;
	readonly uploads: readonly Upload[];
}

/** What came of an answer: the message that it made or changed, if any. */
export interface Answered {
	readonly kind: "answered";
	readonly message: APIMessage | null;
}

type Answering = (scene: Scene, interaction: Interaction, answer: Answer) => Answered | Refusal;

const acts: Readonly<Partial<Record<InteractionResponseType, Answering>>> = {
	[InteractionResponseType.ChannelMessageWithSource]: reply,
	[InteractionResponseType.DeferredChannelMessageWithSource]: deferReply,
	[InteractionResponseType.DeferredMessageUpdate]: deferUpdate,
	[InteractionResponseType.UpdateMessage]: update,
	[InteractionResponseType.ApplicationCommandAutocompleteResult]: complete,
	[InteractionResponseType.Modal]: openModal,
};

/** Which answers an interaction takes: https://docs.discord.com/developers/interactions/receiving-and-responding */
export function answersTo({ type, source }: Interaction): readonly InteractionResponseType[] {
	const updates = source === null ? [] : [6, 7];
	const types: Readonly<Partial<Record<InteractionType, readonly number[]>>> = {
		[InteractionType.ApplicationCommand]: [4, 5, 9],
		[InteractionType.MessageComponent]: [4, 5, ...updates, 9],
		[InteractionType.ApplicationCommandAutocomplete]: [8],
		[InteractionType.ModalSubmit]: [4, 5, ...updates],
	};
	return types[type] ?? [];
}

/** Carries out a bot's answer; the interaction counts as acknowledged only when nothing is refused. */
export function answerInteraction(
	scene: Scene,
	interaction: Interaction,
	answer: Answer,
): Answered | Refusal {
	const answered = acts[answer.type]?.(scene, interaction, answer) ?? refuse("unknownInteraction");
	if (answered.kind === "answered")
		tellAsker(scene, interaction, {
			kind: "interaction-answered",
			interaction: interaction.id,
			channel: interaction.channel,
		});
	return answered;
}

function tellAsker({ feed }: Scene, { user }: Interaction, event: PersonEvent): void {
	feed.tell(event, one => one === user);
}

function acknowledge(scene: Scene, interaction: Interaction, original: Snowflake | null): void {
	const state: InteractionState = { kind: "acknowledged", original };
	scene.world.interactions.set(interaction.id, { ...interaction, state });
}

/** The channel of an interaction; there always is one, for channels do not go away. */
function placeOf(scene: Scene, interaction: Interaction): Channel {
	const channel = channelOf(scene.world, interaction.channel);
	if (channel === null) throw new Error(`interaction ${interaction.id} has no channel`);
	return channel;
}

/** A message that somebody sees who has this interaction; null when there is none. */
export function messageFor(
	scene: Scene,
	interaction: Interaction,
	id: string | null,
): KeptMessage | null {
	if (id === null) return null;
	return findMessage(scene, placeOf(scene, interaction), { id, by: interaction.user });
}

/** Posts a message in answer to an interaction: to all, or with flag 64 to its asker alone. */
export function postAnswer(
	scene: Scene,
	interaction: Interaction,
	posted: Pick<NewMessage, "draft" | "uploads"> & {
		readonly replyTo: Snowflake | null;
		/** Whether it stands in for an answer that is still to come. */
		readonly loading: boolean;
	},
): APIMessage {
	const channel = placeOf(scene, interaction);
	const { draft, uploads, replyTo, loading } = posted;
	const referenced = messageFor(scene, interaction, replyTo)?.message ?? null;
	const hidden = (draft.flags ?? 0) & MessageFlags.Ephemeral;
	const guild = channel.kind === "text" ? { guild_id: channel.guild } : {};
	const made: NewMessage = {
		channel,
		author: scene.world.bot,
		draft,
		uploads,
		type: referenced === null ? interaction.answerType : MessageType.Reply,
		reference: referenced && {
			type: MessageReferenceType.Default,
			channel_id: channel.id,
			message_id: referenced.id,
			...guild,
		},
		referenced,
		interaction: interaction.metadata,
		nonce: null,
		marks: hidden | (loading ? MessageFlags.Loading : 0),
	};
	return postMessage(scene, made, hidden === 0 ? null : interaction.user);
}

/** Changes a message in answer to an interaction. */
export function editAnswer(
	scene: Scene,
	interaction: Interaction,
	changed: {
		readonly kept: KeptMessage;
		readonly draft: FiledDraft;
		readonly uploads: readonly Upload[];
		readonly under: readonly string[];
	},
): Answered | Refusal {
	const { kept, uploads, under } = changed;
	const draft = mergedDraft(kept.message, changed.draft);
	const refusal = refuseEdit({ before: kept.message, draft, uploads }, under);
	if (refusal !== null) return refusal;
	const channel = placeOf(scene, interaction);
	const author = scene.world.bot;
	return {
		kind: "answered",
		message: editMessage(scene, kept, { draft, uploads, channel, author }),
	};
}

function reply(scene: Scene, interaction: Interaction, answer: Answer): Answered | Refusal {
	const draft = (answer.data ?? {}) as FiledDraft;
	const { uploads } = answer;
	const refusal = refuseNew(draft, uploads, ["data"]);
	if (refusal !== null) return refusal;
	const replyTo = interaction.source;
	const message = postAnswer(scene, interaction, { draft, uploads, replyTo, loading: false });
	acknowledge(scene, interaction, message.id as Snowflake);
	return { kind: "answered", message };
}

function deferReply(scene: Scene, interaction: Interaction, answer: Answer): Answered {
	const { flags } = (answer.data ?? {}) as FiledDraft;
	const replyTo = interaction.source;
	const standIn = { draft: { flags: flags ?? 0 }, uploads: [], replyTo, loading: true };
	const message = postAnswer(scene, interaction, standIn);
	acknowledge(scene, interaction, message.id as Snowflake);
	tellThinking(scene, interaction, message.id as Snowflake);
	return { kind: "answered", message };
}

function tellThinking(scene: Scene, interaction: Interaction, message: Snowflake | null): void {
	const { id, channel } = interaction;
	tellAsker(scene, interaction, {
		kind: "interaction-thinking",
		interaction: id,
		channel,
		message,
	});
}

function deferUpdate(scene: Scene, interaction: Interaction): Answered {
	acknowledge(scene, interaction, interaction.source);
	tellThinking(scene, interaction, interaction.source);
	return { kind: "answered", message: null };
}

function update(scene: Scene, interaction: Interaction, answer: Answer): Answered | Refusal {
	const kept = messageFor(scene, interaction, interaction.source);
	if (kept === null) return refuse("unknownMessage");
	const draft = (answer.data ?? {}) as FiledDraft;
	const { uploads } = answer;
	const answered = editAnswer(scene, interaction, { kept, draft, uploads, under: ["data"] });
	if (answered.kind === "answered") acknowledge(scene, interaction, interaction.source);
	return answered;
}

function complete(scene: Scene, interaction: Interaction, answer: Answer): Answered | Refusal {
	const { choices } = (answer.data ?? {}) as { readonly choices?: Choices | null };
	const refusal = refuseForm(choiceObjections(choices ?? [], interaction.completes));
	if (refusal !== null) return refusal;
	acknowledge(scene, interaction, null);
	scene.completing.get(interaction.id)?.(choices ?? []);
	scene.completing.delete(interaction.id);
	return { kind: "answered", message: null };
}

/** The description allows values of 6,000 characters, and any type of value for any option. */
function choiceObjections(
	choices: Choices,
	option: ApplicationCommandOptionType | null,
): readonly Objection[] {
	const wanted = option === ApplicationCommandOptionType.String ? "string" : "number";
	return choices.flatMap(({ value }, index) => {
		const path = ["data", "choices", index, "value"];
		if (typeof value !== wanted)
			return [{ path, code: "BASE_TYPE_INVALID", message: `Could not interpret as ${wanted}.` }];
		if (`${value}`.length <= 100) return [];
		return [{ path, code: "BASE_TYPE_MAX_LENGTH", message: "Must be 100 or fewer in length." }];
	});
}

function openModal(scene: Scene, interaction: Interaction, answer: Answer): Answered | Refusal {
	const modal = answer.data as NonNullable<Interaction["modal"]>;
	const refusal = refuseForm(modalObjections(modal), ["data"]);
	if (refusal !== null) return refusal;
	acknowledge(scene, { ...interaction, modal }, null);
	const { id, channel } = interaction;
	tellAsker(scene, interaction, { kind: "modal-opened", interaction: id, channel, modal });
	return { kind: "answered", message: null };
}
