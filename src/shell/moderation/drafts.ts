import type { Published } from "../../ingest/extract/outcome.ts";
import type { Row } from "../../records/documents.ts";
import type { DraftArticle } from "../../records/records.ts";
import type { Realm } from "../storage/keeper.ts";

/** An article that was read and is kept until somebody says what to do with it. */
export interface Draft extends DraftArticle {
	readonly realm: Realm;
	/**
	 * Why its story is proposed: the channel is tied to it, it was begun last and is empty, or its articles
	 * share most words; null where it was named, or is the only one.
	 */
	readonly proposedBy: "channel" | "begun" | "words" | null;
	/** The name that its file would have. */
	readonly file: string;
	/** The file's text, front matter and body. */
	readonly text: string;
	/** Where its date was found; null where somebody said it, or it has none. */
	readonly dated: Pick<Published, "from" | "confirmed"> | null;
	/** Where it was fetched, and by what to tell whether it changed; null for what was handed over. */
	readonly fetched: Omit<Row<"fetched">, "article"> | null;
}

/** Keeps drafts for a while, in memory. */
export interface Drafts {
	/** Keeps drafts that were read together, and gives each an id: "d7x-1", "d7x-2" of the group "d7x". */
	readonly add: (drafts: readonly Omit<Draft, "id">[]) => readonly Draft[];
	/** The draft of this id, or those of this group, that are this realm's and still kept. */
	readonly find: (realm: Realm, id: string) => readonly Draft[];
	readonly replace: (draft: Draft) => void;
	readonly drop: (realm: Realm, id: string) => void;
	readonly of: (realm: Realm) => readonly Draft[];
}

/** Drafts are forgotten after this long, in milliseconds: a preview is looked at once. */
const KEPT_FOR = 60 * 60 * 1000;
/** The oldest go when there are more. */
const MOST = 200;

/** The group that a draft was read in, by its id. */
export function groupOf(id: string): string {
	return id.replace(/-\d+$/u, "");
}

/** An empty place for drafts. */
export function createDrafts(clock: () => Date): Drafts {
	const held = new Map<string, { readonly draft: Draft; readonly until: number }>();
	let last = 0;
	const tidy = (): void => {
		const now = clock().getTime();
		for (const [id, { until }] of held) {
			if (until < now || held.size > MOST) held.delete(id);
		}
	};
	const put = (draft: Draft): Draft => {
		tidy();
		held.set(draft.id, { draft, until: clock().getTime() + KEPT_FOR });
		return draft;
	};
	const find: Drafts["find"] = (realm, id) => {
		tidy();
		const drafts = [...held.values()].map(({ draft }) => draft);
		return drafts.filter(
			draft => draft.realm === realm && [draft.id, groupOf(draft.id)].includes(id),
		);
	};
	return {
		add: drafts => {
			last += 1;
			const group = `d${clock().getTime().toString(36)}${last}`;
			return drafts.map((draft, place) => put({ ...draft, id: `${group}-${place + 1}` }));
		},
		find,
		replace: draft => void put(draft),
		drop: (realm, id) => {
			for (const draft of find(realm, id)) held.delete(draft.id);
		},
		of: realm => {
			tidy();
			return [...held.values()].map(({ draft }) => draft).filter(draft => draft.realm === realm);
		},
	};
}
