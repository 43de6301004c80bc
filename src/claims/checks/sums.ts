import type { Figure } from "../../figures/figure.ts";
import { slice } from "../../text/span.ts";
import type { PlainCheck } from "../claim.ts";
import type { FigureMention } from "../figure-mentions.ts";
import { bySentence } from "./changes.ts";
import type { CheckMaker } from "./check-maker.ts";
import { digits, withoutScale } from "./computed.ts";
import { outletName } from "./phrases.ts";
import { placeCheck, placesAmong } from "./placing.ts";

interface Sum {
	readonly parts: readonly FigureMention[];
	readonly total: FigureMention;
}

/** The value of a figure printed as it is; null of a range and of one with a bound. */
const numberOf = ({ figure }: FigureMention) =>
	typeof figure.value === "number" && figure.bound === "exactly" ? figure.value : null;

const SIGNIFICANT = 3;

/** Whether so many digits are printed that two numbers hardly add up to it by chance. */
function isTold({ text }: Figure): boolean {
	const printed = text.replace(/[^\d]/gu, "").replace(/^0+|0+$/gu, "");
	return printed.length >= SIGNIFICANT;
}

const JOINED = /^(?:\s+in\s+\p{L}+)?(?:,)?\s+and\s+(?:about\s+|another\s+)?$/u;

/** Two sums of money that a sentence joins with "and" ("$281m in cash and $53m in stock"). */
function joinedPairs(mentions: readonly FigureMention[]): readonly (readonly FigureMention[])[] {
	const money = mentions.filter(({ figure }) => figure.kind === "money");
	return money.flatMap((first, index) => {
		const second = money[index + 1];
		if (second === undefined || second.figure.unit !== first.figure.unit) return [];
		const gap = { start: first.figure.end, end: second.figure.start };
		return JOINED.test(slice(first.sentence.text, gap)) ? [[first, second]] : [];
	});
}

/** Pairs whose sum the same article prints; none where it does not, as a pair need not be the whole. */
function sumsInArticle(
	mentions: readonly FigureMention[],
	pairs: readonly (readonly FigureMention[])[],
): readonly Sum[] {
	return pairs.flatMap(parts => {
		const values = parts.map(numberOf);
		const sum = values.reduce<number>((total, value) => total + (value ?? Number.NaN), 0);
		const total = mentions.find(
			each =>
				each.reading === parts[0]?.reading &&
				each.figure.unit === parts[0]?.figure.unit &&
				numberOf(each) === sum &&
				isTold(each.figure),
		);
		return total === undefined ? [] : [{ parts, total }];
	});
}

const TOTAL_BEFORE =
	/\b(?:a\s+total\s+of|totall?ing|for\s+a\s+combined|bringing\s+the\s+total\s+to)\s+$/iu;
const BETWEEN = /^[^.;:?!\d]{0,60}$/u;
const MOST_PARTS = 4;
const UNLIKE = new Set(["percent", "date", "duration", "ordinal", "measure"]);

/** "Five men and seven women, a total of 13": a total behind its parts, in one sentence. */
function statedTotals(mentions: readonly FigureMention[]): readonly Sum[] {
	const counted = mentions.filter(({ figure }) => !UNLIKE.has(figure.kind));
	const total = counted.at(-1);
	const parts = counted.slice(0, -1);
	if (total === undefined || parts.length < 2 || parts.length > MOST_PARTS) return [];
	const text = total.sentence.text;
	const gaps = counted
		.slice(1)
		.map((each, index) => text.slice(counted[index]?.figure.end ?? 0, each.figure.start));
	const joined = gaps.slice(0, -1).every(gap => /^\s+\p{L}+(?:,|\s+and|,\s+and)\s+$/u.test(gap));
	const stated = TOTAL_BEFORE.test(text.slice(0, total.figure.start));
	const alike = counted.every(each => each.figure.kind === total.figure.kind);
	return joined && stated && alike && gaps.every(gap => BETWEEN.test(gap))
		? [{ parts, total }]
		: [];
}

function checkOf({ parts, total }: Sum): Omit<PlainCheck, "reports"> | null {
	const values = parts.map(numberOf).filter(value => value !== null);
	const printed = numberOf(total);
	if (printed === null || values.length < parts.length) return null;
	const sum = values.reduce((all, value) => all + value, 0);
	const holds = Math.abs(sum - printed) < 1e-9 * printed;
	const words = (mention: FigureMention) => slice(mention.sentence.text, mention.figure);
	const scaled = withoutScale(values).join(" + ");
	const outcome = holds
		? `add up to ${words(total)}`
		: `add up to ${digits(sum)}, not ${words(total)}`;
	const outlet = outletName({ outlet: total.reading.text.article.outlet, via: null });
	const text = `${parts.map(words).join(" and ")} ${outcome} (computed: ${scaled}); ${outlet} prints all of them`;
	return { kind: "arithmetic", text, holds };
}

/**
 * Parts against the total that a text states: two sums of money joined by "and" whose sum the article
 * prints, and counts with their total in one sentence. Only a stated total can be said not to hold.
 */
export const checkSums: CheckMaker = (claims, { mentions }) => {
	const find = placesAmong(claims);
	const sentences = [...bySentence(mentions).values()];
	const sums = [
		...sentences.flatMap(statedTotals),
		...sumsInArticle(mentions, sentences.flatMap(joinedPairs)),
	];
	return sums.flatMap(sum => {
		const check = checkOf(sum);
		return check === null ? [] : placeCheck(check, [sum.total, ...sum.parts].flatMap(find));
	});
};
