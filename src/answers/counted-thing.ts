import { contextOf } from "../claims/context.ts";
import { askedLikeness } from "../search/asked-likeness.ts";
import type { Story } from "../snapshot.ts";
import { readWords } from "../text/words.ts";
import type { Question } from "./question.ts";

const HOW_MANY = /\bhow many\s+/iu;
const NOUN = /^(?:NOUN|PROPN)$/;
// As like as "items" and "products"; words of near use alone are less.
const STANDS_FOR = 0.5;

/** Words for people: whoever is counted, the killed or the jobless, is people without being called so. */
export const PEOPLE = /^(?:people|persons?|folks?|men|women)$/;

const SEXES: readonly RegExp[] = [
	/\b(?:m[ae]n|males?|boys?|fathers?|sons?|husbands?)\b/giu,
	/\b(?:wom[ae]n|females?|girls?|mothers?|daughters?|wi(?:fe|ves))\b/giu,
];

/** The one sex of which some words speak, by its place in the table; null for none or both. */
function sexIn(words: string): number | null {
	const spoken = [...SEXES.keys()].filter(sex => words.search(SEXES[sex] ?? /^$/u) >= 0);
	return spoken.length === 1 ? (spoken[0] ?? null) : null;
}

function isSeveral(noun: string): boolean {
	return PEOPLE.test(noun.toLowerCase()) || /[^s]s$/.test(noun);
}

/** The noun behind "how many"; null where the question has none. */
function nounAsked(text: string): string | null {
	const match = HOW_MANY.exec(text);
	if (match === null) return null;
	const start = match.index + match[0].length;
	const words = readWords(text).filter(word => word.start >= start);
	const first = words.findIndex(({ wordClass }) => NOUN.test(wordClass));
	if (first < 0) return null;
	// "How many construction jobs": the last noun of the row is what is counted, or the first of several
	// of it, for "how many people work" goes on with a verb that looks like a noun.
	const behind = words.slice(first).findIndex(({ wordClass }) => !NOUN.test(wordClass));
	const row = words.slice(first, behind < 0 ? words.length : first + behind);
	return (row.find(({ text: noun }) => isSeveral(noun)) ?? row.at(-1))?.text ?? null;
}

// "How many of the male employees": what is counted stands in so many words.
const THING = /\bhow many((?:\s+\S+){1,4})/iu;

/** Whether what something counts, by the words for it, is not of the other sex than those whom a question has counted. */
export function ofSexAsked({ text }: Pick<Question, "text">): (counts: string) => boolean {
	const asked = sexIn(THING.exec(text)?.[1] ?? "");
	return counts => asked === null || (sexIn(counts) ?? asked) === asked;
}

/** Whether a question has people counted. */
export function asksAfterPeople({ text }: Pick<Question, "text">): boolean {
	return PEOPLE.test(nounAsked(text)?.toLowerCase() ?? "");
}

/** Whether what something counts, by the words for it, is what a question has counted; any is where it asks after no number. */
export function countsAsked(story: Story, { text, want }: Question): (counts: string) => boolean {
	const put = (words: string) => contextOf(story.index.inCommonForms(words));
	const [noun] = want === "amount" ? put(nounAsked(text) ?? "") : [];
	if (noun === undefined) return () => true;
	return counts => put(counts).some(term => askedLikeness(noun, term) >= STANDS_FOR);
}
