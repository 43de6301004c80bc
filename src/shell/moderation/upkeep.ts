import { parseList, pathOfList, writeList } from "../../records/documents.ts";
import type { Library } from "../library.ts";
import type { Log } from "../log.ts";
import { type Keeper, type Realm, serverOf, serverRealm } from "../storage/keeper.ts";
import { isNotice, keep, standing, textAt, textOf } from "./job.ts";
import { leftSince, mayHaveBeen, type Presences, type Standing, withStanding } from "./presence.ts";
import type { RecordsDesk } from "./records-desk.ts";

/** What upkeep works with. */
export interface UpkeepTools {
	readonly keeper: Keeper;
	readonly library: Library;
	readonly records: RecordsDesk;
	readonly log: Log;
	readonly clock: () => Date;
	/** The server whose stories are the installation's, which stay; null for none. */
	readonly keeperServer: string | null;
	/** Days that the record of changes goes back. */
	readonly historyDays: number;
	/** Days after which all is removed that a server kept which the bot has left. */
	readonly purgeDays: number;
}

/** A bot, and a server. */
export interface Seat {
	/** The application's id at Discord. */
	readonly application: string;
	readonly server: string;
}

/** Forgets in time what is not to be kept for ever. None of it rejects; what fails is logged. */
export interface Upkeep {
	/** Notes when a bot was taken out of a server; what the server kept waits for its return. */
	readonly left: (seat: Seat) => Promise<void>;
	/** Notes that a bot is in a server. */
	readonly joined: (seat: Seat) => Promise<void>;
	/** Notes that a bot is in these servers alone: it may have been taken out of others while it was off. */
	readonly isIn: (application: string, servers: readonly string[]) => Promise<void>;
	/**
	 * Erases what servers kept that every bot has left long ago, and drops the oldest of the record of
	 * changes. That this program's bots are where they are is noted before.
	 */
	readonly tidy: () => Promise<void>;
}

/** Does something again and again, so many milliseconds apart; gives what ends it. */
export type Every = (milliseconds: number, work: () => void) => () => void;

const DAY = 24 * 60 * 60 * 1000;

/** Upkeep of all that a keeper keeps. */
export function createUpkeep(tools: UpkeepTools): Upkeep {
	const { records, keeperServer } = tools;
	const keptOf = (server: string): Realm | null => {
		const realm = serverRealm(server);
		return server !== keeperServer && records.realms().includes(realm) ? realm : null;
	};
	const seats = new Map<string, Seat>();
	const inTurn = createTurns();
	const noteAt = async (seat: Seat, standing: Standing): Promise<void> => {
		const realm = keptOf(seat.server);
		if (realm !== null) await inTurn(() => note(tools, realm, { seat, standing }));
	};
	const joined: Upkeep["joined"] = seat => {
		seats.set(keyOf(seat), seat);
		return noteAt(seat, "in");
	};
	return {
		joined,
		left: seat => {
			seats.delete(keyOf(seat));
			return noteAt(seat, "left");
		},
		isIn: async (application, servers) => {
			for (const server of servers) await joined({ application, server });
			const kept = records.realms().flatMap(realm => serverOf(realm) ?? []);
			for (const server of kept.filter(server => !servers.includes(server))) {
				const realm = serverRealm(server);
				const presences = await presencesIn(tools, realm);
				const may = presences !== null && mayHaveBeen(presences, application);
				if (may) await noteAt({ application, server }, "left");
			}
		},
		tidy: async () => {
			for (const seat of seats.values()) await noteAt(seat, "in");
			for (const realm of records.realms()) await eraseIfLeft(tools, realm);
			await forget(tools);
		},
	};
}

function keyOf({ application, server }: Seat): string {
	return `${application} ${server}`;
}

/** Does what it is given one after the other. */
function createTurns(): (work: () => Promise<void>) => Promise<void> {
	let last = Promise.resolve();
	return work => {
		last = last.then(work);
		return last;
	};
}

/** Tidies now and then once a day; gives what ends it. */
export function keepTidy({ tidy }: Upkeep, every: Every): () => void {
	void tidy();
	return every(DAY, () => void tidy());
}

const PATH = pathOfList("left", "");

/** How a note calls what it found, first by whether anything was known of the bot. */
const DEEDS = {
	in: ["The bot is in", "The bot came back to"],
	left: ["The bot left", "The bot left"],
} as const;

/** Another program may note something of its own bot at the same moment. */
const MOST_TRIES = 3;

interface Noting {
	readonly seat: Seat;
	readonly standing: Standing;
}

async function note(tools: UpkeepTools, realm: Realm, noting: Noting): Promise<void> {
	const { records, log } = tools;
	for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
		const outcome = await tryToNote(tools, realm, noting);
		if (outcome === "known") return;
		if (outcome === "failed") continue;
		await records.read(realm);
		const event = noting.standing === "left" ? "left" : "joined";
		log.info({ event }, "noted whether the bot is in a server");
		return;
	}
	log.error({}, "it could not be noted whether the bot is in a server");
}

async function tryToNote(
	tools: UpkeepTools,
	realm: Realm,
	{ seat: { application, server }, standing }: Noting,
): Promise<"noted" | "known" | "failed"> {
	const { keeper, log, clock } = tools;
	const known = await presencesIn(tools, realm);
	if (known === null) return "failed";
	const presences = withStanding(known, { application, standing, now: clock() });
	if (presences === known) return "known";
	const asker = { by: "schedule", server, channel: null };
	const kind = DEEDS[standing][known.length === 0 ? 0 : 1];
	const kept = await keep(
		{ keeper, realm, asker, clock, log },
		{
			story: null,
			deed: { kind, subject: "the server" },
			intents: [{ path: PATH, after: textOf(writeList<"left">(presences)) }],
		},
	);
	return isNotice(kept) ? "failed" : "noted";
}

/** Which bots are or were in a realm's server; null where that cannot be read. */
async function presencesIn({ keeper }: UpkeepTools, realm: Realm): Promise<Presences | null> {
	const states = await standing({ keeper, realm }, null);
	if (isNotice(states)) return null;
	const noted = parseList("left", textAt(states, PATH));
	return noted.kind === "list" ? noted.rows : [];
}

async function eraseIfLeft(tools: UpkeepTools, realm: Realm): Promise<void> {
	const { keeper, library, records, log, clock, purgeDays } = tools;
	if (realm === "installation") return;
	const at = leftSince((await presencesIn(tools, realm)) ?? []);
	if (at === null || Date.parse(at) > clock().getTime() - purgeDays * DAY) return;
	const erased = await keeper.erase(realm);
	if (erased.kind === "failed") {
		log.error({ reason: erased.reason, error: erased.error }, "a server could not be erased");
		return;
	}
	await library.reload(realm, null);
	await records.read(realm);
	log.info({ entries: erased.entries }, "erased what a server kept that the bot has left");
}

async function forget({ keeper, records, log, clock, historyDays }: UpkeepTools): Promise<void> {
	const before = new Date(clock().getTime() - historyDays * DAY).toISOString();
	const forgotten = await keeper.forget(before);
	if (forgotten.kind === "failed") {
		log.error(
			{ reason: forgotten.reason, error: forgotten.error },
			"old changes were not forgotten",
		);
		return;
	}
	if (forgotten.entries === 0) return;
	log.info({ entries: forgotten.entries }, "forgot old changes");
	for (const realm of records.realms()) await records.read(realm);
}
