import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "dotenv";
import { z } from "zod";
import { isHostEntry } from "../ingest/fetch/allowed-hosts.ts";

/** Variables by name; an empty one counts as absent. */
export type Environment = Readonly<Record<string, string | undefined>>;

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the bot is told from outside, parsed once. */
export interface Config {
	/** null starts the playground. Never to be printed or logged. */
	readonly token: string | null;
	/** The server whose commands are registered; null registers them everywhere. */
	readonly guild: string | null;
	/** A folder of stories; relative to the working directory unless absolute. */
	readonly corpusDirectory: string;
	readonly keeping: Keeping;
	readonly moderation: ModerationConfig;
	readonly limits: LimitsConfig;
	readonly logLevel: LogLevel;
	/** 0 takes any free port. */
	readonly playgroundPort: number;
	readonly production: boolean;
}

/** Where changes are kept. */
export interface Keeping {
	/** Where files are kept; relative to the working directory unless absolute. */
	readonly dataDirectory: string;
	/** A PostgreSQL database that keeps changes in the place of files; null for files. Never to be printed or logged. */
	readonly databaseUrl: string | null;
}

/** What moderators may do, and how pages are fetched for them. */
export interface ModerationConfig {
	/** The server that keeps the installation's stories; null where only the terminal does. */
	readonly keeperServer: string | null;
	/** Roles whose members may moderate, beside those who may manage their server. */
	readonly roles: readonly string[];
	/** Hosts that pages are fetched from wherever they are. */
	readonly allowedHosts: readonly string[];
	/** How operators of sites reach whoever runs this; null for none. */
	readonly contact: string | null;
	/** Days that the record of changes goes back. */
	readonly historyDays: number;
	/** Days after which all is removed that a server kept which the bot has left. */
	readonly purgeDays: number;
}

/** How much is let through in a while. */
export interface Limit {
	readonly member: number;
	/** For all members of one server together. */
	readonly server: number;
}

/** How much may be asked of the bot in Discord. */
export interface LimitsConfig {
	readonly questionsPerMinute: Limit;
	readonly additionsPerHour: Limit;
}

/** What the terminal is told from outside; it needs no Discord. */
export interface TerminalConfig {
	readonly corpusDirectory: string;
	readonly keeping: Keeping;
	readonly moderation: ModerationConfig;
	/** Whether the environment asks for color or forbids it; null leaves it to the stream. */
	readonly color: boolean | null;
}

/** A variable that cannot be used: which, the value (a secret is hidden), what is wrong, what to do. */
export interface ConfigProblem {
	readonly variable: string;
	readonly value: string | null;
	readonly reason: string;
	readonly remedy: string;
}

export type Configuration<C> =
	| { readonly kind: "config"; readonly config: C }
	| { readonly kind: "problems"; readonly problems: readonly ConfigProblem[] };

interface Variable {
	readonly name: string;
	readonly schema: z.ZodType<string>;
	readonly reason: string;
	readonly remedy: string;
	readonly secret: boolean;
}

/** Three parts of base64url, as Discord's developer portal hands tokens out. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** A list of Discord's ids. */
const SNOWFLAKES = /^\d{17,20}(?:[\s,]+\d{17,20})*$/;

const DAYS = /^[1-9]\d{0,4}$/;

/** For a member, and for a server. */
const LIMIT = /^[1-9]\d{0,5}\s*,\s*[1-9]\d{0,5}$/;

/** Discord's ids: https://discord.com/developers/docs/reference#snowflakes */
const SNOWFLAKE = /^\d{17,20}$/;

const LAST_PORT = 65_535;

const VARIABLES: readonly Variable[] = [
	{
		name: "DISCORD_TOKEN",
		schema: z.string().regex(TOKEN),
		reason: "not the form of a bot token",
		remedy:
			"copy it whole from https://discord.com/developers/applications (Bot, Reset Token), without quotes or the word Bot",
		secret: true,
	},
	{
		name: "DISCORD_GUILD_ID",
		schema: z.string().regex(SNOWFLAKE),
		reason: "not a server's id",
		remedy:
			"write its 17 to 20 digits (Developer Mode on, right-click the server, Copy Server ID), or leave it out",
		secret: false,
	},
	{
		name: "DATABASE_URL",
		schema: z.string().regex(/^postgres(?:ql)?:\/\//),
		reason: "not the address of a PostgreSQL database",
		remedy: "write postgresql://USER:PASSWORD@HOST:PORT/DATABASE, or leave it out to keep files",
		secret: true,
	},
	{
		name: "KEEPER_GUILD_ID",
		schema: z.string().regex(SNOWFLAKE),
		reason: "not a server's id",
		remedy: "write its 17 to 20 digits, or leave it out",
		secret: false,
	},
	{
		name: "MODERATOR_ROLE_IDS",
		schema: z.string().regex(SNOWFLAKES),
		reason: "not a list of roles' ids",
		remedy: "write the 17 to 20 digits of each with commas between, or leave it out",
		secret: false,
	},
	{
		name: "FETCH_ALLOWED_HOSTS",
		schema: z.string().refine(text => listIn(text).every(isHostEntry)),
		reason: "not a list of hosts",
		remedy: "write names such as wiki.intranet or 10.0.0.7:8080 with commas between",
		secret: false,
	},
	{
		name: "FETCH_CONTACT",
		schema: z.string().regex(/^(?:https?:\/\/\S+|\S+@\S+)$/),
		reason: "not an address of a page or mailbox",
		remedy: "write one by which operators of sites reach you",
		secret: false,
	},
	{
		name: "HISTORY_DAYS",
		schema: z.string().regex(DAYS),
		reason: "not a number of days",
		remedy: "write a number from 1 to 99999",
		secret: false,
	},
	{
		name: "PURGE_DAYS",
		schema: z.string().regex(DAYS),
		reason: "not a number of days",
		remedy: "write a number from 1 to 99999",
		secret: false,
	},
	{
		name: "QUESTIONS_PER_MINUTE",
		schema: z.string().regex(LIMIT),
		reason: "not two numbers",
		remedy: "write how many a member may ask and how many a whole server, such as 20,120",
		secret: false,
	},
	{
		name: "ADDITIONS_PER_HOUR",
		schema: z.string().regex(LIMIT),
		reason: "not two numbers",
		remedy: "write how many a member may add and how many a whole server, such as 30,100",
		secret: false,
	},
	{
		name: "LOG_LEVEL",
		schema: z.enum(LOG_LEVELS),
		reason: "no such level",
		remedy: `write one of ${LOG_LEVELS.join(", ")}`,
		secret: false,
	},
	{
		name: "PLAYGROUND_PORT",
		schema: z
			.string()
			.regex(/^\d{1,5}$/)
			.refine(port => Number(port) <= LAST_PORT),
		reason: "not a port",
		remedy: `write a number from 0 to ${LAST_PORT}; 0 takes any free port`,
		secret: false,
	},
	{
		name: "NODE_ENV",
		schema: z.enum(["production", "development", "test"]),
		reason: "no such environment",
		remedy: "write production, development or test, or leave it out",
		secret: false,
	},
];

const missingToken: ConfigProblem = {
	variable: "DISCORD_TOKEN",
	value: null,
	reason: "missing, and NODE_ENV is production",
	remedy:
		"set it to the bot's token (https://discord.com/developers/applications, Bot, Reset Token), or leave NODE_ENV out to start the playground",
};

/**
 * The bot's configuration from its variables; every bad value is named, not only the first.
 *
 * @example readConfig({ LOG_LEVEL: "loud" }, root) // problems: LOG_LEVEL, "loud", no such level, write one of ...
 */
export function readConfig(environment: Environment, root: string): Configuration<Config> {
	const problems = VARIABLES.flatMap(variable => problemOf(variable, environment));
	const production = read(environment, "NODE_ENV") === "production";
	const token = read(environment, "DISCORD_TOKEN");
	if (production && token === null) problems.push(missingToken);
	if (problems.length > 0) return { kind: "problems", problems };
	const logLevel = LOG_LEVELS.find(level => level === read(environment, "LOG_LEVEL")) ?? "info";
	return {
		kind: "config",
		config: {
			token,
			guild: read(environment, "DISCORD_GUILD_ID"),
			corpusDirectory: corpusDirectoryOf(environment, root),
			keeping: keepingOf(environment, root),
			moderation: moderationOf(environment),
			limits: {
				questionsPerMinute: limitOf(read(environment, "QUESTIONS_PER_MINUTE") ?? "20,120"),
				additionsPerHour: limitOf(read(environment, "ADDITIONS_PER_HOUR") ?? "30,100"),
			},
			logLevel,
			playgroundPort: Number(read(environment, "PLAYGROUND_PORT") ?? 0),
			production,
		},
	};
}

/**
 * The terminal's configuration. NO_COLOR and FORCE_COLOR are read as https://no-color.org and
 * https://force-color.org say: any value but an empty one counts, and NO_COLOR comes first.
 */
export function readTerminalConfig(environment: Environment, root: string): TerminalConfig {
	const forced = read(environment, "FORCE_COLOR");
	const color = forced === null ? null : forced !== "0" && forced !== "false";
	return {
		corpusDirectory: corpusDirectoryOf(environment, root),
		keeping: keepingOf(environment, root),
		moderation: moderationOf(environment),
		color: read(environment, "NO_COLOR") === null ? color : false,
	};
}

/**
 * The variables of the process, with those of the `.env` file in the folder `root` behind them.
 * A relative CORPUS_DIR or DATA_DIR in that file counts from the file, wherever the program is started.
 * Without such a file there are only the process's; one that cannot be read is a problem.
 */
export function loadEnvironment(root: string): Configuration<Environment> {
	const file = join(root, ".env");
	const text = readEnvironmentFile(file);
	if (typeof text !== "string") return { kind: "problems", problems: [text] };
	const written: Record<string, string> = parse(text);
	for (const name of ["CORPUS_DIR", "DATA_DIR"]) {
		const directory = written[name];
		if (directory) written[name] = resolve(root, directory);
	}
	return { kind: "config", config: { ...written, ...process.env } };
}

/** A problem in one line: `LOG_LEVEL: no such level ("loud"); write one of ...`. */
export function describeProblem(problem: ConfigProblem): string {
	const value = problem.value === null ? "" : ` (${problem.value})`;
	return `${problem.variable}: ${problem.reason}${value}; ${problem.remedy}`;
}

function readEnvironmentFile(file: string): string | ConfigProblem {
	try {
		return readFileSync(file, "utf8");
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
		const reason = `cannot be read (${error instanceof Error ? error.message : "unknown error"})`;
		const remedy = "give this program the right to read it, or remove it";
		return { variable: ".env", value: null, reason, remedy };
	}
}

function corpusDirectoryOf(environment: Environment, root: string): string {
	return read(environment, "CORPUS_DIR") ?? join(root, "corpus");
}

function keepingOf(environment: Environment, root: string): Keeping {
	return {
		dataDirectory: read(environment, "DATA_DIR") ?? join(root, "data"),
		databaseUrl: read(environment, "DATABASE_URL"),
	};
}

const HISTORY_DAYS = 365;
const PURGE_DAYS = 30;

function moderationOf(environment: Environment): ModerationConfig {
	return {
		keeperServer: read(environment, "KEEPER_GUILD_ID"),
		roles: listIn(read(environment, "MODERATOR_ROLE_IDS") ?? ""),
		allowedHosts: listIn(read(environment, "FETCH_ALLOWED_HOSTS") ?? ""),
		contact: read(environment, "FETCH_CONTACT"),
		historyDays: Number(read(environment, "HISTORY_DAYS") ?? HISTORY_DAYS),
		purgeDays: Number(read(environment, "PURGE_DAYS") ?? PURGE_DAYS),
	};
}

function limitOf(text: string): Limit {
	const [member = 0, server = 0] = listIn(text).map(Number);
	return { member, server };
}

function listIn(text: string): readonly string[] {
	return text.split(/[\s,]+/u).filter(entry => entry !== "");
}

function problemOf(variable: Variable, environment: Environment): readonly ConfigProblem[] {
	const { name, schema, reason, remedy, secret } = variable;
	const value = read(environment, name);
	if (value === null || schema.safeParse(value).success) return [];
	return [{ variable: name, value: secret ? "hidden" : JSON.stringify(value), reason, remedy }];
}

function read(environment: Environment, name: string): string | null {
	return environment[name]?.trim() || null;
}
