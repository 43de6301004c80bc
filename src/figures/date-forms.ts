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

/**
 * One way of writing a date. `resolve` gives ISO 8601, or null: where it hangs on the day of
 * publication and that is null, or where the calendar has no such day.
 */
export interface DateForm {
	readonly pattern: RegExp;
	readonly resolve: (groups: Groups, published: Day | null) => string | null;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH =
	"(?<month>January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?)";
const YEAR = "(?<year>(?:1[5-9]|20)\\d\\d)(?![\\d%]|[,.]\\d)";
const NTH = "(?:st|nd|rd|th)?";
const WEEKDAY = "(?<weekday>Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)";
const WEEKDAY_FIRST = `(?:(?:${WEEKDAYS.join("|")}|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\\.?),?\\s)?`;
/** What shows that a number after a month is no day: it goes on, or it is so many of something. */
const NO_DAY =
	"(?![\\d%]|[,.]\\d|\\s?(?:percent|per cent|pc\\b|million|billion|bn\\b|people|years? old|degrees))";
const PART_OF_DAY = "(?:\\s(?:early\\s)?(?:morning|afternoon|evening|night|lunchtime))?";
const ORDINALS = "first second third fourth".split(" ");

function monthOf(name: string | undefined): number {
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

function dayResolved({ month, day, year, to }: Groups, published: Day | null): string | null {
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
function monthResolved({ month }: Groups, published: Day | null): string | null {
	if (published === null) return null;
	const number = monthOf(month);
	const year = number > published.month ? published.year - 1 : published.year;
	return isoOfMonth({ year, month: number });
}

function quarterResolved({ quarter, year }: Groups, published: Day | null): string | null {
	const index = ORDINALS.indexOf((quarter ?? "").toLowerCase());
	const number = index >= 0 ? index + 1 : Number(quarter);
	if (year !== undefined) return `${year}-Q${number}`;
	if (published === null) return null;
	const begun = (number - 1) * 3 + 1 <= published.month;
	return `${begun ? published.year : published.year - 1}-Q${number}`;
}

/** News weekdays look back from the day of publication, which counts as its own weekday. */
function weekdayResolved({ weekday, which }: Groups, published: Day | null): string | null {
	if (published === null) return null;
	const wanted = WEEKDAYS.findIndex(name => name.toLowerCase() === weekday?.toLowerCase());
	const back = (weekdayIndex(published) - wanted + 7) % 7;
	if (which === "next" || which === "coming") return isoOfDay(shiftDays(published, 7 - back));
	const days = which === "last" && back === 0 ? 7 : back;
	return isoOfDay(shiftDays(published, -days));
}

const DAYS_OFF: Readonly<Record<string, number>> = { yesterday: -1, "last night": -1, tomorrow: 1 };
const STEPS: Readonly<Record<string, number>> = {
	last: -1,
	previous: -1,
	past: -1,
	next: 1,
	coming: 1,
	following: 1,
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

function periodResolved({ which, period }: Groups, published: Day | null): string | null {
	const read = PERIODS[(period ?? "").toLowerCase()];
	if (published === null || read === undefined) return null;
	return read(published, STEPS[(which ?? "").toLowerCase()] ?? 0);
}

/** "a week ago" is the day a week before; "six months ago" the month, "two years ago" the year. */
function agoResolved(groups: Groups, published: Day | null): string | null {
	return distantResolved(groups, published, -1);
}

/** "in a week" is the day a week on; "in six months" the month, "in six years" the year. */
function aheadResolved(groups: Groups, published: Day | null): string | null {
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

function yearsResolved({ year = "", end = "" }: Groups): string | null {
	const last = fullYear(year, end);
	return Number(last) > Number(year) && Number(last) - Number(year) < 100
		? `${year}/${last}`
		: null;
}

function form(source: string, resolve: DateForm["resolve"], flags = "g"): DateForm {
	return { pattern: new RegExp(source, flags), resolve };
}

/**
 * Every way of writing a date, the longer before those that they contain; at one place the first
 * that fits wins. A bare year, month or day of the month needs words around it and is last.
 */
export const DATE_FORMS: readonly DateForm[] = [
	form(
		"(?<![\\d-])(?<year>\\d{4})-(?<number>\\d{2})-(?<day>\\d{2})(?:T[\\d:.]+(?:Z|[+-]\\d{2}:?\\d{2})?)?(?![\\d-])",
		({ year, number, day }) => {
			const at = { year: Number(year), month: Number(number), day: Number(day) };
			return isDay(at) ? isoOfDay(at) : null;
		},
	),
	form(
		`\\b${WEEKDAY_FIRST}${MONTH}\\s?(?<day>[0-3]?\\d)${NTH}(?:\\s?[-–]\\s?(?<to>[0-3]?\\d)${NTH})?(?:,?\\s${YEAR}|${NO_DAY})`,
		dayResolved,
	),
	form(
		`(?<![\\d.,$£€-])\\b${WEEKDAY_FIRST}(?:the\\s)?(?<day>[0-3]?\\d)${NTH}(?:\\s?[-–]\\s?(?<to>[0-3]?\\d)${NTH})?\\s(?:of\\s)?${MONTH}(?![A-Za-z])(?:,?\\s${YEAR})?`,
		dayResolved,
	),
	form(`\\b${MONTH}(?:,|\\sof)?\\s${YEAR}`, ({ month, year }) =>
		isoOfMonth({ year: Number(year), month: monthOf(month) }),
	),
	form("\\b(?<year>(?:19|20)\\d\\d)\\sQ(?<quarter>[1-4])\\b", quarterResolved),
	form(
		"\\b(?:the\\s)?(?<quarter>first|second|third|fourth)[\\s-](?:fiscal\\s)?quarter(?:\\s(?:of\\s)?(?<year>(?:19|20)\\d\\d)\\b(?![,.%]\\d))?",
		quarterResolved,
		"gi",
	),
	form("\\bQ(?<quarter>[1-4])(?:,?\\s(?:of\\s)?(?<year>(?:19|20)\\d\\d)\\b)?", quarterResolved),
	form(
		"\\b(?<half>first|second)\\shalf\\sof\\s(?<year>(?:19|20)\\d\\d)\\b",
		({ half, year }) => (half === "first" ? `${year}-01/${year}-06` : `${year}-07/${year}-12`),
		"gi",
	),
	form(
		"(?<![\\d.,$£€-])(?<year>(?:1[5-9]|20)\\d\\d)[-–—/](?<end>\\d{4}|\\d{2})(?![\\d%]|[.,-]\\d)",
		yearsResolved,
	),
	form(
		"(?:\\b(?:early|late|mid)[\\s-])?(?:\\bthe\\s)?(?<![\\d.,$£€-])(?<decade>(?:1[5-9]|20)\\d0)['’]?s\\b",
		({ decade }) => `${decade}/${Number(decade) + 9}`,
		"gi",
	),
	form(
		"(?:\\bthe\\s)?\\b(?<century>1\\d|20|21)(?:st|th)[\\s-]centur(?:y|ies)",
		({ century }) => `${Number(century) * 100 - 99}/${Number(century) * 100}`,
		"gi",
	),
	form(`\\b(?:(?<which>last|next|this|coming)\\s)?${WEEKDAY}s?\\b${PART_OF_DAY}`, weekdayResolved),
	form(
		"\\b(?<day>yesterday|today|tonight|tomorrow|last night|overnight)\\b(?:\\s(?:morning|afternoon|evening|night))?",
		({ day = "" }, published) =>
			published === null ? null : isoOfDay(shiftDays(published, DAYS_OFF[day.toLowerCase()] ?? 0)),
		"gi",
	),
	form(
		"\\b(?:earlier\\s|later\\s)?(?:the\\s)?(?<which>this|last|next|previous|past|coming|current|following)\\s(?:fiscal\\s|financial\\s|calendar\\s)?(?<period>year|month|week|weekend|quarter|decade|century)\\b(?!-)",
		periodResolved,
		"gi",
	),
	form(
		"\\b(?<which>this|last|next)\\s(?<season>spring|summer|autumn|fall|winter)\\b",
		({ which = "" }, published) =>
			published === null ? null : String(published.year + (STEPS[which.toLowerCase()] ?? 0)),
		"gi",
	),
	form(
		"\\b(?<count>an?)\\s(?<period>day|week|month|year|decade|century)\\s(?:ago|earlier|before)\\b",
		agoResolved,
		"gi",
	),
	form(
		`\\b(?<=\\b(?:in|since|by|of|until|till|through|from|during|for|to|late|early|mid|last|this|next|and|between|before|after|ended|ending)[\\s-])${MONTH}(?![A-Za-z])(?!\\s\\d)`,
		monthResolved,
	),
	form(`\\b(?<=[a-z,] )(?!March\\b|May\\b)${MONTH}(?![A-Za-z])(?!\\s(?:\\d|[A-Z]))`, monthResolved),
	form(
		"(?<=\\b[Oo]n )the (?<day>[0-3]?\\d)(?:st|nd|rd|th)(?=[.,;:)]|$|\\s(?:of|and|at|in|when|to|after|before|with|by|the|an?|he|she|it|they|we)\\b)",
		({ day }, published) => {
			if (published === null) return null;
			const number = Number(day);
			const month = number > published.day ? shiftMonths(published, -1) : published;
			const at = { ...month, day: number };
			return isDay(at) ? isoOfDay(at) : null;
		},
	),
];

const COUNTED_PERIOD = "(?<count>\\d+|[a-z]+)[\\s-](?<period>day|week|month|year|decade)s?";

/** The forms that read "two years ago", "in six years": durations as well as dates. */
export const DISTANT: readonly DateForm[] = [
	form(`^${COUNTED_PERIOD}\\s(?:ago|earlier)$`, agoResolved, "i"),
	form(`^in\\s${COUNTED_PERIOD}$`, aheadResolved, "i"),
	form(`^${COUNTED_PERIOD}\\sfrom now$`, aheadResolved, "i"),
];
