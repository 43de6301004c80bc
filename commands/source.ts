import { answerSource } from "../src/answers/source.ts";
import type { StoryCommand } from "./command.ts";
import { completeOutlet, required, storyOption } from "./options.ts";

/** `/source outlet`: what one outlet printed, what only it has, and what it leaves out. */
export const source: StoryCommand = {
	name: "source",
	description: "What one outlet printed, and what it leaves out",
	options: [required("outlet", "An outlet that covers the story", true), storyOption],
	examples: [{ outlet: "DeyThere" }],
	access: "everyone",
	messageMenu: null,
	needsStory: true,
	run: ({ story, values }) => ({
		kind: "answer",
		answer: answerSource(story, values["outlet"] ?? ""),
	}),
	complete: ({ story }, _option, typed) => completeOutlet(story, typed),
};
