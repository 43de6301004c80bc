import type { Figure, Quantity } from "../figures/figure.ts";
import { convert, mayMean, sameQuantity } from "../figures/units.ts";
import { nearness } from "../text/meaning.ts";
import { stems } from "../text/terms.ts";
import { areApart } from "./apart.ts";
import { sameSource } from "./attribution.ts";
import type { Weigh } from "./context.ts";
import { type FigureMention, isHeadline } from "./figure-mentions.ts";
import { isPartial, isSeveral, namesOf } from "./place.ts";
import { predicateOf } from "./predicates.ts";

// How alike the contexts of two mentions must be, from 0 to 1. A number that is rarely met by chance
// (146,000; 7.7%) needs little else to be the same thing; other numbers must be of the same measure.
const SAME_VALUE_AND_TIME = 0.05;
const SAME_TELLING_VALUE = 0.1;
const SAME_PLAIN_VALUE = 0.24;
const OTHER_VALUE = 0.4;
const SAME_TOLL = 0.12;
const OTHER_VALUE_SAME_TOLL = 0.2;
const OTHER_VALUE_SAME_MEASURE = 0.28;
const OTHER_VALUE_ONE_ARTICLE = 0.6;
// A time may have been tied to the wrong figure: the same number at another time needs more.
const OTHER_TIME = 0.3;
const OTHER_TIME_PLAIN_VALUE = 0.45;
// The wind of one storm is one thing, however it is told; that of one place before that of any.
const ANY = 0;
const ONE_PLACE = -0.5;

const SIGNIFICANT = /[1-9]\d*(?:[.,]\d+)*/;

/** Whether a printed number is rarely met by chance: two significant digits, money, or over 100 percent. */
function isTelling(figure: Figure): boolean {
	const digits = SIGNIFICANT.exec(figure.text)?.[0].replace(/[.,]/g, "").replace(/0+$/, "") ?? "";
	if (figure.kind === "percent" && typeof figure.value === "number" && figure.value > 100)
		return true;
	return digits.length >= 2 || figure.kind === "money";
}

const PER = / per .*$/;
const PER_BEFORE = /(?= per )/;

const KIN = 0.5;

/** Whether a noun does not say what is counted: "85 others", or the happening itself ("six deaths"). */
function countsAnything(noun: string): boolean {
	return noun === "other" || stems(noun).some(stem => predicateOf(stem) !== null);
}

/** Whether two counted nouns may name the same things: "flight" and "service", not "person" and "house". */
function nounsMeet(a: string, b: string): boolean {
	return a === b || countsAnything(a) || countsAnything(b) || (nearness(a, b) ?? 0) >= KIN;
}

const SMALL = 100;

/** One number, too great to be met by chance, counts the same, whatever its things are called. */
function isOneGreatNumber(a: Figure, b: Figure): boolean {
	const isGreat = ({ value }: Figure) => typeof value === "number" && value >= SMALL;
	return (isGreat(a) || (isTelling(a) && isTelling(b))) && sameValue(a, b);
}

/** A figure in another's currency, where that is what its name of money may mean: francs are Swiss beside CHF. */
function inMoneyOf({ kind, unit }: Figure, figure: Figure): Figure {
	if (kind !== "money" || unit === null || figure.kind !== "money") return figure;
	const [name = "", ...per] = (figure.unit ?? "").split(PER_BEFORE);
	const code = unit.replace(PER, "");
	return mayMean(name, code) ? { ...figure, unit: [code, ...per].join("") } : figure;
}

function unitsMeet(one: Figure, other: Figure): boolean {
	const [a, b] = [inMoneyOf(other, one), inMoneyOf(one, other)];
	if (a.unit === b.unit) return true;
	if (a.unit === null || b.unit === null) return a.kind === b.kind;
	if (a.kind === "money") return a.unit.replace(PER, "") === b.unit.replace(PER, "");
	if (a.kind === "count") return isOneGreatNumber(a, b) || nounsMeet(a.unit, b.unit);
	return convert(1, a.unit, b.unit) !== null;
}

/** Whether one may be a part of the other: "2012-11" of "2012". */
function isPartOf(a: string, b: string): boolean {
	return a.startsWith(b) || b.startsWith(a);
}

/** Whether two mentions have a time in common, or one of them has none. */
export function timesMeet(a: FigureMention, b: FigureMention): boolean {
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
	return sameQuantity(comparable(inMoneyOf(b, a)), comparable(inMoneyOf(a, b)));
}

function predicatesMeet(a: FigureMention, b: FigureMention): boolean {
	return a.predicate === null || b.predicate === null || a.predicate === b.predicate;
}

const isAverage = ({ predicate }: FigureMention) => predicate?.name === "average";

/**
 * Whether two figures are of different things though their number is the same: the killed are not the
 * injured, a share of votes is no turnout, and a month is not the average of a year.
 */
function predicatesExclude(a: FigureMention, b: FigureMention): boolean {
	const areTolls = a.predicate?.toll === true && b.predicate?.toll === true;
	const areOwned = a.predicate?.owned === true || b.predicate?.owned === true;
	const areSaid = a.saysPredicate && b.saysPredicate;
	const differ = areTolls || (areSaid && (areOwned || a.figure.kind === "percent"));
	if (differ && !predicatesMeet(a, b)) return true;
	return a.figure.kind === "count" && isAverage(a) !== isAverage(b);
}

/** Whether two mentions measure one thing of nature, which differs from place to place: wind, rain. */
function measureNature(a: FigureMention, b: FigureMention): boolean {
	return a.predicate?.units !== undefined && a.predicate === b.predicate;
}

// A place whose name stands in fewer than about one of twenty sentences is not where the story plays.
const LOCAL = Math.log(1 + 20);

/** The names of the one place that a mention is told of, those aside which the whole story is about. */
function localNames({ place }: FigureMention, weigh: Weigh): readonly string[] {
	if (place === null || isSeveral(place)) return [];
	return namesOf(place).filter(name => stems(name).every(stem => weigh(stem) >= LOCAL));
}

function shareName(a: readonly string[], b: readonly string[]): boolean {
	return a.some(name => b.includes(name));
}

/** Whether two different numbers are of two places: of two in one article, or of one and of all that the story tells. */
export function placesExclude(a: FigureMention, b: FigureMention, weigh: Weigh): boolean {
	const both = a.place !== null && b.place !== null;
	if (a.reading === b.reading && both && a.place !== b.place) return true;
	if (measureNature(a, b)) return false;
	if (isPartial(a.place ?? "") !== isPartial(b.place ?? "")) return true;
	const [first, second] = [localNames(a, weigh), localNames(b, weigh)];
	return first.length + second.length > 0 && !shareName(first, second);
}

/** Whether a number lies in a range ("700" in "600 to 700"). */
export function isWithin(a: Figure, b: Figure): boolean {
	const [number, ends] = typeof a.value === "number" ? [a.value, b.value] : [b.value, a.value];
	if (typeof number !== "number" || typeof ends === "number" || ends === null) return false;
	return comparable(a).unit === comparable(b).unit && ends[0] <= number && number <= ends[1];
}

/** Whether a number of a place lies in the range that is printed of it. */
export function isWithinAt(a: FigureMention, b: FigureMention): boolean {
	return isWithin(a.figure, b.figure) && shareName(namesOf(a.place ?? ""), namesOf(b.place ?? ""));
}

/** Whether the sentences have other figures besides, of one kind and each with a value of its own. */
function tellOfTwoThings(a: FigureMention, b: FigureMention): boolean {
	if (a.sentence.passage.kind === "item" && b.sentence.passage.kind === "item") return true;
	return a.beside.some(one => {
		if (one.kind === "date" || one.kind === a.figure.kind) return false;
		const two = b.beside.find(({ kind, unit }) => kind === one.kind && unit === one.unit);
		return two !== undefined && !sameValue(one, two);
	});
}

/**
 * Whether two numbers of one article measure two things: they are said to, or they stand in a series
 * ("20% on 974 items", "10% on 595"). A headline tells in other words what its text tells.
 */
function measuresExclude(a: FigureMention, b: FigureMention): boolean {
	if (a.reading !== b.reading || isHeadline(a) !== isHeadline(b)) return false;
	const [first, second] = [a.figure.counts, b.figure.counts];
	const twoMeasures = first !== null && second !== null && !sameMeasure(a, b);
	return (twoMeasures && !sameToll(a, b)) || tellOfTwoThings(a, b);
}

function trendsMeet(a: Figure, b: Figure): boolean {
	return a.trend === null || b.trend === null || a.trend === b.trend;
}

/** Whether two mentions are of one kind, whatever their values and times. */
export function mayTellOneThing(a: FigureMention, b: FigureMention): boolean {
	if (a.figure.kind !== b.figure.kind || a.outlook !== b.outlook || a.per !== b.per) return false;
	return unitsMeet(a.figure, b.figure);
}

/** Whether two figures are those of two firms: of one and of the group that it belongs to. */
function ownersExclude(a: FigureMention, b: FigureMention): boolean {
	return a.owner !== null && b.owner !== null && !sameSource(a.owner, b.owner, []);
}

/** Whether two mentions may be of one thing at all. */
function mayMeet(a: FigureMention, b: FigureMention, weigh: Weigh): boolean {
	if (!mayTellOneThing(a, b) || ownersExclude(a, b)) return false;
	if (areApart(a, b, sameValue)) return false;
	if (a.sentence.passage === b.sentence.passage && a.figure.value !== b.figure.value) return false;
	if (sameValue(a.figure, b.figure)) return !predicatesExclude(a, b);
	if (a.figure.kind === "ordinal" || measuresExclude(a, b)) return false;
	if (placesExclude(a, b, weigh)) return false;
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
	if (sameToll(a, b)) return SAME_TOLL;
	const oneTime = a.asOf !== null && a.asOf === b.asOf;
	return oneTime && (telling || sameMeasure(a, b)) ? SAME_VALUE_AND_TIME : plain;
}

function sameToll(a: FigureMention, b: FigureMention): boolean {
	return a.predicate?.toll === true && a.predicate === b.predicate;
}

function sameMeasure(a: FigureMention, b: FigureMention): boolean {
	const [first, second] = [a.figure.counts, b.figure.counts];
	const credits = [a.attribution?.source, b.attribution?.source];
	const oneSource = credits.includes(undefined) || credits[0] === credits[1];
	return oneSource && first !== null && first.toLowerCase() === second?.toLowerCase();
}

function neededLikeness(a: FigureMention, b: FigureMention): number {
	if (measureNature(a, b))
		return shareName(namesOf(a.place ?? ""), namesOf(b.place ?? "")) ? ONE_PLACE : ANY;
	if (sameValue(a.figure, b.figure)) return neededForSameValue(a, b);
	if (a.reading === b.reading && isHeadline(a) === isHeadline(b)) return OTHER_VALUE_ONE_ARTICLE;
	if (sameToll(a, b)) return OTHER_VALUE_SAME_TOLL;
	return sameMeasure(a, b) ? OTHER_VALUE_SAME_MEASURE : OTHER_VALUE;
}

/**
 * How alike the contexts of two mentions must be, from 0 to 1, for them to be of one thing; below 0
 * where that is so whatever stands beside them, and null where it cannot be.
 */
export function neededToMeet(a: FigureMention, b: FigureMention, weigh: Weigh): number | null {
	return mayMeet(a, b, weigh) ? neededLikeness(a, b) : null;
}
