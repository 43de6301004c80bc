import type { Figure, Quantity } from "../figures/figure.ts";
import { convert, sameQuantity } from "../figures/units.ts";
import { nearness } from "../text/meaning.ts";
import type { Weigh } from "./context.ts";
import { type AlikeAt, compareAll } from "./context-table.ts";
import type { FigureMention } from "./figure-mentions.ts";

/** Mentions of one thing, found in one or several articles. */
export type MentionGroup = readonly FigureMention[];

// How alike the contexts of two mentions must be, from 0 to 1. A number that is rarely met by chance
// (146,000; 7.7%) needs little else to be the same thing; other numbers must be of the same measure.
const SAME_VALUE_AND_TIME = 0.05;
const SAME_TELLING_VALUE = 0.1;
const SAME_PLAIN_VALUE = 0.24;
const OTHER_VALUE = 0.4;
const OTHER_VALUE_SAME_PREDICATE = 0.2;
const OTHER_VALUE_SAME_MEASURE = 0.28;
const OTHER_VALUE_ONE_ARTICLE = 0.6;
// A time may have been tied to the wrong figure: the same number at another time needs more.
const OTHER_TIME = 0.3;
const OTHER_TIME_PLAIN_VALUE = 0.45;

const SIGNIFICANT = /[1-9]\d*(?:[.,]\d+)*/;

/** Whether a printed number is rarely met by chance: two significant digits, money, or over 100 percent. */
function isTelling(figure: Figure): boolean {
	const digits = SIGNIFICANT.exec(figure.text)?.[0].replace(/[.,]/g, "").replace(/0+$/, "") ?? "";
	if (figure.kind === "percent" && typeof figure.value === "number" && figure.value > 100)
		return true;
	return digits.length >= 2 || figure.kind === "money";
}

const PER = / per .*$/;

const KIN = 0.5;

/** Whether two counted nouns may name the same things: "flight" and "service", not "person" and "house". */
function nounsMeet(a: string, b: string): boolean {
	return a === b || a === "other" || b === "other" || (nearness(a, b) ?? 0) >= KIN;
}

function unitsMeet(a: Figure, b: Figure): boolean {
	if (a.unit === b.unit) return true;
	if (a.unit === null || b.unit === null) return a.kind === b.kind;
	if (a.kind === "money") return a.unit.replace(PER, "") === b.unit.replace(PER, "");
	if (a.kind === "count") return sameValue(a, b) || nounsMeet(a.unit, b.unit);
	return convert(1, a.unit, b.unit) !== null;
}

/** Whether one may be a part of the other: "2012-11" of "2012". */
function isPartOf(a: string, b: string): boolean {
	return a.startsWith(b) || b.startsWith(a);
}

function timesMeet(a: FigureMention, b: FigureMention): boolean {
	if (a.times.length === 0 || b.times.length === 0) return true;
	return a.times.some(time => b.times.some(other => isPartOf(time, other)));
}

const DAY_LENGTH = "2026-04-13".length;

/** Whether two times allow that one thing is told: a toll is counted on from day to day. */
function timesAllow(a: FigureMention, b: FigureMention): boolean {
	if (timesMeet(a, b)) return true;
	const days = [a.asOf, b.asOf].every(time => (time?.length ?? 0) >= DAY_LENGTH);
	return days && a.predicate?.toll === true;
}

/**
 * A figure as values are compared across outlets: "four people" and "four" count the same, and so
 * do "$100,000 per bitcoin" and "$100,000" where the rest of the sentence says what it is for.
 */
export function comparable<T extends Quantity & Pick<Figure, "kind">>(figure: T): T {
	const { kind, unit } = figure;
	if (kind === "count" || kind === "ordinal") return { ...figure, unit: null };
	return kind === "money" ? { ...figure, unit: unit?.replace(PER, "") ?? null } : figure;
}

/** Whether two figures have the same value, or one rounds the other. */
export function sameValue(a: Figure, b: Figure): boolean {
	return sameQuantity(comparable(a), comparable(b));
}

function predicatesMeet(a: FigureMention, b: FigureMention): boolean {
	return a.predicate === null || b.predicate === null || a.predicate === b.predicate;
}

const isAverage = ({ predicate }: FigureMention) => predicate?.name === "average";

/**
 * Whether two counts are of different things though their number is the same: the killed are not the
 * injured, and a month is not the average of a year.
 */
function predicatesExclude(a: FigureMention, b: FigureMention): boolean {
	const tolls = a.predicate?.toll === true && b.predicate?.toll === true;
	if (tolls && !predicatesMeet(a, b)) return true;
	return a.figure.kind === "count" && isAverage(a) !== isAverage(b);
}

/** Whether one article tells two numbers of two places: those are two things, whatever else is alike. */
function placesExclude(a: FigureMention, b: FigureMention): boolean {
	const both = a.place !== null && b.place !== null;
	return a.reading === b.reading && both && a.place !== b.place;
}

function trendsMeet(a: Figure, b: Figure): boolean {
	return a.trend === null || b.trend === null || a.trend === b.trend;
}

/** Whether two mentions may be of one thing at all. */
function mayMeet(a: FigureMention, b: FigureMention): boolean {
	if (a.figure.kind !== b.figure.kind || a.outlook !== b.outlook) return false;
	if (!unitsMeet(a.figure, b.figure)) return false;
	if (a.sentence.passage === b.sentence.passage && a.figure.value !== b.figure.value) return false;
	if (sameValue(a.figure, b.figure)) return !predicatesExclude(a, b);
	if (a.figure.kind === "ordinal" || placesExclude(a, b)) return false;
	return trendsMeet(a.figure, b.figure) && timesAllow(a, b) && predicatesMeet(a, b);
}

function neededAtOtherTime(a: FigureMention, telling: boolean): number {
	if (a.predicate?.toll === true) return SAME_PLAIN_VALUE;
	return telling ? OTHER_TIME : OTHER_TIME_PLAIN_VALUE;
}

function neededForSameValue(a: FigureMention, b: FigureMention): number {
	const telling = isTelling(a.figure) && isTelling(b.figure);
	const plain = telling ? SAME_TELLING_VALUE : SAME_PLAIN_VALUE;
	if (a.outlook === "before") return plain;
	if (!timesMeet(a, b)) return neededAtOtherTime(a, telling);
	if (!predicatesMeet(a, b)) return OTHER_TIME;
	return a.asOf !== null && a.asOf === b.asOf && telling ? SAME_VALUE_AND_TIME : plain;
}

function sameMeasure(a: FigureMention, b: FigureMention): boolean {
	const [first, second] = [a.figure.counts, b.figure.counts];
	const credits = [a.attribution?.source, b.attribution?.source];
	const oneSource = credits.includes(undefined) || credits[0] === credits[1];
	return oneSource && first !== null && first.toLowerCase() === second?.toLowerCase();
}

/** A headline tells the same thing as its text, in fewer words. */
function isHeadline({ sentence }: FigureMention): boolean {
	return sentence.passage.kind === "title" || sentence.passage.kind === "heading";
}

function neededLikeness(a: FigureMention, b: FigureMention): number {
	if (sameValue(a.figure, b.figure)) return neededForSameValue(a, b);
	if (a.reading === b.reading && isHeadline(a) === isHeadline(b)) return OTHER_VALUE_ONE_ARTICLE;
	const alike = a.predicate?.toll === true && a.predicate === b.predicate;
	if (alike) return OTHER_VALUE_SAME_PREDICATE;
	return sameMeasure(a, b) ? OTHER_VALUE_SAME_MEASURE : OTHER_VALUE;
}

interface Link {
	readonly a: number;
	readonly b: number;
	readonly sameValue: boolean;
	/** How far the likeness lies above what was needed, as a share of what is left above it. */
	readonly margin: number;
}

function linkBetween(
	mentions: readonly FigureMention[],
	pair: readonly [number, number],
	alikeAt: AlikeAt,
): Link | null {
	const [i, j] = pair;
	const a = mentions[i];
	const b = mentions[j];
	if (a === undefined || b === undefined || !mayMeet(a, b)) {
		return null;
	}
	const needed = neededLikeness(a, b);
	const margin = (alikeAt(i, j) - needed) / (1 - needed);
	return { a: i, b: j, sameValue: sameValue(a.figure, b.figure), margin };
}

function linksAmong(mentions: readonly FigureMention[], weigh: Weigh): Map<string, Link> {
	const links = new Map<string, Link>();
	const alikeAt = compareAll(
		mentions.map(({ context }) => context),
		weigh,
	);
	for (let i = 0; i < mentions.length; i++) {
		for (let j = i + 1; j < mentions.length; j++) {
			const link = linkBetween(mentions, [i, j], alikeAt);
			if (link !== null) links.set(`${i} ${j}`, link);
		}
	}
	return links;
}

function linkOf(links: ReadonlyMap<string, Link>, i: number, j: number): Link | undefined {
	return links.get(i < j ? `${i} ${j}` : `${j} ${i}`);
}

/** Whether two groups may become one: no pair of theirs is impossible, and on average they fit. */
function groupsFit(
	left: readonly number[],
	right: readonly number[],
	links: ReadonlyMap<string, Link>,
): boolean {
	let sum = 0;
	for (const i of left) {
		for (const j of right) {
			const link = linkOf(links, i, j);
			if (link === undefined) return false;
			sum += link.margin;
		}
	}
	return sum / (left.length * right.length) >= 0;
}

/**
 * Mentions of the same thing, put together across articles: the most alike first, and only groups
 * whose every pair may be the same thing (agglomerative clustering by average link).
 */
export function alignFigures(
	mentions: readonly FigureMention[],
	weigh: Weigh,
): readonly MentionGroup[] {
	const links = linksAmong(mentions, weigh);
	const groupOf = mentions.map((_, index) => [index]);
	const inOrder = [...links.values()]
		.filter(({ margin }) => margin >= 0)
		.toSorted((x, y) => Number(y.sameValue) - Number(x.sameValue) || y.margin - x.margin);
	for (const { a, b } of inOrder) {
		const left = groupOf[a];
		const right = groupOf[b];
		if (left === undefined || right === undefined || left === right) continue;
		if (!groupsFit(left, right, links)) continue;
		const joined = [...left, ...right].toSorted((x, y) => x - y);
		for (const index of joined) groupOf[index] = joined;
	}
	return [...new Set(groupOf)].map(group =>
		group.map(index => mentions[index]).filter(mention => mention !== undefined),
	);
}
