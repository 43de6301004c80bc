import type { StoryCommand } from "../command.ts";
import { nameGiven, storyOption } from "../options.ts";

/** `/story rename`: another title; the story's name in commands stays. */
export const storyRename: StoryCommand = {
	name: "story rename",
	description: "Give a story another title",
	options: [nameGiven("title", "What it is to be called"), storyOption],
	examples: [{ title: "Decentralization and AI" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	changesStory: true,
	run: ({ story, values }) => ({
		kind: "change",
		change: { kind: "rename story", story: story.id, title: values["title"] ?? "" },
	}),
	complete: () => [],
};
