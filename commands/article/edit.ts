import { typedDate } from "../../src/corpus/typed-date.ts";
import type { StoryCommand } from "../command.ts";
import { kept, optional, storyOption } from "../options.ts";
import { fieldsOf, frontMatterFields, headline } from "./add.ts";
import { articleMeant, articleOption, completeArticle } from "./article-meant.ts";

const COMMAND = { name: "article edit" };

/** `/article edit`: who published an article, under which title and when. */
export const articleEdit: StoryCommand = {
	...COMMAND,
	description: "Correct an article's outlet, title or date",
	options: [
		articleOption,
		storyOption,
		headline("outlet", "Who published it; a form asks where nothing is given"),
		{ ...headline("title", "Its title"), clears: true },
		{ ...optional("published", "When it was published, YYYY-MM-DD"), clears: true },
		kept("again", "Whether to open the form again"),
	],
	examples: [{ article: "a47-news" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	changesStory: true,
	run: ({ story, values }) => {
		const article = articleMeant(story, COMMAND, values);
		if ("kind" in article) return article;
		const meant = { story: story.id, article: article.id };
		const fields = fieldsOf(values);
		if (Object.keys(fields).length > 0 && values["again"] === undefined) {
			return { kind: "change", change: { kind: "edit article", ...meant, fields } };
		}
		const title = "Edit the article";
		const form = { title, ...{ command: COMMAND.name, values: meant } };
		return {
			kind: "form",
			form: {
				...form,
				fields: frontMatterFields({ ...article, published: typedDate(article), ...fields }),
			},
		};
	},
	complete: ({ story }, option, typed) =>
		option === articleOption.name ? completeArticle(story, typed) : [],
};
