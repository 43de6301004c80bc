import { type APIMessage, MessageType } from "discord.js";
import { noteAnswer, turnAway } from "./answering.ts";
import { type Bot, settingOf } from "./bot.ts";
import { guard } from "./error-boundary.ts";
import type { Place } from "./place.ts";
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
	const post = async (reply: Reply | null): Promise<void> => {
		const page = reply?.pages[0];
		if (page !== undefined) await bot.responder.reply(to, page);
	};
	await guard(bot, {
		name: "mention",
		work: async () => {
			const started = performance.now();
			const reply = refusalTo(bot, message);
			if (reply === null) {
				const answer = answerTo(bot, message, question);
				await post(answer);
				if (answer !== null) noteAnswer(bot, "mention", { reply: answer, started });
			} else if (reply !== "said before") await post(reply);
		},
		apologise: body => bot.responder.reply(to, body),
	});
}

// Messages are heard only from servers that the bot was added to.
function placeOfMessage({ guild_id, channel_id }: HeardMessage): Place {
	return { server: guild_id ?? null, channel: channel_id };
}

/** That it is too soon to ask again, which is said once; null where it is not. */
function refusalTo(bot: Bot, message: HeardMessage): Reply | "said before" | null {
	const place = placeOfMessage(message);
	const may = bot.limits.question({ member: message.author.id, server: place.server });
	if (may.kind === "go") return null;
	const notice = turnAway(bot, "questions", may);
	return may.isFirst ? noticeReply(notice, null, settingOf(bot, place)) : "said before";
}

function answerTo(bot: Bot, message: HeardMessage, question: string): Reply | null {
	const ask =
		question === "" ? { name: "help", values: {} } : { name: "ask", values: { question } };
	const composed = compose(ask, settingOf(bot, placeOfMessage(message)));
	return composed.kind === "reply" ? composed.reply : null;
}
