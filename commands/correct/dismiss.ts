import { claimMeant, claimOption, completeClaim } from "../claim-meant.ts";
import type { StoryCommand } from "../command.ts";
import { refusal } from "../notice.ts";
import { fitting, storyOption } from "../options.ts";
import { doubtsOf } from "./doubts.ts";

const COMMAND = { name: "correct dismiss" };

/** `/correct dismiss`: a claim that members doubted was looked at, and stays as it is. */
export const correctDismiss: StoryCommand = {
	...COMMAND,
	description: "Say that a claim that members doubt was looked at, and take it off the list",
	options: [claimOption, storyOption],
	examples: [{ claim: "mining cost" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	run: ({ story, records, values }) => {
		const claim = claimMeant(story, COMMAND, values);
		if (!("label" in claim)) return claim;
		if (!doubtsOf(story, records).some(doubt => doubt.claim.id === claim.id)) {
			return refusal("Nobody doubts this", `No member says that “${claim.label}” looks wrong.`);
		}
		const change = { kind: "dismiss flag", story: story.id, claim: claim.id } as const;
		return { kind: "change", change };
	},
	complete: ({ story, records }, option, typed) => {
		if (option !== claimOption.name) return [];
		const doubted = doubtsOf(story, records).map(({ claim }) => claim.label);
		return doubted.length === 0 ? completeClaim(story, typed) : fitting(doubted, typed);
	},
};
