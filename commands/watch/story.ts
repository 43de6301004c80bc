import type { StoryCommand } from "../command.ts";
import { refusal } from "../notice.ts";
import { storyOption } from "../options.ts";

/** `/watch story`: this channel hears when a refresh changes anything of a story. */
export const watchStory: StoryCommand = {
	name: "watch story",
	description: "Tell this channel when a refresh changes what a story's coverage says",
	options: [storyOption],
	examples: [{}],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	run: ({ story, channel }) => {
		if (channel === null) return refusal("No channel here", "Channels are told in Discord.");
		return { kind: "change", change: { kind: "watch", story: story.id, claim: null } };
	},
	complete: () => [],
};
