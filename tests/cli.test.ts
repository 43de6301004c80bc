import { execFile, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { type Host, main } from "../src/cli.ts";

const PROGRAM = fileURLToPath(new URL("../bin/presscheck.mjs", import.meta.url));
const SECONDS = 60_000;

describe("main", () => {
	test("takes the words behind the program's file, and sets the exit code", async () => {
		const stdout = new PassThrough();
		const host: Host = {
			argv: ["node", "presscheck", "--version"],
			stdin: new PassThrough(),
			stdout,
			stderr: new PassThrough(),
		};
		await main(host);
		expect(host.exitCode).toBe(0);
		expect(String(stdout.read())).toMatch(/^presscheck \d/);
	});
});

describe("presscheck", () => {
	test("answers from any working directory", { timeout: SECONDS }, async () => {
		const options = { cwd: tmpdir() };
		const { stdout } = await promisify(execFile)(PROGRAM, ["stories", "--json"], options);
		expect(JSON.parse(stdout)).toMatchObject({ kind: "notice", title: "Stories" });
	});

	test("tells misuse by its exit code, without a stack trace", { timeout: SECONDS }, async () => {
		const failed = promisify(execFile)(PROGRAM, ["clam"]);
		await expect(failed).rejects.toMatchObject({
			code: 2,
			stderr: expect.stringMatching(/^presscheck: [^\n]+\n[^\n]+\n$/),
		});
	});

	test("a reader that goes away is no failure", { timeout: SECONDS }, async () => {
		const child = spawn(PROGRAM, ["claims", "--json"], { stdio: ["ignore", "pipe", "pipe"] });
		child.stdout.destroy();
		const errors: string[] = [];
		child.stderr.on("data", chunk => errors.push(String(chunk)));
		const code = await new Promise(resolve => child.on("close", resolve));
		expect([code, errors.join("")]).toEqual([0, ""]);
	});
});
