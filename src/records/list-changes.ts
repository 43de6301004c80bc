import { type Correction, parseCorrections, writeCorrections } from "../claims/corrections.ts";
import { type ListName, listAt, parseList, type Row, writeList } from "./documents.ts";
import { isCorrections } from "./paths.ts";

/*
 * Many changes write one list, each rows of its own. So a change is taken back row by row, whatever became
 * of the others since.
 */

/** What a change made of a document: its text before and after; null where there was none. */
export interface TextChange {
	readonly before: string | null;
	readonly after: string | null;
}

/** What came of taking a change back: the text to be written, or that a row of it was changed again since. */
export type TakenBack =
	| { readonly kind: "text"; readonly text: string | null }
	| { readonly kind: "conflict" };

/** How changes of one list are told apart, and taken back. */
export interface ListChanges {
	/**
	 * The list that stands, without what a change did: rows that it added go, those that it removed stand in
	 * their places again, and all others stay. null is a list without rows.
	 */
	readonly takeBack: (change: TextChange, now: string | null) => TakenBack;
	/** The rows that a change added, removed or wrote otherwise, by what tells them from others. */
	readonly touched: (change: TextChange) => ReadonlySet<string>;
}

/** How changes of the list at a path are taken back; null where no list is there. */
export function listChangesAt(path: string): ListChanges | null {
	if (isCorrections(path)) return listChanges(CORRECTIONS);
	const list = listAt(path);
	return list === null ? null : LISTS[list];
}

/** How a list is read and written, and what tells its rows apart. */
interface Listing<R> {
	/** null where it cannot be read. */
	readonly read: (text: string | null) => readonly R[] | null;
	readonly write: (rows: readonly R[]) => string;
	readonly keyOf: (row: R) => string;
	readonly settle: Settle<R>;
	/** Whether rows can stand beside each other. */
	readonly canStand: (rows: readonly R[]) => boolean;
}

/** A row that a change touched, as it was before, as the change left it, and as it is; undefined where it is not there. */
interface Touched<R> {
	readonly was: R | undefined;
	readonly left: R | undefined;
	readonly is: R | undefined;
}

/** What becomes of a row that is not as the change left it; undefined is no row, null a conflict. */
type Settle<R> = (row: Touched<R>) => R | undefined | null;

function listing<N extends ListName>(
	list: N,
	keyOf: (row: Row<N>) => string,
	{ settle = () => null, canStand = () => true }: Partial<Listing<Row<N>>> = {},
): ListChanges {
	return listChanges<Row<N>>({
		read: text => {
			const parsed = parseList(list, text);
			return parsed.kind === "list" ? parsed.rows : null;
		},
		write: rows => writeList<N>(rows),
		keyOf,
		settle,
		canStand,
	});
}

const LISTS: Readonly<Record<ListName, ListChanges>> = {
	feeds: listing("feeds", ({ id }) => id, { settle: settleFeed }),
	fetched: listing("fetched", ({ article }) => article, {
		// Where an article came from is of no use without it: what is gone already may be.
		settle: ({ was, is }) => (was === undefined && is === undefined ? undefined : null),
		// A page that was taken back and added again is not held twice.
		canStand: rows => new Set(rows.map(({ address }) => address)).size === rows.length,
	}),
	flags: listing("flags", ({ story, claim }) => `${story} ${claim}`),
	channels: listing("channels", ({ channel }) => channel),
	left: listing("left", ({ application }) => application),
	watches: listing("watches", row => JSON.stringify(row)),
};

const CORRECTIONS: Listing<Correction> = {
	read: text => {
		const parsed = parseCorrections(text ?? "");
		return parsed.kind === "corrections" ? parsed.corrections : null;
	},
	write: writeCorrections,
	keyOf: correction => JSON.stringify(correction),
	settle: () => null,
	canStand: () => true,
};

/** Pages of a feed come and go one by one; what else is told of it is one thing. */
function settleFeed({ was, left, is }: Touched<Row<"feeds">>): Row<"feeds"> | null {
	if (was === undefined || left === undefined || is === undefined) return null;
	if (!isSame({ ...was, waiting: [], seen: [] }, { ...left, waiting: [], seen: [] })) return null;
	const waiting = takeBackAll([was.waiting, left.waiting, is.waiting], ({ address }) => address);
	return { ...is, waiting, seen: takeBackAll([was.seen, left.seen, is.seen], address => address) };
}

/** What a change did to a part of a row is taken back as far as it still stands. */
function takeBackAll<R>(
	[was, left, is]: readonly [readonly R[], readonly R[], readonly R[]],
	keyOf: (row: R) => string,
): R[] {
	const [before, after, now] = [keyed(was, keyOf), keyed(left, keyOf), keyed(is, keyOf)];
	const taken = takeBackRows({ before, after, now }, touched => touched.is);
	return [...(taken ?? now).values()];
}

function listChanges<R>({ read, write, keyOf, settle, canStand }: Listing<R>): ListChanges {
	const rowsOf = (text: string | null): Keyed<R> | null => {
		const rows = read(text);
		return rows === null ? null : keyed(rows, keyOf);
	};
	return {
		takeBack: (change, text) => {
			const [before, after, now] = [rowsOf(change.before), rowsOf(change.after), rowsOf(text)];
			if (before === null || after === null || now === null) return { kind: "conflict" };
			const rows = takeBackRows({ before, after, now }, settle);
			if (rows === null) return { kind: "conflict" };
			const isFine = canStand([...rows.values()]) || !canStand([...now.values()]);
			if (!isFine) return { kind: "conflict" };
			if (isSame([...rows], [...now])) return { kind: "text", text };
			return { kind: "text", text: rows.size === 0 ? null : write([...rows.values()]) };
		},
		touched: change => {
			const [before, after] = [rowsOf(change.before), rowsOf(change.after)];
			return new Set(before === null || after === null ? [] : touchedIn(before, after));
		},
	};
}

/** Rows in their order, by what tells them apart. */
type Keyed<R> = ReadonlyMap<string, R>;

/** Of rows that are the same, the first, the second and so on are told apart. */
function keyed<R>(rows: readonly R[], keyOf: (row: R) => string): Keyed<R> {
	const held = new Map<string, R>();
	for (const row of rows) {
		let time = 1;
		while (held.has(`${time} ${keyOf(row)}`)) time += 1;
		held.set(`${time} ${keyOf(row)}`, row);
	}
	return held;
}

function touchedIn<R>(before: Keyed<R>, after: Keyed<R>): readonly string[] {
	const keys = new Set([...before.keys(), ...after.keys()]);
	return [...keys].filter(key => !isSame(before.get(key), after.get(key)));
}

function isSame(one: unknown, other: unknown): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

interface Standing<R> {
	readonly before: Keyed<R>;
	readonly after: Keyed<R>;
	readonly now: Keyed<R>;
}

/** null where a row is not as the change left it, and is not settled otherwise. */
function takeBackRows<R>({ before, after, now }: Standing<R>, settle: Settle<R>): Keyed<R> | null {
	const rows = new Map(now);
	for (const key of touchedIn(before, after)) {
		const [was, left, is] = [before.get(key), after.get(key), now.get(key)];
		const wanted = isSame(is, left) ? was : settle({ was, left, is });
		if (wanted === null) return null;
		if (wanted === undefined) rows.delete(key);
		else rows.set(key, wanted);
	}
	const missing = [...before.keys()].filter(key => rows.has(key) && !now.has(key));
	const stayed = [...rows.keys()].filter(key => !missing.includes(key));
	// The last first, so that each finds the one that it stood before.
	const order = missing.reduceRight((keys, key) => placedIn(keys, key, [...before.keys()]), stayed);
	return new Map(order.flatMap(key => rowAt(rows, key)));
}

function rowAt<R>(rows: Keyed<R>, key: string): readonly (readonly [string, R])[] {
	const row = rows.get(key);
	return row === undefined ? [] : [[key, row]];
}

/** A key in its old place: before what came after it, or else after what came before it; what is new comes later. */
function placedIn(keys: readonly string[], key: string, old: readonly string[]): string[] {
	const at = old.indexOf(key);
	const next = old.slice(at + 1).find(other => keys.includes(other));
	if (next !== undefined) return keys.toSpliced(keys.indexOf(next), 0, key);
	const last = old.slice(0, at).findLast(other => keys.includes(other));
	return keys.toSpliced(last === undefined ? 0 : keys.indexOf(last) + 1, 0, key);
}
