import { setTimeout } from "node:timers/promises";
import pg, { type Client, type ClientBase, type PoolClient } from "pg";
import { KeeperError } from "./keeper-error.ts";
import { migrate } from "./postgres-schema.ts";

/** The way to a database, on which the tables are made before anything else is done. */
export interface Connection {
	/** Does something on one of a few connections that are kept open. */
	readonly use: <T>(deed: (client: ClientBase) => Promise<T>) => Promise<T>;
	/** Does something as one transaction, which counts only where it answers `keep`. */
	readonly transact: <T>(deed: (client: ClientBase) => Promise<Transacted<T>>) => Promise<T>;
	/** Opens a connection for oneself alone, to be ended by oneself. */
	readonly dedicate: () => Promise<Client>;
	readonly close: () => Promise<void>;
}

/** What a transaction came to, and whether it counts. */
export interface Transacted<T> {
	readonly keep: boolean;
	readonly value: T;
}

/** Connections that questions share. */
const SHARED_CONNECTIONS = 4;

const CONNECT_MILLISECONDS = 5_000;

/** Far longer than anything asked of the database takes. */
const QUERY_MILLISECONDS = 30_000;

/** How long a commit waits for another of the same realm. */
const LOCK_MILLISECONDS = 20_000;

/** A connection to the database of a URL; it is first sought when something is done on it. */
export function postgresConnection(url: string): Connection {
	const config = {
		connectionString: url,
		connectionTimeoutMillis: CONNECT_MILLISECONDS,
		query_timeout: QUERY_MILLISECONDS,
		lock_timeout: LOCK_MILLISECONDS,
		keepAlive: true,
		fallback_application_name: "presscheck",
	};
	const pool = new pg.Pool({ ...config, max: SHARED_CONNECTIONS });
	// A connection that is lost while nobody uses it is replaced when one is wanted.
	pool.on("error", () => undefined);
	let migrated: Promise<void> | null = null;
	const ready = (): Promise<void> => {
		migrated ??= withClient(pool, migrate).catch(error => {
			migrated = null;
			throw error;
		});
		return migrated;
	};
	return {
		use: async deed => {
			await ready();
			return withClient(pool, deed);
		},
		transact: async deed => {
			await ready();
			return transact(pool, deed);
		},
		dedicate: async () => {
			await ready();
			const client = new pg.Client(config);
			client.on("error", () => undefined);
			await client.connect();
			return client;
		},
		close: () => pool.end(),
	};
}

async function withClient<T>(pool: pg.Pool, deed: (client: PoolClient) => Promise<T>): Promise<T> {
	const client = await pool.connect();
	let isSound = false;
	// Without a listener, a connection that is lost meanwhile would end the process.
	const heed = (): undefined => undefined;
	client.on("error", heed);
	try {
		const value = await deed(client);
		isSound = true;
		return value;
	} finally {
		client.off("error", heed);
		client.release(!isSound);
	}
}

/** A transaction that may have been committed, and what it came to if so. */
interface Commitment<T> {
	readonly value: T;
	/** Its number with the database. */
	readonly transaction: string;
}

async function transact<T>(
	pool: pg.Pool,
	deed: (client: ClientBase) => Promise<Transacted<T>>,
): Promise<T> {
	const commitments: Commitment<T>[] = [];
	try {
		return await withClient(pool, async client => {
			await client.query("begin");
			const { keep, value } = await deed(client);
			if (keep) commitments.push({ value, transaction: await transactionOf(client) });
			await client.query(keep ? "commit" : "rollback");
			return value;
		});
	} catch (error) {
		const [commitment] = commitments;
		if (commitment === undefined) throw error;
		if (await hasCommitted(pool, commitment.transaction)) return commitment.value;
		throw error;
	}
}

async function transactionOf(client: ClientBase): Promise<string> {
	const sql = "select pg_current_xact_id()::text as id";
	const { rows } = await client.query<{ readonly id: string }>(sql);
	return rows[0]?.id ?? "";
}

/** How often a database that was lost during a commit is asked what came of it, and how far apart. */
const QUESTIONS = 5;
const PAUSE_MILLISECONDS = 200;

/** Whether a transaction counts of which the answer was lost; throws where that cannot be told. */
async function hasCommitted(pool: pg.Pool, transaction: string): Promise<boolean> {
	for (let question = 1; question <= QUESTIONS; question += 1) {
		const status = await statusOf(pool, transaction).catch(() => "unknown");
		if (status === "committed") return true;
		if (status === "aborted") return false;
		await setTimeout(PAUSE_MILLISECONDS);
	}
	throw new KeeperError(
		"The database was lost in the moment of the commit",
		"look into the history whether the change was made, before you try again",
	);
}

/** "committed", "aborted" or "in progress": https://www.postgresql.org/docs/current/functions-info.html */
async function statusOf(pool: pg.Pool, transaction: string): Promise<string> {
	const { rows } = await pool.query<{ readonly status: string | null }>(
		"select pg_xact_status($1::xid8) as status",
		[transaction],
	);
	return rows[0]?.status ?? "unknown";
}
