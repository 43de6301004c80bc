import type { ClientBase } from "pg";
import { checkStory } from "./document-path.ts";
import { refuseDraft } from "./drafts.ts";
import { DATABASE_WORDS, failureOf } from "./failures.ts";
import {
	checkedRealm,
	type Held,
	type Keeper,
	type KeeperFailure,
	type Lock,
	type Realm,
} from "./keeper.ts";
import { claimedIn, claimNews } from "./postgres-claims.ts";
import { type Connection, postgresConnection, type Transacted } from "./postgres-connection.ts";
import { type LockCall, takeLock } from "./postgres-lock.ts";
import {
	commitTo,
	dropEntries,
	eraseRealm,
	readEntries,
	readRealm,
	readRealms,
} from "./postgres-realm.ts";
import { type ChannelWatch, watchChannel } from "./postgres-watch.ts";

/**
 * A keeper in a PostgreSQL database, by its URL (`postgresql://user:password@host/database`), whose
 * tables it makes in a schema of its own, `presscheck`. The database need not be there yet: every deed
 * says so itself, and seeks it again.
 */
export function createPostgresKeeper(url: string): Keeper {
	const connection = postgresConnection(url);
	const locks = new Set<Lock>();
	const watches = new Set<ChannelWatch>();
	const changed = <T>(realm: Realm, deed: Changing<T>): Promise<T | KeeperFailure> =>
		orFailure(() => connection.transact(client => deed(client, checkedRealm(realm))));
	return {
		realms: () =>
			orFailure(async () => ({ kind: "read", realms: await connection.use(readRealms) })),
		read: (realm, story) =>
			orFailure(async () => {
				if (story !== null) checkStory(story);
				await Promise.all([...watches].map(({ begun }) => begun));
				return await connection.use(client => readRealm(client, checkedRealm(realm), story));
			}),
		commit: async (realm, draft) =>
			refuseDraft(draft) ?? (await changed(realm, (client, own) => commitTo(client, own, draft))),
		history: (realm, query) =>
			orFailure(async () => {
				const entries = await connection.use(client =>
					readEntries(client, checkedRealm(realm), query),
				);
				return { kind: "read", entries };
			}),
		forget: before => orFailure(() => connection.use(client => dropEntries(client, before))),
		erase: realm => changed(realm, eraseRealm),
		lock: (realm, story, holder) =>
			orFailure(() => lock(connection, locks, { realm, story, holder })),
		claim: (realm, told) => changed(realm, (client, own) => claimNews(client, own, told)),
		claimed: realm =>
			orFailure(() => connection.use(client => claimedIn(client, checkedRealm(realm)))),
		watch: listener => {
			const watch = watchChannel(connection, listener);
			watches.add(watch);
			return () => {
				watches.delete(watch);
				void watch.end();
			};
		},
		close: async () => {
			await Promise.all([...watches].map(watch => watch.end()));
			await Promise.all([...locks].map(({ release }) => release()));
			await connection.close();
		},
	};
}

/** Something done in a realm as one transaction. */
type Changing<T> = (client: ClientBase, realm: Realm) => Promise<Transacted<T>>;

async function lock(
	connection: Connection,
	locks: Set<Lock>,
	call: LockCall,
): Promise<Lock | Held> {
	checkStory(call.story);
	const taken = await takeLock(connection, { ...call, realm: checkedRealm(call.realm) });
	if (taken.kind === "held") return taken;
	locks.add(taken);
	const release = async (): Promise<void> => {
		locks.delete(taken);
		await taken.release();
	};
	return { ...taken, release };
}

async function orFailure<T>(deed: () => Promise<T>): Promise<T | KeeperFailure> {
	try {
		return await deed();
	} catch (error) {
		return failureOf(error, DATABASE_WORDS);
	}
}
