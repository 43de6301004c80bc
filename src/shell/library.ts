import type { RefreshOutcome } from "../refresh-outcome.ts";
import { joinSnapshots, type Snapshot } from "../snapshot.ts";
import {
	INSTALLATION,
	inputOfFailure,
	type LibrarySources,
	readRealm,
	realmsOf,
} from "./library-sources.ts";
import { NO_FILES } from "./overlay.ts";
import {
	BUSY,
	type Holding,
	type Preview,
	previewStory,
	type Reach,
	type RefreshProgress,
	type Renewing,
	renew,
	storyNamed,
	type WantedPreview,
} from "./renewal.ts";
import type { Realm } from "./storage/keeper.ts";

export type { LibrarySources } from "./library-sources.ts";
export type { Preview, Reach, RefreshProgress, RefreshStage } from "./renewal.ts";
export { reachOf } from "./renewal.ts";

/** Keeps the one snapshot that is served in each realm. */
export interface Library {
	/**
	 * The snapshot that a realm is served now: the installation's stories and the realm's own. Taken once
	 * for a whole reply. Without a realm, the installation's.
	 */
	readonly current: (realm?: Realm) => Snapshot;
	/** How far a realm's own stories were read, as they are served now. */
	readonly reach: (realm: Realm) => Reach;
	/**
	 * Reads a realm again, all of it or one of its own stories by id, title or alias, builds a snapshot
	 * aside and serves it from then on. When anything fails the old one stays. One refresh at a time and
	 * realm: a second is told so. Never throws.
	 */
	readonly refresh: (
		story: string | null,
		progress?: RefreshProgress,
		realm?: Realm,
	) => Promise<RefreshOutcome>;
	/**
	 * Reads some stories of a realm by their ids, or all, after a commit, and serves what they are now;
	 * a story of which nothing is left goes. It waits for its turn. When anything fails the old snapshot
	 * stays. Never throws.
	 */
	readonly reload: (
		realm: Realm,
		stories: readonly string[] | null,
		progress?: RefreshProgress,
	) => Promise<RefreshOutcome>;
	/** The realms of which something is served or kept, the installation first. */
	readonly realms: () => Promise<readonly Realm[]>;
	/**
	 * What one of a realm's own stories, or a new one, would be with these files added or put in the place
	 * of those with the same paths. Nothing of it is served or kept. Rejects for bugs alone.
	 */
	readonly preview: (realm: Realm, wanted: WantedPreview) => Promise<Preview>;
}

/**
 * A library with every realm as it is now. What cannot be read gives a snapshot without stories, whose
 * problems say why; a refresh can mend it. Throws only what `read`, `build` and the keeper throw.
 */
export async function createLibrary(sources: LibrarySources): Promise<Library> {
	const shelves = createShelves(sources);
	for (const realm of await realmsOf(sources, [])) {
		const read = await readRealm(sources, realm);
		const { number, ...made } = read.kind === "input" ? read : inputOfFailure(sources, realm, read);
		const own = await sources.build(made.input, null, realm);
		shelves.serve(realm, { ...made, own, reach: reachTo(number) });
	}
	const inTurn = createTurns();
	const refreshing = new Set<Realm>();
	const renewAndServe = (renewing: Renewing): Promise<RefreshOutcome> =>
		inTurn(async () => {
			const { realm } = renewing;
			const renewed = await renew(sources, shelves.holding(realm), renewing);
			if (renewed.kind !== "renewed") return renewed;
			const before = shelves.current(realm).revision;
			shelves.serve(realm, renewed.holding);
			return { ...renewed.report, before, after: shelves.current(realm).revision };
		});
	const reload: Library["reload"] = (realm, stories, progress = () => undefined) =>
		renewAndServe({ realm, stories, progress, mayEmpty: true });
	return {
		current: (realm = INSTALLATION) => shelves.current(realm),
		reach: realm => shelves.holding(realm).reach,
		refresh: async (name, progress = () => undefined, realm = INSTALLATION) => {
			if (refreshing.has(realm)) return BUSY;
			refreshing.add(realm);
			const { own } = shelves.holding(realm);
			const stories = name === null ? null : [storyNamed(own, name)];
			const outcome = await renewAndServe({ realm, stories, progress, mayEmpty: false });
			refreshing.delete(realm);
			return outcome;
		},
		reload,
		realms: () => realmsOf(sources, shelves.realms()),
		preview: (realm, wanted) =>
			inTurn(() => previewStory(sources, { ...wanted, realm, holding: shelves.holding(realm) })),
	};
}

/** Does what it is given one after the other. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	return work => {
		const turn = last.then(work);
		last = turn.catch(() => undefined);
		return turn;
	};
}

/** What is served, by realm. */
interface Shelves {
	readonly realms: () => readonly Realm[];
	readonly current: (realm: Realm) => Snapshot;
	readonly holding: (realm: Realm) => Holding;
	readonly serve: (realm: Realm, holding: Holding) => void;
}

function createShelves({ clock, served }: LibrarySources): Shelves {
	const holdings = new Map<Realm, Holding>();
	let joined = new Map<Realm, Snapshot>();
	const holding = (realm: Realm) => holdings.get(realm) ?? emptyHolding(clock().toISOString());
	const join = ([realm, { own }]: readonly [Realm, Holding]): [Realm, Snapshot] => {
		return [realm, realm === INSTALLATION ? own : joinSnapshots(holding(INSTALLATION).own, own)];
	};
	return {
		realms: () => [...holdings.keys()],
		current: realm => joined.get(realm) ?? holding(INSTALLATION).own,
		holding,
		serve: (realm, held) => {
			holdings.set(realm, held);
			joined = new Map([...holdings].map(join));
			served?.(realm, held.own);
		},
	};
}

function emptyHolding(asOf: string): Holding {
	const input = { ...NO_FILES, asOf };
	const own = { ...input, stories: [], revision: "" };
	return { input, hasDirectory: false, own, reach: reachTo(0) };
}

function reachTo(number: number): Reach {
	return { whole: number, stories: new Map() };
}
