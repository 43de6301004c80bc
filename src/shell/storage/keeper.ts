import type { Problem } from "../../corpus/problem.ts";
import type { Announcement, Claimed, ClaimedMarks } from "./announcement.ts";
import { KeeperError } from "./keeper-error.ts";
import type { Rewording } from "./rewording.ts";

/**
 * Whose stories: the installation's, or one Discord server's by its id. Nothing of one realm is seen
 * or changed through another.
 */
export type Realm = "installation" | `server-${string}`;

/** The realm of a Discord server. Throws for what is no id, which is a bug. */
export function serverRealm(id: string): Realm {
	return checkedRealm(`server-${id}`);
}

/** The Discord server whose realm it is; null of the installation's. */
export function serverOf(realm: Realm): string | null {
	return realm === "installation" ? null : realm.slice("server-".length);
}

/**
 * Whose stories somebody acts on in a server, by its id; null is the terminal, which has no server.
 *
 * @param keeper the server that keeps the installation's stories; null where only the terminal does
 */
export function realmFor(server: string | null, keeper: string | null): Realm {
	return server === null || server === keeper ? "installation" : serverRealm(server);
}

/** Whether a name is a realm's: `installation`, or `server-` and up to 20 digits. */
export function isRealm(name: string): name is Realm {
	return /^(?:installation|server-\d{1,20})$/.test(name);
}

/** The realm itself, where it is one; throws where a caller has made a name that is none. */
export function checkedRealm(name: string): Realm {
	if (isRealm(name)) return name;
	throw new KeeperError(
		`${JSON.stringify(name)} is no realm`,
		'write "installation" or "server-ID"',
	);
}

/** A document that serves. */
export interface Text {
	readonly kind: "text";
	/** Without a byte order mark, NUL and halves of characters; at most 2 MiB as UTF-8. */
	readonly text: string;
}

/** The file of the corpus with this path does not serve. */
export interface Hidden {
	readonly kind: "hidden";
}

/** Nothing of this path is kept: the file of the corpus serves, where there is one. */
export interface Absent {
	readonly kind: "absent";
}

/** A text that was removed for good. */
export interface Purged {
	readonly kind: "purged";
}

/** How a path stands in a realm. */
export type DocumentState = Text | Hidden | Absent;

/** How a path stood, as the journal tells it. */
export type PastState = DocumentState | Purged;

/** A path with what is kept of it. */
export interface KeptDocument {
	/** `channels.yaml`, `STORY/ARTICLE.md` or `STORY/revisions/ARTICLE@N.md`; see `pathProblem`. */
	readonly path: string;
	readonly state: Text | Hidden;
}

/** One path of a commit: how it must stand for the commit to be made, and how it stands after it. */
export interface DocumentWrite {
	readonly path: string;
	readonly before: DocumentState;
	readonly after: DocumentState;
}

/** One path of an entry; a text of it may have been purged since. */
export interface PastWrite {
	readonly path: string;
	readonly before: PastState;
	readonly after: PastState;
}

/** What was done, for people: `{ kind: "article added", subject: "Daily Post: Rents rise" }`. */
export interface Deed {
	readonly kind: string;
	readonly subject: string;
}

/** What a commit and the entry that it leaves have in common. */
interface Doing {
	/** ISO 8601 time in UTC, as `toISOString` gives it. */
	readonly at: string;
	/** A member's id, "terminal" or "schedule". */
	readonly by: string;
	/** The story that it touches; null for none or several. */
	readonly story: string | null;
	readonly deed: Deed;
	/** The number of the entry that it takes back; null where it is no undoing. */
	readonly undoes: number | null;
	/**
	 * What the journal is to say otherwise, in this entry and all before; nothing where left out. The
	 * documents are left alone: a text that stands is written anew by the draft's own writes.
	 */
	readonly rewords?: readonly Rewording[] | undefined;
}

/** A change that has not been made yet. */
export interface Draft extends Doing {
	/** Each path once. */
	readonly writes: readonly DocumentWrite[];
	/**
	 * Paths of which no text may be left in the journal, neither of this commit nor of any before.
	 * A write of such a path may leave it hidden or absent, and no text.
	 */
	readonly purges: readonly string[];
}

/** A change that was made, as the journal keeps it. */
export interface Entry extends Doing {
	/** Counted from 1 in each realm, without gaps, and never used again. */
	readonly number: number;
	readonly writes: readonly PastWrite[];
	/** Paths that this change purged. */
	readonly purges: readonly string[];
}

/**
 * The keeper could not do it: what was before still holds. The one exception says so in its reason: a
 * database that was lost in the very moment of a commit, and cannot be asked whether it was made.
 */
export interface KeeperFailure {
	readonly kind: "failed";
	/** A sentence without its stop: "The disk is full". */
	readonly reason: string;
	/** What to do, for the moderator or whoever runs the program. */
	readonly remedy: string;
	/** What was thrown, for the log; null where nothing was. */
	readonly error: unknown;
}

/** A path does not stand as a draft expects: somebody else was there first, or edited a file by hand. */
export interface Conflict {
	readonly kind: "conflict";
	/** The paths that stand otherwise, in the order of the draft. */
	readonly paths: readonly string[];
}

/** A change was made and will outlast the process. */
export interface Committed {
	readonly kind: "committed";
	readonly entry: Entry;
}

/** A realm, or one story of it, as it stood at one moment: no commit is ever seen in part. */
export interface RealmContents {
	readonly kind: "read";
	/** In the order of their paths, by UTF-16 units. */
	readonly documents: readonly KeptDocument[];
	/** Documents that somebody spoilt by hand, `installation/documents/thorn/a47.md`; the rest is read. */
	readonly problems: readonly Problem[];
	/** The number of the last commit that is in it; 0 before the first. */
	readonly number: number;
}

/** Which realms have been written to, `installation` first. */
export interface KeptRealms {
	readonly kind: "read";
	readonly realms: readonly Realm[];
}

/** A part of the journal, newest first. */
export interface Entries {
	readonly kind: "read";
	readonly entries: readonly Entry[];
}

/** Which part of the journal is wanted. */
export interface EntryQuery {
	/** Only what touched this story; null for everything. */
	readonly story: string | null;
	/** Only entries with smaller numbers; null begins with the newest. */
	readonly below: number | null;
	/** At most so many. */
	readonly limit: number;
}

/** What somebody who holds a lock is doing, for whoever is refused it. */
export interface LockHolder {
	/** "refresh", "article added". */
	readonly what: string;
	/** A member's id, "terminal" or "schedule". */
	readonly by: string;
	/** ISO 8601 time. */
	readonly since: string;
}

/** A lock that is held until it is released, the keeper is closed or the process ends, however it ends. */
export interface Lock {
	readonly kind: "locked";
	/** False from when it was released, or lost with the connection to the database. */
	readonly isHeld: () => boolean;
	/** May be called more than once; never throws. */
	readonly release: () => Promise<void>;
}

/** Somebody else, here or in another process, holds the lock. */
export interface Held {
	readonly kind: "held";
	/** null in the moment between taking the lock and saying so. */
	readonly holder: LockHolder | null;
}

/** A commit was made: by another process, or by this keeper itself. */
export interface CommitNotice {
	readonly kind: "committed";
	readonly realm: Realm;
	/** The number of its last entry; commits in quick succession may be told by the last alone. */
	readonly number: number;
}

/** It cannot be told what was changed meanwhile, after an interruption or an erasure: read all again. */
export interface UnknownNotice {
	readonly kind: "unknown";
}

/** What a watcher hears; a failure says that nothing is heard for now, and that it is tried again. */
export type KeeperNotice = CommitNotice | UnknownNotice | KeeperFailure;

/** Something was removed for good, or nothing was there to be removed. */
export interface Removed {
	readonly kind: "removed";
	/** How many entries of the journal went. */
	readonly entries: number;
}

/**
 * Keeps documents, by realm and path, and a journal of every change to them. Two of the same promises:
 * files and PostgreSQL. Nothing here throws for what disks and networks do: that is a `KeeperFailure`.
 */
export interface Keeper {
	readonly realms: () => Promise<KeptRealms | KeeperFailure>;
	/** A realm as it stands, or only the documents below one story's folder. Waits for nobody. */
	readonly read: (realm: Realm, story: string | null) => Promise<RealmContents | KeeperFailure>;
	/**
	 * Makes all writes of a draft and its entry, or nothing. Once it answers "committed", the change
	 * outlasts a crash; killed on the way, it is there as a whole or not at all.
	 */
	readonly commit: (realm: Realm, draft: Draft) => Promise<Committed | Conflict | KeeperFailure>;
	readonly history: (realm: Realm, query: EntryQuery) => Promise<Entries | KeeperFailure>;
	/** Drops the journal's entries from before an ISO 8601 time, in all realms; documents stay. */
	readonly forget: (before: string) => Promise<Removed | KeeperFailure>;
	/**
	 * Removes all that is kept of a realm for good; its numbers begin again. After a failure the realm may
	 * be gone for readers while files of it are left: erasing it once more, or the next start, ends that.
	 */
	readonly erase: (realm: Realm) => Promise<Removed | KeeperFailure>;
	/**
	 * Takes the lock of a story for work that reads, thinks and commits; who comes second is told at
	 * once. Not needed for a commit by itself, and no commit heeds it.
	 */
	readonly lock: (
		realm: Realm,
		story: string,
		holder: LockHolder,
	) => Promise<Lock | Held | KeeperFailure>;
	/**
	 * Claims what a channel of a realm is to be told, so that of all processes one tells it; see
	 * `Announcement`. Nothing can be claimed where nothing is kept.
	 */
	readonly claim: (realm: Realm, announcement: Announcement) => Promise<Claimed | KeeperFailure>;
	/** What was claimed in a realm, to be kept elsewhere from now on. */
	readonly claimed: (realm: Realm) => Promise<ClaimedMarks | KeeperFailure>;
	/**
	 * Tells, within a second, of every commit from the call on, in whatever process: one's own are
	 * known by their numbers, which are not above that of what was read. Watch first and read then, so
	 * that nothing falls between. Returns what ends the watching.
	 */
	readonly watch: (listener: (notice: KeeperNotice) => void) => () => void;
	/** Ends watching, releases locks, lets connections go. Of no use afterwards. */
	readonly close: () => Promise<void>;
}
