import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";
import type { Watch } from "../../records/records.ts";
import type { ServedChange } from "../moderation/job.ts";
import { type ChannelNews, newsOf } from "../moderation/news.ts";
import { noticeOfNews } from "../moderation/news-notice.ts";
import { type Bot, settingOf } from "./bot.ts";
import { fitsOneMessage, noticeReply } from "./reply.ts";

/**
 * Tells the channels that watch what a change brought, in one message each and without pinging anybody. A
 * channel that is gone, or closed to the bot, watches no more. Never rejects.
 */
export async function announce(bot: Bot, { realm, before, diff }: ServedChange): Promise<void> {
	const { moderation, library } = bot;
	for (const server of moderation.servers()) {
		const own = moderation.realmOf(server);
		// What the installation is served, every server sees.
		if (realm !== "installation" && realm !== own) continue;
		const { watches } = moderation.records(server);
		const turnover = { before, after: library.current(own), diff };
		for (const told of newsOf(turnover, watches)) await tell(bot, server, { told, watches });
	}
}

interface Telling {
	readonly told: ChannelNews;
	readonly watches: readonly Watch[];
}

async function tell(bot: Bot, server: string | null, { told, watches }: Telling): Promise<void> {
	const { channel, news } = told;
	const setting = settingOf(bot, { server, channel });
	const notice = noticeOfNews(news, tried => fitsOneMessage(tried, setting));
	try {
		const [page] = noticeReply(notice, null, setting).pages;
		if (page !== undefined) await bot.responder.post(channel, page);
		bot.log.info({ told: news.length }, "told a channel what is new");
	} catch (error) {
		bot.log.warn({ error }, "a channel could not be told what is new");
		const own = watches.filter(watch => watch.channel === channel);
		if (isClosed(error)) await forget(bot, server, own);
	}
}

/** Discord's words for a channel that is gone, or that the bot may not see or write in. */
const CLOSED: readonly (string | number)[] = [
	RESTJSONErrorCodes.UnknownChannel,
	RESTJSONErrorCodes.MissingAccess,
	RESTJSONErrorCodes.MissingPermissions,
];

function isClosed(error: unknown): boolean {
	return error instanceof DiscordAPIError && CLOSED.includes(error.code);
}

async function forget(bot: Bot, server: string | null, watches: readonly Watch[]): Promise<void> {
	for (const { channel, story, claim } of watches) {
		const change = { kind: "unwatch", story, claim } as const;
		const asker = { by: "schedule", server, channel };
		const { title } = await bot.moderation.carryOut(change, asker, () => undefined);
		bot.log.info({ outcome: title }, "a channel that cannot be told watches no more");
	}
}
