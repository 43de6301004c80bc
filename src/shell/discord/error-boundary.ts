import { RESTJSONErrorCodes } from "discord.js";
import type { MessageBody } from "../../present/discord.ts";
import { apology, type Bot } from "./bot.ts";
import { isRefusal } from "./responder.ts";

/** Something to do for somebody, and how to tell them that it failed. */
export interface Guarded {
	/** What it is, for the log: "claim", "page". */
	readonly name: string;
	readonly work: () => Promise<void>;
	readonly apologise: (body: MessageBody) => Promise<void>;
}

/**
 * Does the work; what it throws is logged and apologised for. The one catch of the bot: it never
 * rejects itself. Nothing of what was asked, nor who asked, is logged.
 */
export async function guard(bot: Bot, { name, work, apologise }: Guarded): Promise<void> {
	try {
		await work();
	} catch (error) {
		if (isRefusal(error, RESTJSONErrorCodes.UnknownInteraction)) {
			bot.log.warn({ command: name, error }, "the reply came too late for Discord");
			return;
		}
		bot.log.error({ command: name, error }, "a reply failed");
		bot.meter.failed(name);
		await tell(bot, name, apologise);
	}
}

async function tell(bot: Bot, name: string, apologise: Guarded["apologise"]): Promise<void> {
	const [page] = apology(bot).pages;
	if (page === undefined) return;
	try {
		await apologise(page);
	} catch (error) {
		bot.log.warn({ command: name, error }, "the apology did not arrive");
	}
}
