import type { Entry, Keeper, KeeperFailure, Realm } from "../storage/keeper.ts";

/** As much of a record as is read at a time. */
const PART = 100;

/** As many entries as are looked through for something. */
const MOST_ENTRIES = 1_000;

/** The newest of a realm's record, newest first, until enough of it is there; older than 1,000 changes is none. */
export function readNewest(
	keeper: Pick<Keeper, "history">,
	realm: Realm,
	isEnough: (entries: readonly Entry[]) => boolean = () => false,
): Promise<readonly Entry[] | KeeperFailure> {
	return readRecord(keeper, realm, read => read.length >= MOST_ENTRIES || isEnough(read));
}

/**
 * The record of changes of a realm, newest first, read part by part until enough of it is there.
 *
 * @param isEnough told all that was read so far; false reads the whole record
 */
export async function readRecord(
	keeper: Pick<Keeper, "history">,
	realm: Realm,
	isEnough: (entries: readonly Entry[]) => boolean,
): Promise<readonly Entry[] | KeeperFailure> {
	const entries: Entry[] = [];
	for (;;) {
		const below = entries.at(-1)?.number ?? null;
		const part = await keeper.history(realm, { story: null, below, limit: PART });
		if (part.kind === "failed") return part;
		entries.push(...part.entries);
		if (part.entries.length < PART || isEnough(entries)) return entries;
	}
}
