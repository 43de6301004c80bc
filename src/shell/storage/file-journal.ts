import { join } from "node:path";
import { z } from "zod";
import { cleaned, isCleaning } from "./drafts.ts";
import { formatEntry, parseEntry, parseJson } from "./entry-text.ts";
import { entriesIn, textOf } from "./found-files.ts";
import type { Entry, EntryQuery } from "./keeper.ts";
import { KeeperError } from "./keeper-error.ts";
import { type RealmFolder, replaceFile, writeAside } from "./realm-folder.ts";

/** How far a journal has come. */
export interface JournalStand {
	/** The number of the last entry; 0 before the first. */
	readonly number: number;
	/** Entries that stand and of which the documents may not all be written, oldest first. */
	readonly pending: readonly Entry[];
}

/** Holds the number of the last entry of which all documents are written. */
const MARK_FILE = "applied.json";

const MARK = z.object({ number: z.int().nonnegative() });

/** Digits in the name of an entry's file, so that names sort as numbers do up to a million. */
const DIGITS = 6;

const ENTRY_FILE = /^(\d{6,15})\.json$/;

/** The number in the mark; null where there is no journal yet. */
export async function readMark({ journal, name }: RealmFolder): Promise<number | null> {
	const text = await textOf(join(journal, MARK_FILE));
	if (text === null) return null;
	const mark = MARK.safeParse(parseJson(text));
	if (mark.success) return mark.data.number;
	throw new KeeperError(
		`${name}/journal/${MARK_FILE} is no mark of a journal`,
		'write {"number": N} into it, N being the number of the last entry',
	);
}

/** Writes down that the documents of all entries up to one are written. */
export async function writeMark(folder: RealmFolder, number: number): Promise<void> {
	await replaceFile(folder, join(folder.journal, MARK_FILE), `${JSON.stringify({ number })}\n`);
	await folder.disk.syncFolder(folder.journal);
}

/** How far the journal has come. */
export async function journalStand(folder: RealmFolder): Promise<JournalStand> {
	const applied = (await readMark(folder)) ?? 0;
	const pending: Entry[] = [];
	let entry = await readEntry(folder, applied + 1);
	while (entry !== null) {
		pending.push(entry);
		entry = await readEntry(folder, entry.number + 1);
	}
	return { number: applied + pending.length, pending };
}

/** Lets an entry count from then on. Whatever it throws, the entry does not count. */
export async function writeEntry(folder: RealmFolder, entry: Entry): Promise<void> {
	const aside = await writeAside(folder, formatEntry(entry));
	await folder.disk.link(aside, entryPath(folder, entry.number));
}

/** The entries that are asked for, newest first. */
export async function readEntries(
	folder: RealmFolder,
	{ story, below, limit }: EntryQuery,
): Promise<readonly Entry[]> {
	const { pending } = await journalStand(folder);
	const numbers = (await entryNumbers(folder)).filter(number => below === null || number < below);
	const entries: Entry[] = [];
	for (const number of numbers.toReversed()) {
		if (entries.length >= limit) break;
		const entry = await readEntry(folder, number);
		if (entry === null || (story !== null && entry.story !== story)) continue;
		entries.push(pending.reduce(cleaned, entry));
	}
	return entries;
}

/** The numbers of the entries that are there, smallest first. */
export async function entryNumbers({ journal }: RealmFolder): Promise<readonly number[]> {
	const files = await entriesIn(journal);
	const numbers = files.flatMap(({ name }) => ENTRY_FILE.exec(name)?.[1] ?? []);
	return numbers.map(Number).toSorted((a, b) => a - b);
}

/** Takes out of the entries before one what it purges or words otherwise. */
export async function cleanEntries(folder: RealmFolder, by: Entry): Promise<void> {
	if (!isCleaning(by)) return;
	for (const number of await entryNumbers(folder)) {
		const entry = number < by.number ? await readEntry(folder, number) : null;
		if (entry === null) continue;
		const [before, after] = [formatEntry(entry), formatEntry(cleaned(entry, by))];
		if (before !== after) await replaceFile(folder, entryPath(folder, number), after);
	}
}

/** Removes the entries from before a time that are applied; gives how many. */
export async function dropEntries(folder: RealmFolder, before: string): Promise<number> {
	const applied = (await readMark(folder)) ?? 0;
	let dropped = 0;
	for (const number of await entryNumbers(folder)) {
		const entry = number <= applied ? await readEntry(folder, number) : null;
		if (entry === null || entry.at >= before) continue;
		await folder.disk.remove(entryPath(folder, number));
		dropped += 1;
	}
	if (dropped > 0) await folder.disk.syncFolder(folder.journal);
	return dropped;
}

async function readEntry(folder: RealmFolder, number: number): Promise<Entry | null> {
	const text = await textOf(entryPath(folder, number));
	if (text === null) return null;
	return parseEntry(text, `${folder.name}/journal/${entryFile(number)}`);
}

function entryPath({ journal }: RealmFolder, number: number): string {
	return join(journal, entryFile(number));
}

function entryFile(number: number): string {
	return `${String(number).padStart(DIGITS, "0")}.json`;
}
