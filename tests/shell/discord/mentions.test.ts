import { MessageType } from "discord.js";
import { describe, expect, it } from "vitest";
import { type HeardMessage, questionIn } from "../../../src/shell/discord/mentions.ts";

const bot = "300000000000000001";
const author = { id: "300000000000000002" } as HeardMessage["author"];

function heard(content: string, more: Partial<HeardMessage> = {}): HeardMessage {
	const type = MessageType.Default;
	return { id: "1", channel_id: "2", guild_id: "3", content, type, author, ...more };
}

function direct(content: string): HeardMessage {
	const { guild_id: _server, ...message } = heard(content);
	return message;
}

describe("questionIn", () => {
	it.each([
		[
			"a mention with a question",
			heard(`<@${bot}> who counted the ships?`),
			"who counted the ships?",
		],
		["a mention in the midst", heard(`so, <@!${bot}>, how many?`), "so,  , how many?"],
		["a mention alone", heard(`<@${bot}>`), ""],
		["a direct message", direct("how many ships?"), "how many ships?"],
		["a reply that mentions", heard(`<@${bot}> why`, { type: MessageType.Reply }), "why"],
		["a message to nobody", heard("how many ships?"), null],
		["a mention of somebody else", heard("<@300000000000000009> hi"), null],
		["a bot", heard(`<@${bot}> hi`, { author: { ...author, bot: true } }), null],
		["a webhook", heard(`<@${bot}> hi`, { webhook_id: "4" }), null],
		["a pin", heard(`<@${bot}>`, { type: MessageType.ChannelPinnedMessage }), null],
	])("of %s", (_what, message, question) => {
		expect(questionIn(message, bot)).toBe(question);
	});
});
