import type { Records } from "../../src/records/records.ts";
import type { Story } from "../../src/snapshot.ts";
import type { Outcome, StoryCommand, Values } from "../command.ts";
import { button, notice } from "../notice.ts";
import { confirmation, fitting, storyOption, YES } from "../options.ts";
import {
	articleMeant,
	articleOption,
	articlesCalled,
	completeArticle,
	nameOf,
} from "./article-meant.ts";

const COMMAND = { name: "article remove" };

/** What stands behind the name of an article that was removed. */
const REMOVED = " (removed)";

/** The ids of the articles that were removed from a story and are still on record. */
function removedFrom({ id: story, articles }: Story, { removed }: Records): readonly string[] {
	const held = new Set(articles.map(({ article }) => article.id));
	const own = removed.filter(each => each.story === story && !held.has(each.id));
	return own.map(({ id }) => id);
}

/**
 * The id of the removed article that is meant; null where none is. An article that is held is meant by its
 * outlet's name before a removed one by its own, but where something is to go for good.
 */
function removedMeant(story: Story, records: Records, values: Values): string | null {
	const { article = "", forever } = values;
	const name = article.endsWith(REMOVED) ? article.slice(0, -REMOVED.length) : article;
	const isRemovedOne = name !== article || forever !== undefined;
	if (!isRemovedOne && articlesCalled(story, name).length > 0) return null;
	const ids = removedFrom(story, records);
	return ids.find(id => id.toLowerCase() === name.toLowerCase()) ?? null;
}

/** Asks before texts of a removed article go out of the record: twice, as for one that is held. */
function ofRemoved(story: Story, id: string, { forever, sure }: Values): Outcome {
	const meant = { story: story.id, article: id };
	if (forever === undefined) {
		const text = `“${id}” was removed, and is not answered from. Its texts are still on record, for /undo; they can go for good.`;
		const choices = [button(FOR_GOOD, COMMAND, { ...meant, forever: YES })];
		return notice("Removed already", text, { choices });
	}
	return sure === undefined ? asksForGood(`“${id}”, which was removed`, meant) : forGood(meant);
}

function asksForGood(name: string, meant: Meant): Outcome {
	const text = `${name}, its earlier texts, what corrections quote of it, and every text of it in the record of changes would go. This cannot be undone.`;
	const choices = [button("Yes, remove for good", COMMAND, { ...meant, forever: YES, sure: YES })];
	return notice("Remove for good?", text, { choices });
}

function forGood(meant: Meant): Outcome {
	return { kind: "change", change: { kind: "remove article", ...meant, forever: true } };
}

interface Meant extends Values {
	readonly story: string;
	readonly article: string;
}

const FOR_GOOD = "Remove for good…";

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
	changesStory: true,
	run: ({ story, records, values }) => {
		const removed = removedMeant(story, records, values);
		if (removed !== null) return ofRemoved(story, removed, values);
		const article = articleMeant(story, COMMAND, values);
		if ("kind" in article) return article;
		const { yes, forever, sure } = values;
		const meant = { story: story.id, article: article.id };
		if (forever !== undefined) {
			return sure === undefined ? asksForGood(nameOf(article), meant) : forGood(meant);
		}
		if (yes !== undefined) {
			return { kind: "change", change: { kind: "remove article", ...meant, forever: false } };
		}
		const text = `${nameOf(article)} would no longer be answered from. /undo brings it back, unless it is removed for good.`;
		const choices = [
			button("Remove", COMMAND, { ...meant, yes: YES }),
			button(FOR_GOOD, COMMAND, { ...meant, forever: YES }),
		];
		return notice("Remove this article?", text, { choices });
	},
	complete: ({ story, records }, _option, typed) => {
		const removed = removedFrom(story, records).map(id => `${id}${REMOVED}`);
		return [...completeArticle(story, typed), ...fitting(removed, typed)];
	},
};
