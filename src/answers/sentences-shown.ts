import type { SentenceMatch } from "../search/sentence-index.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { emptyAnswer, excerptsIn } from "./compose.ts";
import { copiesCounted } from "./copies.ts";
import type { Question } from "./question.ts";
import { entryOfSentence } from "./sentences.ts";
import { shareSpeaking, unique } from "./wording.ts";

/** The answer that sentences give to a question: the best quoted, and who speaks of it; null where there are none. */
export function showSentences(
	story: Story,
	question: Question,
	found: readonly SentenceMatch[],
): Answer | null {
	const entries = found.map(entryOfSentence);
	const [best] = entries;
	if (best === undefined) return null;
	const outlets = unique(found.map(({ source }) => source.article.outlet));
	const all = outletsOf(story);
	const sections = [{ heading: "What the outlets print", entries }];
	return {
		...emptyAnswer(story, question.text),
		kind: "found",
		text: `${best.label}: “${best.excerpt?.text ?? ""}” ${shareSpeaking({ outlets, all, beside: copiesCounted(story, outlets) })}`.trimEnd(),
		excerpts: excerptsIn(sections),
		silent: all.filter(outlet => !outlets.includes(outlet)),
		sections,
	};
}
