import type { Entry } from "../../src/answers/answer.ts";
import { counted } from "../../src/answers/wording.ts";
import type { Correction, ReportAnchor } from "../../src/claims/corrections.ts";
import type { StoryCommand } from "../command.ts";
import { button, line, notice } from "../notice.ts";
import { storyOption } from "../options.ts";
import { correctDismiss } from "./dismiss.ts";
import { doubtsOf } from "./doubts.ts";
import { correctMisread } from "./misread.ts";

const DEEDS: Readonly<Record<Correction["kind"], string>> = {
	misread: "Hidden as misread",
	merge: "Joined",
	split: "Made a claim of its own",
	rename: "Renamed",
};

function wordsOf([first, ...others]: readonly ReportAnchor[]): string {
	if (first === undefined) return "nothing";
	const more = others.length === 0 ? "" : ` and ${others.length} more`;
	return `${first.printed} (${first.article})${more}`;
}

function entryOf(correction: Correction, isStale: boolean): Entry {
	const stale = isStale ? ["no longer applies: its words do not stand any more"] : [];
	const label = `${DEEDS[correction.kind]}: ${wordsOf(correction.reports)}`;
	if (correction.kind === "rename") return line(label, `now “${correction.label}”`, ...stale);
	if (correction.kind === "merge") return line(label, `with ${wordsOf(correction.into)}`, ...stale);
	return line(label, ...stale);
}

/** `/correct list`: what was put right, and what members say looks wrong. */
export const correctList: StoryCommand = {
	name: "correct list",
	description: "What was put right in a story, and what members say looks wrong",
	options: [storyOption],
	examples: [{}],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	run: ({ story, records }) => {
		const { list, hidden, stale } = story.corrections;
		const doubts = doubtsOf(story, records);
		const sections = [
			{
				heading: "Members say that these look wrong",
				entries: doubts.map(({ claim, times }) =>
					line(claim.label, times === 1 ? "said once" : `said ${times} times`),
				),
			},
			{
				heading: "Corrections, oldest first",
				entries: list.map(correction => entryOf(correction, stale.includes(correction))),
			},
		].filter(({ entries }) => entries.length > 0);
		const choices = doubts.flatMap(({ claim }) => {
			const meant = { story: story.id, claim: claim.id };
			return [
				button(claim.label, correctMisread, meant),
				button(`Looked at: ${claim.label}`, correctDismiss, meant),
			];
		});
		const reports = counted(hidden.length, "report is", "reports are");
		const corrected =
			list.length === 0
				? "Nothing was corrected."
				: `${counted(list.length, "correction")}; ${reports} hidden. /undo takes one back.`;
		const nobody = doubts.length === 0 ? " Nobody said that a claim looks wrong." : "";
		const text = `${corrected}${nobody}`;
		return notice(`Corrections of ${story.title}`, text, { sections, choices });
	},
	complete: () => [],
};
