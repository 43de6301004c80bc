import { counted } from "../../src/answers/wording.ts";
import type { StoryCommand } from "../command.ts";
import { button, notice } from "../notice.ts";
import { confirmation, fitting, storyOption, YES } from "../options.ts";
import { feedMeant, feedOption, feedsOf } from "./feed-meant.ts";

const COMMAND = { name: "feed remove" };

/** `/feed remove`: asks first; the articles that came by the feed stay. */
export const feedRemove: StoryCommand = {
	...COMMAND,
	description: "Look at a feed no more; the articles that came by it stay",
	options: [feedOption, storyOption, confirmation("yes", "Remove it without asking")],
	examples: [{ feed: "f1" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	changesStory: true,
	run: ({ story, records, values }) => {
		const feed = feedMeant(feedsOf(story, records), COMMAND, values);
		if ("kind" in feed) return feed;
		const meant = { story: story.id, feed: feed.id };
		if (values["yes"] !== undefined) {
			return { kind: "change", change: { kind: "remove feed", ...meant } };
		}
		const { length } = feed.waiting;
		const waiting = length > 0 ? `, and ${counted(length, "page")} that waited would go` : "";
		const text = `${feed.address} would not be looked at any more${waiting}. /undo brings it back.`;
		const choices = [button("Remove", COMMAND, { ...meant, yes: YES })];
		return notice("Remove this feed?", text, { choices });
	},
	complete: ({ story, records }, _option, typed) =>
		fitting(
			feedsOf(story, records).map(({ address }) => address),
			typed,
		),
};
