import type { Watch } from "../../records/records.ts";
import { type Reach, reachOf } from "../library.ts";
import type { ServedChange } from "../moderation/job.ts";
import { type ChannelNews, type News, newsOf } from "../moderation/news.ts";
import { noticeOfNews } from "../moderation/news-notice.ts";
import { type Bot, settingOf } from "./bot.ts";
import { fitsOneMessage, noticeReply } from "./reply.ts";

/**
 * Tells the channels that watch what a change brought, in one message each and without pinging anybody.
 * Every process that serves the change comes here; of a channel that several of them see, one tells it. A
 * channel that is gone watches no more. Never rejects.
 */
export async function announce(bot: Bot, change: ServedChange): Promise<void> {
	const { moderation, library } = bot;
	const { realm, before, diff, since } = change;
	const now = library.reach(realm);
	const realms = new Map(moderation.servers().map(server => [moderation.realmOf(server), server]));
	for (const [own, server] of realms) {
		// What the installation is served, every server sees.
		if (realm !== "installation" && realm !== own) continue;
		const { watches } = moderation.records(server);
		const turnover = { before, after: library.current(own), diff };
		for (const told of newsOf(turnover, watches)) {
			await tell(bot, server, { told, watches, since, now });
		}
	}
}

interface Telling {
	readonly told: ChannelNews;
	readonly watches: readonly Watch[];
	/** How far was read what was served before. */
	readonly since: Reach;
	readonly now: Reach;
}

async function tell(bot: Bot, server: string | null, telling: Telling): Promise<void> {
	const { told, watches } = telling;
	const { channel } = told;
	try {
		const sight = await bot.responder.sight(channel);
		if (sight === "seen") await post(bot, server, telling);
		if (sight === "closed") bot.log.warn({}, "a channel that watches is closed to this bot");
		if (sight !== "gone") return;
		const own = watches.filter(watch => watch.channel === channel);
		await forget(bot, server, own);
	} catch (error) {
		bot.log.warn({ error }, "a channel could not be told what is new");
	}
}

/** Claims the news before it tells them: a process that ends in between has told nothing, and no other does. */
async function post(bot: Bot, server: string | null, telling: Telling): Promise<void> {
	const { channel } = telling.told;
	const news = await claimed(bot, server, telling);
	if (news.length === 0) return;
	const setting = settingOf(bot, { server, channel });
	const notice = noticeOfNews(news, tried => fitsOneMessage(tried, setting));
	const [page] = noticeReply(notice, null, setting).pages;
	if (page !== undefined) await bot.responder.post(channel, page);
	bot.log.info({ told: news.length }, "told a channel what is new");
}

/** The news that no other process tells this channel. */
async function claimed(
	{ moderation }: Bot,
	server: string | null,
	{ told: { channel, news }, since, now }: Telling,
): Promise<readonly News[]> {
	const tidings = news.map(({ marks, story: { id } }) => {
		return { marks, since: reachOf(since, id), number: reachOf(now, id) };
	});
	const outcome = await moderation.claim(server, { channel, tidings });
	if (outcome.kind === "failed") throw new Error(outcome.reason, { cause: outcome.error });
	return outcome.places.flatMap(place => news[place] ?? []);
}

async function forget(bot: Bot, server: string | null, watches: readonly Watch[]): Promise<void> {
	for (const { channel, story, claim } of watches) {
		const change = { kind: "unwatch", story, claim } as const;
		const asker = { by: "schedule", server, channel };
		const { title } = await bot.moderation.carryOut(change, asker, () => undefined);
		bot.log.info({ outcome: title }, "a channel that cannot be told watches no more");
	}
}
