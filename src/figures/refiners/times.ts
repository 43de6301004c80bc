import type { Draft, Refiner } from "../draft.ts";
import { areEndsOfSpan } from "../time-span.ts";

/** A date that says since when a record stands, or when something was said, is not the figure's own. */
const NOT_ITS_OWN =
	/\b(?:since|until|founded|born|established|incorporated|said|says|told|reported|reports|disclosed|announced|remarked|published|stated|wrote|noted|according to [\w\s]+|posted|reporters|statement|report|interview|(?:said|disclosed|announced|reported|remarked|told reporters|posted|published)\s(?:on|in|late|early))\s(?:on\s|in\s|late\s|early\s)?(?:the\s)?$/i;
/** "The lowest since it was built in 1974": a clause of since runs as far as its date. */
const SINCE_CLAUSE = /\bsince\s(?:[\p{L}'’-]+\s){1,5}$/iu;
/** "Since 1987, when 61 died": what the clause behind a date tells was then. */
const WHEN_CLAUSE = /^,?\swhen\s[^,;:]*$/iu;
const AMOUNT = String.raw`(?:%|\b(?:per\s?cent|points?|up|down|higher|lower|more|less|fewer)|\bin\s\p{L}+)`;
const SAME_PERIOD = String.raw`(?:the\s)?(?:same|corresponding|year-ago|prior|previous)\s(?:\p{L}+\s){1,2}?(?:of\s|in\s|a\s)?(?:the\s)?`;
/** "1.1% from December", "up 12% on the same quarter of last year": what a change is reckoned from is not its time. */
const RECKONED_FROM = new RegExp(
	String.raw`${AMOUNT}\s(?:(?:from|than|against|versus|compared\s(?:with|to))\s(?:in\s|the\s)?(?:${SAME_PERIOD})?|(?:on|over)\s${SAME_PERIOD})$`,
	"iu",
);
const RECKONED_ON = new RegExp(String.raw`${AMOUNT}\s(?:on|over)\s$`, "iu");
const YEAR_BEFORE = /^(?:an?\syear\s(?:ago|earlier|before)|last\syear)$/iu;
/** The end of a sentence within a paragraph. */
const SENTENCE_END = /[.!?]["”’)]?\s+(?=["“‘(]?[A-Z0-9])/;
const CLAUSE_END =
	/[;:—]|,\s(?:and|but|while|as|which|with|compared|after|before|according|against)\b|\s(?:while|whereas|compared with|compared to|against|versus)\s/i;

function isReckonedFrom(date: Draft, before: string, text: string): boolean {
	if (/^['’]s?\s(?!close|closing|high|low|level|finish|settlement)/.test(text.slice(date.end)))
		return false;
	return RECKONED_FROM.test(before) || (RECKONED_ON.test(before) && YEAR_BEFORE.test(date.text));
}

/** "December delivery": when something is to be handed over, not when it cost that. */
const NAMES_CONTRACT = /^\s(?:delivery|settlement|futures|contracts?)\b/;

function isAgo({ kind, text }: Draft): boolean {
	return kind === "duration" && /\sago$/.test(text);
}

function isTime(draft: Draft, text: string): boolean {
	if (NAMES_CONTRACT.test(text.slice(draft.end, draft.end + 12))) return false;
	const before = text.slice(Math.max(0, draft.start - 60), draft.start);
	const told = NOT_ITS_OWN.test(before) || SINCE_CLAUSE.test(before);
	if (draft.kind === "duration") return isAgo(draft);
	return draft.kind === "date" && !told && !isReckonedFrom(draft, before, text);
}

function between(text: string, a: Draft, b: Draft): string {
	return a.end <= b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start);
}

function words(gap: string): number {
	return gap.trim() === "" ? 0 : gap.trim().split(/\s+/).length;
}

/** A date beyond the other end of a change, or far off, is not the figure's own. */
const TOO_FAR = 30;
/** "The 48-page report lists dinners of 2009": a date this many words off is not the compound's own. */
const TOO_FAR_OF_COMPOUND = 4;

/** Whether a figure modifies a noun in one compound: "48-page", "a 12-day strike". */
function isCompound({ kind, end, text: words }: Draft, text: string): boolean {
	const isMeasured = kind === "duration" || kind === "measure";
	return text[end] === "-" || (isMeasured && /-\p{L}+$/u.test(words));
}

/** Whether two figures are the two ends of one change. */
function arePartners(a: Draft, b: Draft): boolean {
	return a.changedFrom?.start === b.start || b.changedFrom?.start === a.start;
}

/** "to 3.4% in April from 3.6%": what stands between the two ends of a change is of the first of them. */
function isOfOtherEnd(figure: Draft, date: Draft, others: readonly Draft[], text: string): boolean {
	if (/^['’]s?\s/.test(text.slice(date.end))) return false;
	return others.some(
		other => arePartners(figure, other) && other.end <= date.start && date.end <= figure.start,
	);
}

/** What the figures between a figure and a date add to their distance: a date after belongs to the last figure before it. */
function crossing(figure: Draft, date: Draft, others: readonly Draft[]): number {
	const after = date.start >= figure.end;
	const [from, to] = after ? [figure.end, date.start] : [date.end, figure.start];
	const crossed = others.filter(
		other => other.value !== null && other.start >= from && other.end <= to,
	);
	if (crossed.some(other => arePartners(figure, other))) return after ? TOO_FAR : 8;
	return crossed.length * (after ? 20 : 8);
}

/** "In 2018, they paid $9,400": what opens a sentence holds for all of it. */
const OPENING = /(?:^|[.!?]["”’)]?\s+)(?:[A-Z][a-z]+\s)?(?:the\s)?$/;

/**
 * How far a date is from a figure in words, clauses and other figures between; the less the nearer.
 * null where a sentence ends between them.
 */
function distance(
	figure: Draft,
	date: Draft,
	others: readonly Draft[],
	text: string,
): number | null {
	const gap = between(text, figure, date);
	if (SENTENCE_END.test(gap) || isOfOtherEnd(figure, date, others, text)) return null;
	if (date.start < figure.end && OPENING.test(text.slice(0, date.start)))
		return Math.min(words(gap), TOO_FAR - 12) + 6;
	if (isCompound(figure, text) && words(gap) > TOO_FAR_OF_COMPOUND) return null;
	const clauses = CLAUSE_END.test(gap) ? 12 : 0;
	return words(gap) + clauses + crossing(figure, date, others) + (date.start < figure.end ? 4 : 0);
}

function nearest(
	figure: Draft,
	dates: readonly Draft[],
	others: readonly Draft[],
	text: string,
): Draft | null {
	let best: Draft | null = null;
	let least = TOO_FAR;
	for (const date of dates) {
		const far = date === figure ? null : distance(figure, date, others, text);
		if (far === null || far >= least) continue;
		best = date;
		least = far;
	}
	return best;
}

function spanOf(dates: readonly Draft[], text: string): readonly [Draft, Draft] | null {
	for (const [index, first] of dates.entries()) {
		const second = dates[index + 1];
		if (second !== undefined && areEndsOfSpan(text, first, second)) return [first, second];
	}
	return null;
}

/** What changed over a span was so much at its start and so much at its end. */
function endOfSpan(figure: Draft, drafts: readonly Draft[], span: readonly [Draft, Draft] | null) {
	if (span === null) return null;
	if (figure.changedFrom !== null) return span[1];
	return drafts.some(other => other.changedFrom?.start === figure.start) ? span[0] : null;
}

const LISTED = /^(?:,|,?\sand|,?\sor)\s$/;
/** Between what is listed and when: "3, 4 and 7 units in". */
const LIST_TO_DATES = /^(?:\s[\p{L}-]+){0,4}?\s(?:in|on|for|at)\s(?:the\s)?$/u;

/** Neighbours of a kind, with no more than a comma or "and" between. */
function listsOf(drafts: readonly Draft[], text: string): readonly (readonly Draft[])[] {
	const lists: Draft[][] = [];
	for (const draft of drafts) {
		const list = lists.at(-1);
		const last = list?.at(-1);
		const joins =
			last !== undefined &&
			(last.kind === "date") === (draft.kind === "date") &&
			LISTED.test(text.slice(last.end, draft.start));
		if (joins) list?.push(draft);
		else lists.push([draft]);
	}
	return lists;
}

/** "2%, 3% and 5% in 2021, 2022 and 2023": as many dates as figures, one for each. */
function pairedDates(drafts: readonly Draft[], text: string): ReadonlyMap<Draft, Draft> {
	const paired = new Map<Draft, Draft>();
	const lists = listsOf(drafts, text);
	for (const [index, figures] of lists.entries()) {
		const dates = lists[index + 1] ?? [];
		const [last, first] = [figures.at(-1), dates[0]];
		if (figures.length < 2 || figures.length !== dates.length || last === undefined) continue;
		if (first?.kind !== "date" || !LIST_TO_DATES.test(text.slice(last.end, first.start))) continue;
		for (const [at, figure] of figures.entries()) paired.set(figure, dates[at] ?? first);
	}
	return paired;
}

/** The date whose clause of "when" a figure stands in. */
function dateOfClause(figure: Draft, drafts: readonly Draft[], text: string): Draft | null {
	const found = drafts.findLast(
		({ kind, start, end }) =>
			kind === "date" && start < figure.start && WHEN_CLAUSE.test(text.slice(end, figure.start)),
	);
	return figure.value === null ? null : (found ?? null);
}

/** Gives each figure the date that it belongs to: "$25 billion in 2025", "a 4% decline this year", "In June prices rose 2%". */
export const attachTimes: Refiner = (drafts, { text }) => {
	const dates = drafts.filter(draft => isTime(draft, text));
	if (!drafts.some(({ kind }) => kind === "date") && dates.length === 0) return drafts;
	const span = spanOf(dates, text);
	const paired = pairedDates(drafts, text);
	return drafts.map(draft => {
		// "Founded four years ago, it came to light in June": that is its time itself.
		if (isAgo(draft)) return draft;
		const near = draft.value === null ? null : nearest(draft, dates, drafts, text);
		const date =
			paired.get(draft) ??
			endOfSpan(draft, drafts, span) ??
			dateOfClause(draft, drafts, text) ??
			near;
		return date === null ? draft : { ...draft, time: { start: date.start, end: date.end } };
	});
};
