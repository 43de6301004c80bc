import { commands } from "../../commands/index.ts";
import { harmlessLine } from "./harmless.ts";

/** Where the stories are that are meant, and which of them: always by name, behind what is asked. */
const WHERE: readonly string[] = ["corpus", "server", "story"];

/**
 * A command with its values as one types it in a terminal: a single value stands alone, several stand
 * by their names, as does the story, and a confirmation is its name alone.
 *
 * @example commandLine("claim", { text: "edge AI" }) // "presscheck claim 'edge AI'"
 */
export function commandLine(command: string, values: Readonly<Record<string, string>>): string {
	const options = commands.find(({ name }) => name === command)?.options ?? [];
	const kindOf = (name: string) => options.find(option => option.name === name)?.kind;
	const told = Object.entries(values).filter(([name]) => !WHERE.includes(name));
	const yes = told.filter(([name]) => kindOf(name) === "yes").map(([name]) => `--${name}`);
	const [only, ...more] = told.filter(([name]) => kindOf(name) !== "yes");
	const where = WHERE.flatMap(name => {
		const value = values[name];
		return value === undefined ? [] : [[name, value] as const];
	});
	const isAlone = only !== undefined && more.length === 0 && !only[1].startsWith("-");
	// A file is always named: what stands alone would be taken for an address.
	const isWord = isAlone && kindOf(only[0]) !== "file";
	const first = only && (isWord ? quoteArgument(only[1]) : option(only));
	const parts = ["presscheck", command, first, ...[...more, ...where].map(option), ...yes];
	return parts.filter(part => part !== undefined).join(" ");
}

function option([name, value]: readonly [string, string]): string {
	// A value that begins with a dash would be taken for an option of its own.
	return `--${name}${value.startsWith("-") ? "=" : " "}${quoteArgument(value)}`;
}

/** A word of a command line as a POSIX shell takes it, quoted where it has to be. */
export function quoteArgument(text: string): string {
	const line = harmlessLine(text);
	if (/^[\w./:=@%+,][\w./:=@%+,-]*$/.test(line)) return line;
	return `'${line.replaceAll("'", "'\\''")}'`;
}
