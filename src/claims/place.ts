import type { Span } from "../text/span.ts";

// A month or a day of the week after "in" or "on" is a time, not a place.
const TIMES =
	"January|February|March|April|May|June|July|August|September|October|November|December|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun";
const NAME = String.raw`(?!(?:${TIMES})(?:day)?\b)\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)*`;
const AREA =
	"region|country|province|state|prefecture|county|city|town|village|district|nation|area|world";
const PLACE = new RegExp(
	String.raw`\b(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Aa]round|[Nn]ear|[Oo]utside)\s+((?:(?:some|many|several|certain)\s+)?(?:parts\s+of\s+)?(?:the\s+)?(?:(?:whole|entire|wider|rest\s+of\s+the)\s+)?(?:${NAME}|(?:${AREA})s?\b))`,
	"gu",
);
const CLAUSE_END = /[,;:—–()]|\b(?:and|but|while|whereas|although|which|who)\b/iu;
const PARTIAL = /^(?:some|many|several|certain|parts)\b/iu;

/**
 * The place that a sentence tells a figure of, in its own words: the one in the figure's own clause,
 * else the one that the sentence opens with; null where it names none.
 *
 * @example placeOf("In Oakton 14 people were hurt.", { start: 10, end: 12 }) // "Oakton"
 */
export function placeOf(sentence: string, { start, end }: Span): string | null {
	const places = Array.from(sentence.matchAll(PLACE), ({ 0: all, 1: place = "", index }) => ({
		place,
		start: index,
		end: index + all.length,
	}));
	const own = places.find(place => {
		const between =
			place.start >= end ? sentence.slice(end, place.start) : sentence.slice(place.end, start);
		return !CLAUSE_END.test(between);
	});
	const opening = places.find(place => place.start === 0);
	return (own ?? opening)?.place ?? null;
}

/** Whether a place is only some of a larger one ("parts of Spain", "certain regions"). */
export function isPartial(place: string): boolean {
	return PARTIAL.test(place);
}
