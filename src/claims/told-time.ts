import type { Sentence } from "../corpus/passage.ts";
import { dayOf, isoOfDay, shiftDays } from "../figures/calendar.ts";
import type { Figure } from "../figures/figure.ts";
import { resolveTime } from "../figures/time.ts";
import { areEndsOfSpan, intervalOf } from "../figures/time-span.ts";
import { overlaps } from "../text/span.ts";
import type { Strength } from "./claim.ts";
import type { Reading } from "./reading.ts";
import { readStrength } from "./strength.ts";

const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/iu;
const AHEAD: ReadonlySet<Strength | null> = new Set(["may", "could", "will"]);

// "Results are expected on Friday", "rain is due by Sunday"; "Monday's close" has been.
const YET_TO_COME =
	/(?:\b(?:is|are|be)\s(?:\p{L}+\s)?(?:expected|scheduled|slated|planned|forecast)|(?<!\b(?:was|were|been|had)\s)\bdue|\bexpects?\s\S+)\b[^.;:]*\s(?:on|by|until|before|for)\s$/iu;
const HAS_BEEN = /^['’]s\s(?:clos|finish|settle|open|session|low|high|trad)/iu;

// "She said on Monday that it would": the day is that of the saying.
const SAID_THEN =
	/\b(?:said|told|wrote|\p{L}+ed)\s(?:(?:him|her|them|us|reporters|lawmakers|investors)\s)?(?:(?:early|late|earlier|on)\s)*$/iu;

const QUOTED = /["“][^"”]*["”]/gu;

/** A sentence with its quotations blanked, for what others say is not what the sentence tells of. */
function withoutQuotations(sentence: string): string {
	return sentence.replace(QUOTED, words => " ".repeat(words.length));
}

/** Whether a sentence tells what is yet to come on a day. */
function isAhead(sentence: string, date: Figure): boolean {
	const before = sentence.slice(0, date.start);
	if (HAS_BEEN.test(sentence.slice(date.end))) return false;
	if (YET_TO_COME.test(before)) return true;
	return !SAID_THEN.test(before) && AHEAD.has(readStrength(withoutQuotations(sentence), date));
}

/** "In May", "the second quarter": of which year it is hangs on the day of publication alone. */
const OF_NO_YEAR =
	/^(?!.*\b\d{4}\b).*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|quarter)/iu;

/** How many days an undated article may have been published before or after the others of its story. */
const APART = 45;

/** Whether a time is another where an undated article was published a little before or after the others. */
function hangsOnDay(date: Figure, day: string): boolean {
	if (!OF_NO_YEAR.test(date.text)) return false;
	const at = dayOf(day);
	if (at === null) return true;
	const [early, late] = [-APART, APART].map(days =>
		resolveTime(date, isoOfDay(shiftDays(at, days))),
	);
	return early !== late;
}

/**
 * When a date figure is, reckoned from the day of publication. Of an article without one the day of the
 * others serves where it makes no difference that it may be some weeks off. News weekdays look back from it, save
 * where the sentence tells what is yet to come ("is set to make landfall on Monday").
 */
export function dayTold(
	sentence: Sentence,
	date: Figure,
	{ day: published, dayIsBorrowed }: Pick<Reading, "day" | "dayIsBorrowed">,
): string | null {
	if (dayIsBorrowed && published !== null && hangsOnDay(date, published)) return date.iso;
	const iso = published === null ? date.iso : (resolveTime(date, published) ?? date.iso);
	const told = iso === null ? null : dayOf(iso);
	if (told === null || published === null || !WEEKDAY.test(date.text)) return iso;
	const isPast = (iso ?? "") < published.slice(0, 10);
	return isPast && isAhead(sentence.text, date) ? isoOfDay(shiftDays(told, 7)) : iso;
}

/** What a date stands among. */
interface Around {
	/** All figures of its sentence. */
	readonly figures: readonly Figure[];
	readonly published: Pick<Reading, "day" | "dayIsBorrowed">;
}

const JOINED = /^(?:,| and| or|, and)? (?:in |on )?$/iu;

type Pair = readonly [first: Figure, second: Figure];

/** The whole of a span of which two dates are the ends, where a figure is not one end of a change over it. */
function wholeOf(sentence: Sentence, figure: Figure, [first, second]: Pair, around: Around) {
	const ends = around.figures.flatMap(({ changedFrom }) => changedFrom ?? []);
	const isEnd = figure.changedFrom !== null || ends.some(end => overlaps(end, figure));
	if (isEnd || !areEndsOfSpan(sentence.text, first, second)) return null;
	const [from, to] = [first, second].map(date => dayTold(sentence, date, around.published));
	return intervalOf(from ?? null, to ?? null);
}

/**
 * The times that a figure is told of, each as `dayTold` gives it: first the whole of a span of years or
 * months ("earned $4 million from 2031 to 2040"), then its own date, then those joined to that.
 */
export function timesOf(sentence: Sentence, figure: Figure, around: Around): readonly string[] {
	const { time } = figure;
	const dates = around.figures.filter(({ kind }) => kind === "date");
	const own = dates.findIndex(({ start, end }) => start === time?.start && end === time.end);
	const [before, date, after] = [dates[own - 1], dates[own], dates[own + 1]];
	if (date === undefined) return [];
	const pairs: readonly Pair[] = [
		...(before === undefined ? [] : [[before, date] as const]),
		...(after === undefined ? [] : [[date, after] as const]),
	];
	const isJoined = ([first, second]: Pair) =>
		JOINED.test(sentence.text.slice(first.end, second.start));
	const joined = pairs
		.filter(isJoined)
		.flat()
		.filter(each => each !== date);
	const wholes = pairs.map(pair => wholeOf(sentence, figure, pair, around));
	const told = [date, ...joined].map(each => dayTold(sentence, each, around.published));
	return [...wholes, ...told].filter(iso => iso !== null);
}
