import type { Choice, Entry } from "../../src/answers/answer.ts";
import { correctionInWords, reportsInWords } from "../../src/answers/correction-in-words.ts";
import { counted } from "../../src/answers/wording.ts";
import type { Correction } from "../../src/claims/corrections.ts";
import type { Records } from "../../src/records/records.ts";
import type { Story } from "../../src/snapshot.ts";
import type { StoryCommand } from "../command.ts";
import { button, isReadOnly, line, notice } from "../notice.ts";
import { storyOption } from "../options.ts";
import { undo } from "../undo.ts";
import { correctDismiss } from "./dismiss.ts";
import { doubtsOf } from "./doubts.ts";
import { correctMisread } from "./misread.ts";

const DOUBTED = [
	"claim that members say looks wrong",
	"claims that members say look wrong",
] as const;

/** A correction as it is listed. */
interface Listed {
	readonly correction: Correction;
	readonly isStale: boolean;
	/** The number of the change that made it; null where the record does not tell. */
	readonly change: number | null;
}

function entryOf({ correction, isStale, change }: Listed): Entry {
	const stale = isStale ? ["no longer applies: its words do not stand any more"] : [];
	const number = change === null ? [] : [`change ${change}`];
	return line(correctionInWords(correction), ...whatOf(correction), ...stale, ...number);
}

function whatOf(correction: Correction): readonly string[] {
	if (correction.kind === "rename") return [`now “${correction.label}”`];
	return correction.kind === "merge" ? [`with ${reportsInWords(correction.into)}`] : [];
}

/** The newest change that made a correction and stands; null where none is on record. */
function changeOf(correction: Correction, story: Story, { history }: Records): number | null {
	const words = JSON.stringify(correction);
	const made = history.find(
		({ story: id, undoneBy, corrections }) =>
			id === story.id &&
			undoneBy === null &&
			corrections.some(each => JSON.stringify(each) === words),
	);
	return made?.number ?? null;
}

function undoChoice({ correction, change }: Listed): readonly Choice[] {
	if (change === null) return [];
	return [
		button(`Undo ${change}: ${correctionInWords(correction)}`, undo, { change: `${change}` }),
	];
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
		const listed = list.map((correction): Listed => {
			const isStale = stale.includes(correction);
			return { correction, isStale, change: changeOf(correction, story, records) };
		});
		const sections = [
			{
				heading: "Members say that these look wrong",
				entries: doubts.map(({ claim, times }) =>
					line(claim.label, times === 1 ? "said once" : `said ${times} times`),
				),
			},
			{
				heading: "Corrections, oldest first",
				entries: listed.map(entryOf),
			},
		].filter(({ entries }) => entries.length > 0);
		const looks = doubts.flatMap(({ claim }) => {
			const meant = { story: story.id, claim: claim.id };
			const lookedAt = button(`Looked at: ${claim.label}`, correctDismiss, meant);
			const misread = button(claim.label, correctMisread, meant);
			return isReadOnly(story, records) ? [lookedAt] : [misread, lookedAt];
		});
		const choices = [...looks, ...listed.flatMap(undoChoice)];
		const reports = counted(hidden.length, "report is", "reports are");
		const corrected =
			list.length === 0
				? "Nothing was corrected."
				: `${counted(list.length, "correction")}; ${reports} hidden. /undo takes one back by the number of its change.`;
		const nobody = doubts.length === 0 ? " Nobody said that a claim looks wrong." : "";
		const text = `${corrected}${nobody}`;
		return notice(`Corrections of ${story.title}`, text, { sections, choices });
	},
	ofStory: ({ story, records }) => {
		const { list, stale } = story.corrections;
		const doubts = doubtsOf(story, records);
		const said = [
			...(list.length === 0 ? [] : [counted(list.length, "correction")]),
			...(stale.length === 0 ? [] : [`${stale.length} of them without effect`]),
			...(doubts.length === 0 ? [] : [counted(doubts.length, ...DOUBTED)]),
		];
		return said.length === 0 ? null : said.join(", ");
	},
	complete: () => [],
};
