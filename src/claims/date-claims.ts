import { slice } from "../text/span.ts";
import { type Draft, positionsBy } from "./assemble.ts";
import type { Difference, Report } from "./claim.ts";
import { similarity, type Weigh } from "./context.ts";
import { dayTold, type FigureMention } from "./figure-mentions.ts";
import { bestPhrase } from "./label.ts";
import { recordOf } from "./record.ts";
import { recordDrafts } from "./record-claims.ts";
import { byPublication, reportOf } from "./reports.ts";
import { readStrength } from "./strength.ts";

/** A date that says when something happened, and which day that is. */
interface DatedEvent {
	readonly mention: FigureMention;
	readonly iso: string;
}

/** Whether a date only tells the time of a figure beside it ("$25 billion in 2025"). */
function belongsToFigure({ figure, beside }: FigureMention): boolean {
	return beside.some(({ time }) => time?.start === figure.start && time.end === figure.end);
}

const DAY = /^\d{4}-\d{2}-\d{2}/;
// "Today, the process requires": these days, not the day of publication.
const NOWADAYS = /^today,/iu;

function eventOf(mention: FigureMention): readonly DatedEvent[] {
	const { figure, reading } = mention;
	if (figure.kind !== "date" || belongsToFigure(mention) || recordOf(mention) !== null) return [];
	if (NOWADAYS.test(mention.sentence.text.slice(figure.start))) return [];
	const iso = dayTold(mention.sentence, figure, reading.day);
	return iso !== null && DAY.test(iso) ? [{ mention, iso }] : [];
}

// How alike the contexts of two dates must be for them to date the same thing, from 0 to 1.
const SAME_DAY = 0.25;
const OTHER_DAY = 0.4;
// Two articles that date what one source said date the same thing more readily.
const SAME_SPEAKER = 0.12;

function samePerson(a: FigureMention, b: FigureMention): boolean {
	const [first, second] = [a.attribution?.source, b.attribution?.source];
	return first !== undefined && first === second;
}

function excludes(a: DatedEvent, b: DatedEvent): boolean {
	return a.mention.reading === b.mention.reading && a.iso !== b.iso;
}

function isSameEvent(a: DatedEvent, b: DatedEvent, weigh: Weigh): boolean {
	const alike = similarity(a.mention.context, b.mention.context, weigh);
	if (samePerson(a.mention, b.mention)) return alike >= SAME_SPEAKER;
	return alike >= (a.iso === b.iso ? SAME_DAY : OTHER_DAY);
}

function groupEvents(
	events: readonly DatedEvent[],
	weigh: Weigh,
): readonly (readonly DatedEvent[])[] {
	const groups: DatedEvent[][] = [];
	for (const event of events) {
		const group = groups.find(
			members =>
				members.some(other => isSameEvent(other, event, weigh)) &&
				!members.some(other => excludes(other, event)),
		);
		if (group === undefined) groups.push([event]);
		else group.push(event);
	}
	return groups;
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

function labelOf(group: readonly DatedEvent[], weigh: Weigh): string {
	const [first] = group;
	if (first === undefined) return "";
	const { context, sentence, attribution } = first.mention;
	const near = new Map(context.map(({ stem, weight }) => [stem, weight]));
	const phrase = bestPhrase(sentence.text, stem => weigh(stem) * (near.get(stem) ?? 0));
	if (attribution !== null) return `day of the statement by ${attribution.source}`;
	return `day of ${phrase ?? sentence.text}`;
}

function draftOf(events: readonly DatedEvent[], weigh: Weigh): Draft {
	const group = events.toSorted((a, b) =>
		byPublication(a.mention.reading.text, b.mention.reading.text),
	);
	const reports = group.map(reportOfEvent);
	const label = labelOf(group, weigh);
	const positions = positionsBy(
		reports,
		(a, b) => a.asOf === b.asOf,
		({ asOf }) => asOf,
	);
	const difference: readonly Difference[] = positions.length > 1 ? ["contradiction"] : [];
	return { kind: "date", label, measure: label, unit: null, reports, positions, difference };
}

/**
 * When things happened, to the day, and since when records have stood: each with what the outlets print
 * of it.
 */
export function dateDrafts(mentions: readonly FigureMention[], weigh: Weigh): readonly Draft[] {
	const events = groupEvents(mentions.flatMap(eventOf), weigh);
	return [...events.map(group => draftOf(group, weigh)), ...recordDrafts(mentions, weigh)];
}
