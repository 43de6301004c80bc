import { fileURLToPath } from "node:url";
import { runTerminal, type World } from "./shell/terminal/run.ts";
import { buildSnapshot } from "./snapshot.ts";

/** What the program takes from the process that it is. */
export type Host = Pick<World, "stdin" | "stdout" | "stderr"> & {
	/** The words of the command line, those of Node and of the program's file first. */
	readonly argv: readonly string[];
	exitCode?: number | string | null | undefined;
};

/**
 * `presscheck` on a process's words and streams. The exit code is set, and the process ends by
 * itself once all is written.
 */
export async function main(host: Host): Promise<void> {
	const { argv, stdin, stdout, stderr } = host;
	const root = fileURLToPath(new URL("..", import.meta.url));
	const clock = (): Date => new Date();
	const build: World["build"] = input => buildSnapshot(input, null);
	host.exitCode = await runTerminal({
		argv: argv.slice(2),
		root,
		stdin,
		stdout,
		stderr,
		clock,
		build,
	});
}
