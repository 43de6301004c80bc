import type { Records } from "../../src/records/records.ts";
import type { Story } from "../../src/snapshot.ts";
import type { StoryCommand, Values } from "../command.ts";
import { button, notice } from "../notice.ts";
import { confirmation, storyOption, YES } from "../options.ts";
import { articleMeant, articleOption, completeArticle, nameOf } from "./article-meant.ts";

const COMMAND = { name: "article remove" };

/** The article of this name that was removed, and is still on record; null where there is none. */
function removedMeant({ id: story, articles }: Story, { removed }: Records, values: Values) {
	const name = values["article"] ?? "";
	if (articles.some(({ article }) => article.id === name)) return null;
	const found = removed.find(each => each.story === story && each.id === name);
	return found === undefined ? null : { ...found, outlet: name, title: null };
}

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
	run: ({ story, records, values }) => {
		const { yes, forever, sure } = values;
		const isForever = forever !== undefined;
		const removed = isForever ? removedMeant(story, records, values) : null;
		const article = removed ?? articleMeant(story, COMMAND, values);
		if ("kind" in article) return article;
		const meant = { story: story.id, article: article.id };
		if ((isForever && sure !== undefined) || (!isForever && yes !== undefined)) {
			return { kind: "change", change: { kind: "remove article", ...meant, forever: isForever } };
		}
		if (isForever) {
			const name = removed === null ? nameOf(article) : `“${removed.id}”, which was removed`;
			const text = `${name}, its earlier texts, what corrections quote of it, and every text of it in the record of changes would go. This cannot be undone.`;
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
