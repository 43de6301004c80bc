import { type APIMessage, MessageType } from "discord.js";
import { noteAnswer } from "./answering.ts";
import { type Bot, settingOf } from "./bot.ts";
import { guard } from "./error-boundary.ts";
import { compose } from "./reply.ts";

/** A message as the gateway tells it. */
export type HeardMessage = Pick<
	APIMessage,
	"id" | "channel_id" | "content" | "type" | "author" | "webhook_id"
> & { readonly guild_id?: string };

/**
 * The question in a message that is meant for the bot: one that mentions it, or any in a direct
 * message; "" where it asks nothing. Null for messages of bots, and for those meant for others. A reply
 * to the bot that does not name it is meant for others too.
 */
export function questionIn(message: HeardMessage, bot: string): string | null {
	const { content, author, type } = message;
	if (author.bot === true || message.webhook_id !== undefined) return null;
	if (type !== MessageType.Default && type !== MessageType.Reply) return null;
	const mention = new RegExp(`<@!?${bot}>`, "g");
	if (message.guild_id !== undefined && !mention.test(content)) return null;
	return content.replace(mention, " ").trim();
}

/** Answers a message that asks the bot something; others are passed over. Never rejects. */
export async function handleMessage(bot: Bot, message: HeardMessage, self: string): Promise<void> {
	const question = questionIn(message, self);
	if (question === null) return;
	const to = { channel: message.channel_id, message: message.id };
	await guard(bot, {
		name: "mention",
		work: async () => {
			const started = performance.now();
			const ask =
				question === "" ? { name: "help", values: {} } : { name: "ask", values: { question } };
			const composed = compose(ask, settingOf(bot, message.channel_id));
			if (composed.kind !== "reply") return;
			const [page] = composed.reply.pages;
			if (page !== undefined) await bot.responder.reply(to, page);
			noteAnswer(bot, "mention", { reply: composed.reply, started });
		},
		apologise: body => bot.responder.reply(to, body),
	});
}
