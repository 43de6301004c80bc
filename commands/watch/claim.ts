import { claimMeant, claimOption, completeClaim } from "../claim-meant.ts";
import type { StoryCommand } from "../command.ts";
import { refusal } from "../notice.ts";
import { storyOption } from "../options.ts";

const COMMAND = { name: "watch claim" };

/** `/watch claim`: this channel hears when a refresh changes a claim. */
export const watchClaim: StoryCommand = {
	...COMMAND,
	description: "Tell this channel when a refresh changes a claim",
	options: [claimOption, storyOption],
	examples: [{ claim: "edge AI market" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	run: ({ story, channel, values }) => {
		if (channel === null) return refusal("No channel here", "Channels are told in Discord.");
		const claim = claimMeant(story, COMMAND, values);
		if (!("label" in claim)) return claim;
		return { kind: "change", change: { kind: "watch", story: story.id, claim: claim.id } };
	},
	complete: ({ story }, _option, typed) => completeClaim(story, typed),
};
