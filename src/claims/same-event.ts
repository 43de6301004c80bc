import { shareName } from "./align.ts";
import {
	type DatedEvent,
	isInterval,
	isWhole,
	isWide,
	sameTime,
	unitOf,
	yearsOf,
} from "./dated-events.ts";
import { type FigureMention, isHeadline } from "./figure-mentions.ts";
import { sidesExclude } from "./sides.ts";

/** Whether an event's article prints its year or month for nothing else. */
export type IsLone = (event: DatedEvent) => boolean;

/** Looks the years and months up that the articles of a story print once. */
export function loneAmong(events: readonly DatedEvent[]): IsLone {
	const times = new Map<DatedEvent["mention"]["reading"], Map<string, number>>();
	for (const { mention, iso } of events) {
		const ofArticle = times.get(mention.reading) ?? new Map<string, number>();
		times.set(mention.reading, ofArticle.set(iso, (ofArticle.get(iso) ?? 0) + 1));
	}
	return event => isWide(event) && times.get(event.mention.reading)?.get(event.iso) === 1;
}

/** "Four years ago" tells a year once more, and neither a day nor what its own article dates. */
function isNoOtherYear(a: DatedEvent, b: DatedEvent, isOneArticle: boolean): boolean {
	if (unitOf(a) !== "year" && unitOf(b) !== "year") return false;
	const areWhole = isWhole(a) && isWhole(b);
	return areWhole ? isOneArticle && a.iso !== b.iso : isOneArticle || a.iso !== b.iso;
}

/**
 * Whether two dates are of two things. A headline may give another day than its text; else one article
 * does not date one thing twice. The time of a figure is no other time of anything.
 */
export function areOfOther(a: DatedEvent, b: DatedEvent): boolean {
	const isOneArticle = a.mention.reading === b.mention.reading;
	if (sidesExclude(a.mention.sides, b.mention.sides)) return true;
	if (isNoOtherYear(a, b, isOneArticle)) return true;
	if (sameTime(a.iso, b.iso)) return false;
	if (a.belongs || b.belongs || unitOf(a) !== unitOf(b)) return true;
	if (isInterval(a) !== isInterval(b) || (isInterval(a) && !isWide(a))) return true;
	return isOneArticle && isHeadline(a.mention) === isHeadline(b.mention);
}

function samePerson(a: FigureMention, b: FigureMention): boolean {
	const [first, second] = [a.attribution?.source, b.attribution?.source];
	return first !== undefined && first === second;
}

// Further apart, two spans of years are of two things.
const YEARS_OFF = 2;

// Whose years they are stands before them: "Edward Moen, who served from 1967 to 1979".
const CLOSE = 60;
const NAME = /\p{Lu}[\p{L}’'-]{3,}/gu;

function namesBefore({ mention, span }: DatedEvent): readonly string[] {
	const before = mention.sentence.text.slice(Math.max(0, span.start - CLOSE), span.start);
	return before.match(NAME) ?? [];
}

/** Whether two spans of years begin and end about the same time, and are of somebody or something of one name. */
function nearlySpan(a: DatedEvent, b: DatedEvent): boolean {
	const [first, second] = [yearsOf(a), yearsOf(b)];
	if (!Array.isArray(first) || !Array.isArray(second)) return false;
	const isNear = first.every((year, end) => Math.abs(year - second[end]) <= YEARS_OFF);
	return isNear && shareName(namesBefore(a), namesBefore(b));
}

/** Whether two sentences have something of one name begin: a firm founded and launched, not a firm and a port. */
function areBeginnings(a: DatedEvent, b: DatedEvent): boolean {
	if (!a.isBeginning || !b.isBeginning || !isWide(a) || !isWide(b)) return false;
	const [first, second] = [a, b].map(({ mention }) => mention.sentence.text.match(NAME) ?? []);
	return shareName(first ?? [], second ?? []);
}

type When = (a: DatedEvent, b: DatedEvent, isLone: IsLone) => boolean;

const areDays = (a: DatedEvent, b: DatedEvent) => !isWide(a) && !isWide(b);
const nameSame = (a: DatedEvent, b: DatedEvent) => a.named !== null && a.named === b.named;
const ofOneSource = (a: DatedEvent, b: DatedEvent) =>
	samePerson(a.mention, b.mention) && (areDays(a, b) || sameTime(a.iso, b.iso));

// How alike the contexts of two dates must be for them to date the same thing, from 0 to 1. Two articles
// that date what one source said date the same thing more readily, and two that each print a year once
// mostly print it for one thing. The first row that holds decides.
const NEEDED: readonly (readonly [when: When, needed: number])[] = [
	[ofOneSource, 0.12],
	[(a, b) => !sameTime(a.iso, b.iso) && nearlySpan(a, b), 0.15],
	[(a, b) => !sameTime(a.iso, b.iso), 0.4],
	[(a, b) => a.isEffect && b.isEffect, 0.05],
	[areBeginnings, 0.02],
	[nameSame, 0.05],
	[(a, b, isLone) => a.iso === b.iso && isLone(a) && isLone(b), 0.11],
	[(a, b) => a.iso !== b.iso && areDays(a, b), 0.4],
	[() => true, 0.25],
];

const NEVER = 1;

/** How alike the contexts of two dates must be, from 0 to 1, for them to date the same thing. */
export function neededForEvent(a: DatedEvent, b: DatedEvent, isLone: IsLone): number {
	return NEEDED.find(([holds]) => holds(a, b, isLone))?.[1] ?? NEVER;
}
