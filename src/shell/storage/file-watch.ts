import type { KeeperFailure, KeeperNotice, Realm } from "./keeper.ts";

/** How often it is looked whether others made commits: they are told well within a second. */
const PERIOD_MILLISECONDS = 400;

/** Looks again and again how far the journals have come. */
export interface JournalWatch {
	/** Settles when it is known from where on notices are given. */
	readonly begun: Promise<void>;
	readonly end: () => void;
}

/** The numbers of the last entries of all realms, or why they cannot be told. */
export type ReadNumbers = () => Promise<ReadonlyMap<Realm, number> | KeeperFailure>;

/**
 * Polls: systems tell of changes in folders each in its own way, and not at all on network disks,
 * where this works the same.
 */
export function watchJournals(
	readNumbers: ReadNumbers,
	listener: (notice: KeeperNotice) => void,
): JournalWatch {
	let known: ReadonlyMap<Realm, number> | null = null;
	let isInterrupted = false;
	let timer: NodeJS.Timeout | null = null;
	let hasEnded = false;
	const look = async (): Promise<void> => {
		const numbers = await readNumbers();
		if (hasEnded) return;
		timer = setTimeout(() => void look(), PERIOD_MILLISECONDS).unref();
		if ("kind" in numbers) {
			if (!isInterrupted) listener(numbers);
			isInterrupted = true;
			return;
		}
		const notices = isInterrupted ? UNKNOWN : noticesOf(known ?? numbers, numbers);
		isInterrupted = false;
		known = numbers;
		for (const notice of notices) listener(notice);
	};
	return {
		begun: look(),
		end: () => {
			hasEnded = true;
			if (timer !== null) clearTimeout(timer);
		},
	};
}

const UNKNOWN: readonly KeeperNotice[] = [{ kind: "unknown" }];

/** What has changed between two looks. */
function noticesOf(
	before: ReadonlyMap<Realm, number>,
	after: ReadonlyMap<Realm, number>,
): readonly KeeperNotice[] {
	if ([...before].some(([realm, number]) => (after.get(realm) ?? 0) < number)) return UNKNOWN;
	return [...after]
		.filter(([realm, number]) => number > (before.get(realm) ?? 0))
		.map(([realm, number]) => ({ kind: "committed", realm, number }));
}
