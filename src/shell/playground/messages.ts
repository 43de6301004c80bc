import { type APIMessage, ChannelType } from "discord.js";
import { fileCountLimit, fileSizeLimit, type Upload } from "./files.ts";
import { memberFields } from "./guild-json.ts";
import { isV2, messageObjections } from "./limits/message-limits.ts";
import {
	type Edit,
	editedJson,
	type FiledDraft,
	keptAttachments,
	mergedDraft,
	messageJson,
	type NewMessage,
} from "./message-json.ts";
import type { Snowflake } from "./protocol.ts";
import { type Refusal, refuse, refuseForm } from "./refusal.ts";
import { type Scene, tellChannel } from "./scene.ts";
import { accountOf, type Channel, isIn, type KeptMessage, serverOf } from "./world.ts";

/** Where the body of a message stands in its request: [] or ["data"]. */
type Under = readonly string[];

/** Why a new message cannot be; null when it can. */
export function refuseNew(
	draft: FiledDraft,
	uploads: readonly Upload[],
	under: Under = [],
): Refusal | null {
	const circumstances = {
		v2: isV2(draft.flags),
		uploads: namesOf(uploads, draft),
		kept: new Map(),
	};
	return (
		refuseUploads(uploads) ??
		refuseForm(messageObjections(draft, circumstances), under) ??
		refuseEmpty(draft, uploads.length)
	);
}

/** Why an edit cannot be; null when it can. `draft` is the merged one. */
export function refuseEdit(
	{ before, draft, uploads }: Pick<Edit, "before" | "draft" | "uploads">,
	under: Under = [],
): Refusal | null {
	const kept = new Map(before.attachments.map(({ id, filename }) => [id as string, filename]));
	const v2 = isV2(draft.flags);
	const circumstances = { v2, uploads: namesOf(uploads, draft), kept };
	const files = keptAttachments({ before, draft }).length + uploads.length;
	return (
		refuseUploads(uploads) ??
		refuseForm(messageObjections(draft, circumstances), under) ??
		refuseEmpty(draft, files)
	);
}

function namesOf(uploads: readonly Upload[], draft: FiledDraft): ReadonlyMap<string, string> {
	return new Map(
		uploads.map(({ index, name }) => {
			const note = draft.attachments?.find(({ id }) => `${id}` === index);
			return [index, note?.filename ?? name];
		}),
	);
}

function refuseUploads(uploads: readonly Upload[]): Refusal | null {
	const fits =
		uploads.length <= fileCountLimit && uploads.every(({ bytes }) => bytes.length <= fileSizeLimit);
	return fits ? null : refuse("tooLarge");
}

function refuseEmpty(draft: FiledDraft, files: number): Refusal | null {
	const filled =
		files > 0 ||
		Boolean(draft.content) ||
		[draft.embeds, draft.components, draft.sticker_ids].some(list => (list?.length ?? 0) > 0) ||
		draft.poll != null;
	return filled ? null : refuse("emptyMessage");
}

/** Makes a message, keeps it, and tells everybody who may see it. */
export function postMessage(
	scene: Scene,
	made: NewMessage,
	onlyFor: Snowflake | null = null,
): APIMessage {
	const message = messageJson(scene, made);
	scene.world.messages.get(made.channel.id)?.set(message.id as Snowflake, { message, onlyFor });
	const { channel } = made;
	tellChannel(
		scene,
		{ kind: "message-created", channel: channel.id, message },
		{ channel, onlyFor },
	);
	if (onlyFor === null) tellBot(scene, channel, { type: "MESSAGE_CREATE", message });
	return message;
}

/** Edits a message by a draft that names what changes, and tells everybody who may see it. */
export function editMessage(
	scene: Scene,
	kept: KeptMessage,
	edit: Omit<Edit, "before">,
): APIMessage {
	const { channel } = edit;
	const { onlyFor } = kept;
	const message = editedJson(scene, { ...edit, before: kept.message });
	scene.world.messages.get(channel.id)?.set(message.id as Snowflake, { message, onlyFor });
	tellChannel(
		scene,
		{ kind: "message-updated", channel: channel.id, message },
		{ channel, onlyFor },
	);
	if (onlyFor === null) tellBot(scene, channel, { type: "MESSAGE_UPDATE", message });
	return message;
}

/** The draft that an edit's body comes to on a message. */
export { mergedDraft };

/** Removes a message, and tells everybody who could see it. */
export function deleteMessage(scene: Scene, channel: Channel, id: Snowflake): void {
	const messages = scene.world.messages.get(channel.id);
	const kept = messages?.get(id);
	if (kept === undefined) return;
	messages?.delete(id);
	const { onlyFor } = kept;
	const { world, gateway } = scene;
	tellChannel(scene, { kind: "message-deleted", channel: channel.id, id }, { channel, onlyFor });
	if (onlyFor !== null || !isIn(channel, world.bot.id, world)) return;
	const guild = serverOf(world, channel)?.id ?? null;
	gateway.dispatch({
		type: "MESSAGE_DELETE",
		content: { id, channel_id: channel.id, ...(guild === null ? {} : { guild_id: guild }) },
		intent: guild === null ? "directMessages" : "guildMessages",
		guild,
	});
}

/** A message that somebody may see; null when there is none. */
export function findMessage(
	scene: Scene,
	channel: Channel,
	seen: { readonly id: string; readonly by: Snowflake | null },
): KeptMessage | null {
	const kept = scene.world.messages.get(channel.id)?.get(seen.id as Snowflake);
	if (kept === undefined) return null;
	return kept.onlyFor === null || kept.onlyFor === seen.by ? kept : null;
}

/**
 * A message as a bot without the privileged intent sees it: in a server with its content only when
 * the bot is mentioned in it or wrote it.
 * https://docs.discord.com/developers/events/gateway#message-content-intent
 */
export function asSeenByBot(scene: Scene, channel: Channel, message: APIMessage): APIMessage {
	const bot = scene.world.bot.id;
	const open =
		channel.kind === "dm" ||
		message.author.id === bot ||
		message.mentions.some(user => user.id === bot);
	return open ? message : { ...message, content: "", embeds: [], attachments: [], components: [] };
}

function tellBot(
	scene: Scene,
	channel: Channel,
	event: { readonly type: "MESSAGE_CREATE" | "MESSAGE_UPDATE"; readonly message: APIMessage },
): void {
	const { world } = scene;
	if (!isIn(channel, world.bot.id, world)) return;
	const server = serverOf(world, channel);
	const direct = server === null;
	const author = accountOf(world, event.message.author.id);
	const member = direct || author === null ? {} : { member: memberFields(server, author) };
	const where = direct ? {} : { guild_id: server.id, ...member };
	scene.gateway.dispatch({
		type: event.type,
		content: {
			...asSeenByBot(scene, channel, event.message),
			// discord.js takes a message in a channel that it does not know for direct by this alone.
			channel_type: direct ? ChannelType.DM : ChannelType.GuildText,
			...where,
		},
		intent: direct ? "directMessages" : "guildMessages",
		guild: server?.id ?? null,
	});
}
