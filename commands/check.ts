import { answerCheck } from "../src/answers/check.ts";
import type { StoryCommand } from "./command.ts";
import { required, storyOption } from "./options.ts";

/** `/check text`: what the coverage prints for each figure and statement of a sentence. */
export const check: StoryCommand = {
	name: "check",
	description: "Hold a sentence against what the coverage prints",
	options: [required("text", "A sentence that somebody wrote"), storyOption],
	examples: [{ text: "The edge AI market will hit $119 million by 2033." }],
	access: "everyone",
	messageMenu: { name: "Check against coverage", option: "text" },
	needsStory: true,
	run: ({ story, values }) => ({
		kind: "answer",
		answer: answerCheck(story, values["text"] ?? ""),
	}),
	complete: () => [],
};
