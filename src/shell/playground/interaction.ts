import type {
	APIApplicationCommandOptionChoice,
	APIMessageInteractionMetadata,
	APIModalInteractionResponseCallbackData,
	ApplicationCommandOptionType,
	InteractionType,
	MessageType,
} from "discord.js";
import type { Snowflake } from "./protocol.ts";

/** How far an interaction has come. */
export type InteractionState =
	| { readonly kind: "waiting" }
	/** Nobody acknowledged it in time. */
	| { readonly kind: "lapsed" }
	| {
			readonly kind: "acknowledged";
			/** The message that `@original` stands for; null after a modal or completions. */
			readonly original: Snowflake | null;
	  };

/** Something that a person did and the bot is to answer. */
export interface Interaction {
	readonly id: Snowflake;
	/** With it the bot answers, for 15 minutes. */
	readonly token: string;
	readonly type: InteractionType;
	readonly user: Snowflake;
	readonly channel: Snowflake;
	/** The message whose component was used, or from which the modal was opened. */
	readonly source: Snowflake | null;
	/** What a message in answer to it says of it. */
	readonly metadata: APIMessageInteractionMetadata;
	/** The type of a message in answer to it. */
	readonly answerType: MessageType;
	/** The type of the option that is being typed; null unless it asks for completions. */
	readonly completes: ApplicationCommandOptionType | null;
	/** The modal that the bot opened in answer, until it is submitted. */
	readonly modal: APIModalInteractionResponseCallbackData | null;
	readonly state: InteractionState;
}

/** The token of an interaction; as Discord's, it holds the id. */
export function tokenFor(id: Snowflake, secret: string): string {
	return Buffer.from(`interaction:${id}:${secret}`).toString("base64url");
}

/** The id of the interaction that a token was made for; empty when it was made for none. */
export function ofToken(token: string): string {
	return Buffer.from(token, "base64url").toString().split(":")[1] ?? "";
}

/** What the bot offers to complete an option with. */
export type Choices = readonly APIApplicationCommandOptionChoice[];

/**
 * How long the bot has to acknowledge, and how long a token is good for, in milliseconds:
 * https://docs.discord.com/developers/interactions/receiving-and-responding
 */
export const acknowledgeWithin = 3000;
export const tokenLifetime = 15 * 60 * 1000;
