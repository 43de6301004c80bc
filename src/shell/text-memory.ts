import type { Stats } from "node:fs";

/** The texts of files as they were last read, so that those that did not change need not be read again. */
export interface TextMemory {
	/** The text of a file that looks the same as when it was read; null where it must be read. */
	readonly recall: (path: string, stats: Stats) => string | null;
	/** Keeps a text with the stats that its file had before it was read. */
	readonly keep: (path: string, stats: Stats, text: string) => void;
	/** Forgets the files that were neither recalled nor kept since the last call. */
	readonly forgetOthers: () => void;
}

/**
 * Milliseconds. A file that was changed so shortly before it was read may change again within the same
 * tick of its file system's clock, which is two seconds on FAT.
 */
const UNSETTLED = 2000;

/** A text, and what tells whether its file was written since. */
interface Remembered {
	readonly mark: string;
	readonly text: string;
}

/** An empty memory; `now` gives milliseconds as `Date.now` does. */
export function createTextMemory(now: () => number): TextMemory {
	let before = new Map<string, Remembered>();
	let seen = new Map<string, Remembered>();
	return {
		recall: (path, stats) => {
			const known = seen.get(path) ?? before.get(path);
			if (known === undefined || known.mark !== markOf(stats)) return null;
			seen.set(path, known);
			return known.text;
		},
		keep: (path, stats, text) => {
			const changed = Math.max(stats.mtimeMs, stats.ctimeMs);
			if (now() - changed > UNSETTLED) seen.set(path, { mark: markOf(stats), text });
		},
		forgetOthers: () => {
			before = seen;
			seen = new Map();
		},
	};
}

function markOf({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string {
	return [dev, ino, size, mtimeMs, ctimeMs].join(" ");
}
