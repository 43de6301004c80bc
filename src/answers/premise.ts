import { comparable } from "../claims/align.ts";
import type { Claim, Report } from "../claims/claim.ts";
import { type ContextTerm, contextAround } from "../claims/context.ts";
import { extractFigures } from "../figures/extract.ts";
import type { Bound, Figure, Trend } from "../figures/figure.ts";
import { sameQuantity } from "../figures/units.ts";
import type { Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { showClaim } from "./claim.ts";
import { answerNothing, checksOf, emptyAnswer, excerptsIn } from "./compose.ts";
import { creditsInWords } from "./credits.ts";
import { weighTopic } from "./match.ts";
import { subjectOf } from "./question.ts";
import { sectionOf } from "./sections.ts";
import { names, sourcesOf } from "./sources-named.ts";
import { type AskedTime, isOfTime, timesIn } from "./times.ts";
import { trendIn } from "./trend.ts";
import { counted, listed, unique } from "./wording.ts";

/** A text that states a figure, and what it says the figure is of. */
export interface Stated {
	readonly text: string;
	readonly figure: Figure;
	readonly claims: readonly { readonly claim: Claim; readonly score: number }[];
}

// What stands by another figure of the text tells little of this one.
const FAR = 0.2;

/** How much the words of a text tell of one of its figures: by their nearness where it has several. */
function weightsNear(text: string, figure: Figure): (term: ContextTerm) => number {
	const figures = extractFigures(text).filter(({ kind }) => kind !== "date");
	if (figures.length < 2) return () => 1;
	const weights = new Map(contextAround(text, figure).map(term => [term.stem, term.weight]));
	return ({ stem }) => Math.max(FAR, weights.get(stem) ?? FAR);
}

/** A text with one of the figures that it states, and the claims that the rest of it is about. */
export function stateFigure(story: Story, text: string, figure: Figure): Stated {
	const near = weightsNear(text, figure);
	const topic = weighTopic(story, subjectOf(text), false)
		.filter(({ word }) => !/\d/.test(word))
		.map(term => ({ ...term, weight: term.weight * near(term) }));
	const all = story.claims.map(claim => ({ claim, score: 1 }));
	return { text, figure, claims: topic.length === 0 ? all : story.index.match(topic) };
}

const ABOUT = 0.3;
const ABOUT_WITH_VALUE = 0.2;

/** Whether a value rounds to another at the place to which that one is given. */
function roundsTo(value: Figure["value"], { value: asked, step }: Figure): boolean {
	if (typeof value !== "number" || typeof asked !== "number" || !step) return true;
	return Math.abs(Math.round(value / step) * step - asked) < step / 2;
}

/** Whether a report prints the figure, or one that it rounds; what is asked more exactly was not printed. */
function saysSame(report: Report, figure: Figure): boolean {
	const { bound, value, unit } = report;
	if (value === null) return false;
	const printed = comparable({ bound, value, unit, kind: figure.kind });
	const asked = comparable(figure);
	if (!sameQuantity(printed, asked)) return false;
	return printed.unit !== asked.unit || figure.bound !== "exactly" || roundsTo(value, figure);
}

/** The claims that print the value, it exactly before roundings: those about the rest of the text, or any where its unit is rare enough. */
function withValue(story: Story, { claims, figure }: Stated): readonly Claim[] {
	const prints = (claim: Claim) =>
		claim.kind === "figure" && claim.reports.some(report => saysSame(report, figure));
	const isExact = ({ reports }: Claim) => reports.some(({ value }) => value === figure.value);
	const about = claims
		.filter(({ claim, score }) => score >= ABOUT_WITH_VALUE && prints(claim))
		.map(({ claim }) => claim)
		.toSorted((a, b) => Number(isExact(b)) - Number(isExact(a)));
	return about.length > 0 || figure.kind !== "measure" ? about : story.claims.filter(prints);
}

const DURATION = /^(?:second|minute|hour|day|week|month|quarter|year|decade)$/;

function sameKindOfUnit(claim: Claim, figure: Figure): boolean {
	if (figure.kind === "percent") return claim.unit?.startsWith("percent") ?? false;
	if (figure.kind === "money") return /^[A-Z]{3}\b/.test(claim.unit ?? "");
	if (figure.kind === "duration") return DURATION.test(claim.unit ?? "");
	return !/^[A-Z]{3}\b|^percent/.test(claim.unit ?? "") && !DURATION.test(claim.unit ?? "");
}

function nearest({ claims, figure }: Stated): readonly Claim[] {
	const fitting = claims.filter(
		({ claim, score }) =>
			claim.kind === "figure" && score >= ABOUT && sameKindOfUnit(claim, figure),
	);
	const best = fitting[0]?.score ?? 0;
	const goes = ({ reports }: Claim) => reports.some(({ trend }) => trend === figure.trend);
	return fitting
		.filter(({ score }) => score >= best * 0.8)
		.map(({ claim }) => claim)
		.toSorted((a, b) => Number(goes(b)) - Number(goes(a)));
}

/** The source that a text credits although no report of the claim does; null when it credits none such. */
function wrongSource(story: Story, stated: Stated, claim: Claim): string | null {
	const named = sourcesOf(story.claims).filter(source => names(stated.text, source));
	const credited = sourcesOf([claim]);
	const wrong = named.filter(
		source => !credited.some(known => names(known, source) || names(source, known)),
	);
	return wrong.length === named.length ? (wrong[0] ?? null) : null;
}

function contradicted(story: Story, text: string, claims: readonly Claim[]): Answer {
	const sections = claims.map(claim => sectionOf(story, claim));
	const [first] = claims;
	return {
		...emptyAnswer(story, null),
		kind: "contradicted",
		text,
		claims,
		excerpts: excerptsIn(sections),
		silent: claims.length === 1 ? (first?.silent ?? []) : [],
		checks: checksOf(claims),
		sections,
	};
}

function printedBy(claim: Claim, figure: Figure): string {
	const reports = claim.reports.filter(report => saysSame(report, figure));
	const outlets = unique(reports.map(({ outlet }) => outlet));
	return `${listed(outlets)} ${outlets.length === 1 ? "prints" : "print"} it`;
}

/** The answer to a text that has a figure go the other way than every report does; null where it does not. */
export function answerOtherTrend(story: Story, asked: Trend | null, claim: Claim): Answer | null {
	const told = claim.reports.filter(({ trend }) => trend !== null);
	const [first] = told;
	if (asked === null || first === undefined || told.some(({ trend }) => trend === asked))
		return null;
	return contradicted(
		story,
		`The coverage says the opposite: ${first.outlet} has “${first.printed}” go ${first.trend}, not ${asked}.`,
		[claim],
	);
}

/** The times that belong to a figure: the one that its words tie to it, else those of the text. */
function timesOf({ text, figure }: Stated): readonly AskedTime[] {
	const dates = extractFigures(text).filter(({ kind }) => kind === "date");
	const own = dates.filter(({ start }) => start === figure.time?.start);
	return timesIn(own.length > 0 ? own : dates);
}

/** The answer to a text that has a figure at a time where all who print it have it at another; null else. */
function answerOtherYear(story: Story, stated: Stated, claims: readonly Claim[]): Answer | null {
	const [time] = timesOf(stated);
	const [first] = claims;
	if (time === undefined || first === undefined) return null;
	const printed = claims.flatMap(({ reports }) =>
		reports.filter(report => saysSame(report, stated.figure)),
	);
	const isOf = (wanted: boolean) => printed.some(report => isOfTime(report, time) === wanted);
	if (isOf(true) || !isOf(false)) return null;
	const times = unique(printed.flatMap(({ asOf }) => asOf ?? []));
	const others = nearest(stated).filter(({ reports }) =>
		reports.some(report => isOfTime(report, time) === true),
	);
	return contradicted(
		story,
		`“${stated.figure.text}” is printed for ${listed(times)}, not for ${time.text}.`,
		unique([first, ...others.slice(0, 1)]),
	);
}

const UPWARD: readonly Bound[] = ["more than", "at least"];
const DOWNWARD: readonly Bound[] = ["less than", "at most"];

function areOpposed(a: Bound, b: Bound): boolean {
	return (
		(UPWARD.includes(a) && DOWNWARD.includes(b)) || (DOWNWARD.includes(a) && UPWARD.includes(b))
	);
}

/** The answer to a text that has more than a figure where all who print it have less, or the other way; null else. */
function answerOtherBound(story: Story, { figure }: Stated, claim: Claim): Answer | null {
	const printed = claim.reports.filter(report => saysSame(report, figure));
	const [first] = printed;
	if (first === undefined || !printed.every(({ bound }) => areOpposed(bound, figure.bound)))
		return null;
	return contradicted(
		story,
		`The coverage says the opposite: ${first.outlet} prints “${first.printed}”, not ${figure.bound} “${figure.text}”.`,
		[claim],
	);
}

/** Whom the outlets credit instead with a figure that they print, outlet by outlet. */
function answerWrongSource(
	story: Story,
	stated: Stated,
	{ claim, source }: { readonly claim: Claim; readonly source: string },
): Answer {
	const { figure } = stated;
	const others = nearest(stated).filter(
		other => other !== claim && sourcesOf([other]).includes(source),
	);
	return contradicted(
		story,
		`No outlet credits ${source} with “${figure.text}”. ${printedBy(claim, figure)}. ${creditsInWords(claim)}`,
		[claim, ...others],
	);
}

function answerKnown(story: Story, stated: Stated, claims: readonly Claim[]): Answer | null {
	const [claim] = claims;
	if (claim === undefined) return null;
	const { figure, text } = stated;
	const source = wrongSource(story, stated, claim);
	if (source !== null) return answerWrongSource(story, stated, { claim, source });
	return (
		answerOtherYear(story, stated, claims) ??
		answerOtherBound(story, stated, claim) ??
		answerOtherTrend(story, figure.trend ?? trendIn(text), claim) ??
		showClaim(story, claim, claims.slice(1))
	);
}

const SCALES: readonly (readonly [number, string])[] = [
	[1e3, "a thousand times"],
	[1e6, "a million times"],
	[1e9, "a billion times"],
];

function numberOf(value: Figure["value"]): number | null {
	return typeof value === "number" ? value : null;
}

/** How many times larger or smaller what is printed is, where only the scale differs; else null. */
function scaleBetween(asked: number, printed: number): string | null {
	if (printed === 0) return null;
	const ratio = printed > asked ? printed / asked : asked / printed;
	const scale = SCALES.find(([size]) => Math.abs(ratio / size - 1) < 1e-6);
	return scale === undefined ? null : `${scale[1]} ${printed > asked ? "as much" : "less"}`;
}

/** "$119 million" where $119 billion is printed: the same digits at another scale. */
function scaleSlip(claim: Claim, figure: Figure): { report: Report; words: string } | null {
	const asked = numberOf(figure.value);
	if (asked === null || asked === 0) return null;
	for (const report of claim.reports) {
		const words = scaleBetween(asked, numberOf(report.value) ?? 0);
		if (words !== null) return { report, words };
	}
	return null;
}

// Two digits of a number are rarely the same by chance.
const TELLING_NUMERAL = /\d[\d.,]*\d/;
const ABOUT_IN_OTHER_UNIT = 0.5;

/** "7.7 million" where 7.7 percent is printed: the same number in another unit. */
function unitSlip({ claims, figure }: Stated): { claim: Claim; report: Report } | null {
	const asked = TELLING_NUMERAL.exec(figure.text)?.[0];
	if (asked === undefined) return null;
	for (const { claim, score } of claims) {
		if (claim.kind !== "figure" || score < ABOUT_IN_OTHER_UNIT) continue;
		const report = claim.reports.find(
			({ printed }) => TELLING_NUMERAL.exec(printed)?.[0] === asked,
		);
		if (report !== undefined) return { claim, report };
	}
	return null;
}

/** The answer where the same digits are printed, but of another size or in another unit; null else. */
function answerSlip(story: Story, stated: Stated, claims: readonly Claim[]): Answer | null {
	const nobody = `Nobody reported “${stated.figure.text}”. The coverage prints`;
	for (const claim of claims) {
		const slip = scaleSlip(claim, stated.figure);
		if (slip === null) continue;
		const text = `${nobody} “${slip.report.printed}”: ${slip.words} (computed).`;
		return contradicted(story, text, [claim]);
	}
	const slip = unitSlip(stated);
	if (slip === null) return null;
	return contradicted(story, `${nobody} “${slip.report.printed}”, in another unit.`, [slip.claim]);
}

/** What a figure that nobody prints may have been computed to: a check of the nearest claims that has it. */
function computation(claims: readonly Claim[], figure: Figure): string {
	const check = checksOf(claims).find(
		({ text, kind }) => kind === "arithmetic" && text.includes(figure.text),
	);
	return check === undefined
		? ""
		: ` It is only what the printed figures compute to: ${check.text}`;
}

const MAX_NEAREST = 3;

function answerUnknown(story: Story, stated: Stated): Answer {
	const { figure } = stated;
	const claims = nearest(stated);
	const slip = answerSlip(story, stated, claims);
	if (slip !== null) return slip;
	const [first] = claims;
	if (first === undefined) return answerNothing(story, stated.text);
	const held = counted(story.articles.length, "article");
	const printed = unique(first.reports.map(report => `“${report.printed}”`));
	const text = `Nobody reported “${figure.text}” in the ${held} held. The nearest on “${first.label}” is ${listed(printed)}.${computation(claims, figure)}`;
	return { ...contradicted(story, text, claims.slice(0, MAX_NEAREST)), kind: "not-reported" };
}

/** What the coverage prints where a text states a figure: it, another one, or nothing. */
export function holdFigure(story: Story, stated: Stated): Answer {
	return answerKnown(story, stated, withValue(story, stated)) ?? answerUnknown(story, stated);
}
