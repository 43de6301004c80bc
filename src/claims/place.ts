import type { Span } from "../text/span.ts";
import { clauseEndsIn } from "./clause.ts";

// A month or a day of the week after "in" or "on" is a time, not a place.
const TIMES =
	"January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun";
const NAME = String.raw`(?!(?:${TIMES})(?:day)?\b)\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)*`;
const AREAS =
	"region|country|province|state|prefecture|county|city|town|village|district|nation|area|world";
// "Oakton city and Marram": several places are one where they are told of together.
const LIST = String.raw`${NAME}(?:\s(?:${AREAS}))?(?:(?:,\s${NAME})*,?\sand\s${NAME})?`;
const SOME = String.raw`(?:(?:some|many|several|various|certain)\s+)?(?:parts\s+of\s+)?`;
const PLACE = new RegExp(
	String.raw`\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Aa]round|[Nn]ear|[Oo]utside)\s+(${SOME}(?:the\s+)?(?:(?:whole|entire|wider|rest\s+of\s+the)\s+)?(?:${LIST}|(?:${AREAS})s?\b))`,
	"gu",
);
// A sentence's subject is a place where its name says so: "Marram, Oakton County, had 12".
const SUBJECT = new RegExp(
	String.raw`^((?:(?:Some|Many|Several|Certain)\s)?[Pp]arts\sof\s(?:the\s)?${LIST}|${NAME},\s${NAME}(?<=\s(?:Region|Province|State|Prefecture|County|District))),?\s`,
	"u",
);
const PARTIAL = /^(?:some|many|several|certain|parts)\b/iu;
const BRACKETS = /\([^)]*\)/gu;

interface Found extends Span {
	readonly place: string;
}

function placesIn(sentence: string): readonly Found[] {
	const subject = SUBJECT.exec(sentence);
	const opening = subject === null ? [] : [subject];
	return [...opening, ...sentence.matchAll(PLACE)].map(({ 0: all, 1: place = "", index }) => ({
		place,
		start: index,
		end: index + all.length,
	}));
}

/**
 * The place that a sentence tells a figure of, in its own words: the one in the figure's own clause,
 * else the one that the sentence opens with; null where it names none.
 *
 * @example placeOf("In Oakton 14 people were hurt.", { start: 10, end: 12 }) // "Oakton"
 */
export function placeOf(sentence: string, { start, end }: Span): string | null {
	const places = placesIn(sentence);
	const own = places.find(place => {
		const between =
			place.start >= end ? sentence.slice(end, place.start) : sentence.slice(place.end, start);
		return clauseEndsIn(between.replace(BRACKETS, "")) === 0;
	});
	const opening = places.find(place => place.start === 0);
	return (own ?? opening)?.place ?? null;
}

/** Whether a place is only some of a larger one ("parts of Spain", "certain regions"). */
export function isPartial(place: string): boolean {
	return PARTIAL.test(place);
}

const AREA = new RegExp(`^(?:${AREAS})s?$`, "iu");

/**
 * The words of a place that name it, what kind of place it is left out.
 *
 * @example namesOf("parts of Oakton County") // ["Oakton"]
 */
export function namesOf(place: string): readonly string[] {
	const words = place.split(/[\s,]+/u);
	return words.filter(word => /^\p{Lu}/u.test(word) && !AREA.test(word) && !PARTIAL.test(word));
}

/** Whether several places are told of together ("Oakton and Marram"). */
export function isSeveral(place: string): boolean {
	return /\sand\s/u.test(place);
}
