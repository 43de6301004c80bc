import { listChangesAt, type TextChange } from "../../records/list-changes.ts";
import { isSameState } from "../storage/drafts.ts";
import type {
	Conflict,
	DocumentState,
	DocumentWrite,
	Draft,
	PastWrite,
} from "../storage/keeper.ts";
import { ABSENT, textOf } from "./job.ts";

/** A draft that takes a change back from what stands now. */
export interface Fitted {
	readonly kind: "fitted";
	readonly draft: Draft;
}

/**
 * Fits a draft that takes a change back to what stands now: lists row by row, since other changes write them
 * too; a text only where it stands as the change left it. A conflict names the paths that do not.
 */
export function fitUndoing(
	draft: Draft,
	states: ReadonlyMap<string, DocumentState>,
): Fitted | Conflict {
	const writes: DocumentWrite[] = [];
	const paths: string[] = [];
	for (const write of draft.writes) {
		const fitted = fitWrite(write, states.get(write.path) ?? ABSENT);
		if (fitted === null) paths.push(write.path);
		else writes.push(fitted);
	}
	if (paths.length > 0) return { kind: "conflict", paths };
	return { kind: "fitted", draft: { ...draft, writes } };
}

/** null where it cannot be taken back from what stands. */
function fitWrite(write: DocumentWrite, now: DocumentState): DocumentWrite | null {
	const { path, before, after } = write;
	if (isSameState(now, before)) return write;
	const [list, change] = [listChangesAt(path), textsOf({ before: after, after: before })];
	if (list === null || change === null || now.kind === "hidden") return null;
	const taken = list.takeBack(change, now.kind === "text" ? now.text : null);
	if (taken.kind === "conflict") return null;
	return { path, before: now, after: taken.text === null ? ABSENT : textOf(taken.text) };
}

/** null where a text was removed for good, or a file is hidden. */
function textsOf({ before, after }: Pick<PastWrite, "before" | "after">): TextChange | null {
	const [old, fresh] = [before, after].map(state => {
		if (state.kind === "text") return state;
		return state.kind === "absent" ? { text: null } : undefined;
	});
	return old === undefined || fresh === undefined ? null : { before: old.text, after: fresh.text };
}

/** Whether two changes of the same path changed the same of it: the same rows of a list, or the one text. */
export function changeSame(one: PastWrite, other: PastWrite): boolean {
	if (one.path !== other.path) return false;
	const list = listChangesAt(one.path);
	const [first, second] = [textsOf(one), textsOf(other)];
	if (list === null || first === null || second === null) return true;
	const touched = list.touched(first);
	return [...list.touched(second)].some(row => touched.has(row));
}
