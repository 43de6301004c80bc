import { parseList, pathOfList, writeList } from "../../records/documents.ts";
import type { Library } from "../library.ts";
import type { Log } from "../log.ts";
import {
	type DocumentState,
	type Keeper,
	type Realm,
	serverOf,
	serverRealm,
} from "../storage/keeper.ts";
import { ABSENT, isNotice, keep, standing, textAt, textOf } from "./job.ts";
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

/** Forgets in time what is not to be kept for ever. None of it rejects; what fails is logged. */
export interface Upkeep {
	/** Notes when the bot was taken out of a server; what the server kept waits for its return. */
	readonly left: (server: string) => Promise<void>;
	/** Notes that the bot is in a server. */
	readonly joined: (server: string) => Promise<void>;
	/** Notes that the bot is in these servers alone: it may have been taken out of others while it was off. */
	readonly isIn: (servers: readonly string[]) => Promise<void>;
	/** Erases what servers kept that were left long ago, and drops the oldest of the record of changes. */
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
	const left = async (server: string): Promise<void> => {
		const realm = keptOf(server);
		if (realm !== null) await note(tools, realm, "left");
	};
	return {
		left,
		joined: async server => {
			const realm = keptOf(server);
			if (realm !== null) await note(tools, realm, "joined");
		},
		isIn: async servers => {
			const kept = records.realms().flatMap(realm => serverOf(realm) ?? []);
			for (const server of kept.filter(server => !servers.includes(server))) await left(server);
		},
		tidy: async () => {
			for (const realm of records.realms()) await eraseIfLeft(tools, realm);
			await forget(tools);
		},
	};
}

/** Tidies now and then once a day; gives what ends it. */
export function keepTidy({ tidy }: Upkeep, every: Every): () => void {
	void tidy();
	return every(DAY, () => void tidy());
}

const PATH = pathOfList("left", "");

const DEEDS = {
	left: { kind: "The bot left", subject: "the server" },
	joined: { kind: "The bot came back to", subject: "the server" },
} as const;

async function note(
	{ keeper, records, log, clock }: UpkeepTools,
	realm: Realm,
	deed: keyof typeof DEEDS,
): Promise<void> {
	const asker = { by: "schedule", server: serverOf(realm), channel: null };
	const job = { keeper, realm, asker, clock, log };
	const states = await standing(job, null);
	if (isNotice(states)) {
		log.error({ reason: states.title }, "it could not be noted whether the bot is in a server");
		return;
	}
	const isNoted = states.has(PATH);
	if (isNoted === (deed === "left")) return;
	const kept = await keep(job, {
		story: null,
		deed: DEEDS[deed],
		intents: [{ path: PATH, after: stateOf(deed, clock()) }],
	});
	if (isNotice(kept)) return;
	await records.read(realm);
	log.info({ event: deed }, "noted whether the bot is in a server");
}

function stateOf(deed: keyof typeof DEEDS, now: Date): DocumentState {
	return deed === "left" ? textOf(writeList<"left">([{ at: now.toISOString() }])) : ABSENT;
}

async function eraseIfLeft(tools: UpkeepTools, realm: Realm): Promise<void> {
	const { keeper, library, records, log, clock, purgeDays } = tools;
	const states = await standing({ keeper, realm }, null);
	if (isNotice(states) || realm === "installation") return;
	const noted = parseList("left", textAt(states, PATH));
	const at = noted.kind === "list" ? noted.rows[0]?.at : undefined;
	if (at === undefined || Date.parse(at) > clock().getTime() - purgeDays * DAY) return;
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
