import type { FoundItem } from "../../ingest/extract/outcome.ts";
import type { Feed, FeedItem } from "../../records/records.ts";
import { addArticle } from "./articles.ts";
import { type Intake, takeIn } from "./feed-items.ts";
import { keepFeeds } from "./feeds.ts";
import { isNotice, type Job } from "./job.ts";

/** What a feed lists. */
export interface Listing {
	readonly items: readonly FoundItem[];
	/** Ends the adding; what is not added yet waits. */
	readonly signal: AbortSignal;
}

/**
 * Puts what a feed newly lists among what waits, as one change, and adds it at once where the feed is
 * trusted: each as a change of its own, so that each can be taken back; it waits again then, as what
 * cannot be added does. Gives whether what was found is kept.
 */
export async function takeInFeed(
	job: Job,
	feed: Feed,
	{ items, signal }: Listing,
): Promise<boolean> {
	const intakes: Intake[] = [];
	const kept = await keepFeeds(job, feed.story, {
		deed: { kind: "Found new pages in the feed", subject: feed.address },
		rows: (rows, held) => {
			const row = rows.find(({ id, address }) => id === feed.id && address === feed.address);
			if (row === undefined) return null;
			const taken = takeIn(row, items, held);
			intakes.push(taken);
			return taken.fresh.length === 0 ? null : rows.map(one => (one === row ? taken.row : one));
		},
	});
	const { address } = feed;
	const fresh = intakes.flatMap(intake => intake.fresh);
	if (isNotice(kept)) {
		if (intakes.length > 0 && fresh.length === 0) return true;
		job.log.warn({ address, reason: kept.title }, "what a feed lists could not be kept");
		return false;
	}
	job.log.info({ address, pages: fresh.length }, "a feed lists new pages");
	if (!feed.trusted) return true;
	for (const item of fresh) if (!signal.aborted) await add(job, feed, item);
	return true;
}

async function add(job: Job, { story }: Feed, { address }: FeedItem): Promise<void> {
	const before = job.library.current(job.realm);
	const notice = await addArticle(
		{ ...job, before },
		{
			kind: "add article",
			story,
			origin: { kind: "addresses", addresses: [address] },
			fields: {},
			confirmed: true,
		},
	);
	if (notice.refusal) {
		const reason = `${notice.title}: ${notice.text}`;
		job.log.warn({ address, reason }, "a page of a trusted feed could not be added");
	} else job.log.info({ address }, "added a page of a trusted feed");
}
