import { type Span, slice } from "../text/span.ts";
import { stems } from "../text/terms.ts";
import { readWords, type Word } from "../text/words.ts";
import { sameSource } from "./attribution.ts";
import { nationsIn } from "./nations.ts";

const NOMINAL = new Set(["ADJ", "NOUN", "PROPN", "NUM", "SYM"]);
const ASIDE = new Set(["ADV", "AUX", "PART"]);
const OPENS_ASIDE = /^(?:which|who|a|an|the)$/iu;

function opensAside(word: Word | undefined): boolean {
	return word !== undefined && (OPENS_ASIDE.test(word.text) || word.wordClass === "VERB");
}

/** Which verbs a subject is looked for with: those of a clause, or "hitting" in "futures hitting a low" too. */
type Verbs = "main" | "any";

// The tagger takes some of these for nouns before a number ("fell 39 points").
const MOVED =
	/^(?:fell|rose|lost|shed|sank|slid|dropped|gained|jumped|climbed|slipped|tumbled|plunged|soared|surged|dipped)$/iu;

function isVerb(words: readonly Word[], index: number, verbs: Verbs): boolean {
	const word = words[index];
	if (word === undefined) return false;
	if (MOVED.test(word.text)) return true;
	if (word.wordClass !== "VERB" && word.wordClass !== "AUX") return false;
	const isNoun = word.text.endsWith("ing") && verbs === "main";
	return !isNoun && words[index - 1]?.text.toLowerCase() !== "to";
}

/** The last word before a verb that is no adverb, and stands before an aside in commas ("Acme, a bank, fell"). */
function wordBefore(words: readonly Word[], verb: number): number {
	let at = verb - 1;
	while (ASIDE.has(words[at]?.wordClass ?? "")) at--;
	if (words[at]?.text !== ",") return at;
	const opening = words.findLastIndex(
		(word, index) => index < at && word.text === "," && opensAside(words[index + 1]),
	);
	return opening < 0 ? at : opening - 1;
}

function joins({ text }: Word, before: Word | undefined): boolean {
	const isList = text === "and" && /^(?:NUM|SYM)$/u.test(before?.wordClass ?? "");
	return (
		/^(?:and|of|in|to|from|for|&|['’]s?|-)$/u.test(text) &&
		NOMINAL.has(before?.wordClass ?? "") &&
		!isList
	);
}

function startOfPhrase(words: readonly Word[], end: number): number {
	let start = end;
	for (let at = end; at >= 0; at--) {
		const word = words[at];
		if (word === undefined) break;
		if (!NOMINAL.has(word.wordClass) && !joins(word, words[at - 1])) break;
		start = at;
	}
	return start;
}

// "Stocks fell, with the Selm and the Marram both down 3%".
const WITH_MOVE =
	/\bwith\s(?:the\s)?((?:[\p{L}\p{N}.&’'-]+\s){1,6}?)(?:(?:both|all|each)\s)?(?:down|up|off)\s(?:[\p{L}]+\s){0,3}$/u;

/**
 * What a figure's verb is said of, in the sentence's own words; null where that is a pronoun or cannot
 * be told.
 *
 * @example subjectOf("Acme fell 4%, and the Selm index, a gauge of banks, lost 9%.", at9) // "Selm index"
 */
export function subjectOf(sentence: string, figure: Span, verbs: Verbs = "main"): string | null {
	const aside = WITH_MOVE.exec(sentence.slice(0, figure.start))?.[1];
	if (aside !== undefined) return aside.trim();
	const words = readWords(sentence).filter(({ end }) => end <= figure.start);
	const isOne = (index: number) => isVerb(words, index, verbs);
	let verb = words.findLastIndex((_, index) => isOne(index));
	while (verb > 0) {
		const end = wordBefore(words, verb);
		const isJoined = words[end]?.wordClass === "CCONJ";
		const earlier = words.findLastIndex((_, index) => index < end && isOne(index));
		if (!isJoined) return phraseTo(sentence, words, end);
		verb = earlier;
	}
	return null;
}

function phraseTo(sentence: string, words: readonly Word[], end: number): string | null {
	if (!NOMINAL.has(words[end]?.wordClass ?? "")) return null;
	const start = startOfPhrase(words, end);
	const [first, last] = [words[start], words[end]];
	if (first === undefined || last === undefined || words[start - 1]?.wordClass === "ADP")
		return null;
	return slice(sentence, { start: first.start, end: last.end });
}

interface Names {
	readonly nations: readonly string[];
	/** The stems of the other names. */
	readonly others: readonly string[];
}

// What many bear in their names: two indexes are not one.
const COMMON =
	/^(?:index|average|composite|industrial|stocks?|shares?|exchange|group|company|corporation|corp|inc|co|ltd|bank|party)$/iu;

/** A subject's proper names; what begins a sentence may be a common noun. */
function namesIn(subject: string): Names {
	const named = readWords(subject)
		.filter(
			({ text, wordClass }) => wordClass === "PROPN" && /^\p{Lu}/u.test(text) && !COMMON.test(text),
		)
		.map(({ text }) => text);
	return {
		nations: named.flatMap(text => nationsIn(text).map(({ nation }) => nation)),
		others: named.filter(text => nationsIn(text).length === 0).flatMap(text => stems(text)),
	};
}

/** Whether two subjects bear one name; null where one of them bears none. */
export function sameSubject(a: string | null, b: string | null): boolean | null {
	if (a === null || b === null) return null;
	const [first, second] = [namesIn(a), namesIn(b)];
	const kind = first.others.length > 0 && second.others.length > 0 ? "others" : "nations";
	const [one, two] = [first[kind], second[kind]];
	if (one.length === 0 || two.length === 0) return null;
	return one.some(name => two.includes(name)) || sameSource(a, b, []);
}
