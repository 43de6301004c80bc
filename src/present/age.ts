/** Units of age, largest first, in milliseconds; months and years at their mean length. */
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
	["year", 31_556_952_000],
	["month", 2_629_746_000],
	["day", 86_400_000],
	["hour", 3_600_000],
	["minute", 60_000],
];

const relative = new Intl.RelativeTimeFormat("en-GB", { numeric: "always" });

/**
 * How long ago `asOf` (ISO 8601) was at `now`, in whole units: "2 hours ago". Under a minute, and
 * for a clock that went back, it is "just now".
 */
export function ageOf(asOf: string, now: Date): string {
	const passed = now.getTime() - Date.parse(asOf);
	const unit = UNITS.find(([, length]) => passed >= length);
	if (unit === undefined) return "just now";
	const [name, length] = unit;
	return relative.format(-Math.floor(passed / length), name);
}

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
 * The day of an ISO 8601 date or time as its outlet printed it, whatever the reader's time zone:
 * "2031-05-03T23:30:00+02:00" is "3 May 2031". What is no such date stays as it is.
 */
export function dayOf(published: string): string {
	for (const [pattern, format] of PRECISIONS) {
		const [day] = pattern.exec(published) ?? [];
		const date = day === undefined ? Number.NaN : Date.parse(day);
		if (Number.isNaN(date)) continue;
		return format.format(date);
	}
	return published;
}
