import { type APIMessage, MessageType } from "discord.js";
import { noteAnswer } from "./answering.ts";
import { type Bot, settingOf } from "./bot.ts";
import { guard } from "./error-boundary.ts";
import { refusalToWait } from "./limits.ts";
import { compose, noticeReply, type Reply } from "./reply.ts";

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
			const reply = replyTo(bot, message, question);
			const page = reply?.pages[0];
			if (reply === null || page === undefined) return;
			await bot.responder.reply(to, page);
			noteAnswer(bot, "mention", { reply, started });
		},
		apologise: body => bot.responder.reply(to, body),
	});
}

/** The answer, or once that it is too soon; null where nothing more is to be said. */
function replyTo(bot: Bot, message: HeardMessage, question: string): Reply | null {
	// Messages are heard only from servers that the bot was added to.
	const server = message.guild_id ?? null;
	const setting = settingOf(bot, { server, channel: message.channel_id });
	const may = bot.limits.question({ member: message.author.id, server });
	if (may.kind === "wait") {
		return may.isFirst
			? noticeReply(refusalToWait("questions", may.milliseconds), null, setting)
			: null;
	}
	const ask =
		question === "" ? { name: "help", values: {} } : { name: "ask", values: { question } };
	const composed = compose(ask, setting);
	return composed.kind === "reply" ? composed.reply : null;
}
