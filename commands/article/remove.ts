import type { StoryCommand } from "../command.ts";
import { button, notice } from "../notice.ts";
import { confirmation, storyOption, YES } from "../options.ts";
import { articleMeant, articleOption, completeArticle, nameOf } from "./article-meant.ts";

const COMMAND = { name: "article remove" };

/** `/article remove`: asks first, and twice where it cannot be undone. */
export const articleRemove: StoryCommand = {
	...COMMAND,
	description: "Remove an article; asks first",
	options: [
		articleOption,
		storyOption,
		confirmation("yes", "Remove it without asking"),
		confirmation("forever", "Take its text out of the record of changes too"),
		confirmation("sure", "Remove it for good without asking"),
	],
	examples: [{ article: "a47-news" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	run: ({ story, values }) => {
		const article = articleMeant(story, COMMAND, values);
		if ("kind" in article) return article;
		const { yes, forever, sure } = values;
		const meant = { story: story.id, article: article.id };
		const isForever = forever !== undefined;
		if ((isForever && sure !== undefined) || (!isForever && yes !== undefined)) {
			return { kind: "change", change: { kind: "remove article", ...meant, forever: isForever } };
		}
		if (isForever) {
			const text = `${nameOf(article)}, its earlier texts, and every text of it in the record of changes would go. This cannot be undone.`;
			const choices = [button("Yes, remove for good", COMMAND, { ...meant, forever, sure: YES })];
			return notice("Remove for good?", text, { choices });
		}
		const text = `${nameOf(article)} would no longer be answered from. /undo brings it back, unless it is removed for good.`;
		const choices = [
			button("Remove", COMMAND, { ...meant, yes: YES }),
			button("Remove for good…", COMMAND, { ...meant, forever: YES }),
		];
		return notice("Remove this article?", text, { choices });
	},
	complete: ({ story }, _option, typed) => completeArticle(story, typed),
};
