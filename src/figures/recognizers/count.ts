import { overlaps } from "../../text/span.ts";
import type { Word } from "../../text/words.ts";
import { type Draft, draftOf, type Reading, type Recognizer } from "../draft.ts";
import {
	isPlural,
	type Phrase,
	phraseFrom,
	singularOf,
	withPlural,
	wordAt,
} from "../noun-phrase.ts";
import type { Numeral } from "../numeral.ts";
import { perAfter, unitAfter } from "../unit-names.ts";

const OF = /^of$/i;
/** '30 "national emergencies"': what is counted may be quoted. */
function opensQuotation(words: readonly Word[], at: number): boolean {
	const [mark, word] = [words[at], words[at + 1]];
	return /^["“]$/.test(mark?.text ?? "") && word !== undefined && mark?.end === word.start;
}

const WHICH_TIME = /^(?:last|this|next)$/i;

/** The phrase of what is counted after a number: "13 people", "one of the best speakers", "hundreds of homes". */
function countedAfter(words: readonly Word[], from: number, many: boolean): Phrase | null {
	const first = words[from];
	if (opensQuotation(words, from)) return countedAfter(words, from + 1, many);
	if (first === undefined || /^(?:[,;:.)("“”]|an?|the|per|each|every)$/i.test(first.text))
		return null;
	if (OF.test(first.text)) return phraseFrom(words, from + 1);
	// "9.4 million last season" says when, "20 next-generation chips" which.
	if (WHICH_TIME.test(first.text) && words[from + 1]?.text !== "-") return null;
	// The tagger takes "48 hops of" for a verb.
	if (first.wordClass === "VERB" && /[a-z]s$/.test(first.text))
		return { start: from, head: from, end: from + 1 };
	if (/^[-‐‑]$/.test(first.text)) return hyphenated(words, from + 1);
	const phrase = phraseFrom(words, from);
	return phrase !== null && many ? withPlural(words, phrase) : phrase;
}

/** "six-speed", "two-way", "18-rated": what kind of thing, not how many. */
const CLASSIFIER =
	/^(?:(?!seed|shed|breed)[a-z]{2,}ed|speed|way|time|sided|dimensional|pronged|tier|party|star|handed|wheel|door|seater|figure|digit|part|piece|tone|level|stage|step|fold)$/i;

const JOINED_CLASSIFIER = new RegExp(`^-${CLASSIFIER.source.slice(1, -1)}\\b`, "i");

/** "10-member panel": what is counted is joined to the number. */
function hyphenated(words: readonly Word[], at: number): Phrase | null {
	const word = words[at];
	return word === undefined || !/^[a-z]+$/i.test(word.text) || CLASSIFIER.test(word.text)
		? null
		: { start: at, head: at, end: at + 1 };
}

/** Numbers that no name is made of: with a scale, a comma, a decimal, or written out in small letters. */
function isPlainNumber(numeral: Numeral, number: Word): boolean {
	if (numeral.scale > 1 || numeral.written === "vague" || numeral.written === "fraction")
		return true;
	return /[.,]/.test(number.text) || (numeral.written === "words" && /^[a-z]/.test(number.text));
}

/** "Model 3", "iPhone 15": a name before makes the number part of it. */
function followsName(words: readonly Word[], at: number): boolean {
	const [before, number] = [words[at - 1], words[at]];
	if (before?.wordClass !== "PROPN" || before.start === 0) return false;
	return /^[A-Z]/.test(before.text) && before.end !== number?.start && !plainCount(words, at);
}

/** "911 Turbo", "two new 747 Cargo jets": a name after it does. */
function leadsName(words: readonly Word[], at: number): boolean {
	const after = words[at + 1];
	if (after?.wordClass !== "PROPN" || !/^[A-Z][a-z]/.test(after.text)) return false;
	const counted = words.slice(Math.max(0, at - 2), at).some(word => word.wordClass === "NUM");
	const head = words[phraseFrom(words, at + 1)?.head ?? -1];
	return (
		Number(words[at]?.text) < 1000 && (counted || (head !== undefined && !isPlural(head.text)))
	);
}

/** "the Six Nations": a word of number in capitals within a sentence that has words in small letters. */
function leadsTitle(words: readonly Word[], at: number): boolean {
	const [before, number, after] = [words[at - 1], words[at], words[at + 1]];
	if (!/^[A-Z][a-z]+$/.test(number?.text ?? "") || !/^[A-Z][a-z]/.test(after?.text ?? ""))
		return false;
	const small = words.filter(({ text }) => /^[a-z]{4,}$/.test(text)).length;
	return /^(?:['’]?[a-z]+|The)$/.test(before?.text ?? "") && small > 1;
}

function inName(numeral: Numeral, words: readonly Word[], at: number): boolean {
	const number = words[at];
	if (number === undefined || isPlainNumber(numeral, number)) return false;
	return followsName(words, at) || leadsName(words, at) || leadsTitle(words, at);
}

function isNounPlural(word: Word | undefined): boolean {
	return word?.wordClass === "NOUN" && isPlural(word.text);
}

/** A plural noun right after, or after an adjective, is what the number counts. */
function plainCount(words: readonly Word[], at: number): boolean {
	return (
		isNounPlural(words[at + 1]) ||
		(words[at + 1]?.wordClass === "ADJ" && isNounPlural(words[at + 2]))
	);
}

function placed(numeral: Numeral, unit: string | null, text: string): Draft {
	const time = unit === null ? null : unitAfter(text.slice(0, 0) + unit, 0);
	const kind = time === null ? "count" : time.dimension === "time" ? "duration" : "measure";
	const name = time === null || unit === null ? unit : time.unit;
	return draftOf(numeral, { kind, unit: name, start: numeral.start, end: numeral.end }, text);
}

/** "another goal or two" */
const PAIR = /\b(?:an?|another)\s([a-z]+)\sor\s$/;
const TIMES = /[\s-]?(?:times\b|[- ]?fold\b|x(?![A-Za-z\d]))/iy;

/** "four times", "sixfold": how often; a rate where it says of what. */
function times(numeral: Numeral, text: string): Draft | null {
	TIMES.lastIndex = numeral.end;
	const word = TIMES.exec(text)?.[0];
	if (word === undefined) return null;
	const told = numeral.end + word.length;
	const rate = perAfter(text, told);
	const unit = rate === null ? null : `count per ${rate.per}`;
	return draftOf(
		numeral,
		{ kind: "count", unit, start: numeral.start, end: rate?.end ?? told },
		text,
	);
}

/** The noun that names the unit: the head, or what stands first where the head is one thing ("14 page report"). */
function unitNoun(words: readonly Word[], phrase: Phrase, many: boolean): Word | undefined {
	const head = words[phrase.head];
	if (head === undefined || !many || isPlural(head.text)) return head;
	const first = words[phrase.start];
	const noun = first?.wordClass === "NOUN" || first?.wordClass === "PROPN" ? first : head;
	return /ing$/.test(noun.text) ? undefined : noun;
}

const HALF_A = /^an?$/i;
const VAGUE_NOUNS: ReadonlySet<string> = new Set([
	"number",
	"total",
	"more",
	"most",
	"strong",
	"won",
]);

function unitOf(numeral: Numeral, phrase: Phrase | null, words: readonly Word[]): string | null {
	if (phrase === null) return null;
	// Half of the homes is no number of homes, but half a million is, and so is half a point.
	const isPart = typeof numeral.value === "number" && numeral.value < 1;
	if (numeral.written === "fraction" && isPart && !HALF_A.test(words[phrase.start - 1]?.text ?? ""))
		return null;
	const noun = unitNoun(words, phrase, numeral.value !== 1);
	if (noun === undefined) return null;
	// "100 others" are more of what was counted before, in the news most often people.
	const unit = noun.text === "others" ? "people" : singularOf(noun.text);
	return VAGUE_NOUNS.has(unit) ? null : unit;
}

/** What a count that has no phrase of its own counts: "another goal or two"; null for a bare number. */
function pairedUnit(numeral: Numeral, text: string): string | null {
	const noun = PAIR.exec(text.slice(0, numeral.start))?.[1];
	return noun === undefined ? null : singularOf(noun);
}

function counted(numeral: Numeral, phrase: Phrase, words: readonly Word[], text: string): Draft {
	const unit = unitOf(numeral, phrase, words);
	return withRate(placed(numeral, unit, text), words[phrase.head]?.end ?? numeral.end, text);
}

/** "92,000 jobs a month", "90,000 a month". */
function withRate(draft: Draft, end: number, text: string): Draft {
	const rate = perAfter(text, end);
	return rate === null ? draft : { ...draft, unit: `${draft.unit ?? "count"} per ${rate.per}` };
}

/** A lone "one" is a pronoun; digits with letters behind them that are no unit are part of a name. */
function isNoCount(numeral: Numeral, text: string): boolean {
	const printed = text.slice(numeral.start, numeral.end);
	if (JOINED_CLASSIFIER.test(text.slice(numeral.end))) return true;
	return numeral.written === "digits"
		? /^[A-Za-z]/.test(text.slice(numeral.end))
		: /^one$/i.test(printed);
}

/** "45 last May": what follows is a date. */
function isDated(word: Word | undefined, { dates }: Reading): boolean {
	return word !== undefined && dates.some(date => overlaps(date, word));
}

/** Between two numbers, or before a joined "or": what is counted stands after the second; "quarter-on-quarter" is counted nowhere. */
const OPEN = /^[-–](?:\d|\s(?:or|and|to)\s)|^\s(?:day|week|month|quarter|year)-(?:on|over)-/;

/** A number of things, with the noun that it counts: "8,000 sedans", "hundreds of homes"; or of nothing that is named. */
export const recognizeCount: Recognizer = (numeral, reading) => {
	const { text } = reading;
	const repeated = times(numeral, text);
	if (repeated !== null) return repeated;
	const words = reading.words();
	if (inName(numeral, words, wordAt(words, numeral.start))) return null;
	const open = OPEN.test(text.slice(numeral.end));
	const after = open ? null : countedAfter(words, wordAt(words, numeral.end), numeral.value !== 1);
	const phrase = after === null || isDated(words[after.head], reading) ? null : after;
	if (phrase !== null && !/^[A-Za-z]/.test(text.slice(numeral.end)))
		return counted(numeral, phrase, words, text);
	const pair = pairedUnit(numeral, text);
	if (pair === null && isNoCount(numeral, text)) return null;
	return withRate(placed(numeral, pair, text), numeral.end, text);
};
