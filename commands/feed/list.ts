import type { Choice, Entry } from "../../src/answers/answer.ts";
import { counted } from "../../src/answers/wording.ts";
import type { Feed } from "../../src/records/records.ts";
import { minuteInWords } from "../../src/text/day-in-words.ts";
import { articleAdd } from "../article/add.ts";
import type { StoryCommand } from "../command.ts";
import { button, line, notice } from "../notice.ts";
import { storyOption } from "../options.ts";
import { feedDismiss } from "./dismiss.ts";
import { feedsOf } from "./feed-meant.ts";

function entryOf({ id, address, words, trusted, lookedAt, problem, waiting }: Feed): Entry {
	return line(
		address,
		`name: ${id}`,
		words.length === 0 ? "takes every title" : `titles with: ${words.join(", ")}`,
		trusted ? "adds what it finds" : "asks before adding",
		lookedAt === null
			? "not looked at since this program was started"
			: `looked at ${minuteInWords(lookedAt)}`,
		...(problem === null ? [] : [`failed: ${problem}`]),
		`${waiting.length} waiting`,
	);
}

function waitingOf(feed: Feed): readonly Entry[] {
	return feed.waiting.map(({ id, title, address, published }) => ({
		...line(title, `name: ${id}`, address),
		published,
	}));
}

function choicesOf({ id, story, waiting }: Feed): readonly Choice[] {
	return waiting.flatMap(({ id: item, title, address }) => [
		button(`Add: ${title}`, articleAdd, { story, address }),
		button(`Dismiss: ${title}`, feedDismiss, { story, feed: id, item }),
	]);
}

/** `/feed list`: the feeds of a story, and the pages that wait for a yes. */
export const feedList: StoryCommand = {
	name: "feed list",
	description: "The feeds of a story, and what they found that waits for your yes",
	options: [storyOption],
	examples: [{}],
	access: "moderators",
	messageMenu: null,
	needsStory: true,
	run: ({ story, records }) => {
		const feeds = feedsOf(story, records);
		const waiting = feeds.flatMap(waitingOf);
		const sections = [
			{ heading: "Feeds", entries: feeds.map(entryOf) },
			{ heading: "Waiting for a yes", entries: waiting },
		].filter(({ entries }) => entries.length > 0);
		const text =
			feeds.length === 0
				? "No feed is looked at for this story; /feed add names one."
				: `${counted(feeds.length, "feed")}, ${counted(waiting.length, "page waits", "pages wait")}.`;
		return notice(`Feeds of ${story.title}`, text, { sections, choices: feeds.flatMap(choicesOf) });
	},
	complete: () => [],
};
