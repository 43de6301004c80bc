import type { Answer } from "../../answers/answer.ts";
import type { Excerpt } from "../../claims/claim.ts";
import type { Story } from "../../snapshot.ts";
import { slice } from "../../text/span.ts";

/** The ids of articles that an excerpt of an answer claims words from which do not stand there. */
export function misquotedArticles(answer: Answer, story: Story | undefined): readonly string[] {
	const articles = new Map(story?.articles.map(({ article }) => [article.id, article]));
	const shown = answer.sections.flatMap(({ entries }) => entries.map(({ excerpt }) => excerpt));
	const wrong = [...shown, ...answer.excerpts]
		.filter((excerpt): excerpt is Excerpt => excerpt !== null)
		.filter(excerpt => {
			const article = articles.get(excerpt.article);
			return article === undefined || slice(article.body, excerpt) !== excerpt.text;
		});
	return [...new Set(wrong.map(({ article }) => article))];
}
