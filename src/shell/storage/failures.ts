import type { KeeperFailure } from "./keeper.ts";
import { KeeperError } from "./keeper-error.ts";

/** A failure in words: why, and what to do. */
type Words = readonly [reason: string, remedy: string];

/** What failures are called, by the system's or the database's codes; "" is for those without any. */
export type FailureWords = Readonly<Record<string, Words>> & { readonly otherwise: Words };

const NO_SPACE: Words = ["The disk of the data directory is full", "make room on it, try again"];
const NO_RIGHT: Words = [
	"The data directory cannot be used",
	"give this program the right to read it and write to it",
];
const TOO_MANY: Words = ["Too many files are open", "try again; if it stays so, raise the limit"];
const GONE: Words = [
	"The data directory is not where it was",
	"bring it back, or name another (DATA_DIR)",
];

/** https://nodejs.org/docs/latest-v20.x/api/errors.html#common-system-errors */
export const DISK_WORDS: FailureWords = {
	ENOSPC: NO_SPACE,
	EDQUOT: NO_SPACE,
	EACCES: NO_RIGHT,
	EPERM: NO_RIGHT,
	EROFS: NO_RIGHT,
	EMFILE: TOO_MANY,
	ENFILE: TOO_MANY,
	ENOENT: GONE,
	ENOTDIR: GONE,
	EIO: ["The disk of the data directory fails", "save what is on it and replace it"],
	otherwise: ["The data directory could not be read or written", "the log says why"],
};

const UNREACHED: Words = [
	"The database cannot be reached",
	"see that it runs and that DATABASE_URL leads to it",
];
const NO_ENTRY: Words = [
	"The database does not let this program in",
	"check the name, the password and the database in DATABASE_URL",
];

/** https://www.postgresql.org/docs/current/errcodes-appendix.html, and the system's own. */
export const DATABASE_WORDS: FailureWords = {
	ECONNREFUSED: UNREACHED,
	ECONNRESET: UNREACHED,
	EHOSTUNREACH: UNREACHED,
	ENOENT: UNREACHED,
	ENOTFOUND: UNREACHED,
	EPIPE: UNREACHED,
	ETIMEDOUT: UNREACHED,
	"57P01": UNREACHED,
	"57P02": UNREACHED,
	"57P03": UNREACHED,
	"28000": NO_ENTRY,
	"28P01": NO_ENTRY,
	"3D000": NO_ENTRY,
	"42501": ["The database does not let this program write", "make it the owner of the database"],
	"53100": ["The disk of the database is full", "make room on it, try again"],
	"53300": ["The database has too many visitors", "try again; if it stays so, let it take more"],
	"55P03": ["Another process has been writing for too long", "try again"],
	"": UNREACHED,
	otherwise: ["The database could not do it", "the log says why"],
};

/** The failure that something thrown by the system, by the database or by a keeper stands for. */
export function failureOf(error: unknown, words: FailureWords): KeeperFailure {
	if (error instanceof KeeperError) {
		return { kind: "failed", reason: error.message, remedy: error.remedy, error };
	}
	const [reason, remedy] = words[codeOf(error)] ?? words.otherwise;
	return { kind: "failed", reason, remedy, error };
}

/** The code of a system's error, "ENOENT"; "" for anything else. */
export function codeOf(error: unknown): string {
	return error instanceof Error && "code" in error ? String(error.code) : "";
}
