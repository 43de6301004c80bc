import { z } from "zod";
import type { Mark } from "./announcement.ts";
import type { Entry, LockHolder } from "./keeper.ts";
import { KeeperError } from "./keeper-error.ts";

const STATE = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("text"), text: z.string() }),
	z.object({ kind: z.literal("hidden") }),
	z.object({ kind: z.literal("absent") }),
	z.object({ kind: z.literal("purged") }),
]);

const REWORDING = z.discriminatedUnion("kind", [
	z.object({ kind: z.literal("text"), path: z.string(), hash: z.string(), text: z.string() }),
	z.object({ kind: z.literal("subject"), number: z.int().positive(), subject: z.string() }),
]);

const ENTRY: z.ZodType<Entry> = z.object({
	number: z.int().positive(),
	at: z.string(),
	by: z.string(),
	story: z.string().nullable(),
	deed: z.object({ kind: z.string(), subject: z.string() }),
	undoes: z.int().positive().nullable(),
	writes: z.array(z.object({ path: z.string(), before: STATE, after: STATE })),
	purges: z.array(z.string()),
	rewords: z.array(REWORDING).optional(),
});

const HOLDER: z.ZodType<LockHolder> = z.object({
	what: z.string(),
	by: z.string(),
	since: z.string(),
});

const MARKS: z.ZodType<readonly Mark[]> = z.array(
	z.object({ mark: z.string(), number: z.int().nonnegative() }),
);

/** An entry as JSON that a person can read. */
export function formatEntry(entry: Entry): string {
	return `${JSON.stringify(entry, null, "\t")}\n`;
}

/** The entry that a text of the journal is; throws where somebody spoilt it, naming the `place`. */
export function parseEntry(text: string, place: string): Entry {
	const parsed = ENTRY.safeParse(parseJson(text));
	if (parsed.success) return parsed.data;
	throw new KeeperError(`${place} is no entry of a journal`, "restore it from a backup");
}

/** Who holds a lock, as was written down; null where that was not written, or not yet. */
export function parseHolder(text: string): LockHolder | null {
	return HOLDER.safeParse(parseJson(text)).data ?? null;
}

/** What was claimed, as was written down; nothing where somebody spoilt it, or none was. */
export function parseMarks(text: string): readonly Mark[] {
	return MARKS.safeParse(parseJson(text)).data ?? [];
}

/** The value of a JSON text; undefined where it is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
