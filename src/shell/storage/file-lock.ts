import { mkdir, open, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { tryLock } from "fs-native-extensions";
import { parseHolder } from "./entry-text.ts";
import type { LockHolder } from "./keeper.ts";
import { KeeperError } from "./keeper-error.ts";

/** A lock of the operating system on an open file. */
export interface FileLock {
	readonly isHeld: () => boolean;
	readonly release: () => Promise<void>;
}

/** How often somebody who waits looks again. */
const PAUSE_MILLISECONDS = 10;

/** Far longer than a commit takes. */
const PATIENCE_MILLISECONDS = 20_000;

/**
 * Locks a file, which is made where it is not there; null where somebody else, here or in another
 * process, has it locked. The system lets go of it when the process ends, in whatever way, so that no
 * lock outlives its holder. The file stays: removing it would let two hold locks on files of one name.
 */
export async function takeFileLock(
	path: string,
	holder: LockHolder | null,
): Promise<FileLock | null> {
	await mkdir(dirname(path), { recursive: true });
	const file = await open(path, "a+");
	let isHeld = false;
	try {
		isHeld = tryLock(file.fd);
		if (isHeld) await file.truncate();
		if (isHeld && holder !== null) await file.write(JSON.stringify(holder));
	} catch (error) {
		await file.close();
		throw error;
	}
	const release = async (): Promise<void> => {
		if (!isHeld) return;
		isHeld = false;
		await file.truncate().catch(() => undefined);
		await file.close();
	};
	if (isHeld) return { isHeld: () => isHeld, release };
	await file.close();
	return null;
}

/** Locks a file as soon as it is free; throws where that takes longer than anything sound does. */
export async function awaitFileLock(path: string): Promise<FileLock> {
	const end = performance.now() + PATIENCE_MILLISECONDS;
	let lock = await takeFileLock(path, null);
	while (lock === null) {
		if (performance.now() > end) {
			throw new KeeperError(
				"Another process has been writing for too long",
				"try again; if it stays so, end that process",
			);
		}
		await setTimeout(PAUSE_MILLISECONDS);
		lock = await takeFileLock(path, null);
	}
	return lock;
}

/** What whoever has a file locked said that it is for. */
export async function holderOf(path: string): Promise<LockHolder | null> {
	// Some systems let nobody read what is locked.
	return parseHolder(await readFile(path, "utf8").catch(() => ""));
}
