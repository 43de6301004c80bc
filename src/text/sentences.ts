import {
	CLOSING_ABBREVIATIONS,
	LEADING_ABBREVIATIONS,
	NUMBERED_ABBREVIATIONS,
	SENTENCE_STARTERS,
} from "./abbreviations.ts";
import type { Span } from "./span.ts";

/** A stop that may end a sentence, with the words around it. */
interface Stop {
	/** The stop without what closes after it: `.`, `?!`, `...`, `. . .`. */
	readonly mark: string;
	/** Quotation marks and brackets that close right after the stop. */
	readonly closers: string;
	/** The sentence so far, at most the last characters of it. */
	readonly before: string;
	/** Whether `before` is the whole sentence so far. */
	readonly whole: boolean;
	/** The word that the stop touches; dots within it are its own ("U.S", "e.g"). */
	readonly word: string;
	/** What follows the closers, the first characters of it. */
	readonly after: string;
	/** The first word that follows, without marks that open before it. */
	readonly next: string;
}

/** Whether a stop ends its sentence, or null where the rule has nothing to say. */
type Rule = (stop: Stop) => boolean | null;

const BLANK_LINE = /(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)\s*|\u2029/gu;
const STOPS =
	/(?<![.!?…‽。！？])(?<mark>\.(?:[ \u00a0]\.)+|[.!?…‽。！？]+)(?<closers>(?:[ \u00a0]?[”»]|["'’)\]}*_])*)(?=\s|$|[“‘«]|\p{Lu}|(?<=[。！？]))/gu;
const OPENERS = /^[\s"'“‘«([{*_—–-]*/u;
const LAST_WORD = /(?:\p{L}\.)*[\p{L}\p{N}°]+$/u;
const NEXT_WORD = /^[\p{L}\p{N}’']+/u;
const SPEECH =
	/^\s+(?!(?:He|She|They|We|It|I)\s)(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}(?:said|says|asked|asks|told|added|wrote|cried|shouted|exclaimed|wondered|replied|answered|continued|tweeted)\b/u;
const CITATION = /^\s+\([^()]{1,60}\)[.!?]/u;
const ELLIPSIS = /^(?:\.{2,3}|…|\.[ \u00a0]\.[ \u00a0]\.)$/u;
const WINDOW = 80;

/**
 * In this order: what follows decides first, since no sentence begins in lower case; then marks that
 * are no full stops; then abbreviations, from the strictest; a stop on which no rule speaks ends its
 * sentence.
 */
const RULES: readonly Rule[] = [
	({ after }) => (after.trim() === "" ? true : null),
	stop => (beginsInLowerCase(stop) ? false : null),
	({ mark }) => (/[。！？]$/u.test(mark) ? true : null),
	({ after, word, next }) => (/^[\s“‘«]/u.test(after) ? null : isGlued(word, next)),
	({ before, whole }) => (whole && /^[\s"“‘'(]*(?:\p{L}|\d{1,3})?$/u.test(before) ? false : null),
	({ mark, closers, after }) =>
		/[?!]$/u.test(mark) && closers !== "" && SPEECH.test(after) ? false : null,
	({ after }) => (CITATION.test(after) ? false : null),
	({ mark, word }) => (mark === "!" && word === "Yahoo" ? false : null),
	({ mark, before }) => (ELLIPSIS.test(mark) && /\s$/u.test(before) ? false : null),
	({ mark, closers }) => (mark === "." && !/["”’»]/u.test(closers) ? null : true),
	({ word }) => (LEADING_ABBREVIATIONS.has(word) ? false : null),
	({ word, next }) => (NUMBERED_ABBREVIATIONS.has(word) && /^\d/u.test(next) ? false : null),
	({ word, next, after }) => (mayGoOn(word) ? isStarter(next, after) : null),
];

/**
 * The sentences of a text in order, white space around them left out; together they hold every other
 * character. A quotation mark or bracket that closes right after a stop belongs to the sentence before
 * it. A blank line always ends a sentence. English rules; other languages are split at their stops.
 *
 *     splitSentences("Mr. Day left at 3 p.m. Monday. “Why?” he asked.") gives [0, 31) and [32, 49)
 */
export function splitSentences(text: string): readonly Span[] {
	return split(text, BLANK_LINE).flatMap(block =>
		sentencesOf(text.slice(block.start, block.end)).map(({ start, end }) => ({
			start: block.start + start,
			end: block.start + end,
		})),
	);
}

function sentencesOf(block: string): readonly Span[] {
	const spans: Span[] = [];
	let start = 0;
	for (const match of block.matchAll(STOPS)) {
		const end = match.index + match[0].length;
		if (!endsSentence(readStop(block, match, start))) continue;
		spans.push({ start, end });
		start = end;
	}
	spans.push({ start, end: block.length });
	return spans.map(span => trim(block, span)).filter(({ start, end }) => start < end);
}

function readStop(block: string, match: RegExpExecArray, start: number): Stop {
	const { mark = "", closers = "" } = match.groups ?? {};
	const end = match.index + match[0].length;
	const from = Math.max(start, match.index - WINDOW);
	const before = block.slice(from, match.index);
	const after = block.slice(end, end + WINDOW);
	return {
		mark,
		closers,
		before: from === start ? before.trimStart() : before,
		whole: from === start,
		word: LAST_WORD.exec(before)?.[0] ?? "",
		after,
		next: NEXT_WORD.exec(after.replace(OPENERS, ""))?.[0] ?? "",
	};
}

function endsSentence(stop: Stop): boolean {
	for (const rule of RULES) {
		const ends = rule(stop);
		if (ends !== null) return ends;
	}
	return true;
}

function beginsInLowerCase({ next }: Stop): boolean {
	return /^\p{Ll}/u.test(next) && !/^\p{Ll}\p{Lu}/u.test(next);
}

/** Whether a stop with no space after it ends a sentence: "content.The" does, "Node.js" and "U.S.A" do not. */
function isGlued(word: string, next: string): boolean | null {
	return /\p{Ll}{2}$/u.test(word) &&
		/^\p{Lu}/u.test(next) &&
		SENTENCE_STARTERS.has(next.toLowerCase())
		? null
		: false;
}

function mayGoOn(word: string): boolean {
	return CLOSING_ABBREVIATIONS.has(word) || /^(?:\p{L}\.)+\p{L}$|^\p{Lu}$/u.test(word);
}

function isStarter(next: string, after: string): boolean {
	const initial = new RegExp(`^\\W*${next}\\.`, "u").test(after);
	return SENTENCE_STARTERS.has(next.toLowerCase()) && !(next.length === 1 && initial);
}

function split(text: string, separator: RegExp): readonly Span[] {
	const spans: Span[] = [];
	let start = 0;
	for (const match of text.matchAll(separator)) {
		spans.push({ start, end: match.index });
		start = match.index + match[0].length;
	}
	return [...spans, { start, end: text.length }];
}

function trim(text: string, { start, end }: Span): Span {
	const words = text.slice(start, end);
	const from = start + words.length - words.trimStart().length;
	return { start: from, end: Math.max(from, start + words.trimEnd().length) };
}
