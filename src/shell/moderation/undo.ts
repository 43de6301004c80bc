import type { ChangeOf, Notice } from "../../../commands/command.ts";
import { changeSections, summaryOf } from "../../present/refresh-notice.ts";
import { articleAt, isEarlierOf } from "../../records/paths.ts";
import { draftUndoing } from "../storage/drafts.ts";
import type { DocumentState, DocumentWrite, Draft, Entry, PastWrite } from "../storage/keeper.ts";
import { changesSince, undoOf } from "./afterwards.ts";
import { withoutUntil } from "./earlier-text.ts";
import { isNotice, type Job, refused, servedNow, textOf, told } from "./job.ts";
import { storiesOf } from "./outlets-changes.ts";
import { deedInWords, isFinal, MEMBER, undoingOf } from "./past-changes.ts";
import { readRecord } from "./record.ts";

/** As many entries as are looked through. */
const MOST_ENTRIES = 1_000;

/** Takes a change back, if what it left still stands. */
export async function undo(job: Job, { number }: ChangeOf<"undo">): Promise<Notice> {
	const { keeper, realm, asker, clock, library } = job;
	const found = await entryOf(job, number);
	if (isNotice(found)) return found;
	const record = await readRecord(keeper, realm, read => read.length >= MOST_ENTRIES);
	if ("kind" in record) return refused(record.reason, `${record.remedy}.`);
	const undoing = undoingOf(found, record);
	if (undoing !== null) return refuseUndone(found, undoing, record);
	const draft = draftUndoing(found, { at: clock().toISOString(), by: asker.by });
	if (draft === null || isFinal(found)) {
		return refused("This cannot be undone", "A text was removed for good.");
	}
	const committed = await keeper.commit(realm, pinned(draft));
	if (committed.kind === "failed") {
		return refused(`Nothing was changed: ${committed.reason}`, `${committed.remedy}.`);
	}
	if (committed.kind === "conflict") return refuseConflict(found, committed.paths, record);
	const served = servedNow(library, realm);
	const outcome = await library.reload(realm, storiesOf(found.writes));
	await job.kept(realm);
	const title = `Change ${number} is undone`;
	const choices = undoOf(committed.entry.number);
	if (outcome.kind !== "refreshed") {
		return refused(title, `What was read before serves on: ${outcome.reason}.`, { choices });
	}
	await job.changed({ ...served, diff: outcome.diff });
	const seen = changesSince(job, outcome);
	const done = deedInWords(committed.entry, [committed.entry, ...record]);
	const text = `${done}. ${summaryOf(seen)}`;
	return told(title, text, { sections: changeSections(seen), choices });
}

async function entryOf({ keeper, realm }: Job, number: number): Promise<Entry | Notice> {
	const part = await keeper.history(realm, { story: null, below: number + 1, limit: 1 });
	if (part.kind === "failed") return refused(part.reason, `${part.remedy}.`);
	const [entry] = part.entries;
	if (entry?.number === number) return entry;
	return refused(
		"No such change",
		`There is no change ${number} on record any more; see /history.`,
	);
}

function refuseUndone(entry: Entry, undoing: Entry, record: readonly Entry[]): Notice {
	const text = `Change ${undoing.number} did that (${deedInWords(undoing, record)}). Undo that one to have change ${entry.number} again.`;
	const choices = undoOf(undoing.number);
	return refused(`Change ${entry.number} is undone already`, text, { choices });
}

/** The change that has to be taken back first, where there is one. */
function refuseConflict(entry: Entry, paths: readonly string[], record: readonly Entry[]): Notice {
	const title = "This cannot be undone yet";
	const later = record.filter(({ number, by }) => number > entry.number && by !== MEMBER);
	const first = later.find(({ writes }) =>
		writes.some(write => paths.includes(write.path) && !isNoted(write)),
	);
	if (first === undefined) {
		return refused(title, `${paths.join(", ")} was changed otherwise since.`);
	}
	const came = `Change ${first.number} (${deedInWords(first, record)}) came later and touched the same.`;
	if (isFinal(first))
		return refused("This cannot be undone", `${came} It removed a text for good.`);
	return refused(title, `${came} Undo that first.`, { choices: undoOf(first.number) });
}

/**
 * A refresh also records which files of the corpus directory it found changed, as writes that change
 * nothing, with the text before as an earlier text. Taking it back pins that text, and hides what was new.
 */
function pinned(draft: Draft): Draft {
	const writes = draft.writes.map((write): DocumentWrite => {
		return isNoted(write) ? { ...write, after: pinOf(write, draft.writes) } : write;
	});
	return { ...draft, writes };
}

/** Whether a write changes nothing. */
function isNoted({ before, after }: Pick<PastWrite, "before" | "after">): boolean {
	if (before.kind !== "text" || after.kind !== "text") return before.kind === after.kind;
	return before.text === after.text;
}

function pinOf({ path, after }: DocumentWrite, writes: readonly DocumentWrite[]): DocumentState {
	const article = articleAt(path);
	if (article === null) return after;
	const earlier = writes.find(write => isEarlierOf(article, write.path));
	return earlier?.before.kind === "text"
		? textOf(withoutUntil(earlier.before.text))
		: { kind: "hidden" };
}
