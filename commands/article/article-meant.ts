import { NOT_CONFIRMED } from "../../src/answers/wording.ts";
import type { Article } from "../../src/corpus/article.ts";
import type { DateOfArticle } from "../../src/corpus/typed-date.ts";
import type { Story } from "../../src/snapshot.ts";
import { nearestNames } from "../../src/text/nearest-names.ts";
import type { Command, Outcome, Values } from "../command.ts";
import { button, refusal } from "../notice.ts";
import { fitting, required } from "../options.ts";

/** Which article is meant: by its id, its title, or its outlet. */
export const articleOption = required("article", "Which article: its name or its outlet", true);

/** The names of a story's articles that fit what was typed. */
export function completeArticle(story: Story, typed: string): readonly string[] {
	const ids = story.articles.map(({ article }) => article.id);
	return typed === "" ? ids : fitting(ids, typed);
}

/** What an article is called in notices: "Daily Post: Rents rise". */
export function nameOf({ outlet, title }: Pick<Article, "outlet" | "title">): string {
	return title === null ? outlet : `${outlet}: ${title}`;
}

/** When an article was published, and that it is not known or not confirmed. */
export function dateInWords({ published, dateIsUnconfirmed = false }: DateOfArticle): string {
	if (published === null) return "no date";
	return dateIsUnconfirmed ? `${published} (${NOT_CONFIRMED})` : published;
}

/** The articles of a story that are called so: the one of this id, or those of this title or outlet. */
export function articlesCalled(story: Story, name: string): readonly Article[] {
	const wanted = name.toLowerCase();
	const articles = story.articles.map(({ article }) => article);
	const named = articles.filter(({ id }) => id.toLowerCase() === wanted);
	if (named.length > 0) return named;
	return articles.filter(({ title, outlet }) =>
		[title, outlet].some(known => known?.toLowerCase() === wanted),
	);
}

/** The one article that is meant, or a refusal that offers those that may be. */
export function articleMeant(
	story: Story,
	command: Pick<Command, "name">,
	values: Values,
): Article | Outcome {
	const articles = story.articles.map(({ article }) => article);
	const fit = articlesCalled(story, values["article"] ?? "");
	const [only, ...others] = fit;
	if (only !== undefined && others.length === 0) return only;
	const offered = fit.length > 0 ? fit : articles;
	const choices = offered.map(article =>
		button(nameOf(article), command, { ...values, story: story.id, article: article.id }),
	);
	return refusal("Which article?", whyNot(values["article"] ?? "", articles, fit.length), choices);
}

function whyNot(typed: string, articles: readonly Article[], fit: number): string {
	if (fit > 0) return `${fit} articles are called "${typed}"; choose one.`;
	const [nearest] = nearestNames(
		typed,
		articles.flatMap(({ id, outlet }) => [id, outlet]),
	);
	const guess = nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
	return `No article of this story is called "${typed}".${guess}`;
}
