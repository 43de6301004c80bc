import { denominatorOf, readNumberWords, scaleOf } from "./number-words.ts";
import type { Numeral } from "./numeral.ts";

const VULGAR: Readonly<Record<string, number>> = {
	"½": 1 / 2,
	"⅓": 1 / 3,
	"⅔": 2 / 3,
	"¼": 1 / 4,
	"¾": 3 / 4,
	"⅛": 1 / 8,
};
const COUNT = "one|two|three|four|five|six|seven|eight|nine|ten";
const SCALE = "dozen|hundred|thousand|lakh|million|crore|billion|trillion";
const PART =
	"hal(?:f|ves)|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|hundredths?|thousandths?";

/** What a fraction is worth, and how finely that is printed: of "2 3/4" in quarters, of "a third" no finer than itself. */
type Amount = Pick<Numeral, "step"> & { readonly value: number };

/** One way of writing a fraction: what it looks like and what it is worth; null from `read` is no match. */
interface FractionForm {
	readonly pattern: RegExp;
	readonly read: (groups: readonly (string | undefined)[]) => Amount | null;
}

function wordNumber(word: string): number {
	return readNumberWords([word])?.value ?? Number(word);
}

function ratio(numerator: number, denominator: number): Amount | null {
	if (denominator <= 0 || !Number.isFinite(numerator)) return null;
	const value = numerator / denominator;
	return { value, step: value };
}

function mixed(whole: number, part: number, finest: number): Amount {
	return { value: whole + part, step: whole === 0 ? part : finest };
}

/** The least of a vulgar fraction's denominator: a third of "⅔". */
function finestOf(part: number): number {
	const whole = [2, 3, 4, 8].find(denominator => Number.isInteger(Math.fround(part * denominator)));
	return 1 / (whole ?? 1);
}

const DENOMINATORS: ReadonlySet<number> = new Set([2, 3, 4, 5, 8, 16, 32, 64]);

/** The longer forms first: each begins with a shorter one. */
const FORMS: readonly FractionForm[] = [
	{
		pattern: new RegExp(`(?:an? |one )?(half|quarter)(?: of)?(?: an?)? (${SCALE})\\b(?!s)`, "iy"),
		read: ([, part = "", scale = ""]) => ratio(scaleOf(scale) ?? 1, denominatorOf(part) ?? 1),
	},
	{
		pattern: new RegExp(`(three|two) (quarter|third)s(?: of)?(?: an?)? (${SCALE})\\b(?!s)`, "iy"),
		read: ([, count = "", part = "", scale = ""]) =>
			ratio((scaleOf(scale) ?? 1) * wordNumber(count), denominatorOf(part) ?? 1),
	},
	{
		pattern: new RegExp(
			`(\\d+(?:\\.\\d+)?|${COUNT})[\\s-]and[\\s-](?:an?|one)[\\s-](half|quarter|third)(?:[\\s-](${SCALE}))?\\b(?!s)`,
			"iy",
		),
		read: ([, count = "", part = "", scale]) => {
			const times = scale === undefined ? 1 : (scaleOf(scale) ?? 1);
			const finest = times / (denominatorOf(part) ?? 1);
			return mixed(wordNumber(count) * times, finest, finest);
		},
	},
	{
		pattern: new RegExp(
			`(\\d{1,4}|${COUNT})[\\s-](?:in|out of)[\\s-](?:every )?(\\d{1,3}(?:,\\d{3})+|\\d{1,3}|${COUNT}|twenty|fifty|a hundred)\\b(?!\\s(?:years?|months?|weeks?|days?|hours?|minutes?|decades?|seconds?)|[.,:%-]\\d|%)`,
			"iy",
		),
		read: ([, count = "", of = ""]) => {
			const total = of.toLowerCase() === "a hundred" ? 100 : wordNumber(of.replaceAll(",", ""));
			return wordNumber(count) < total ? ratio(wordNumber(count), total) : null;
		},
	},
	{
		pattern: /(\d{1,3})[\s-](\d{1,2})\/(\d{1,2})(?![\d/])/y,
		read: ([, whole = "", above = "", below = ""]) =>
			DENOMINATORS.has(Number(below)) && Number(above) < Number(below)
				? mixed(Number(whole), Number(above) / Number(below), 1 / Number(below))
				: null,
	},
	{
		pattern: /(\d{0,3})\s?([½⅓⅔¼¾⅛])/y,
		read: ([, whole = "", sign = ""]) => {
			const part = VULGAR[sign] ?? 0;
			return mixed(Number(whole), part, finestOf(part));
		},
	},
	{
		pattern: /(\d{1,2})\/(\d{1,3})(?![\d/])/y,
		read: ([, above = "", below = ""]) =>
			(DENOMINATORS.has(Number(below)) || (above === "1" && Number(below) > 12)) &&
			Number(above) < Number(below)
				? ratio(Number(above), Number(below))
				: null,
	},
	{
		pattern: new RegExp(`(one|two|three|four|five|seven|nine)[\\s-](${PART})\\b(?!-)`, "iy"),
		read: ([, count = "", part = ""]) =>
			/s$/i.test(part) === wordNumber(count) > 1
				? ratio(wordNumber(count), denominatorOf(part) ?? 1)
				: null,
	},
	{
		pattern:
			/an? (third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|half)(?= of\b|[.,;:]|$| (?:more|less|higher|lower|fewer|turn|mile|inch|hour|point|percent|per|cent))/iy,
		read: ([, part = ""]) => ratio(1, denominatorOf(part) ?? 1),
	},
	{
		pattern:
			/(?<=\b(?:by|up|down|than|nearly|almost|about|around|roughly|over)\s)(?:an? (third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)|(?<=\bby\s(?:(?:more than|nearly|almost|about|around|roughly|over)\s)?)half)(?=[.,;:)]|$|\s(?:to|from|in|on|at|since|over|this|last|after|as|and|but|compared|when|while|during|between|for|against|year)\b)/iy,
		read: ([, part = "half"]) => ratio(1, denominatorOf(part) ?? 1),
	},
	{
		pattern:
			/half(?: an?)?(?=[ -](?:hour|mile|point|percent|per cent|pound|century|decade|year|month|minute|inch|acre|kilometer|kilometre|meter|metre|ton|tonne|teaspoon|cup)s?\b)/iy,
		read: () => ratio(1, 2),
	},
	{
		pattern:
			/half(?= of\b| the\b| its\b| their\b| his\b| her\b| our\b| all\b| that\b| those\b| an? )/iy,
		read: () => ratio(1, 2),
	},
];

/** A first, second or last half or quarter is a span of time or play, and half of a hyphenated word is none. */
const ORDINAL_BEFORE =
	/(?:first|second|third|fourth|last|latter|previous|each|per|other|better|this|next|final|opening|in)[\s-]$/i;

/** "the first half", "a week and a half" */
function isNoPart(words: string, before: string): boolean {
	if (/^a half/i.test(words) && /[a-z] and $/i.test(before)) return true;
	return /^(?:an? )?(?:half|quarter)/i.test(words) && ORDINAL_BEFORE.test(before);
}

/**
 * The fraction that begins at `at`: "half a million", "two-thirds", "one in five", "2 1/2", "a
 * third of"; a mixed number or fraction of a word of scale is read whole. null where none begins.
 */
export function readFraction(text: string, at: number): Numeral | null {
	if (/[A-Za-z\d/][-/]?$/.test(text.slice(Math.max(0, at - 2), at))) return null;
	for (const { pattern, read } of FORMS) {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		const amount = match === null ? null : read(match);
		if (match === null || amount === null) continue;
		if (isNoPart(match[0], text.slice(Math.max(0, at - 10), at))) return null;
		const end = at + match[0].length;
		return { ...amount, start: at, end, scale: 1, written: "fraction", negative: false };
	}
	return null;
}
