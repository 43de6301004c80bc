import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Environment } from "../../../src/shell/config.ts";
import { serve } from "../../../src/shell/discord/serve.ts";
import { type Playground, startPlayground } from "../../../src/shell/playground/playground.ts";
import { ONE_STORY } from "./harbour.ts";
import { pause } from "./stage.ts";

const root = join(import.meta.dirname, "../../..");
let opened: Playground | null = null;
let corpus = "";

beforeAll(async () => {
	corpus = await mkdtemp(join(tmpdir(), "presscheck-"));
	for (const { id, files } of ONE_STORY.stories) {
		await mkdir(join(corpus, id));
		for (const { file, text } of files) await writeFile(join(corpus, id, file), text);
	}
});

afterAll(async () => {
	await rm(corpus, { recursive: true });
});

afterEach(async () => {
	await opened?.close();
	opened = null;
});

async function open(): Promise<Playground> {
	// Its token is to have the form of a real one.
	const randomText = (length: number) => `${"r".repeat(length >> 1)}.${"s".repeat(length >> 1)}`;
	const playground = await startPlayground({ randomText });
	if (playground.kind !== "playground") throw new Error(playground.message);
	opened = playground;
	return playground;
}

function collector() {
	const written: string[] = [];
	const stream = new Writable({
		write: (chunk, _encoding, done) => {
			written.push(String(chunk));
			done();
		},
	});
	return { stream, text: () => written.join("") };
}

function start(environment: Environment, api: string | null = null) {
	const out = collector();
	const errors = collector();
	let stop = (_signal: string): void => undefined;
	const stopping = new Promise<string>(resolve => {
		stop = resolve;
	});
	const code = serve({
		environment: { CORPUS_DIR: corpus, ...environment },
		root,
		api,
		stdout: out.stream,
		stderr: errors.stream,
		clock: () => new Date(),
		every: () => () => undefined,
		stopping,
	});
	return { code, stop: () => stop("SIGTERM"), out: out.text, errors: errors.text };
}

async function until(holds: () => boolean): Promise<void> {
	const deadline = Date.now() + 10_000;
	while (!holds() && Date.now() < deadline) await pause(10);
}

describe("without a token", () => {
	it("opens the playground, says where and what to try, and ends when asked to", async () => {
		const bot = start({});
		await until(() => bot.out().includes("Ctrl+C"));
		expect(bot.out()).toMatch(/playground: http:\/\/127\.0\.0\.1:\d+\n/);
		expect(bot.out()).toMatch(/^ {2}\/claim edge AI market$/m);
		bot.stop();
		expect(await bot.code).toBe(0);
		expect(bot.errors()).toBe("");
	});

	it("says that its port is taken", async () => {
		const { address } = await open();
		const bot = start({ PLAYGROUND_PORT: new URL(address).port });
		expect(await bot.code).toBe(1);
		expect(bot.errors()).toContain(new URL(address).port);
	});

	it("says what to do in production", async () => {
		const bot = start({ NODE_ENV: "production" });
		expect(await bot.code).toBe(2);
		expect(bot.errors()).toMatch(/^presscheck: DISCORD_TOKEN: missing/);
		expect(bot.errors()).not.toMatch(/^\s+at /m);
	});

	it("names each value that it cannot use", async () => {
		const bot = start({ LOG_LEVEL: "loud", PLAYGROUND_PORT: "x" });
		expect(await bot.code).toBe(2);
		expect(bot.errors().trim().split("\n")).toHaveLength(2);
	});

	it("serves without a corpus, and says what is wrong with it", async () => {
		const directory = await mkdtemp(join(tmpdir(), "presscheck-"));
		const bot = start({ CORPUS_DIR: directory, LOG_LEVEL: "info" });
		await until(() => bot.out().includes("Ctrl+C"));
		bot.stop();
		expect(await bot.code).toBe(0);
		expect(bot.errors()).toContain("no story in it");
		expect(bot.errors()).toContain("/refresh reads the corpus again");
		expect(bot.out()).toContain('"signal":"SIGTERM"');
		await rm(directory, { recursive: true });
	});
});

describe("with a token", () => {
	const wrong = `${"a".repeat(24)}.${"b".repeat(6)}.${"c".repeat(38)}`;

	it("logs in, registers its commands, and ends when asked to", async () => {
		const { api, token, side, people, refusals } = await open();
		const bot = start({ DISCORD_TOKEN: token, LOG_LEVEL: "info" }, api);
		await until(() => bot.out().includes("ready"));
		const state = side.state(people.moderator, null);
		expect(state.kind === "done" && state.value.commands.length).toBeGreaterThan(9);
		bot.stop();
		expect(await bot.code).toBe(0);
		expect(bot.out()).not.toContain(token);
		expect(refusals()).toEqual([]);
	});

	it("says that a server named in the configuration does not have the bot", async () => {
		const { api, token } = await open();
		const DISCORD_GUILD_ID = "300000000000000009";
		const bot = start({ DISCORD_TOKEN: token, DISCORD_GUILD_ID }, api);
		expect(await bot.code).toBe(1);
		expect(bot.errors()).toContain("in the server DISCORD_GUILD_ID; add the bot");
	});

	it("says what to do about a wrong one", async () => {
		const { api } = await open();
		const bot = start({ DISCORD_TOKEN: wrong }, api);
		expect(await bot.code).toBe(1);
		expect(bot.errors()).toMatch(
			/^presscheck: Discord does not accept the token in DISCORD_TOKEN; copy/,
		);
		expect(bot.errors() + bot.out()).not.toContain(wrong);
	});

	it("says that Discord cannot be reached", async () => {
		const { api, close } = await open();
		await close();
		opened = null;
		const bot = start({ DISCORD_TOKEN: wrong }, api);
		expect(await bot.code).toBe(1);
		expect(bot.errors()).toContain("Discord cannot be reached");
	});
});
