import { createExtractor, EXTRACTOR } from "../../ingest/extractor.ts";
import { createFetcher, type FetcherSettings } from "../../ingest/fetch/fetcher.ts";
import type { Library } from "../library.ts";
import type { Log } from "../log.ts";
import { type Keeper, serverOf } from "../storage/keeper.ts";
import { createDrafts } from "./drafts.ts";
import { createFeedWatch, type FeedWatch, type FeedWatchTools } from "./feed-watch.ts";
import { createFollower } from "./follow.ts";
import type { Tools } from "./job.ts";
import { createModeration, type Moderation, type ModerationTools } from "./moderation.ts";
import { tellOfOutlets } from "./outlets-changes.ts";
import { createRecordsDesk } from "./records-desk.ts";
import { createUpkeep, type Upkeep, type UpkeepTools } from "./upkeep.ts";

/** What moderation is opened with. */
export interface Opening
	extends Pick<ModerationTools, "keeperServer" | "changed">,
		Pick<UpkeepTools, "historyDays" | "purgeDays"> {
	readonly library: Library;
	readonly keeper: Keeper;
	readonly fetching: FetcherSettings;
	readonly readFile: Tools["readFile"];
	readonly log: Log;
	readonly clock: () => Date;
}

/** Moderation with its own fetcher and extractor. */
export interface OpenModeration extends Moderation {
	readonly upkeep: Upkeep;
	/** Looks at the feeds of every realm, when told to. */
	readonly feedWatch: (pace: Pick<FeedWatchTools, "minutes" | "random">) => FeedWatch;
	/** Ends what it started; the keeper and the library stay as they are. */
	readonly close: () => Promise<void>;
}

/** Opens moderation on what a keeper keeps, with the records of every realm read. */
export async function openModeration(opening: Opening): Promise<OpenModeration> {
	const { library, keeper, log, clock } = opening;
	const drafts = createDrafts(clock);
	const records = createRecordsDesk({ keeper, drafts, log });
	const kept = await keeper.realms();
	const realms = kept.kind === "failed" ? [] : kept.realms;
	for (const realm of new Set([...realms, "installation" as const])) await records.read(realm);
	const changed = tellOfOutlets(opening);
	const follower = createFollower({ library, records, changed, log });
	const unwatch = keeper.watch(notice => void follower.hear(notice));
	const fetcher = createFetcher(opening.fetching);
	const extractor = createExtractor(EXTRACTOR);
	const moderation = createModeration({ ...opening, changed, drafts, records, fetcher, extractor });
	const during: FeedWatchTools["during"] = (realm, work) => {
		const asker = { by: "schedule", server: serverOf(realm), channel: null };
		if (moderation.realmOf(asker.server) !== realm) return null;
		return follower.during(realm, () => work(moderation.jobFor(asker, () => undefined)));
	};
	return {
		...moderation,
		upkeep: createUpkeep({ ...opening, records }),
		feedWatch: pace =>
			createFeedWatch({ ...opening, ...pace, records, fetcher, extractor, during }),
		carryOut: (change, asker, progress) =>
			follower.during(moderation.realmOf(asker.server), () =>
				moderation.carryOut(change, asker, progress),
			),
		close: async () => {
			unwatch();
			await follower.end();
			await Promise.all([extractor.close(), fetcher.close()]);
		},
	};
}
