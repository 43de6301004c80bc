import { describe, expect, test } from "vitest";
import { createLog, withoutGiveaways } from "../../src/shell/log.ts";

const USER = "123456789012345678";
const TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz_-0123456789";
const INTERACTION_TOKEN = `aW50ZXJhY3Rpb246${"Zm9vYmFy".repeat(12)}`;

function logged(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown> {
	const lines: string[] = [];
	write(createLog("trace", { write: line => void lines.push(line) }));
	expect(lines).toHaveLength(1);
	return JSON.parse(lines.join(""));
}

describe("createLog", () => {
	test("a line has the time, the message and the fields", () => {
		const line = logged(log =>
			log.info({ command: "claim", milliseconds: 12.5, ok: true }, "answered"),
		);
		expect(line).toMatchObject({ command: "claim", milliseconds: 12.5, ok: true, msg: "answered" });
		expect(line["time"]).toMatch(/^\d{4}-\d\d-\d\dT/);
		expect(line).not.toHaveProperty("hostname");
	});

	test("levels below the one chosen are left out", () => {
		const lines: string[] = [];
		const log = createLog("warn", { write: line => void lines.push(line) });
		log.trace({}, "a");
		log.debug({}, "b");
		log.info({}, "c");
		log.warn({}, "d");
		log.error({}, "e");
		log.fatal({}, "f");
		expect(lines.map(line => JSON.parse(line).msg)).toEqual(["d", "e", "f"]);
	});

	test.each([
		["a question", { question: "how large is it?" }, { question: "(hidden)" }],
		["an asker", { userId: USER }, { userId: "(hidden)" }],
		["an asker as a number", { user: Number(USER) }, { user: "(hidden)" }],
		["an asker as a large integer", { user: BigInt(USER) }, { user: "(hidden)" }],
		["whatever is nested", { interaction: { user: { id: USER } } }, { interaction: "(hidden)" }],
		["a list of words", { options: ["edge AI"] }, { options: "(hidden)" }],
		["a function", { toJSON: () => "x" }, { toJSON: "(hidden)" }],
		["an id in our words", { event: `guild ${USER} gone` }, { event: "guild (id) gone" }],
		["a token in our words", { reason: `bad ${TOKEN}` }, { reason: "bad (token)" }],
		["nothing", { story: null }, { story: null }],
	])("%s does not get through", (_, fields, expected) => {
		expect(logged(log => log.error(fields, "x"))).toMatchObject(expected);
	});

	test("a message is cleaned too", () => {
		expect(logged(log => log.info({}, `hello ${USER} ${INTERACTION_TOKEN}`))["msg"]).toBe(
			"hello (id) (token)",
		);
	});

	test("an error that tells of a bug keeps its message and where it was", () => {
		const line = logged(log =>
			log.error({ error: new TypeError("x is not a function") }, "failed"),
		);
		expect(line["error"]).toMatchObject({ name: "TypeError", message: "x is not a function" });
		expect(line["error"]).toHaveProperty("at[0]", expect.stringMatching(/^at .*log\.test\.ts/));
	});

	test("an error of the system keeps its code and message", () => {
		const error = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
		expect(logged(log => log.error({ error }, "failed"))["error"]).toMatchObject({
			code: "EACCES",
			message: "EACCES: permission denied",
		});
	});

	test("an error of Discord's keeps its codes, and neither address nor body", () => {
		const error = Object.assign(new Error("Unknown interaction"), {
			name: "DiscordAPIError[10062]",
			code: 10062,
			status: 404,
			url: `https://discord.com/api/v10/interactions/${USER}/${INTERACTION_TOKEN}/callback`,
			requestBody: { json: { content: "the answer" } },
		});
		const line = logged(log => log.error({ error }, "failed"));
		expect(line["error"]).toMatchObject({
			code: 10062,
			status: 404,
			message: "Unknown interaction",
		});
		expect(JSON.stringify(line)).not.toMatch(/the answer|aW50ZXJ|123456789012345678/);
	});

	test("an error that may repeat its input keeps its name only, and so does its cause", () => {
		const cause = new SyntaxError('Unexpected token "secret question" is not valid JSON');
		const line = logged(log => log.error({ error: new Error("about you", { cause }) }, "failed"));
		expect(line["error"]).toMatchObject({
			name: "Error",
			message: "(hidden)",
			cause: { name: "SyntaxError", message: "(hidden)" },
		});
		expect(JSON.stringify(line)).not.toMatch(/secret question|about you/);
	});

	test("an error without a stack has no frames", () => {
		const error = new Error("x");
		delete error.stack;
		expect(logged(log => log.error({ error }, "failed"))["error"]).toMatchObject({ at: [] });
	});
});

describe("withoutGiveaways", () => {
	test.each([
		["no 1234567890 here, nor 2033-01-01", "no 1234567890 here, nor 2033-01-01"],
		[`<@${USER}>`, "<@(id)>"],
		["a-name-of-a-file-that-is-rather-long.md", "a-name-of-a-file-that-is-rather-long.md"],
	])("%s", (words, expected) => {
		expect(withoutGiveaways(words)).toBe(expected);
	});
});
