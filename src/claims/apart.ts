import type { Figure } from "../figures/figure.ts";
import { stems } from "../text/terms.ts";
import type { FigureMention } from "./figure-mentions.ts";
import { nationsIn } from "./nations.ts";
import { namesOf } from "./place.ts";

/** Whether two figures have the same value, or one rounds the other. */
type SameValue = (a: Figure, b: Figure) => boolean;

const REACHED =
	/\b(?:to|at)\s(?:(?:about|around|some|nearly|almost|roughly|just|over|under|only|an?|more than|less than|at least)\s)*$/iu;

/** Whether a figure is what something came to, not by how much it moved: "surged to 45 seats". */
function isReached({ sentence, figure }: FigureMention): boolean {
	const [before, behind] = [sentence.text.slice(0, figure.start), sentence.text.slice(figure.end)];
	return REACHED.test(before) || STOOD.test(behind);
}

// "12 percent, up from 9" stands where it came to as well.
const STOOD = /^(?:\s[\p{L}-]+){0,3},?\s\(?(?:up|down)\sfrom\s/iu;

/** Whether a figure is by how much something moved: "gained 8 seats". */
function isMove(mention: FigureMention): boolean {
	const { trend, changedFrom } = mention.figure;
	return trend !== null && changedFrom === null && !isReached(mention);
}

/** "Rose 12%" and "fell 12%" are no one thing, though their number is. */
function moveApart(a: FigureMention, b: FigureMention): boolean {
	const areShares = a.figure.kind === "percent" && b.figure.kind === "percent";
	return areShares && isMove(a) && isMove(b) && a.figure.trend !== b.figure.trend;
}

/** Whether a percent is a part of something: "90 percent of all wool". */
function isShare({ sentence, figure }: FigureMention): boolean {
	const isPart = /^\sof\b/u.test(sentence.text.slice(figure.end));
	return figure.kind === "percent" && figure.trend === null && isPart;
}

/** "90 percent of the wool" and "fell 90 percent" are no one thing. */
function isMoveOfShare(a: FigureMention, b: FigureMention): boolean {
	return (isMove(a) && isShare(b)) || (isMove(b) && isShare(a));
}

/** "Gained 8 seats" says nothing of "surged to 45 seats". */
function isMoveOfLevel(a: FigureMention, b: FigureMention): boolean {
	return (isMove(a) && isReached(b)) || (isMove(b) && isReached(a));
}

function countBeside({ figure, beside }: FigureMention, { unit }: Figure): boolean {
	if (unit === null || figure.unit === null || unit === figure.unit) return false;
	return beside.some(other => other.kind === "count" && other.unit === unit);
}

/** An article that counts goats beside sheep does not count the sheep of another. */
function countOthers(a: FigureMention, b: FigureMention): boolean {
	if (a.figure.kind !== "count" || b.figure.kind !== "count") return false;
	return countBeside(a, b.figure) || countBeside(b, a.figure);
}

/** Whether a figure is of a year before that of its article ("last year"). */
export function isOfEarlierYear({ asOf, reading }: FigureMention): boolean {
	return asOf !== null && reading.day !== null && asOf.slice(0, 4) < reading.day.slice(0, 4);
}

// What was so a year ago is often told of as it is now.
const LONG_AGO_YEARS = 2;

/** Whether a figure is of years before its article: "since 1961, when 44 drowned". */
function isOfLongAgo({ asOf, reading }: FigureMention): boolean {
	if (asOf === null || reading.day === null) return false;
	return Number(reading.day.slice(0, 4)) - Number(asOf.slice(0, 4)) >= LONG_AGO_YEARS;
}

function namesIn({ figure, sentence }: FigureMention): readonly string[] {
	const measured = figure.counts ?? "";
	const opens = sentence.text.startsWith(measured);
	return namesOf(opens ? measured.slice(0, 1).toLowerCase() + measured.slice(1) : measured);
}

/** A name's stems, or the country that it stands for, whatever its form: "U.S.", "American". */
function keysOf(name: string): readonly string[] {
	const nations = nationsIn(name).map(({ nation }) => nation);
	return nations.length > 0 ? nations : stems(name);
}

/** "The Anso reservoir" and "the Calder reservoir": what is measured of each bears a name of its own. */
function nameOthers(a: FigureMention, b: FigureMention): boolean {
	const [first, second] = [namesIn(a), namesIn(b)].map(names => names.flatMap(keysOf));
	if (first === undefined || second === undefined) return false;
	const both = first.length > 0 && second.length > 0;
	return both && !first.some(name => second.includes(name));
}

/**
 * Whether their own words tell two figures apart: they move in two ways, or one is a share, or, with two values, are a
 * move and a level, count things that are counted side by side, or are of another age or another name.
 */
export function areApart(a: FigureMention, b: FigureMention, sameValue: SameValue): boolean {
	if (moveApart(a, b) || isMoveOfShare(a, b)) return true;
	if (sameValue(a.figure, b.figure)) return false;
	const differ = isMoveOfLevel(a, b) || countOthers(a, b) || nameOthers(a, b);
	return differ || isOfLongAgo(a) !== isOfLongAgo(b);
}

function areSiblings(a: FigureMention, b: FigureMention): boolean {
	return (
		a !== b &&
		a.sentence === b.sentence &&
		a.figure.kind === b.figure.kind &&
		a.place !== null &&
		b.place !== null &&
		!namesOf(a.place).some(name => namesOf(b.place ?? "").includes(name))
	);
}

/**
 * The names of the places by which a story breaks its numbers down: "16 died in Harrow and 11 in Selm"
 * gives both. A number of one of them is not the number of all;
 * what nature measures is told of the place where it was most.
 */
export function partNames(mentions: readonly FigureMention[]): ReadonlySet<string> {
	const parts = mentions.filter(mention => mentions.some(other => areSiblings(mention, other)));
	return new Set(parts.flatMap(({ place }) => namesOf(place ?? "")));
}

/** Whether one of two figures is of a place by which the story breaks its numbers down, and the other is not. */
export function areOfParts(
	a: FigureMention,
	b: FigureMention,
	parts: ReadonlySet<string>,
): boolean {
	if (a.predicate?.units !== undefined || b.predicate?.units !== undefined) return false;
	const [first, second] = [a, b].map(({ place }) =>
		namesOf(place ?? "").filter(name => parts.has(name)),
	);
	if (first === undefined || second === undefined) return false;
	return first.length + second.length > 0 && !first.some(name => second.includes(name));
}
