import { answerQuestion } from "../src/answers/ask.ts";
import type { StoryCommand } from "./command.ts";
import { required, storyOption } from "./options.ts";

/** `/ask question`: the answer in one line, the excerpts that carry it, and who is silent. */
export const ask: StoryCommand = {
	name: "ask",
	description: "Ask what the coverage says",
	options: [required("question", "A question about the story"), storyOption],
	examples: [
		{ question: "How big will the edge AI market be by 2033?" },
		{ question: "What did Alex Thorn say about AI?" },
	],
	access: "everyone",
	messageMenu: null,
	needsStory: true,
	run: ({ story, values }) => ({
		kind: "answer",
		answer: answerQuestion(story, values["question"] ?? ""),
	}),
	complete: () => [],
};
