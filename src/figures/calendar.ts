/** A day of the proleptic Gregorian calendar; months and days count from 1. */
export interface Day {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

export const WEEKDAYS = [
	"Sunday",
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday",
] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const DAY_LENGTH = 86_400_000;

function pad(value: number): string {
	return String(value).padStart(2, "0");
}

/** The day that an ISO 8601 date or date-time begins with ("2026-04-13T09:00Z"); null for anything else, or a day that no month has. */
export function dayOf(iso: string): Day | null {
	const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
	if (match === null) return null;
	const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
	return isDay(day) ? day : null;
}

/** Whether the calendar has such a day: 29 February only in leap years. */
export function isDay(day: Day): boolean {
	return isoOfDay(shiftDays(day, 0)) === isoOfDay(day);
}

/** `2026-04-13`. */
export function isoOfDay({ year, month, day }: Day): string {
	return `${String(year).padStart(4, "0")}-${pad(month)}-${pad(day)}`;
}

/** `2026-04`. */
export function isoOfMonth({ year, month }: Pick<Day, "year" | "month">): string {
	return `${String(year).padStart(4, "0")}-${pad(month)}`;
}

function timeOf(day: Day): number {
	return Date.UTC(day.year, day.month - 1, day.day);
}

/** The day so many days later, or earlier where `days` is negative. */
export function shiftDays(day: Day, days: number): Day {
	const moved = new Date(timeOf(day) + days * DAY_LENGTH);
	return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

/** The month so many months later, its first day. */
export function shiftMonths(day: Day, months: number): Day {
	const moved = new Date(Date.UTC(day.year, day.month - 1 + months, 1));
	return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: 1 };
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayIndex(day: Day): number {
	return new Date(timeOf(day)).getUTCDay();
}

/** The weekday of an ISO 8601 date: "Monday" for `2026-04-13`; null for a month, a year or an interval. */
export function weekdayOf(iso: string): Weekday | null {
	const day = iso.includes("/") ? null : dayOf(iso);
	return day === null ? null : (WEEKDAYS[weekdayIndex(day)] ?? null);
}

/** How many days lie from one ISO 8601 date to another, negative when it is before; null unless both are dates. */
export function daysBetween(from: string, to: string): number | null {
	const [start, end] = [dayOf(from), dayOf(to)];
	return start === null || end === null
		? null
		: Math.round((timeOf(end) - timeOf(start)) / DAY_LENGTH);
}
