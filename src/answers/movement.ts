import { type Context, type ContextTerm, contextOf } from "../claims/context.ts";
import { askedLikeness } from "../search/asked-likeness.ts";
import type { Story } from "../snapshot.ts";
import { readWords, type Word } from "../text/words.ts";
import { isTheme } from "./hinges.ts";
import { topicOf } from "./match.ts";
import { goAlike, opposite } from "./opposites.ts";
import { type Question, WHETHER } from "./question.ts";

/** A part of a text that says where something goes: "bitcoin mining decentralizes". */
export interface Movement {
	/** What goes there. */
	readonly subject: Context;
	/** The word that says where, in lower case. */
	readonly direction: string;
	/** Whether the text has it go the other way than the word says: "less centralized". */
	readonly isTurned: boolean;
	/** Whether it is told as done, so that what is only foreseen does not bear it out. */
	readonly isPast: boolean;
}

const CLAUSES =
	/[,;:—–]|\b(?:while|whereas|but|and|although|because|as(?!\s+(?:an?|the|of|per|well|part)\b))\b/iu;

/** The clauses of a sentence, roughly: cut at commas and words that join. */
export function clausesIn(sentence: string): readonly string[] {
	return sentence.split(CLAUSES);
}

// "Less dependent on centralized servers", "away from large ones" go the other way than their words; a
// "report from the council" goes nowhere.
const TURNED =
	/\b(?:less|instead|without|not|no longer|never|rather than|unlike|(?<!\b(?:reports?|stud(?:y|ies)|data|figures?|statements?|surveys?|estimates?|forecasts?|analys[ie]s)\s)from)\b|n[’']t\b/iu;
const TURNED_RIGHT_BEFORE =
	/\b(?:less|no longer|not|never|n['’]t|stop(?:ped|s)?)\s+(?:\p{L}+\s+)?$/iu;
// They tell how something goes, and are no part of it.
const HOW =
	/^(?:less|longer|stop|stopped|stops|increasingly|stay|stays|stayed|remain|remains|remained|keep|keeps|kept|continue|continues|continued)$/;
const PAST = /^\W*(?:why\s+)?(?:did|has|have|had|was|were)\b/iu;

function isTurnedIn(clause: string, direction: string): boolean {
	const at = clause.toLowerCase().indexOf(direction);
	return at >= 0 && TURNED_RIGHT_BEFORE.test(clause.slice(0, at));
}

const TOWARD = /^(?:toward|towards|into|for)$/iu;

// Headlines put a capital to nouns, which are then read as names.
const NOUN_ENDING = /(?:tion|ment|ness)s?$/iu;

/** Whether a word of a text tells that something goes somewhere; a noun does behind "toward" alone. */
function tellsWay({ wordClass, text }: Word, before: Word | undefined): boolean {
	const isNoun = wordClass === "NOUN" || NOUN_ENDING.test(text);
	return !isNoun || TOWARD.test(before?.text ?? "");
}

/** The words of a clause that may tell where something goes, in lower case. */
function waysIn(clause: string): readonly string[] {
	const words = readWords(clause);
	return words
		.filter((word, at) => tellsWay(word, words[at - 1]))
		.map(({ text }) => text.toLowerCase());
}

function hasOpposite(story: Story, word: string): boolean {
	return story.index.words().some(known => opposite(known, word));
}

/** The movements that a text speaks of, of those that the coverage can have go the other way. */
export function movementsIn(story: Story, text: string): readonly Movement[] {
	return clausesIn(text).flatMap(clause => {
		const terms = topicOf(story, clause);
		// A question's last word is a verb more often than it is read as one.
		const ways = [...waysIn(clause), terms.at(-1)?.word ?? ""];
		const canGo = (word: string) => hasOpposite(story, word) || isTurnedIn(clause, word);
		const directions = terms.filter(({ word }) => ways.includes(word) && canGo(word));
		// "Stays centralized" goes where the second word says.
		const direction = directions.find(({ word }) => !HOW.test(word)) ?? directions[0];
		if (direction === undefined) return [];
		const subject = terms.filter(term => term !== direction && !HOW.test(term.word));
		if (subject.length === 0) return [];
		const { word } = direction;
		const isTurned = isTurnedIn(clause, word);
		return [{ subject, direction: word, isTurned, isPast: PAST.test(text) }];
	});
}

// How a thing began says nothing of where it goes.
const ONCE =
	/\b(?:began|begun|beginning|start(?:ed|s)?|initially|early|once(?!\s+(?:the|an?|it|they|he|she|we)\b)|emerged|originally|used to)\b/iu;
const FORESEEN =
	/\b(?:forecast\w*|predict\w*|expect\w*|project(?:s|ed|ions?)|anticipat\w*|would|could|might|may|if)\b/iu;

/** Whether a clause has words that go the way of another; null where it goes neither way, or both. */
function goesWith(clause: string, direction: string): boolean | null {
	const stem = contextOf(direction)[0]?.stem;
	const ways = waysIn(clause);
	const against = ways.some(word => opposite(word, direction));
	const along = ways.some(word => contextOf(word)[0]?.stem === stem || goAlike(word, direction));
	return against === along ? null : along;
}

// "Markets plunged after China hit back with tariffs": what is told so far away is told of something else.
const NEAR = 6;

/** The part of a clause that stands near the words of some terms. */
function wordsNear(clause: string, terms: Context): string {
	const words = clause.split(/\s+/);
	const isTerm = (word: string) =>
		contextOf(word).some(other => terms.some(term => askedLikeness(term, other) >= NAMED));
	const places = words.flatMap((word, at) => (isTerm(word) ? [at] : []));
	return words.filter((_, at) => places.some(place => Math.abs(place - at) <= NEAR)).join(" ");
}

// How well a clause must name each part of a subject to be about it, from 0 to 1.
const NAMED = 0.65;
// Of its most telling part no word of near use alone will do: construction is no manufacturing.
const NAMED_ITSELF = 0.77;

/**
 * Whether a sentence has the subject of a movement go the same way; false where it has it go the other way,
 * null where it says neither.
 */
export function standOn(story: Story, movement: Movement): (sentence: string) => boolean | null {
	const { subject, direction, isTurned, isPast } = movement;
	const own = subject.filter(term => !isTheme(story, [term]));
	const parts = own.length === 0 ? subject : own;
	const weight = ({ stem }: ContextTerm) => story.index.weigh(stem);
	const rarest = parts.toSorted((a, b) => weight(b) - weight(a)).slice(0, 1);
	const names = (terms: Context, clause: string, least: number) =>
		terms.every(term => story.index.covers([term], clause) >= least);
	const isAbout = (clause: string) =>
		names(rarest, clause, NAMED_ITSELF) && names(parts, clause, NAMED);
	const ofClause = (clause: string) => {
		if (ONCE.test(clause) || TURNED.test(clause) || !isAbout(clause)) return null;
		const along = goesWith(wordsNear(story.index.inCommonForms(clause), parts), direction);
		return along === null ? null : along !== isTurned;
	};
	return sentence => {
		if (sentence.endsWith("?") || (isPast && FORESEEN.test(sentence))) return null;
		const stands = clausesIn(sentence).map(ofClause);
		return stands.find(stand => stand === false) ?? stands.find(stand => stand !== null) ?? null;
	};
}

/** Whether a sentence tells where something goes of which a question asks whether it goes somewhere; any does for another question. */
export function tellsWhere(story: Story, { text }: Question): (sentence: string) => boolean {
	const movements = WHETHER.test(text) ? movementsIn(story, text) : [];
	const stands = movements.map(movement => standOn(story, movement));
	return sentence => stands.length === 0 || stands.some(standOf => standOf(sentence) !== null);
}
