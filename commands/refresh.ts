import type { PlainCommand } from "./command.ts";
import { storyOption } from "./options.ts";

/** `/refresh`: reads the corpus again and reports what changed. */
export const refresh: PlainCommand = {
	name: "refresh",
	description: "Read the corpus again and report what changed",
	options: [storyOption],
	examples: [{}],
	access: "moderators",
	messageMenu: null,
	needsStory: false,
	run: ({ values }) => ({
		kind: "change",
		change: { kind: "refresh", story: values["story"] ?? null },
	}),
};
