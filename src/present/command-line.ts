import { harmlessLine } from "./harmless.ts";

/**
 * A command with its values as one types it in a terminal: a single value stands alone, several stand
 * by their names.
 *
 * @example commandLine("claim", { text: "edge AI" }) // "presscheck claim 'edge AI'"
 */
export function commandLine(command: string, values: Readonly<Record<string, string>>): string {
	const { story, ...others } = values;
	const [only, ...more] = Object.entries(others);
	const named = story === undefined ? more : [...more, ["story", story] as const];
	const options = named.map(option);
	const alone = only !== undefined && more.length === 0 && !only[1].startsWith("-");
	const first = only && (alone ? quoteArgument(only[1]) : option(only));
	return ["presscheck", command, first, ...options].filter(part => part !== undefined).join(" ");
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
