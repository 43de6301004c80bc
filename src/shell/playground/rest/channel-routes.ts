import { type APIMessage, MessageReferenceType, MessageType } from "discord.js";
import { MessageCreateRequestSchema, MessageEditRequestPartialSchema } from "discord-api-spec/zod";
import { z } from "zod";
import { channelJson } from "../guild-json.ts";
import { mergedDraft } from "../message-json.ts";
import {
	asSeenByBot,
	deleteMessage,
	editMessage,
	findMessage,
	postMessage,
	refuseEdit,
	refuseNew,
} from "../messages.ts";
import type { Snowflake } from "../protocol.ts";
import { type Refusal, refuse, refuseForm } from "../refusal.ts";
import { tellChannel } from "../scene.ts";
import { isSnowflake } from "../snowflakes.ts";
import { validate } from "../validation.ts";
import type { Channel, KeptMessage } from "../world.ts";
import { forgiven } from "./forgiven.ts";
import { type Call, empty, json, namedChannel, param, type Reply, type Route } from "./route.ts";

type OnChannel = (call: Call, channel: Channel) => Reply;
type OnMessage = (call: Call, place: { channel: Channel; kept: KeptMessage }) => Reply;

function onChannel(method: Route["method"], path: string, act: OnChannel): Route {
	return {
		method,
		path: `/channels/:channel${path}`,
		access: "bot",
		act: call => {
			const channel = namedChannel(call);
			return channel.kind === "refused" ? channel : act(call, channel);
		},
	};
}

function onMessage(method: Route["method"], act: OnMessage): Route {
	return onChannel(method, "/messages/:message", (call, channel) => {
		// The bot sees no message here that only one person sees: its own of that kind it reaches by token.
		const kept = findMessage(call.scene, channel, { id: param(call, "message"), by: null });
		return kept === null ? refuse("unknownMessage") : act(call, { channel, kept });
	});
}

/** Channels, what is said in them, and that somebody types. */
export const channelRoutes: readonly Route[] = [
	onChannel("GET", "", ({ scene }, channel) => json(channelJson(scene.world, channel))),
	onChannel("POST", "/typing", ({ scene }, channel) => {
		const { id } = channel;
		const event = { kind: "typing", channel: id, user: scene.world.bot.id } as const;
		tellChannel(scene, event, { channel, onlyFor: null });
		return empty;
	}),
	onChannel("GET", "/messages", listMessages),
	onChannel("POST", "/messages", createMessage),
	onMessage("GET", ({ scene }, { channel, kept }) =>
		json(asSeenByBot(scene, channel, kept.message)),
	),
	onMessage("PATCH", changeMessage),
	onMessage("DELETE", ({ scene }, { channel, kept: { message } }) => {
		if (message.author.id !== scene.world.bot.id) return refuse("missingPermissions");
		deleteMessage(scene, channel, message.id as Snowflake);
		return empty;
	}),
];

const page = z.object({
	limit: z.coerce.number().int().min(1).max(100).default(50),
	before: z.string().refine(isSnowflake).default("9223372036854775807"),
	after: z.string().refine(isSnowflake).default("0"),
});

const badPage = refuseForm([
	{ path: ["limit"], code: "BASE_TYPE_INVALID", message: "limit, before or after is not valid." },
]) as Refusal;

function listMessages({ scene, query }: Call, channel: Channel): Reply {
	const asked = page.safeParse(Object.fromEntries(query));
	if (!asked.success) return badPage;
	const { limit, before, after } = asked.data;
	const seen = [...(scene.world.messages.get(channel.id)?.values() ?? [])]
		.filter(({ onlyFor }) => onlyFor === null)
		.map(({ message }) => message)
		.filter(({ id }) => BigInt(id) < BigInt(before) && BigInt(id) > BigInt(after))
		.reverse();
	return json(seen.slice(0, limit).map(message => asSeenByBot(scene, channel, message)));
}

function createMessage(call: Call, channel: Channel): Reply {
	const { scene, body, uploads } = call;
	const asked = validate(MessageCreateRequestSchema, forgiven(body));
	if (asked.kind === "refused") return asked;
	const draft = asked.value;
	const known = draft.enforce_nonce === true ? sentAs(call, channel, draft.nonce) : null;
	if (known !== null) return json(known);
	const refusal = refuseNew(draft, uploads);
	if (refusal !== null) return refusal;
	const replied = repliedTo(draft.message_reference, channel);
	if (replied?.kind === "refused") return replied;
	const guild = channel.kind === "text" ? { guild_id: channel.guild } : {};
	const message = postMessage(scene, {
		channel,
		author: scene.world.bot,
		draft,
		uploads,
		type: replied === null ? MessageType.Default : MessageType.Reply,
		reference: replied && {
			type: MessageReferenceType.Default,
			channel_id: channel.id,
			message_id: replied.id,
			...guild,
		},
		referenced: replied?.message ?? null,
		interaction: null,
		nonce: draft.nonce ?? null,
		marks: 0,
	});
	return json(message);

	function repliedTo(reference: typeof draft.message_reference, place: Channel) {
		if (reference == null) return null;
		const kept = findMessage(scene, place, { id: reference.message_id, by: null });
		if (kept !== null) return { kind: "found", id: reference.message_id, ...kept } as const;
		return reference.fail_if_not_exists === false ? null : unknownReference;
	}
}

/** What the bot sent with this nonce before: a request that is made twice makes one message. */
function sentAs(
	{ scene: { world } }: Call,
	channel: Channel,
	nonce: APIMessage["nonce"] | null,
): APIMessage | null {
	const messages = [...(world.messages.get(channel.id)?.values() ?? [])];
	const sent = messages.find(({ message }) => nonce != null && message.nonce === nonce);
	return sent?.message ?? null;
}

const unknownReference = refuseForm([
	{ path: ["message_reference"], code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" },
]) as Refusal;

function changeMessage(
	{ scene, body, uploads }: Call,
	{ channel, kept }: { readonly channel: Channel; readonly kept: KeptMessage },
): Reply {
	if (kept.message.author.id !== scene.world.bot.id) return refuse("notTheAuthor");
	const asked = validate(MessageEditRequestPartialSchema, forgiven(body));
	if (asked.kind === "refused") return asked;
	const draft = mergedDraft(kept.message, asked.value);
	const refusal = refuseEdit({ before: kept.message, draft, uploads });
	if (refusal !== null) return refusal;
	return json(editMessage(scene, kept, { draft, uploads, channel, author: scene.world.bot }));
}
