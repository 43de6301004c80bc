import { splitSentences } from "../text/sentences.ts";
import { shift } from "../text/span.ts";
import type { Article } from "./article.ts";
import { boilerplateOfLine, boilerplateOfSentence } from "./boilerplate.ts";
import { kindsOf } from "./kinds.ts";
import { readLines } from "./lines.ts";
import type { ArticleText, Passage, Sentence } from "./passage.ts";

/**
 * An article with its passages and sentences in the order of the body, and with what is furniture
 * marked as such. A sentence lies in exactly one passage and slices to its own words.
 */
export function readArticle(article: Article): ArticleText {
	const lines = readLines(article.body);
	const kinds = kindsOf(lines, article.title);
	const passages = lines.map(({ start, end, text }, index): Passage => {
		const kind = kinds[index] ?? "paragraph";
		return { kind, start, end, furniture: boilerplateOfLine(text), via: null };
	});
	const sentences = passages.flatMap(passage => sentencesOf(article.body, passage));
	return { article, passages, sentences };
}

function sentencesOf(body: string, passage: Passage): readonly Sentence[] {
	return splitSentences(body.slice(passage.start, passage.end)).map(found => {
		const { start, end } = shift(found, passage.start);
		const text = body.slice(start, end);
		return {
			start,
			end,
			text,
			passage,
			furniture: passage.furniture ?? boilerplateOfSentence(text),
		};
	});
}
