import type { Command, Option, Values } from "../../../commands/command.ts";

/** What can be typed behind `presscheck`: the commands of Discord, and those of the terminal alone. */
export interface Listed {
	readonly name: string;
	readonly description: string;
	readonly options: readonly Option[];
	/** Names of the options that words without a name fill in, in order; the last takes all that is left. */
	readonly words: readonly string[];
	readonly examples: readonly Values[];
	/** Whether it takes texts from the input, a line each: always, or when none is typed. */
	readonly reads: "always" | "without text" | "never";
	/** Whether it is for those who keep the coverage; in a terminal that is everyone. */
	readonly access: Command["access"];
	/** How else it is called, for what `examples` cannot show: whole lines for a shell. */
	readonly lines: readonly string[];
}

/** The most characters of a name in the file system or of a story. */
const MAX_NAME = 1_000;

const story: Option = {
	name: "story",
	kind: "text",
	description: "Which story; not needed where there is one",
	required: false,
	maxLength: MAX_NAME,
	completes: false,
};

const documents: Option = {
	name: "documents",
	kind: "text",
	description: "A file of JSON Lines {id, title, text} to search in",
	required: true,
	maxLength: MAX_NAME,
	completes: false,
};

const file: Option = {
	name: "file",
	kind: "text",
	description: "A page, PDF file or text (.html, .pdf, .md, .txt), or several",
	required: true,
	maxLength: MAX_NAME,
	completes: false,
};

/** Commands that make sense in a terminal alone. */
const TERMINAL_COMMANDS: readonly Listed[] = [
	{
		name: "article",
		description: "Read pages or texts as articles, print {file, outlet, title, ..., text}",
		options: [file],
		words: ["file"],
		reads: "never",
		access: "everyone",
		examples: [],
		lines: ["presscheck article page.html report.pdf", "presscheck article ./add"],
	},
	{
		name: "claims",
		description: "Every claim of a story with its reports",
		options: [story],
		words: [],
		reads: "never",
		access: "everyone",
		examples: [{}],
		lines: ["presscheck claims --json"],
	},
	{
		name: "extract",
		description: "Read JSON Lines {id, text}, print {id, figures, quotations}",
		options: [],
		words: [],
		reads: "always",
		access: "everyone",
		examples: [],
		lines: [`echo '{"id": 1, "text": "Rents rose 4% in May."}' | presscheck extract`],
	},
	{
		name: "search",
		description: "Read JSON Lines {id, text}, print {id, hits: [{document, score}]}",
		options: [documents],
		words: [],
		reads: "always",
		access: "everyone",
		examples: [],
		lines: ["presscheck search --documents documents.jsonl < queries.jsonl"],
	},
];

/** Many questions in one process read the corpus once. */
const ASK_LINES = [`echo '{"id": 1, "text": "Who said so?"}' | presscheck ask`];

const HELP: Listed = {
	name: "help",
	description: "This help, or that of one command",
	options: [
		{
			name: "command",
			kind: "text",
			description: "A command",
			required: false,
			maxLength: 100,
			completes: false,
		},
	],
	words: ["command"],
	reads: "never",
	access: "everyone",
	examples: [{}, { command: "claim" }],
	lines: [],
};

/** Everything that can be typed: the given commands, then the terminal's own, `help` at the end. */
export function listCommands(commands: readonly Command[]): readonly Listed[] {
	const shared = commands.filter(({ name }) => name !== "help").map(listedOf);
	return [...shared, ...TERMINAL_COMMANDS, HELP];
}

function listedOf({ name, description, options: all, examples, access }: Command): Listed {
	const options = all.filter(({ kind }) => kind !== "kept" && kind !== "lines");
	const texts = options.filter(option => option.kind === "text" && option.name !== "story");
	// What a change needs is told by words; whatever else is said of it has its name before it.
	const told = name.includes(" ")
		? texts.filter(({ required }, at) => required || at === 0)
		: texts;
	const words = told.map(option => option.name);
	const asks = name === "ask";
	const reads = asks ? "without text" : "never";
	const lines = asks ? ASK_LINES : [];
	return { name, description, options, words, reads, access, examples, lines };
}
