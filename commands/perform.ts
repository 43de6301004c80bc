import { isCalled } from "../src/corpus/story.ts";
import type { Records } from "../src/records/records.ts";
import type { Snapshot, Story } from "../src/snapshot.ts";
import { nearestNames } from "../src/text/nearest-names.ts";
import type { Command, Option, Outcome, StoryCommand, Values } from "./command.ts";
import { commands } from "./index.ts";
import { isReadOnly, line, refusal, refusalOfReadOnly } from "./notice.ts";

// Discord shows 25 at most.
const MAX_COMPLETIONS = 25;

/** A command as it was called, before anything about it is known to be right. */
export interface Call {
	readonly name: string;
	readonly snapshot: Snapshot;
	readonly values: Values;
	readonly records: Records;
	/** The channel in which it is called; null in the terminal. */
	readonly channel: string | null;
}

/** The story that a channel is tied to; null where it is tied to none. */
function storyOfChannel({ records, channel }: Call): string | null {
	return records.ties.find(tie => tie.channel === channel)?.story ?? null;
}

// Marks that cannot be seen, and that turn the direction of writing, may stand inside a word.
const INVISIBLE = /\p{Cf}+/gu;
const UNWANTED = /[\p{Cc}\p{Co}\p{Cn}\u2028\u2029]+/gu;

/** A value as it is worked with: without control and direction characters, white space folded. */
export function cleanValue(value: string): string {
	return value.replace(INVISIBLE, "").replace(UNWANTED, " ").replace(/\s+/g, " ").trim();
}

/** The values that a command takes, each cleaned as its option wants it. */
function cleanValues(values: Values, options: readonly Option[]): Values {
	const cleaned = Object.entries(values).flatMap(([name, value]) => {
		const option = options.find(known => known.name === name);
		const text = option?.kind === "lines" ? value.trim() : cleanValue(value);
		return text === "" && option?.clears !== true ? [] : [[name, text] as const];
	});
	return Object.fromEntries(cleaned);
}

function refuseValues(command: Command, values: Values): Outcome | null {
	for (const option of command.options) {
		const value = values[option.name];
		if (value === undefined && option.required) {
			const [example = {}] = command.examples;
			return refusal(
				`Nothing in "${option.name}"`,
				`/${command.name} needs "${option.name}": ${option.description.toLowerCase()}. For example: ${example[option.name] ?? ""}`,
			);
		}
		if (value !== undefined && option.choices?.includes(value) === false) {
			return refusal(
				`Not a value of "${option.name}"`,
				`"${option.name}" takes ${option.choices.join(" or ")} ("${value}").`,
			);
		}
		if (value !== undefined && value.length > option.maxLength) {
			return refusal(
				"Too long",
				`"${option.name}" has ${value.length.toLocaleString("en")} characters; ${option.maxLength.toLocaleString("en")} can be read. Make it shorter.`,
			);
		}
	}
	return null;
}

function storyNamed(snapshot: Snapshot, name: string): Story | undefined {
	return snapshot.stories.find(story => isCalled(story, name));
}

/** The stories that may be meant: a command that changes one is not offered those that it cannot. */
function offeredStories(command: Command, { snapshot, records }: Call): readonly Story[] {
	const changes = command.needsStory && command.changesStory === true;
	return snapshot.stories.filter(story => !changes || !isReadOnly(story, records));
}

function completeStory(stories: readonly Story[], typed: string): readonly string[] {
	const wanted = typed.toLowerCase();
	return stories
		.filter(story => [story.id, story.title].some(name => name.toLowerCase().includes(wanted)))
		.map(story => story.id)
		.slice(0, MAX_COMPLETIONS);
}

function refusedAsReadOnly(story: Pick<Story, "title">): Outcome {
	return { kind: "notice", notice: refusalOfReadOnly(story) };
}

function askWhichStory(command: StoryCommand, call: Call, text: string): Outcome {
	const stories = offeredStories(command, call);
	const entries = stories.flatMap(story => {
		const said = command.ofStory?.({ ...call, story }) ?? null;
		return said === null ? [] : [line(story.title, said)];
	});
	const sections = entries.length === 0 ? [] : [{ heading: "", entries }];
	const choices = stories.map(story => ({
		label: story.title,
		command: command.name,
		values: { ...call.values, story: story.id },
	}));
	return {
		kind: "notice",
		notice: { title: "Which story?", text, sections, choices, refusal: true },
	};
}

function storyOf(command: StoryCommand, call: Call): Story | Outcome {
	const { stories } = call.snapshot;
	const [first, ...others] = stories;
	if (first === undefined) {
		return refusal(
			"No story to answer from",
			"The corpus holds no readable article. Whoever runs this bot can put a story's folder with articles into it; a moderator can then use /refresh.",
		);
	}
	const name = call.values["story"] ?? storyOfChannel(call);
	if (name === null || name === undefined) {
		if (others.length === 0) return first;
		const isAnyOwn = offeredStories(command, call).length > 0;
		if (!isAnyOwn) return refusedAsReadOnly({ title: "Every story here" });
		return askWhichStory(command, call, "There are several stories; choose one.");
	}
	const named = storyNamed(call.snapshot, name);
	if (named !== undefined) return named;
	const known = stories.flatMap(story => [story.id, story.title, ...story.aliases]);
	const [nearest] = nearestNames(name, known);
	const guess = nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
	return askWhichStory(command, call, `There is no story "${name}".${guess}`);
}

/**
 * Runs a command: cleans what was typed, refuses what does not fit, finds the story that is meant.
 * Never throws for anything that a member types.
 */
export function perform(call: Call): Outcome {
	const command = commands.find(({ name }) => name === call.name);
	if (command === undefined) {
		const names = commands.map(({ name }) => name);
		const [nearest = "help"] = nearestNames(call.name, names);
		return refusal("No such command", `There is no /${call.name}. Did you mean /${nearest}?`);
	}
	const cleaned: Call = { ...call, values: cleanValues(call.values, command.options) };
	const refused = refuseValues(command, cleaned.values);
	if (refused !== null) return refused;
	if (!command.needsStory) return command.run(cleaned);
	const story = storyOf(command, cleaned);
	if ("kind" in story) return story;
	if (command.changesStory === true && isReadOnly(story, cleaned.records)) {
		return refusedAsReadOnly(story);
	}
	return command.run({ ...cleaned, story });
}

/** What to offer while an option is typed, best first, 25 at most; nothing where nothing is known to fit. */
export function complete(call: Call, option: string): readonly string[] {
	const command = commands.find(({ name }) => name === call.name);
	if (command === undefined) return [];
	const cleaned: Call = { ...call, values: cleanValues(call.values, command.options) };
	const typed = cleaned.values[option] ?? "";
	if (option === "story") return completeStory(offeredStories(command, call), typed);
	if (!command.needsStory) return [];
	const story = storyOf(command, cleaned);
	if ("kind" in story) return [];
	return command.complete({ ...cleaned, story }, option, typed).slice(0, MAX_COMPLETIONS);
}
