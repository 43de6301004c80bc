import { anchorOf } from "../../src/claims/corrections.ts";
import { claimMeant, claimOption, completeClaim } from "../claim-meant.ts";
import type { StoryCommand } from "../command.ts";
import { required, storyOption } from "../options.ts";

const COMMAND = { name: "correct rename" };

/** `/correct rename`: another name for a claim. */
export const correctRename: StoryCommand = {
	...COMMAND,
	description: "Give a claim another name in lists and replies",
	options: [claimOption, required("label", "What it is to be called"), storyOption],
	examples: [{ claim: "mining cost", label: "cost of mining a bitcoin" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	run: ({ story, values }) => {
		const claim = claimMeant(story, COMMAND, values);
		if (!("label" in claim)) return claim;
		const label = values["label"] ?? claim.label;
		const correction = { kind: "rename", ...anchorOf(claim), label } as const;
		return { kind: "change", change: { kind: "correct", story: story.id, correction } };
	},
	complete: ({ story }, option, typed) =>
		option === claimOption.name ? completeClaim(story, typed) : [],
};
