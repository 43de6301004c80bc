import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import type { Notification } from "pg";
import { z } from "zod";
import { parseJson } from "./entry-text.ts";
import { DATABASE_WORDS, failureOf } from "./failures.ts";
import { isRealm, type KeeperNotice, type Realm } from "./keeper.ts";
import type { Connection } from "./postgres-connection.ts";
import { CHANNEL } from "./postgres-realm.ts";

/** Listens on the database's channel, on a connection that is sought again when it is lost. */
export interface ChannelWatch {
	/** Settles when notices are given, or when it has failed to begin and goes on trying. */
	readonly begun: Promise<void>;
	readonly end: () => Promise<void>;
}

const FIRST_PAUSE_MILLISECONDS = 250;
const LONGEST_PAUSE_MILLISECONDS = 8_000;

/** How often the connection is tried: one that a network has dropped says nothing of it. */
const HEARTBEAT_MILLISECONDS = 15_000;

const TOLD = z.object({
	realm: z.custom<Realm>(value => typeof value === "string" && isRealm(value)),
	number: z.int().nullable(),
});

type Listener = (notice: KeeperNotice) => void;

/** What one watch is given by its keeper. */
interface Watching {
	readonly connection: Connection;
	readonly listener: Listener;
	readonly signal: AbortSignal;
	/** Called when it listens, or has failed to. */
	readonly begin: () => void;
}

/** Gives notice of what others, and oneself, commit; see `Keeper.watch`. */
export function watchChannel(connection: Connection, listener: Listener): ChannelWatch {
	const ending = new AbortController();
	let running: Promise<void> = Promise.resolve();
	const begun = new Promise<void>(begin => {
		running = watch({ connection, listener, signal: ending.signal, begin });
	});
	return {
		begun,
		end: () => {
			ending.abort();
			return running;
		},
	};
}

async function watch(watching: Watching): Promise<void> {
	const { listener, signal, begin } = watching;
	let isInterrupted = false;
	let pause = FIRST_PAUSE_MILLISECONDS;
	const listening = (): void => {
		if (isInterrupted) listener({ kind: "unknown" });
		isInterrupted = false;
		pause = FIRST_PAUSE_MILLISECONDS;
		begin();
	};
	while (!signal.aborted) {
		try {
			await listen(watching, listening);
		} catch (error) {
			if (!(signal.aborted || isInterrupted)) listener(failureOf(error, DATABASE_WORDS));
			isInterrupted = true;
			begin();
			await rest(pause, signal);
			pause = Math.min(pause * 2, LONGEST_PAUSE_MILLISECONDS);
		}
	}
	begin();
}

/** Listens until the connection is lost, which it throws, or until it is to end. */
async function listen(
	{ connection, listener, signal }: Watching,
	listening: () => void,
): Promise<void> {
	const client = await connection.dedicate();
	try {
		const lost = once(client, "end", { signal }).catch(() => undefined);
		client.on("notification", notification => {
			if (!signal.aborted) listener(noticeOf(notification));
		});
		await client.query(`listen ${CHANNEL}`);
		listening();
		while (!signal.aborted) {
			await Promise.race([lost, rest(HEARTBEAT_MILLISECONDS, signal)]);
			if (!signal.aborted) await client.query("select 1");
		}
	} finally {
		await client.end().catch(() => undefined);
	}
}

function noticeOf({ payload }: Notification): KeeperNotice {
	const told = TOLD.safeParse(parseJson(payload ?? ""));
	if (!told.success || told.data.number === null) return { kind: "unknown" };
	return { kind: "committed", realm: told.data.realm, number: told.data.number };
}

/** Waits, but not when it is to end. */
async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
	await setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}
