import { answerClaim } from "../src/answers/claim.ts";
import { matchClaims } from "../src/answers/match.ts";
import type { StoryCommand } from "./command.ts";
import { required, storyOption } from "./options.ts";

/** `/claim text`: one claim with its positions, silent outlets and checks. */
export const claim: StoryCommand = {
	name: "claim",
	description: "Who reported a figure or statement, in which words, and who is silent",
	options: [required("text", "What the claim is about", true), storyOption],
	examples: [{ text: "edge AI market" }, { text: "mining cost" }],
	access: "everyone",
	messageMenu: null,
	needsStory: true,
	run: ({ story, values }) => ({
		kind: "answer",
		answer: answerClaim(story, values["text"] ?? ""),
	}),
	complete: ({ story }, _option, typed) =>
		matchClaims(story, typed).map(({ claim }) => claim.label),
};
