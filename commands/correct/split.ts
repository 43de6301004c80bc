import { anchorOf } from "../../src/claims/corrections.ts";
import { claimMeant, claimOption, completeClaim } from "../claim-meant.ts";
import type { StoryCommand } from "../command.ts";
import { refusal } from "../notice.ts";
import { storyOption } from "../options.ts";
import { reportMeant, reportOption } from "./report-meant.ts";

const COMMAND = { name: "correct split" };

/** `/correct split`: makes a report a claim of its own. */
export const correctSplit: StoryCommand = {
	...COMMAND,
	description: "Make a report a claim of its own, where it speaks of another thing",
	options: [claimOption, reportOption, storyOption],
	examples: [{ claim: "mining cost" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	run: ({ story, values }) => {
		const claim = claimMeant(story, COMMAND, values);
		if (!("label" in claim)) return claim;
		if (claim.reports.length < 2) {
			return refusal("Nothing to split", `“${claim.label}” has one report only.`);
		}
		const title = "Which report is of another thing?";
		const report = reportMeant(story, claim, { command: COMMAND, values, title });
		if (!("printed" in report)) return report;
		const correction = { kind: "split", ...anchorOf(claim, [report]) } as const;
		return { kind: "change", change: { kind: "correct", story: story.id, correction } };
	},
	complete: ({ story }, option, typed) =>
		option === claimOption.name ? completeClaim(story, typed) : [],
};
