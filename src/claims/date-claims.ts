import { slice } from "../text/span.ts";
import { type Draft, positionsBy } from "./assemble.ts";
import type { Report } from "./claim.ts";
import { type Context, joinContexts, similarity, type Weigh } from "./context.ts";
import {
	type DatedEvent,
	datedEvents,
	isWhole,
	isWide,
	sameTime,
	type TimeUnit,
	unitOf,
	yearsOf,
} from "./dated-events.ts";
import { dayLabel, deedOf } from "./day-label.ts";
import { differenceOfReports } from "./difference.ts";
import type { FigureMention } from "./figure-mentions.ts";
import { bestPhrase, sharedPhrase, withTopic } from "./label.ts";
import { recordDrafts } from "./record-claims.ts";
import { byPublication, reportOf } from "./reports.ts";
import { areOfOther, type IsLone, loneAmong, neededForEvent } from "./same-event.ts";
import { readStrength } from "./strength.ts";

type EventGroup = readonly DatedEvent[];

/** What a story tells of whether two of its dates are of one thing. */
interface Told {
	readonly weigh: Weigh;
	readonly isLone: IsLone;
}

function fitOf(event: DatedEvent, group: EventGroup, { weigh, isLone }: Told): number {
	const fits = group.map(other => {
		const alike = similarity(other.mention.context, event.mention.context, weigh);
		return alike - neededForEvent(other, event, isLone);
	});
	return Math.max(...fits);
}

/** How far events are above what they need to join a group, each by its most alike member; below 0 where they may not. */
function meanFit(events: EventGroup, group: EventGroup, told: Told): number {
	if (events.some(event => group.some(other => areOfOther(other, event)))) return -1;
	return events.reduce((sum, event) => sum + fitOf(event, group, told), 0) / events.length;
}

/** Each group joined to the one that its events fit best, where there is one. */
function joinFitting(groups: readonly EventGroup[], told: Told): readonly EventGroup[] {
	const joined: DatedEvent[][] = [];
	for (const events of groups) {
		const [best] = joined
			.map(group => ({ group, fit: meanFit(events, group, told) }))
			.filter(({ fit }) => fit >= 0)
			.toSorted((a, b) => b.fit - a.fit);
		if (best === undefined) joined.push([...events]);
		else best.group.push(...events);
	}
	return joined;
}

function groupEvents(events: readonly DatedEvent[], weigh: Weigh): readonly EventGroup[] {
	const told = { weigh, isLone: loneAmong(events) };
	const groups = joinFitting(
		events.map(event => [event]),
		told,
	);
	// An event that came early may fit what only later ones have put together.
	return joinFitting(groups, told).filter(group => {
		const articles = new Set(group.map(({ mention }) => mention.reading));
		const isOwn = group.some(({ belongs }) => !belongs);
		if (group.every(isWide)) return isOwn && group.some(isWhole);
		return isOwn || articles.size > 1;
	});
}

function reportOfEvent(event: DatedEvent): Report {
	const { mention, span, iso } = event;
	const { reading, sentence, attribution } = mention;
	return {
		...reportOf(reading.text, sentence, slice(sentence.text, span)),
		value: yearsOf(event),
		asOf: iso,
		attribution,
		strength: readStrength(sentence.text, span),
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

/** How exactly a group tells when: as its most exact event does. */
function unitOfAll(group: EventGroup): TimeUnit {
	const units = group.map(unitOf);
	return units.find(unit => unit === "day") ?? units.find(unit => unit === "month") ?? "year";
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
	return `${unitOfAll(group)} of ${withTopic(phrase, sentences, worth)}`;
}

interface Named {
	readonly label: string;
	readonly measure: string;
}

/** What happened on the day of a group, and what its sentences speak of. */
function nameOf(group: EventGroup, weigh: Weigh): Named {
	const sentences = group.map(({ mention: { sentence }, span }) => ({
		sentence: sentence.text,
		date: span,
	}));
	const told = { sentences, unit: unitOfAll(group) };
	const source = chiefSource(group);
	const topic = topicOf(group, weigh);
	if (source === null) return { label: dayLabel(told, weigh) ?? topic, measure: topic };
	const said = `${told.unit} of the statement by ${source}`;
	return { label: deedOf(told, weigh) ?? said, measure: said };
}

function draftOf(events: readonly DatedEvent[], weigh: Weigh): Draft {
	const group = events.toSorted((a, b) =>
		byPublication(a.mention.reading.text, b.mention.reading.text),
	);
	const reports = group.map(reportOfEvent);
	const positions = positionsBy(
		reports,
		(a, b) => sameTime(a.asOf ?? "", b.asOf ?? ""),
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
	const events = groupEvents(datedEvents(mentions), weigh);
	return [...events.map(group => draftOf(group, weigh)), ...recordDrafts(mentions, weigh)];
}
