import type { Story } from "../snapshot.ts";
import { type Question, readQuestion } from "./question.ts";

const JOINT =
	/\s*,?\s*\b(?:compared (?:with|to)|versus|vs\.?|and (?=what\b|how\b|who\b|when\b|where\b))\s*/iu;

/** The two things that a question asks at once; none where it asks one. */
export function halvesOf(story: Story, text: string): readonly Question[] {
	const halves = text.split(JOINT).filter(half => half !== "");
	if (halves.length !== 2 || /["“”]/u.test(text)) return [];
	const questions = halves.map(half => readQuestion(story, half));
	// "... and who says so?", "... compared to men" ask nothing of their own.
	const [first, second] = questions.map(({ topic }) => topic.length);
	const isAside = second === 1 && (first ?? 0) > 1;
	return questions.every(({ topic }) => topic.length > 0) && !isAside ? questions : [];
}
