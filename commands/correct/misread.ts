import { anchorOf } from "../../src/claims/corrections.ts";
import { claimMeant, claimOption, completeClaim } from "../claim-meant.ts";
import type { StoryCommand } from "../command.ts";
import { storyOption } from "../options.ts";
import { reportMeant, reportOption } from "./report-meant.ts";

const COMMAND = { name: "correct misread" };

/** `/correct misread`: hides a report that the program misread. */
export const correctMisread: StoryCommand = {
	...COMMAND,
	description: "Hide a report that was misread; it is counted as hidden",
	options: [claimOption, reportOption, storyOption],
	examples: [{ claim: "mining cost" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	run: ({ story, values }) => {
		const claim = claimMeant(story, COMMAND, values);
		if (!("label" in claim)) return claim;
		const title = "Which report was misread?";
		const report = reportMeant(story, claim, { command: COMMAND, values, title });
		if (!("printed" in report)) return report;
		const correction = { kind: "misread", ...anchorOf(claim, [report]) } as const;
		return { kind: "change", change: { kind: "correct", story: story.id, correction } };
	},
	complete: ({ story }, option, typed) =>
		option === claimOption.name ? completeClaim(story, typed) : [],
};
