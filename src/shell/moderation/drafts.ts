import type { DraftArticle } from "../../records/records.ts";
import type { Realm } from "../storage/keeper.ts";

/** An article that was read and is kept until somebody says what to do with it. */
export interface Draft extends DraftArticle {
	readonly realm: Realm;
	/** The name that its file would have. */
	readonly file: string;
	/** The file's text, front matter and body. */
	readonly text: string;
	/** Where it was fetched, and by what to tell whether it changed; null for what was handed over. */
	readonly fetched: {
		readonly address: string;
		readonly etag: string | null;
		readonly lastModified: string | null;
	} | null;
}

/** Keeps drafts for a while, in memory. */
export interface Drafts {
	/** Keeps a draft, and gives its id. */
	readonly add: (draft: Omit<Draft, "id">) => Draft;
	/** The draft, if it is this realm's and still kept. */
	readonly find: (realm: Realm, id: string) => Draft | null;
	readonly replace: (draft: Draft) => void;
	readonly drop: (id: string) => void;
	readonly of: (realm: Realm) => readonly Draft[];
}

/** Drafts are forgotten after this long, in milliseconds: a preview is looked at once. */
const KEPT_FOR = 60 * 60 * 1000;
/** The oldest go when there are more. */
const MOST = 200;

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
	return {
		add: draft => {
			last += 1;
			return put({ ...draft, id: `d${clock().getTime().toString(36)}${last}` });
		},
		find: (realm, id) => {
			tidy();
			const draft = held.get(id)?.draft;
			return draft?.realm === realm ? draft : null;
		},
		replace: draft => void put(draft),
		drop: id => void held.delete(id),
		of: realm => {
			tidy();
			return [...held.values()].map(({ draft }) => draft).filter(draft => draft.realm === realm);
		},
	};
}
