import type { Validators } from "../../ingest/fetch/fetched.ts";
import type { Feed } from "../../records/records.ts";
import type { Realm } from "../storage/keeper.ts";
import { type FeedReading, readFeedAt } from "./feed-reading.ts";
import { takeInFeed } from "./feed-taking.ts";
import type { Job, Tools } from "./job.ts";
import type { RecordsDesk } from "./records-desk.ts";
import type { Every } from "./upkeep.ts";

/** What feeds are looked at with. */
export interface FeedWatchTools extends Pick<Tools, "fetcher" | "extractor" | "log" | "clock"> {
	readonly records: RecordsDesk;
	/** Does work of the program's own in a realm; null where its stories are another realm's. */
	readonly during: <T>(realm: Realm, work: (job: Job) => Promise<T>) => Promise<T> | null;
	/** Numbers from 0 to 1. */
	readonly random: () => number;
	/** How often a feed is looked at. */
	readonly minutes: number;
}

/** Looks at feeds when their turns come. */
export interface FeedWatch {
	/**
	 * Looks at every feed whose turn has come, one after the other. Called again before it is done, it
	 * begins nothing new. Never rejects.
	 */
	readonly round: () => Promise<void>;
	/** Gives up what is under way, and waits for its end. */
	readonly close: () => Promise<void>;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** As a share of the rest: feeds of one host do not stay in step. */
const SPREAD = 0.1;

/** How the last look at a feed went. */
export interface Outcome {
	/** How many looks have failed since the last that did not. */
	readonly failures: number;
	/** Seconds for which the server asked to be left alone; null where it did not. */
	readonly retryAfter: number | null;
}

/**
 * How long a feed is left alone, in milliseconds: so many minutes, twice as long after each failure, a
 * day at most, and no less than its server asks for; a little longer by chance.
 *
 * @param random from 0 to 1
 * @example restAfter({ failures: 2, retryAfter: null }, 15, 0) === 60 * 60_000
 */
export function restAfter(
	{ failures, retryAfter }: Outcome,
	minutes: number,
	random: number,
): number {
	const rest = Math.max(minutes * MINUTE * 2 ** failures, (retryAfter ?? 0) * 1_000);
	return Math.min(rest, DAY) * (1 + SPREAD * random);
}

/** What is remembered of a feed between two looks. */
interface Turn {
	/** Milliseconds since 1970. */
	readonly due: number;
	readonly failures: number;
	readonly validators: Validators | null;
}

/** A feed of a realm. */
interface Watched {
	readonly realm: Realm;
	readonly feed: Feed;
}

/** A watch over the feeds of all realms but those of servers that the bot has left. The first looks are spread over the time between two. */
export function createFeedWatch(tools: FeedWatchTools): FeedWatch {
	const { records, log, clock, random, minutes } = tools;
	const turns = new Map<string, Turn>();
	const closing = new AbortController();
	const first = (): Turn => {
		const due = clock().getTime() + random() * minutes * MINUTE;
		return { due, failures: 0, validators: null };
	};
	const look = async (watched: Watched): Promise<void> => {
		if (records.isLeft(watched.realm)) return;
		const key = keyOf(watched);
		const turn = turns.get(key) ?? first();
		turns.set(key, turn);
		if (closing.signal.aborted || turn.due > clock().getTime()) return;
		const { failures, retryAfter, validators } = await lookAt(tools, watched, {
			...turn,
			signal: closing.signal,
		});
		const rest = restAfter({ failures, retryAfter }, minutes, random());
		turns.set(key, { due: clock().getTime() + rest, failures, validators });
	};
	const lookRound = async (): Promise<void> => {
		const all = records
			.realms()
			.flatMap(realm => records.of(realm).feeds.map((feed): Watched => ({ realm, feed })));
		const keys = new Set(all.map(keyOf));
		for (const key of turns.keys()) if (!keys.has(key)) turns.delete(key);
		for (const watched of all) await look(watched);
	};
	let underWay: Promise<void> | null = null;
	return {
		round: () => {
			underWay ??= lookRound()
				.catch(error => log.error({ error }, "the feeds could not be looked at"))
				.finally(() => {
					underWay = null;
				});
			return underWay;
		},
		close: async () => {
			closing.abort();
			await underWay;
		},
	};
}

/** Sees every minute whose turn it is; gives what ends it. */
export function keepLooking({ round, close }: FeedWatch, every: Every): () => Promise<void> {
	const end = every(MINUTE, () => void round());
	return async () => {
		end();
		await close();
	};
}

function keyOf({ realm, feed: { story, id, address } }: Watched): string {
	return [realm, story, id, address].join("\n");
}

interface Looking extends Pick<Turn, "failures" | "validators"> {
	readonly signal: AbortSignal;
}

/** What a look comes to: how it went, and by what to tell that the feed is as it was. */
interface Looked extends Outcome, Pick<Turn, "validators"> {}

/** Looks at a feed and takes in what is new. A look whose finds could not be kept is no look. */
async function lookAt(
	tools: FeedWatchTools,
	watched: Watched,
	{ failures, validators, signal }: Looking,
): Promise<Looked> {
	const { realm, feed } = watched;
	const looking = { failures, retryAfter: null, validators };
	const reading = await readFeedAt(tools, { address: feed.address, validators, signal });
	if (signal.aborted || tools.records.isLeft(realm)) return looking;
	if (reading.kind === "unread") return noteFailure(tools, watched, { reading, looking });
	const lookedAt = tools.clock().toISOString();
	tools.records.looked(realm, feed, { lookedAt, problem: null });
	const well = { ...looking, failures: 0 };
	if (reading.kind === "unchanged") return well;
	const isKept = await tools.during(realm, job =>
		takeInFeed(job, feed, { items: reading.items, signal }),
	);
	return isKept === false ? well : { ...well, validators: reading.validators };
}

interface Failing {
	readonly reading: Extract<FeedReading, { kind: "unread" }>;
	readonly looking: Looked;
}

function noteFailure(
	{ records, log }: FeedWatchTools,
	{ realm, feed }: Watched,
	{ reading, looking: { failures, validators } }: Failing,
): Looked {
	const { reason, remedy, retryAfter } = reading;
	log.warn({ address: feed.address, reason, remedy }, "a feed cannot be read");
	const known = records
		.of(realm)
		.feeds.find(({ id, story }) => id === feed.id && story === feed.story);
	const lookedAt = known?.lookedAt ?? null;
	records.looked(realm, feed, { lookedAt, problem: `${reason}; ${remedy}` });
	return { failures: failures + 1, retryAfter, validators };
}
