import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { putState, readDocuments, stateOnDisk } from "./document-files.ts";
import { entryOf, isSameState } from "./drafts.ts";
import {
	cleanEntries,
	entryNumbers,
	journalStand,
	readMark,
	writeEntry,
	writeMark,
} from "./file-journal.ts";
import { entriesIn, exists } from "./found-files.ts";
import type {
	Committed,
	Conflict,
	Draft,
	Entry,
	KeptDocument,
	RealmContents,
	Removed,
} from "./keeper.ts";
import { makeRealm, type RealmFolder } from "./realm-folder.ts";

/**
 * Brings the documents of a realm up to its journal, whatever another process left when it was
 * killed. Only for whoever has the realm's lock. Gives the number of the last entry.
 */
export async function settleRealm(folder: RealmFolder): Promise<number> {
	const { number, pending } = await journalStand(folder);
	if (pending.length > 0) await folder.disk.syncFolder(folder.journal);
	for (const entry of pending) {
		await applyEntry(folder, entry);
		await writeMark(folder, entry.number);
	}
	for (const { name } of await entriesIn(folder.incoming)) {
		await folder.disk.remove(join(folder.incoming, name));
	}
	return number;
}

async function applyEntry(folder: RealmFolder, entry: Entry): Promise<void> {
	const touched = new Set<string>();
	for (const { path, after } of entry.writes) {
		const parent = await putState(folder, path, after);
		if (parent !== null) touched.add(parent);
	}
	for (const parent of touched) await folder.disk.syncFolder(parent);
	await cleanEntries(folder, entry);
}

/**
 * Makes a commit; only for whoever has the realm's lock. The entry is the commit: before it is
 * linked nothing has changed, and from then on reading gives what it says, written out or not.
 */
export async function commitTo(folder: RealmFolder, draft: Draft): Promise<Committed | Conflict> {
	if ((await readMark(folder)) === null) {
		await makeRealm(folder);
		await writeMark(folder, 0);
	}
	const number = await settleRealm(folder);
	const paths: string[] = [];
	for (const { path, before } of draft.writes) {
		if (!isSameState(await stateOnDisk(folder, path), before)) paths.push(path);
	}
	if (paths.length > 0) return { kind: "conflict", paths };
	const entry = entryOf(draft, number + 1);
	await writeEntry(folder, entry);
	// What cannot be written out now is so before the next commit, which tells what hinders it.
	await settleRealm(folder).catch(() => undefined);
	return { kind: "committed", entry };
}

/** Rounds in which commits of others come between before reading waits for a moment. */
const ROUNDS_WITHOUT_PAUSE = 3;

const PAUSE_MILLISECONDS = 5;

/** Reads a realm as it stood at one moment, without its lock: again, if a commit came between. */
export async function readRealm(folder: RealmFolder, story: string | null): Promise<RealmContents> {
	for (let round = 1; ; round += 1) {
		const { number, pending } = await journalStand(folder);
		const { documents, problems } = await readDocuments(folder, story);
		if ((await journalStand(folder)).number === number) {
			return { kind: "read", documents: overlay(documents, pending, story), problems, number };
		}
		if (round > ROUNDS_WITHOUT_PAUSE) await setTimeout(PAUSE_MILLISECONDS);
	}
}

/** Documents as they stand after entries that are not, or not wholly, written out. */
function overlay(
	found: readonly KeptDocument[],
	pending: readonly Entry[],
	story: string | null,
): readonly KeptDocument[] {
	const documents = new Map(found.map(document => [document.path, document]));
	for (const { path, after } of pending.flatMap(({ writes }) => writes)) {
		if (story !== null && !path.startsWith(`${story}/`)) continue;
		if (after.kind === "text" || after.kind === "hidden")
			documents.set(path, { path, state: after });
		else documents.delete(path);
	}
	return [...documents.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Removes a realm at one stroke; only for whoever has its lock. */
export async function eraseRealm(folder: RealmFolder): Promise<Removed> {
	await removeErased(folder);
	if (!(await exists(folder.root))) return { kind: "removed", entries: 0 };
	const { length: entries } = await entryNumbers(folder);
	await folder.disk.rename(folder.root, folder.erased);
	await folder.disk.syncFolder(dirname(folder.root));
	await removeErased(folder);
	return { kind: "removed", entries };
}

/** Removes what is left of a realm whose removal was cut short; only for whoever has its lock. */
export async function removeErased({ disk, erased }: RealmFolder): Promise<void> {
	await disk.remove(erased);
}
