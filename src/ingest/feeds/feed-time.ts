import { readDay } from "../extract/dates.ts";

/** A clock's time with its zone, as RFC 822 and ISO 8601 write it. */
const ZONED = /\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[A-Z]{2,4}|[+-]\d{2}:?\d{2})\s*$/u;

/**
 * A time as a feed writes it: in UTC where the zone is known, the day alone where it is not. Null for what is
 * no date, or one on which nothing can have been published yet.
 */
export function readFeedTime(text: string, now: Date): string | null {
	const trimmed = text.trim();
	const day = readDay(trimmed, now);
	const time = Date.parse(trimmed);
	if (day === null || Number.isNaN(time) || !ZONED.test(trimmed)) return day;
	return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
