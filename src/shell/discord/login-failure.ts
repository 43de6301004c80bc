import { DiscordAPIError, DiscordjsErrorCodes, RESTJSONErrorCodes } from "discord.js";

/** Why the bot cannot serve, and what whoever runs it can do. */
export interface LoginFailure {
	readonly reason: string;
	readonly remedy: string;
}

const WRONG_TOKEN: LoginFailure = {
	reason: "Discord does not accept the token in DISCORD_TOKEN",
	remedy:
		"copy the token anew from https://discord.com/developers/applications (Bot, Reset Token) into .env; without it, npm start opens the playground",
};

const NOT_IN_SERVER: LoginFailure = {
	reason: "Discord does not let this bot register commands in the server DISCORD_GUILD_ID",
	remedy:
		"add the bot to that server with the scopes bot and applications.commands, or leave DISCORD_GUILD_ID out",
};

const UNREACHABLE: LoginFailure = {
	reason: "Discord cannot be reached",
	remedy: "check this machine's connection and https://discordstatus.com, then start again",
};

/** What came of a gateway that closes for good: https://discord.com/developers/docs/topics/opcodes-and-status-codes */
const CLOSED: Readonly<Record<number, LoginFailure>> = {
	4004: WRONG_TOKEN,
	4011: {
		reason: "Discord wants this bot's servers divided among several processes (sharding)",
		remedy: "run it for fewer servers, or divide them with a sharding manager",
	},
	4014: {
		reason: "Discord does not allow this bot the intents that it asks for",
		remedy: "look at the bot's intents at https://discord.com/developers/applications",
	},
};

const NO_SERVER: readonly (string | number)[] = [
	RESTJSONErrorCodes.MissingAccess,
	RESTJSONErrorCodes.UnknownGuild,
];

/** What a refused login means; null where the error is none that whoever runs the bot can mend. */
export function explainLoginFailure(error: unknown): LoginFailure | null {
	const code = error instanceof Error && "code" in error ? error.code : null;
	if (code === DiscordjsErrorCodes.TokenInvalid) return WRONG_TOKEN;
	if (error instanceof DiscordAPIError) {
		if (error.status === 401) return WRONG_TOKEN;
		return NO_SERVER.includes(error.code) ? NOT_IN_SERVER : null;
	}
	return typeof code === "string" && UNREACHABLE_CODES.test(code) ? UNREACHABLE : null;
}

/** What it means that the gateway closed for good with this code. */
export function explainClose(code: number): LoginFailure {
	return (
		CLOSED[code] ?? {
			reason: `Discord closed the connection for good (code ${code})`,
			remedy: "start again; if it happens again, look the code up in Discord's documentation",
		}
	);
}

/** Of Node and of undici: no such host, nobody there, no way, or too slow. */
const UNREACHABLE_CODES =
	/^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|UND_ERR_(?:CONNECT_TIMEOUT|SOCKET))$/;
