import { type Context, contextOf, coverageOf } from "../claims/context.ts";
import { excerptOf } from "../claims/reports.ts";
import type { ArticleText, Sentence } from "../corpus/passage.ts";
import type { Story } from "../snapshot.ts";
import type { Entry } from "./answer.ts";

/** How much of a question's words a claim or sentence must cover to answer it, from 0 to 1. */
export const ANSWERS = 0.58;
/** How much is enough to be shown beside an answer. */
export const BESIDE = 0.5;

/** A sentence that speaks of what was asked, and how much of it it covers, from 0 to 1. */
export interface FoundSentence {
	readonly source: ArticleText;
	readonly sentence: Sentence;
	readonly covered: number;
}

function isCitable(sentence: Sentence): boolean {
	return (
		sentence.furniture === null &&
		sentence.passage.furniture === null &&
		sentence.passage.kind !== "question"
	);
}

function bestIn(source: ArticleText, coverage: (context: Context) => number): FoundSentence | null {
	let best: FoundSentence | null = null;
	for (const sentence of source.sentences.filter(isCitable)) {
		const covered = coverage(contextOf(sentence.text));
		if (covered > (best?.covered ?? 0)) best = { source, sentence, covered };
	}
	return best;
}

/** The sentence of each article that covers most of a topic, the best article first. */
export function findSentences(story: Story, topic: Context): readonly FoundSentence[] {
	const coverage = coverageOf(topic, story.index.weigh);
	return story.articles
		.map(source => bestIn(source, coverage))
		.filter(found => found !== null)
		.toSorted((a, b) => b.covered - a.covered);
}

/** A found sentence as a line of a section. */
export function entryOfSentence({ source, sentence }: FoundSentence): Entry {
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
