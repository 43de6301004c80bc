import type { Entry } from "../src/answers/answer.ts";
import { counted, listed } from "../src/answers/wording.ts";
import { outletsOf, type Snapshot, type Story } from "../src/snapshot.ts";
import type { Notice, PlainCommand } from "./command.ts";

function entryOf(story: Story): Entry {
	const held = [
		`${counted(story.articles.length, "article")} of ${counted(outletsOf(story).length, "outlet")}`,
		counted(story.claims.length, "claim"),
	].join(", ");
	const others = story.aliases.map(alias => `“${alias}”`);
	const called = others.length === 0 ? "" : `, also called ${listed(others)}`;
	return {
		label: story.title,
		published: null,
		excerpt: null,
		remarks: [`${held} (story: ${story.id}${called})`],
		changes: [],
	};
}

/** The stories of a snapshot as something to read and choose from. */
export function noticeOfStories(snapshot: Snapshot): Notice {
	const { stories } = snapshot;
	return {
		title: "Stories",
		text: `${stories.length} ${stories.length === 1 ? "story" : "stories"} to ask about.`,
		sections: [{ heading: "Stories", entries: stories.map(entryOf) }],
		choices: stories.map(story => ({
			label: story.title,
			command: "figures",
			values: { story: story.id },
		})),
		refusal: false,
	};
}

/** `/stories`: what there is to ask about. */
export const stories: PlainCommand = {
	name: "stories",
	description: "The stories that can be asked about",
	options: [],
	examples: [{}],
	access: "everyone",
	messageMenu: null,
	needsStory: false,
	run: ({ snapshot }) => ({ kind: "notice", notice: noticeOfStories(snapshot) }),
};
