import { DiscordAPIError } from "discord.js";
import { describe, expect, it } from "vitest";
import { explainClose, explainLoginFailure } from "../../../src/shell/discord/login-failure.ts";

function refused(code: number, status: number): DiscordAPIError {
	const request = { files: [], body: {} };
	return new DiscordAPIError({ code, message: "no" }, code, status, "GET", "", request);
}

describe("explainLoginFailure", () => {
	it.each([
		[
			"a token that is not valid",
			Object.assign(new Error("x"), { code: "TokenInvalid" }),
			/does not accept the token/,
		],
		["a token that is refused", refused(0, 401), /does not accept the token/],
		["a server without the bot", refused(50001, 403), /DISCORD_GUILD_ID/],
		[
			"no way to Discord",
			Object.assign(new Error("x"), { code: "ENOTFOUND" }),
			/cannot be reached/,
		],
	])("explains %s", (_what, error, reason) => {
		const failure = explainLoginFailure(error);
		expect(failure?.reason).toMatch(reason);
		expect(failure?.remedy).not.toBe("");
	});

	it.each([
		["a bug", new TypeError("x")],
		["another refusal", refused(50035, 400)],
		["something that is no error", "x"],
	])("leaves %s alone", (_what, error) => {
		expect(explainLoginFailure(error)).toBeNull();
	});
});

describe("explainClose", () => {
	it.each([
		[4004, /token/],
		[4014, /intents/],
		[4999, /code 4999/],
	])("of code %i", (code, reason) => {
		expect(explainClose(code).reason).toMatch(reason);
	});
});
