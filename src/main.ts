import { fileURLToPath } from "node:url";
import { describeProblem, loadEnvironment } from "./shell/config.ts";
import { serve } from "./shell/discord/serve.ts";
import type { Every } from "./shell/moderation/upkeep.ts";

/*
 * The bot. It ends by itself when Discord is gone for good, and on SIGINT and SIGTERM, after what is
 * under way is done; a second signal ends it at once.
 */

const root = fileURLToPath(new URL("..", import.meta.url));

const stopping = new Promise<string>(resolve => {
	for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, resolve);
});

const loaded = loadEnvironment(root);
if (loaded.kind === "problems") {
	for (const problem of loaded.problems) {
		process.stderr.write(`presscheck: ${describeProblem(problem)}\n`);
	}
	process.exitCode = 2;
} else {
	const { stdout, stderr } = process;
	const environment = loaded.config;
	const clock = (): Date => new Date();
	const every: Every = (milliseconds, work) => {
		const timer = setInterval(work, milliseconds);
		return () => clearInterval(timer);
	};
	const code = await serve({
		environment,
		root,
		api: null,
		stdout,
		stderr,
		clock,
		every,
		stopping,
	});
	// Idle sockets would keep the process for some seconds more.
	process.exit(code);
}
