import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "dotenv";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
	describeProblem,
	type Environment,
	loadEnvironment,
	readConfig,
	readTerminalConfig,
} from "../../src/shell/config.ts";

const TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz_-0123456789";
const ROOT = "/srv/presscheck";

function problemsOf(environment: Environment): readonly string[] {
	const read = readConfig(environment, ROOT);
	return read.kind === "problems" ? read.problems.map(describeProblem) : [];
}

describe("readConfig", () => {
	test("nothing set: the playground on a free port, the corpus beside the program", () => {
		expect(readConfig({}, ROOT)).toEqual({
			kind: "config",
			config: {
				token: null,
				guild: null,
				corpusDirectory: join(ROOT, "corpus"),
				logLevel: "info",
				playgroundPort: 0,
				production: false,
			},
		});
	});

	test("everything set", () => {
		const environment = {
			DISCORD_TOKEN: TOKEN,
			DISCORD_GUILD_ID: "123456789012345678",
			CORPUS_DIR: "elsewhere",
			LOG_LEVEL: "debug",
			PLAYGROUND_PORT: "8080",
			NODE_ENV: "production",
		};
		expect(readConfig(environment, ROOT)).toEqual({
			kind: "config",
			config: {
				token: TOKEN,
				guild: "123456789012345678",
				corpusDirectory: "elsewhere",
				logLevel: "debug",
				playgroundPort: 8080,
				production: true,
			},
		});
	});

	test("an empty value counts as absent, and spaces around one do not count", () => {
		expect(readConfig({ DISCORD_TOKEN: " ", LOG_LEVEL: " warn " }, ROOT)).toMatchObject({
			kind: "config",
			config: { token: null, logLevel: "warn" },
		});
	});

	test.each([
		["DISCORD_GUILD_ID", "my server", "write its 17 to 20 digits"],
		["DISCORD_GUILD_ID", "42", "write its 17 to 20 digits"],
		["LOG_LEVEL", "loud", "write one of fatal, error"],
		["PLAYGROUND_PORT", "65536", "write a number from 0 to 65535"],
		["PLAYGROUND_PORT", "-1", "write a number from 0 to 65535"],
		["PLAYGROUND_PORT", "http", "write a number from 0 to 65535"],
		["NODE_ENV", "prod", "write production, development or test"],
	])("%s=%s names the variable, the value and the remedy", (name, value, remedy) => {
		const [problem, ...others] = problemsOf({ [name]: value });
		expect(problem).toContain(`${name}: `);
		expect(problem).toContain(JSON.stringify(value));
		expect(problem).toContain(remedy);
		expect(others).toEqual([]);
	});

	test("a bad token is named and never shown", () => {
		const secret = "Bot my-very-secret-words";
		const [problem] = problemsOf({ DISCORD_TOKEN: secret });
		expect(problem).toMatch(
			/^DISCORD_TOKEN: not the form of a bot token \(hidden\); copy it whole/,
		);
		expect(problem).not.toContain("secret");
	});

	test("a missing token in production says what to do", () => {
		expect(problemsOf({ NODE_ENV: "production" })).toEqual([
			expect.stringMatching(/^DISCORD_TOKEN: missing.*set it to the bot's token.*playground$/),
		]);
	});

	test("all problems are told at once", () => {
		const problems = problemsOf({ NODE_ENV: "production", LOG_LEVEL: "x", PLAYGROUND_PORT: "y" });
		expect(problems.map(problem => problem.split(":")[0])).toEqual([
			"LOG_LEVEL",
			"PLAYGROUND_PORT",
			"DISCORD_TOKEN",
		]);
	});
});

describe("readTerminalConfig", () => {
	test.each([
		[{}, null],
		[{ NO_COLOR: "1" }, false],
		[{ NO_COLOR: "" }, null],
		[{ FORCE_COLOR: "1" }, true],
		[{ FORCE_COLOR: "0" }, false],
		[{ NO_COLOR: "1", FORCE_COLOR: "1" }, false],
	])("%o gives color %o", (environment, color) => {
		expect(readTerminalConfig(environment, ROOT).color).toBe(color);
	});

	test("it works with a configuration that the bot would refuse", () => {
		const environment = { NODE_ENV: "production", DISCORD_TOKEN: "x", CORPUS_DIR: "mine" };
		expect(readTerminalConfig(environment, ROOT).corpusDirectory).toBe("mine");
	});
});

describe("loadEnvironment", () => {
	let root = "";
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), "presscheck-config-"));
	});
	afterEach(() => rmSync(root, { recursive: true }));

	test("without a file there are the process's variables", () => {
		expect(loadEnvironment(root)).toMatchObject({
			kind: "config",
			config: { NODE_ENV: "test" },
		});
	});

	test("the file stands behind the process, and its corpus counts from the file", () => {
		writeFileSync(join(root, ".env"), "NODE_ENV=production\nLOG_LEVEL='warn'\nCORPUS_DIR=mine\n");
		expect(loadEnvironment(root)).toMatchObject({
			kind: "config",
			config: { NODE_ENV: "test", LOG_LEVEL: "warn", CORPUS_DIR: join(root, "mine") },
		});
	});

	test("a file that cannot be read is a problem with a remedy", () => {
		mkdirSync(join(root, ".env"));
		const loaded = loadEnvironment(root);
		expect(loaded.kind).toBe("problems");
		const [problem] = loaded.kind === "problems" ? loaded.problems.map(describeProblem) : [];
		expect(problem).toMatch(/^\.env: cannot be read .*; give this program the right/);
	});
});

describe(".env.example", () => {
	const example = readFileSync(new URL("../../.env.example", import.meta.url), "utf8");
	const source = readFileSync(new URL("../../src/shell/config.ts", import.meta.url), "utf8");

	test("lists every variable that the program reads, and no other", () => {
		const read = [...source.matchAll(/"([A-Z][A-Z_]{4,})"/g)].map(([, name = ""]) => name);
		const variables = new Set(read.filter(name => !["ENOENT"].includes(name)));
		expect(Object.keys(parse(example)).toSorted()).toEqual([...variables].toSorted());
	});

	test("each variable is explained above it", () => {
		const lines = example.split("\n");
		for (const name of Object.keys(parse(example)).filter(name => name !== "FORCE_COLOR")) {
			const above = lines[lines.findIndex(line => line.startsWith(`${name}=`)) - 1];
			expect(above).toMatch(/^# .{10}/);
		}
	});

	test("copied as it is, it starts the playground", () => {
		expect(readConfig(parse(example), ROOT)).toMatchObject({ config: { token: null } });
	});
});
