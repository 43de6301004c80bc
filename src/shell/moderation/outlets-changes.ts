import { articleAt, pathOfArticle, storyAt } from "../../records/paths.ts";
import type { ArticleName, SnapshotDiff } from "../../snapshot-diff.ts";
import { type Library, reachOf } from "../library.ts";
import type { Log } from "../log.ts";
import type { Entry, Keeper, KeeperFailure } from "../storage/keeper.ts";
import type { ServedChange } from "./job.ts";
import { readRecord } from "./record.ts";

/** How the record calls what brings words of outlets; everything else is moderators' own work. */
export const BRINGING = {
	added: "Added",
	fetched: "Fetched anew",
	found: "Found changed in the corpus",
} as const;

const BRINGERS: ReadonlySet<string> = new Set(Object.values(BRINGING));

interface Telling {
	readonly keeper: Pick<Keeper, "history">;
	readonly library: Pick<Library, "reach">;
	readonly log: Log;
	/** Told of what outlets changed. */
	readonly changed: (change: ServedChange) => Promise<void>;
}

/**
 * Passes on of what is served anew what outlets changed: what was added or fetched, and files of the corpus
 * directory, of which nothing need be on record. What moderators edit, remove or take back is no news, and
 * an outlet has printed nothing then.
 */
export function tellOfOutlets(telling: Telling): (change: ServedChange) => Promise<void> {
	const { changed, log } = telling;
	return async change => {
		if (isEmpty(change.diff)) return;
		const entries = await entriesIn(telling, change);
		if ("kind" in entries) {
			const { reason, error } = entries;
			log.warn({ reason, error }, "it cannot be told whose changes they are, and nobody is told");
			return;
		}
		const brought = articlesIn(entries.filter(isBringing));
		const others = articlesIn(entries.filter(entry => !isBringing(entry)));
		const diff = without(change.diff, path => others.has(path) && !brought.has(path));
		if (Object.values(diff.articles).some(articles => articles.length > 0)) {
			await changed({ ...change, diff });
		}
	};
}

function isEmpty({ articles, claims }: SnapshotDiff): boolean {
	return [articles, claims].every(list => Object.values(list).every(({ length }) => length === 0));
}

function isBringing({ deed, undoes }: Entry): boolean {
	return undoes === null && BRINGERS.has(deed.kind);
}

/** The commits that are in what is served now and were not in what was served before. */
async function entriesIn(
	{ keeper, library }: Telling,
	{ realm, since }: ServedChange,
): Promise<readonly Entry[] | KeeperFailure> {
	const now = library.reach(realm);
	const oldest = Math.min(since.whole, ...since.stories.values());
	const found = await readRecord(keeper, realm, read => (read.at(-1)?.number ?? 0) <= oldest);
	if ("kind" in found) return found;
	return found.filter(({ number, writes }) =>
		storiesOf(writes).some(
			story => number > reachOf(since, story) && number <= reachOf(now, story),
		),
	);
}

/** The stories that writes touch, by their ids. */
export function storiesOf(writes: Entry["writes"]): readonly string[] {
	return [...new Set(writes.flatMap(({ path }) => storyAt(path) ?? []))];
}

/** The paths of the articles that entries write. */
function articlesIn(entries: readonly Entry[]): ReadonlySet<string> {
	const paths = entries.flatMap(({ writes }) => writes.map(({ path }) => path));
	return new Set(paths.filter(path => articleAt(path) !== null));
}

function without(diff: SnapshotDiff, isOut: (path: string) => boolean): SnapshotDiff {
	const kept = (articles: readonly ArticleName[]) =>
		articles.filter(article => !isOut(pathOfArticle(article)));
	const { new: fresh, changed, gone } = diff.articles;
	return {
		...diff,
		articles: { new: kept(fresh), changed: kept(changed), gone: kept(gone) },
	};
}
