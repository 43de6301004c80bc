import type { ClientBase } from "pg";
import { type Cleaning, cleaned, entryOf, isCleaning, isSameState } from "./drafts.ts";
import { parseEntry } from "./entry-text.ts";
import {
	type Committed,
	type Conflict,
	checkedRealm,
	type DocumentState,
	type DocumentWrite,
	type Draft,
	type Entry,
	type EntryQuery,
	type KeptDocument,
	type Realm,
	type RealmContents,
	type Removed,
} from "./keeper.ts";
import type { Transacted } from "./postgres-connection.ts";

/** Where commits are told of, to all who listen in the database. */
export const CHANNEL = "presscheck";

interface DocumentRow {
	readonly path: string;
	/** null for a hidden document. */
	readonly text: string | null;
}

interface EntryRow {
	readonly entry: string;
}

/** Reads a realm, or one story of it, by one statement and so as it stood at one moment. */
export async function readRealm(
	client: ClientBase,
	realm: Realm,
	story: string | null,
): Promise<RealmContents> {
	const { rows } = await client.query<{ number: number; path: string | null; text: string | null }>(
		`select number, path, text
		from presscheck.heads left join presscheck.documents
			on documents.realm = heads.realm and starts_with(path, $2)
		where heads.realm = $1`,
		[realm, story === null ? "" : `${story}/`],
	);
	const documents: KeptDocument[] = [];
	for (const { path, text } of rows) {
		if (path !== null) documents.push({ path, state: stateOf(text) });
	}
	return {
		kind: "read",
		documents: documents.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
		problems: [],
		number: rows[0]?.number ?? 0,
	};
}

/** The realms that have been written to, `installation` first. */
export async function readRealms(client: ClientBase): Promise<readonly Realm[]> {
	const { rows } = await client.query<{ readonly realm: string }>(
		"select realm from presscheck.heads",
	);
	return rows.map(({ realm }) => checkedRealm(realm)).toSorted();
}

/** The entries that are asked for, newest first. */
export async function readEntries(
	client: ClientBase,
	realm: Realm,
	{ story, below, limit }: EntryQuery,
): Promise<readonly Entry[]> {
	const { rows } = await client.query<EntryRow>(
		`select entry::text as entry
		from presscheck.entries
		where realm = $1 and ($2::text is null or story = $2) and ($3::integer is null or number < $3)
		order by number desc
		limit $4`,
		[realm, story, below, limit],
	);
	return rows.map(entryIn);
}

/** Makes a commit within a transaction, in which it has the realm for itself. */
export async function commitTo(
	client: ClientBase,
	realm: Realm,
	draft: Draft,
): Promise<Transacted<Committed | Conflict>> {
	const number = await takeHead(client, realm);
	const paths = await conflictsOf(client, realm, draft.writes);
	if (paths.length > 0) return { keep: false, value: { kind: "conflict", paths } };
	const entry = entryOf(draft, number + 1);
	for (const { path, after } of draft.writes) await putState(client, { realm, path, state: after });
	if (isCleaning(entry)) await cleanEntries(client, realm, entry);
	await client.query(
		"insert into presscheck.entries (realm, number, at, story, entry) values ($1, $2, $3, $4, $5)",
		[realm, entry.number, entry.at, entry.story, JSON.stringify(entry)],
	);
	await client.query("update presscheck.heads set number = $2 where realm = $1", [
		realm,
		entry.number,
	]);
	await notify(client, { realm, number: entry.number });
	return { keep: true, value: { kind: "committed", entry } };
}

/** Removes all of a realm, within a transaction. */
export async function eraseRealm(client: ClientBase, realm: Realm): Promise<Transacted<Removed>> {
	await takeHead(client, realm);
	const { rowCount } = await client.query("delete from presscheck.entries where realm = $1", [
		realm,
	]);
	await client.query("delete from presscheck.documents where realm = $1", [realm]);
	await client.query("delete from presscheck.lock_holders where realm = $1", [realm]);
	await client.query("delete from presscheck.claims where realm = $1", [realm]);
	await client.query("delete from presscheck.heads where realm = $1", [realm]);
	await notify(client, { realm, number: null });
	return { keep: true, value: { kind: "removed", entries: rowCount ?? 0 } };
}

/** Drops the entries from before a time, in all realms. */
export async function dropEntries(client: ClientBase, before: string): Promise<Removed> {
	const { rowCount } = await client.query("delete from presscheck.entries where at < $1", [before]);
	return { kind: "removed", entries: rowCount ?? 0 };
}

/**
 * The number of a realm's last entry. Its row is there from then on, and locked until the transaction
 * ends: who comes second waits, and finds what the first has left.
 */
async function takeHead(client: ClientBase, realm: Realm): Promise<number> {
	const { rows } = await client.query<{ readonly number: number }>(
		`insert into presscheck.heads (realm, number) values ($1, 0)
		on conflict (realm) do update set number = heads.number
		returning number`,
		[realm],
	);
	return rows[0]?.number ?? 0;
}

async function conflictsOf(
	client: ClientBase,
	realm: Realm,
	writes: readonly DocumentWrite[],
): Promise<readonly string[]> {
	const { rows } = await client.query<DocumentRow>(
		"select path, text from presscheck.documents where realm = $1 and path = any($2)",
		[realm, writes.map(({ path }) => path)],
	);
	const states = new Map(rows.map(({ path, text }) => [path, stateOf(text)]));
	const stands = ({ path, before }: DocumentWrite): boolean =>
		isSameState(states.get(path) ?? { kind: "absent" }, before);
	return writes.filter(write => !stands(write)).map(({ path }) => path);
}

interface Placed {
	readonly realm: Realm;
	readonly path: string;
	readonly state: DocumentState;
}

async function putState(client: ClientBase, { realm, path, state }: Placed): Promise<void> {
	if (state.kind === "absent") {
		const sql = "delete from presscheck.documents where realm = $1 and path = $2";
		await client.query(sql, [realm, path]);
		return;
	}
	await client.query(
		`insert into presscheck.documents (realm, path, text) values ($1, $2, $3)
		on conflict (realm, path) do update set text = excluded.text`,
		[realm, path, state.kind === "text" ? state.text : null],
	);
}

async function cleanEntries(client: ClientBase, realm: Realm, by: Cleaning): Promise<void> {
	const { rows } = await client.query<EntryRow>(
		"select entry::text as entry from presscheck.entries where realm = $1",
		[realm],
	);
	for (const entry of rows.map(entryIn)) {
		const [before, after] = [entry, cleaned(entry, by)].map(some => JSON.stringify(some));
		if (before === after) continue;
		await client.query(
			"update presscheck.entries set entry = $3 where realm = $1 and number = $2",
			[realm, entry.number, after],
		);
	}
}

/** What is told on the channel; a number of null says that the realm was erased. */
async function notify(
	client: ClientBase,
	told: { readonly realm: Realm; readonly number: number | null },
): Promise<void> {
	await client.query("select pg_notify($1, $2)", [CHANNEL, JSON.stringify(told)]);
}

function entryIn({ entry }: EntryRow): Entry {
	return parseEntry(entry, "A row of presscheck.entries");
}

function stateOf(text: string | null): { kind: "text"; text: string } | { kind: "hidden" } {
	return text === null ? { kind: "hidden" } : { kind: "text", text };
}
