import {
	type Day,
	isDay,
	isoOfDay,
	isoOfMonth,
	shiftDays,
	shiftMonths,
	WEEKDAYS,
	weekdayIndex,
} from "./calendar.ts";
import { readNumberWords } from "./number-words.ts";

/** The named groups of a match. */
export type Groups = Readonly<Record<string, string | undefined>>;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const ORDINALS = "first second third fourth".split(" ");

/** The number of a month by its name, 1 to 12; 0 for any other word. */
export function monthOf(name: string | undefined): number {
	return MONTHS.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1;
}

/** The year in which a day without one lies nearest to the publication. */
function nearestYear(month: number, day: number, published: Day): number {
	const distance = (year: number): number =>
		Math.abs(
			(year - published.year) * 365 + (month - published.month) * 30.4 + day - published.day,
		);
	const years = [published.year - 1, published.year, published.year + 1];
	return years.reduce((best, year) => (distance(year) < distance(best) ? year : best));
}

/** A day of a month, or the days to another of that month; without a year the one nearest to the publication. */
export function dayResolved(
	{ month, day, year, to }: Groups,
	published: Day | null,
): string | null {
	const at = { month: monthOf(month), day: Number(day) };
	if (year === undefined && published === null) return null;
	const within =
		year === undefined && published !== null
			? nearestYear(at.month, at.day, published)
			: Number(year);
	const first = { ...at, year: within };
	if (!isDay(first)) return null;
	return to === undefined
		? isoOfDay(first)
		: `${isoOfDay(first)}/${isoOfDay({ ...first, day: Number(to) })}`;
}

/** The last such month that had begun when the article was published. */
export function monthResolved({ month }: Groups, published: Day | null): string | null {
	if (published === null) return null;
	const number = monthOf(month);
	const year = number > published.month ? published.year - 1 : published.year;
	return isoOfMonth({ year, month: number });
}

/** "July-September": the last such months that had begun, or those of the year that is told. */
export function monthsResolved({ month, to, year }: Groups, published: Day | null): string | null {
	const [first, last] = [monthOf(month), monthOf(to)];
	if (year === undefined && published === null) return null;
	const end = year === undefined ? monthResolved({ month: to }, published)?.slice(0, 4) : year;
	const lastYear = Number(end);
	const firstYear = first > last ? lastYear - 1 : lastYear;
	return `${isoOfMonth({ year: firstYear, month: first })}/${isoOfMonth({ year: lastYear, month: last })}`;
}

/** "the September quarter": the quarter that ends with that month. */
export function monthQuarterResolved(groups: Groups, published: Day | null): string | null {
	const month = monthOf(groups["month"]);
	return month % 3 === 0
		? quarterResolved({ quarter: String(month / 3), year: groups["year"] }, published)
		: null;
}

/** A quarter by its number or ordinal; without a year the last that had begun. */
export function quarterResolved({ quarter, year }: Groups, published: Day | null): string | null {
	const index = ORDINALS.indexOf((quarter ?? "").toLowerCase());
	const number = index >= 0 ? index + 1 : Number(quarter);
	if (year !== undefined) return `${year}-Q${number}`;
	if (published === null) return null;
	const begun = (number - 1) * 3 + 1 <= published.month;
	return `${begun ? published.year : published.year - 1}-Q${number}`;
}

/** News weekdays look back from the day of publication, which counts as its own weekday; "this Friday" looks ahead. */
export function weekdayResolved({ weekday, which }: Groups, published: Day | null): string | null {
	if (published === null) return null;
	const wanted = WEEKDAYS.findIndex(name => name.toLowerCase() === weekday?.toLowerCase());
	const back = (weekdayIndex(published) - wanted + 7) % 7;
	if (which === "next" || which === "coming") return isoOfDay(shiftDays(published, 7 - back));
	if (which === "this") return isoOfDay(shiftDays(published, (7 - back) % 7));
	const days = which === "last" && back === 0 ? 7 : back;
	return isoOfDay(shiftDays(published, -days));
}

/** How many days lie between the publication and the day that words mean; 0 where they are not listed. */
export const DAYS_OFF: Readonly<Record<string, number>> = {
	yesterday: -1,
	"last night": -1,
	tomorrow: 1,
	"the day before yesterday": -2,
	"the day after tomorrow": 2,
};
/** How many periods lie between the publication and the one that a word means. */
export const STEPS: Readonly<Record<string, number>> = {
	last: -1,
	previous: -1,
	past: -1,
	next: 1,
	coming: 1,
};

/** An ISO 8601 day, week (Monday to Sunday), month, quarter, year or decade, `steps` of them from the publication. */
const PERIODS: Readonly<Record<string, (published: Day, steps: number) => string>> = {
	day: (published, steps) => isoOfDay(shiftDays(published, steps)),
	week: (published, steps) => {
		const monday = shiftDays(published, -((weekdayIndex(published) + 6) % 7) + steps * 7);
		return `${isoOfDay(monday)}/${isoOfDay(shiftDays(monday, 6))}`;
	},
	weekend: (published, steps) => {
		const saturday = shiftDays(published, -((weekdayIndex(published) + 1) % 7) + steps * 7);
		return `${isoOfDay(saturday)}/${isoOfDay(shiftDays(saturday, 1))}`;
	},
	month: (published, steps) => isoOfMonth(shiftMonths(published, steps)),
	quarter: (published, steps) => {
		const at = shiftMonths(published, steps * 3);
		return `${at.year}-Q${Math.ceil(at.month / 3)}`;
	},
	year: (published, steps) => String(published.year + steps),
	decade: (published, steps) => {
		const start = Math.floor(published.year / 10) * 10 + steps * 10;
		return `${start}/${start + 9}`;
	},
	century: (published, steps) => {
		const start = Math.floor((published.year - 1) / 100) * 100 + 1 + steps * 100;
		return `${start}/${start + 99}`;
	},
};

/** "last year", "this quarter"; null for a season, and for "the following year", which hangs on another date. */
export function periodResolved({ which, period }: Groups, published: Day | null): string | null {
	const read = PERIODS[(period ?? "").toLowerCase()];
	if (published === null || read === undefined || /^following$/i.test(which ?? "")) return null;
	return read(published, STEPS[(which ?? "").toLowerCase()] ?? 0);
}

/** "a week ago" is the day a week before; "six months ago" the month, "two years ago" the year. */
export function agoResolved(groups: Groups, published: Day | null): string | null {
	return distantResolved(groups, published, -1);
}

/** "in a week" is the day a week on; "in six months" the month, "in six years" the year. */
export function aheadResolved(groups: Groups, published: Day | null): string | null {
	return distantResolved(groups, published, 1);
}

function distantResolved(
	{ count, period }: Groups,
	published: Day | null,
	direction: 1 | -1,
): string | null {
	const unit = (period ?? "").toLowerCase();
	if (published === null) return null;
	const number = /^an?$/i.test(count ?? "")
		? 1
		: (readNumberWords([count ?? ""])?.value ?? Number(count));
	if (!Number.isInteger(number)) return null;
	const steps = direction * number;
	if (unit === "week") return isoOfDay(shiftDays(published, 7 * steps));
	if (unit === "decade") return String(published.year + 10 * steps);
	return PERIODS[unit]?.(published, steps) ?? null;
}

function fullYear(from: string, end: string): string {
	return end.length === 4 ? end : from.slice(0, 2) + end;
}

/** The four digits of a year of which two are printed: "98" is 1998, "05" 2005. */
export function fullYears(short: string | undefined): string {
	return `${Number(short) >= 30 ? "19" : "20"}${short}`;
}

/** Where a part of a decade begins and ends in it. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
	early: [0, 4],
	mid: [3, 7],
	late: [5, 9],
};

/** "the 1990s", "the '80s", "early 2030s" (2030 to 2034). */
export function decadeResolved({ decade, short, part }: Groups): string {
	const start = Number(decade ?? fullYears(short));
	const [from, to] = PARTS[(part ?? "").toLowerCase()] ?? [0, 9];
	return `${start + from}/${start + to}`;
}

/** "2025-33", "2007/08"; null where the second is no later year. */
export function yearsResolved({ year = "", end = "" }: Groups): string | null {
	const last = fullYear(year, end);
	return Number(last) > Number(year) && Number(last) - Number(year) < 100
		? `${year}/${last}`
		: null;
}
