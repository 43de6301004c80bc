import { DiscordAPIError, RESTJSONErrorCodes } from "discord.js";
import { showClaim } from "../../answers/claim.ts";
import type { Watch } from "../../records/records.ts";
import type { ServedChange } from "../moderation/job.ts";
import { type ChannelNews, type News, newsOf } from "../moderation/news.ts";
import { type Bot, settingOf } from "./bot.ts";
import type { Place } from "./place.ts";
import { answerReply, noticeReply, type Reply } from "./reply.ts";

/**
 * Tells the channels that watch what a change brought, once each and without pinging anybody. A channel
 * that is gone, or closed to the bot, watches no more. Never rejects.
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
	const { channel, news, more } = told;
	try {
		for (const [at, item] of news.entries()) {
			const isLast = at === news.length - 1;
			const note = isLast && more > 0 ? `And ${more} more changed; /figures shows them all.` : null;
			const [page] = replyOf(bot, item, { place: { server, channel }, note }).pages;
			if (page !== undefined) await bot.responder.post(channel, page);
		}
		bot.log.info({ told: news.length, more }, "told a channel what is new");
	} catch (error) {
		bot.log.warn({ error }, "a channel could not be told what is new");
		if (isClosed(error))
			await forget(
				bot,
				server,
				watches.filter(watch => watch.channel === channel),
			);
	}
}

function replyOf(
	bot: Bot,
	{ story, claim, label, lead }: News,
	{ place, note }: { readonly place: Place; readonly note: string | null },
): Reply {
	const setting = { ...settingOf(bot, place), note };
	if (claim === null) {
		const notice = { title: label, text: lead, sections: [], choices: [], refusal: false };
		return noticeReply(notice, null, setting);
	}
	const answer = showClaim(story, claim);
	const ask = { name: "claim", values: { text: label, story: story.id } };
	return answerReply({ ...answer, text: `${lead} ${answer.text}` }, ask, setting);
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
