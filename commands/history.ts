import { counted } from "../src/answers/wording.ts";
import { doerInWords } from "../src/records/doer-in-words.ts";
import type { PastChange } from "../src/records/records.ts";
import type { PlainCommand } from "./command.ts";
import { button, line, notice } from "./notice.ts";
import { storyOption } from "./options.ts";
import { newestUndoable, undo } from "./undo.ts";

function entryOf({ number, at, by, deed, undoes, undoneBy, story, isFinal }: PastChange) {
	const who = doerInWords(by);
	const taken = undoes === null ? [] : [`takes back change ${undoes}`];
	const back = undoneBy === null ? [] : [`taken back by change ${undoneBy}`];
	const where = story === null ? [] : [`story ${story}`];
	const final = isFinal ? ["cannot be undone"] : [];
	return {
		...line(`${number}. ${deed}`, timeOf(at), who, ...where, ...taken, ...back, ...final),
		published: at,
	};
}

/** The time of day of an ISO 8601 time: "20:41 UTC". */
function timeOf(at: string): string {
	return `${new Date(at).toISOString().slice(11, 16)} UTC`;
}

/** `/history`: who changed what, when; newest first. */
export const history: PlainCommand = {
	name: "history",
	description: "Who changed what in the coverage held, and when",
	options: [storyOption],
	examples: [{}],
	access: "moderators",
	messageMenu: null,
	needsStory: false,
	run: ({ records, snapshot, values }) => {
		const { story } = values;
		const changes = records.history.filter(change => story === undefined || change.story === story);
		if (changes.length === 0) {
			return notice("Nothing was changed", "No change to the coverage held is on record.");
		}
		const sections = [{ heading: "Changes, newest first", entries: changes.map(entryOf) }];
		const newest = newestUndoable(changes, snapshot);
		const choices =
			newest === undefined
				? []
				: [button("Undo the newest…", undo, { change: `${newest.number}` })];
		const text = `${counted(changes.length, "change")} on record. A change's number is the revision of what is kept that it left; what members say looks wrong takes numbers too, and is in /correct list.`;
		return notice("Changes", text, { sections, choices });
	},
};
