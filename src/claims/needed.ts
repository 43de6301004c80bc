import {
	areNear,
	GREAT,
	isTelling,
	isWithin,
	mayMeet,
	measureNature,
	NEARLY,
	onOneSide,
	predicatesMeet,
	printOne,
	printOneRareNumber,
	sameMeasure,
	sameToll,
	sameValue,
	shareName,
	significantDigits,
	timesMeet,
} from "./align.ts";
import { isOfEarlierYear } from "./apart.ts";
import type { Weigh } from "./context.ts";
import { type FigureMention, isHeadline } from "./figure-mentions.ts";
import type { Elsewhere } from "./lone.ts";
import { namesOf } from "./place.ts";
import { sameSubject } from "./subject.ts";

type When = (a: FigureMention, b: FigureMention, elsewhere: Elsewhere) => boolean;

/** How alike the contexts of two mentions must be, from 0 to 1, where something holds of them. */
type Row = readonly [when: When, needed: number];

const areTelling = (a: FigureMention, b: FigureMention) =>
	isTelling(a.figure) && isTelling(b.figure);
const areOfOneTime = (a: FigureMention, b: FigureMention) => a.asOf !== null && a.asOf === b.asOf;
const sharesOfOtherYears: When = (a, b) =>
	a.figure.kind === "percent" && isOfEarlierYear(a) !== isOfEarlierYear(b);

/** One sum of money in two digits or more. */
const oneSum: When = ({ figure: a }, { figure: b }) =>
	a.kind === "money" && a.value === b.value && significantDigits(a) >= 2;
/** One number or a rounding of it, and no vague "thousands". */
const areOneNumber = ({ figure: a }: FigureMention, { figure: b }: FigureMention) =>
	typeof a.value === "number" && typeof b.value === "number" && sameValue(a, b);
/** A number that each of two articles prints for one thing alone is of one thing, whatever stands about it. */
const oneLoneNumber: When = (a, b, { isLone, areOfKnown }) => {
	const tells = a.figure.kind !== "percent" && areTelling(a, b) && areOneNumber(a, b);
	return tells && isLone(a) && isLone(b) && areOfKnown(a, b);
};
/** A length of time or the like, or a number of things that are too many to be met at every turn. */
const bothSizable: When = (a, b) => isSizable(a) && isSizable(b);
const MANY = 20;
const isSizable = ({ figure: { kind, value } }: FigureMention) =>
	typeof value === "number" &&
	(kind === "duration" || kind === "measure" || (kind !== "percent" && value >= MANY));

const SAME_VALUE = 0.24;
const SAME_TELLING_VALUE = 0.1;

// A number that is rarely met by chance (146,000; 7.7%) needs little else to be the same thing. A time
// may have been tied to the wrong figure: the same number at another time needs more. The first row that
// holds decides.
const SAME: readonly Row[] = [
	[oneLoneNumber, 0],
	[(a, b) => a.outlook === "before" && areTelling(a, b), SAME_TELLING_VALUE],
	[({ outlook }) => outlook === "before", SAME_VALUE],
	[(a, b) => !timesMeet(a, b) && a.predicate?.toll === true, SAME_VALUE],
	[(a, b) => !timesMeet(a, b) && areTelling(a, b) && onOneSide(a, b), 0.2],
	[(a, b) => !timesMeet(a, b) && areTelling(a, b), 0.3],
	[(a, b) => !timesMeet(a, b), 0.45],
	[sharesOfOtherYears, 0.3],
	[(a, b) => !predicatesMeet(a, b), 0.3],
	[sameToll, 0.12],
	[(a, b) => areTelling(a, b) && onOneSide(a, b), 0.05],
	[(a, b) => printOneRareNumber(a.figure, b.figure), 0.02],
	[(a, b) => areNear(a, b, NEARLY, GREAT) && onOneSide(a, b), SAME_TELLING_VALUE],
	[(a, b) => areOfOneTime(a, b) && (areTelling(a, b) || sameMeasure(a, b)), 0.05],
	[oneSum, 0.02],
	[areTelling, SAME_TELLING_VALUE],
	[bothSizable, 0.14],
	[() => true, SAME_VALUE],
];

const inOneArticle: When = (a, b) => a.reading === b.reading && isHeadline(a) === isHeadline(b);
/** "Three weeks" beside "two to four weeks"; what is counted is told in words as vague as "hundreds". */
const isWithinRange: When = (a, b) => a.figure.kind !== "count" && isWithin(a.figure, b.figure);

const SLIP = 0.05;
/** Two great numbers of which each article has one, no further apart than a slip takes them. */
const twoForOne: When = (a, b, { areSplit }) => areNear(a, b, SLIP, GREAT) && areSplit(a, b);

// Nouns of which a story counts now these, now those.
const GENERIC = /^(?:people|person|job|vote|time)$/u;
const MANY_ENOUGH = 10;
/** Two numbers of things that the story counts by one rare noun ("47 pages", "48 pages"), of which each article has one. */
const twoCounts: When = (a, b, { areSplit }) => {
	const { kind, unit } = a.figure;
	if (kind !== "count" || unit === null || unit !== b.figure.unit || GENERIC.test(unit))
		return false;
	return areNear(a, b, NEARLY, MANY_ENOUGH) && areSplit(a, b);
};

// Two numbers must be of the same measure.
const OTHER: readonly Row[] = [
	[(a, b) => areNear(a, b, NEARLY, GREAT) && onOneSide(a, b), 0.1],
	[inOneArticle, 0.6],
	[sameToll, 0.2],
	[(a, b) => sameSubject(a.mover, b.mover) === true, 0.2],
	[isWithinRange, 0.15],
	[twoForOne, 0.13],
	[twoCounts, SAME_TELLING_VALUE],
	[sameMeasure, 0.28],
	[() => true, 0.4],
];

// The wind of one storm is one thing, however it is told; that of one place before that of any.
const ofOnePlace: When = (a, b) => shareName(namesOf(a.place ?? ""), namesOf(b.place ?? ""));
const OF_NATURE: readonly Row[] = [
	[ofOnePlace, -0.5],
	[() => true, 0],
];

const NEVER = 1;

function rowsFor(a: FigureMention, b: FigureMention): readonly Row[] {
	if (measureNature(a, b)) return OF_NATURE;
	return printOne(a, b) ? SAME : OTHER;
}

/**
 * How alike the contexts of two mentions must be, from 0 to 1, for them to be of one thing; below 0
 * where that is so whatever stands beside them, and null where it cannot be.
 */
export function neededToMeet(
	a: FigureMention,
	b: FigureMention,
	{ weigh, elsewhere }: { readonly weigh: Weigh; readonly elsewhere: Elsewhere },
): number | null {
	if (!mayMeet(a, b, weigh)) return null;
	return rowsFor(a, b).find(([holds]) => holds(a, b, elsewhere))?.[1] ?? NEVER;
}
