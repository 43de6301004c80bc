import type { ChangeOf, Notice } from "../../../commands/command.ts";
import { changeSections, summaryOf } from "../../present/refresh-notice.ts";
import { draftUndoing } from "../storage/drafts.ts";
import type { DocumentState, DocumentWrite, Draft, Entry } from "../storage/keeper.ts";
import { changesSince, undoOf } from "./afterwards.ts";
import { withoutUntil } from "./earlier-text.ts";
import { ABSENT, isNotice, type Job, refused, servedNow, standing, textOf, told } from "./job.ts";
import { storiesOf } from "./outlets-changes.ts";

/** Takes a change back, if what it left still stands. */
export async function undo(job: Job, { number }: ChangeOf<"undo">): Promise<Notice> {
	const { keeper, realm, asker, clock, library } = job;
	const found = await entryOf(job, number);
	if (isNotice(found)) return found;
	const draft = draftUndoing(found, { at: clock().toISOString(), by: asker.by });
	if (draft === null || found.purges.length > 0) {
		return refused("This cannot be undone", "A text was removed for good.");
	}
	const committed = await keeper.commit(realm, pinned(draft));
	if (committed.kind === "failed") {
		return refused(`Nothing was changed: ${committed.reason}`, `${committed.remedy}.`);
	}
	if (committed.kind === "conflict") return refuseConflict(job, found, committed.paths);
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
	const text = `Taken back: ${found.deed.kind} ${found.deed.subject}. ${summaryOf(seen)}`;
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

/** The change that has to be taken back first, where there is one. */
async function refuseConflict(job: Job, entry: Entry, paths: readonly string[]): Promise<Notice> {
	const states = await standing(job, null);
	const title = "This cannot be undone yet";
	const part = await job.keeper.history(job.realm, { story: null, below: null, limit: 100 });
	const later =
		part.kind === "failed" ? [] : part.entries.filter(({ number }) => number > entry.number);
	const first = later.find(({ writes }) => writes.some(({ path }) => paths.includes(path)));
	if (isNotice(states) || first === undefined) {
		return refused(title, `${paths.join(", ")} was changed otherwise since.`);
	}
	const text = `Change ${first.number} (${first.deed.kind} ${first.deed.subject}) came later and touched the same. Undo that first.`;
	return refused(title, text, { choices: undoOf(first.number) });
}

/**
 * A refresh also records which files of the corpus directory it found changed, as writes that change
 * nothing, with the text before as an earlier text. Taking it back pins that text, and hides what was new.
 */
function pinned(draft: Draft): Draft {
	const writes = draft.writes.map((write): DocumentWrite => {
		const isNoted = write.before.kind === "absent" && write.after.kind === "absent";
		return isNoted ? { ...write, after: pinOf(write.path, draft.writes) } : write;
	});
	return { ...draft, writes };
}

function pinOf(path: string, writes: readonly DocumentWrite[]): DocumentState {
	const [, story = "", article = ""] = /^([^/]+)\/([^/]+)\.md$/u.exec(path) ?? [];
	const earlier = writes.find(write => write.path.startsWith(`${story}/revisions/${article}@`));
	if (earlier?.before.kind === "text") return textOf(withoutUntil(earlier.before.text));
	return story === "" ? ABSENT : { kind: "hidden" };
}
