import { answerClaim } from "../src/answers/claim.ts";
import { matchClaims } from "../src/answers/match.ts";
import type { Story } from "../src/snapshot.ts";
import type { StoryCommand } from "./command.ts";
import { required, storyOption } from "./options.ts";

/** The labels of the claims that most outlets report, figures before the rest. */
function widest({ claims }: Story): readonly string[] {
	return claims
		.filter(({ kind }) => kind === "figure")
		.toSorted((a, b) => a.silent.length - b.silent.length)
		.map(({ label }) => label);
}

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
		typed === "" ? widest(story) : matchClaims(story, typed).map(({ claim }) => claim.label),
};
