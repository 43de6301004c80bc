import type { Report } from "../claims/claim.ts";
import type { Figure } from "../figures/figure.ts";
import { areEndsOfSpan, intervalOf, isSpanOfYears } from "../figures/time-span.ts";

/** A year, month or day of the week that somebody asks about. */
export interface AskedTime {
	/** As asked: "October", "2033". */
	readonly text: string;
	readonly year: string | null;
	/** Two digits. */
	readonly month: string | null;
	/** 0 for Sunday; of a day of the week only. */
	readonly weekday?: number;
	/** The first and last year of a decade or a part of one: "the early 2030s". */
	readonly years?: readonly [number, number];
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = new RegExp(String.raw`\b(${MONTHS.join("|")})[a-z]*\b`, "iu");
const ISO = /^(\d{4})(?:-(\d{2}))?/;
const DECADE = /(?:\b(early|mid|late)[\s-]+)?\b(?:the\s+)?(\d{3}0)s\b/iu;
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
	early: [0, 4],
	mid: [3, 7],
	late: [5, 9],
};

/** The decades, or parts of them, that a text names: "the early 2030s" is 2030 to 2034. */
export function decadesIn(text: string): readonly AskedTime[] {
	const [named, part = "", decade] = DECADE.exec(text) ?? [];
	if (named === undefined || decade === undefined) return [];
	const [from, to] = PARTS[part.toLowerCase()] ?? [0, 9];
	const years: readonly [number, number] = [Number(decade) + from, Number(decade) + to];
	return [{ text: named, year: null, month: null, years }];
}

function monthNamed(text: string): string | null {
	const found = MONTH.exec(text)?.[1]?.toLowerCase();
	return found === undefined ? null : `${MONTHS.indexOf(found) + 1}`.padStart(2, "0");
}

/** The years and months that some dates name; weekdays and hours name none. */
export function timesIn(dates: readonly Figure[]): readonly AskedTime[] {
	return dates.flatMap(({ text, iso }) => {
		const decades = decadesIn(text);
		if (decades.length > 0) return decades;
		const [, year = null, month = null] = ISO.exec(iso ?? "") ?? [];
		const time = { text, year, month: month ?? monthNamed(text) };
		return time.year === null && time.month === null ? [] : [time];
	});
}

/** The spans of years or months that some dates of a text are the ends of, as intervals in ISO 8601. */
export function spansIn(text: string, dates: readonly Figure[]): readonly string[] {
	return dates.flatMap((first, index) => {
		const second = dates[index + 1];
		if (second === undefined || !areEndsOfSpan(text, first, second)) return [];
		return intervalOf(first.iso, second.iso) ?? [];
	});
}

const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
const WEEKDAY = new RegExp(String.raw`\b(?:${WEEKDAYS.join("|")})\b`, "iu");
const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;

/** The day of the week that a text names first, 0 for Sunday; null where it names none. */
export function weekdayNamed(text: string): number | null {
	const named = WEEKDAY.exec(text)?.[0];
	return named === undefined ? null : WEEKDAYS.indexOf(named.toLowerCase());
}

/** The days of the week that some dates name. */
export function weekdaysIn(dates: readonly Figure[]): readonly AskedTime[] {
	return dates.flatMap(({ text }) => {
		const weekday = weekdayNamed(text);
		const named = WEEKDAY.exec(text)?.[0] ?? text;
		return weekday === null ? [] : [{ text: named, year: null, month: null, weekday }];
	});
}

/** On which day of the week an ISO 8601 time falls, 0 for Sunday; null for one without a day. */
export function weekdayOf(time: string | null): number | null {
	const day = ISO_DAY.exec(time ?? "")?.[0];
	return day === undefined ? null : new Date(`${day}T00:00:00Z`).getUTCDay();
}

const MONTH_DAY = new RegExp(
	String.raw`\b(?:(?:${MONTHS.join("|")})[a-z]*\.? \d{1,2}|\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${MONTHS.join("|")})[a-z]*)\b`,
	"iu",
);

/** How exactly the words of a date tell when: 4 by month and number, 3 by the day of the week, 2 by the month, 1 by the year, 0 by less. */
export function exactnessOf(text: string): number {
	if (MONTH_DAY.test(text)) return 4;
	if (WEEKDAY.test(text)) return 3;
	if (MONTH.test(text)) return 2;
	return /\b\d{4}\b/u.test(text) ? 1 : 0;
}

function isOn(weekday: number, asOf: string | null): boolean | null {
	const own = weekdayOf(asOf);
	return own === null ? null : own === weekday;
}

/** Whether a time is of a year; of several years together is told what is told of none of them. */
function isOfYear(asOf: string | null, year: string): boolean {
	return asOf?.startsWith(year) === true && !isSpanOfYears(asOf);
}

/** Whether the last year of a time stands between two years; null where it has none. */
function isWithin(asOf: string | null, [from, to]: readonly [number, number]): boolean | null {
	const year = asOf?.match(/\b\d{4}(?=\b|-)/g)?.at(-1);
	return year === undefined ? null : Number(year) >= from && Number(year) <= to;
}

/**
 * Whether a report is of a time: true, false where it is of another, null where it does not say. What
 * its figure is tied to goes before what else its sentence names.
 */
export function isOfTime({ asOf, excerpt }: Report, time: AskedTime): boolean | null {
	if (time.years !== undefined) return isWithin(asOf, time.years);
	const { text, year, month, weekday } = time;
	const named = excerpt.text.toLowerCase().includes((year ?? text).toLowerCase()) ? true : null;
	if (weekday !== undefined) return isOn(weekday, asOf) ?? named;
	const [, ownYear, ownMonth] = ISO.exec(asOf ?? "") ?? [];
	if (ownYear === undefined) return named;
	if (year !== null && !isOfYear(asOf, year)) return false;
	if (month === null) return true;
	return ownMonth === undefined ? named : ownMonth === month;
}
