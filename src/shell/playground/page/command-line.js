/** @import { PersonFile, PersonOption } from "../protocol.ts" */
/** @import { ApplicationCommand, CommandOption } from "./discord-json.ts" */

const SUBCOMMAND = 1;
const GROUP = 2;
/** In bytes, as Discord has it for servers without boosts. */
const LARGEST_FILE = 10 * 1024 * 1024;
const TYPES = { string: 3, integer: 4, boolean: 5, number: 10, attachment: 11 };

/**
 * A command as one types it, a subcommand being a command of its own: "article add".
 *
 * @typedef {object} Entry
 * @property {string} name what stands after the slash
 * @property {string} description
 * @property {ApplicationCommand} command
 * @property {readonly CommandOption[]} path the group and subcommand that lead to it
 * @property {readonly CommandOption[]} options to fill in, required ones first
 */

/**
 * What stands in a field. `value` is set where a choice was picked whose value is not its text, `chosen`
 * where a file was; `file` is that file once it is read.
 *
 * @typedef {object} Value
 * @property {string} text
 * @property {string | number} [value]
 * @property {File} [chosen]
 * @property {PersonFile} [file]
 */

/** @typedef {Readonly<Record<string, Value>>} Values by the option's name; absent: not given */

/**
 * @param {ApplicationCommand} command
 * @param {readonly CommandOption[]} path
 * @param {readonly CommandOption[]} options
 * @returns {readonly Entry[]}
 */
function expand(command, path, options) {
	const below = options.filter(option => option.type === SUBCOMMAND || option.type === GROUP);
	if (below.length > 0)
		return below.flatMap(option => expand(command, [...path, option], option.options ?? []));
	const name = [command.name, ...path.map(option => option.name)].join(" ");
	return [{ name, description: (path.at(-1) ?? command).description, command, path, options }];
}

/**
 * @param {readonly ApplicationCommand[]} commands of any type
 * @returns {readonly Entry[]} what can be typed after a slash, by name
 */
export function entriesOf(commands) {
	return commands
		.filter(command => command.type === 1)
		.flatMap(command => expand(command, [], command.options ?? []))
		.sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * @param {readonly Entry[]} entries
 * @param {string} typed what stands after the slash so far
 * @returns {readonly Entry[]} those that begin with it, then those that hold it, then by description
 */
export function matchingEntries(entries, typed) {
	const words = typed.trim().toLowerCase();
	const rank = (/** @type {Entry} */ entry) => {
		if (entry.name.startsWith(words)) return 0;
		if (entry.name.includes(words)) return 1;
		return entry.description.toLowerCase().includes(words) ? 2 : 3;
	};
	return entries.filter(entry => rank(entry) < 3).sort((a, b) => rank(a) - rank(b));
}

/**
 * Reads a whole command line, typed or pasted: values stand behind `name:`, or at once for the first
 * option.
 *
 * @param {readonly Entry[]} entries
 * @param {string} line
 * @returns {{ readonly entry: Entry, readonly values: Values } | null} null until a command's whole name and a space stand there
 * @example readCommandLine(entries, "/compare first: A second: B")
 */
export function readCommandLine(entries, line) {
	const longestFirst = [...entries].sort((a, b) => b.name.length - a.name.length);
	const entry = longestFirst.find(({ name }) => line.startsWith(`/${name} `));
	if (!entry) return null;
	return { entry, values: readValues(entry, line.slice(entry.name.length + 2)) };
}

/**
 * @param {Entry} entry
 * @param {string} text
 * @returns {Values}
 */
function readValues(entry, text) {
	const names = entry.options.map(option => option.name);
	const first = names[0];
	if (first === undefined) return {};
	const [head = "", ...rest] = text.split(new RegExp(`(?<![^\\s])(${names.join("|")}):`, "u"));
	/** @type {Record<string, Value>} */
	const values = {};
	if (head.trim() !== "") values[first] = { text: head.trimStart() };
	for (let at = 0; at + 1 < rest.length; at += 2)
		values[rest[at] ?? first] = { text: (rest[at + 1] ?? "").trim() };
	return values;
}

/**
 * An option's name typed at the end of another's field, as in "edge AI first:", or alone in its own.
 *
 * @param {Entry} entry
 * @param {string} option whose field it is
 * @param {string} typed
 * @returns {{ readonly text: string, readonly name: string } | null} the field's text without it, and the option meant
 */
export function splitOptionName(entry, option, typed) {
	const match = /^(.*?)(?:^|\s)([-_\p{L}\p{N}]+):$/u.exec(typed);
	const text = (match?.[1] ?? "").trimEnd();
	const name = match?.[2];
	const isMeant = name !== option || text === "";
	const isKnown = entry.options.some(other => other.name === name);
	return name && isKnown && isMeant ? { text, name } : null;
}

/**
 * @param {CommandOption} option
 * @param {string} text
 * @returns {string | number | boolean | undefined} what Discord is sent; undefined when it does not fit
 */
function typedValue(option, text) {
	const words = text.trim();
	if (option.choices && option.choices.length > 0)
		return option.choices.find(({ name }) => name.toLowerCase() === words.toLowerCase())?.value;
	if (option.type === TYPES.boolean) return { true: true, false: false }[words.toLowerCase()];
	if (option.type === TYPES.integer) return /^-?\d+$/.test(words) ? Number(words) : undefined;
	if (option.type === TYPES.number)
		return words !== "" && Number.isFinite(Number(words)) ? Number(words) : undefined;
	return option.type === TYPES.string ? text : undefined;
}

/**
 * @param {CommandOption} option
 * @param {string | number | boolean} value
 * @returns {string | null} why Discord's client would not send it
 */
function limitProblem(option, value) {
	const size = typeof value === "string" ? value.length : Number(value);
	const unit = typeof value === "string" ? " characters" : "";
	const least = typeof value === "string" ? option.min_length : option.min_value;
	const most = typeof value === "string" ? (option.max_length ?? 6000) : option.max_value;
	if (least !== undefined && size < least) return `at least ${least}${unit}`;
	if (most !== undefined && size > most) return `at most ${most}${unit}`;
	return null;
}

/**
 * @param {CommandOption} option
 * @returns {string}
 */
function wanted(option) {
	if (option.choices && option.choices.length > 0) return "choose one of those offered";
	/** @type {Readonly<Record<number, string>>} */
	const words = { 4: "a whole number", 5: "True or False", 10: "a number" };
	return words[option.type] ?? "choose one of those offered";
}

/**
 * What keeps a command from being sent.
 *
 * @param {Entry} entry
 * @param {Values} values
 * @returns {{ readonly option: string, readonly problem: string } | null} the first problem; null when there is none
 */
export function findProblem(entry, values) {
	for (const option of entry.options) {
		const problem = optionProblem(option, values[option.name]);
		if (problem) return { option: option.name, problem };
	}
	return null;
}

/**
 * @param {CommandOption} option
 * @param {Value | undefined} given
 * @returns {string | null}
 */
function optionProblem(option, given) {
	if (given === undefined || isEmpty(given))
		return option.required ? "This option is required" : null;
	if (option.type === TYPES.attachment)
		return (given.chosen?.size ?? 0) > LARGEST_FILE ? `${option.name}: at most 10 MiB` : null;
	const value = given.value ?? typedValue(option, given.text);
	if (value === undefined) return `${option.name}: ${wanted(option)}`;
	const limit = limitProblem(option, value);
	return limit === null ? null : `${option.name}: ${limit}`;
}

/**
 * @param {Value} given
 * @returns {boolean}
 */
function isEmpty(given) {
	return given.file === undefined && given.value === undefined && given.text.trim() === "";
}

/**
 * @param {CommandOption} option
 * @param {Value} given
 * @returns {PersonOption}
 */
function filled(option, given) {
	const { name, type } = option;
	if (given.file) return { name, type, file: given.file };
	return { name, type, value: given.value ?? typedValue(option, given.text) ?? given.text };
}

/**
 * The options to send: empty ones left out, wrapped in the subcommand and group they belong to.
 *
 * @param {Entry} entry
 * @param {Values} values
 * @param {string} [focused] the option being typed, of an autocomplete interaction: sent as it stands
 * @returns {readonly PersonOption[]}
 */
export function optionsToSend(entry, values, focused) {
	const own = entry.options.flatMap(option => {
		const given = values[option.name] ?? { text: "" };
		const { name, type } = option;
		if (name === focused) return [{ name, type, value: given.text, focused: true }];
		return isEmpty(given) ? [] : [filled(option, given)];
	});
	return entry.path.reduceRight(
		(/** @type {readonly PersonOption[]} */ inner, { name, type }) => [
			{ name, type, options: inner },
		],
		own,
	);
}

/**
 * @param {Entry} entry
 * @param {Values} values
 * @returns {string} the command as one would type it: "/compare first:A second:B"
 */
export function lineOf(entry, values) {
	const parts = entry.options
		.filter(option => !isEmpty(values[option.name] ?? { text: "" }))
		.map(option => {
			const given = values[option.name];
			return `${option.name}:${given?.file?.name ?? given?.text ?? ""}`;
		});
	return [`/${entry.name}`, ...parts].join(" ");
}
