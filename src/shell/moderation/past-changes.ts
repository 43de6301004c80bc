import { type Correction, correctionsIn } from "../../claims/corrections.ts";
import { pathOfList } from "../../records/documents.ts";
import { articleAt, isCorrections } from "../../records/paths.ts";
import type { PastChange, RemovedArticle } from "../../records/records.ts";
import type { Entry, Keeper, KeeperFailure, Realm } from "../storage/keeper.ts";
import { readNewest } from "./record.ts";

/** As whom a member's word is on record, whose id is not. */
export const MEMBER = "member";

/** How the record calls that an article's outlet, title or date is said otherwise. */
export const EDITED = "Edited";

/** How the record calls the beginning of a story. */
export const BEGUN = "Began the story";

/** What the bot notes for itself. */
const OWN_NOTES = pathOfList("left", "");

/** What the newest of a record tells. */
export interface PastRecord {
	readonly kind: "record";
	/** Newest first. */
	readonly changes: readonly PastChange[];
	/** The articles of which a text is on record, served or not. */
	readonly articles: readonly RemovedArticle[];
}

/**
 * The newest of a realm's record, newest first, as moderators are told it: neither what members say looks
 * wrong, which has a list of its own, nor what the bot notes for itself.
 *
 * @param most how many
 */
export async function readPastRecord(
	keeper: Pick<Keeper, "history">,
	realm: Realm,
	most: number,
): Promise<PastRecord | KeeperFailure> {
	const entries = await readNewest(keeper, realm, read => read.filter(isTold).length >= most);
	if ("kind" in entries) return entries;
	const told = entries.filter(isTold).slice(0, most);
	return {
		kind: "record",
		changes: told.map(entry => pastChangeOf(entry, entries)),
		articles: articlesWritten(entries),
	};
}

/** The articles of which entries have a text, each once. */
function articlesWritten(entries: readonly Entry[]): readonly RemovedArticle[] {
	const texts = entries.flatMap(({ writes }) =>
		writes.filter(({ before, after }) => [before, after].some(({ kind }) => kind === "text")),
	);
	return [...new Set(texts.map(({ path }) => path))].flatMap(path => articleAt(path) ?? []);
}

function isTold({ by, writes }: Entry): boolean {
	return by !== MEMBER && writes.some(({ path }) => path !== OWN_NOTES);
}

function pastChangeOf(entry: Entry, entries: readonly Entry[]): PastChange {
	const { number, at, by, story, undoes } = entry;
	return {
		number,
		at,
		by,
		story,
		deed: deedInWords(entry, entries),
		undoes,
		undoneBy: undoingOf(entry, entries)?.number ?? null,
		isFinal: isFinal(entry),
		begins: beginsStory(entry),
		corrections: correctionsMade(entry),
	};
}

/** Whether a change began a story, or did so again. */
export function beginsStory({ deed, writes }: Entry): boolean {
	return deed.kind === BEGUN && writes.some(({ after }) => after.kind === "text");
}

/** The corrections that a change added to those of its story. */
function correctionsMade({ writes }: Entry): readonly Correction[] {
	const write = writes.find(({ path }) => isCorrections(path));
	if (write?.after.kind !== "text") return [];
	const [before, after] = [write.before.kind === "text" ? write.before.text : "", write.after.text];
	// Most stand behind what was there before, and a long list is not read for each of them.
	if (after.startsWith(before)) return correctionsIn(after.slice(before.length));
	const known = new Set(correctionsIn(before).map(each => JSON.stringify(each)));
	return correctionsIn(after).filter(each => !known.has(JSON.stringify(each)));
}

/** Whether a change cannot be taken back: it removed a text for good, or a text of it was. */
export function isFinal({ purges, writes }: Entry): boolean {
	const states = writes.flatMap(({ before, after }) => [before, after]);
	return purges.length > 0 || states.some(({ kind }) => kind === "purged");
}

/** The change that took another back and was not taken back itself; null where that one stands. */
export function undoingOf(
	{ number }: Pick<Entry, "number">,
	entries: readonly Entry[],
): Entry | null {
	const undoings = entries.filter(({ undoes }) => undoes === number);
	return undoings.find(undoing => undoingOf(undoing, entries) === null) ?? null;
}

/**
 * What a change did: "Added Daily Post: Rents rise", or that it took that back, or, where it took back what
 * had taken that back, that it did it again.
 */
export function deedInWords({ deed, undoes }: Entry, entries: readonly Entry[]): string {
	const did = `${deed.kind} ${deed.subject}`;
	if (undoes === null) return did;
	const undone = entries.find(({ number }) => number === undoes);
	return isPutBack(undone, entries) ? `Put back: ${did}` : `Took back: ${did}`;
}

/** Whether taking a change back does again what an earlier one had done. */
function isPutBack(undone: Entry | undefined, entries: readonly Entry[]): boolean {
	if (undone === undefined || undone.undoes === null) return false;
	const before = entries.find(({ number }) => number === undone.undoes);
	return !isPutBack(before, entries);
}
