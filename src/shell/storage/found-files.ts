import type { Dirent } from "node:fs";
import { access, readdir, readFile } from "node:fs/promises";
import { codeOf } from "./failures.ts";

/** What a file says, in UTF-8; null where there is none. */
export function textOf(path: string): Promise<string | null> {
	return orIfNone(readFile(path, "utf8"), null);
}

/** The bytes of a file; null where there is none. */
export function bytesOf(path: string): Promise<Uint8Array | null> {
	return orIfNone<Uint8Array | null>(readFile(path), null);
}

/** What is in a folder; nothing where there is none. */
export function entriesIn(path: string): Promise<readonly Dirent[]> {
	return orIfNone<readonly Dirent[]>(readdir(path, { withFileTypes: true }), []);
}

/** Whether there is a file or folder. */
export function exists(path: string): Promise<boolean> {
	return orIfNone(
		access(path).then(() => true),
		false,
	);
}

async function orIfNone<T>(found: Promise<T>, none: T): Promise<T> {
	try {
		return await found;
	} catch (error) {
		if (codeOf(error) === "ENOENT") return none;
		throw error;
	}
}
