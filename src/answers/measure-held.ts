import type { Question } from "./question.ts";

// Sums of money that differ in kind, with the words that tell of each: what a firm costs is no profit of it.
const MEASURES: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
	{ asked: /\bprofits?\b/iu, told: /\b(?:profit\p{L}*|earn(?:ed|ings|s)?|net income)\b/iu },
	{
		asked: /\b(?:revenues?|turnover)\b/iu,
		told: /\b(?:revenues?|sales|turnover|takings|proceeds|t(?:akes?|ook) in|earn(?:ed|ings|s)?)\b/iu,
	},
	{
		asked: /\b(?:salar(?:y|ies)|wages?)\b/iu,
		told: /\b(?:salar(?:y|ies)|wages?|pa(?:y|ys|id|ycheck)|earn(?:ed|ings|s)?|compensation)\b/iu,
	},
	{
		asked: /\bdebts?\b/iu,
		told: /\b(?:debts?|ow(?:e|es|ed|ing)|borrow\p{L}*|loans?|liabilit(?:y|ies))\b/iu,
	},
];
const ASKS = /\b(?:how much|what|how (?:big|large|high))\b/iu;

/** Whether a text tells of the kind of money that a question after an amount asks for; any does where it names none. */
export function tellsOfMeasure({
	want,
	text,
}: Pick<Question, "want" | "text">): (told: string) => boolean {
	const asked = want === "amount" && ASKS.test(text) ? text : "";
	const measures = MEASURES.filter(measure => measure.asked.test(asked));
	return told => measures.length === 0 || measures.some(measure => measure.told.test(told));
}

const SHARE = /\b(?:share|percentage|proportion)\b/iu;
const RATE =
	/^\W*(?:\p{L}+\s+){0,2}?(?:tariffs?|tax(?:es)?|dut(?:y|ies)|lev(?:y|ies)|interest|discounts?)\b/iu;

/** Whether a figure that ends at a place of a sentence can be a share: "a 25% tax" is a rate. */
export function canBeShare({
	text,
}: Pick<Question, "text">): (told: string, end: number) => boolean {
	return (told, end) => !SHARE.test(text) || !RATE.test(told.slice(end));
}
