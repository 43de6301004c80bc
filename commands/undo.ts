import { counted } from "../src/answers/wording.ts";
import type { PastChange } from "../src/records/records.ts";
import type { Snapshot, Story } from "../src/snapshot.ts";
import type { PlainCommand } from "./command.ts";
import { button, notice, refusal } from "./notice.ts";
import { confirmation, optional, YES } from "./options.ts";

const COMMAND = { name: "undo" };

/** The newest change that stands and can be taken back. */
export function newestUndoable(
	history: readonly PastChange[],
	snapshot: Snapshot,
): PastChange | undefined {
	return history.find(
		change => !change.isFinal && change.undoneBy === null && storyHeld(change, snapshot) === null,
	);
}

/** The story that a change began, where it has articles by now; null where nothing keeps the change. */
function storyHeld({ begins, story }: PastChange, { stories }: Snapshot): Story | null {
	return begins ? (stories.find(({ id }) => id === story) ?? null) : null;
}

/** Why the beginning of a story stays as long as it has articles. */
export function holdsArticles(articles: number): string {
	const held = counted(articles, "article");
	return `The story holds ${held}, and would be without its title. /article remove takes them out, or /undo what added them.`;
}

/** `/undo`: takes a change back, the newest unless another is named; asks first. */
export const undo: PlainCommand = {
	...COMMAND,
	description: "Take a change back: the newest, or one by its number; asks first",
	options: [
		optional("change", "The change's number in /history"),
		confirmation("yes", "Take it back without asking"),
	],
	examples: [{}, { change: "3" }],
	access: "moderators",
	messageMenu: null,
	needsStory: false,
	run: ({ records, snapshot, values }) => {
		const wanted = values["change"]?.replace(/^#/u, "");
		const { history } = records;
		const newest = newestUndoable(history, snapshot);
		if (wanted === undefined && newest === undefined) {
			return refusal("Nothing to undo", "No change is on record that can be taken back.");
		}
		const change =
			wanted === undefined ? newest : history.find(({ number }) => `${number}` === wanted);
		if (change === undefined) {
			return refusal("No such change", `There is no change ${wanted} on record; see /history.`);
		}
		const { number, deed, isFinal, undoneBy } = change;
		if (isFinal) {
			const text = `A text of change ${number} was removed for good: ${deed}.`;
			return refusal("This cannot be undone", text);
		}
		if (undoneBy !== null) {
			const text = `What it did: ${deed}. Change ${undoneBy} took it back; undo that one to have it again.`;
			const choices = [button(`Undo change ${undoneBy}…`, COMMAND, { change: `${undoneBy}` })];
			return refusal(`Change ${number} is undone already`, text, choices);
		}
		const held = storyHeld(change, snapshot);
		if (held !== null) {
			const text = `What it did: ${deed}. ${holdsArticles(held.articles.length)}`;
			return refusal("This cannot be undone yet", text);
		}
		if (values["yes"] !== undefined) {
			return { kind: "change", change: { kind: "undo", number } };
		}
		const choices = [button("Undo it", COMMAND, { change: `${number}`, yes: YES })];
		return notice(`Undo change ${number}?`, `What it did: ${deed}.`, { choices });
	},
};
