import type { StoryCommand } from "../command.ts";
import { refusal } from "../notice.ts";
import { required, storyOption } from "../options.ts";
import { feedMeant, feedOption, feedsOf } from "./feed-meant.ts";

const COMMAND = { name: "feed dismiss" };

/** `/feed dismiss`: takes a page that waits off the list. */
export const feedDismiss: StoryCommand = {
	...COMMAND,
	description: "Take a page that waits off a feed's list",
	options: [feedOption, required("item", "Which page: its name in the list"), storyOption],
	examples: [{ feed: "f1", item: "i1" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	changesStory: true,
	run: ({ story, records, values }) => {
		const feed = feedMeant(feedsOf(story, records), COMMAND, values);
		if ("kind" in feed) return feed;
		const item = feed.waiting.find(({ id }) => id === values["item"]);
		if (item === undefined) {
			return refusal("Which page?", "No page of that name waits any more; see /feed list.");
		}
		const { id, title } = item;
		const meant = { story: story.id, feed: feed.id, item: id, title };
		return { kind: "change", change: { kind: "dismiss item", ...meant } };
	},
	complete: () => [],
};
