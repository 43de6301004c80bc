import type { Entry } from "../../src/answers/answer.ts";
import { counted } from "../../src/answers/wording.ts";
import type { Correction, ReportAnchor } from "../../src/claims/corrections.ts";
import type { Records } from "../../src/records/records.ts";
import type { Story } from "../../src/snapshot.ts";
import type { StoryCommand } from "../command.ts";
import { button, line, notice } from "../notice.ts";
import { storyOption } from "../options.ts";
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

function flagged(story: Story, { flags }: Records) {
	return flags
		.filter(flag => flag.story === story.id)
		.flatMap(({ claim: id, times }) => {
			const claim = story.claims.find(known => known.id === id);
			return claim === undefined ? [] : [{ claim, times }];
		});
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
		const doubts = flagged(story, records);
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
		const choices = doubts.map(({ claim }) =>
			button(claim.label, correctMisread, { story: story.id, claim: claim.id }),
		);
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
