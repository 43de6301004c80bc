import { comparable } from "../claims/align.ts";
import type { Claim, Report } from "../claims/claim.ts";
import { type ContextTerm, contextAround, contextOf } from "../claims/context.ts";
import { extractFigures } from "../figures/extract.ts";
import type { Figure } from "../figures/figure.ts";
import { sameQuantity } from "../figures/units.ts";
import { askedLikeness } from "../search/asked-likeness.ts";
import type { Story } from "../snapshot.ts";
import { weighTopic } from "./match.ts";
import { subjectOf } from "./question.ts";

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

// How much of the rest of a text a claim must have to be about it, from 0 to 1.
const NEAREST = 0.45;
const ABOUT_WITH_VALUE = 0.2;

/** Whether a value rounds to another at the place to which that one is given. */
function roundsTo(value: Figure["value"], { value: asked, step }: Figure): boolean {
	if (typeof value !== "number" || typeof asked !== "number" || !step) return true;
	return Math.abs(Math.round(value / step) * step - asked) < step / 2;
}

/** Whether a report prints the figure, or one that it rounds; what is asked more exactly was not printed. */
export function saysSame(report: Report, figure: Figure): boolean {
	const { bound, value, unit } = report;
	if (value === null) return false;
	const printed = comparable({ bound, value, unit, kind: figure.kind });
	const asked = comparable(figure);
	if (!sameQuantity(printed, asked)) return false;
	return printed.unit !== asked.unit || figure.bound !== "exactly" || roundsTo(value, figure);
}

const KINDRED = 0.5;

/** Whether what is counted is alike: people are no flights; what counts nothing by name may be anything. */
function isKindred(unit: string | null, asked: string | null): boolean {
	const [first, second] = [contextOf(unit ?? "")[0], contextOf(asked ?? "")[0]];
	return first === undefined || second === undefined || askedLikeness(first, second) >= KINDRED;
}

/**
 * The claims that print the value, it exactly before roundings: those about the rest of the text, or any
 * where its unit is rare enough.
 */
export function withValue(story: Story, { claims, figure }: Stated): readonly Claim[] {
	const counts = (claim: Claim) => figure.kind !== "count" || isKindred(claim.unit, figure.unit);
	const prints = (claim: Claim) =>
		claim.kind === "figure" &&
		counts(claim) &&
		claim.reports.some(report => saysSame(report, figure));
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
	const isOther = /^[A-Z]{3}\b|^percent/.test(claim.unit ?? "") || DURATION.test(claim.unit ?? "");
	return !isOther && isKindred(claim.unit, figure.unit);
}

function magnitude(value: Figure["value"]): number {
	const ends = [value].flat().filter(end => end !== null);
	return Math.log(Math.max(Number.MIN_VALUE, ...ends));
}

/** How far the value of a report is from that of a figure: by how many times, whichever is the greater. */
function distance({ value }: Report, figure: Figure): number {
	return value === null
		? Number.POSITIVE_INFINITY
		: Math.abs(magnitude(value) - magnitude(figure.value));
}

/** The claims in a kindred unit that the rest of the text is about: those that go its way, the nearest value, first. */
export function nearest({ claims, figure }: Stated): readonly Claim[] {
	const fitting = claims.filter(
		({ claim, score }) =>
			claim.kind === "figure" && score >= NEAREST && sameKindOfUnit(claim, figure),
	);
	const best = fitting[0]?.score ?? 0;
	const goes = ({ reports }: Claim) => reports.some(({ trend }) => trend === figure.trend);
	const away = (claim: Claim) => Math.min(...claim.reports.map(report => distance(report, figure)));
	return fitting
		.filter(({ score }) => score >= best * 0.8)
		.map(({ claim }) => claim)
		.toSorted((a, b) => Number(goes(b)) - Number(goes(a)) || away(a) - away(b));
}
