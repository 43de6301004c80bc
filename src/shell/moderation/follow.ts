import type { Library } from "../library.ts";
import type { Log } from "../log.ts";
import type { KeeperNotice, Realm } from "../storage/keeper.ts";
import { type ServedChange, servedNow } from "./job.ts";
import type { RecordsDesk } from "./records-desk.ts";

/** Serves what others commit. */
export interface Follower {
	readonly hear: (notice: KeeperNotice) => Promise<void>;
	/** Does work of ours in a realm; what is heard of it meanwhile is followed when it is done. */
	readonly during: <T>(realm: Realm, work: () => Promise<T>) => Promise<T>;
	/** Follows nothing new, and resolves when what is under way is done: the keeper can be closed then. */
	readonly end: () => Promise<void>;
}

interface Following {
	readonly library: Library;
	readonly records: RecordsDesk;
	readonly changed: (change: ServedChange) => Promise<void>;
	readonly log: Log;
}

/**
 * Follows the commits of this process and of others. A change that is under way here reads its story
 * itself, and tells what it changed by that: read before its turn, it would find nothing changed.
 */
export function createFollower({ library, records, changed, log }: Following): Follower {
	const busy = new Map<Realm, number>();
	const heard = new Set<Realm>();
	const { begin, end } = untilEnded();
	const follow = (realm: Realm): Promise<void> => begin(() => serve(realm));
	const serve = async (realm: Realm): Promise<void> => {
		if ((busy.get(realm) ?? 0) > 0) {
			heard.add(realm);
			return;
		}
		heard.delete(realm);
		const served = servedNow(library, realm);
		const outcome = await library.reload(realm, null);
		await records.read(realm);
		if (outcome.kind !== "refreshed") {
			log.warn({ reason: outcome.reason, error: outcome.error }, "a change cannot be served");
			return;
		}
		// Whoever made the change may not be in every server; of all who would tell it one does.
		await changed({ ...served, diff: outcome.diff });
	};
	return {
		hear: async notice => {
			if (notice.kind === "committed") await follow(notice.realm);
			if (notice.kind === "failed") {
				const { reason, error } = notice;
				log.warn({ reason, error }, "changes of others are not heard");
			}
			if (notice.kind !== "unknown") return;
			// What was committed while nothing was heard is told now, each change once.
			for (const realm of await library.realms()) await follow(realm);
		},
		during: async (realm, work) => {
			busy.set(realm, (busy.get(realm) ?? 0) + 1);
			try {
				return await work();
			} finally {
				busy.set(realm, (busy.get(realm) ?? 1) - 1);
				if (heard.has(realm)) void follow(realm);
			}
		},
		end,
	};
}

/** Begins work until it is ended, which waits for what is under way. */
function untilEnded() {
	const underWay = new Set<Promise<void>>();
	let isEnded = false;
	return {
		begin: async (work: () => Promise<void>): Promise<void> => {
			if (isEnded) return;
			const begun = work();
			underWay.add(begun);
			try {
				await begun;
			} finally {
				underWay.delete(begun);
			}
		},
		end: async (): Promise<void> => {
			isEnded = true;
			await Promise.allSettled(underWay);
		},
	};
}
