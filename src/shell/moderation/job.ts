import type { Notice } from "../../../commands/command.ts";
import { refusalOfReadOnly } from "../../../commands/notice.ts";
import type { Extractor } from "../../ingest/extractor.ts";
import type { Refused } from "../../ingest/fetch/fetched.ts";
import type { Fetcher } from "../../ingest/fetch/fetcher.ts";
import { doerInWords } from "../../records/doer-in-words.ts";
import type { Snapshot, Story } from "../../snapshot.ts";
import type { SnapshotDiff } from "../../snapshot-diff.ts";
import { minuteInWords } from "../../text/day-in-words.ts";
import type { Library, Reach } from "../library.ts";
import type { Log } from "../log.ts";
import type {
	Conflict,
	Deed,
	DocumentState,
	Entry,
	Keeper,
	LockHolder,
	Realm,
} from "../storage/keeper.ts";
import type { Rewording } from "../storage/rewording.ts";
import type { Drafts } from "./drafts.ts";

/** Who asks for a change, and where. */
export interface Asker {
	/** A member's id, "terminal" for the command line, "schedule" for the bot itself. */
	readonly by: string;
	/** The Discord server in which it is asked; null in the terminal. */
	readonly server: string | null;
	/** null in the terminal. */
	readonly channel: string | null;
}

/** Told how far a change is, as something to show in the place of what was shown before. */
export type Progress = (notice: Notice) => void;

/** A file that somebody handed over. */
export interface HandedFile {
	readonly kind: "file";
	readonly bytes: Uint8Array;
	readonly name: string;
	/** null where nothing tells. */
	readonly contentType: string | null;
}

/** What moderation works with. */
export interface Tools {
	readonly library: Library;
	readonly keeper: Keeper;
	readonly fetcher: Fetcher;
	readonly extractor: Extractor;
	/** The file at a place that a member gave: an attachment's address, or a path in the terminal. */
	readonly readFile: (place: string) => Promise<HandedFile | Refused>;
	readonly drafts: Drafts;
	readonly log: Log;
	readonly clock: () => Date;
}

/** What a look at a feed found out, which is not kept. */
export interface FeedLook {
	/** ISO 8601 time of the last look that succeeded. */
	readonly lookedAt: string | null;
	readonly problem: string | null;
}

/** One change being carried out. */
export interface Job extends Tools {
	readonly asker: Asker;
	readonly realm: Realm;
	readonly progress: Progress;
	/** What the realm was served when it was asked: whoever else reads it again meanwhile hides no change. */
	readonly before: Snapshot;
	/** To be called when something of a realm was kept, so that its records are read anew. */
	readonly kept: (realm: Realm) => Promise<void>;
	/** To be called when a feed was looked at. */
	readonly looked: (
		realm: Realm,
		feed: { readonly story: string; readonly id: string },
		look: FeedLook,
	) => void;
	/** To be called when a change is served, so that the channels that watch hear of it. */
	readonly changed: (change: ServedChange) => Promise<void>;
}

/** What members were served before a change. */
export interface ServedBefore {
	readonly realm: Realm;
	readonly before: Snapshot;
	/** How far that was read. */
	readonly since: Reach;
}

/** What members are served now that they were not before. */
export interface ServedChange extends ServedBefore {
	readonly diff: SnapshotDiff;
}

/** What a realm is served now, to be told from what comes after. */
export function servedNow(library: Pick<Library, "current" | "reach">, realm: Realm): ServedBefore {
	return { realm, before: library.current(realm), since: library.reach(realm) };
}

/** Something to tell that was done. */
export function told(title: string, text: string, rest: Partial<Notice> = {}): Notice {
	return { title, text, sections: [], choices: [], refusal: false, ...rest };
}

/** Why nothing was done, and what to do. */
export function refused(title: string, text: string, rest: Partial<Notice> = {}): Notice {
	// Reasons and remedies come as clauses.
	return { title, text: begun(text), sections: [], choices: [], refusal: true, ...rest };
}

/** A clause as a sentence begins; an address or a name that it begins with stays as it is. */
export function begun(clause: string): string {
	const [first = ""] = clause.split(/[,:;.]?(?:\s|$)/u, 1);
	const isName = first === "localhost" || /[./:@\d]/u.test(first);
	return isName ? clause : clause.charAt(0).toUpperCase() + clause.slice(1);
}

/** Whether something is a notice that says no. */
export function isNotice(value: unknown): value is Notice {
	return typeof value === "object" && value !== null && "refusal" in value;
}

/** The realm's own story of this id; a refusal where it is another's, or nobody's. */
export function ownStory(
	{ library, realm }: Pick<Job, "library" | "realm">,
	id: string,
): Story | Notice {
	const served = library.current(realm).stories.find(story => story.id === id);
	if (served === undefined)
		return refused("Which story?", `There is no story "${id}"; see /stories.`);
	const installed = library.current("installation").stories.some(story => story.id === id);
	if (!installed || realm === "installation") return served;
	return refusalOfReadOnly(served);
}

/** A path and how it is to stand. */
export interface Intent {
	readonly path: string;
	readonly after: DocumentState;
}

/** What is to be kept, and how the record of changes tells it. */
export interface Plan {
	readonly story: string | null;
	readonly deed: Deed;
	readonly intents: readonly Intent[];
	/** Paths of which no text is to stay in the record; none where left out. */
	readonly purges?: readonly string[];
	/** What the record is to say otherwise; nothing where left out. */
	readonly rewords?: readonly Rewording[];
}

export const ABSENT: DocumentState = { kind: "absent" };

/** A document with this text. */
export function textOf(text: string): DocumentState {
	return { kind: "text", text };
}

/** How the paths of a realm stand: all, or those of one story. */
export async function standing(
	{ keeper, realm }: Pick<Job, "keeper" | "realm">,
	story: string | null,
): Promise<ReadonlyMap<string, DocumentState> | Notice> {
	const read = await keeper.read(realm, story);
	if (read.kind === "failed") return refused(read.reason, `${read.remedy}.`);
	return new Map(read.documents.map(({ path, state }) => [path, state]));
}

/** The text that a path has in what stands; null where it has none. */
export function textAt(states: ReadonlyMap<string, DocumentState>, path: string): string | null {
	const state = states.get(path);
	return state?.kind === "text" ? state.text : null;
}

/** Keeps a plan as one change; a refusal says why it was not kept, and nothing of it was then. */
export async function keep(
	job: Pick<Job, "keeper" | "realm" | "asker" | "clock" | "log">,
	plan: Plan,
): Promise<Entry | Notice> {
	const { keeper, realm, asker, clock, log } = job;
	const states = await standing(job, plan.story);
	if (isNotice(states)) return states;
	const writes = plan.intents.map(({ path, after }) => {
		return { path, before: states.get(path) ?? ABSENT, after };
	});
	const committed = await keeper.commit(realm, {
		at: clock().toISOString(),
		by: asker.by,
		story: plan.story,
		deed: plan.deed,
		undoes: null,
		writes,
		purges: plan.purges ?? [],
		...(plan.rewords === undefined ? {} : { rewords: plan.rewords }),
	});
	if (committed.kind === "committed") return committed.entry;
	if (committed.kind === "conflict") return refuseMeanwhile(committed);
	log.error({ error: committed.error, reason: committed.reason }, "a change was not kept");
	return refused(`Nothing was changed: ${committed.reason}`, `${committed.remedy}.`);
}

/** Why a change was not kept that would have covered another. */
export function refuseMeanwhile({ paths }: Conflict): Notice {
	const text = `Somebody else changed ${paths.join(", ")} at the same moment. Look again, and try again.`;
	return refused("Changed meanwhile", text);
}

/** What is being done, by whom and since when, as far as that is known. */
function underWay(holder: LockHolder | null): string {
	if (holder === null) return "Something else is under way";
	const { what, by, since } = holder;
	return `"${what}" is under way, begun ${doerInWords(by)} (${minuteInWords(since)})`;
}

/** Does work on a story while nobody else does, in this process or another; the second is told. */
export async function alone<T>(
	{ keeper, realm, asker, clock }: Job,
	{ story, what }: { readonly story: string; readonly what: string },
	work: () => Promise<T>,
): Promise<T | Notice> {
	const holder = { what, by: asker.by, since: clock().toISOString() };
	const lock = await keeper.lock(realm, story, holder);
	if (lock.kind === "failed") return refused(lock.reason, `${lock.remedy}.`);
	if (lock.kind === "held") {
		const text = `${underWay(lock.holder)}; try again when it is done.`;
		return refused("This story is being changed", text);
	}
	try {
		return await work();
	} finally {
		await lock.release();
	}
}
