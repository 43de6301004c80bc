import type { Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import type { Question } from "./question.ts";

/** The answer to a question whose premise the coverage says the other way round; null where it does not. */
export function answerReversed(_story: Story, _question: Question): Answer | null {
	return null;
}
