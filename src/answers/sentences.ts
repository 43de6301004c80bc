import { isReportable } from "../claims/reading.ts";
import { excerptOf } from "../claims/reports.ts";
import type { Sentence } from "../corpus/passage.ts";
import { extractFigures } from "../figures/extract.ts";
import type { Figure } from "../figures/figure.ts";
import type { SentenceMatch } from "../search/sentence-index.ts";
import type { Story } from "../snapshot.ts";
import type { Entry } from "./answer.ts";
import { unitAsked } from "./asked-unit.ts";
import { countsAsked } from "./counted-thing.ts";
import type { Question } from "./question.ts";
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
	if (want === "date") return ({ text: words }) => extractFigures(words).some(isDate);
	if (want !== "amount") return () => true;
	const asked = trendIn(text);
	const counts = countsAsked(story, question);
	const fits = unitAsked(question);
	return ({ text: words }) => {
		const told = trendIn(words);
		const isOpposed = asked !== null && told !== null && asked !== told;
		const figures = extractFigures(words).filter(figure => !isDate(figure) && fits(figure));
		return (
			!isOpposed && figures.some(({ counts: of, unit }) => counts(`${of ?? ""} ${unit ?? ""}`))
		);
	};
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
	const { outlet, published } = source.article;
	return {
		label: via === null ? outlet : `${outlet} (card of ${via})`,
		published,
		excerpt: excerptOf(source, sentence),
		remarks: [],
		changes: [],
	};
}
