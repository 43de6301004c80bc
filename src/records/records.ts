import type { ClaimId } from "../claims/claim.ts";
import type { Correction } from "../claims/corrections.ts";

/** A place that tells of new pages, tied to a story. */
export interface Feed {
	/** Short and unique in its story: "f1". */
	readonly id: string;
	readonly story: string;
	readonly address: string;
	/** Words that an item's title must hold, all of them; none takes every item. */
	readonly words: readonly string[];
	/** Whether its items are added without being asked about. */
	readonly trusted: boolean;
	/** ISO 8601 time of the last successful look; null before the first. */
	readonly lookedAt: string | null;
	/** Why the last look failed; null where it did not. */
	readonly problem: string | null;
	/** Items that wait for a moderator's yes, newest first. */
	readonly waiting: readonly FeedItem[];
}

/** What a feed says of one page. */
export interface FeedItem {
	/** Short and unique in its feed. */
	readonly id: string;
	readonly title: string;
	readonly address: string;
	/** ISO 8601 date; null where the feed does not say. */
	readonly published: string | null;
}

/** A channel that hears when a refresh changes a claim, or any claim of a story. */
export interface Watch {
	readonly channel: string;
	readonly story: string;
	/** null for the whole story. */
	readonly claim: ClaimId | null;
}

/** A channel whose questions are meant for one story. */
export interface Tie {
	readonly channel: string;
	readonly story: string;
}

/** A claim that members said looks wrong; who said it is not kept. */
export interface Flag {
	readonly story: string;
	readonly claim: ClaimId;
	/** How often it was said. */
	readonly times: number;
}

/** An article that was read and waits for a moderator's yes. */
export interface DraftArticle {
	readonly id: string;
	readonly story: string;
	/** null where nothing says who published it: it can be added when somebody has named the outlet. */
	readonly outlet: string | null;
	readonly title: string | null;
	/** ISO 8601 date; null where unknown. */
	readonly published: string | null;
	/** Whether that date was guessed and nobody has confirmed it; left out where not. */
	readonly dateIsUnconfirmed?: boolean;
	/** What was last said of it and could not be taken; null where all was. */
	readonly mistyped: Mistyped | null;
}

/** What somebody filled in and could not be taken, and why: it stands in the form when that opens again. */
export interface Mistyped {
	/** As it was typed, by option. */
	readonly values: Readonly<Record<string, string>>;
	/** A clause without a full stop: `published: not a date ("yesterday")`. */
	readonly reason: string;
	readonly remedy: string;
}

/** One change, as the record of changes tells it. */
export interface PastChange {
	/** Counted from 1 in the order of the changes. */
	readonly number: number;
	/** ISO 8601 time. */
	readonly at: string;
	/** A member's id, "terminal" for the command line, "schedule" for what the bot did by itself. */
	readonly by: string;
	/** The story that it touched; null for none or several. */
	readonly story: string | null;
	/** What was done: "Added Daily Post: Rents rise". */
	readonly deed: string;
	/** The number of the change that it took back; null where it is no undoing. */
	readonly undoes: number | null;
	/** The number of the change that took it back; null where it stands. */
	readonly undoneBy: number | null;
	/** Whether it cannot be taken back, since it or another removed a text of it for good. */
	readonly isFinal: boolean;
	/** Whether it began its story, and stands as long as that has articles. */
	readonly begins: boolean;
	/** The corrections that it added to those of its story. */
	readonly corrections: readonly Correction[];
}

/** An article that was removed, of which texts are left on record. */
export interface RemovedArticle {
	readonly story: string;
	readonly id: string;
}

/** What moderators keep beside the articles. */
export interface Records {
	readonly feeds: readonly Feed[];
	readonly watches: readonly Watch[];
	readonly ties: readonly Tie[];
	readonly flags: readonly Flag[];
	readonly drafts: readonly DraftArticle[];
	/** Newest first. */
	readonly history: readonly PastChange[];
	readonly removed: readonly RemovedArticle[];
	/** The ids of the stories that are answered from here and cannot be changed from here. */
	readonly readOnly: readonly string[];
}

export const NO_RECORDS: Records = {
	feeds: [],
	watches: [],
	ties: [],
	flags: [],
	drafts: [],
	history: [],
	removed: [],
	readOnly: [],
};
