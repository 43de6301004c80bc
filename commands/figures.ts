import { answerFigures } from "../src/answers/figures.ts";
import type { StoryCommand } from "./command.ts";
import { optional, storyOption } from "./options.ts";

/** `/figures [topic]`: every figure of the story, by claim and outlet. */
export const figures: StoryCommand = {
	name: "figures",
	description: "Every figure of the story, by claim and outlet",
	options: [optional("topic", "Only figures about this"), storyOption],
	examples: [{}, { topic: "bitcoin" }],
	access: "everyone",
	messageMenu: null,
	needsStory: true,
	run: ({ story, values }) => ({
		kind: "answer",
		answer: answerFigures(story, values["topic"] ?? null),
	}),
	complete: () => [],
};
