import type { Draft, Entry, Keeper, KeeperFailure, Realm, RealmContents } from "./keeper.ts";

/** What was moved of a realm. */
export interface MovedRealm {
	readonly realm: Realm;
	readonly documents: number;
}

/** All that is kept is where it was moved to, and also where it was. */
export interface Moved {
	readonly kind: "moved";
	readonly realms: readonly MovedRealm[];
}

/**
 * Copies every document that one keeper keeps to another, which must be empty, and what channels were
 * told. The record of changes begins anew there, each realm's with one entry. Where the other keeper fails on the way, realms
 * may be moved already: empty it, then move again.
 */
export async function moveKept(
	from: Pick<Keeper, "realms" | "read" | "claimed">,
	to: Pick<Keeper, "realms" | "commit" | "claim">,
	at: string,
): Promise<Moved | KeeperFailure> {
	const there = await to.realms();
	if (there.kind === "failed") return there;
	if (there.realms.length > 0) return NOT_EMPTY;
	const kept = await readAll(from);
	if (kept.kind === "failed") return kept;
	const realms: MovedRealm[] = [];
	for (const [realm, contents] of kept.realms) {
		const committed = await to.commit(realm, draftOf(contents, at));
		if (committed.kind === "failed") return committed;
		if (committed.kind === "conflict") return NOT_EMPTY;
		const failure = await moveClaims({ from, to }, realm, committed.entry);
		if (failure !== null) return failure;
		realms.push({ realm, documents: contents.documents.length });
	}
	return { kind: "moved", realms };
}

interface Moving {
	readonly from: Pick<Keeper, "claimed">;
	readonly to: Pick<Keeper, "claim">;
}

/**
 * What channels were told counts there as told of the one entry: it is all in what the entry holds, and the
 * numbers that it had count commits that are not there.
 */
async function moveClaims(
	{ from, to }: Moving,
	realm: Realm,
	{ number }: Entry,
): Promise<KeeperFailure | null> {
	const claimed = await from.claimed(realm);
	if (claimed.kind === "failed") return claimed;
	for (const [channel, known] of claimed.channels) {
		const tidings = [{ marks: known.map(({ mark }) => mark), since: number, number }];
		const told = await to.claim(realm, { channel, tidings });
		if (told.kind === "failed") return told;
	}
	return null;
}

/** What every realm holds; a failure where not all of it can be read. */
async function readAll(from: Pick<Keeper, "realms" | "read">) {
	const kept = await from.realms();
	if (kept.kind === "failed") return kept;
	if (kept.realms.length === 0) return NOTHING;
	const realms: (readonly [Realm, RealmContents])[] = [];
	for (const realm of kept.realms) {
		const contents = await from.read(realm, null);
		if (contents.kind === "failed") return contents;
		const problem = problemIn(contents);
		if (problem !== null) return problem;
		realms.push([realm, contents]);
	}
	return { kind: "read" as const, realms };
}

const NOT_EMPTY: KeeperFailure = {
	kind: "failed",
	reason: "Something is kept there already",
	remedy: "see that DATABASE_URL leads to an empty database",
	error: null,
};

const NOTHING: KeeperFailure = {
	kind: "failed",
	reason: "Nothing is kept that could be moved",
	remedy: "see that DATA_DIR leads to it",
	error: null,
};

/** Why not all of a realm can be moved; null where it can. */
function problemIn({ problems: [problem] }: RealmContents): KeeperFailure | null {
	if (problem === undefined) return null;
	const { file, reason, remedy } = problem;
	return { kind: "failed", reason: `${file}: ${reason}`, remedy, error: null };
}

function draftOf({ documents }: RealmContents, at: string): Draft {
	return {
		at,
		by: "terminal",
		story: null,
		deed: { kind: "Moved", subject: `${documents.length} documents` },
		undoes: null,
		writes: documents.map(({ path, state }) => ({
			path,
			before: { kind: "absent" },
			after: state,
		})),
		purges: [],
	};
}
