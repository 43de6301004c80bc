import { dayInWords } from "../../text/day-in-words.ts";
import { slice } from "../../text/span.ts";
import type { PlainCheck } from "../claim.ts";
import type { FigureMention } from "../figure-mentions.ts";
import { bySentence } from "./changes.ts";
import type { CheckMaker } from "./check-maker.ts";
import { digits } from "./computed.ts";
import { placeCheck, placesAmong } from "./placing.ts";

/** A number of years that a sentence prints, with the two years that it lies between. */
interface Told {
	readonly years: FigureMention;
	/** The dates that the sentence prints; the end is the article's day where it prints one alone. */
	readonly dates: readonly FigureMention[];
	readonly from: number;
	readonly to: number;
	/** What the number may be, the least and the most. */
	readonly fits: readonly [least: number, most: number];
	/** How the years are to be called: "Somebody born in 1970 is 53 or 54 on 4 March 2024". */
	readonly words: string;
}

const YEAR = /^\d{4}/u;

function yearOf({ figure }: FigureMention): number | null {
	const year = figure.kind === "date" ? YEAR.exec(figure.iso ?? "")?.[0] : undefined;
	return year === undefined ? null : Number(year);
}

const yearsOf = ({ figure }: FigureMention) =>
	typeof figure.value === "number" && figure.bound === "exactly" ? figure.value : null;

/** The day of an article that has one of its own. */
function dayOf({ reading }: FigureMention): string | null {
	return reading.text.article.published?.slice(0, 10) ?? null;
}

function gapBetween(a: FigureMention, b: FigureMention): string {
	const [first, second] = a.figure.start < b.figure.start ? [a, b] : [b, a];
	return slice(first.sentence.text, { start: first.figure.end, end: second.figure.start });
}

/** The only one of a kind in a sentence. */
function onlyOne(
	mentions: readonly FigureMention[],
	isWanted: (mention: FigureMention) => boolean,
): FigureMention | null {
	const [first, ...others] = mentions.filter(isWanted);
	return others.length === 0 ? (first ?? null) : null;
}

const BORN = /\b[Bb]orn\s+(?:(?:in|on)\s+)?(?:\p{Lu}\p{L}+,?\s+)*(?:(?:in|on)\s+)?$/u;
// The age may be that of another day, or of another person.
const OTHER_DAY =
	/\b(?:when|then|died|dies|death|late|dead|killed|former|turn(?:s|ed)?|would|aged? of|was \d|since|until|by|before|after|mother|father|son|daughter|wife|husband|brother|sister)\b/iu;

/** "Ann Lee, 45, was born in 1970", in an article of 2024. */
function ageTold(mentions: readonly FigureMention[]): Told | null {
	const age = onlyOne(mentions, ({ figure }) => figure.unit === "year of age");
	const date = onlyOne(mentions, mention => yearOf(mention) !== null);
	const day = age === null ? null : dayOf(age);
	if (age === null || date === null || day === null) return null;
	const { text } = date.sentence;
	const born = yearOf(date);
	if (!BORN.test(text.slice(0, date.figure.start)) || OTHER_DAY.test(text) || born === null)
		return null;
	const to = Number(day.slice(0, 4));
	const most = to - born;
	const words = `Somebody born in ${born} is ${most - 1} or ${most} on ${dayInWords(day)}`;
	return { years: age, dates: [date], from: born, to, fits: [most - 1, most], words };
}

const BESIDE = /^(?:,\s+|\s+|,?\s+(?:back\s+)?in\s+|\s+\(|\s+—\s+)$/u;
// "30 years ago" may be a few more or less.
const ROUND = 0.1;

/** "Founded in 1998, 30 years ago", in an article of 2024. */
function yearsAgo(mentions: readonly FigureMention[]): Told | null {
	const ago = onlyOne(
		mentions,
		({ figure }) => figure.unit === "year" && /\sago$/u.test(figure.text),
	);
	const date = onlyOne(mentions, mention => yearOf(mention) !== null);
	const day = ago === null ? null : dayOf(ago);
	if (ago === null || date === null || day === null || !BESIDE.test(gapBetween(ago, date)))
		return null;
	const [from, to] = [yearOf(date) ?? 0, Number(day.slice(0, 4))];
	const slack = Math.max(1, Math.floor((yearsOf(ago) ?? 0) * ROUND));
	const fits = [to - from - slack, to - from + slack] as const;
	return {
		years: ago,
		dates: [date],
		from,
		to,
		fits,
		words: `${from} to ${to} is ${to - from} years`,
	};
}

const JOINED = /^\s?(?:to|and|until|through|[-–—])\s?$/u;
const LEADS = /\b(?:from|between)\s+$/iu;
const COUNTS =
	/^,\s+(?:a\s+(?:span|period|stretch|reign|total)\s+of|taking|lasting|spanning|or|for)\s+(?:a\s+total\s+of\s+)?$/iu;

/** "From 1990 to 2005, a span of 12 years". */
function spanTold(mentions: readonly FigureMention[]): Told | null {
	const years = onlyOne(mentions, ({ figure }) => figure.unit === "year");
	const [first, last, ...others] = mentions.filter(mention => yearOf(mention) !== null);
	if (years === null || first === undefined || last === undefined || others.length > 0) return null;
	const lead = first.sentence.text.slice(0, first.figure.start);
	if (!LEADS.test(lead) || !JOINED.test(gapBetween(first, last))) return null;
	if (years.figure.start < last.figure.end || !COUNTS.test(gapBetween(last, years))) return null;
	const [from, to] = [yearOf(first) ?? 0, yearOf(last) ?? 0];
	// Both ends may be counted, or neither.
	const fits = [to - from - 1, to - from + 1] as const;
	return {
		years,
		dates: [first, last],
		from,
		to,
		fits,
		words: `${from} to ${to} is ${to - from} years`,
	};
}

const READERS = [ageTold, yearsAgo, spanTold] as const;

function checkOf({ years, from, to, fits, words }: Told): Omit<PlainCheck, "reports"> | null {
	const printed = yearsOf(years);
	const [least, most] = fits;
	if (printed === null || from >= to || (printed >= least && printed <= most)) return null;
	const { outlet } = years.reading.text.article;
	const text = `${words} (computed: ${to} − ${from}), not ${digits(printed)}; ${outlet} prints both`;
	return { kind: "date", text, holds: false };
}

/**
 * Years and ages that a sentence prints beside the dates that they are counted from: an age with a year of
 * birth, "30 years ago" with a year, a span with both of its years. The first two are held against the day
 * of publication, and are passed over where an article has none of its own.
 */
export const checkYearsTold: CheckMaker = (claims, { mentions }) => {
	const find = placesAmong(claims);
	return [...bySentence(mentions).values()].flatMap(own =>
		READERS.flatMap(read => {
			const told = read(own);
			const check = told === null ? null : checkOf(told);
			if (told === null || check === null) return [];
			return placeCheck(check, [told.years, ...told.dates].flatMap(find));
		}),
	);
};
