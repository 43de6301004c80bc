import { type ListName, parseList, pathOfList, type Row } from "../../records/documents.ts";
import { pathOfArticle } from "../../records/paths.ts";
import { type Feed, NO_RECORDS, type Records } from "../../records/records.ts";
import type { Log } from "../log.ts";
import type { DocumentState, Keeper, KeeperFailure, Realm } from "../storage/keeper.ts";
import type { Drafts } from "./drafts.ts";
import { type FeedLook, textAt } from "./job.ts";
import { type PastRecord, readPastRecord } from "./past-changes.ts";
import { leftSince } from "./presence.ts";

/** Keeps what moderators say beside the articles at hand, by realm. */
export interface RecordsDesk {
	readonly of: (realm: Realm) => Omit<Records, "readOnly">;
	/** Reads a realm's records anew; what cannot be read stays as it was, and is logged. */
	readonly read: (realm: Realm) => Promise<void>;
	readonly realms: () => readonly Realm[];
	/** Whether every bot was taken out of the realm's server, and none has come back. */
	readonly isLeft: (realm: Realm) => boolean;
	/** Notes what a look at a feed found out. */
	readonly looked: (realm: Realm, feed: Pick<Feed, "story" | "id">, look: FeedLook) => void;
}

interface Desk {
	readonly keeper: Keeper;
	readonly drafts: Drafts;
	readonly log: Log;
}

/** As much of the record as `/history` shows. */
const HISTORY = 100;

/** A desk that has read nothing yet. */
export function createRecordsDesk({ keeper, drafts, log }: Desk): RecordsDesk {
	const held = new Map<Realm, Held>();
	const left = new Set<Realm>();
	const looks = new Map<string, FeedLook>();
	const lookOf = (realm: Realm, { story, id }: Pick<Feed, "story" | "id">): FeedLook =>
		looks.get(keyOf(realm, { story, id })) ?? { lookedAt: null, problem: null };
	return {
		of: realm => {
			const records = held.get(realm) ?? NO_RECORDS;
			const feeds = records.feeds.map(feed => ({ ...feed, ...lookOf(realm, feed) }));
			return { ...records, feeds, drafts: drafts.of(realm) };
		},
		read: async realm => {
			const [contents, history] = await Promise.all([
				keeper.read(realm, null),
				readPastRecord(keeper, realm, HISTORY),
			]);
			const failure = [contents, history].find(isFailure);
			if (contents.kind === "failed" || history.kind === "failed") {
				log.error({ reason: failure?.reason }, "records could not be read");
				return;
			}
			const states = new Map(contents.documents.map(({ path, state }) => [path, state]));
			held.set(realm, recordsIn(states, history, log));
			if (isLeftBy(states)) left.add(realm);
			else left.delete(realm);
		},
		realms: () => [...held.keys()],
		isLeft: realm => left.has(realm),
		looked: (realm, feed, look) => void looks.set(keyOf(realm, feed), look),
	};
}

function keyOf(realm: Realm, { story, id }: Pick<Feed, "story" | "id">): string {
	return [realm, story, id].join("\n");
}

function isFailure(part: { readonly kind: string }): part is KeeperFailure {
	return part.kind === "failed";
}

function isLeftBy(states: States): boolean {
	const noted = parseList("left", textAt(states, pathOfList("left", "")));
	return noted.kind === "list" && leftSince(noted.rows) !== null;
}

/** What is kept of the records; drafts are held elsewhere. */
type Held = Omit<Records, "readOnly" | "drafts">;

type States = ReadonlyMap<string, DocumentState>;

function recordsIn(states: States, { changes, articles }: PastRecord, log: Log): Held {
	const rowsOf = <N extends ListName>(list: N, story = ""): readonly Row<N>[] => {
		const path = pathOfList(list, story);
		const parsed = parseList(list, textAt(states, path));
		if (parsed.kind === "list") return parsed.rows;
		log.error({ file: path, reason: parsed.fault.reason }, "a list cannot be read");
		return [];
	};
	const stories = [...new Set([...states.keys()].map(path => path.split("/")[0] ?? ""))];
	const feeds = stories.flatMap(story =>
		rowsOf("feeds", story).map(
			({ seen: _seen, ...feed }): Feed => ({ ...feed, story, lookedAt: null, problem: null }),
		),
	);
	return {
		feeds,
		watches: rowsOf("watches"),
		ties: rowsOf("channels"),
		flags: rowsOf("flags"),
		history: changes,
		removed: articles.filter(
			({ story, id }) => textAt(states, pathOfArticle({ story, id })) === null,
		),
	};
}
