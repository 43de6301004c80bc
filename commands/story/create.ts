import type { PlainCommand } from "../command.ts";
import { required } from "../options.ts";

/** `/story create`: an empty story, to add articles to. */
export const storyCreate: PlainCommand = {
	name: "story create",
	description: "Begin a story, to add coverage to",
	options: [required("title", "What the story is called")],
	examples: [{ title: "Bridge repairs" }],
	access: "moderators",
	messageMenu: null,
	needsStory: false,
	run: ({ values }) => ({
		kind: "change",
		change: { kind: "create story", title: values["title"] ?? "" },
	}),
};
