import { counted } from "../../src/answers/wording.ts";
import type { StoryCommand } from "../command.ts";
import { button, line, notice } from "../notice.ts";
import { storyOption } from "../options.ts";
import { dateInWords, nameOf } from "./article-meant.ts";
import { articleShow } from "./show.ts";

/** `/article list`: the articles of a story. */
export const articleList: StoryCommand = {
	name: "article list",
	description: "The articles of a story",
	options: [storyOption],
	examples: [{}],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	run: ({ story }) => {
		const articles = story.articles.map(({ article }) => article);
		const entries = articles.map(article => {
			const { id, url } = article;
			return line(nameOf(article), `name: ${id}`, dateInWords(article), url ?? "no address");
		});
		const choices = articles.map(article =>
			button(nameOf(article), articleShow, { story: story.id, article: article.id }),
		);
		const count = `${counted(articles.length, "article")}.`;
		const sections = [{ heading: "Articles", entries }];
		return notice(`Articles of ${story.title}`, count, { sections, choices });
	},
	complete: () => [],
};
