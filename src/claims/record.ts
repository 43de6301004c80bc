import { dayOf, isoOfMonth, shiftMonths } from "../figures/calendar.ts";
import type { Figure } from "../figures/figure.ts";
import { resolveTime } from "../figures/time.ts";
import { type Span, slice } from "../text/span.ts";
import { sameValue } from "./align.ts";
import type { FigureMention } from "./figure-mentions.ts";
import { AHEAD_OF_DURATION, SUPERLATIVE } from "./record-length.ts";
import { subjectOf } from "./subject.ts";

/** A record that an article tells of by how long it has stood: "the lowest since December 2028", "a four-year low". */
export interface RecordMention {
	readonly mention: FigureMention;
	/** The words for the record itself ("lowest unemployment rate", "low"). */
	readonly words: string;
	/** What has it, as printed ("the Selm index"); null where the sentence does not say. */
	readonly holder: string | null;
	/** The whole, as printed ("lowest since December 2028"). */
	readonly span: Span;
	/** When it was last so, as an ISO 8601 date, month or year; null where no day of publication is known to reckon from. */
	readonly since: string | null;
	/** The same in months, counted from the year 0, as an interval; a duration is as vague as it is printed. */
	readonly months: readonly [number, number] | null;
}

const AHEAD_OF_DATE = new RegExp(
	String.raw`\b(?:${SUPERLATIVE})\b[^.;:,()]{0,40}?\bsince\s(?:(?:early|late|mid|at\sleast|around|about)[\s-])?$`,
	"iu",
);
const BEHIND_DURATION = /^[\s-](?:low|high|record|peak|best)s?\b/iu;
const LEAD_OUT = /\s(?:since|in)\s.*$/iu;

/** Where a sentence prints the record that a date or duration belongs to; null where it does not. */
function spanOf(sentence: string, { kind, start, end }: Figure): Span | null {
	const before = sentence.slice(0, start);
	if (kind === "date") {
		const ahead = AHEAD_OF_DATE.exec(before);
		return ahead === null ? null : { start: ahead.index, end };
	}
	const behind = BEHIND_DURATION.exec(sentence.slice(end))?.[0];
	if (behind !== undefined) return { start, end: end + behind.length };
	const ahead = AHEAD_OF_DURATION.exec(before);
	return ahead === null ? null : { start: ahead.index, end };
}

const MONTHS_IN: Readonly<Record<string, number>> = {
	decade: 120,
	year: 12,
	month: 1,
	week: 12 / 52,
	day: 12 / 365,
};

function monthsOfDate(iso: string): readonly [number, number] | null {
	const match = /^(\d{4})(?:-(\d{2}))?/.exec(iso);
	if (match === null) return null;
	const year = Number(match[1]) * 12;
	const month = match[2] === undefined ? null : year + Number(match[2]);
	return month === null ? [year + 1, year + 12] : [month, month];
}

type Since = Pick<RecordMention, "since" | "months">;

/** The date itself; "since December", printed in May, is the December before. */
function sinceDate(published: string | null, figure: Figure): Since {
	const iso = published === null ? figure.iso : resolveTime(figure, published);
	if (iso === null) return { since: null, months: null };
	const isAhead = published !== null && iso > published.slice(0, iso.length);
	const since = isAhead ? `${Number(iso.slice(0, 4)) - 1}${iso.slice(4)}` : iso;
	return { since, months: monthsOfDate(since) };
}

// A date's month is all that is compared.
const HALF_MONTH = 0.5;

/** How long ago a duration lies before a day, at the place where it was printed: "four years" is 42 to 54 months. */
function sinceBefore(published: string | null, { value, unit, step }: Figure): Since {
	const day = published === null ? null : dayOf(published);
	const each = MONTHS_IN[unit ?? ""];
	if (day === null || typeof value !== "number" || each === undefined)
		return { since: null, months: null };
	const ago = value * each;
	const slack = Math.max(HALF_MONTH, ((step ?? 1) * each) / 2);
	const now = day.year * 12 + day.month;
	const since = isoOfMonth(shiftMonths(day, -Math.round(ago)));
	return { since, months: [now - ago - slack, now - ago + slack] };
}

/** The record that a mention tells of; null where it is the time of nothing of the kind. */
export function recordOf(mention: FigureMention): RecordMention | null {
	const { figure, sentence, reading } = mention;
	if (figure.kind !== "date" && figure.kind !== "duration") return null;
	const span = spanOf(sentence.text, figure);
	if (span === null) return null;
	const isBehind = figure.kind === "duration" && figure.start === span.start;
	const words = isBehind
		? sentence.text.slice(figure.end, span.end).replace(/^[\s-]/u, "")
		: slice(sentence.text, { start: span.start, end: figure.start }).replace(LEAD_OUT, "");
	const sinceOf = figure.kind === "date" ? sinceDate : sinceBefore;
	const holder = subjectOf(sentence.text, span, "any");
	return { mention, words, holder, span, ...sinceOf(reading.day, figure) };
}

/** Whether two records have stood for equally long, as exactly as both say. */
export function standEquallyLong(a: RecordMention, b: RecordMention): boolean {
	const [first, second] = [a.mention.figure, b.mention.figure];
	if (first.kind === "duration" && second.kind === "duration") return sameValue(first, second);
	if (a.months === null || b.months === null) return first.text === second.text;
	return a.months[0] <= b.months[1] && b.months[0] <= a.months[1];
}
