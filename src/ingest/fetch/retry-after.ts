const SECONDS_A_DAY = 86_400;

/**
 * Reads the header Retry-After, in either of its forms (RFC 9110, section 10.2.3).
 *
 * @returns seconds from now, a day at most; null where the header is missing or neither number nor date
 * @example readRetryAfter("120", now) // 120
 */
export function readRetryAfter(header: string | null, now: Date): number | null {
	const written = (header ?? "").trim();
	const seconds = /^\d+$/.test(written) ? Number(written) : secondsUntil(written, now);
	if (Number.isNaN(seconds)) return null;
	return Math.min(Math.max(seconds, 0), SECONDS_A_DAY);
}

/** NaN for what is no date of HTTP, which begins with a weekday; Date alone would take "-5" for a year. */
function secondsUntil(date: string, now: Date): number {
	if (!/^[A-Z]/i.test(date)) return Number.NaN;
	return Math.ceil((Date.parse(date) - now.getTime()) / 1000);
}
