import type { Report } from "../claims/claim.ts";
import type { Figure } from "../figures/figure.ts";

/** A year or month that somebody asks about. */
export interface AskedTime {
	/** As asked: "October", "2033". */
	readonly text: string;
	readonly year: string | null;
	/** Two digits. */
	readonly month: string | null;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = new RegExp(String.raw`\b(${MONTHS.join("|")})[a-z]*\b`, "iu");
const ISO = /^(\d{4})(?:-(\d{2}))?/;
// A decade, or the early years of one, names no year.
const DECADE = /\ds\b/;

function monthNamed(text: string): string | null {
	const found = MONTH.exec(text)?.[1]?.toLowerCase();
	return found === undefined ? null : `${MONTHS.indexOf(found) + 1}`.padStart(2, "0");
}

/** The years and months that some dates name; weekdays and hours name none. */
export function timesIn(dates: readonly Figure[]): readonly AskedTime[] {
	return dates.flatMap(({ text, iso }) => {
		if (DECADE.test(text)) return [];
		const [, year = null, month = null] = ISO.exec(iso ?? "") ?? [];
		const time = { text, year, month: month ?? monthNamed(text) };
		return time.year === null && time.month === null ? [] : [time];
	});
}

/**
 * Whether a report is of a time: true, false where it is of another, null where it does not say. What
 * its figure is tied to goes before what else its sentence names.
 */
export function isOfTime(
	{ asOf, excerpt }: Report,
	{ text, year, month }: AskedTime,
): boolean | null {
	const named = excerpt.text.toLowerCase().includes((year ?? text).toLowerCase()) ? true : null;
	const [, ownYear, ownMonth] = ISO.exec(asOf ?? "") ?? [];
	if (ownYear === undefined) return named;
	if (year !== null && ownYear !== year) return false;
	if (month === null) return true;
	return ownMonth === undefined ? named : ownMonth === month;
}
