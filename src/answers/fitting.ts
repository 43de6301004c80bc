import { roleHolder } from "../claims/attribution-claims.ts";
import type { Claim, ClaimKind, Report } from "../claims/claim.ts";
import type { Story } from "../snapshot.ts";
import { claimUnitAsked } from "./asked-unit.ts";
import { asksAfterPeople, countsAsked, ofSexAsked } from "./counted-thing.ts";
import { tellsDayOf, tellsDoneToMany } from "./deed-held.ts";
import { asksByWhom } from "./hinges.ts";
import type { Match } from "./match.ts";
import { tellsOfMeasure } from "./measure-held.ts";
import { namesThingOf } from "./named-thing.ts";
import { tellsPlace } from "./place-held.ts";
import type { Question, Want } from "./question.ts";
import { isSpeech } from "./quotation-held.ts";
import { scopeOf } from "./scope.ts";
import { ANSWERS, timeAsked } from "./sentences.ts";
import { isSpoken } from "./statement.ts";
import { tellsOfThing } from "./thing-held.ts";
import { type AskedTime, isOfTime, spansIn, timesIn, weekdayOf, weekdaysIn } from "./times.ts";
import { trendIn } from "./trend.ts";

const KINDS: Partial<Record<Want, readonly ClaimKind[]>> = {
	amount: ["figure"],
	date: ["date"],
	role: ["attribution"],
	source: ["attribution", "figure", "quotation"],
	speech: ["quotation", "statement", "figure"],
	wording: ["quotation"],
	reason: ["statement", "quotation"],
};

const PERCENT = /\bpercent(?:age)?s?\b|%/iu;

/** The claims that fit a question, best first, or the times that it asks about and that none is of. */
export type Fitting =
	| { readonly kind: "matches"; readonly matches: readonly Match[] }
	| {
			readonly kind: "other-times";
			readonly times: readonly AskedTime[];
			readonly matches: readonly Match[];
	  };

/** The words of a claim for what it counts. */
function thingsOf({ label, measure, unit }: Claim): string {
	return `${label} ${measure} ${unit ?? ""}`;
}

function someTells({ reports }: Claim, tells: (text: string) => boolean): boolean {
	return reports.some(({ excerpt }) => tells(excerpt.text));
}

/** Whether at least half of the reports of a claim tell something, which is then told of what it counts. */
function mostTell({ reports }: Claim, tells: (text: string) => boolean): boolean {
	return reports.filter(({ excerpt }) => tells(excerpt.text)).length * 2 >= reports.length;
}

function isOfTrend({ kind, reports }: Claim, text: string): boolean {
	const asked = trendIn(text);
	if (asked === null || kind !== "figure") return true;
	return (
		reports.every(({ trend }) => trend === null) || reports.some(({ trend }) => trend === asked)
	);
}

// A claim that has nearly all of a question is what it asks about, though it goes the other way.
const SURELY = 0.8;

/** What is told in a unit that the question can be answered in. */
function ofMeasure(matches: readonly Match[], question: Question): readonly Match[] {
	const fits = claimUnitAsked(question);
	return matches.filter(({ claim }) => claim.kind !== "figure" || fits(claim));
}

/** What goes the way that is asked about, where anything does: what was added is not what was cut. */
function ofTrend(matches: readonly Match[], { text, want }: Question): readonly Match[] {
	if (want !== "amount") return matches;
	const kept = matches.filter(({ claim }) => isOfTrend(claim, text));
	return kept.length === 0 ? matches.filter(({ score }) => score >= SURELY) : kept;
}

/** Whether what names no time is news of a day of the week: its article came out on it. */
function isNewsOf({ articles }: Story, { article, asOf }: Report, { weekday }: AskedTime): boolean {
	if (weekday === undefined || asOf !== null) return false;
	const held = articles.find(each => each.article.id === article);
	return weekdayOf(held?.article.published ?? null) === weekday;
}

function isOf(story: Story, { reports }: Claim, time: AskedTime): boolean {
	return reports.some(report => isOfTime(report, time) === true || isNewsOf(story, report, time));
}

function ofTimes(story: Story, matches: readonly Match[], times: readonly AskedTime[]): Fitting {
	const claims = matches.map(({ claim }) => claim);
	const missing = times.filter(time => !claims.some(claim => isOf(story, claim, time)));
	if (matches.length > 0 && missing.length > 0) {
		// What fits less surely is no sign that nothing is printed of the time.
		const [best] = matches;
		if ((best?.score ?? 0) < SURELY) return { kind: "matches", matches: [] };
		return { kind: "other-times", times: missing, matches };
	}
	const speaks = ({ claim }: Match) => times.every(time => isOf(story, claim, time));
	const partly = ({ claim }: Match) => times.some(time => isOf(story, claim, time));
	const first = matches.filter(speaks);
	const second = matches.filter(match => partly(match) && !speaks(match));
	return { kind: "matches", matches: times.length === 0 ? matches : [...first, ...second] };
}

// What, who or why answers no day.
const ASKS_ELSE = /^\W*(?:what (?:did|does|do|has|have|had)|who|why|how)\b/iu;

/** Whether a claim of a day can answer a question: one that a day answers, of what it asks the day of. */
function dayAsked(story: Story, question: Question): (claim: Claim) => boolean {
	const { want, text, dates } = question;
	const asks = want === "date" || dates.length > 0 || !ASKS_ELSE.test(text);
	const tellsDay = tellsDayOf(story, question);
	const tellsTime = timeAsked(text);
	const ofName = namesThingOf(story, text);
	return claim =>
		claim.kind !== "date" ||
		(asks && tellsDay(claim) && claim.reports.some(tellsTime) && ofName(claim.label));
}

// Who somebody is, and that outlets credit them, answers questions with these words, and none after what happened.
const WHO =
	/\b(?:who|whom|whose|jobs?|positions?|titles?|roles?|offices?|posts?|works?|worked)\b/iu;
const CREDITED =
	/\b(?:who|whom|whose|(?:which|what) (?:outlets?|papers?|articles?|sites?|sources?|experts?|analysts?)|say|says|said|saying|tells?|told|credit\p{L}*|cit(?:es?|ed|ing)|quot\p{L}*|sources?|according|mention\p{L}*|name[sd]?|interview\p{L}*|spoke|speak|talk\p{L}*|comment\p{L}*)\b/iu;

/** Whether a claim of whom outlets credit, or who somebody is, can answer a question. */
function attributionAsked({ want, text }: Question): (claim: Claim) => boolean {
	const asksWho = want === "role" || WHO.test(text);
	const asksSource = CREDITED.test(text) && !asksByWhom(text);
	return claim =>
		claim.kind !== "attribution" || (roleHolder(claim) === null ? asksSource : asksWho);
}

// Words in quotation marks that fit this nearly as well go before what is told of a speaker.
const QUOTED_NEARLY = 0.8;

// "Do they agree that fares will fall?" asks after what is said, not after a figure.
const AGREE_THAT = /\bagree that\b/iu;

/** "Who is X?" asks for the role before the credits, "what did X say?" for X's own words, who agrees for figures. */
function wantedFirst(matches: readonly Match[], { want, text }: Question): readonly Match[] {
	const least = (matches[0]?.score ?? 0) * QUOTED_NEARLY;
	const isWanted = ({ claim, score }: Match) =>
		(want === "role" && roleHolder(claim) !== null) ||
		(want === "agreement" && !AGREE_THAT.test(text) && claim.kind === "figure") ||
		(want === "speech" && claim.kind === "quotation" && score >= least);
	return [...matches.filter(isWanted), ...matches.filter(match => !isWanted(match))];
}

/**
 * The claims that fit a question, of the kinds that can answer it, of its times, going its way. A time
 * that no fitting claim is of is not filled in from another.
 */
export function fitting(story: Story, question: Question): Fitting {
	const { topic, dates, want, text } = question;
	const kinds = KINDS[want];
	const inPercent = want === "amount" && PERCENT.test(text);
	const timeless = topic.filter(
		({ word }) => !dates.some(date => date.text.toLowerCase().includes(word)),
	);
	const isAttributionAsked = attributionAsked(question);
	const scope = scopeOf(story, question);
	const counts = asksAfterPeople(question) ? () => true : countsAsked(story, question);
	const ofSex = ofSexAsked(question);
	const isDayAsked = dayAsked(story, question);
	const tellings = [tellsOfThing, tellsPlace, tellsDoneToMany].map(tells => tells(story, question));
	const ofMoney = tellsOfMeasure(question);
	const matches = story.index
		.match(timeless)
		.filter(({ claim, score }) => score >= ANSWERS && (kinds?.includes(claim.kind) ?? true))
		.filter(({ claim }) => isAttributionAsked(claim))
		.filter(({ claim }) => scope.hasClaim(claim))
		.filter(({ claim }) => counts(thingsOf(claim)) && ofSex(thingsOf(claim)))
		.filter(({ claim }) => isDayAsked(claim))
		.filter(({ claim }) => tellings.every(tells => someTells(claim, tells)))
		.filter(({ claim }) => ofMoney(thingsOf(claim)) || mostTell(claim, ofMoney))
		.filter(({ claim }) => want !== "speech" || claim.kind !== "quotation" || isSpeech(claim.label))
		.filter(({ claim }) => !inPercent || claim.unit?.startsWith("percent") === true)
		.filter(({ claim }) => isSpoken(story, { ...question, topic: timeless }, claim));
	const kept = [ofMeasure, ofTrend, wantedFirst].reduce<readonly Match[]>(
		(left, keep) => keep(left, question),
		matches,
	);
	const spans = spansIn(text, dates);
	const ofSpan = kept.filter(({ claim }) =>
		claim.reports.some(({ asOf }) => spans.includes(asOf ?? "")),
	);
	if (ofSpan.length > 0) return { kind: "matches", matches: ofSpan };
	const weekdays = want === "amount" ? weekdaysIn(dates) : [];
	return ofTimes(story, kept, [...timesIn(dates), ...weekdays]);
}

// Further claims are shown beside the best when they fit nearly as well, figures of kindred units more readily.
const NEARLY = 0.9;
const FIGURES_NEARLY = 0.62;
const MAX_CLAIMS = 5;

function reportsMore(claim: Claim, shown: readonly Claim[]): boolean {
	const told = new Set(shown.flatMap(({ reports }) => reports.map(({ excerpt }) => excerpt.text)));
	return !claim.reports.every(({ excerpt }) => told.has(excerpt.text));
}

type UnitKind = "money" | "percent" | "other";

/** What kind of thing a claim is counted in: money answers no question after people. */
function unitKind({ unit }: Claim): UnitKind {
	if (/^[A-Z]{3}\b/.test(unit ?? "")) return "money";
	return unit?.startsWith("percent") === true ? "percent" : "other";
}

/** How near a claim must come to the best to be shown beside it, as a share of that one's score. */
function neededBeside(best: Claim, claim: Claim, want: Want): number {
	const isKindred = want !== "amount" || unitKind(best) === unitKind(claim);
	return claim.kind === "figure" && isKindred ? FIGURES_NEARLY : NEARLY;
}

/** The best claim and those that answer beside it. */
export function chosen(matches: readonly Match[], want: Want): readonly Claim[] {
	const [best, ...others] = matches;
	if (best === undefined) return [];
	const claims = [best.claim];
	for (const { claim, score } of others) {
		const isNear = score >= best.score * neededBeside(best.claim, claim, want);
		const fits = claim.kind === best.claim.kind || claim.kind === "figure";
		if (!fits || !isNear || claims.length >= MAX_CLAIMS) continue;
		if (claim.kind === "figure" || reportsMore(claim, claims)) claims.push(claim);
	}
	return claims;
}
