import type { Option } from "../../../commands/command.ts";
import { GROUPS } from "../../../commands/index.ts";
import { commandLine } from "../../present/command-line.ts";
import { EXIT_MEANINGS } from "./exit-codes.ts";
import type { Listed } from "./listed.ts";

const USAGE =
	"Usage: presscheck COMMAND [TEXT ...] [--story ID] [--corpus DIR] [--server ID] [--json] [--help] [--version]";

const GLOBAL_OPTIONS: readonly Row[] = [
	["--story ID", "which story; not needed where there is one"],
	["--corpus DIR", "only what is in a folder of stories, DIR/STORY/*.md, which is not changed"],
	[
		"--server ID",
		"the stories of a Discord server beside the installation's; changes are that server's",
	],
	["--json", "JSON by the contract in docs/json.md"],
	["--help, -h", "this help, or that of a command"],
	["--version, -V", "the program's version"],
];

type Row = readonly [name: string, description: string];

/** The help on the program: what it is for, commands, options, exit codes, examples that run. */
export function programHelp(commands: readonly Listed[]): string {
	const examples = commands.flatMap(({ name, examples: [example] }) =>
		example === undefined ? [] : [commandLine(name, example)],
	);
	return paragraphs([
		["Presscheck answers from the coverage of a story: who reported which figure, in which words,"],
		["where outlets agree, where they differ, and who is silent."],
		["", USAGE],
		["", "Commands", ...table(commands.map(command => [usageOf(command), command.description]))],
		["", "Options", ...table(GLOBAL_OPTIONS)],
		["", "Exit codes", ...table(EXIT_MEANINGS.map(([code, meaning]) => [`${code}`, meaning]))],
		["", "Examples", ...examples.map(indented)],
	]);
}

/** The help on one command: its options and examples, and the commands that begin with its name. */
export function commandHelp(command: Listed, group: readonly Listed[]): string {
	const { name, description, options, examples, lines } = command;
	const rows = options.map(
		(option): Row => [
			option.kind === "yes" ? `--${option.name}` : `--${option.name} ${valuesOf(option)}`,
			`${option.description}${option.required ? "" : " (may be left out)"}`,
		],
	);
	const typed = [...examples.map(example => commandLine(name, example)), ...lines];
	const story = options.some(option => option.name === "story") ? " [--story STORY]" : "";
	return paragraphs([
		[`Usage: presscheck ${usageOf(command)}${story} [--corpus DIR] [--server ID] [--json]`],
		["", description],
		rows.length === 0 ? [] : ["", "Options", ...table(rows)],
		["", "Examples", ...typed.map(indented)],
		group.length === 0 ? [] : ["", ...groupLines(name, group)],
	]);
}

/** The help on the commands that share a first word: what each does. */
export function groupHelp(name: string, group: readonly Listed[]): string {
	const description = GROUPS[name] ?? name;
	return paragraphs([
		[`Usage: presscheck ${name} COMMAND`],
		["", description],
		["", ...groupLines(name, group)],
	]);
}

function groupLines(name: string, group: readonly Listed[]): readonly string[] {
	const rows = group.map((command): Row => [usageOf(command), command.description]);
	return ["Commands", ...table(rows), "", `presscheck ${name} COMMAND --help tells more of one.`];
}

function valuesOf({ choices }: Option): string {
	return choices?.join("|") ?? "TEXT";
}

function usageOf({ name, options, words, reads }: Listed): string {
	const places = options.map(option => {
		const word = option.name.toUpperCase();
		const named = option.kind === "yes" ? `--${option.name}` : `--${option.name} ${word}`;
		const place = words.includes(option.name) ? word : named;
		return option.required && reads !== "without text" ? place : `[${place}]`;
	});
	return [name, ...places.filter(place => place !== "[--story STORY]")].join(" ");
}

function table(rows: readonly Row[]): readonly string[] {
	const width = Math.max(...rows.map(([name]) => name.length));
	return rows.map(([name, description]) => indented(`${name.padEnd(width)}  ${description}`));
}

function indented(line: string): string {
	return `  ${line}`;
}

function paragraphs(parts: readonly (readonly string[])[]): string {
	return `${parts.flat().join("\n")}\n`;
}
