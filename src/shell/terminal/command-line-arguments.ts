import { parseArgs } from "node:util";
import type { Values } from "../../../commands/command.ts";
import { YES } from "../../../commands/options.ts";
import { nearestNames } from "../../text/nearest-names.ts";
import type { Listed } from "./listed.ts";

/** What was typed behind `presscheck`, understood. */
export type Invocation =
	| Help
	| { readonly kind: "version" }
	| { readonly kind: "misuse"; readonly message: string }
	| Run;

/** The help that is asked for; that of the program where neither a command nor a group is named. */
export interface Help {
	readonly kind: "help";
	readonly command: Listed | null;
	/** The first word of commands of two words; null where none is named alone. */
	readonly group: string | null;
}

/** A command to run. */
export interface Run {
	readonly kind: "run";
	readonly command: Listed;
	readonly values: Values;
	/** The words behind the command that have no name before them, each as it was typed. */
	readonly texts: readonly string[];
	/** A folder of stories, as typed; null leaves it to the configuration. */
	readonly corpus: string | null;
	/** The Discord server whose stories are meant beside the installation's, by its id; null for none. */
	readonly server: string | null;
	readonly json: boolean;
}

type Settings = Readonly<
	Record<string, { readonly type: "string" | "boolean"; readonly short?: string }>
>;

/** Options that every command takes. */
const GLOBAL: Settings = {
	story: { type: "string" },
	corpus: { type: "string" },
	server: { type: "string" },
	json: { type: "boolean" },
	help: { type: "boolean", short: "h" },
	version: { type: "boolean", short: "V" },
};

/** Discord's ids: https://discord.com/developers/docs/reference#snowflakes */
const SERVER = /^\d{17,20}$/;

interface Words {
	readonly texts: readonly string[];
	readonly options: ReadonlyMap<string, string>;
}

interface Misuse {
	readonly kind: "misuse";
	readonly message: string;
}

/**
 * Reads the words behind `presscheck`. What does not fit is a misuse whose message says what does.
 * Text that begins with a digit's minus ("-5%") is text; before other text with a dash stands `--`.
 */
export function readArguments(argv: readonly string[], commands: readonly Listed[]): Invocation {
	const settings: Settings = { ...settingsOf(commands), ...GLOBAL };
	const words = readWords(argv, settings);
	if ("kind" in words) return words;
	if (words.options.has("version")) return { kind: "version" };
	const [name] = words.texts;
	if (name === undefined) return HELP;
	const command = commandIn(words.texts, commands);
	if (words.options.has("help")) return helpOn(words.texts, commands);
	if (command === undefined) return noSuchCommand(words.texts, commands);
	const texts = words.texts.slice(wordsIn(command.name));
	return command.name === "help" ? helpOn(texts, commands) : runOf(command, texts, words.options);
}

/** Options that only say yes take no value. */
function settingsOf(commands: readonly Listed[]): Settings {
	const options = commands.flatMap(command => command.options);
	return Object.fromEntries(
		options.map(({ name, kind }) => [name, { type: kind === "yes" ? "boolean" : "string" }]),
	);
}

/** The command that the first words name, two of them before one. */
function commandIn(texts: readonly string[], commands: readonly Listed[]): Listed | undefined {
	const names = [texts.slice(0, 2).join(" "), texts[0]];
	return names
		.map(name => commands.find(known => known.name === name))
		.find(command => command !== undefined);
}

function wordsIn(name: string): number {
	return name.split(" ").length;
}

const HELP: Help = { kind: "help", command: null, group: null };

function helpOn(texts: readonly string[], commands: readonly Listed[]): Help | Misuse {
	const [name] = texts;
	if (name === undefined) return HELP;
	const command = commandIn(texts, commands) ?? null;
	const isGroup = groupOf(name, commands).length > 0;
	const group = isGroup && (command?.name === name || texts.length === 1) ? name : null;
	if (command === null && group === null) return noSuchCommand(texts, commands);
	return { kind: "help", command, group };
}

/** The commands of two words that begin with this one. */
export function groupOf(name: string, commands: readonly Listed[]): readonly Listed[] {
	return commands.filter(command => command.name.startsWith(`${name} `));
}

function runOf(
	command: Listed,
	texts: readonly string[],
	options: ReadonlyMap<string, string>,
): Run | Misuse {
	const known = new Set([...Object.keys(GLOBAL), ...command.options.map(({ name }) => name)]);
	const strange = [...options.keys()].find(name => !known.has(name));
	if (strange !== undefined) return noSuchOption(`--${strange}`, [...known], command.name);
	const open = command.words.filter(name => !options.has(name));
	if (texts.length > 0 && open.length === 0) {
		return misuse(`"${command.name}" takes no more text ("${texts.join(" ")}")`, command.name);
	}
	const server = options.get("server") ?? null;
	if (server !== null && !SERVER.test(server)) {
		return misuse(`--server takes a server's id, 17 to 20 digits ("${server}")`, command.name);
	}
	const own = command.options.flatMap(({ name, kind }) => {
		const said = kind === "yes" && options.has(name) ? YES : options.get(name);
		const value = said ?? textFor(name, open, texts);
		return value === undefined ? [] : [[name, value] as const];
	});
	return {
		kind: "run",
		command,
		values: Object.fromEntries(own),
		texts,
		corpus: options.get("corpus") ?? null,
		server,
		json: options.has("json"),
	};
}

/** The text that fills an option: one word each, the last takes all that is left. */
function textFor(
	name: string,
	open: readonly string[],
	texts: readonly string[],
): string | undefined {
	const index = open.indexOf(name);
	if (index < 0 || index >= texts.length) return undefined;
	return index === open.length - 1 ? texts.slice(index).join(" ") : texts[index];
}

function readWords(argv: readonly string[], settings: Settings): Words | Misuse {
	const { tokens } = parseArgs({
		args: argv.map(markNumber),
		options: settings,
		strict: false,
		allowPositionals: true,
		tokens: true,
	});
	const texts: string[] = [];
	const options = new Map<string, string>();
	for (const token of tokens) {
		if (token.kind === "positional") texts.push(unmarked(token.value));
		if (token.kind !== "option") continue;
		const wrong = refuseOption(token, settings);
		if (wrong !== null) return wrong;
		options.set(token.name, unmarked(token.value ?? ""));
	}
	return { texts, options };
}

/** Stands before "-5%", which would be read as options; no word of a command line can hold it. */
const MARK = "\0";

function markNumber(word: string): string {
	return /^-[\d.]/.test(word) ? MARK + word : word;
}

function unmarked(word: string): string {
	return word.startsWith(MARK) ? word.slice(MARK.length) : word;
}

interface OptionToken {
	readonly name: string;
	readonly rawName: string;
	readonly value: string | undefined;
	readonly inlineValue: boolean | undefined;
}

function refuseOption(token: OptionToken, settings: Settings): Misuse | null {
	const { name, rawName, value, inlineValue } = token;
	const setting = settings[name];
	if (setting === undefined) return noSuchOption(rawName, Object.keys(settings), null);
	if (setting.type === "boolean") {
		return value === undefined ? null : misuse(`${rawName} takes no value`, null);
	}
	const forgotten = value === undefined || (inlineValue === false && value.startsWith("--"));
	return forgotten || value === "" ? misuse(`${rawName} needs a value`, null) : null;
}

function noSuchCommand(texts: readonly string[], commands: readonly Listed[]): Misuse {
	const [name = "", second] = texts;
	const group = groupOf(name, commands);
	if (group.length > 0) {
		const words = group.map(command => command.name.slice(name.length + 1)).join(", ");
		const typed = second === undefined ? name : `${name} ${second}`;
		return misuse(`there is no command "${typed}"; behind "${name}" stands one of ${words}`, name);
	}
	const names = commands.map(command => command.name);
	const [nearest] = nearestNames(name, names);
	const guess = nearest === undefined ? "" : `; did you mean "${nearest}"?`;
	return misuse(`there is no command "${name}"${guess}`, null);
}

function noSuchOption(typed: string, known: readonly string[], command: string | null): Misuse {
	const [nearest] = nearestNames(typed.replace(/^-+/, ""), known);
	const guess =
		nearest === undefined || !typed.startsWith("--") ? "" : `; did you mean --${nearest}?`;
	const text = "(before text that begins with a dash, write --)";
	const where = command === null ? "there is no option" : `"${command}" takes no option`;
	return misuse(`${where} ${typed}${guess} ${text}`, command);
}

function misuse(message: string, command: string | null): Misuse {
	const help = command === null ? "presscheck --help" : `presscheck ${command} --help`;
	return { kind: "misuse", message: `${message}\n${help} tells what there is.` };
}
