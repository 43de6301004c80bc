import type { Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { speechIn } from "./asked-speech.ts";
import { excerptsIn } from "./compose.ts";
import type { Question } from "./question.ts";
import { canAnswer, entryOfSentence } from "./sentences.ts";

// Sentences that cover less of a question are not near, and more of them than this tell no more.
const NEAR = 0.55;
const MOST_NEAR = 2;

/** An answer that the coverage does not say something, with the sentences that come nearest, as no more than that. */
export function withNearest(story: Story, question: Question, answer: Answer): Answer {
	const { kind, sections } = answer;
	const isOpen = speechIn(question.text)?.isOpen === true;
	if (kind !== "not-covered" || sections.length > 0 || isOpen) return answer;
	const near = story.index
		.sentences(question.topic, canAnswer(story, question))
		.filter(({ covered }) => covered >= NEAR)
		.slice(0, MOST_NEAR);
	if (near.length === 0) return answer;
	const entries = near.map(entryOfSentence);
	const shown = [{ heading: "What comes nearest, and may speak of something else", entries }];
	return { ...answer, sections: shown, excerpts: excerptsIn(shown) };
}
