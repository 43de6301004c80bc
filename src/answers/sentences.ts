import { excerptOf } from "../claims/reports.ts";
import type { SentenceMatch } from "../search/sentence-index.ts";
import type { Entry } from "./answer.ts";

/** How much of a question's words a claim or sentence must cover to answer it, from 0 to 1. */
export const ANSWERS = 0.58;
/** How much is enough to be shown beside an answer. */
export const BESIDE = 0.5;

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
