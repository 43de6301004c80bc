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
import { hashOf } from "./rewording.ts";

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

function wordsProblem({ writes, purges, at, by, story, deed, rewords = [] }: Draft): string | null {
	for (const { path, after } of writes) {
		if (after.kind !== "text") continue;
		if (purges.includes(path)) return `${path} is purged and written at once`;
		const problem = textProblem(after.text);
		if (problem !== null) return `${path} is ${problem}`;
	}
	const reworded = rewords.map(each => (each.kind === "text" ? each.text : each.subject));
	const words = [at, by, story ?? "", deed.kind, deed.subject, ...reworded];
	return words.every(some => textProblem(some) === null) ? null : "The record is not a plain text";
}

/** The entry that a draft leaves in the journal, without the texts that it purges or words otherwise. */
export function entryOf(draft: Draft, number: number): Entry {
	const { at, by, story, deed, undoes, writes, purges, rewords } = draft;
	const told = rewords === undefined ? {} : { rewords };
	return cleaned({ number, at, by, story, deed, undoes, writes, purges, ...told }, draft);
}

/** What is to be taken out of the journal. */
export type Cleaning = Pick<Entry, "purges" | "rewords">;

/** Whether anything is to be taken out of the journal. */
export function isCleaning({ purges, rewords = [] }: Cleaning): boolean {
	return purges.length > 0 || rewords.length > 0;
}

/** An entry in which no text of the purged paths is left, and others stand in the place of some words. */
export function cleaned(entry: Entry, { purges, rewords = [] }: Cleaning): Entry {
	const subject = rewords.findLast(each => each.kind === "subject" && each.number === entry.number);
	const deed =
		subject?.kind === "subject" ? { ...entry.deed, subject: subject.subject } : entry.deed;
	const texts = new Map(
		rewords.flatMap(each => (each.kind === "text" ? [[each.path + each.hash, each.text]] : [])),
	);
	const writes = entry.writes.map(write => rewordWrite(purgeWrite(write, purges), texts));
	return { ...entry, deed, writes };
}

function rewordWrite(write: PastWrite, texts: ReadonlyMap<string, string>): PastWrite {
	if (texts.size === 0) return write;
	const reword = (state: PastState): PastState => {
		if (state.kind !== "text") return state;
		const text = texts.get(write.path + hashOf(state.text));
		return text === undefined ? state : { kind: "text", text };
	};
	return { ...write, before: reword(write.before), after: reword(write.after) };
}

function purgeWrite(write: PastWrite, paths: readonly string[]): PastWrite {
	if (!paths.includes(write.path)) return write;
	return { ...write, before: purgeState(write.before), after: purgeState(write.after) };
}

function purgeState(state: PastState): PastState {
	return state.kind === "text" ? { kind: "purged" } : state;
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
