import type { Story } from "../snapshot.ts";
import { stems } from "../text/terms.ts";
import type { Answer } from "./answer.ts";
import type { Question } from "./question.ts";
import { firstTelling } from "./sentences.ts";
import { showSentences } from "./sentences-shown.ts";

const WHAT_IS =
	/^\W*what(?:[’']?s| is| are)\s+(?:an?\s+|the\s+)?(?<thing>[\p{L}\p{N}’' -]+?)\W*$/iu;
// A longer row of words is no term.
const MAX_WORDS = 3;
/** How a sentence tells what the term before is: "X is a", "X means", "X, the", "X — a". */
const TELLS =
	/^\s*(?:\([^)]*\)\s*)?(?:(?:is|are|was) (?:an?|the|one|any)\b|means?\b|refers? to\b|:\s\p{L}|(?:,|[—–]|\s-)\s*(?:or |an? |the |which (?:is|are) )|[—–]\s?\p{L})/u;

/** The places in a text where a term ends that stands there, by its stems. */
function endsOf(text: string, term: readonly string[]): readonly number[] {
	const words = [...text.matchAll(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)];
	const same = (at: number) =>
		term.every((stem, offset) => stems(words[at + offset]?.[0] ?? "")[0] === stem);
	return words.flatMap((_, at) => {
		const last = words[at + term.length - 1];
		return last !== undefined && same(at) ? [last.index + last[0].length] : [];
	});
}

/** The answer to a question what a term is: the sentences that say so; null for another question, or where none does. */
export function answerDefinition(story: Story, question: Question): Answer | null {
	const thing = WHAT_IS.exec(question.text)?.groups?.["thing"] ?? "";
	const term = stems(thing);
	if (term.length === 0 || thing.split(/[\s-]+/).length > MAX_WORDS) return null;
	const tells = (text: string) => endsOf(text, term).some(end => TELLS.test(text.slice(end)));
	return showSentences(story, question, firstTelling(story, tells));
}
