import { addressesIn } from "../addresses.ts";
import type { StoryCommand } from "../command.ts";
import { refusal } from "../notice.ts";
import { choice, optional, required, storyOption, YES } from "../options.ts";

const ONE_AT_A_TIME = refusal(
	"One at a time",
	"Several addresses were given. Add the feed of the one, then of the others.",
);

/** `/feed add`: new pages of a feed are proposed for a story from now on. */
export const feedAdd: StoryCommand = {
	name: "feed add",
	description: "Look at a feed for new coverage of a story; what it finds waits for your yes",
	options: [
		required("address", "Web address of an RSS, Atom or JSON feed, or of a news sitemap"),
		storyOption,
		optional("words", "Words that a title must hold, with commas between; all of them must occur"),
		choice("trusted", "Whether what it finds is added without asking; no where left out", [
			YES,
			"no",
		]),
	],
	examples: [{ address: "https://example.org/feed.xml", words: "mining" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	changesStory: true,
	run: ({ story, values }) => {
		const [address = "", ...others] = addressesIn(values["address"] ?? "");
		if (others.length > 0) return ONE_AT_A_TIME;
		const words = (values["words"] ?? "").split(",").map(word => word.trim());
		const change = {
			kind: "add feed",
			story: story.id,
			address,
			words: words.filter(word => word !== ""),
			trusted: values["trusted"] === YES,
		} as const;
		return { kind: "change", change };
	},
	complete: () => [],
};
