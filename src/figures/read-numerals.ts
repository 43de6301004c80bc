import type { Span } from "../text/span.ts";
import { currencyAfter, currencyBefore } from "./currencies.ts";
import { readFraction } from "./fraction.ts";
import { NUMBER_WORD, readNumberWords, scaleOf } from "./number-words.ts";
import type { Numeral } from "./numeral.ts";

const VAGUE =
	/(?:(tens|hundreds|dozens) of |(?:several|a few|few|a couple of) )?(dozens?|hundreds?|thousands?|millions?|billions?|trillions?)\b/iy;
const START = new RegExp(
	`\\d|(?<![\\d.])\\.\\d|[½⅓⅔¼¾⅛]|\\b(?:an? (?=(?:hundred|thousand|million|billion|trillion|dozen|half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?\\b)|(?:tens|hundreds|dozens|several|a few|few|a couple) of |several (?=dozen|hundred|thousand|million|billion)|(?:a )?few (?=dozen|hundred|thousand|million|billion)|dozens|hundreds|thousands|millions|billions|trillions|half|quarter (?=(?:million|billion|trillion)\\b)|(?:${NUMBER_WORD})(?:fold\\b|(?![A-Za-z])))`,
	"gi",
);
const DIGITS =
	/(?:\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+|\d{1,3}(?: 000)+|\d+)?(?:\.\d+)?/y;
const EXPONENT = /(?:e[-−+]?\d+|\s?[x×]\s?10\^?[-−+]?\d+)(?![\w.])/y;
/** How far a measurement may be off: "2.45±0.01". */
const MARGIN = /\s?(?:±|\+\/[-−])\s?(\d+(?:\.\d+)?(?:e[-+]?\d+)?)/y;
const SCALE_WORD = /[\s-]?(dozen|hundred|thousand|lakh|million|crore|billion|trillion)s?\b/iy;
const SCALE_LETTERS =
	/\s?(bn|mn|mln|mio|mil|tn|trn|trln|bln)(?![A-Za-z])|\s?(M)(?=(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|AUD|CAD|NZD|SGD|HKD|JPY|CNY|ZAR|INR)\b)|(k|K|m|M|b|B|t|T)(?![A-Za-z])/y;
const LETTER_FACTORS: Readonly<Record<string, number>> = {
	k: 1e3,
	m: 1e6,
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
/** Words that may be joined to a number by a hyphen and leave it a number. */
const JOINED =
	/(?:^|[^A-Za-z])(?:sub|minus|negative|to|and|or|under|over|plus|an?|some|of|by|pre-?tax|another)[-‐‑]$/i;
const NEGATIVE = /(?:(?<![\w)%])[-−–]|(?<!\bor\s)\bminus[\s-]|\bnegative\s)[$€£]?\s?$/i;
/** After "m" for a million stands what is counted; after "m" for a metre nothing does. */
const COUNTED_NEXT =
	/\s(?:[a-z-]+\s){0,2}?(?:people|men|women|children|(?!across|less|yards|metres|meters)[a-z]{3,}s\b)/y;

/** The place of the last digit of a whole number that is not zero, or the last decimal printed. */
function lastPlace(digits: string): number {
	const point = digits.indexOf(".");
	if (point >= 0) return 10 ** -(digits.length - point - 1);
	const zeros = /0*$/.exec(digits.replace(/\D/g, ""))?.[0].length ?? 0;
	return 10 ** Math.min(zeros, Math.max(0, digits.replace(/\D/g, "").length - 1));
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

interface Scaled {
	readonly scale: number;
	readonly end: number;
}

function letterScale(text: string, start: number, end: number): Scaled | null {
	const match = matchAt(SCALE_LETTERS, text, end);
	if (match === null) return null;
	const letters = match[1] ?? match[2] ?? match[3] ?? "";
	const scale = LETTER_FACTORS[letters.toLowerCase()] ?? 1;
	const after = end + match[0].length;
	const certain = match[1] !== undefined || letters === "k" || letters === "M";
	if (certain || currencyBefore(text, start) !== null) return { scale, end: after };
	const counted =
		matchAt(COUNTED_NEXT, text, after) !== null || currencyAfter(text, after) !== null;
	return "mB".includes(letters) && counted ? { scale, end: after } : null;
}

function readScale(text: string, start: number, end: number): Scaled {
	const letters = letterScale(text, start, end);
	if (letters !== null) return letters;
	const word = matchAt(SCALE_WORD, text, end);
	if (word?.[1] === undefined) return { scale: 1, end };
	const more = matchAt(SCALE_WORD, text, end + word[0].length);
	const scale = (scaleOf(word[1]) ?? 1) * (more?.[1] === undefined ? 1 : (scaleOf(more[1]) ?? 1));
	return { scale, end: end + word[0].length + (more?.[0].length ?? 0) };
}

/** Whether the characters before digits make them part of a name: "A47", "Covid-19", "No. 5". */
function belongsToName(text: string, at: number): boolean {
	const before = text.slice(Math.max(0, at - 14), at);
	if (/[A-Za-z]$/.test(before)) return currencyBefore(text, at) === null;
	if (/(?:\d[.:/,+]|[#№_@\\]|[A-Za-z]−)$/.test(before)) return true;
	// "Covid-19", "E3-1260"; but "0-60", "sub-7".
	if (/(?:[A-Za-z]\w*|\))[-‐‑]$/.test(before)) return !JOINED.test(before);
	return false;
}

/** A value without what doubles add to it ("0.1 + 0.2"), or the two ends of one that may be off. */
function around(value: number, margin: number): Numeral["value"] {
	const plain = (one: number) => Number(one.toPrecision(15));
	return margin === 0 ? plain(value) : [plain(value - margin), plain(value + margin)];
}

function readDigits(text: string, start: number): Numeral | null {
	const digits = matchAt(DIGITS, text, start)?.[0] ?? "";
	if (digits === "" || belongsToName(text, start)) return null;
	const plain = start + digits.length;
	// "1/0", "24/7", "3/4/2019"
	if (/^\/\d/.test(text.slice(plain))) return null;
	const exponent = matchAt(EXPONENT, text, plain)?.[0] ?? "";
	const power = Number(
		/[-−+]?\d+$/.exec(exponent.replace(/.*(?:10\^?|e)/, ""))?.[0].replace("−", "-") ?? 0,
	);
	const margin = matchAt(MARGIN, text, plain + exponent.length);
	const told = plain + exponent.length + (margin?.[0].length ?? 0);
	const { scale, end } = readScale(text, start, told);
	const base = Number(digits.replace(/[^\d.]/g, "")) * 10 ** power;
	const step = lastPlace(digits) * 10 ** power * scale;
	const value = around(base * scale, Number(margin?.[1] ?? 0) * scale);
	return {
		start,
		end,
		value,
		scale,
		step,
		written: "digits",
		negative: negativeBefore(text, start),
	};
}

function negativeBefore(text: string, start: number): boolean {
	return NEGATIVE.test(text.slice(Math.max(0, start - 10), start));
}

function readVague(text: string, start: number): Numeral | null {
	const match = matchAt(VAGUE, text, start);
	const [all, many, noun = ""] = match ?? [];
	if (
		all === undefined ||
		(many === undefined && !/s$/i.test(noun) && !/^(?:several|a few|few|a couple)/i.test(all))
	)
		return null;
	const factor = { tens: 10, dozens: 12, hundreds: 100 }[(many ?? "").toLowerCase()] ?? 1;
	const scale = scaleOf(noun.replace(/s$/i, "")) ?? 1;
	const low = factor * scale;
	const end = start + all.length;
	return {
		start,
		end,
		value: [low, low * 10],
		scale,
		step: low,
		written: "vague",
		negative: false,
	};
}

const WORD = /[A-Za-z]+/g;

/** The words from `start` on that are set apart by one space or hyphen, with where each ends. */
function wordsFrom(text: string, start: number): readonly Span[] {
	const words: Span[] = [];
	let end = start;
	for (const match of text.slice(start, start + 120).matchAll(WORD)) {
		const from = start + match.index;
		if (from - end > 1 && !/^(?:\s?[-\s&]\s?|,\s)$/.test(text.slice(end, from))) break;
		if (from > end && !/^[\s,&-]+$/.test(text.slice(end, from))) break;
		end = from + match[0].length;
		words.push({ start: from, end });
		if (words.length === 12) break;
	}
	return words;
}

function readWords(text: string, start: number): Numeral | null {
	const spans = wordsFrom(text, start);
	const read = readNumberWords(spans.map(span => text.slice(span.start, span.end)));
	const last = spans[(read?.words ?? 0) - 1];
	if (read === null || last === undefined) return null;
	const step = read.value >= 100 ? lastPlace(String(read.value)) : 1;
	const { value, scale } = read;
	return {
		start,
		end: last.end,
		value,
		scale,
		step,
		written: "words",
		negative: negativeBefore(text, start),
	};
}

const FOLD = new RegExp(`(${NUMBER_WORD})(?=fold\\b)`, "iy");

/** "sixfold": the number stands in one word with what makes it a factor. */
function readFold(text: string, start: number): Numeral | null {
	const word = matchAt(FOLD, text, start)?.[0];
	const read = word === undefined ? null : readNumberWords([word]);
	if (word === undefined || read === null) return null;
	const { value, scale } = read;
	return {
		start,
		end: start + word.length,
		value,
		scale,
		step: 1,
		written: "words",
		negative: false,
	};
}

/** In this order because each begins with what the next would read alone: "half a million" before "a million". */
const READERS: readonly ((text: string, at: number) => Numeral | null)[] = [
	readFraction,
	readVague,
	readDigits,
	readFold,
	readWords,
];

/** Where to go on after something at `at` that is no number: past the whole token. */
function pastToken(text: string, at: number): number {
	const token = matchAt(/[A-Za-z0-9.,:/]*[A-Za-z0-9]|./y, text, at);
	return at + Math.max(1, token?.[0].length ?? 1);
}

/**
 * Every number in a text, in order, not overlapping: digits with words or letters of scale
 * ("3.4m", "$4bn", "1.8 million"), words ("two dozen", "half a million"), fractions ("two-thirds",
 * "one in five"), and vague ones ("hundreds"). Digits inside names ("A47", "Covid-19") are none.
 */
export function readNumerals(text: string): readonly Numeral[] {
	const numerals: Numeral[] = [];
	START.lastIndex = 0;
	for (let match = START.exec(text); match !== null; match = START.exec(text)) {
		let found: Numeral | null = null;
		for (const read of READERS) {
			found = read(text, match.index);
			if (found !== null) break;
		}
		if (found !== null) numerals.push(found);
		START.lastIndex = found?.end ?? pastToken(text, match.index);
	}
	return numerals;
}
