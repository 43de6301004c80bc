import { matchClaims } from "../src/answers/match.ts";
import { answerQuote } from "../src/answers/quote.ts";
import type { StoryCommand } from "./command.ts";
import { required, storyOption } from "./options.ts";

/** `/quote text`: a quotation across outlets, word for word, changed, or paraphrased. */
export const quote: StoryCommand = {
	name: "quote",
	description: "How each outlet prints a quotation, and whom it credits",
	options: [required("text", "Some of its words, or who said it", true), storyOption],
	examples: [{ text: "AI may follow the opposite path" }],
	access: "everyone",
	messageMenu: null,
	needsStory: true,
	run: ({ story, values }) => ({
		kind: "answer",
		answer: answerQuote(story, values["text"] ?? ""),
	}),
	complete: ({ story }, _option, typed) =>
		matchClaims(story, typed)
			.filter(({ claim }) => claim.kind === "quotation")
			.map(({ claim }) => claim.label),
};
