/*
 * Who tells a channel of a change. Several processes see it, and the one that claims the news first tells
 * them: once a claim is answered it outlasts the process, so that what it was to tell is told once at most,
 * and not at all where it ends before it has told it.
 */

/** Something that a channel is to be told. */
export interface Tidings {
	/**
	 * How the thing was and how it is, each in a few letters that are the same in every process. Whoever
	 * tells of a change from how it was, or to how it is, tells the same news.
	 */
	readonly marks: readonly string[];
	/** The number of the last commit in what whoever claims had served before: older claims do not count. */
	readonly since: number;
	/** The number of the last commit in what is served now. */
	readonly number: number;
}

/** What one process would tell a channel. */
export interface Announcement {
	/** The channel's id. */
	readonly channel: string;
	readonly tidings: readonly Tidings[];
}

/** What was claimed is for whoever claimed it to tell, and for nobody else. */
export interface Claimed {
	readonly kind: "claimed";
	/** Places in the announcement's tidings; the others were claimed before. */
	readonly places: readonly number[];
}

/** A claim as it is written down. */
export interface Mark {
	readonly mark: string;
	readonly number: number;
}

/** What the channels of a realm were told. */
export interface ClaimedMarks {
	readonly kind: "read";
	/** By the channels' ids. */
	readonly channels: ReadonlyMap<string, readonly Mark[]>;
}

/** Far more than processes are apart that follow the same commits. */
const MOST_MARKS = 2_000;

/** What of an announcement nobody has claimed, and all that is claimed with it. */
export function claimIn(
	known: readonly Mark[],
	{ tidings }: Announcement,
): { readonly claimed: Claimed; readonly marks: readonly Mark[] } {
	const numbers = new Map(known.map(({ mark, number }) => [mark, number]));
	const isFree = ({ marks, since }: Tidings): boolean =>
		marks.every(mark => (numbers.get(mark) ?? -1) <= since);
	const free = [...tidings.entries()].filter(([, some]) => isFree(some));
	const fresh = free.flatMap(([, { marks, number }]) =>
		marks.map((mark): Mark => ({ mark, number })),
	);
	const names = new Set(fresh.map(({ mark }) => mark));
	const others = known.filter(({ mark }) => !names.has(mark));
	return {
		claimed: { kind: "claimed", places: free.map(([place]) => place) },
		marks: [...others, ...fresh].slice(-MOST_MARKS),
	};
}
