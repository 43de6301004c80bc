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
				keeping: { dataDirectory: join(ROOT, "data"), databaseUrl: null },
				moderation: {
					keeperServer: null,
					roles: [],
					allowedHosts: [],
					contact: null,
					feedMinutes: 15,
					historyDays: 365,
					purgeDays: 30,
				},
				limits: {
					questionsPerMinute: { member: 20, server: 120 },
					additionsPerHour: { member: 30, server: 100 },
				},
				logLevel: "info",
				metrics: null,
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
			DATA_DIR: "/var/lib/presscheck",
			DATABASE_URL: "postgresql://presscheck:secret@db:5432/presscheck",
			KEEPER_GUILD_ID: "223456789012345678",
			MODERATOR_ROLE_IDS: "323456789012345678, 423456789012345678",
			FETCH_ALLOWED_HOSTS: "wiki.intranet,10.0.0.7:8080",
			FETCH_CONTACT: "desk@harbour.example",
			FEED_MINUTES: "60",
			HISTORY_DAYS: "90",
			PURGE_DAYS: "7",
			QUESTIONS_PER_MINUTE: "5,50",
			ADDITIONS_PER_HOUR: "6, 60",
			METRICS_PORT: "9464",
			METRICS_HOST: "0.0.0.0",
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
				keeping: {
					dataDirectory: "/var/lib/presscheck",
					databaseUrl: "postgresql://presscheck:secret@db:5432/presscheck",
				},
				moderation: {
					keeperServer: "223456789012345678",
					roles: ["323456789012345678", "423456789012345678"],
					allowedHosts: ["wiki.intranet", "10.0.0.7:8080"],
					contact: "desk@harbour.example",
					feedMinutes: 60,
					historyDays: 90,
					purgeDays: 7,
				},
				limits: {
					questionsPerMinute: { member: 5, server: 50 },
					additionsPerHour: { member: 6, server: 60 },
				},
				logLevel: "debug",
				metrics: { host: "0.0.0.0", port: 9464 },
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

	test("metrics are for this machine alone unless told otherwise", () => {
		expect(readConfig({ METRICS_PORT: "0" }, ROOT)).toMatchObject({
			config: { metrics: { host: "127.0.0.1", port: 0 } },
		});
	});

	test.each([
		["DISCORD_GUILD_ID", "my server", "write its 17 to 20 digits"],
		["DISCORD_GUILD_ID", "42", "write its 17 to 20 digits"],
		["KEEPER_GUILD_ID", "press-desk", "write its 17 to 20 digits"],
		["MODERATOR_ROLE_IDS", "@moderators", "write the 17 to 20 digits of each"],
		["MODERATOR_ROLE_IDS", "323456789012345678;423456789012345678", "with commas between"],
		["FETCH_ALLOWED_HOSTS", "http://wiki.intranet/", "write names such as wiki.intranet"],
		["FETCH_CONTACT", "the press desk", "write one by which operators of sites reach you"],
		["FEED_MINUTES", "0", "write a number from 1 to 1440"],
		["FEED_MINUTES", "1441", "write a number from 1 to 1440"],
		["FEED_MINUTES", "1.5", "write a number from 1 to 1440"],
		["HISTORY_DAYS", "0", "write a number from 1 to 99999"],
		["HISTORY_DAYS", "a year", "write a number from 1 to 99999"],
		["PURGE_DAYS", "100000", "write a number from 1 to 99999"],
		["QUESTIONS_PER_MINUTE", "20", "such as 20,120"],
		["QUESTIONS_PER_MINUTE", "0,120", "such as 20,120"],
		["ADDITIONS_PER_HOUR", "1,2,3", "such as 30,100"],
		["METRICS_PORT", "70000", "write a number from 0 to 65535"],
		["METRICS_PORT", "09464", "write a number from 0 to 65535"],
		["METRICS_HOST", "metrics.example", "write one of 127.0.0.1"],
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

	test.each(["mysql://root:pearls@db/news", "postgresql://", "postgresql://me:pearls@db:no/news"])(
		"the bad address %s of a database is named and never shown",
		address => {
			const [problem] = problemsOf({ DATABASE_URL: address });
			expect(problem).toMatch(
				/^DATABASE_URL: not the address of a PostgreSQL database \(hidden\); write/,
			);
			expect(problem).not.toContain("pearls");
		},
	);

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
		expect(readTerminalConfig(environment, ROOT)).toMatchObject({ config: { color } });
	});

	test("what it has no use for may be as it is", () => {
		const environment = {
			NODE_ENV: "production",
			DISCORD_TOKEN: "x",
			METRICS_PORT: "x",
			CORPUS_DIR: "mine",
		};
		expect(readTerminalConfig(environment, ROOT)).toMatchObject({
			kind: "config",
			config: { corpusDirectory: "mine" },
		});
	});

	test.each([
		["DATABASE_URL", "sqlite:news.db"],
		["KEEPER_GUILD_ID", "press-desk"],
		["FETCH_ALLOWED_HOSTS", "*"],
		["FETCH_CONTACT", "nobody"],
		["HISTORY_DAYS", "-1"],
		["PURGE_DAYS", "soon"],
	])("%s=%s is refused as the bot refuses it", (name, value) => {
		const read = readTerminalConfig({ [name]: value }, ROOT);
		const lines = read.kind === "problems" ? read.problems.map(describeProblem) : [];
		expect(lines).toEqual(problemsOf({ [name]: value }));
		expect(lines).toHaveLength(1);
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

	test("the file stands behind the process, and its folders count from the file", () => {
		writeFileSync(
			join(root, ".env"),
			"NODE_ENV=production\nLOG_LEVEL='warn'\nCORPUS_DIR=mine\nDATA_DIR=/kept\n",
		);
		expect(loadEnvironment(root)).toMatchObject({
			kind: "config",
			config: {
				NODE_ENV: "test",
				LOG_LEVEL: "warn",
				CORPUS_DIR: join(root, "mine"),
				DATA_DIR: "/kept",
			},
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
	const source = ["config.ts", "config-variables.ts"]
		.map(file => readFileSync(new URL(`../../src/shell/${file}`, import.meta.url), "utf8"))
		.join("");

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

	test("copied as it is, it changes nothing", () => {
		const { CORPUS_DIR: _, DATA_DIR: __, ...others } = parse(example);
		expect(readConfig(others, ROOT)).toEqual(readConfig({}, ROOT));
		expect(readConfig(parse(example), ROOT)).toMatchObject({ config: { token: null } });
	});
});
