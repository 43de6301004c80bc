import stem from "wink-porter2-stemmer";
import { foldSpelling } from "./fold.ts";
import { MAGNITUDES, NUMBER_WORDS } from "./magnitudes.ts";
import type { Span } from "./span.ts";
import { STOP_WORDS } from "./stop-words.ts";

/** A word that a text can be found by, at the span of its own characters. */
export interface Term extends Span {
	/** What is compared: the Porter2 stem of the word, or the value of a number in plain digits. */
	readonly text: string;
	/** The word before it was stemmed: lower case, no accents, American spelling. */
	readonly word: string;
}

/** Characters of a text with the place where they stand. */
interface Found {
	readonly found: string;
	readonly index: number;
}

/**
 * Rows of what counts as one: a tag or handle; letters with dots between them (U.S.; some papers part
 * the last dot, "U.S ."); a number with its separators and what is written to it (1,250.5, 100k,
 * 13th); a word with the accents, apostrophes and soft hyphens in it.
 */
const TOKEN = new RegExp(
	[
		"[#@][\\p{L}\\p{N}_]+",
		"(?<![\\p{L}\\p{N}])\\p{L}(?:\\.\\p{L}(?![\\p{L}\\p{N}]))+",
		"\\d+(?:[.,]\\d+)*(?:\\p{L}[\\p{L}\\p{N}]*)?",
		"[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}\\u00AD]|['’](?=\\p{L}))*",
	].join("|"),
	"gu",
);
const TAG_PART = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\d+|\p{L}+/gu;
const NUMBER = /^(\d+(?:,\d{3})*(?:\.\d+)?)(\p{L}*)$/u;
// "13th" and "1990s" are found by the bare number.
const BARE_SUFFIX = /^(?:|st|nd|rd|th|s)$/iu;
const NEXT_WORD = /[ \u00A0-](\p{L}{3,})/uy;
const POSSESSIVE = /['’]s$/u;
const JOINERS = /(?<!\d)\.|['’\u00AD]/gu;
// Beyond this many digits a double no longer holds every integer (Number.MAX_SAFE_INTEGER).
const MAX_DIGITS = 15;

/** Letters that no accent makes, with what stands for them where they cannot be typed. */
const LETTERS: ReadonlyMap<string, string> = new Map([
	["ß", "ss"],
	["æ", "ae"],
	["œ", "oe"],
	["ø", "o"],
	["đ", "d"],
	["ð", "d"],
	["ł", "l"],
	["þ", "th"],
	["ı", "i"],
]);

/**
 * The words of a text without stop words, each with what it is compared by and where it stands; the
 * same for what is searched and what is asked. Accents, possessives, British spelling and the parts of
 * #TagsLikeThis are folded, and numbers become their values, so that "$100k", "100,000" and "0.1
 * million" meet.
 *
 *     readTerms("The U.S. miners’ costs: $0.1 million") // us, miner, cost, 100000, million
 */
export function readTerms(text: string): readonly Term[] {
	return findTokens(text).flatMap(token => readToken(text, token));
}

/** What the terms of a text are compared by, in order. */
export function stems(text: string): readonly string[] {
	return readTerms(text).map(term => term.text);
}

/**
 * A word in lower case and American spelling, without accents, possessive, dots and apostrophes:
 * "Müller’s" gives "muller", "U.S." gives "us".
 */
export function foldWord(word: string): string {
	const lower = word.toLowerCase();
	if (/^[a-z]+$/u.test(lower)) return foldSpelling(lower);
	const bare = lower.replace(POSSESSIVE, "").replace(JOINERS, "");
	const plain = bare.normalize("NFD").replace(/\p{M}/gu, "");
	return foldSpelling(plain.replace(/[^\p{ASCII}]/gu, letter => LETTERS.get(letter) ?? letter));
}

function findTokens(text: string): readonly Found[] {
	return Array.from(text.matchAll(TOKEN)).flatMap(({ 0: found, index }) =>
		/^[#@]/u.test(found) ? partsOfTag(found, index) : [{ found, index }],
	);
}

function partsOfTag(tag: string, at: number): readonly Found[] {
	return Array.from(tag.matchAll(TAG_PART), ({ 0: found, index }) => ({
		found,
		index: at + index,
	}));
}

function readToken(text: string, { found, index }: Found): readonly Term[] {
	const [, digits, letters = ""] = NUMBER.exec(found) ?? [];
	if (digits === undefined) return readWord(text, found, index);
	const end = index + found.length;
	const power = MAGNITUDES.get(letters === "" ? nextWord(text, end) : letters.toLowerCase());
	const value = plainNumber(digits, power ?? 0);
	const span = { start: index, end };
	if (power !== undefined || BARE_SUFFIX.test(letters))
		return [{ ...span, text: value, word: value }];
	if (letters.length === 1) return readWord(text, found, index);
	const unitAt = index + digits.length;
	const number = { start: index, end: unitAt, text: value, word: value };
	return [number, ...readWord(text, letters, unitAt)];
}

function readWord(text: string, found: string, start: number): readonly Term[] {
	const { word, text: stemmed } = formsOf(found);
	if (word === "" || STOP_WORDS.has(word)) return [];
	const end = start + found.length;
	const number = NUMBER_WORDS.get(word);
	if (number === undefined) return [{ text: stemmed, word, start, end }];
	return [
		{ text: plainNumber(number, MAGNITUDES.get(nextWord(text, end)) ?? 0), word, start, end },
	];
}

// A corpus says the same words over and over, and folding and stemming one takes as long as reading a
// sentence. What is kept is a word's own forms, so it makes no difference but in time.
const MAX_KEPT = 50_000;
// Longer ones are rare, and V8 keeps the whole text for the sake of a part of it from 13 characters on.
const MAX_KEPT_LENGTH = 12;
const kept = new Map<string, Pick<Term, "word" | "text">>();

function formsOf(found: string): Pick<Term, "word" | "text"> {
	const known = kept.get(found);
	if (known !== undefined) return known;
	const word = foldWord(found);
	const forms = { word, text: stemOf(word) };
	if (found.length > MAX_KEPT_LENGTH) return forms;
	if (kept.size >= MAX_KEPT) kept.clear();
	kept.set(found, forms);
	return forms;
}

// The stemmer writes a 3 for a y of its own, and names with digits in them (S23) have no endings.
function stemOf(word: string): string {
	return /\d/u.test(word) ? word : stem(word);
}

/** The word that stands behind a number, one space or hyphen on; empty when none of three letters does. */
function nextWord(text: string, from: number): string {
	NEXT_WORD.lastIndex = from;
	return NEXT_WORD.exec(text)?.[1]?.toLowerCase() ?? "";
}

function plainNumber(digits: string, power: number): string {
	const plain = digits.replaceAll(",", "");
	return plain.length > MAX_DIGITS ? plain : String(Number(`${plain}e${power}`));
}
