import { type Day, dayOf, isoOfDay, isoOfMonth, shiftDays, shiftMonths } from "./calendar.ts";
import { readNumberWords } from "./number-words.ts";

const PERIOD = "(?<period>day|week|month|quarter|year|decade)";

/** Dates and durations that are reckoned from another date, with the direction in which they lie. */
const RELATIVE: readonly (readonly [direction: 1 | -1, pattern: RegExp])[] = [
	[-1, new RegExp(`^(?:the\\s)?(?:previous|prior|preceding)\\s${PERIOD}$`, "i")],
	[1, new RegExp(`^(?:the\\s)?following\\s${PERIOD}$`, "i")],
	[-1, new RegExp(`^(?<count>[a-z]+|\\d+)\\s${PERIOD}s?\\s(?:earlier|before)$`, "i")],
	[1, new RegExp(`^(?<count>[a-z]+|\\d+)\\s${PERIOD}s?\\slater$`, "i")],
	[-1, new RegExp(`^the\\s${PERIOD}\\sbefore$`, "i")],
	[1, new RegExp(`^the\\s${PERIOD}\\safter$`, "i")],
];

/** Whether words tell a time that hangs on another: "a year earlier", "the following month", "two days later". */
export function isRelative(words: string): boolean {
	return RELATIVE.some(([, pattern]) => pattern.test(words));
}

function countOf(word: string | undefined): number {
	if (word === undefined || /^an?$/i.test(word)) return 1;
	return readNumberWords([word])?.value ?? Number(word);
}

const MONTHS_IN: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120 };
const DAYS_IN: Readonly<Record<string, number>> = { day: 1, week: 7 };

function quarterOf({ year, month }: Day): string {
	return `${year}-Q${Math.ceil(month / 3)}`;
}

/** How each shape of an ISO 8601 time is moved by whole months, and read as a day. */
const SHAPES: readonly {
	readonly shape: RegExp;
	readonly print: (moved: Day) => string;
}[] = [
	{ shape: /^(\d{4})$/, print: ({ year }) => String(year) },
	{ shape: /^(\d{4})-(\d{2})$/, print: isoOfMonth },
	{ shape: /^(\d{4})-Q([1-4])$/, print: quarterOf },
	{ shape: /^(\d{4})-(\d{2})-(\d{2})$/, print: isoOfDay },
];

function firstDay(iso: string): Day {
	const [year = 0, month = 1, day = 1] = iso
		.replace(/Q([1-4])/, (_, q) => String(Number(q) * 3))
		.split("-")
		.map(Number);
	return { year, month, day };
}

/** A time moved by months; a day of a month no further than its month is told ("a year before 9 May" is that year). */
function movedByMonths(iso: string, months: number, period: string): string | null {
	const shape = SHAPES.find(each => each.shape.test(iso));
	if (shape === undefined) return null;
	const moved = shiftMonths(firstDay(iso), months);
	const asDay = shape.print === isoOfDay;
	// A year is no month: "in 2012, up from the previous month" cannot be told.
	if (shape.print === SHAPES[0]?.print && months % 12 !== 0) return null;
	if (!asDay) return shape.print(moved);
	return period === "month"
		? isoOfMonth(moved)
		: period === "quarter"
			? quarterOf(moved)
			: String(moved.year);
}

function movedByDays(iso: string, days: number): string | null {
	const day = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? dayOf(iso) : null;
	return day === null ? null : isoOfDay(shiftDays(day, days));
}

/**
 * The time that relative words tell, reckoned from an ISO 8601 time: "a year earlier" than `2012-04` is
 * `2011-04`, "the following year" after `1971` is `1972`; of an interval each end. null where they tell
 * none, or not so finely ("the previous month" of a year).
 */
export function reckonedFrom(words: string, iso: string): string | null {
	for (const [direction, pattern] of RELATIVE) {
		const groups = pattern.exec(words)?.groups;
		if (groups === undefined) continue;
		const period = (groups["period"] ?? "").toLowerCase();
		const steps = direction * countOf(groups["count"]);
		if (!Number.isInteger(steps)) return null;
		const ends = iso.split("/").map(end => {
			const months = MONTHS_IN[period];
			return months === undefined
				? movedByDays(end, steps * (DAYS_IN[period] ?? 0))
				: movedByMonths(end, steps * months, period);
		});
		return ends.includes(null) ? null : ends.join("/");
	}
	return null;
}
