import type { ChangeOf, Notice } from "../../../commands/command.ts";
import { holdsArticles } from "../../../commands/undo.ts";
import { changeSections, summaryOf } from "../../present/refresh-notice.ts";
import { articleAt, isEarlierOf } from "../../records/paths.ts";
import { draftUndoing, isSameState } from "../storage/drafts.ts";
import type {
	Conflict,
	DocumentState,
	DocumentWrite,
	Draft,
	Entry,
	PastWrite,
} from "../storage/keeper.ts";
import { changesSince, undoOf } from "./afterwards.ts";
import { withoutUntil } from "./earlier-text.ts";
import { changeSame, fitUndoing } from "./fit-undoing.ts";
import {
	isNotice,
	type Job,
	refused,
	refuseMeanwhile,
	servedNow,
	standing,
	textOf,
	told,
} from "./job.ts";
import { storiesOf } from "./outlets-changes.ts";
import { beginsStory, deedInWords, isFinal, MEMBER, undoingOf } from "./past-changes.ts";
import { readNewest } from "./record.ts";

const NEVER = "This cannot be undone";
const NOT_YET = "This cannot be undone yet";

/** Takes a change back, if what it left still stands: of a list, the rows that it wrote. */
export async function undo(job: Job, { number }: ChangeOf<"undo">): Promise<Notice> {
	const { keeper, realm, library } = job;
	const found = await entryOf(job, number);
	if (isNotice(found)) return found;
	const record = await readNewest(keeper, realm);
	if ("kind" in record) return refused(record.reason, `${record.remedy}.`);
	const taken = undoingOf(found, record);
	if (taken !== null) return refuseUndone(found, taken, record);
	const committed = await takeBack(job, found, record);
	if (isNotice(committed)) return committed;
	const served = servedNow(library, realm);
	const outcome = await library.reload(realm, storiesOf(found.writes));
	await job.kept(realm);
	const title = `Change ${number} is undone`;
	const choices = undoOf(committed.number);
	if (outcome.kind !== "refreshed") {
		return refused(title, `What was read before serves on: ${outcome.reason}.`, { choices });
	}
	await job.changed({ ...served, diff: outcome.diff });
	const seen = changesSince(job, outcome);
	const done = deedInWords(committed, [committed, ...record]);
	const text = `${done}. ${summaryOf(seen)}`;
	return told(title, text, { sections: changeSections(seen), choices });
}

/** Keeps what takes a change back as one change; a refusal says why it was not kept. */
async function takeBack(job: Job, entry: Entry, record: readonly Entry[]): Promise<Entry | Notice> {
	const { keeper, realm, asker, clock } = job;
	const draft = draftUndoing(entry, { at: clock().toISOString(), by: asker.by });
	if (draft === null || isFinal(entry)) return refused(NEVER, "A text was removed for good.");
	const states = await standing(job, entry.story);
	if (isNotice(states)) return states;
	const articles = beginsStory(entry) ? articlesIn(states) : 0;
	if (articles > 0) return refused(NOT_YET, holdsArticles(articles));
	const fitted = fitUndoing(draft, states);
	if (fitted.kind === "conflict") return refuseConflict(entry, fitted, record);
	const undoing = pinned(fitted.draft);
	if (undoing.writes.every(({ before, after }) => isSameState(before, after))) {
		return refused(NEVER, "Nothing of what it did stands any more.");
	}
	const committed = await keeper.commit(realm, undoing);
	if (committed.kind === "conflict") return refuseMeanwhile(committed);
	if (committed.kind === "committed") return committed.entry;
	return refused(`Nothing was changed: ${committed.reason}`, `${committed.remedy}.`);
}

function articlesIn(states: ReadonlyMap<string, DocumentState>): number {
	return [...states].filter(([path, { kind }]) => kind === "text" && articleAt(path) !== null)
		.length;
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
function refuseConflict(entry: Entry, { paths }: Conflict, record: readonly Entry[]): Notice {
	const later = record.filter(({ number, by }) => number > entry.number && by !== MEMBER);
	const stuck = entry.writes.filter(({ path }) => paths.includes(path));
	const first = later.find(({ writes }) =>
		writes.some(write => !isNoted(write) && stuck.some(other => changeSame(write, other))),
	);
	if (first === undefined) {
		return refused(NOT_YET, `${paths.join(", ")} was changed otherwise since.`);
	}
	const came = `Change ${first.number} (${deedInWords(first, record)}) came later and touched the same.`;
	if (isFinal(first)) return refused(NEVER, `${came} It removed a text for good.`);
	return refused(NOT_YET, `${came} Undo that first.`, { choices: undoOf(first.number) });
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
