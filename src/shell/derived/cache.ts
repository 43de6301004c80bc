import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { z } from "zod";
import { sameInput } from "../../derive.ts";
import type { DerivedStory, Snapshot, Story, StoryInput } from "../../snapshot.ts";
import type { Log } from "../log.ts";
import type { Realm } from "../storage/keeper.ts";
import { type Derive, plainStory } from "./build.ts";

/** Keeps on disk what was derived, so that a start need not derive it again. */
export interface DerivedCache {
	/** What is kept of a story, of the files that it has now or had before; null where nothing fits. */
	readonly read: (realm: Realm, story: string) => Promise<DerivedStory | null>;
	/** Writes what is new of a realm's stories and removes those that it has no more. Never rejects. */
	readonly keep: (realm: Realm, own: Snapshot) => Promise<void>;
}

/** Where a cache lies, and for which code. */
export interface CacheSettings {
	readonly directory: string;
	/** What other code has written is thrown away: see `codeVersion`. */
	readonly version: string;
	readonly log: Pick<Log, "warn">;
}

const ENDING = ".derived";
const UNFINISHED = ".unfinished";
const LINE_END = 0x0a;

/** The first line of a file; what was derived follows. */
const HEAD = z.object({
	version: z.string(),
	/** SHA-256 of all that follows. */
	hash: z.string(),
});

/**
 * A cache of one file a story. A file that was torn, or written by other code, is removed. A cache that
 * cannot be read or written is told to the log, and everything is derived anew.
 */
export function openCache({ directory, version, log }: CacheSettings): DerivedCache {
	/** The inputs of which the files are known to be there. */
	const written = new WeakSet<StoryInput>();
	let last: Promise<void> = Promise.resolve();
	const write = async (realm: Realm, own: Snapshot): Promise<void> => {
		const folder = join(directory, realm);
		await mkdir(folder, { recursive: true });
		for (const story of own.stories.filter(({ input }) => !written.has(input))) {
			await writeWhole(join(folder, fileOf(story.id)), bytesOf(story, version));
			written.add(story.input);
		}
		await removeOthers(folder, own.stories);
	};
	return {
		read: async (realm, story) => {
			const file = join(directory, realm, fileOf(story));
			try {
				const derived = readWhole(await readFile(file), version);
				if (derived === null) await rm(file);
				else written.add(derived.input);
				return derived;
			} catch (error) {
				if (!isAbsent(error)) log.warn({ error, file }, "what was derived cannot be read");
				return null;
			}
		},
		keep: (realm, own) => {
			last = last
				.then(() => write(realm, own))
				.catch(error => log.warn({ error, file: directory }, "what was derived cannot be kept"));
			return last;
		},
	};
}

/** Derives what a cache has not kept; where files changed, it has what still holds of a story. */
export function withCache(derive: Derive, { read }: DerivedCache): Derive {
	return async (input, previous, realm) => {
		const kept = previous ?? (await read(realm, input.id));
		return kept !== null && sameInput(kept.input, input) ? kept : derive(input, kept, realm);
	};
}

/** Names of stories may be longer than those of files, and alike but for their case. */
function fileOf(story: string): string {
	return `${createHash("sha256").update(story).digest("hex").slice(0, 32)}${ENDING}`;
}

function hashOf(bytes: Uint8Array): string {
	return createHash("sha256").update(bytes).digest("hex");
}

function bytesOf(story: Story, version: string): Uint8Array {
	const body = serialize(plainStory(story));
	const head = JSON.stringify({ version, hash: hashOf(body) });
	return Buffer.concat([Buffer.from(`${head}\n`), body]);
}

/** null for what is torn or of another version. */
function readWhole(bytes: Buffer, version: string): DerivedStory | null {
	const end = bytes.indexOf(LINE_END);
	const head = HEAD.safeParse(jsonOf(bytes.toString("utf8", 0, Math.max(end, 0))));
	if (!head.success || head.data.version !== version) return null;
	const body = bytes.subarray(end + 1);
	return hashOf(body) === head.data.hash ? deserialize(body) : null;
}

function jsonOf(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
	// Two processes that write at once tear it, and the hash tells.
	const unfinished = `${file}${UNFINISHED}`;
	await writeFile(unfinished, bytes);
	await rename(unfinished, file);
}

async function removeOthers(folder: string, stories: readonly Story[]): Promise<void> {
	const wanted = new Set(stories.map(({ id }) => fileOf(id)));
	const names = await readdir(folder);
	const others = names.filter(name => !wanted.has(name.replace(UNFINISHED, "")));
	for (const name of others) await rm(join(folder, name), { force: true });
}

function isAbsent(error: unknown): boolean {
	return error instanceof Error && "code" in error && error.code === "ENOENT";
}
