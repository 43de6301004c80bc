import { type Span, slice } from "../text/span.ts";
import type { Word } from "../text/words.ts";
import { type Clause, clausesOf, isAct, isSaying, verbOf } from "./clauses.ts";

const NOMINAL = new Set(["ADJ", "NOUN", "PROPN", "NUM", "SYM"]);

// Longer is no label, and a subject that is longer is told by its end.
const MOST_WORDS = 9;
export const MOST_OF_SUBJECT = 7;
const ENOUGH_WORDS = 5;
const MOST_TO_OBJECT = 12;

// What these leave out cannot be left out: "nobody has mended the pier".
const TELLS_WHO =
	/^(?:no|nobody|none|neither|nothing|nor|few|many|most|some|all|both|each|every(?:body|one|thing)?|any(?:body|one|thing)?)$/iu;

/** Whether a word may stand in a noun phrase, or for one ("nobody"). */
export function isNominal(word: Word | undefined): boolean {
	return word !== undefined && (NOMINAL.has(word.wordClass) || TELLS_WHO.test(word.text));
}

const OWNS = /^(?:the|an?|its|his|her|their|our|my|this|these|those)$/iu;

/** Whether a word stands within a subject: "[of] towns", "towns [on] [the] coast". */
function joinsSubject(words: readonly Word[], at: number): boolean {
	const [earlier, before, word] = [words[at - 2], words[at - 1], words[at]];
	if (word === undefined) return false;
	if (/^(?:['’]s?|-|&|\.|\/)$/u.test(word.text)) return true;
	if (OWNS.test(word.text)) return before?.wordClass === "ADP" && isNominal(earlier);
	return (word.wordClass === "ADP" || word.text === "and") && isNominal(before);
}

// "On Monday China closed its ports": the day is no part of the name.
const TIME =
	/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|week|month|year|night)s?$/iu;

/** "Dry-[cleaning] costs": a part of a compound is no verb. */
function isHyphened(words: readonly Word[], at: number): boolean {
	return words[at - 1]?.text === "-" && words[at - 1]?.end === words[at]?.start;
}

/** Where the phrase that ends at a word begins, going back as far as a subject may reach. */
function startOfSubject(words: readonly Word[], end: number): number {
	let start = end;
	for (let at = end; end - at < MOST_OF_SUBJECT; at--) {
		const word = words[at];
		const isTime = at < end && TIME.test(word?.text ?? "");
		const isWithin = isNominal(word) || isHyphened(words, at);
		if (word === undefined || isTime || !(isWithin || joinsSubject(words, at))) break;
		if (isWithin) start = at;
	}
	return start;
}

/** Where the subject of a clause begins, right before its verb; null where it has none or a pronoun. */
export function subjectStart(words: readonly Word[], verb: number): number | null {
	const end = words.findLastIndex((word, at) => at < verb && word.wordClass !== "ADV");
	const last = words[end];
	if (last === undefined || last.wordClass === "SYM" || !isNominal(last)) return null;
	const start = startOfSubject(words, end);
	// "In the north snow fell": what a preposition leads in is no subject.
	const lead = OWNS.test(words[start - 1]?.text ?? "") ? start - 2 : start - 1;
	if (words[lead]?.wordClass === "ADP") return null;
	// "Clerks fear the pier will close": the tagger takes the first verb for a noun.
	const ahead = words[lead]?.text === "that" ? lead - 1 : lead;
	const isVerbAhead = ahead < start - 1 && words[ahead]?.wordClass === "NOUN";
	return isVerbAhead ? startOfSubject(words, ahead) : start;
}

const NO_END = new Set(["ADP", "DET", "AUX", "CCONJ", "SCONJ", "PUNCT", "SYM"]);
const NO_LAST =
	/^(?:['’]s?|to|n['’]t|not|its|his|her|their|our|my|your|more|most|than|very|just|also|only|some|being|called|usually|often|always|still|now|already|probably|likely|currently|roughly)$/iu;

function isEnd(word: Word | undefined): boolean {
	return word !== undefined && !NO_END.has(word.wordClass) && !NO_LAST.test(word.text);
}

/** Whether more of a phrase follows a word: "46 [to 57 months]", "local [and personal] use". */
function isWithinPhrase(words: readonly Word[], at: number): boolean {
	const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
	if (word === undefined || next === undefined) return false;
	if (word.wordClass === "NUM") return true;
	const isAdjective = word.wordClass === "ADJ";
	if (isAdjective && (next.wordClass === "CCONJ" || /^(?:DET|ADP)$/u.test(before?.wordClass ?? "")))
		return true;
	if (word.end === next.start && !/^[.,]$/u.test(next.text)) return true;
	return NOMINAL.has(word.wordClass) && /^(?:NOUN|PROPN|NUM)$/u.test(next.wordClass);
}

/** "Servers [based] on it", "items [bought]": what stands behind an object tells of it and ends nothing. */
function isBehindNoun(words: readonly Word[], at: number): boolean {
	const isNoun = /^(?:NOUN|PROPN)$/u.test(words[at - 1]?.wordClass ?? "");
	return isNoun && words[at]?.wordClass === "VERB";
}

/** How far the words behind a verb have been read: past the last that may end a phrase. */
interface Read {
	readonly start: number;
	readonly end: number;
	readonly hasObject: boolean;
}

/** Whether a phrase with enough in it may not go on with the word at `at`. */
function isOver(words: readonly Word[], at: number, { start, end, hasObject }: Read): boolean {
	const isOf = words.slice(end, at).some(({ text }) => text === "of");
	if (at - start >= (isOf || !hasObject ? MOST_TO_OBJECT : MOST_WORDS)) return true;
	const opens = words[at]?.wordClass === "ADP" && words[at]?.text !== "of";
	return hasObject && ((opens && end - start >= ENOUGH_WORDS) || isBehindNoun(words, at));
}

/** Past the last word of what a verb is said with: its object, and what hangs on that by "of". */
export function endOfPhrase(words: readonly Word[], start: number, verb: number): number {
	let read: Read = { start, end: verb + 1, hasObject: false };
	for (let at = verb + 1; at < words.length && !isOver(words, at, read); at++) {
		if (!isEnd(words[at]) || isWithinPhrase(words, at)) continue;
		const isNoun = /^(?:NOUN|PROPN)$/u.test(words[at]?.wordClass ?? "");
		read = { start, end: at + 1, hasObject: read.hasObject || isNoun };
	}
	return read.end;
}

/** The words from the first to the last, as the sentence prints them. */
export function sliceOf(sentence: string, words: readonly Word[]): string {
	const [first, last] = [words[0], words.at(-1)];
	if (first === undefined || last === undefined) return "";
	return slice(sentence, { start: first.start, end: last.end });
}

/** What a clause says, in a few words of it that stand in a row. */
export interface ClausePhrase {
	readonly text: string;
	/** Of whom or what it says so; a pronoun is none. */
	readonly hasSubject: boolean;
	/** Whether it only tells who says something. */
	readonly isSaying: boolean;
}

/** Where a phrase begins that has no subject of its own: at the verb, or at the word that it is a part of. */
function startAt(words: readonly Word[], verb: number): number {
	const before = words[verb - 1]?.text ?? "";
	// "He's", "we'll": no phrase begins within a word.
	return verb > 0 && (/^['’]/u.test(words[verb]?.text ?? "") || /^there$/iu.test(before))
		? verb - 1
		: verb;
}

/** What a clause says in a few of its words; null where it says too little to tell. */
export function phraseOf(sentence: string, clause: Clause): ClausePhrase | null {
	const { words, verb, condition } = clause;
	if (verb === null) return null;
	const subject = subjectStart(words, verb);
	const start = subject ?? startAt(words, verb);
	const kept = words.slice(start, endOfPhrase(words, start, verb));
	const isBare = subject === null && kept.every(({ wordClass }) => !NOMINAL.has(wordClass));
	if (isBare || kept.length < 2 || !isEnd(kept.at(-1))) return null;
	const all = condition === null ? kept : [condition, ...words.slice(0, start), ...kept];
	const text = sliceOf(sentence, all);
	return { text, hasSubject: subject !== null, isSaying: isSaying(clause) };
}

/**
 * What a sentence asserts, clause by clause, each in a few of its own words that stand in a row:
 * subject, verb and object; who says so is left out where something else is said.
 *
 * @example assertedIn("On Monday the town council closed the old bridge, the mayor said.") // "town council closed the old bridge"
 */
export function assertedIn(sentence: string): readonly ClausePhrase[] {
	const clauses = clausesOf(sentence);
	const phrases = (some: readonly Clause[]) =>
		some.map(clause => phraseOf(sentence, clause)).filter(phrase => phrase !== null);
	const found = phrases(clauses.filter(clause => !isSaying(clause)));
	return found.length > 0 ? found : phrases(clauses);
}

const BEFORE_TIME =
	/^(?:on|by|until|till|for|in|at|from|since|through|during|over|within|about|around|some|early|late|earlier|later|before|after|to|than|the|this|that|as|of|coming|next|past|last|first|previous|barely|nearly|almost|just|up|more|less|and|between|starting|beginning|effective|EST|GMT|ET)$/iu;

/** Words without what leads in a time behind them; "kick in" of "kick in for a year" is a verb with its own "in". */
export function withoutLead(words: readonly Word[]): readonly Word[] {
	const isAdposition = (word: Word | undefined) => word?.wordClass === "ADP";
	let end = words.length;
	let seen = false;
	while (BEFORE_TIME.test(words[end - 1]?.text ?? "") && !(seen && isAdposition(words[end - 1]))) {
		seen ||= isAdposition(words[end - 1]);
		end--;
	}
	return words.slice(0, end);
}

/** The words of a clause as far as a time in it, or all where they begin with the time. */
export function aroundTime(words: readonly Word[], time: Span): readonly Word[] {
	const before = withoutLead(words.filter(({ end }) => end <= time.start));
	if (before.some(isAct)) return before;
	const after = words.filter(({ start }) => start >= time.end);
	return after.some(isAct) ? after : before;
}

/** Which of the clauses a time stands in, as an index; -1 where none has it. */
export function clauseAt(clauses: readonly Clause[], time: Span): number {
	return clauses.findIndex(({ words }) =>
		words.some(({ start, end }) => start < time.end && time.start < end),
	);
}

/** The clause that a time stands in or, where that has no verb, the next one, else the one before. */
export function timedClause(sentence: string, time: Span): readonly Word[] | null {
	const clauses = clausesOf(sentence);
	const at = clauseAt(clauses, time);
	const own = aroundTime(clauses[at]?.words ?? [], time);
	if (verbOf(own) !== null || own.some(isAct)) return own;
	const leads = at === 0 || own.length === 0;
	const next = clauses.slice(at + 1).find(({ verb }) => verb !== null);
	const earlier = clauses.slice(0, Math.max(0, at)).findLast(({ verb }) => verb !== null);
	return ((leads ? next : earlier) ?? next ?? earlier)?.words ?? null;
}

/** Words as a clause that hangs on nothing. */
export const clauseOf = (words: readonly Word[]): Clause => ({
	words,
	verb: verbOf(words),
	condition: null,
});

/** What a sentence says to have happened at a time in it; null where it does not say. */
export function happenedAt(sentence: string, time: Span): ClausePhrase | null {
	const words = timedClause(sentence, time);
	return words === null ? null : phraseOf(sentence, clauseOf(words));
}
