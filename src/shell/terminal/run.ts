import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Readable, Writable } from "node:stream";
import type { Option } from "../../../commands/command.ts";
import { commands } from "../../../commands/index.ts";
import type { Problem } from "../../corpus/problem.ts";
import { harmlessLine } from "../../present/harmless.ts";
import type { Snapshot, SnapshotInput } from "../../snapshot.ts";
import {
	describeProblem,
	loadEnvironment,
	readTerminalConfig,
	type TerminalConfig,
} from "../config.ts";
import { readCorpus } from "../corpus-store.ts";
import { versionOf } from "../version.ts";
import { answerOnce, printClaims } from "./answer-once.ts";
import { groupOf, type Help, type Run, readArguments } from "./command-line-arguments.ts";
import { EXIT } from "./exit-codes.ts";
import { commandHelp, groupHelp, programHelp } from "./help-text.ts";
import { answerEach, extractEach } from "./item-programs.ts";
import { listCommands } from "./listed.ts";
import { moderate } from "./moderate.ts";
import { type Printer, printerTo } from "./printer.ts";
import { readCoverage } from "./read-coverage.ts";
import { searchEach } from "./search-program.ts";
import type { Program, Session } from "./session.ts";

/** The world around the program. */
export interface World {
	/** The words behind `presscheck`. */
	readonly argv: readonly string[];
	/** The folder of the project, where `.env`, `corpus` and package.json are. */
	readonly root: string;
	readonly stdin: Readable & { readonly isTTY?: boolean };
	readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
	readonly stderr: Writable;
	readonly clock: () => Date;
	/** Makes a snapshot of what was read. */
	readonly build: (input: SnapshotInput) => Snapshot;
}

/** Commands that are not run as they are in Discord. */
const PROGRAMS: Readonly<Record<string, Program>> = {
	// What reads pages is loaded for this alone.
	article: async session => (await import("./article-program.ts")).readArticles(session),
	claims: printClaims,
	extract: extractEach,
	search: searchEach,
};

/** Longer lines than this are hard to read. */
const MAX_WIDTH = 100;
const DEFAULT_WIDTH = 80;

const listed = listCommands(commands);

/**
 * Runs `presscheck` once and gives its exit code, when all that it printed is on its way. Nothing is
 * thrown: what fails is said in a line on the error output.
 */
export async function runTerminal(world: World): Promise<number> {
	const out = printerTo(world.stdout);
	const errors = printerTo(world.stderr);
	try {
		const code = await runInvocation(world, out, errors);
		const failure = out.failure();
		if (failure === null) return code;
		await errors.print(`presscheck: the output cannot be written (${failure.message})\n`);
	} catch (error) {
		const reason = error instanceof Error ? error.message : "unknown error";
		await errors.print(`presscheck: failed: ${harmlessLine(reason)}\n`);
	}
	return EXIT.failed;
}

async function runInvocation(world: World, out: Printer, errors: Printer): Promise<number> {
	const invocation = readArguments(world.argv, listed);
	switch (invocation.kind) {
		case "version":
			await out.print(`presscheck ${await versionOf(world.root)}\n`);
			return EXIT.answered;
		case "misuse":
			await errors.print(`presscheck: ${invocation.message}\n`);
			return EXIT.misused;
		case "help": {
			await out.print(helpOf(invocation));
			return EXIT.answered;
		}
		case "run":
			return runCommand(world, invocation, { out, errors });
	}
}

function helpOf({ command, group: name }: Help): string {
	const group = name === null ? [] : groupOf(name, listed);
	if (command !== null) return commandHelp(command, group);
	return name === null ? programHelp(listed) : groupHelp(name, group);
}

interface Printers {
	readonly out: Printer;
	readonly errors: Printer;
}

async function runCommand(world: World, run: Run, { out, errors }: Printers): Promise<number> {
	const loaded = loadEnvironment(world.root);
	const configuration =
		loaded.kind === "problems" ? loaded : readTerminalConfig(loaded.config, world.root);
	if (configuration.kind === "problems") {
		const lines = configuration.problems.map(
			problem => `presscheck: ${describeProblem(problem)}\n`,
		);
		await errors.print(lines.join(""));
		return EXIT.failed;
	}
	const missing = missingOption(run, world);
	if (missing !== null) {
		await errors.print(`presscheck: ${missing}\n`);
		return EXIT.misused;
	}
	return programOf(run)(sessionOf(world, run, { config: configuration.config, out, errors }));
}

function programOf(run: Run): Program {
	if (run.command.reads === "without text" && readsInput(run)) return answerEach;
	const isKept = run.command.access === "moderators" && run.corpus === null;
	return PROGRAMS[run.command.name] ?? (isKept ? moderate : answerOnce);
}

/** Why a command cannot be run for want of a text or a file; null where it can. */
function missingOption(run: Run, world: World): string | null {
	const { name, reads } = run.command;
	if (readsInput(run) && world.stdin.isTTY === true) {
		return `"${name}" reads JSON Lines {id, text} from its input: presscheck ${name} < FILE`;
	}
	const missing = run.command.options.find(option => isMissing(run, option));
	if (missing === undefined || reads === "without text") return null;
	const what = `${missing.name.toUpperCase()}: ${missing.description.toLowerCase()}`;
	return `"${name}" needs ${what}\npresscheck ${name} --help shows how.`;
}

/** Whether the command takes its texts from the input, as it was typed. */
function readsInput(run: Run): boolean {
	const { reads, options } = run.command;
	if (reads === "without text") return options.some(option => isMissing(run, option));
	return reads === "always";
}

function isMissing({ values }: Run, { name, required }: Option): boolean {
	return required && values[name] === undefined;
}

interface Surroundings extends Printers {
	readonly config: TerminalConfig;
}

function sessionOf(world: World, run: Run, surroundings: Surroundings): Session {
	const { config, out, errors } = surroundings;
	const { color } = config;
	const { stdout, stdin, clock } = world;
	const width = Math.min(stdout.columns ?? DEFAULT_WIDTH, MAX_WIDTH);
	return {
		run,
		input: stdin,
		out,
		errors,
		style: { width, color: color ?? stdout.isTTY === true },
		clock,
		snapshot: () => readSnapshot(world, config, { run, errors }),
		// Who asks need not wait for what fetches and reads pages.
		workplace: async () => {
			const { openTerminalWorkplace } = await import("./open-terminal-workplace.ts");
			return await openTerminalWorkplace({ ...world, config });
		},
		readFile: path => readFile(resolve(path), "utf8"),
	};
}

async function readSnapshot(
	world: World,
	config: TerminalConfig,
	{ run, errors }: Pick<Session, "run" | "errors">,
): Promise<Snapshot> {
	const { build, clock } = world;
	const { corpus, server } = run;
	const snapshot =
		corpus === null
			? await readCoverage({ config, server, build, clock })
			: build({ ...(await readCorpus(resolve(corpus))), asOf: clock().toISOString() });
	// "refresh" tells the problems itself.
	if (run.command.name !== "refresh") await errors.print(describeAll(snapshot.problems));
	return snapshot;
}

function describeAll(problems: readonly Problem[]): string {
	const lines = problems.map(({ file, reason, remedy }) => `${file}: ${reason}; ${remedy}`);
	return lines.map(line => `presscheck: ${harmlessLine(line)}\n`).join("");
}
