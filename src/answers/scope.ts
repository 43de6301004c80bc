import type { Claim, Report } from "../claims/claim.ts";
import { contextAround, contextOf } from "../claims/context.ts";
import { predicateOf } from "../claims/predicates.ts";
import { extractFigures } from "../figures/extract.ts";
import type { Story } from "../snapshot.ts";
import type { Question } from "./question.ts";

function tollsOf(stems: readonly { readonly stem: string }[]): readonly string[] {
	return stems.flatMap(({ stem }) => {
		const predicate = predicateOf(stem);
		return predicate?.toll === true ? [predicate.name] : [];
	});
}

/** The toll that stands nearest to a report's figure; null where none stands by. */
function tollNear({ excerpt, printed }: Report): string | null {
	const start = excerpt.text.indexOf(printed);
	if (start < 0) return null;
	const near = contextAround(excerpt.text, { start, end: start + printed.length });
	return tollsOf(near.toSorted((a, b) => b.weight - a.weight))[0] ?? null;
}

const PLACE = /\b(?:in|at|near|around) (\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*)*)/gu;

/** The places that a question asks about, as it names them; months and days are none. */
function placesIn(text: string): readonly string[] {
	const dates = extractFigures(text).filter(({ kind }) => kind === "date");
	const isDate = (name: string) => dates.some(date => date.text.includes(name));
	return Array.from(text.matchAll(PLACE), ([, name = ""]) => name).filter(name => !isDate(name));
}

/** What an answer to a question after an amount must be about. */
export interface Scope {
	/** Whether a claim is of the toll and the place that are asked about. */
	readonly hasClaim: (claim: Claim) => boolean;
	/** Whether a sentence is. */
	readonly hasSentence: (text: string) => boolean;
}

const COUNTS = /\b(?:how many|number|toll|count|many)\b/iu;

const ANYTHING: Scope = { hasClaim: () => true, hasSentence: () => true };

/**
 * What a question after an amount holds its answer to: the killed are not the injured, though they are
 * of the same people, and what fell in one town did not fall in another. Other questions hold it to nothing.
 */
export function scopeOf(story: Story, { want, topic, text }: Question): Scope {
	if (want !== "amount") return ANYTHING;
	const put = (words: string) => contextOf(story.index.inCommonForms(words));
	// How much something collapsed is no toll.
	const tolls = COUNTS.test(text) ? tollsOf(topic) : [];
	const places = placesIn(text).map(place => put(place).map(({ stem }) => stem));
	const isIn = (words: string) => {
		const stems = new Set(put(words).map(({ stem }) => stem));
		return places.every(place => place.every(stem => stems.has(stem)));
	};
	const isToll = (toll: string | null) => tolls.length === 0 || tolls.includes(toll ?? "");
	return {
		hasClaim: ({ reports }) =>
			reports.some(report => isToll(tollNear(report))) &&
			reports.some(({ excerpt }) => isIn(excerpt.text)),
		hasSentence: words => (tolls.length === 0 || tollsOf(put(words)).some(isToll)) && isIn(words),
	};
}
