import { anchorOf } from "../../src/claims/corrections.ts";
import { claimMeant, claimOption, completeClaim } from "../claim-meant.ts";
import type { StoryCommand } from "../command.ts";
import { refusal } from "../notice.ts";
import { nameGiven, storyOption } from "../options.ts";

const COMMAND = { name: "correct rename" };

/** `/correct rename`: another name for a claim. */
export const correctRename: StoryCommand = {
	...COMMAND,
	description: "Give a claim another name in lists and replies",
	options: [claimOption, nameGiven("label", "What it is to be called"), storyOption],
	examples: [{ claim: "mining cost", label: "cost of mining a bitcoin" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	changesStory: true,
	run: ({ story, values }) => {
		const claim = claimMeant(story, COMMAND, values);
		if (!("label" in claim)) return claim;
		const label = values["label"] ?? claim.label;
		const named = story.claims.find(known => known.label.toLowerCase() === label.toLowerCase());
		if (label === claim.label) {
			return refusal("It is called so", `The claim is called “${label}” already.`);
		}
		if (named !== undefined && named.id !== claim.id) {
			const text = `Another claim of this story is called “${named.label}”, and nobody could tell them apart. /correct merge joins two that are the same thing.`;
			return refusal("There is such a claim", text);
		}
		const correction = { kind: "rename", ...anchorOf(claim), label } as const;
		return { kind: "change", change: { kind: "correct", story: story.id, correction } };
	},
	complete: ({ story }, option, typed) =>
		option === claimOption.name ? completeClaim(story, typed) : [],
};
