import type { Span } from "../text/span.ts";
import { currencyBefore } from "./currencies.ts";
import { readFraction } from "./fraction.ts";
import { NUMBER_WORD, readNumberWords, scaleOf } from "./number-words.ts";
import type { Numeral } from "./numeral.ts";
import { readAddends, readScale } from "./scales.ts";

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
/** Words that may be joined to a number by a hyphen and leave it a number. */
const JOINED =
	/(?:^|[^A-Za-z])(?:sub|minus|negative|to|and|or|under|over|plus|an?|some|of|by|pre-?tax|another|end|mid|early|late)[-‐‑]$/i;
const NEGATIVE = /(?:(?<![\w)%])[-−–]|(?<!\bor\s)\bminus[\s-]|\bnegative\s)[$€£]?\s?$/i;
/** A comma for a decimal point, as South African papers print it: "20,7%". */
const DECIMAL_COMMA =
	/\d{1,3},\d{1,2}(?=\s?%|\s(?:per\s?cent|percent|percentage|million|billion|trillion|of a percentage)\b)/y;
/** Thousands set apart by plain spaces, as in "16 442 oz": no further digits, no day of a month before. */
const SPACED = /[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?(?![\d-]|[ ,.:/]\d)/y;
const NOT_SPACED_AFTER =
	/(?:[\d.,:/#-] ?|\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Flight|Route|Highway|Category)\.?\s)$/;
/** Capitals before an amount that goes on with a word of scale are money of some kind: "K3.2 billion". */
const AMOUNT_AHEAD =
	/\d[\d.,]*[\s-](?:thousand|lakh|million|crore|billion|trillion)\b|\d[\d.,]*bn\b/y;

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

/** Whether the characters before digits make them part of a name: "A47", "Covid-19", "No. 5". */
function belongsToName(text: string, at: number): boolean {
	const before = text.slice(Math.max(0, at - 14), at);
	if (/[A-Za-z¢₵]$/.test(before))
		return currencyBefore(text, at) === null && !isAmountOf(before, text, at);
	if (/(?:\d[.:/,+]|[#№_@\\]|[A-Za-z]−)$/.test(before)) return true;
	// "Covid-19", "E3-1260"; but "0-60", "sub-7".
	if (/(?:[A-Za-z]\w*|\))[-‐‑]$/.test(before)) return !JOINED.test(before);
	return false;
}

/** "K3.2 billion": so much of a money whose mark is not known. */
function isAmountOf(before: string, text: string, at: number): boolean {
	return /(?<![\w-])[A-Z]{1,2}[a-z]?$/.test(before) && matchAt(AMOUNT_AHEAD, text, at) !== null;
}

/** A value without what doubles add to it ("0.1 + 0.2"), or the two ends of one that may be off. */
function around(value: number, margin: number): Numeral["value"] {
	const plain = (one: number) => Number(one.toPrecision(15));
	return margin === 0 ? plain(value) : [plain(value - margin), plain(value + margin)];
}

function digitsAt(text: string, start: number): string {
	const spaced = matchAt(SPACED, text, start)?.[0];
	const lead = text.slice(Math.max(0, start - 11), start);
	if (spaced !== undefined && !NOT_SPACED_AFTER.test(lead)) return spaced;
	const comma = matchAt(DECIMAL_COMMA, text, start)?.[0];
	if (comma !== undefined) return comma;
	const digits = matchAt(DIGITS, text, start)?.[0] ?? "";
	// "007", "iLife 05"
	return /^0\d/.test(digits) && !digits.includes(".") ? "" : digits;
}

function readDigits(text: string, start: number): Numeral | null {
	const printed = digitsAt(text, start);
	if (printed === "" || belongsToName(text, start)) return null;
	const plain = start + printed.length;
	// "1/0", "24/7", "3/4/2019"
	if (/^\/\d/.test(text.slice(plain))) return null;
	const digits = /,\d{1,2}$/.test(printed) ? printed.replace(",", ".") : printed;
	const exponent = matchAt(EXPONENT, text, plain)?.[0] ?? "";
	const power = Number(
		/[-−+]?\d+$/.exec(exponent.replace(/.*(?:10\^?|e)/, ""))?.[0].replace("−", "-") ?? 0,
	);
	const margin = matchAt(MARGIN, text, plain + exponent.length);
	const told = plain + exponent.length + (margin?.[0].length ?? 0);
	const scaled = readScale(text, start, told);
	const base = Number(digits.replace(/[^\d.]/g, "")) * 10 ** power;
	const { value, scale, end } = readAddends(text, { ...scaled, value: base * scaled.scale });
	const whole = end === scaled.end;
	return {
		start,
		end,
		value: around(value, Number(margin?.[1] ?? 0) * scale),
		scale,
		step: whole ? lastPlace(digits) * 10 ** power * scale : lastPlace(String(value)),
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
	const { value, scale, end } = readAddends(text, { ...read, end: last.end });
	return {
		start,
		end,
		value,
		scale,
		step: value >= 100 ? lastPlace(String(value)) : 1,
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
