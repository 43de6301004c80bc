import { extractFigures } from "../figures/extract.ts";
import type { Story } from "../snapshot.ts";
import { splitSentences } from "../text/sentences.ts";
import { slice } from "../text/span.ts";
import type { Answer } from "./answer.ts";
import { answerQuestion } from "./ask.ts";
import { answerNothing, joinAnswers } from "./compose.ts";
import { noteCopies } from "./copies.ts";
import { holdFigure } from "./premise.ts";
import { holdQuotation } from "./quotation-held.ts";
import { stateFigure } from "./stated.ts";

function holdSentence(story: Story, text: string): readonly Answer[] {
	const quotation = holdQuotation(story, text);
	if (quotation !== null) return [quotation];
	const figures = extractFigures(text).filter(
		({ kind, value }) => kind !== "date" && kind !== "ordinal" && value !== null,
	);
	if (figures.length === 0) return [answerQuestion(story, text)];
	return figures.map(figure => holdFigure(story, stateFigure(story, text, figure)));
}

/** `/check text`: for each figure, or each sentence without one, what the coverage prints. */
export function answerCheck(story: Story, text: string): Answer {
	const answers = splitSentences(text).flatMap(span => holdSentence(story, slice(text, span)));
	if (answers.length === 0) return answerNothing(story, text);
	return noteCopies(story, joinAnswers(story, text, answers));
}
