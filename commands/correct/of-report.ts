import type { Claim } from "../../src/claims/claim.ts";
import { anchorOf } from "../../src/claims/corrections.ts";
import { claimMeant, claimOption, completeClaim } from "../claim-meant.ts";
import type { Outcome, StoryCommand } from "../command.ts";
import { storyOption } from "../options.ts";
import { reportMeant, reportOption } from "./report-meant.ts";

/** A correction of one report of a claim. */
export interface OfReport {
	readonly kind: "misread" | "split";
	readonly description: string;
	/** What is asked above the claim's reports. */
	readonly question: string;
	/** Why a claim cannot be corrected so; null where it can. */
	readonly refuse: (claim: Claim) => Outcome | null;
}

/** The command that corrects one report of a claim, which it offers to choose from. */
export function correctReport({ kind, description, question, refuse }: OfReport): StoryCommand {
	const command = { name: `correct ${kind}` };
	return {
		...command,
		description,
		options: [claimOption, reportOption, storyOption],
		examples: [{ claim: "mining cost" }],
		access: "moderators",
		messageMenu: null,
		needsStory: true,
		changesStory: true,
		run: ({ story, values }) => {
			const claim = claimMeant(story, command, values);
			if (!("label" in claim)) return claim;
			const refused = refuse(claim);
			if (refused !== null) return refused;
			const report = reportMeant(story, claim, { command, values, title: question });
			if (!("printed" in report)) return report;
			const correction = { kind, ...anchorOf(claim, [report]) };
			return { kind: "change", change: { kind: "correct", story: story.id, correction } };
		},
		complete: ({ story }, option, typed) =>
			option === claimOption.name ? completeClaim(story, typed) : [],
	};
}
