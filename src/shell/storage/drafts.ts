import { pathProblem, textProblem } from "./document-path.ts";
import type {
	DocumentState,
	DocumentWrite,
	Draft,
	Entry,
	KeeperFailure,
	PastState,
	PastWrite,
} from "./keeper.ts";

/** Why a draft cannot be kept by anyone, before it is looked at what stands; null where it can. */
export function refuseDraft(draft: Draft): KeeperFailure | null {
	const reason = draftProblem(draft);
	if (reason === null) return null;
	return { kind: "failed", reason, remedy: "name or write it otherwise", error: null };
}

function draftProblem(draft: Draft): string | null {
	const paths = draft.writes.map(({ path }) => path);
	const twice = paths.find((path, index) => paths.indexOf(path) !== index);
	if (twice !== undefined) return `${twice} is written twice`;
	const problems = [...paths, ...draft.purges].map(pathProblem);
	return problems.find(problem => problem !== null) ?? wordsProblem(draft);
}

function wordsProblem({ writes, purges, at, by, story, deed }: Draft): string | null {
	for (const { path, after } of writes) {
		if (after.kind !== "text") continue;
		if (purges.includes(path)) return `${path} is purged and written at once`;
		const problem = textProblem(after.text);
		if (problem !== null) return `${path} is ${problem}`;
	}
	const words = [at, by, story ?? "", deed.kind, deed.subject];
	return words.every(some => textProblem(some) === null) ? null : "The record is not a plain text";
}

/** The entry that a draft leaves in the journal, without the texts that it purges. */
export function entryOf(draft: Draft, number: number): Entry {
	const { at, by, story, deed, undoes, writes, purges } = draft;
	return withoutTexts({ number, at, by, story, deed, undoes, writes, purges }, purges);
}

/** An entry in which no text of the paths is left. */
export function withoutTexts(entry: Entry, paths: readonly string[]): Entry {
	return { ...entry, writes: entry.writes.map(write => purgeWrite(write, paths)) };
}

function purgeWrite(write: PastWrite, paths: readonly string[]): PastWrite {
	if (!paths.includes(write.path)) return write;
	return { ...write, before: purgeState(write.before), after: purgeState(write.after) };
}

function purgeState(state: PastState): PastState {
	return state.kind === "text" ? { kind: "purged" } : state;
}

/** Whether an entry has a text of one of the paths. */
export function hasTextOf(entry: Entry, paths: readonly string[]): boolean {
	return entry.writes.some(
		({ path, before, after }) =>
			paths.includes(path) && (before.kind === "text" || after.kind === "text"),
	);
}

/** Whether a path stands as it is told to. */
export function isSameState(one: DocumentState, other: DocumentState): boolean {
	if (one.kind !== "text" || other.kind !== "text") return one.kind === other.kind;
	return one.text === other.text;
}

/**
 * The draft that takes an entry back: its writes, the other way round. null where a text that it
 * needs was purged. Whether what the entry left still stands is seen at the commit.
 */
export function draftUndoing(
	entry: Entry,
	{ at, by }: { readonly at: string; readonly by: string },
): Draft | null {
	const writes: DocumentWrite[] = [];
	for (const { path, before, after } of entry.writes) {
		if (before.kind === "purged" || after.kind === "purged") return null;
		writes.push({ path, before: after, after: before });
	}
	const { story, deed, number } = entry;
	return { at, by, story, deed, undoes: number, writes, purges: [] };
}
