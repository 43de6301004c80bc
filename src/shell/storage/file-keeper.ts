import { type DataDirectory, dataDirectory } from "./data-directory.ts";
import { type Disk, machineDisk } from "./disk.ts";
import { checkStory } from "./document-path.ts";
import { refuseDraft } from "./drafts.ts";
import { DISK_WORDS, failureOf } from "./failures.ts";
import { claimedIn, claimNews } from "./file-claims.ts";
import { dropEntries, readEntries, readMark } from "./file-journal.ts";
import { type FileLock, holderOf, takeFileLock } from "./file-lock.ts";
import { commitTo, eraseRealm, readRealm, removeErased, settleRealm } from "./file-realm.ts";
import { type JournalWatch, watchJournals } from "./file-watch.ts";
import type {
	Held,
	Keeper,
	KeeperFailure,
	Lock,
	LockHolder,
	Realm,
	RealmContents,
	Removed,
} from "./keeper.ts";

/** What is open of one keeper. */
interface Opened {
	readonly data: DataDirectory;
	readonly locks: Set<FileLock>;
	readonly watches: Set<JournalWatch>;
}

/** A story's lock, as it is asked for. */
interface LockCall {
	readonly realm: Realm;
	readonly story: string;
	readonly holder: LockHolder;
}

/**
 * A keeper of files in a data directory, which the first commit makes. What a process that was killed
 * left half done is done here, where nobody else is at it. Never throws for what is wrong with the
 * directory: every deed says so itself.
 */
export async function openFileKeeper(directory: string, disk: Disk = machineDisk): Promise<Keeper> {
	const data = dataDirectory(directory, disk);
	const opened: Opened = { data, locks: new Set(), watches: new Set() };
	await orFailure(() => tidy(data));
	return {
		realms: () =>
			orFailure(async () => {
				await data.check();
				return { kind: "read", realms: await data.realms() };
			}),
		read: (realm, story) => orFailure(() => read(opened, realm, story)),
		commit: async (realm, draft) =>
			refuseDraft(draft) ??
			(await orFailure(() => data.withRealm(realm, folder => commitTo(folder, draft)))),
		history: (realm, query) =>
			orFailure(async () => {
				await data.check();
				return { kind: "read", entries: await readEntries(data.folder(realm), query) };
			}),
		forget: before => orFailure(() => forget(data, before)),
		erase: realm => orFailure(() => data.withRealm(realm, eraseRealm)),
		lock: (realm, story, holder) => orFailure(() => lock(opened, { realm, story, holder })),
		claim: (realm, announcement) =>
			orFailure(() => data.withRealm(realm, folder => claimNews(folder, announcement))),
		claimed: realm =>
			orFailure(async () => {
				await data.check();
				return await claimedIn(data.folder(realm));
			}),
		watch: listener => {
			const watch = watchJournals(() => orFailure(() => numbersOf(data)), listener);
			opened.watches.add(watch);
			return () => endWatch(opened, watch);
		},
		close: async () => {
			for (const watch of opened.watches) endWatch(opened, watch);
			await Promise.all([...opened.locks].map(({ release }) => release()));
		},
	};
}

async function orFailure<T>(deed: () => Promise<T>): Promise<T | KeeperFailure> {
	try {
		return await deed();
	} catch (error) {
		return failureOf(error, DISK_WORDS);
	}
}

/** Does what others left half done, in realms that nobody is changing. */
async function tidy(data: DataDirectory): Promise<void> {
	await data.check();
	for (const realm of await data.realmsLeft()) {
		await data.withFreeRealm(realm, async folder => {
			await settleRealm(folder);
			await removeErased(folder);
		});
	}
}

async function read(
	{ data, watches }: Opened,
	realm: Realm,
	story: string | null,
): Promise<RealmContents> {
	if (story !== null) checkStory(story);
	await Promise.all([...watches].map(({ begun }) => begun));
	const contents = await readRealm(data.folder(realm), story);
	// Behind the reading: what was taken away meanwhile must not look like an empty realm.
	await data.check();
	return contents;
}

async function forget(data: DataDirectory, before: string): Promise<Removed> {
	let entries = 0;
	for (const realm of await data.realms()) {
		entries += await data.withRealm(realm, folder => dropEntries(folder, before));
	}
	return { kind: "removed", entries };
}

async function lock(
	{ data, locks }: Opened,
	{ realm, story, holder }: LockCall,
): Promise<Lock | Held> {
	checkStory(story);
	await data.prepare();
	const path = data.storyLock(realm, story);
	const taken = await takeFileLock(path, holder);
	if (taken === null) return { kind: "held", holder: await holderOf(path) };
	locks.add(taken);
	const release = async (): Promise<void> => {
		locks.delete(taken);
		await taken.release();
	};
	return { kind: "locked", isHeld: taken.isHeld, release };
}

async function numbersOf(data: DataDirectory): Promise<ReadonlyMap<Realm, number>> {
	const numbers = new Map<Realm, number>();
	for (const realm of await data.realms()) {
		numbers.set(realm, (await readMark(data.folder(realm))) ?? 0);
	}
	await data.check();
	return numbers;
}

function endWatch({ watches }: Opened, watch: JournalWatch): void {
	watch.end();
	watches.delete(watch);
}
