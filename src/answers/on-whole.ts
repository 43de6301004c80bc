import { outletsOf, type Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { answerComparison } from "./compare.ts";
import { emptyAnswer } from "./compose.ts";
import { copiesCounted } from "./copies.ts";
import type { Question } from "./question.ts";
import { answerSource } from "./source.ts";
import { counted, listed } from "./wording.ts";

const SIDE_BY_SIDE =
	/\b(?:disagree|agree|differ|contradict|conflict|diverge)(?:s|ed|ing)?\b|\bdifferences?\b/iu;
const OUTLETS = /\b(?:outlets?|papers?|articles?|sites?|publications?)\b/iu;

/** Who covers the story, and with how many articles. */
function answerOutlets(story: Story): Answer {
	const outlets = outletsOf(story);
	const beside = copiesCounted(story, outlets);
	const verb = outlets.length === 1 ? "covers" : "cover";
	return {
		...emptyAnswer(story, null),
		kind: "found",
		text: `${counted(outlets.length, "outlet")}${beside === "" ? "" : `${beside},`} ${verb} the story, with ${counted(story.articles.length, "article")} held: ${listed(outlets)}.`,
	};
}

/**
 * The answer to a question about outlets as a whole: what one of them prints, how two or all compare, or
 * who covers the story; null for a question about something that they print.
 */
export function answerOnWhole(story: Story, question: Question): Answer | null {
	const { topic, figures, dates, outlets, want, text } = question;
	const [outlet] = outlets;
	if (topic.length + figures.length + dates.length > 0 || want === "ranking") return null;
	if (outlet !== undefined && outlets.length === 1) return answerSource(story, outlet);
	if (outlets.length > 1) return answerComparison(story, { outlets, topic: null });
	if (!OUTLETS.test(text)) return null;
	return SIDE_BY_SIDE.test(text)
		? answerComparison(story, { outlets: [], topic: null })
		: answerOutlets(story);
}
