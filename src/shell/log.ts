import { type DestinationStream, pino } from "pino";
import type { LogLevel } from "./config.ts";

/** What is logged beside a message. Words stand only under the names in `NAMES_OF_OUR_WORDS`. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Writes one JSON line an event. What was asked, who asked, and secrets do not get through it. */
export interface Log {
	readonly fatal: LogLine;
	readonly error: LogLine;
	readonly warn: LogLine;
	readonly info: LogLine;
	readonly debug: LogLine;
	readonly trace: LogLine;
}

export type LogLine = (fields: LogFields, message: string) => void;

/** Fields whose words come from this program or from the corpus's file names, never from a member. */
const NAMES_OF_OUR_WORDS: ReadonlySet<string> = new Set([
	"address",
	"code",
	"command",
	"component",
	"event",
	"file",
	"kind",
	"method",
	"name",
	"option",
	"outcome",
	"reason",
	"remedy",
	"revision",
	"signal",
	"state",
	"status",
	"story",
	"type",
	"variable",
	"version",
]);

/** Errors whose messages name a bug, a system call or a refusal of Discord's, and repeat no input. */
const TELLING_ERRORS =
	/^(?:TypeError|RangeError|ReferenceError|AbortError|DiscordAPIError|HTTPError)/;

/** What gives away a person or a secret inside other words, and what stands for it. */
const GIVEAWAYS: readonly (readonly [RegExp, string])[] = [
	[/[\w-]{20,}\.[\w-]{5,}\.[\w-]{20,}/g, "(token)"],
	[/[\w-]{60,}/g, "(token)"],
	[/(?<!\d)\d{17,20}(?!\d)/g, "(id)"],
];

const HIDDEN = "(hidden)";

/**
 * A log that writes lines of JSON at `level` and above to `destination`, by default the standard
 * output. Fields are let through by name, so that a forgotten one hides words and does not leak them.
 *
 * @example log.info({ command: "claim", milliseconds: 12 }, "answered")
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
	const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
	const line =
		(name: keyof Log): LogLine =>
		(fields, message) =>
			logger[name](safeFields(fields), withoutGiveaways(message));
	return {
		fatal: line("fatal"),
		error: line("error"),
		warn: line("warn"),
		info: line("info"),
		debug: line("debug"),
		trace: line("trace"),
	};
}

/** Words with tokens and ids replaced: `user 123456789012345678` is `user (id)`. */
export function withoutGiveaways(words: string): string {
	return GIVEAWAYS.reduce((safe, [pattern, form]) => safe.replace(pattern, form), words);
}

function safeFields(fields: LogFields): LogFields {
	const entries = Object.entries(fields).map(([name, value]) => [name, safeValue(name, value)]);
	return Object.fromEntries(entries);
}

function safeValue(name: string, value: unknown): unknown {
	if (value === null || typeof value === "boolean" || typeof value === "undefined") return value;
	if (typeof value === "number") return Number.isSafeInteger(value) || value % 1 ? value : HIDDEN;
	if (value instanceof Error) return describeError(value);
	if (typeof value === "string" && NAMES_OF_OUR_WORDS.has(name)) return withoutGiveaways(value);
	return HIDDEN;
}

function describeError(error: Error): LogFields {
	const { code, status } = codesOf(error);
	const tells = TELLING_ERRORS.test(error.name) || typeof code === "string";
	return {
		name: error.name,
		...(code === undefined ? {} : { code }),
		...(status === undefined ? {} : { status }),
		message: tells ? withoutGiveaways(error.message) : HIDDEN,
		at: framesOf(error),
		...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
	};
}

function codesOf(error: Error): { readonly code?: unknown; readonly status?: unknown } {
	const { code, status } = error as { readonly code?: unknown; readonly status?: unknown };
	const plain = (value: unknown): boolean => typeof value === "string" || typeof value === "number";
	return { ...(plain(code) ? { code } : {}), ...(plain(status) ? { status } : {}) };
}

function framesOf(error: Error): readonly string[] {
	const lines = error.stack?.split("\n") ?? [];
	return lines.filter(line => /^\s+at /.test(line)).map(line => withoutGiveaways(line.trim()));
}
