import type { Span } from "../text/span.ts";
import { stems } from "../text/terms.ts";
import { readWords, type Word } from "../text/words.ts";
import {
	aroundTime,
	clauseAt,
	clauseOf,
	endOfPhrase,
	happenedAt,
	isNominal,
	MOST_OF_SUBJECT,
	phraseOf,
	sliceOf,
	subjectStart,
	timedClause,
	withoutLead,
} from "./clause-phrase.ts";
import { clausesOf, isAct } from "./clauses.ts";

/** Whether a word is a verb, in the infinitive too; "without pay" has none. */
function isActAt(words: readonly Word[], at: number): boolean {
	const before = words[at - 1]?.wordClass ?? "";
	return words[at]?.wordClass === "VERB" && before !== "ADP" && before !== "DET";
}

/** What the clause of a figure says of it, where it says it before the figure or the figure begins it; else null. */
export function saidOf(sentence: string, figure: Span): string | null {
	const clauses = clausesOf(sentence);
	const own = clauses[clauseAt(clauses, figure)]?.words ?? [];
	const words = aroundTime(own, figure);
	const lead = own.filter(({ end }) => end <= figure.start);
	const isBehind = (words[0]?.start ?? 0) >= figure.end;
	if (isBehind && lead.some(isNominal)) return null;
	// "Took money from the fund, to the tune of $3 million": the clause before says it.
	const isAdded = lead[0]?.text.toLowerCase() === "to" && !own.some(isAct);
	const phrase = isAdded ? happenedAt(sentence, figure) : phraseOf(sentence, clauseOf(words));
	const said = phrase?.text ?? null;
	return said === null || stems(said).length < FEWEST_STEMS ? null : said;
}

const isSubjectPronoun = (word: Word | undefined) =>
	/^(?:he|she|it|they|we|i|you)$/iu.test(word?.text ?? "");

/** A verb, with its subject where it has one. */
export interface Act {
	readonly verb: string;
	/** A noun; null for a pronoun. */
	readonly subject: string | null;
	/** All of it, in the sentence's own words in a row: "council spent", "he must pay". */
	readonly text: string;
}

/** The verb right before a figure, save for what qualifies that; null where another word stands there. */
export function actBefore(sentence: string, figure: Span): Act | null {
	const clauses = clausesOf(sentence);
	const own = clauses[clauseAt(clauses, figure)]?.words ?? [];
	const words = withoutLead(own.filter(({ end }) => end <= figure.start));
	const verb = words.length - 1;
	if (!isAct(words[verb])) return null;
	const isAside = ({ wordClass, text }: Word) => /^(?:AUX|ADV)$/u.test(wordClass) || text === "to";
	const last = words.findLastIndex((word, at) => at < verb && !isAside(word));
	const subject = subjectStart(words, last + 1);
	const start = subject ?? (isSubjectPronoun(words[last]) ? last : last + 1);
	return {
		verb: words[verb]?.text ?? "",
		subject: subject === null ? null : sliceOf(sentence, words.slice(subject, last + 1)),
		text: sliceOf(sentence, words.slice(start)),
	};
}

/** What is said of a figure right behind it: "[that] he demanded", "to help the clerks"; null where nothing is. */
export function actBehind(sentence: string, figure: Span): string | null {
	const behind = readWords(sentence).filter(({ start }) => start >= figure.end);
	const words = /^(?:that|which)$/iu.test(behind[0]?.text ?? "") ? behind.slice(1) : behind;
	const verb = words.findIndex(({ wordClass }) => wordClass === "VERB");
	const lead = words.slice(0, Math.max(0, verb));
	const isTo = lead.length === 1 && lead[0]?.text === "to";
	if (isTo) return sliceOf(sentence, words.slice(0, endOfPhrase(words, 0, verb)));
	const isSubject = lead.length > 0 && lead.length <= MOST_OF_SUBJECT && startsSubject(lead);
	return isSubject ? sliceOf(sentence, words.slice(0, verb + 1)) : null;
}

/** Whether words before a verb are its subject and no more: "the council had", "he". */
function startsSubject(words: readonly Word[]): boolean {
	const fits = words.every(
		word =>
			isNominal(word) ||
			/^(?:DET|AUX|ADV)$/u.test(word.wordClass) ||
			isSubjectPronoun(word) ||
			/^['’]s?$/u.test(word.text),
	);
	return (
		fits &&
		words.some(word => isNominal(word) || isSubjectPronoun(word)) &&
		words[0]?.wordClass !== "AUX"
	);
}

// "It may take", "take us": one word of a clause tells nothing.
const FEWEST_STEMS = 2;

/** What went on for as long as a sentence says: the words from the verb nearest before it; null where none is. */
export function wentOnFor(sentence: string, time: Span): string | null {
	const words = timedClause(sentence, time);
	if (words === null) return null;
	const act = words.findLastIndex((_, at) => isActAt(words, at));
	const isBefore = (words[act]?.end ?? time.end) <= time.start;
	const last = isBefore ? words.slice(act, endOfPhrase(words, act, act)) : [];
	if (last.length > 1) return sliceOf(sentence, last);
	// "The hearing lasted": a verb alone does not tell.
	const bare = isBefore && act > 1 ? sliceOf(sentence, words.slice(act - 2, act + 1)) : null;
	const said = phraseOf(sentence, clauseOf(words))?.text ?? null;
	return said === null || stems(said).length < FEWEST_STEMS ? bare : said;
}

/**
 * What is told of things right behind the words for them: "were told to leave" or, where no verb
 * follows, "in the valley"; null where neither does.
 */
export function toldBehind(sentence: string, offset: number): string | null {
	const clauses = clausesOf(sentence);
	const at = clauseAt(clauses, { start: offset - 1, end: offset });
	const words = (clauses[at]?.words ?? []).filter(({ start }) => start >= offset);
	const verb = words.findIndex((_, index) => isActAt(words, index));
	const lead = words.slice(0, Math.max(0, verb));
	const isNear =
		verb >= 0 && lead.length <= MOST_OF_SUBJECT && !lead.some(({ text }) => text === "to");
	if (isNear) return sliceOf(sentence, words.slice(verb, endOfPhrase(words, verb, verb)));
	if (words[0]?.wordClass !== "ADP" && words[0]?.text !== "to") return null;
	const end = endOfPhrase(words, 0, 0);
	return end < 2 ? null : sliceOf(sentence, words.slice(0, end));
}
