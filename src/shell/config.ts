import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "dotenv";
import {
	type ConfigProblem,
	type Environment,
	LOG_LEVELS,
	type LogLevel,
	listIn,
	METRICS_HOSTS,
	type MetricsHost,
	problemsIn,
	readVariable,
} from "./config-variables.ts";

export type { ConfigProblem, Environment, LogLevel } from "./config-variables.ts";

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
	/** Where the state of the bot is told over HTTP; null where it is not. */
	readonly metrics: MetricsConfig | null;
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
	/** How often feeds are looked at. */
	readonly feedMinutes: number;
	/** Days that the record of changes goes back. */
	readonly historyDays: number;
	/** Days after which all is removed that a server kept which the bot has left. */
	readonly purgeDays: number;
}

/** Where `/healthz` and `/metrics` are. */
export interface MetricsConfig {
	readonly host: MetricsHost;
	/** 0 takes any free port. */
	readonly port: number;
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

export type Configuration<C> =
	| { readonly kind: "config"; readonly config: C }
	| { readonly kind: "problems"; readonly problems: readonly ConfigProblem[] };

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
	const production = readVariable(environment, "NODE_ENV") === "production";
	const token = readVariable(environment, "DISCORD_TOKEN");
	const missing = production && token === null ? [missingToken] : [];
	const problems = [...problemsIn(environment, "bot"), ...missing];
	if (problems.length > 0) return { kind: "problems", problems };
	const logLevel = readVariable(environment, "LOG_LEVEL");
	return {
		kind: "config",
		config: {
			token,
			guild: readVariable(environment, "DISCORD_GUILD_ID"),
			corpusDirectory: corpusDirectoryOf(environment, root),
			keeping: keepingOf(environment, root),
			moderation: moderationOf(environment),
			limits: {
				questionsPerMinute: limitOf(environment, "QUESTIONS_PER_MINUTE", QUESTIONS_PER_MINUTE),
				additionsPerHour: limitOf(environment, "ADDITIONS_PER_HOUR", ADDITIONS_PER_HOUR),
			},
			logLevel: LOG_LEVELS.find(level => level === logLevel) ?? "info",
			metrics: metricsOf(environment),
			playgroundPort: numberOf(environment, "PLAYGROUND_PORT", 0),
			production,
		},
	};
}

/**
 * The terminal's configuration. NO_COLOR and FORCE_COLOR are read as https://no-color.org and
 * https://force-color.org say: any value but an empty one counts, and NO_COLOR comes first.
 */
export function readTerminalConfig(
	environment: Environment,
	root: string,
): Configuration<TerminalConfig> {
	const problems = problemsIn(environment, "terminal");
	if (problems.length > 0) return { kind: "problems", problems };
	const forced = readVariable(environment, "FORCE_COLOR");
	const color = forced === null ? null : forced !== "0" && forced !== "false";
	return {
		kind: "config",
		config: {
			corpusDirectory: corpusDirectoryOf(environment, root),
			keeping: keepingOf(environment, root),
			moderation: moderationOf(environment),
			color: readVariable(environment, "NO_COLOR") === null ? color : false,
		},
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
	return readVariable(environment, "CORPUS_DIR") ?? join(root, "corpus");
}

function keepingOf(environment: Environment, root: string): Keeping {
	return {
		dataDirectory: readVariable(environment, "DATA_DIR") ?? join(root, "data"),
		databaseUrl: readVariable(environment, "DATABASE_URL"),
	};
}

const FEED_MINUTES = 15;
const HISTORY_DAYS = 365;
const PURGE_DAYS = 30;
const QUESTIONS_PER_MINUTE: Limit = { member: 20, server: 120 };
const ADDITIONS_PER_HOUR: Limit = { member: 30, server: 100 };

function moderationOf(environment: Environment): ModerationConfig {
	return {
		keeperServer: readVariable(environment, "KEEPER_GUILD_ID"),
		roles: listIn(readVariable(environment, "MODERATOR_ROLE_IDS") ?? ""),
		allowedHosts: listIn(readVariable(environment, "FETCH_ALLOWED_HOSTS") ?? ""),
		contact: readVariable(environment, "FETCH_CONTACT"),
		feedMinutes: numberOf(environment, "FEED_MINUTES", FEED_MINUTES),
		historyDays: numberOf(environment, "HISTORY_DAYS", HISTORY_DAYS),
		purgeDays: numberOf(environment, "PURGE_DAYS", PURGE_DAYS),
	};
}

function metricsOf(environment: Environment): MetricsConfig | null {
	if (readVariable(environment, "METRICS_PORT") === null) return null;
	const told = readVariable(environment, "METRICS_HOST");
	const host = METRICS_HOSTS.find(address => address === told) ?? "127.0.0.1";
	return { host, port: numberOf(environment, "METRICS_PORT", 0) };
}

function limitOf(environment: Environment, name: string, otherwise: Limit): Limit {
	const [member = otherwise.member, server = otherwise.server] = listIn(
		readVariable(environment, name) ?? "",
	).map(Number);
	return { member, server };
}

function numberOf(environment: Environment, name: string, otherwise: number): number {
	return Number(readVariable(environment, name) ?? otherwise);
}
