import type { Watch } from "../../src/records/records.ts";
import type { Snapshot } from "../../src/snapshot.ts";
import type { Command, PlainCommand } from "../command.ts";
import { button, line, notice, refusal } from "../notice.ts";
import { kept } from "../options.ts";

const COMMAND: Pick<Command, "name"> = { name: "watch list" };

function nameOf({ story, claim }: Watch, snapshot: Snapshot): string {
	const known = snapshot.stories.find(({ id }) => id === story);
	const label = known?.claims.find(({ id }) => id === claim)?.label;
	const title = known?.title ?? story;
	if (claim === null) return `Everything of ${title}`;
	return label === undefined ? `A claim of ${title} that is gone` : `${label} (${title})`;
}

/** `/watch list`: what this channel hears of, each with a button that stops it. */
export const watchList: PlainCommand = {
	...COMMAND,
	description: "What this channel is told of, and how to stop it",
	options: [kept("stop", "The story of what is to stop"), kept("claim", "Its claim")],
	examples: [{}],
	access: "moderators",
	messageMenu: null,
	needsStory: false,
	run: ({ records, snapshot, channel, values }) => {
		if (channel === null) return refusal("No channel here", "Channels are told in Discord.");
		const watches = records.watches.filter(watch => watch.channel === channel);
		const { stop, claim = null } = values;
		if (stop !== undefined) {
			const meant = watches.find(watch => watch.story === stop && watch.claim === claim);
			if (meant === undefined) {
				return refusal("Nothing to stop", "This channel is not told of that any more.");
			}
			return { kind: "change", change: { kind: "unwatch", story: stop, claim: meant.claim } };
		}
		if (watches.length === 0) {
			return notice(
				"Nothing is watched",
				"/watch claim and /watch story tell this channel of changes.",
			);
		}
		const entries = watches.map(watch => line(nameOf(watch, snapshot)));
		const choices = watches.map(watch => {
			const values = watch.claim === null ? {} : { claim: watch.claim };
			return button(`Stop: ${nameOf(watch, snapshot)}`, COMMAND, { ...values, stop: watch.story });
		});
		const sections = [{ heading: "This channel is told of", entries }];
		return notice("Watched", `${watches.length} watched here.`, { sections, choices });
	},
};
