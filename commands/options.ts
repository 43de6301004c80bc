import { outletsOf, type Story } from "../src/snapshot.ts";
import type { Option } from "./command.ts";

/** The most UTF-16 code units that a question, a topic or a sentence to check may have. */
export const MAX_TEXT = 500;

/** The most UTF-16 code units of what people call a story or a claim: it stands in lists, headings and menus. */
const MAX_NAME = 100;

/** The most UTF-16 code units of an article's title or its outlet's name, as outlets write them. */
export const MAX_HEADLINE = 300;

/** An option that most commands take: which story is meant. */
export const storyOption: Option = {
	name: "story",
	kind: "text",
	description: "Which story; not needed where there is one",
	required: false,
	maxLength: MAX_NAME,
	completes: true,
};

/** A text option that must be filled in. */
export function required(name: string, description: string, completes = false): Option {
	return { name, kind: "text", description, required: true, maxLength: MAX_TEXT, completes };
}

/** A name that is given to a story or a claim. */
export function nameGiven(name: string, description: string): Option {
	return { ...required(name, description), maxLength: MAX_NAME };
}

/** A text option that may be left out. */
export function optional(name: string, description: string, completes = false): Option {
	return { name, kind: "text", description, required: false, maxLength: MAX_TEXT, completes };
}

/** An option that may be left out, and takes one of a few values. */
export function choice(name: string, description: string, choices: readonly string[]): Option {
	return { ...optional(name, description), choices };
}

/** The story's outlets that fit what was typed so far, those that begin with it first. */
export function completeOutlet(story: Story, typed: string): readonly string[] {
	return fitting(outletsOf(story), typed);
}

/** A confirmation: a button fills it in Discord, `--name` in the terminal. */
export function confirmation(name: string, description: string): Option {
	return {
		name,
		kind: "yes",
		description,
		required: false,
		maxLength: "yes".length,
		completes: false,
	};
}

/** What a confirmation's option holds when it is given. */
export const YES = "yes";

/** What only buttons and forms of ours carry. */
export function kept(name: string, description: string, maxLength = MAX_TEXT): Option {
	return { name, kind: "kept", description, required: false, maxLength, completes: false };
}

/** The values that begin with, then those that hold, what was typed so far. */
export function fitting(values: readonly string[], typed: string): readonly string[] {
	const wanted = typed.toLowerCase();
	const begins = values.filter(value => value.toLowerCase().startsWith(wanted));
	const holds = values.filter(value => value.toLowerCase().includes(wanted));
	return [...new Set([...begins, ...holds])];
}
