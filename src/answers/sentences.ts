import { isReportable } from "../claims/reading.ts";
import { excerptOf } from "../claims/reports.ts";
import type { Sentence } from "../corpus/passage.ts";
import { extractFigures } from "../figures/extract.ts";
import type { Figure } from "../figures/figure.ts";
import { tellsClockTime } from "../figures/not-figures.ts";
import type { SentenceMatch } from "../search/sentence-index.ts";
import type { Story } from "../snapshot.ts";
import type { Entry } from "./answer.ts";
import { unitAsked } from "./asked-unit.ts";
import { asksAfterPeople, countsAsked, ofSexAsked } from "./counted-thing.ts";
import { canBeShare, tellsOfMeasure } from "./measure-held.ts";
import type { Question } from "./question.ts";
import { dateOf } from "./sections.ts";
import { trendIn } from "./trend.ts";

/** How much of a question's words a claim or sentence must cover to answer it, from 0 to 1. */
export const ANSWERS = 0.58;
/** How much is enough to be shown beside an answer. */
export const BESIDE = 0.5;

/**
 * Whether a sentence can answer: where an amount is asked for, it has a figure of what is to be counted and
 * does not go the other way; where a day is asked for, it has a date.
 */
export function canAnswer(story: Story, question: Question): (sentence: Sentence) => boolean {
	const { want, text } = question;
	if (want === "date") {
		if (WHAT_TIME.test(text)) return ({ text: words }) => tellsClockTime(words);
		const tells = dayAsked(text);
		return ({ text: words }) => extractFigures(words).some(tells);
	}
	if (want !== "amount") return () => true;
	const asked = trendIn(text);
	const counts = countsAsked(story, question);
	const fits = unitAsked(question);
	const ofPeople = asksAfterPeople(question);
	const ofSex = ofSexAsked(question);
	const [ofMeasure, isShare] = [tellsOfMeasure(question), canBeShare(question)];
	return ({ text: words }) => {
		const told = trendIn(words);
		const isOpposed = asked !== null && told !== null && asked !== told;
		const figures = extractFigures(words).filter(
			figure => !isDate(figure) && fits(figure) && isShare(words, figure.end),
		);
		return (
			!isOpposed &&
			ofMeasure(words) &&
			figures.some(
				figure =>
					ofSex(countedBy(figure, words)) &&
					((ofPeople && figure.kind === "count") || counts(countedBy(figure, words))),
			)
		);
	};
}

// "At least 30 'old' bridges": marks part a number from what it counts.
const BEHIND = /^\W*(?:[\p{L}-]+\W{1,3}){1,3}/u;

/** The words of a sentence for what a figure counts. */
function countedBy({ counts, unit, text, end }: Figure, words: string): string {
	const behind = counts === null && unit === null ? (BEHIND.exec(words.slice(end))?.[0] ?? "") : "";
	return `${counts ?? ""} ${unit ?? ""} ${text} ${behind}`;
}

const YEAR = /\b(?:1[5-9]|20)\d\d\b/;
/** "At what time": of a day. */
export const WHAT_TIME = /\b(?:what|which) (?:exact )?time (?!of (?:the )?year)/iu;
const WHAT_YEAR = /\b(?:what|which) year\b/iu;

/** Whether a printed day has what a question asks for: the year, or the time of day; any has what another asks. */
export function timeAsked(text: string): (told: { readonly printed: string }) => boolean {
	if (WHAT_TIME.test(text)) return ({ printed }) => tellsClockTime(printed);
	return WHAT_YEAR.test(text) ? ({ printed }) => YEAR.test(printed) : () => true;
}

/** Whether a figure of a sentence tells a day as a question asks for one: the year where it asks that. */
function dayAsked(text: string): (figure: Figure) => boolean {
	return WHAT_YEAR.test(text) ? figure => isDate(figure) && YEAR.test(figure.text) : isDate;
}

function isDate({ kind }: Figure): boolean {
	return kind === "date";
}

/** The first sentence of each article that tells something; a question of the page's own tells nothing. */
export function firstTelling(
	{ articles }: Pick<Story, "articles">,
	tells: (text: string) => boolean,
): readonly SentenceMatch[] {
	return articles.flatMap((source): readonly SentenceMatch[] => {
		const sentence = source.sentences.find(
			each => isReportable(each) && each.passage.kind !== "question" && tells(each.text),
		);
		return sentence === undefined ? [] : [{ source, sentence, covered: 1 }];
	});
}

/** A found sentence as a line of a section. */
export function entryOfSentence({
	source,
	sentence,
}: Pick<SentenceMatch, "source" | "sentence">): Entry {
	const { via } = sentence.passage;
	const { outlet } = source.article;
	return {
		label: via === null ? outlet : `${outlet} (card of ${via})`,
		...dateOf(source.article),
		excerpt: excerptOf(source, sentence),
		remarks: [],
		changes: [],
	};
}
