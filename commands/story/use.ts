import { isCalled } from "../../src/corpus/story.ts";
import type { PlainCommand } from "../command.ts";
import { refusal } from "../notice.ts";
import { storyOption } from "../options.ts";

/** `/story use`: questions in this channel are meant for one story from now on. */
export const storyUse: PlainCommand = {
	name: "story use",
	description: "Tie this channel to a story; without one, to none",
	options: [storyOption],
	examples: [{ story: "thorn-decentralization" }],
	access: "moderators",
	messageMenu: null,
	needsStory: false,
	run: ({ snapshot, channel, values }) => {
		if (channel === null) return refusal("No channel here", "Channels are tied in Discord.");
		const wanted = values["story"];
		if (wanted === undefined) {
			return { kind: "change", change: { kind: "use story", story: null } };
		}
		const story = snapshot.stories.find(known => isCalled(known, wanted));
		if (story === undefined) {
			return refusal("Which story?", `There is no story "${wanted}"; see /stories.`);
		}
		return { kind: "change", change: { kind: "use story", story: story.id } };
	},
};
