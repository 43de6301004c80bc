import {
	type APIApplicationCommandOptionChoice,
	type APIInteraction,
	type APIModalInteractionResponseCallbackData,
	DiscordAPIError,
	InteractionResponseType,
	MessageFlags,
	type REST,
	RESTJSONErrorCodes,
	Routes,
} from "discord.js";
import type { MessageBody } from "../../present/discord.ts";

/** What an interaction is answered by: its id and token, and whose application it is. */
export type Answerable = Pick<APIInteraction, "id" | "token" | "application_id">;

/** How replies get to Discord. Each rejects when Discord refuses. */
export interface Responder {
	/** A new message; only the asker sees an ephemeral one. */
	readonly answer: (to: Answerable, body: MessageBody, ephemeral: boolean) => Promise<void>;
	/** The message whose button or menu was used, changed in its place. */
	readonly update: (to: Answerable, body: MessageBody) => Promise<void>;
	/** "Thinking", for up to 15 minutes. */
	readonly defer: (to: Answerable, ephemeral: boolean) => Promise<void>;
	/** The message whose button was used, or from which a form was opened, will be changed. */
	readonly deferInPlace: (to: Answerable) => Promise<void>;
	/** The answer that was deferred or given, changed. */
	readonly edit: (to: Answerable, body: MessageBody) => Promise<void>;
	/** A form to fill in, over the channel. */
	readonly form: (to: Answerable, modal: APIModalInteractionResponseCallbackData) => Promise<void>;
	/** What an option that is being typed may be. */
	readonly complete: (
		to: Answerable,
		choices: readonly APIApplicationCommandOptionChoice<string>[],
	) => Promise<void>;
	/** A reply to a message in a channel. */
	readonly reply: (to: RepliedTo, body: MessageBody) => Promise<void>;
	/** Whether there is such a channel, and whether the bot sees it. */
	readonly sight: (channel: string) => Promise<Sight>;
	/** A message in a channel that answers nobody. */
	readonly post: (channel: string, body: MessageBody) => Promise<void>;
}

/** seen: the bot sees the channel; closed: it does not, or is not in that server; gone: there is none. */
export type Sight = "seen" | "closed" | "gone";

export interface RepliedTo {
	readonly channel: string;
	readonly message: string;
}

/**
 * Replies through two clients: `interactions` for the endpoints that Discord leaves out of the global
 * rate limit, which need no token of ours, and `channels` for the rest.
 */
export function createResponder(interactions: REST, channels: REST): Responder {
	const respond = async (to: Answerable, type: InteractionResponseType, data?: object) => {
		try {
			const route = Routes.interactionCallback(to.id, to.token);
			await interactions.post(route, {
				body: data === undefined ? { type } : { type, data },
				auth: false,
			});
		} catch (error) {
			// Each is answered once; so Discord took the answer, failed, and was sent it again.
			if (!isRefusal(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) throw error;
		}
	};
	return {
		answer: (to, body, ephemeral) =>
			respond(
				to,
				InteractionResponseType.ChannelMessageWithSource,
				ephemeral ? { ...body, flags: body.flags | MessageFlags.Ephemeral } : body,
			),
		update: (to, body) => respond(to, InteractionResponseType.UpdateMessage, body),
		defer: (to, ephemeral) =>
			respond(to, InteractionResponseType.DeferredChannelMessageWithSource, {
				flags: ephemeral ? MessageFlags.Ephemeral : 0,
			}),
		deferInPlace: to => respond(to, InteractionResponseType.DeferredMessageUpdate),
		edit: async (to, body) => {
			const route = Routes.webhookMessage(to.application_id, to.token, "@original");
			await interactions.patch(route, { body, auth: false });
		},
		form: (to, modal) => respond(to, InteractionResponseType.Modal, modal),
		complete: (to, choices) =>
			respond(to, InteractionResponseType.ApplicationCommandAutocompleteResult, { choices }),
		reply: async ({ channel, message }, body) => {
			const reference = { message_id: message, fail_if_not_exists: false };
			const reply = { ...body, message_reference: reference };
			await channels.post(Routes.channelMessages(channel), { body: reply });
		},
		sight: async channel => {
			try {
				await channels.get(Routes.channel(channel));
				return "seen";
			} catch (error) {
				if (isRefusal(error, RESTJSONErrorCodes.UnknownChannel)) return "gone";
				if (isRefusal(error, RESTJSONErrorCodes.MissingAccess)) return "closed";
				throw error;
			}
		},
		post: async (channel, body) => {
			await channels.post(Routes.channelMessages(channel), { body });
		},
	};
}

/** Whether Discord refused with this code of its own. */
export function isRefusal(error: unknown, code: RESTJSONErrorCodes): boolean {
	return error instanceof DiscordAPIError && error.code === code;
}
