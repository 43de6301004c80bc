import { createHash } from "node:crypto";
import type { Client } from "pg";
import { parseHolder } from "./entry-text.ts";
import type { Held, Lock, LockHolder, Realm } from "./keeper.ts";
import type { Connection } from "./postgres-connection.ts";

/** A story's lock, as it is asked for. */
export interface LockCall {
	readonly realm: Realm;
	readonly story: string;
	readonly holder: LockHolder;
}

/** Lets the database notice within a minute when a holder's machine is gone. */
const KEEPALIVE = `set tcp_keepalives_idle = 20;
	set tcp_keepalives_interval = 10;
	set tcp_keepalives_count = 3`;

/**
 * Takes an advisory lock on a connection of its own, with which the lock goes, however that ends.
 */
export async function takeLock(connection: Connection, call: LockCall): Promise<Lock | Held> {
	const client = await connection.dedicate();
	try {
		await client.query(KEEPALIVE);
		const { rows } = await client.query<{ readonly taken: boolean }>(
			"select pg_try_advisory_lock($1) as taken",
			[keyOf(call)],
		);
		if (rows[0]?.taken === true) return await hold(client, call);
		const holder = await holderOf(client, call);
		await client.end();
		return { kind: "held", holder };
	} catch (error) {
		void client.end();
		throw error;
	}
}

async function hold(client: Client, call: LockCall): Promise<Lock> {
	const { realm, story, holder } = call;
	let isHeld = true;
	client.once("end", () => {
		isHeld = false;
	});
	await client.query(
		`insert into presscheck.lock_holders (realm, story, holder) values ($1, $2, $3)
		on conflict (realm, story) do update set holder = excluded.holder`,
		[realm, story, JSON.stringify(holder)],
	);
	const release = async (): Promise<void> => {
		if (!isHeld) return;
		isHeld = false;
		await letGo(client, call);
	};
	return { kind: "locked", isHeld: () => isHeld, release };
}

async function letGo(client: Client, call: LockCall): Promise<void> {
	const { realm, story } = call;
	try {
		const sql = "delete from presscheck.lock_holders where realm = $1 and story = $2";
		await client.query(sql, [realm, story]);
		await client.query("select pg_advisory_unlock($1)", [keyOf(call)]);
		await client.end();
	} catch {
		// With the connection, the lock is gone already.
	}
}

async function holderOf(client: Client, { realm, story }: LockCall): Promise<LockHolder | null> {
	const { rows } = await client.query<{ readonly holder: string }>(
		"select holder::text as holder from presscheck.lock_holders where realm = $1 and story = $2",
		[realm, story],
	);
	return parseHolder(rows[0]?.holder ?? "");
}

/** Advisory locks have numbers of 64 bits for names. */
function keyOf({ realm, story }: LockCall): string {
	const digest = createHash("sha256").update(`presscheck\n${realm}\n${story}`).digest();
	return digest.readBigInt64BE().toString();
}
