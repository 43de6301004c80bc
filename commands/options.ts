import type { Story } from "../src/snapshot.ts";
import type { Option } from "./command.ts";

/** The most UTF-16 code units that a question, a topic or a sentence to check may have. */
export const MAX_TEXT = 500;

/** An option that most commands take: which story is meant. */
export const storyOption: Option = {
	name: "story",
	kind: "text",
	description: "Which story; not needed where there is one",
	required: false,
	maxLength: 100,
	completes: true,
};

/** A text option that must be filled in. */
export function required(name: string, description: string, completes = false): Option {
	return { name, kind: "text", description, required: true, maxLength: MAX_TEXT, completes };
}

/** A text option that may be left out. */
export function optional(name: string, description: string, completes = false): Option {
	return { name, kind: "text", description, required: false, maxLength: MAX_TEXT, completes };
}

/** The story's outlets that fit what was typed so far, those that begin with it first. */
export function completeOutlet(story: Story, typed: string): readonly string[] {
	const wanted = typed.toLowerCase();
	const outlets = [...new Set(story.articles.map(({ article }) => article.outlet))];
	const begins = outlets.filter(outlet => outlet.toLowerCase().startsWith(wanted));
	const holds = outlets.filter(outlet => outlet.toLowerCase().includes(wanted));
	return [...new Set([...begins, ...holds])];
}
