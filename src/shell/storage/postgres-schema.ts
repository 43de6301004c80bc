import type { ClientBase } from "pg";
import { KeeperError } from "./keeper-error.ts";

/**
 * What makes the tables, oldest first; each runs once in a database. New ones are added at the end,
 * and none that was released is ever changed. The migration libraries for Node that are kept up bring
 * command lines and readers of folders along for what is a list and a loop here.
 */
const MIGRATIONS: readonly string[] = [
	`create table presscheck.heads (
		realm text primary key,
		number integer not null
	);
	comment on table presscheck.heads is 'The number of the last entry of each realm';
	create table presscheck.documents (
		realm text not null,
		path text not null,
		text text,
		primary key (realm, path)
	);
	comment on column presscheck.documents.text is 'null: the file of the corpus with this path is hidden';
	create table presscheck.entries (
		realm text not null,
		number integer not null,
		at text collate "C" not null,
		story text,
		entry json not null,
		primary key (realm, number)
	);
	create table presscheck.lock_holders (
		realm text not null,
		story text not null,
		holder json not null,
		primary key (realm, story)
	);`,
	`create table presscheck.claims (
		realm text not null,
		channel text not null,
		marks json not null,
		primary key (realm, channel)
	);
	comment on table presscheck.claims is 'What channels were told, so that one process tells it';`,
];

/** Held while tables are made, so that two programs that start at once do it one after the other. */
const MIGRATION_LOCK = 6_150_421_337;

/** Brings the tables up to this version of the program; throws where a newer one has been at them. */
export async function migrate(client: ClientBase): Promise<void> {
	await client.query("begin");
	try {
		await client.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
		const done = await migrationsDone(client);
		if (done > MIGRATIONS.length) {
			const remedy = "use the version that made it, or another database (DATABASE_URL)";
			throw new KeeperError("The database is of a newer version of the program", remedy);
		}
		for (const [index, sql] of MIGRATIONS.entries()) {
			if (index < done) continue;
			await client.query(sql);
			await client.query("insert into presscheck.migrations (number) values ($1)", [index + 1]);
		}
		await client.query("commit");
	} catch (error) {
		await client.query("rollback").catch(() => undefined);
		throw error;
	}
}

async function migrationsDone(client: ClientBase): Promise<number> {
	const found = await client.query<{ readonly has: boolean }>(
		"select to_regclass('presscheck.migrations') is not null as has",
	);
	if (found.rows[0]?.has !== true) {
		await client.query(`create schema if not exists presscheck;
			create table presscheck.migrations (
				number integer primary key,
				at timestamptz not null default now()
			)`);
	}
	const { rows } = await client.query<{ readonly done: number }>(
		"select coalesce(max(number), 0) as done from presscheck.migrations",
	);
	return rows[0]?.done ?? 0;
}
