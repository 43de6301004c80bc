import type { PlainCommand } from "./command.ts";
import { button, notice, refusal } from "./notice.ts";
import { confirmation, optional, YES } from "./options.ts";

const COMMAND = { name: "undo" };

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
	run: ({ records, values }) => {
		const wanted = values["change"]?.replace(/^#/u, "");
		const { history } = records;
		if (wanted === undefined && history.every(({ isFinal }) => isFinal)) {
			return refusal("Nothing to undo", "No change is on record that can be taken back.");
		}
		const change =
			wanted === undefined
				? history.find(({ isFinal }) => !isFinal)
				: history.find(({ number }) => `${number}` === wanted);
		if (change === undefined) {
			return refusal("No such change", `There is no change ${wanted} on record; see /history.`);
		}
		const { number, deed, isFinal } = change;
		if (isFinal) {
			return refusal("This cannot be undone", `Change ${number} removed a text for good: ${deed}.`);
		}
		if (values["yes"] !== undefined) {
			return { kind: "change", change: { kind: "undo", number } };
		}
		const choices = [button("Undo it", COMMAND, { change: `${number}`, yes: YES })];
		return notice(`Undo change ${number}?`, `What it did: ${deed}.`, { choices });
	},
};
