import { outletsOf, type Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { answerByClaim } from "./by-claim.ts";
import { answerNothing, emptyAnswer, excerptsIn } from "./compose.ts";
import { holdFigure, stateFigure } from "./premise.ts";
import { type Question, readQuestion } from "./question.ts";
import { showQuotation } from "./quote.ts";
import { answerRanking } from "./ranking.ts";
import { answerReversed } from "./reversal.ts";
import { ANSWERS, BESIDE, entryOfSentence } from "./sentences.ts";
import { counted, listed, unique } from "./wording.ts";

type Strategy = (story: Story, question: Question) => Answer | null;

const NEARLY = 0.93;
const MAX_QUOTATIONS = 3;

function byQuotation(story: Story, { quoted, topic, want }: Question): Answer | null {
	if (want !== "wording" && quoted === null) return null;
	const quotations = story.index
		.match(topic)
		.filter(({ claim, score }) => claim.kind === "quotation" && score >= BESIDE);
	const best = quotations[0]?.score ?? 0;
	const claims = quotations
		.filter(({ score }) => score >= best * NEARLY)
		.map(({ claim }) => claim)
		.slice(0, MAX_QUOTATIONS);
	return claims.length === 0 ? null : showQuotation(story, claims);
}

function byRanking(story: Story, { want }: Question): Answer | null {
	return want === "ranking" ? answerRanking(story) : null;
}

function byFigure(story: Story, question: Question): Answer | null {
	const [figure] = question.figures;
	return figure === undefined ? null : holdFigure(story, stateFigure(story, question.text, figure));
}

function bySentence(story: Story, question: Question): Answer | null {
	const found = story.index.sentences(question.topic).filter(({ covered }) => covered >= ANSWERS);
	const [best] = found;
	if (best === undefined) return null;
	const outlets = unique(found.map(({ source }) => source.article.outlet));
	const all = outletsOf(story);
	const sections = [{ heading: "What the outlets print", entries: found.map(entryOfSentence) }];
	const others = `${counted(outlets.length, "outlet")} of ${all.length} ${outlets.length === 1 ? "speaks" : "speak"} of this: ${listed(outlets)}.`;
	return {
		...emptyAnswer(story, question.text),
		kind: "found",
		text: others,
		excerpts: excerptsIn(sections),
		silent: all.filter(outlet => !outlets.includes(outlet)),
		sections,
	};
}

// In this order: what is asked word for word first, then what a question takes for granted, for an
// answer must not confirm it unseen; then claims, which say most; then single sentences.
const STRATEGIES: readonly Strategy[] = [
	byQuotation,
	byRanking,
	byFigure,
	answerReversed,
	answerByClaim,
	bySentence,
];

function noteCorrections(answer: Answer, { corrections }: Question): Answer {
	const notes = corrections.map(({ typed, read }) => `“${typed}” was read as “${read}”.`);
	return { ...answer, notes: [...answer.notes, ...notes] };
}

/** `/ask question`: the answer from the coverage, or that it does not say. */
export function answerQuestion(story: Story, text: string): Answer {
	const question = readQuestion(story, text);
	if (question.topic.length === 0 && question.figures.length === 0) {
		return { ...answerNothing(story, text), question: text };
	}
	for (const strategy of STRATEGIES) {
		const answer = strategy(story, question);
		if (answer !== null) return noteCorrections({ ...answer, question: text }, question);
	}
	return noteCorrections(answerNothing(story, text), question);
}
