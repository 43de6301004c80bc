import { dayOf, isoOfMonth, shiftMonths } from "../figures/calendar.ts";
import type { Figure, Value } from "../figures/figure.ts";
import { phraseFrom, wordAt } from "../figures/noun-phrase.ts";
import { areEndsOfSpan, intervalOf, isSpanOfYears } from "../figures/time-span.ts";
import { type Span, slice } from "../text/span.ts";
import { stems } from "../text/terms.ts";
import { readWords } from "../text/words.ts";
import type { FigureMention } from "./figure-mentions.ts";
import { recordOf } from "./record.ts";
import { dayTold } from "./told-time.ts";

/** A date that says when something happened. */
export interface DatedEvent {
	readonly mention: FigureMention;
	/** Where its sentence prints when: the date, or a span of years or months from one end to the other. */
	readonly span: Span;
	/** ISO 8601: a day, or an interval of days; a month or year, or a span of those. */
	readonly iso: string;
	/** Whether it is the time of a figure beside it; it is told with that, unless others date the same. */
	readonly belongs: boolean;
	/** Whether the sentence says of the date that something takes effect then. */
	readonly isEffect: boolean;
	/** Whether it says so of something that began then: a firm was founded, a line opened. */
	readonly isBeginning: boolean;
	/** The stem of what a year before it tells from others of its kind ("the 2031 [election]"); null elsewhere. */
	readonly named: string | null;
}

/** Whether a date only tells the time of a figure beside it ("$25 billion in 2025"). */
function belongsToFigure({ figure, beside }: FigureMention): boolean {
	return beside.some(({ time }) => time?.start === figure.start && time.end === figure.end);
}

const DAY = /^\d{4}-\d{2}-\d{2}/;
const MONTH = /^\d{4}-\d{2}$/;
const YEAR = /^\d{4}$/;
// "June" is a month of a year that the sentence leaves to the reader; "June 2031" stands by itself.
const PRINTED_YEAR = /\b\d{4}\b/u;
// "Takes effect on", "to come into force next", "effective from".
const TAKES_EFFECT =
	/\b(?:(?:tak|go|com|enter)\p{Ll}*\s(?:in\s?to\s)?(?:effect|force)|took\seffect|(?:came|went)\sinto\s(?:effect|force)|effective|kick\p{Ll}*\sin)\b[^.;:]{0,20}$/iu;
// "Founded in", "launched".
const BEGAN =
	/\b(?:found(?:ed|ing)|launch(?:ed|ing)?|establish(?:ed|ing)?|creat(?:ed|ion)|start(?:ed|ing)?|set\sup|incorporated|formed|opened|built|beg[au]n|dat(?:es|ing)\s(?:back\s)?to)\s(?:(?:back\s)?in\s|(?:just\s)?(?:about|around|some)\s)?$/iu;
// "Today, the process requires": these days, not the day of publication.
const NOWADAYS = /^today,/iu;

/** "Four and a half years ago", reckoned from the day of publication. */
function yearAgo({ text, value, unit }: Figure, published: string | null): string | null {
	const day = published === null ? null : dayOf(published);
	if (day === null || typeof value !== "number" || unit !== "year" || !/\sago$/iu.test(text))
		return null;
	return isoOfMonth(shiftMonths(day, -Math.round(value * 12))).slice(0, 4);
}

/** A year that is printed; "this year" and "last summer" are as good as said of everything. */
function isPrintedYear(iso: string, { text }: Figure): boolean {
	return (YEAR.test(iso) || isSpanOfYears(iso)) && PRINTED_YEAR.test(text);
}

/** When a date is, or "so many years ago"; null where it is none of these, or no day, month or year. */
function timeTold({ figure, reading, sentence }: FigureMention): string | null {
	if (figure.kind === "duration") return yearAgo(figure, reading.day);
	const iso = figure.kind === "date" ? dayTold(sentence, figure, reading) : null;
	return iso !== null && (DAY.test(iso) || MONTH.test(iso) || isPrintedYear(iso, figure))
		? iso
		: null;
}

/** The head of the noun phrase that a year begins, as a stem. */
function namedBy(sentence: string, { end }: Span, iso: string): string | null {
	if (!YEAR.test(iso) || !/^\s\p{L}/u.test(sentence.slice(end))) return null;
	const words = readWords(sentence);
	const phrase = phraseFrom(words, wordAt(words, end));
	const head = phrase === null ? undefined : words[phrase.head];
	return stems(head?.text ?? "")[0] ?? null;
}

function eventOf(mention: FigureMention): readonly DatedEvent[] {
	const { figure, sentence } = mention;
	const iso = timeTold(mention);
	if (iso === null || recordOf(mention) !== null) return [];
	if (NOWADAYS.test(sentence.text.slice(figure.start))) return [];
	const before = sentence.text.slice(0, figure.start);
	const span = { start: figure.start, end: figure.end };
	const named = namedBy(sentence.text, span, iso);
	const [isEffect, isBeginning] = [TAKES_EFFECT.test(before), BEGAN.test(before)];
	return [{ mention, span, iso, belongs: belongsToFigure(mention), isEffect, isBeginning, named }];
}

/** Two ends of a span as the one event that they date; null where they are none. */
function spanned(first: DatedEvent, second: DatedEvent): DatedEvent | null {
	const { sentence } = first.mention;
	if (sentence !== second.mention.sentence) return null;
	const iso = intervalOf(first.iso, second.iso);
	if (iso === null || !areEndsOfSpan(sentence.text, first.span, second.span)) return null;
	const span = { start: first.span.start, end: second.span.end };
	return { ...first, span, iso, belongs: first.belongs || second.belongs };
}

/** What the dates among mentions tell the time of, in their order; the two ends of a span tell it together. */
export function datedEvents(mentions: readonly FigureMention[]): readonly DatedEvent[] {
	const events: DatedEvent[] = [];
	for (const event of mentions.flatMap(eventOf)) {
		const last = events.at(-1);
		const joined = last === undefined ? null : spanned(last, event);
		if (joined !== null) events.pop();
		events.push(joined ?? event);
	}
	return events;
}

/** Whether an event is dated to the month or year alone, or by a span of those. */
export function isWide({ iso }: DatedEvent): boolean {
	return MONTH.test(iso) || YEAR.test(iso) || isSpanOfYears(iso);
}

/** Whether it is dated by more days than one. */
export function isInterval({ iso }: DatedEvent): boolean {
	return iso.includes("/");
}

/** Whether a month or a year is printed with its year, so that it can stand without a day. */
export function isWhole({ mention, span }: DatedEvent): boolean {
	return PRINTED_YEAR.test(slice(mention.sentence.text, span));
}

/** How exactly dates tell when something was. */
export type TimeUnit = "day" | "month" | "year";

/** The unit in which an event's date is printed. */
export function unitOf(event: DatedEvent): TimeUnit {
	if (!isWide(event)) return "day";
	return MONTH.test(event.iso.split("/")[0] ?? "") ? "month" : "year";
}

/** The year or the two years that a date is, as numbers; null where it is more exact. */
export function yearsOf({ iso }: Pick<DatedEvent, "iso">): Value | null {
	if (YEAR.test(iso)) return Number(iso);
	const years = /^(\d{4})\/(\d{4})$/.exec(iso);
	return years === null ? null : [Number(years[1]), Number(years[2])];
}

function isWithin(day: string, interval: string): boolean {
	const [from, to] = interval.split("/");
	return from !== undefined && to !== undefined && from <= day && day <= to;
}

/** Whether two dates are the same time, or one a part of the other; of spans of years only the same. */
export function sameTime(a: string, b: string): boolean {
	if (a === b) return true;
	if (isSpanOfYears(a) || isSpanOfYears(b)) return false;
	const isPart = [a, b].some(iso => MONTH.test(iso) || YEAR.test(iso));
	return isPart ? a.startsWith(b) || b.startsWith(a) : isWithin(a, b) || isWithin(b, a);
}
