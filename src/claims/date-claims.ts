import { slice } from "../text/span.ts";
import { type Draft, positionsBy } from "./assemble.ts";
import type { Report } from "./claim.ts";
import { type Context, joinContexts, similarity, type Weigh } from "./context.ts";
import { dayLabel, deedOf } from "./day-label.ts";
import { differenceOfReports } from "./difference.ts";
import { dayTold, type FigureMention, isHeadline } from "./figure-mentions.ts";
import { bestPhrase, sharedPhrase, withTopic } from "./label.ts";
import { recordOf } from "./record.ts";
import { recordDrafts } from "./record-claims.ts";
import { byPublication, reportOf } from "./reports.ts";
import { sidesExclude } from "./sides.ts";
import { readStrength } from "./strength.ts";

/** A date that says when something happened, and which day that is. */
interface DatedEvent {
	readonly mention: FigureMention;
	readonly iso: string;
	/** Whether it is the time of a figure beside it; it is told with that, unless others date the same. */
	readonly belongs: boolean;
	/** Whether the sentence says of the date that something takes effect then. */
	readonly isEffect: boolean;
}

/** Whether a date only tells the time of a figure beside it ("$25 billion in 2025"). */
function belongsToFigure({ figure, beside }: FigureMention): boolean {
	return beside.some(({ time }) => time?.start === figure.start && time.end === figure.end);
}

const DAY = /^\d{4}-\d{2}-\d{2}/;
const MONTH = /^\d{4}-\d{2}$/;
// "Takes effect on", "to come into force next", "effective from".
const TAKES_EFFECT =
	/\b(?:(?:tak|go|com|enter)\p{Ll}*\s(?:in\s?to\s)?(?:effect|force)|took\seffect|(?:came|went)\sinto\s(?:effect|force)|effective|kick\p{Ll}*\sin)\b[^.;:]{0,20}$/iu;
// "Today, the process requires": these days, not the day of publication.
const NOWADAYS = /^today,/iu;

function eventOf(mention: FigureMention): readonly DatedEvent[] {
	const { figure, reading } = mention;
	if (figure.kind !== "date" || recordOf(mention) !== null) return [];
	if (NOWADAYS.test(mention.sentence.text.slice(figure.start))) return [];
	const iso = dayTold(mention.sentence, figure, reading);
	if (iso === null || !(DAY.test(iso) || MONTH.test(iso))) return [];
	const isEffect = TAKES_EFFECT.test(mention.sentence.text.slice(0, figure.start));
	return [{ mention, iso, belongs: belongsToFigure(mention), isEffect }];
}

// How alike the contexts of two dates must be for them to date the same thing, from 0 to 1.
const SAME_DAY = 0.25;
const OTHER_DAY = 0.4;
const SAME_DAY_OF_EFFECT = 0.05;
// Two articles that date what one source said date the same thing more readily.
const SAME_SPEAKER = 0.12;

function samePerson(a: FigureMention, b: FigureMention): boolean {
	const [first, second] = [a.attribution?.source, b.attribution?.source];
	return first !== undefined && first === second;
}

function isWithin(day: string, interval: string): boolean {
	const [from, to] = interval.split("/");
	return from !== undefined && to !== undefined && from <= day && day <= to;
}

/** Whether two dates are the same day, or one a day of the other. */
function sameDay(a: string, b: string): boolean {
	if (MONTH.test(a) || MONTH.test(b)) return a.startsWith(b) || b.startsWith(a);
	return a === b || isWithin(a, b) || isWithin(b, a);
}

/** A month only tells a day once more: "next month" beside "June 1". */
const isMonth = ({ iso }: DatedEvent) => MONTH.test(iso);

const isInterval = ({ iso }: DatedEvent) => iso.includes("/");

/**
 * Whether two days are of two things. A headline may give another day than its text; else one article
 * does not date one thing twice. The time of a figure is no other day of anything.
 */
function excludes(a: DatedEvent, b: DatedEvent): boolean {
	if (sidesExclude(a.mention.sides, b.mention.sides)) return true;
	if (sameDay(a.iso, b.iso)) return false;
	if ([a, b].some(each => each.belongs || isInterval(each) || isMonth(each))) return true;
	const isOneArticle = a.mention.reading === b.mention.reading;
	return isOneArticle && isHeadline(a.mention) === isHeadline(b.mention);
}

function neededLikeness(a: DatedEvent, b: DatedEvent): number {
	if (samePerson(a.mention, b.mention)) return SAME_SPEAKER;
	if (a.isEffect && b.isEffect && sameDay(a.iso, b.iso)) return SAME_DAY_OF_EFFECT;
	return a.iso === b.iso || isMonth(a) || isMonth(b) ? SAME_DAY : OTHER_DAY;
}

type EventGroup = readonly DatedEvent[];

function fitOf(event: DatedEvent, group: EventGroup, weigh: Weigh): number {
	const fits = group.map(other => {
		const alike = similarity(other.mention.context, event.mention.context, weigh);
		return alike - neededLikeness(other, event);
	});
	return Math.max(...fits);
}

/** How far events are above what they need to join a group, each by its most alike member; below 0 where they may not. */
function meanFit(events: EventGroup, group: EventGroup, weigh: Weigh): number {
	if (events.some(event => group.some(other => excludes(other, event)))) return -1;
	return events.reduce((sum, event) => sum + fitOf(event, group, weigh), 0) / events.length;
}

/** Each group joined to the one that its events fit best, where there is one. */
function joinFitting(groups: readonly EventGroup[], weigh: Weigh): readonly EventGroup[] {
	const joined: DatedEvent[][] = [];
	for (const events of groups) {
		const [best] = joined
			.map(group => ({ group, fit: meanFit(events, group, weigh) }))
			.filter(({ fit }) => fit >= 0)
			.toSorted((a, b) => b.fit - a.fit);
		if (best === undefined) joined.push([...events]);
		else best.group.push(...events);
	}
	return joined;
}

function groupEvents(events: readonly DatedEvent[], weigh: Weigh): readonly EventGroup[] {
	const groups = joinFitting(
		events.map(event => [event]),
		weigh,
	);
	// An event that came early may fit what only later ones have put together.
	return joinFitting(groups, weigh).filter(group => {
		const articles = new Set(group.map(({ mention }) => mention.reading));
		const isOwn = articles.size > 1 || group.some(({ belongs }) => !belongs);
		return isOwn && !group.every(isMonth);
	});
}

function reportOfEvent({ mention, iso }: DatedEvent): Report {
	const { reading, sentence, figure, attribution } = mention;
	return {
		...reportOf(reading.text, sentence, slice(sentence.text, figure)),
		asOf: iso,
		attribution,
		strength: readStrength(sentence.text, figure),
	};
}

function weightsOf(context: Context): ReadonlyMap<string, number> {
	return new Map(context.map(({ stem, weight }) => [stem, weight]));
}

/** Whom more than half of the events are credited to; null where there is nobody. */
function chiefSource(group: EventGroup): string | null {
	const sources = group.map(({ mention }) => mention.attribution?.source ?? null);
	const isChief = (source: string | null) =>
		sources.filter(other => other === source).length * 2 > sources.length;
	return sources.find(isChief) ?? null;
}

/** What the sentences around the dates speak of. */
function topicOf(group: EventGroup, weigh: Weigh): string {
	const near = weightsOf(joinContexts(group.map(({ mention }) => mention.context)));
	const worth = (stem: string) => Math.sqrt(weigh(stem)) * (near.get(stem) ?? 0);
	const sentences = group.map(({ mention: { sentence, figure, beside, credits } }) => ({
		sentence: sentence.text,
		without: [figure, ...beside, ...credits],
	}));
	const articles = new Set(group.map(({ mention }) => mention.reading));
	const shared = articles.size > 1 ? sharedPhrase(sentences, worth, "common") : null;
	const [first] = sentences;
	const phrase = shared ?? bestPhrase(first?.sentence ?? "", worth) ?? first?.sentence ?? "";
	return `day of ${withTopic(phrase, sentences, worth)}`;
}

interface Named {
	readonly label: string;
	readonly measure: string;
}

/** What happened on the day of a group, and what its sentences speak of. */
function nameOf(group: EventGroup, weigh: Weigh): Named {
	const sentences = group.map(({ mention: { sentence, figure } }) => ({
		sentence: sentence.text,
		date: figure,
	}));
	const source = chiefSource(group);
	const topic = topicOf(group, weigh);
	if (source === null) return { label: dayLabel(sentences, weigh) ?? topic, measure: topic };
	const said = `day of the statement by ${source}`;
	return { label: deedOf(sentences, weigh) ?? said, measure: said };
}

function draftOf(events: readonly DatedEvent[], weigh: Weigh): Draft {
	const group = events.toSorted((a, b) =>
		byPublication(a.mention.reading.text, b.mention.reading.text),
	);
	const reports = group.map(reportOfEvent);
	const positions = positionsBy(
		reports,
		(a, b) => sameDay(a.asOf ?? "", b.asOf ?? ""),
		({ asOf }) => asOf,
	);
	const difference = differenceOfReports(reports, positions);
	const named = nameOf(group, weigh);
	return { kind: "date", ...named, unit: null, reports, positions, difference };
}

/**
 * When things happened, to the day, and since when records have stood: each with what the outlets print
 * of it.
 */
export function dateDrafts(mentions: readonly FigureMention[], weigh: Weigh): readonly Draft[] {
	const events = groupEvents(mentions.flatMap(eventOf), weigh);
	return [...events.map(group => draftOf(group, weigh)), ...recordDrafts(mentions, weigh)];
}
