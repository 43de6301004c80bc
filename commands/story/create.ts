import type { PlainCommand } from "../command.ts";
import { nameGiven } from "../options.ts";

/** `/story create`: an empty story, to add articles to. */
export const storyCreate: PlainCommand = {
	name: "story create",
	description: "Begin a story, to add coverage to",
	options: [nameGiven("title", "What the story is called")],
	examples: [{ title: "Bridge repairs" }],
	access: "moderators",
	messageMenu: null,
	needsStory: false,
	run: ({ values }) => ({
		kind: "change",
		change: { kind: "create story", title: values["title"] ?? "" },
	}),
};
