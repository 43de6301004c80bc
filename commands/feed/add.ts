import { addressesIn } from "../addresses.ts";
import type { StoryCommand } from "../command.ts";
import { optional, required, storyOption } from "../options.ts";

/** `/feed add`: new pages of a feed are proposed for a story from now on. */
export const feedAdd: StoryCommand = {
	name: "feed add",
	description: "Look at a feed for new coverage of a story; what it finds waits for your yes",
	options: [
		required("address", "Web address of an RSS, Atom or JSON feed, or of a news sitemap"),
		storyOption,
		optional("words", "Words that a title must hold, with commas between; all of them must occur"),
		optional("trusted", "Write yes to add what it finds without asking"),
	],
	examples: [{ address: "https://example.org/feed.xml", words: "mining" }],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	changesStory: true,
	run: ({ story, values }) => ({
		kind: "change",
		change: {
			kind: "add feed",
			story: story.id,
			address: addressesIn(values["address"] ?? "")[0] ?? "",
			words: (values["words"] ?? "")
				.split(",")
				.map(word => word.trim())
				.filter(word => word !== ""),
			trusted: /^(?:yes|true|1)$/iu.test(values["trusted"] ?? ""),
		},
	}),
	complete: (_request, option) => (option === "trusted" ? ["yes", "no"] : []),
};
