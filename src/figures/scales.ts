import { currencyAfter, currencyBefore } from "./currencies.ts";
import { scaleOf } from "./number-words.ts";

/** What a number is multiplied by, and where its words or letters of scale end. */
export interface Scaled {
	readonly scale: number;
	readonly end: number;
}

const WORDS = "dozen|hundred|thousand|lakh|million|crore|billion|trillion";
const SCALE_WORD = new RegExp(`[\\s-]?(${WORDS})s?\\b`, "iy");
const SCALE_LETTERS =
	/\s?(bn|mn|mln|mio|mil|tn|trn|trln|bln)(?![A-Za-z])|\s?(M)(?=(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|AUD|CAD|NZD|SGD|HKD|JPY|CNY|ZAR|INR)\b)|\s?(mm?)(?=b(?:\/d|pd)\b)|(k|K|m|M|b|B|t|T)(?![A-Za-z])/y;
const LETTER_FACTORS: Readonly<Record<string, number>> = {
	k: 1e3,
	m: 1e6,
	mm: 1e6,
	mn: 1e6,
	mln: 1e6,
	mio: 1e6,
	mil: 1e6,
	b: 1e9,
	bn: 1e9,
	bln: 1e9,
	t: 1e12,
	tn: 1e12,
	trn: 1e12,
	trln: 1e12,
};
/** After "m" for a million stands what is counted, for the second end of a range as well; after "m" for a metre nothing does. */
const COUNTED_NEXT =
	/(?:\s?(?:-|–|to|and|or)\s?[\d.]+\s?m)?\s(?:[a-z-]+\s){0,2}?(?:people|men|women|children|(?!across|less|yards|metres|meters)[a-z]{3,}s\b)/y;
/** Where a text tells of heat, a K is a kelvin. */
const HEAT = /°|\b(?:degrees?|temperatures?|kelvin|heat|cool(?:ed|s)?|absolute zero)\b/i;
/** "14 lakh 70 thousand", "63 thousand 924 crore": a lesser number that follows. */
const ADDEND = /\s(?:and\s)?(\d{1,3}(?:\.\d+)?)\b(?![,.:/-]\d|%)/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

/** Whether letters scale whatever stands around them: "bn", "k", and "K" where nothing tells of heat. */
function isCertain(letters: string, text: string): boolean {
	return letters.length > 1 || "kM".includes(letters) || (letters === "K" && !HEAT.test(text));
}

function letterScale(text: string, start: number, end: number): Scaled | null {
	const match = matchAt(SCALE_LETTERS, text, end);
	if (match === null) return null;
	const letters = match.slice(1).find(found => found !== undefined) ?? "";
	const scale = LETTER_FACTORS[letters.toLowerCase()] ?? 1;
	const after = end + match[0].length;
	const told = match[3] !== undefined || isCertain(letters, text);
	if (told || currencyBefore(text, start) !== null) return { scale, end: after };
	const counted =
		matchAt(COUNTED_NEXT, text, after) !== null || currencyAfter(text, after) !== null;
	return "mB".includes(letters) && counted ? { scale, end: after } : null;
}

/** The letters or words of scale after a number in digits: "3.4m", "1.9 million", "5 lakh crore". */
export function readScale(text: string, start: number, end: number): Scaled {
	const letters = letterScale(text, start, end);
	if (letters !== null) return letters;
	const word = matchAt(SCALE_WORD, text, end);
	if (word?.[1] === undefined) return { scale: 1, end };
	const more = matchAt(SCALE_WORD, text, end + word[0].length);
	const scale = (scaleOf(word[1]) ?? 1) * (more?.[1] === undefined ? 1 : (scaleOf(more[1]) ?? 1));
	return { scale, end: end + word[0].length + (more?.[0].length ?? 0) };
}

/** A number with a word of scale, and what its further words make of it. */
export interface Sum extends Scaled {
	readonly value: number;
}

function wordAt(text: string, at: number): Scaled {
	const word = matchAt(SCALE_WORD, text, at);
	return { scale: scaleOf(word?.[1] ?? "") ?? 1, end: at + (word?.[0].length ?? 0) };
}

/** The lesser number that goes on from one with the scale `above`: "70 thousand" after lakhs, "924" after thousands. */
function addendAt(text: string, at: number, above: number): Sum | null {
	const match = matchAt(ADDEND, text, at);
	if (match?.[1] === undefined) return null;
	const digits = Number(match[1]);
	const end = at + match[0].length;
	const word = wordAt(text, end);
	if (word.scale > 1 && word.scale < above)
		return digits * word.scale < above ? { ...word, value: digits * word.scale } : null;
	return above === 1e3 && /^\d{3}$/.test(match[1]) ? { value: digits, scale: 1, end } : null;
}

/**
 * What a number goes on to in Indian usage, where each place has its word: "14 lakh 70 thousand" is
 * 1.47 million, "63 thousand 924 crore" 639.24 billion. `sum` is the number as far as its first word of scale.
 */
export function readAddends(text: string, sum: Sum): Sum {
	if (sum.scale < 1e3 || sum.scale > 1e7) return sum;
	const addend = addendAt(text, sum.end, sum.scale);
	if (addend === null) return sum;
	const whole = { ...addend, value: sum.value + addend.value };
	const times = wordAt(text, whole.end);
	if (times.scale <= sum.scale) return readAddends(text, whole);
	return { ...times, value: whole.value * times.scale, scale: whole.scale * times.scale };
}
