import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import type { Disk } from "./disk.ts";
import { isRealm, type Realm } from "./keeper.ts";

/**
 * Where a realm is kept: `documents/` as people read and edit them, `journal/` with a file an entry,
 * and `incoming/` for files that are being written.
 */
export interface RealmFolder {
	readonly disk: Disk;
	readonly root: string;
	readonly documents: string;
	readonly journal: string;
	readonly incoming: string;
	/** What channels were told, a file a channel; made by the first claim. */
	readonly claims: string;
	/** What the realm is moved to before it is removed for good. */
	readonly erased: string;
	/** What messages call it: `installation`. */
	readonly name: Realm;
}

/** The folder of a realm in a data directory, there or not. */
export function realmFolder(disk: Disk, directory: string, realm: Realm): RealmFolder {
	const root = join(directory, realm);
	return {
		disk,
		root,
		documents: join(root, "documents"),
		journal: join(root, "journal"),
		incoming: join(root, "incoming"),
		claims: join(root, "claims"),
		erased: join(directory, ERASED + realm),
		name: realm,
	};
}

const ERASED = ".erased-";

/** The realm whose folder is called so, or was until its removal began; null for anything else. */
export function realmOfFolder(name: string): Realm | null {
	const realm = name.startsWith(ERASED) ? name.slice(ERASED.length) : name;
	return isRealm(realm) ? realm : null;
}

/** Makes the folders of a realm so that they outlast a crash. */
export async function makeRealm(folder: RealmFolder): Promise<void> {
	const { disk, root, documents, journal, incoming } = folder;
	for (const path of [documents, journal, incoming]) await disk.makeFolder(path);
	await disk.syncFolder(root);
	await disk.syncFolder(dirname(root));
}

/** Writes a file of a realm aside, and gives its path; whoever renames or links it makes it count. */
export async function writeAside({ disk, incoming }: RealmFolder, text: string): Promise<string> {
	const path = join(incoming, randomUUID());
	await disk.create(path, text);
	return path;
}

/** Puts a text at a path of a realm at one stroke; its folder has still to be synced. */
export async function replaceFile(folder: RealmFolder, path: string, text: string): Promise<void> {
	const aside = await writeAside(folder, text);
	await folder.disk.rename(aside, path);
}
