import type {
	DocumentState,
	DocumentWrite,
	Draft,
	Entry,
	Keeper,
	KeeperFailure,
	KeptDocument,
	Realm,
} from "../../../src/shell/storage/keeper.ts";

export const ABSENT: DocumentState = { kind: "absent" };
export const HIDDEN: DocumentState = { kind: "hidden" };

export function text(words: string): DocumentState {
	return { kind: "text", text: words };
}

export function write(path: string, before: DocumentState, after: DocumentState): DocumentWrite {
	return { path, before, after };
}

/** A draft of some writes, with the rest as no test minds it. */
export function draft(writes: readonly DocumentWrite[], rest: Partial<Draft> = {}): Draft {
	return {
		at: "2026-03-01T12:00:00.000Z",
		by: "terminal",
		story: null,
		deed: { kind: "article added", subject: "The Ferry" },
		undoes: null,
		writes,
		purges: [],
		...rest,
	};
}

/** What a keeper gave, where it did not fail. */
export function sound<T extends { readonly kind: string }>(
	outcome: T | KeeperFailure,
): Exclude<T, KeeperFailure> {
	if (outcome.kind === "failed" && "remedy" in outcome) {
		throw new Error(`${outcome.reason}; ${outcome.remedy}`, { cause: outcome.error });
	}
	return outcome as Exclude<T, KeeperFailure>;
}

/** Commits what must be committed. */
export async function commit(keeper: Keeper, realm: Realm, wanted: Draft): Promise<Entry> {
	const outcome = sound(await keeper.commit(realm, wanted));
	if (outcome.kind !== "committed") throw new Error(`Not committed: ${JSON.stringify(outcome)}`);
	return outcome.entry;
}

export async function documents(keeper: Keeper, realm: Realm): Promise<readonly KeptDocument[]> {
	return sound(await keeper.read(realm, null)).documents;
}

export async function history(keeper: Keeper, realm: Realm): Promise<readonly Entry[]> {
	const query = { story: null, below: null, limit: 1_000 };
	return sound(await keeper.history(realm, query)).entries;
}
