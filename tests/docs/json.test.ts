import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test, vi } from "vitest";
import { EXIT_MEANINGS } from "../../src/shell/terminal/exit-codes.ts";
import { runTerminal } from "../../src/shell/terminal/run.ts";
import { buildSnapshot } from "../../src/snapshot.ts";
import { answerSchema, extractSchema } from "../present/json-contract.ts";

// Reading a whole corpus takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
// What somebody keeps who works on the project is not what is printed here.
vi.stubEnv("DATA_DIR", join(tmpdir(), "presscheck-keeps-nothing"));
afterAll(() => void vi.unstubAllEnvs());

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PAGE = fileURLToPath(new URL("../../docs/json.md", import.meta.url));

// What is typed, and what it prints.
const EXAMPLE =
	/```sh\n(?:echo '(?<input>.*)' \| )?npx presscheck (?<words>.*)\n```\n\n```json\n(?<output>[^`]*)```/g;

async function outputOf(words: string, input: string): Promise<string> {
	const written: string[] = [];
	const stdout = new Writable({
		write: (chunk, _encoding, done) => {
			written.push(String(chunk));
			done();
		},
	});
	await runTerminal({
		argv: words.split(" "),
		root: ROOT,
		stdin: Readable.from([input]),
		stdout,
		stderr: process.stderr,
		clock: () => new Date(0),
		build: snapshotInput => buildSnapshot(snapshotInput, null),
	});
	return written.join("");
}

describe("docs/json.md", () => {
	const page = readFileSync(PAGE, "utf8");
	const examples = [...page.matchAll(EXAMPLE)].map(({ groups = {} }) => groups);

	test("shows answers that fit the contract", () => {
		const [claim, extract, ...others] = examples.map(({ output = "" }) => JSON.parse(output));
		expect(answerSchema.parse(claim).excerpts).not.toEqual([]);
		expect(extractSchema.parse(extract).figures).not.toEqual([]);
		expect(others).toEqual([]);
	});

	// `npx vitest run tests/docs -u` writes the page anew after a change of what is read from texts.
	test("shows what the commands print", async () => {
		let fresh = page;
		for (const { words = "", input = "", output = "" } of examples) {
			fresh = fresh.replace(output, () => "\0");
			fresh = fresh.replace("\0", await outputOf(words, input));
		}
		await expect(fresh).toMatchFileSnapshot(PAGE);
	});

	test("lists the exit codes", () => {
		for (const [code, meaning] of EXIT_MEANINGS) expect(page).toContain(`| ${code} | ${meaning} |`);
	});

	test("names every key of the contract", () => {
		const keys = Object.keys(answerSchema.shape);
		for (const key of keys) expect(page).toContain(`\`${key}\``);
	});
});
