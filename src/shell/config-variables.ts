import { z } from "zod";
import { isHostEntry } from "../ingest/fetch/allowed-hosts.ts";

/** Variables by name; an empty one counts as absent. */
export type Environment = Readonly<Record<string, string | undefined>>;

export const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Where the metrics may be listened for: this machine, or every address that it has. */
export const METRICS_HOSTS = ["127.0.0.1", "::1", "0.0.0.0", "::"] as const;
export type MetricsHost = (typeof METRICS_HOSTS)[number];

/** A variable that cannot be used: which, the value (a secret is hidden), what is wrong, what to do. */
export interface ConfigProblem {
	readonly variable: string;
	readonly value: string | null;
	readonly reason: string;
	readonly remedy: string;
}

/** Who reads a variable: one that the terminal has no use for cannot keep it from running. */
export type Reader = "bot" | "terminal";

interface Variable {
	readonly name: string;
	readonly schema: z.ZodType<string>;
	readonly reason: string;
	readonly remedy: string;
	readonly secret: boolean;
	readonly readers: readonly Reader[];
}

/** Three parts of base64url, as Discord's developer portal hands tokens out. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** Discord's ids: https://discord.com/developers/docs/reference#snowflakes */
const SNOWFLAKE = /^\d{17,20}$/;

const SNOWFLAKES = /^\d{17,20}(?:[\s,]+\d{17,20})*$/;

/** For a member, and for a server. */
const LIMIT = /^[1-9]\d{0,5}[\s,]+[1-9]\d{0,5}$/;

/** A page or a mailbox. */
const CONTACT = /^(?:https?:\/\/\S+|\S+@\S+)$/;

const LAST_PORT = 65_535;
const LAST_DAY = 99_999;
const MINUTES_OF_A_DAY = 1_440;

const BOT: readonly Reader[] = ["bot"];
const BOTH: readonly Reader[] = ["bot", "terminal"];

const PORT = {
	schema: numbersFrom(0, LAST_PORT),
	reason: "not a port",
	remedy: `write a number from 0 to ${LAST_PORT}; 0 takes any free port`,
	secret: false,
	readers: BOT,
};

const DAYS = {
	schema: numbersFrom(1, LAST_DAY),
	reason: "not a number of days",
	remedy: `write a number from 1 to ${LAST_DAY}`,
	secret: false,
	readers: BOTH,
};

const VARIABLES: readonly Variable[] = [
	{
		name: "DISCORD_TOKEN",
		schema: z.string().regex(TOKEN),
		reason: "not the form of a bot token",
		remedy:
			"copy it whole from https://discord.com/developers/applications (Bot, Reset Token), without quotes or the word Bot",
		secret: true,
		readers: BOT,
	},
	{
		name: "DISCORD_GUILD_ID",
		schema: z.string().regex(SNOWFLAKE),
		reason: "not a server's id",
		remedy:
			"write its 17 to 20 digits (Developer Mode on, right-click the server, Copy Server ID), or leave it out",
		secret: false,
		readers: BOT,
	},
	{
		name: "DATABASE_URL",
		schema: z.string().refine(isDatabase),
		reason: "not the address of a PostgreSQL database",
		remedy: "write postgresql://USER:PASSWORD@HOST:PORT/DATABASE, or leave it out to keep files",
		secret: true,
		readers: BOTH,
	},
	{
		name: "KEEPER_GUILD_ID",
		schema: z.string().regex(SNOWFLAKE),
		reason: "not a server's id",
		remedy: "write its 17 to 20 digits, or leave it out",
		secret: false,
		readers: BOTH,
	},
	{
		name: "MODERATOR_ROLE_IDS",
		schema: z.string().regex(SNOWFLAKES),
		reason: "not a list of roles' ids",
		remedy: "write the 17 to 20 digits of each with commas between, or leave it out",
		secret: false,
		readers: BOT,
	},
	{
		name: "FETCH_ALLOWED_HOSTS",
		schema: z.string().refine(text => listIn(text).every(isHostEntry)),
		reason: "not a list of hosts",
		remedy: "write names such as wiki.intranet or 10.0.0.7:8080 with commas between",
		secret: false,
		readers: BOTH,
	},
	{
		name: "FETCH_CONTACT",
		schema: z.string().regex(CONTACT),
		reason: "not an address of a page or mailbox",
		remedy: "write one by which operators of sites reach you",
		secret: false,
		readers: BOTH,
	},
	{
		name: "FEED_MINUTES",
		schema: numbersFrom(1, MINUTES_OF_A_DAY),
		reason: "not a number of minutes",
		remedy: `write a number from 1 to ${MINUTES_OF_A_DAY}`,
		secret: false,
		readers: BOT,
	},
	{ name: "HISTORY_DAYS", ...DAYS },
	{ name: "PURGE_DAYS", ...DAYS },
	{
		name: "QUESTIONS_PER_MINUTE",
		schema: z.string().regex(LIMIT),
		reason: "not two numbers",
		remedy: "write how many a member may ask and how many a whole server, such as 20,120",
		secret: false,
		readers: BOT,
	},
	{
		name: "ADDITIONS_PER_HOUR",
		schema: z.string().regex(LIMIT),
		reason: "not two numbers",
		remedy: "write how many a member may add and how many a whole server, such as 30,100",
		secret: false,
		readers: BOT,
	},
	{
		name: "LOG_LEVEL",
		schema: z.enum(LOG_LEVELS),
		reason: "no such level",
		remedy: `write one of ${LOG_LEVELS.join(", ")}`,
		secret: false,
		readers: BOT,
	},
	{ name: "METRICS_PORT", ...PORT },
	{
		name: "METRICS_HOST",
		schema: z.enum(METRICS_HOSTS),
		reason: "not an address that is listened on",
		remedy: `write one of ${METRICS_HOSTS.join(", ")}, or leave it out for this machine alone`,
		secret: false,
		readers: BOT,
	},
	{ name: "PLAYGROUND_PORT", ...PORT },
	{
		name: "NODE_ENV",
		schema: z.enum(["production", "development", "test"]),
		reason: "no such environment",
		remedy: "write production, development or test, or leave it out",
		secret: false,
		readers: BOT,
	},
];

/** What is wrong with the variables that a program reads; every bad value, not only the first. */
export function problemsIn(environment: Environment, reader: Reader): readonly ConfigProblem[] {
	const read = VARIABLES.filter(({ readers }) => readers.includes(reader));
	return read.flatMap(variable => problemOf(variable, environment));
}

/** A variable without the spaces around it; null where it is absent or empty. */
export function readVariable(environment: Environment, name: string): string | null {
	return environment[name]?.trim() || null;
}

/** The entries of a list: `a, b c` is a, b and c. */
export function listIn(text: string): readonly string[] {
	return text.split(/[\s,]+/u).filter(entry => entry !== "");
}

function problemOf(variable: Variable, environment: Environment): readonly ConfigProblem[] {
	const { name, schema, reason, remedy, secret } = variable;
	const value = readVariable(environment, name);
	if (value === null || schema.safeParse(value).success) return [];
	return [{ variable: name, value: secret ? "hidden" : JSON.stringify(value), reason, remedy }];
}

function numbersFrom(least: number, most: number): z.ZodType<string> {
	return z
		.string()
		.regex(/^(?:0|[1-9]\d*)$/)
		.refine(text => Number(text) >= least && Number(text) <= most);
}

function isDatabase(text: string): boolean {
	return /^postgres(?:ql)?:\/\/./.test(text) && URL.canParse(text);
}
