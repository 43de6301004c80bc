import { slice } from "../text/span.ts";
import { readWords, type Word } from "../text/words.ts";
import type { Credit } from "./credits.ts";
import type { Marked } from "./marks.ts";
import type { ReadSentence } from "./reading.ts";
import { isNickname } from "./units.ts";

/** Words that set a term or title in marks. */
const INTRODUCES =
	/\b(?:so-called|known as|dubbed|nicknamed|termed|entitled|titled|named|called|labell?ed|branded|coined|the (?:word|term|phrase|title|name|slogan|motto|tag|label))\s*,?\s*$/i;
/** The most words of a phrase in marks that nobody is credited with and that is no sentence. */
const LONGEST_TERM = 4;
const SMALL_WORD = /^(?:a|an|the|of|for|and|in|on|to|at|by|with|or|as|from)$/;

function isTitleCase(words: readonly Word[]): boolean {
	const large = words.filter(({ text }) => !SMALL_WORD.test(text));
	return large.length > 1 && large.every(({ text }) => /^[\p{Lu}\p{N}]/u.test(text));
}

function isAllNouns(words: readonly Word[]): boolean {
	return words.every(({ wordClass }) => /^(?:NOUN|PROPN|NUM|PART)$/.test(wordClass));
}

/** Whether the cue or the speaker touches the marks, but for a comma or a "that". */
function touches(sentence: ReadSentence, marked: Marked, credit: Credit): boolean {
	const edges = [credit.cue, credit.phrase];
	const gaps = edges.map(({ start, end }) =>
		start >= marked.outer.end
			? slice(sentence.text, { start: marked.outer.end, end: start })
			: slice(sentence.text, { start: end, end: marked.outer.start }),
	);
	return gaps.some(gap => /^[\s,:—–-]*(?:that\b)?[\s,:]*$/.test(gap));
}

/** Whether the marks stand inside the words for the speaker: the "Harbor Lights" actor. */
function qualifiesSpeaker(sentence: ReadSentence, marked: Marked, credit: Credit): boolean {
	// ‘an "outstanding start," he wrote’: what ends with a comma goes on to who says it.
	if (/[.,!?]$/.test(slice(sentence.text, marked))) return false;
	const follows = credit.phrase.start - marked.outer.end;
	const lead = sentence.text.slice(0, marked.outer.start);
	return follows >= 0 && follows <= 1 && /\b(?:the|an?)\s*$/i.test(lead);
}

/** Whether a noun follows the marks at once, which the words in them then only qualify. */
function qualifiesNoun(sentence: ReadSentence, marked: Marked): boolean {
	const next = sentence.units.find(unit => unit.start >= marked.outer.end);
	return next?.wordClass === "NOUN" || next?.wordClass === "PROPN";
}

/** A verb or a pronoun at its head makes a short phrase somebody's words: "moved very rapidly". */
function readsAsSpeech(words: readonly Word[]): boolean {
	const [first] = words;
	return (
		words.length > 1 &&
		words.some(word => word.wordClass === "PRON" || (word === first && word.wordClass === "VERB"))
	);
}

/** Whether short words in marks are a term although the sentence credits somebody, or nobody, with it. */
function isShortTerm(sentence: ReadSentence, marked: Marked, words: readonly Word[]): boolean {
	const named =
		/\bthe\s*$/i.test(sentence.text.slice(0, marked.outer.start)) &&
		words.at(-1)?.wordClass === "NOUN";
	return words.length <= 2 && (named || (isAllNouns(words) && qualifiesNoun(sentence, marked)));
}

/** Whether a whole sentence stands in the marks, and nothing beside them. */
function isOwnSentence(sentence: ReadSentence, { start, end, outer }: Marked): boolean {
	const beside = sentence.text.slice(0, outer.start) + sentence.text.slice(outer.end);
	return beside.trim() === "" && /^\p{Lu}.*\s.*[.!?]$/su.test(sentence.text.slice(start, end));
}

/** ‘oversaw the "I'm loving it" campaign’: a few words that nobody is credited with, before a noun. */
function isLabel(sentence: ReadSentence, marked: Marked, words: readonly Word[]): boolean {
	const lead = sentence.text.slice(0, marked.outer.start);
	const owned = /(?:\b(?:the|an?|its|their|his|her|this|that)|['’]s?)\s$/i.test(lead);
	return owned && words.length <= 5 && qualifiesNoun(sentence, marked);
}

function isNobodysPhrase(inside: string, words: readonly Word[]): boolean {
	return words.length <= LONGEST_TERM && !/[!?]$/.test(inside) && !readsAsSpeech(words);
}

/**
 * Whether the words in marks are a term or a title ("Global South", “America First” agenda) rather than
 * speech: brought in as one, capitalized as one, or short and nobody's words.
 */
export function isTerm(sentence: ReadSentence, marked: Marked, credit: Credit | null): boolean {
	if (marked.continues) return false;
	if (isNickname(sentence.text, marked)) return true;
	if (isOwnSentence(sentence, marked)) return false;
	if (credit !== null && qualifiesSpeaker(sentence, marked, credit)) return true;
	if (credit !== null && touches(sentence, marked, credit)) return false;
	const inside = slice(sentence.text, marked);
	const words = readWords(inside).filter(({ wordClass }) => wordClass !== "PUNCT");
	if (words.length > 2 * LONGEST_TERM) return false;
	const lead = sentence.text.slice(0, marked.outer.start);
	if (INTRODUCES.test(lead) || isTitleCase(words)) return true;
	if (credit !== null) return isShortTerm(sentence, marked, words);
	return isNobodysPhrase(inside, words) || isLabel(sentence, marked, words);
}
