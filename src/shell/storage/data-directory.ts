import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Disk } from "./disk.ts";
import { parseJson } from "./entry-text.ts";
import { awaitFileLock, takeFileLock } from "./file-lock.ts";
import { entriesIn, textOf } from "./found-files.ts";
import { checkedRealm, isRealm, type Realm } from "./keeper.ts";
import { KeeperError } from "./keeper-error.ts";
import { type RealmFolder, realmFolder, realmOfFolder } from "./realm-folder.ts";

/** The directory that files are kept in: a folder a realm, and the locks. */
export interface DataDirectory {
	/** Throws where the directory is gone that was there before, or is of a newer program. */
	readonly check: () => Promise<void>;
	/** Makes the directory where it never was; throws as `check` does. */
	readonly prepare: () => Promise<void>;
	/** The realms that have a folder, `installation` first. */
	readonly realms: () => Promise<readonly Realm[]>;
	/** These, and those whose removal was cut short. */
	readonly realmsLeft: () => Promise<readonly Realm[]>;
	readonly folder: (realm: Realm) => RealmFolder;
	/** The file that is locked for long work on a story. */
	readonly storyLock: (realm: Realm, story: string) => string;
	/** Does something while nobody else changes a realm; waits until that can be. */
	readonly withRealm: <T>(realm: Realm, deed: (folder: RealmFolder) => Promise<T>) => Promise<T>;
	/** The same, but only where nobody else is changing the realm just then. */
	readonly withFreeRealm: (
		realm: Realm,
		deed: (folder: RealmFolder) => Promise<void>,
	) => Promise<void>;
}

/** Says how the directory is laid out, and that it is ours. */
const FORMAT_FILE = "format.json";

const FORMAT = 1;

const FORMAT_SHAPE = z.object({ format: z.literal(FORMAT) });

const LOCKS = "locks";

/** The directory at a path, there or not. */
export function dataDirectory(path: string, disk: Disk): DataDirectory {
	let wasThere = false;
	const check = async (): Promise<void> => {
		if (await isLaidOut(path)) wasThere = true;
		else if (wasThere) throw gone(path);
	};
	const prepare = async (): Promise<void> => {
		await check();
		if (!wasThere) await layOut(path, disk);
		wasThere = true;
	};
	const folder = (realm: Realm): RealmFolder => realmFolder(disk, path, checkedRealm(realm));
	const realmLock = (realm: Realm): string => join(path, LOCKS, `${checkedRealm(realm)}.lock`);
	return {
		check,
		prepare,
		realms: async () => (await namesIn(path)).filter(isRealm).toSorted(),
		realmsLeft: async () => [
			...new Set((await namesIn(path)).flatMap(name => realmOfFolder(name) ?? [])),
		],
		folder,
		storyLock: (realm, story) => join(path, LOCKS, checkedRealm(realm), `${digestOf(story)}.lock`),
		withRealm: async (realm, deed) => {
			await prepare();
			const lock = await awaitFileLock(realmLock(realm));
			return await deed(folder(realm)).finally(lock.release);
		},
		withFreeRealm: async (realm, deed) => {
			const lock = await takeFileLock(realmLock(realm), null);
			if (lock !== null) await deed(folder(realm)).finally(lock.release);
		},
	};
}

/** Lock files stay, and must not keep the names of stories that are erased. */
function digestOf(story: string): string {
	return createHash("sha256").update(story).digest("hex");
}

/** Whether a directory is laid out as ours; throws where a newer program has laid it out. */
async function isLaidOut(path: string): Promise<boolean> {
	const text = await textOf(join(path, FORMAT_FILE));
	if (text === null) return false;
	if (FORMAT_SHAPE.safeParse(parseJson(text)).success) return true;
	const reason = `${join(path, FORMAT_FILE)} is not of this version of the program`;
	throw new KeeperError(reason, "use the version that wrote it, or another directory (DATA_DIR)");
}

/** Lays a directory out; who comes second finds it done, and does it once more. */
async function layOut(path: string, disk: Disk): Promise<void> {
	const lock = await awaitFileLock(join(path, LOCKS, "format.lock"));
	try {
		const aside = join(path, `.${FORMAT_FILE}`);
		await disk.remove(aside);
		await disk.create(aside, `${JSON.stringify({ format: FORMAT })}\n`);
		await disk.rename(aside, join(path, FORMAT_FILE));
		await disk.syncFolder(path);
		await disk.syncFolder(dirname(path));
	} finally {
		await lock.release();
	}
}

function gone(path: string): KeeperError {
	return new KeeperError(
		`The data directory ${path} is not where it was`,
		"bring it back, then try again",
	);
}

async function namesIn(path: string): Promise<readonly string[]> {
	return (await entriesIn(path)).map(({ name }) => name);
}
