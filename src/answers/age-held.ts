import { type ContextTerm, contextOf, MET } from "../claims/context.ts";
import { extractFigures } from "../figures/extract.ts";
import type { Figure } from "../figures/figure.ts";
import { askedLikeness } from "../search/asked-likeness.ts";
import type { Story } from "../snapshot.ts";
import type { Question } from "./question.ts";

// "How old is the ferry?", "how old was the driver when"
const HOW_OLD =
	/\bhow old (?:is|was|are|were)\s+(?:an?\s|the\s|his\s|her\s|their\s)?([^,?]+?)(?:\s(?:when|who|that|in|at)\b.*)?\W*$/iu;
const PRONOUN = /^(?:he|she|it|they|this|that)$/iu;

/** Whose age a question asks; null for another question, and where it names nobody. */
function agedIn(story: Story, text: string): ContextTerm | null {
	const named = HOW_OLD.exec(text)?.[1]?.trim() ?? "";
	if (named === "" || PRONOUN.test(named)) return null;
	return contextOf(story.index.inCommonForms(named)).at(-1) ?? null;
}

// An age stands beside the one whose it is: "Bo Chen, 47,", "a 47-year-old driver", "the driver, named as 47-year-old".
const WORDS_BEFORE = 10;
const WORDS_BEHIND = 5;
// "52 meters tall and 80 years old" tells both of one thing.
const STOPS_BEFORE = /[.;:()]\s|\b(?:and|while|but)\s(?=\p{L})/giu;
const STOPS_BEHIND =
	/[,;:()]|(?<!\b\p{Lu})\.|\b(?:and|who|when|where|at|in|was|is|has|had|lives|said)\b/u;

function wordsBefore(text: string, { start }: Figure): string {
	const before = text.slice(0, start);
	const stop = [...before.matchAll(STOPS_BEFORE)].at(-1);
	const clause = stop === undefined ? before : before.slice(stop.index + stop[0].length);
	return clause
		.split(/\s+/)
		.slice(-WORDS_BEFORE - 1)
		.join(" ");
}

function wordsBehind(text: string, { end }: Figure): string {
	// "Chen, 47, a driver": what a comma parts from the age tells of the same person.
	const behind = text.slice(end).replace(/^,\s(?=an?\s|the\s)/u, " ");
	const stop = STOPS_BEHIND.exec(behind);
	return behind
		.slice(0, stop?.index ?? behind.length)
		.split(/\s+/)
		.slice(0, WORDS_BEHIND + 1)
		.join(" ");
}

function isAgeOf(text: string, age: Figure, aged: ContextTerm): boolean {
	const beside = contextOf(`${wordsBefore(text, age)} ${wordsBehind(text, age)}`);
	return beside.some(term => askedLikeness(aged, term) >= MET);
}

/**
 * Whether a text has an age of the very person or thing whose age a question asks, and not of another whom it
 * speaks of too; any does for another question.
 */
export function tellsAge(story: Story, { text, want }: Question): (sentence: string) => boolean {
	const aged = want === "amount" ? agedIn(story, text) : null;
	if (aged === null) return () => true;
	return sentence =>
		extractFigures(sentence).some(
			figure => figure.kind === "duration" && isAgeOf(sentence, figure, aged),
		);
}
