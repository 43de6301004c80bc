import { claimMeant, claimOption, completeClaim } from "./claim-meant.ts";
import type { StoryCommand } from "./command.ts";
import { button, notice } from "./notice.ts";
import { confirmation, storyOption, YES } from "./options.ts";

const COMMAND = { name: "flag" };

/** `/flag`: tells the moderators that a claim looks wrong. Who said so is not kept. */
export const flag: StoryCommand = {
	...COMMAND,
	description: "Tell the moderators that a claim looks wrong",
	options: [claimOption, storyOption, confirmation("yes", "Tell them without asking")],
	examples: [{ claim: "mining cost" }],
	access: "everyone",
	messageMenu: null,
	needsStory: true,
	run: ({ story, values }) => {
		const claim = claimMeant(story, COMMAND, values);
		if (!("label" in claim)) return claim;
		const meant = { story: story.id, claim: claim.id };
		if (values["yes"] !== undefined) return { kind: "change", change: { kind: "flag", ...meant } };
		const choices = [button("Tell the moderators", COMMAND, { ...meant, yes: YES })];
		const text = `The moderators would see that somebody thinks the claim “${claim.label}” was misread; who said so is not kept.`;
		return notice("Does this look wrong?", text, { choices });
	},
	complete: ({ story }, _option, typed) => completeClaim(story, typed),
};
