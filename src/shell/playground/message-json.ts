import {
	type APIAttachment,
	type APIMessage,
	type APIMessageInteractionMetadata,
	type APIMessageReference,
	MessageFlags,
	type MessageType,
} from "discord.js";
import { componentsJson } from "./component-json.ts";
import { keepFile, type Upload } from "./files.ts";
import { isV2, type MessageDraft } from "./limits/message-limits.ts";
import { pingingText, pingsOf } from "./mentions.ts";
import { mayMentionEveryone } from "./permissions.ts";
import type { Scene } from "./scene.ts";
import type { Account, Channel } from "./world.ts";
import { userJson } from "./world.ts";

/** A draft with all that a request says about its files. */
export interface FiledDraft extends Omit<MessageDraft, "attachments"> {
	readonly tts?: boolean | null | undefined;
	readonly attachments?: readonly FileNote[] | null | undefined;
}

interface FileNote {
	readonly id: number | string;
	readonly filename?: string | null | undefined;
	readonly description?: string | null | undefined;
	readonly is_spoiler?: boolean | null | undefined;
}

/** A message to be made. */
export interface NewMessage {
	readonly channel: Channel;
	readonly author: Account;
	readonly draft: FiledDraft;
	readonly uploads: readonly Upload[];
	readonly type: MessageType;
	readonly reference: APIMessageReference | null;
	readonly referenced: APIMessage | null;
	readonly interaction: APIMessageInteractionMetadata | null;
	readonly nonce: string | number | null;
	/** The bits of flags that Discord sets itself: only for its asker, still loading. */
	readonly marks: number;
}

/** The bits that a sender may set; the others Discord sets itself. */
const settable =
	MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** A new message as Discord gives it back; its files are kept, it itself is not. */
export function messageJson(scene: Scene, made: NewMessage): APIMessage {
	const { draft, channel, author } = made;
	const attachments = newAttachments(scene, made);
	const content = draft.content ?? "";
	const pinged = {
		text: pingingText(content, draft.components),
		allowed: draft.allowed_mentions,
		everyone: mayMentionEveryone(scene.world, author.id),
		replied: made.referenced?.author ?? null,
	};
	return {
		id: scene.nextId(),
		type: made.type,
		channel_id: channel.id,
		author: userJson(author),
		content,
		timestamp: timestamp(scene),
		edited_timestamp: null,
		tts: draft.tts ?? false,
		...pingsOf(pinged, scene.world),
		attachments,
		embeds: embedsJson(draft),
		components: componentsJson(draft.components, attachments),
		flags: ((draft.flags ?? 0) & settable) | made.marks,
		pinned: false,
		...(made.nonce === null ? {} : { nonce: made.nonce }),
		...(made.reference === null ? {} : { message_reference: made.reference }),
		...(made.referenced === null ? {} : { referenced_message: alone(made.referenced) }),
		...(made.interaction === null ? {} : fromInteraction(scene, made.interaction)),
	};
}

/** A message without the one that it refers to itself: Discord shows one step back, not all. */
function alone({ referenced_message: _, ...message }: APIMessage): APIMessage {
	return message;
}

/** What marks a message as an answer to an interaction. */
function fromInteraction(scene: Scene, metadata: APIMessageInteractionMetadata) {
	const id = scene.world.applicationId;
	return { interaction_metadata: metadata, application_id: id, webhook_id: id };
}

function timestamp(scene: Scene): string {
	return new Date(scene.clock.now()).toISOString();
}

function embedsJson(draft: FiledDraft): APIMessage["embeds"] {
	return (draft.embeds ?? []).map(embed => ({ ...embed, type: "rich" }) as typeof embed);
}

interface Uploading {
	readonly draft: FiledDraft;
	readonly uploads: readonly Upload[];
	readonly channel: Channel;
}

function newAttachments(scene: Scene, { draft, uploads, channel }: Uploading): APIAttachment[] {
	return uploads.map(upload => {
		const note = draft.attachments?.find(({ id }) => `${id}` === upload.index);
		const name = note?.filename ?? upload.name;
		const description = note?.description;
		return {
			...keepFile(scene, { ...upload, name }, channel.id),
			...(description ? { description } : {}),
		};
	});
}

/** A message as it will be after an edit; fields that the edit does not name stay. */
export function mergedDraft(before: APIMessage, edit: FiledDraft): FiledDraft {
	return {
		content: edit.content === undefined ? before.content : edit.content,
		embeds: edit.embeds === undefined ? before.embeds : edit.embeds,
		components: edit.components === undefined ? before.components : edit.components,
		flags: flagsAfter(before.flags ?? 0, edit.flags),
		allowed_mentions: edit.allowed_mentions,
		attachments: edit.attachments,
	};
}

// All that an edit may change; Components V2 can be entered and never left.
const editable = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;

function flagsAfter(before: number, wanted: number | null | undefined): number {
	const kept = before & ~MessageFlags.Loading;
	if (wanted == null) return kept;
	const v2 = isV2(before) ? MessageFlags.IsComponentsV2 : 0;
	return (kept & ~editable) | (wanted & editable) | v2;
}

/** What an edit leaves behind: `draft` is the merged one, `uploads` are new. */
export interface Edit {
	readonly before: APIMessage;
	readonly draft: FiledDraft;
	readonly uploads: readonly Upload[];
	readonly channel: Channel;
	readonly author: Account;
}

/** The message after the edit. */
export function editedJson(scene: Scene, edit: Edit): APIMessage {
	const { before, draft } = edit;
	const attachments = [...keptAttachments(edit), ...newAttachments(scene, edit)];
	const content = draft.content ?? "";
	const pinged = {
		text: pingingText(content, draft.components),
		allowed: draft.allowed_mentions,
		everyone: false,
		replied: null,
	};
	// What replaces a loading stand-in is new to its readers, not an edit of anything.
	const loading = ((before.flags ?? 0) & MessageFlags.Loading) !== 0;
	return {
		...before,
		content,
		edited_timestamp: loading ? null : timestamp(scene),
		...pingsOf(pinged, scene.world),
		attachments,
		embeds: embedsJson(draft),
		components: componentsJson(draft.components, attachments),
		flags: draft.flags ?? 0,
	};
}

/** The files of a message that stay: all, or those that the edit lists. */
export function keptAttachments({
	before,
	draft,
}: Pick<Edit, "before" | "draft">): APIAttachment[] {
	const listed = draft.attachments;
	if (listed == null) return before.attachments;
	return before.attachments.filter(({ id }) => listed.some(one => `${one.id}` === id));
}
