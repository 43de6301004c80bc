import { type Excerpt, makeExcerpt } from "../corpus/excerpt.ts";
import type { ArticleText, Sentence } from "../corpus/passage.ts";
import type { Report } from "./claim.ts";

/** The sentence as an excerpt, with its link. */
export function excerptOf(source: ArticleText, sentence: Sentence): Excerpt {
	return makeExcerpt(source.article, sentence);
}

/** A report of a sentence that has no figure; spread it to fill in what a kind of claim knows. */
export function reportOf(source: ArticleText, sentence: Sentence, printed: string): Report {
	return {
		outlet: source.article.outlet,
		article: source.article.id,
		via: sentence.passage.via,
		printed,
		value: null,
		unit: null,
		bound: "exactly",
		trend: null,
		asOf: null,
		attribution: null,
		strength: null,
		form: null,
		excerpt: excerptOf(source, sentence),
	};
}

/** Articles in the order of publication, those without a date last, else as they are. */
export function byPublication(a: ArticleText, b: ArticleText): number {
	const [first, second] = [a.article.published, b.article.published];
	if (first === second) return 0;
	if (first === null) return 1;
	if (second === null) return -1;
	return Date.parse(first) - Date.parse(second);
}
