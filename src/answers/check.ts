import { extractFigures } from "../figures/extract.ts";
import type { Story } from "../snapshot.ts";
import { splitSentences } from "../text/sentences.ts";
import { slice } from "../text/span.ts";
import type { Answer, AnswerKind } from "./answer.ts";
import { answerQuestion } from "./ask.ts";
import { answerNothing, checksOf, emptyAnswer, excerptsIn } from "./compose.ts";
import { holdFigure, stateFigure } from "./premise.ts";
import { holdQuotation } from "./quotation-held.ts";
import { unique } from "./wording.ts";

function holdSentence(story: Story, text: string): readonly Answer[] {
	const quotation = holdQuotation(story, text);
	if (quotation !== null) return [quotation];
	const figures = extractFigures(text).filter(
		({ kind, value }) => kind !== "date" && kind !== "ordinal" && value !== null,
	);
	if (figures.length === 0) return [answerQuestion(story, text)];
	return figures.map(figure => holdFigure(story, stateFigure(story, text, figure)));
}

// What most deserves to be seen first.
const GRAVITY: readonly AnswerKind[] = [
	"contradicted",
	"not-reported",
	"differ",
	"found",
	"several",
	"not-covered",
];

function gravestKind(answers: readonly Answer[]): AnswerKind {
	return GRAVITY.find(kind => answers.some(answer => answer.kind === kind)) ?? "not-covered";
}

/** `/check text`: for each figure, or each sentence without one, what the coverage prints. */
export function answerCheck(story: Story, text: string): Answer {
	const answers = splitSentences(text).flatMap(span => holdSentence(story, slice(text, span)));
	if (answers.length === 0) return answerNothing(story, text);
	const sections = answers.flatMap(answer => answer.sections);
	const [only] = answers;
	return {
		...emptyAnswer(story, text),
		kind: gravestKind(answers),
		text: unique(answers.map(answer => answer.text)).join(" "),
		claims: unique(answers.flatMap(({ claims }) => claims)),
		excerpts: excerptsIn(sections),
		silent: answers.length === 1 ? (only?.silent ?? []) : [],
		checks: checksOf(answers.flatMap(({ claims }) => claims)),
		notes: unique(answers.flatMap(({ notes }) => notes)),
		sections,
	};
}
