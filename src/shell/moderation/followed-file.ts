import { type EditedField, editedFields } from "../../ingest/article-edit.ts";
import type { DocumentState } from "../storage/keeper.ts";

/**
 * Which fields of a file of the corpus directory are edited; none where it is read as it is, null where
 * something is kept in its place.
 */
export function editedAt(
	states: ReadonlyMap<string, DocumentState>,
	path: string,
): readonly EditedField[] | null {
	const state = states.get(path);
	if (state === undefined || state.kind === "absent") return [];
	return state.kind === "text" ? editedFields(state.text) : null;
}

/** Whether the file of the corpus directory is what is read at a path, edited or not. */
export function isFollowed(states: ReadonlyMap<string, DocumentState>, path: string): boolean {
	return editedAt(states, path) !== null;
}
