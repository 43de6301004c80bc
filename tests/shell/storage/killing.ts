import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { execPath } from "node:process";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { openFileKeeper } from "../../../src/shell/storage/file-keeper.ts";
import type { DocumentState, Draft } from "../../../src/shell/storage/keeper.ts";
import { documents, history, sound } from "./drafting.ts";
import type { Line } from "./killed-child.ts";

const CHILD = fileURLToPath(new URL("killed-child.ts", import.meta.url));

/** How a realm stands, as far as the commits that were told of go. */
export interface Told {
	readonly states: ReadonlyMap<string, DocumentState>;
	/** How many commits there were. */
	readonly number: number;
	/** Texts that must be nowhere any more. */
	readonly purged: readonly string[];
}

export const NOTHING_TOLD: Told = { states: new Map(), number: 0, purged: [] };

/** How to kill: with which numbers the deeds are picked, and when it happens. */
export interface Killing {
	readonly seed: number;
	/** The module whose `deed` is done over and over, as a file's URL. */
	readonly module: string;
	/** How many commits are waited for: how long one takes differs from machine to machine. */
	readonly commits: number;
	/** How long after that. */
	readonly milliseconds: number;
}

/** What a killed process leaves: what is certain, and what its last commit may have made of it. */
export interface Leaving {
	readonly certain: Told;
	readonly possible: Told | null;
	/** How many commits it made. */
	readonly commits: number;
}

/** Some deeds are refused, and a commit may be long in coming. */
const LONGEST_WAIT = 10_000;

/** Waits for so many lines. */
async function linesOf(lines: AsyncIterator<string>, many: number): Promise<void> {
	for (let seen = 0; seen < many; seen += 1) await lines.next();
}

/** Lets a process do deeds on a data directory, and kills it. */
export async function doAndKill(
	directory: string,
	before: Told,
	{ seed, module, commits, milliseconds }: Killing,
): Promise<Leaving> {
	const log = `${directory}.log`;
	const args = ["--import", "tsx", CHILD, directory, String(seed), module, log];
	const child = spawn(execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
	const exit = once(child, "exit");
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
	await lines.next();
	await Promise.race([linesOf(lines, commits), setTimeout(LONGEST_WAIT)]);
	await setTimeout(milliseconds);
	child.kill("SIGKILL");
	expect((await exit)[1]).toBe("SIGKILL");
	// What has no end of a line was cut short, before the commit that it tells of was begun.
	const written = (await readFile(log, "utf8")).split("\n").slice(0, -1);
	return leavingOf(
		before,
		written.map(line => JSON.parse(line) as Line),
	);
}

function leavingOf(before: Told, lines: readonly Line[]): Leaving {
	let certain = before;
	let draft: Draft | null = null;
	for (const line of lines) {
		if (line.kind === "begun") draft = line.draft;
		if (line.kind === "begun" || draft === null) continue;
		expect(["committed", "conflict"]).toContain(line.outcome);
		if (line.outcome === "committed") certain = after(certain, draft);
		draft = null;
	}
	const possible = draft === null ? null : after(certain, draft);
	return { certain, possible, commits: certain.number - before.number };
}

function after({ states, number, purged }: Told, { writes, purges }: Draft): Told {
	const changed = new Map(states);
	for (const { path, after: state } of writes) {
		if (state.kind === "absent") changed.delete(path);
		else changed.set(path, state);
	}
	const gone = writes
		.filter(({ path }) => purges.includes(path))
		.flatMap(({ before }) => (before.kind === "text" ? [before.text] : []));
	return { states: changed, number: number + 1, purged: [...purged, ...gone] };
}

/**
 * Opens a data directory as the next start does, and holds it to what the killed process left: all of
 * that or, of its last commit, nothing. Gives which of the two it is.
 */
export async function checkLeft(directory: string, { certain, possible }: Leaving): Promise<Told> {
	const keeper = await openFileKeeper(directory);
	const { number } = sound(await keeper.read("installation", null));
	const told = number === possible?.number ? possible : certain;
	expect(number).toBe(told.number);
	const expected = [...told.states].map(([path, state]) => ({ path, state }));
	const found = await documents(keeper, "installation");
	expect(found).toEqual(expected.toSorted((a, b) => (a.path < b.path ? -1 : 1)));
	const numbers = (await history(keeper, "installation")).map(entry => entry.number);
	expect(numbers).toEqual(Array.from({ length: told.number }, (_, index) => told.number - index));
	await keeper.close();
	await checkFiles(directory, told);
	return told;
}

/** What stands in a data directory besides documents and entries. */
const OTHER_FILES = /^(?:locks\/.*|\.?format\.json|installation\/journal\/applied\.json)$/;

/** Every file is a document, an entry, a mark or a lock: nothing torn or half written lies about. */
async function checkFiles(directory: string, { states, number, purged }: Told): Promise<void> {
	const found = await readdir(dirname(directory), { recursive: true, withFileTypes: true });
	const files = found
		.filter(entry => entry.isFile() && entry.parentPath.startsWith(directory))
		.map(entry => relative(directory, join(entry.parentPath, entry.name)))
		.filter(file => !OTHER_FILES.test(file));
	const documents = [...states].map(
		([path, { kind }]) => `documents/${path}${kind === "hidden" ? ".hidden" : ""}`,
	);
	const numbers = Array.from({ length: number }, (_, index) => String(index + 1));
	const entries = numbers.map(some => `journal/${some.padStart(6, "0")}.json`);
	const expected = [...documents, ...entries].map(file => `installation/${file}`);
	expect(files.toSorted()).toEqual(expected.toSorted());
	for (const file of files) {
		const text = await readFile(join(directory, file), "utf8");
		for (const gone of purged) expect(text).not.toContain(gone.trimEnd().split("\n").at(-1));
	}
}
