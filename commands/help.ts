import type { Choice, Entry } from "../src/answers/answer.ts";
import type { Command, PlainCommand, Values } from "./command.ts";

/**
 * The command with its values as a member would type it: `/claim edge AI market`, and with the options'
 * names where there is more than the first to fill in: `/compare topic:mining cost`.
 */
export function typed(command: Command, values: Values): string {
	const [first] = command.options;
	const given = Object.entries(values);
	const isPlain = given.every(([name]) => name === first?.name) && first?.required === true;
	const words = given.map(([name, value]) => (isPlain ? value : `${name}:${value}`));
	return [`/${command.name}`, ...words].join(" ");
}

function entryOf(command: Command): Entry {
	return {
		label: `/${command.name}`,
		published: null,
		excerpt: null,
		remarks: [
			command.description,
			...command.examples.map(values => `Example: ${typed(command, values)}`),
		],
		changes: [],
	};
}

function choicesOf(command: Command): readonly Choice[] {
	// What asks to be confirmed changes something, and is not to be tried by the way.
	const changes = command.options.some(({ kind }) => kind === "yes");
	if (command.access === "moderators" || changes) return [];
	return command.examples.map(values => ({
		label: typed(command, values),
		command: command.name,
		values,
	}));
}

/** `/help`: what each command does, with examples that run when tapped. */
export function makeHelp(commands: readonly Command[]): PlainCommand {
	return {
		name: "help",
		description: "What can be asked, with examples to tap",
		options: [],
		examples: [{}],
		access: "everyone",
		messageMenu: null,
		needsStory: false,
		run: () => ({
			kind: "notice",
			notice: {
				title: "What Presscheck answers",
				text: "Presscheck has read what several outlets wrote about a story. It shows who printed what, in the outlets' own words, with a link to each sentence. It does not judge what is so, and it searches nothing but the articles it holds.",
				sections: [{ heading: "Commands", entries: commands.map(entryOf) }],
				choices: commands.flatMap(choicesOf),
				refusal: false,
			},
		}),
	};
}
