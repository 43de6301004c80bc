import { type Span, slice } from "../text/span.ts";
import { stems } from "../text/terms.ts";
import { type ClausePhrase, happenedAt } from "./clause-phrase.ts";
import type { Weigh } from "./context.ts";
import type { TimeUnit } from "./dated-events.ts";
import { nounPhrases } from "./label.ts";
import { standing } from "./standing.ts";

/** A sentence and the date in it. */
export interface Dated {
	readonly sentence: string;
	readonly date: Span;
}

/** Sentences that date one thing, and how exactly they do. */
export interface DatedAlike {
	readonly sentences: readonly Dated[];
	readonly unit: TimeUnit;
}

const ARRANGED = "set|scheduled?|slated|planned|fixed|moved|postponed|adjourned|due";
// "Set the hearing for June 2", "the hearing has been set for June 2": not the day of the setting.
const SET_FOR = new RegExp(
	String.raw`\b(?:${ARRANGED})\s(?<what>(?:[\p{L}'’-]+\s){1,6})(?:for|until|to)\s$`,
	"iu",
);
const IS_SET_FOR = new RegExp(
	String.raw`(?<what>(?:[\p{L}'’-]+\s){1,6})(?:is|are|was|were|(?:has|have)\sbeen)\s(?:${ARRANGED})\s(?:for|on|until|to)\s$`,
	"iu",
);

/** What is arranged for a date, in the sentence's own words; null where nothing is. */
function arrangedFor({ sentence, date }: Dated): string | null {
	const before = sentence.slice(0, date.start);
	const what = (SET_FOR.exec(before) ?? IS_SET_FOR.exec(before))?.groups?.["what"];
	const last = what === undefined ? undefined : nounPhrases(what).at(-1);
	return last === undefined || what === undefined ? null : slice(what, last);
}

// A pronoun for a subject does not tell whose day it is.
const PRONOUN_WORTH = 0.7;
const FEWEST_STEMS = 2;

function wordingOf({ text, hasSubject }: ClausePhrase, unit: TimeUnit): string {
	return hasSubject ? `${unit} ${text}` : `${text}, when`;
}

function phrasesOf(sentences: readonly Dated[]): readonly ClausePhrase[] {
	return sentences.flatMap(({ sentence, date }) => {
		const phrase = happenedAt(sentence, date);
		return phrase === null || stems(phrase.text).length < FEWEST_STEMS ? [] : [phrase];
	});
}

function best(
	phrases: readonly ClausePhrase[],
	{ sentences, unit }: DatedAlike,
	weigh: Weigh,
): string | null {
	const texts = sentences.map(({ sentence }) => sentence);
	const worth = ({ text, hasSubject }: ClausePhrase) =>
		standing(text, texts, weigh) * (hasSubject ? 1 : PRONOUN_WORTH);
	const [first] = phrases.toSorted((a, b) => worth(b) - worth(a));
	return first === undefined ? null : wordingOf(first, unit);
}

/**
 * What happened on a day, as one of the sentences that date it says it ("day council passed a budget",
 * "day of hearing"); null where half of them or more date nothing but a saying.
 */
export function deedOf(told: DatedAlike, weigh: Weigh): string | null {
	const { sentences, unit } = told;
	const arranged = sentences.map(arrangedFor).find(what => what !== null);
	if (arranged !== undefined) return `${unit} of ${arranged}`;
	const acts = phrasesOf(sentences).filter(({ isSaying }) => !isSaying);
	return acts.length * 2 > sentences.length ? best(acts, told, weigh) : null;
}

/** The same, or who said something on the day where that is all; null where no clause tells. */
export function dayLabel(told: DatedAlike, weigh: Weigh): string | null {
	const phrases = phrasesOf(told.sentences);
	const acts = phrases.filter(({ isSaying }) => !isSaying);
	return deedOf(told, weigh) ?? best(acts.length > 0 ? acts : phrases, told, weigh);
}
