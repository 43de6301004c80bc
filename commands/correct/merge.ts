import { anchorOf } from "../../src/claims/corrections.ts";
import { claimMeant, claimOption, completeClaim } from "../claim-meant.ts";
import type { StoryCommand } from "../command.ts";
import { refusal } from "../notice.ts";
import { required, storyOption } from "../options.ts";

const COMMAND = { name: "correct merge" };
const intoOption = required("into", "The claim that it is the same thing as", true);

/** `/correct merge`: two claims are the same thing. */
export const correctMerge: StoryCommand = {
	...COMMAND,
	description: "Join two claims that are the same thing",
	options: [claimOption, intoOption, storyOption],
	examples: [{ claim: "mining cost", into: "edge AI market" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	changesStory: true,
	run: ({ story, values }) => {
		const claim = claimMeant(story, COMMAND, values);
		if (!("label" in claim)) return claim;
		const into = claimMeant(story, COMMAND, { ...values, claim: claim.id }, intoOption);
		if (!("label" in into)) return into;
		if (into.id === claim.id) return refusal("The same claim", "Name two claims to join.");
		if (into.kind !== claim.kind) {
			const text = `“${claim.label}” is a ${claim.kind}, “${into.label}” a ${into.kind}.`;
			return refusal("These cannot be joined", text);
		}
		const reports = anchorOf(into).reports;
		const correction = { kind: "merge", ...anchorOf(claim), into: reports } as const;
		return { kind: "change", change: { kind: "correct", story: story.id, correction } };
	},
	complete: ({ story }, _option, typed) => completeClaim(story, typed),
};
