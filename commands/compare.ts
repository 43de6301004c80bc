import { answerComparison } from "../src/answers/compare.ts";
import type { StoryCommand } from "./command.ts";
import { completeOutlet, optional, storyOption } from "./options.ts";

/** `/compare first second [topic]`: where outlets agree, differ, and who alone says what. */
export const compare: StoryCommand = {
	name: "compare",
	description: "Where two outlets agree and differ; without names, all of them",
	options: [
		optional("first", "An outlet", true),
		optional("second", "Another outlet", true),
		optional("topic", "What to compare them on"),
		storyOption,
	],
	examples: [{ first: "Coinalertnews", second: "DeyThere" }, { topic: "mining cost" }],
	access: "everyone",
	messageMenu: null,
	needsStory: true,
	run: ({ story, values }) => ({
		kind: "answer",
		answer: answerComparison(story, {
			outlets: [values["first"], values["second"]].filter(name => name !== undefined),
			topic: values["topic"] ?? null,
		}),
	}),
	complete: ({ story }, _option, typed) => completeOutlet(story, typed),
};
