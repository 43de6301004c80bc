import {
	type Day,
	isDay,
	isoOfDay,
	isoOfMonth,
	shiftDays,
	shiftMonths,
	WEEKDAYS,
} from "./calendar.ts";
import {
	agoResolved,
	aheadResolved,
	DAYS_OFF,
	dayResolved,
	decadeResolved,
	fullYears,
	type Groups,
	monthOf,
	monthQuarterResolved,
	monthResolved,
	monthsResolved,
	periodResolved,
	quarterResolved,
	STEPS,
	weekdayResolved,
	yearsResolved,
} from "./date-resolution.ts";

/**
 * One way of writing a date. `resolve` gives ISO 8601, or null: where it hangs on the day of
 * publication and that is null, or where the calendar has no such day.
 */
export interface DateForm {
	readonly pattern: RegExp;
	readonly resolve: (groups: Groups, published: Day | null) => string | null;
}

const MONTH_NAME =
	"January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\\b\\.?";
const MONTH = `(?<month>${MONTH_NAME})`;
const YEAR = "(?<year>(?:1[5-9]|20)\\d\\d)(?![\\d%]|[,.]\\d)";
const NTH = "(?:st|nd|rd|th)?";
const WEEKDAY = "(?<weekday>Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)";
const WEEKDAY_FIRST = `(?:(?:${WEEKDAYS.join("|")}|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\\.?),?\\s)?`;
/** What shows that a number after a month is no day: it goes on, or it is so many of something. */
const NO_DAY =
	"(?![\\d%]|[,.]\\d|\\s?(?:percent|per cent|pc\\b|million|billion|bn\\b|people|years? old|degrees))";
const PART_OF_DAY = "(?:\\s(?:early\\s)?(?:morning|afternoon|evening|night|lunchtime))?";
const TO_DAY = `(?<to>[0-3]?\\d)${NTH}`;
/** "fiscal 2024", "FY2024", "FY24" */
const FISCAL_YEAR =
	"(?:(?:fiscal|financial)\\s(?:year\\s)?(?<year>20\\d\\d)|FY\\s?(?:20)?(?<short>\\d\\d))\\b(?![,.%]\\d)";

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
		`\\b(?:[Bb]etween|[Ff]rom)\\s${WEEKDAY_FIRST}${MONTH}\\s(?<day>[0-3]?\\d)${NTH}\\s(?:and|to|through|until)\\s${TO_DAY}(?:,?\\s${YEAR}|${NO_DAY}(?=[.,;)]|$|\\s(?:[-–—]|[a-z])))`,
		dayResolved,
	),
	form(
		`(?:\\b[Bb]etween\\s(?<day>[0-3]?\\d)${NTH}\\sand|(?<![\\d.,$£€-])\\b(?<first>[0-3]?\\d)${NTH}\\s(?:to|until|through))\\s${TO_DAY}\\s(?:of\\s)?${MONTH}(?![A-Za-z])(?:,?\\s${YEAR})?`,
		({ day, first, ...groups }, published) =>
			dayResolved({ ...groups, day: day ?? first }, published),
	),
	// "13 and 15 March" are two days, which no one form of ISO 8601 gives.
	form(
		`(?<![\\d.,$£€-])\\b[0-3]?\\d${NTH}\\s(?:and|or)\\s[0-3]?\\d${NTH}\\s(?:of\\s)?${MONTH}(?![A-Za-z])(?:,?\\s${YEAR})?`,
		() => null,
	),
	form(
		`\\b${WEEKDAY_FIRST}${MONTH}\\s?(?<day>[0-3]?\\d)${NTH}(?:\\s?[-–]\\s?(?<to>[0-3]?\\d)${NTH})?(?:,?\\s${YEAR}|${NO_DAY})`,
		dayResolved,
	),
	form(
		`(?<![\\d.,$£€-])\\b${WEEKDAY_FIRST}(?:the\\s)?(?<day>[0-3]?\\d)${NTH}(?:\\s?[-–]\\s?(?<to>[0-3]?\\d)${NTH})?\\s(?:of\\s)?${MONTH}(?![A-Za-z])(?:,?\\s${YEAR})?`,
		dayResolved,
	),
	form(
		`\\b${MONTH}(?:\\s?[-–]\\s?|\\sto\\s(?=[A-Z][a-z]+\\s(?:quarter|period|half)))(?<to>${MONTH_NAME})(?:\\s(?:quarter|period|half))?(?:\\s(?:of\\s)?${YEAR})?`,
		monthsResolved,
	),
	form(`\\b${MONTH}(?:,|\\sof)?\\s${YEAR}`, ({ month, year }) =>
		isoOfMonth({ year: Number(year), month: monthOf(month) }),
	),
	form(`\\b${MONTH}\\squarter(?:\\s(?:of\\s)?${YEAR})?`, monthQuarterResolved),
	form("\\b(?<year>(?:19|20)\\d\\d)\\sQ(?<quarter>[1-4])\\b", quarterResolved),
	form(
		`\\b(?:the\\s)?(?:(?<quarter>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth)[\\s-]quarter|Q(?<number>[1-4]))\\s(?:of\\s)?${FISCAL_YEAR}`,
		({ quarter, number, year, short }, published) =>
			quarterResolved({ quarter: quarter ?? number, year: year ?? `20${short}` }, published),
	),
	form(
		"\\bFY\\s?(?:20)?(?<short>\\d\\d)(?:[-–/](?:20)?(?<end>\\d\\d))?\\b(?![,.%]\\d)",
		({ short, end }) =>
			end === undefined ? `20${short}` : yearsResolved({ year: `20${short}`, end }),
	),
	form(
		"\\b(?:the\\s)?(?<quarter>first|second|third|fourth)[\\s-](?:fiscal\\s)?quarter(?:\\s(?:of\\s)?(?<year>(?:19|20)\\d\\d)\\b(?![,.%]\\d))?",
		quarterResolved,
		"gi",
	),
	form("\\bQ(?<quarter>[1-4])(?:,?\\s(?:of\\s)?(?<year>(?:19|20)\\d\\d)\\b)?", quarterResolved),
	form(
		"\\b(?:(?<half>first|second)\\shalf\\sof\\s|H(?<number>[12])\\s(?:of\\s)?)(?<year>(?:19|20)\\d\\d)\\b",
		({ half, number, year }) =>
			(half?.toLowerCase() ?? number) === (half === undefined ? "1" : "first")
				? `${year}-01/${year}-06`
				: `${year}-07/${year}-12`,
		"gi",
	),
	form(
		"(?<![\\d.,$£€-])(?<year>(?:1[5-9]|20)\\d\\d)[-–—/](?<end>\\d{4}|\\d{2})(?![\\d%]|[.,-]\\d)",
		yearsResolved,
	),
	form(
		"\\b(?:the\\s)?(?:(?<part>early|late|mid)(?:[\\s-]to[\\s-](?:late|mid))?[\\s-])?(?:the\\s)?(?<![\\d.,$£€]|\\d-)(?:(?<decade>(?:1[5-9]|20)\\d0)['’]?|['’](?<short>[2-9]0))s\\b",
		decadeResolved,
		"gi",
	),
	form(
		"(?:\\b[Tt]he\\s)?\\b(?<century>1\\d|20|21)(?:st|th)[\\s-](?:centur(?:y|ies)\\b|Centur(?:y|ies)\\b(?!\\s[A-Z]))",
		({ century }) => `${Number(century) * 100 - 99}/${Number(century) * 100}`,
	),
	form(`\\b(?:(?<which>last|next|this|coming)\\s)?${WEEKDAY}s?\\b${PART_OF_DAY}`, weekdayResolved),
	// In capitals within a sentence it is a programme or newspaper.
	form(
		"\\b(?<day>(?:the day before )?yesterday|today|tonight|(?:the day after )?tomorrow|last night|overnight|this (?:morning|afternoon|evening)|(?<![\\w,'’] )(?:Yesterday|Today|Tonight|Tomorrow|Last night|Overnight|This (?:morning|afternoon|evening)))\\b(?:\\s(?:morning|afternoon|evening|night))?",
		({ day = "" }, published) =>
			published === null ? null : isoOfDay(shiftDays(published, DAYS_OFF[day.toLowerCase()] ?? 0)),
	),
	form(
		"\\b(?:earlier\\s|later\\s)?(?:the\\s)?(?<which>this|last|next|previous|past|coming|current|following)\\s(?:fiscal\\s|financial\\s|calendar\\s)?(?<period>year|month|week|weekend|quarter|decade|century|season)\\b(?!-)",
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
		"\\b(?<!\\bhalf )(?<count>an?)\\s(?<period>day|week|month|year|decade|century)\\s(?:ago|earlier|before)\\b",
		agoResolved,
		"gi",
	),
	// When that is, only the date before it can tell.
	form("\\bthe\\s(?:day|week|month|year)\\s(?:before|after)\\b(?=[.,;)]|$)", () => null, "gi"),
	form(
		"(?<=\\b(?:in|since|of|from|by|until|before|after|the|[Ss]ummer|[Ss]eason|[Cc]lass of) )['’](?<short>\\d\\d)(?![\\d%'’]|s\\b)",
		({ short }) => fullYears(short),
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
	form(`^${COUNTED_PERIOD}\\sago$`, agoResolved, "i"),
	form(`^in\\s${COUNTED_PERIOD}$`, aheadResolved, "i"),
	form(`^${COUNTED_PERIOD}\\sfrom now$`, aheadResolved, "i"),
];
