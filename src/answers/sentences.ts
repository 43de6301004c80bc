import { excerptOf } from "../claims/reports.ts";
import type { Sentence } from "../corpus/passage.ts";
import { extractFigures } from "../figures/extract.ts";
import type { SentenceMatch } from "../search/sentence-index.ts";
import type { Entry } from "./answer.ts";
import type { Question } from "./question.ts";
import { trendIn } from "./trend.ts";

/** How much of a question's words a claim or sentence must cover to answer it, from 0 to 1. */
export const ANSWERS = 0.58;
/** How much is enough to be shown beside an answer. */
export const BESIDE = 0.5;

/** Whether a sentence can answer: one without a figure tells no amount, nor one that goes the other way, and one without a date no day. */
export function canAnswer({ text: words }: Sentence, { want, text }: Question): boolean {
	if (want !== "amount" && want !== "date") return true;
	const [asked, told] = [trendIn(text), trendIn(words)];
	const isOpposed = want === "amount" && asked !== null && told !== null && asked !== told;
	const wantsDate = want === "date";
	return !isOpposed && extractFigures(words).some(({ kind }) => (kind === "date") === wantsDate);
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
