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
import { sidesExclude } from "./sides.ts";
import { sameSubject } from "./subject.ts";

const SIGNIFICANT = /[1-9]\d*(?:[.,]\d+)*/;

/** How many digits a printed number has without the noughts that end it: "$334 million" has three. */
export function significantDigits({ text }: Figure): number {
	return SIGNIFICANT.exec(text)?.[0].replace(/[.,]/g, "").replace(/0+$/, "").length ?? 0;
}

const UNMISTAKABLE = 3;

/** Whether two figures print one number that is hardly ever met by chance: three significant digits. */
export function printOneRareNumber(a: Figure, b: Figure): boolean {
	if (a.kind === "percent" || a.value !== b.value) return false;
	return significantDigits(a) >= UNMISTAKABLE && significantDigits(b) >= UNMISTAKABLE;
}

const TWO_DIGITS = 10;

/**
 * Whether a printed number is rarely met by chance: two significant digits, two ends, money, over 100
 * percent, or ten of a unit of measure.
 */
export function isTelling(figure: Figure): boolean {
	const { kind, value, step } = figure;
	if (typeof value !== "number" && step != null) return true;
	if (kind === "percent" && typeof value === "number" && value > 100) return true;
	const isMeasured = kind === "measure" && typeof value === "number" && value >= TWO_DIGITS;
	return significantDigits(figure) >= 2 || kind === "money" || isMeasured;
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

/** Whether two mentions have one predicate, or one of them has none. */
export function predicatesMeet(a: FigureMention, b: FigureMention): boolean {
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
export function measureNature(a: FigureMention, b: FigureMention): boolean {
	return a.predicate?.units !== undefined && a.predicate === b.predicate;
}

// A place whose name stands in fewer than about one of twenty sentences is not where the story plays.
const LOCAL = Math.log(1 + 20);

/** The names of the one place that a mention is told of, those aside which the whole story is about. */
function localNames({ place }: FigureMention, weigh: Weigh): readonly string[] {
	if (place === null || isSeveral(place)) return [];
	return namesOf(place).filter(name => stems(name).every(stem => weigh(stem) >= LOCAL));
}

/** Whether two lists of names have one in common. */
export function shareName(a: readonly string[], b: readonly string[]): boolean {
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

/** Whether a number is the upper end of a range: "up to 25%" and "5% to 25%". */
function isUpperEnd(a: Figure, b: Figure): boolean {
	const [number, ends] = typeof a.value === "number" ? [a.value, b.value] : [b.value, a.value];
	return typeof number === "number" && typeof ends !== "number" && ends?.[1] === number;
}

/** Whether two mentions print one value: the same, a rounding, a number of the place's range, a range's upper end. */
export function printOne(a: FigureMention, b: FigureMention): boolean {
	return sameValue(a.figure, b.figure) || isWithinAt(a, b) || isUpperEnd(a.figure, b.figure);
}

/** How far two numbers may lie apart to be nearly the same, as a share of the greater. */
export const NEARLY = 0.1;
/** Numbers that are too great to be nearly the same by chance. */
export const GREAT = 1000;

/** Whether two numbers of one unit lie no further apart than a share of the greater, and neither is less than `least`. */
export function areNear(
	{ figure: a }: FigureMention,
	{ figure: b }: FigureMention,
	share: number,
	least: number,
): boolean {
	if (typeof a.value !== "number" || typeof b.value !== "number") return false;
	const [low, high] = a.value < b.value ? [a.value, b.value] : [b.value, a.value];
	if (low < least || high - low > share * high) return false;
	return a.kind === "money" || (a.kind === "count" && a.unit !== null && b.unit !== null);
}

/** Whether two mentions are said to pass between the same countries, or both to be of what is left over. */
export function onOneSide({ sides: a }: FigureMention, { sides: b }: FigureMention): boolean {
	const same = (a.by !== null && a.by === b.by) || (a.on !== null && a.on === b.on);
	return a.isRest === b.isRest && (same || a.isRest);
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
	if (areNear(a, b, NEARLY, GREAT) && onOneSide(a, b)) return false;
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

/** Whether two shares or two numbers are of what is hit already and of what is left over. */
function restExcludes(a: FigureMention, b: FigureMention): boolean {
	return a.sides.isRest !== b.sides.isRest && (a.figure.kind === "percent" || !printOne(a, b));
}

/** Whether two numbers stand in one passage, which does not tell one thing in two ways. */
function passageExcludes(a: FigureMention, b: FigureMention): boolean {
	return a.sentence.passage === b.sentence.passage && a.figure.value !== b.figure.value;
}

// What keeps two mentions apart, whatever they print.
const EXCLUDE: readonly ((a: FigureMention, b: FigureMention) => boolean)[] = [
	ownersExclude,
	(a, b) => sameSubject(a.mover, b.mover) === false,
	(a, b) => areApart(a, b, sameValue),
	(a, b) => sidesExclude(a.sides, b.sides),
	passageExcludes,
	restExcludes,
];

/** Whether two mentions may be of one thing at all. */
export function mayMeet(a: FigureMention, b: FigureMention, weigh: Weigh): boolean {
	if (!mayTellOneThing(a, b) || EXCLUDE.some(exclude => exclude(a, b))) return false;
	if (printOne(a, b)) return !predicatesExclude(a, b);
	if (a.figure.kind === "ordinal" || measuresExclude(a, b)) return false;
	if (placesExclude(a, b, weigh)) return false;
	return trendsMeet(a.figure, b.figure) && timesAllow(a, b) && predicatesMeet(a, b);
}

/** Whether two mentions tell of one toll. */
export function sameToll(a: FigureMention, b: FigureMention): boolean {
	return a.predicate?.toll === true && a.predicate === b.predicate;
}

/** Whether two mentions are said to measure one thing, and nobody else than one source is credited. */
export function sameMeasure(a: FigureMention, b: FigureMention): boolean {
	const [first, second] = [a.figure.counts, b.figure.counts];
	const credits = [a.attribution?.source, b.attribution?.source];
	const oneSource = credits.includes(undefined) || credits[0] === credits[1];
	return oneSource && first !== null && first.toLowerCase() === second?.toLowerCase();
}
