// A format is dear to make and is used for every excerpt.
function utcFormat(precision: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	return new Intl.DateTimeFormat("en-GB", { ...precision, timeZone: "UTC" });
}

const PRECISIONS: readonly (readonly [RegExp, Intl.DateTimeFormat])[] = [
	[/^\d{4}-\d{2}-\d{2}/, utcFormat({ day: "numeric", month: "long", year: "numeric" })],
	[/^\d{4}-\d{2}$/, utcFormat({ month: "long", year: "numeric" })],
	[/^\d{4}$/, utcFormat({ year: "numeric" })],
];

/**
 * The day and the minute of an ISO 8601 time, at Greenwich: "28 November 2026, 21:09 UTC". A date has a
 * day alone, and what is neither stays as it is.
 */
export function minuteInWords(iso: string): string {
	const at = Date.parse(iso);
	if (Number.isNaN(at) || !iso.includes("T")) return dayInWords(iso);
	const written = new Date(at).toISOString();
	return `${dayInWords(written)}, ${written.slice(11, 16)} UTC`;
}

/**
 * The day of an ISO 8601 date or time as it was written down, whatever the reader's time zone:
 * "2031-05-03T23:30:00+02:00" is "3 May 2031". What is no such date stays as it is.
 */
export function dayInWords(iso: string): string {
	for (const [pattern, format] of PRECISIONS) {
		const [day] = pattern.exec(iso) ?? [];
		const date = day === undefined ? Number.NaN : Date.parse(day);
		if (Number.isNaN(date)) continue;
		return format.format(date);
	}
	return iso;
}
