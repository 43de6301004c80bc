import {
	dayOf,
	daysBetween,
	isDay,
	isoOfDay,
	shiftDays,
	WEEKDAYS,
	type Weekday,
	weekdayIndex,
	weekdayOf,
} from "../../figures/calendar.ts";
import { resolveTime } from "../../figures/time.ts";
import { dayInWords } from "../../text/day-in-words.ts";
import { slice } from "../../text/span.ts";
import type { Check, Claim, PlainCheck, Report } from "../claim.ts";
import type { FigureMention } from "../figure-mentions.ts";
import { type CheckContext, type CheckMaker, eachClaim, readingOf } from "./check-maker.ts";
import { groupBy, listOf, openDates, outletsOf, quoted, verbFor } from "./phrases.ts";
import { placeCheck, placesAmong } from "./placing.ts";

const NAMES: ReadonlyMap<string, Weekday> = new Map(
	WEEKDAYS.flatMap(name => [
		[name.toLowerCase(), name] as const,
		[name.slice(0, 3).toLowerCase(), name] as const,
	]),
);
const WEEKDAY =
	/\b(?:(?:sun|mon|tues|wednes|thurs|fri|satur)day|(?:sun|mon|tue|wed|thu|fri|sat)\.)/giu;
const WITH_DAY = /\d/u;

/** The one weekday that words name; null for none or several. */
function weekdayNamed(words: string): Weekday | null {
	const found = new Set((words.match(WEEKDAY) ?? []).map(name => name.slice(0, 3).toLowerCase()));
	const [name] = found;
	return found.size === 1 && name !== undefined ? (NAMES.get(name) ?? null) : null;
}

/**
 * The days that a printed date may be: its own, or where it gives no year, the same day in the years
 * about the article's; none where the article has no day of its own to reckon from.
 */
function daysMeant({ figure, reading }: FigureMention): readonly string[] {
	if (figure.iso !== null) return [figure.iso];
	const { published } = reading.text.article;
	const iso = published === null ? null : resolveTime(figure, published);
	const day = iso === null ? null : dayOf(iso);
	if (iso === null || day === null) return [];
	const others = [day.year - 1, day.year + 1].map(year => ({ ...day, year })).filter(isDay);
	return [iso, ...others.map(isoOfDay)];
}

/** "Sunday, April 13, 2026": a weekday printed with a date that falls on another. */
function checkOfMention(mention: FigureMention): Omit<PlainCheck, "reports"> | null {
	const words = slice(mention.sentence.text, mention.figure);
	const named = weekdayNamed(words);
	const days = daysMeant(mention);
	const [iso] = days;
	const weekdays = days.map(weekdayOf);
	if (named === null || !WITH_DAY.test(words) || iso === undefined) return null;
	if (weekdays.some(weekday => weekday === null || weekday === named)) return null;
	const { outlet } = mention.reading.text.article;
	const text = `${dayInWords(iso)} is a ${weekdays[0]}, not a ${named} (computed from the calendar); ${outlet} prints ${quoted(words)}`;
	return { kind: "date", text, holds: false };
}

/** A weekday printed with its own date, against the calendar. */
export const checkPrintedWeekdays: CheckMaker = (claims, context) => {
	const find = placesAmong(claims);
	return context.mentions.flatMap(mention => {
		const check = mention.figure.kind === "date" ? checkOfMention(mention) : null;
		return check === null ? [] : placeCheck(check, find(mention));
	});
};

interface Dated {
	readonly index: number;
	readonly report: Report;
	readonly iso: string;
	/** Named by the words alone; null where they give a date. */
	readonly weekday: Weekday | null;
}

function datedReports({ reports }: Claim): readonly Dated[] {
	return reports.flatMap((report, index) => {
		const { asOf, printed } = report;
		if (asOf === null || weekdayOf(asOf) === null) return [];
		const weekday = WITH_DAY.test(printed) ? null : weekdayNamed(printed);
		return [{ index, report, iso: asOf.slice(0, 10), weekday }];
	});
}

/** Where the day that a weekday was reckoned from is not the article's own, or not confirmed; "" otherwise. */
function borrowedDay(weekday: readonly Dated[], context: CheckContext): string {
	const readings = weekday.map(({ report }) => readingOf(report, context));
	const undated = readings.filter(reading => reading?.dayIsBorrowed === true);
	const [first] = undated;
	const open = openDates(readings.flatMap(reading => reading?.text.article ?? []));
	if (first?.day == null) return open;
	const outlets = listOf(undated.map(reading => reading?.text.article.outlet ?? ""));
	return `; ${outlets} is undated, and its weekday is reckoned from ${dayInWords(first.day)}, the day of the other articles${open}`;
}

// Further apart, two days are more likely those of two events.
const NEAR_DAYS = 2;

/** Whether a weekday may mean the day before or after a date: as told, or looking back from its article's day. */
function isNear(date: Dated, { report, iso, weekday }: Dated, context: CheckContext): boolean {
	const day = readingOf(report, context)?.day ?? null;
	const published = day === null ? null : dayOf(day);
	const wanted = weekday === null ? -1 : WEEKDAYS.indexOf(weekday);
	const back = published === null ? 0 : (weekdayIndex(published) - wanted + 7) % 7;
	const lookingBack = published === null ? iso : isoOfDay(shiftDays(published, -back));
	return [iso, lookingBack].some(
		each => Math.abs(daysBetween(each, date.iso) ?? Number.POSITIVE_INFINITY) <= NEAR_DAYS,
	);
}

function checkOfPair(
	date: readonly Dated[],
	weekday: readonly Dated[],
	context: CheckContext,
): readonly Check[] {
	const [[onDate], [onWeekday]] = [date, weekday];
	if (onDate === undefined || onWeekday === undefined) return [];
	const [actual, named] = [weekdayOf(onDate.iso), onWeekday.weekday];
	if (actual === named || !isNear(onDate, onWeekday, context)) return [];
	const [dated, other] = [date.map(each => each.report), weekday.map(each => each.report)];
	const printed = `${outletsOf(dated)} ${verbFor(dated, "print")} ${quoted(onDate.report.printed)}, ${outletsOf(other)} ${quoted(onWeekday.report.printed)}`;
	const text = `${dayInWords(onDate.iso)} is a ${actual}, not a ${named} (computed from the calendar); ${printed}${borrowedDay(weekday, context)}`;
	const reports = [...date, ...weekday].map(({ index }) => index).toSorted((a, b) => a - b);
	return [{ kind: "date", text, holds: false, reports }];
}

/** "On Sunday" in one outlet against "April 13, 2026" in another, for one event. */
function weekdaysOfClaim(claim: Claim, context: CheckContext): readonly Check[] {
	if (claim.kind !== "date") return [];
	const all = datedReports(claim);
	const dates = groupBy(
		all.filter(({ weekday }) => weekday === null),
		({ iso }) => iso,
	);
	const weekdays = groupBy(
		all.filter(({ weekday }) => weekday !== null),
		({ weekday }) => weekday ?? "",
	);
	return dates.flatMap(date => weekdays.flatMap(weekday => checkOfPair(date, weekday, context)));
}

/** A date that one outlet prints against the weekday that another prints for the same event. */
export const checkWeekdaysAcross: CheckMaker = eachClaim(weekdaysOfClaim);
