import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Environment } from "../../../src/shell/config.ts";
import { serve } from "../../../src/shell/discord/serve.ts";
import { type Playground, startPlayground } from "../../../src/shell/playground/playground.ts";
import { ONE_STORY } from "../discord/harbour.ts";

// The bot as `npm start` runs it, in Discord as far as it can tell, and a program that watches it.

const root = join(import.meta.dirname, "../../..");
const STEP = { timeout: 20_000, interval: 20 };
vi.setConfig({ testTimeout: 60_000 });

let playground: Playground;
let directory = "";

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "presscheck-watched-"));
	for (const { id, files } of ONE_STORY.stories) {
		await mkdir(join(directory, "corpus", id), { recursive: true });
		for (const { file, text } of files) {
			await writeFile(join(directory, "corpus", id, file), text);
		}
	}
	// Its token is to have the form of a real one.
	const randomText = (length: number) => `${"r".repeat(length >> 1)}.${"s".repeat(length >> 1)}`;
	const started = await startPlayground({ randomText });
	if (started.kind !== "playground") throw new Error(started.message);
	playground = started;
});

afterEach(async () => {
	await playground.close();
	await rm(directory, { recursive: true });
});

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

function start(environment: Environment) {
	const out = collector();
	const errors = collector();
	let stop = (_signal: string): void => undefined;
	const stopping = new Promise<string>(resolve => {
		stop = resolve;
	});
	const code = serve({
		environment: {
			DISCORD_TOKEN: playground.token,
			CORPUS_DIR: join(directory, "corpus"),
			DATA_DIR: join(directory, "data"),
			LOG_LEVEL: "info",
			...environment,
		},
		root,
		api: playground.api,
		stdout: out.stream,
		stderr: errors.stream,
		clock: () => new Date(),
		every: () => () => undefined,
		stopping,
	});
	return { code, stop: () => stop("SIGTERM"), out: out.text, errors: errors.text };
}

async function watch(bot: ReturnType<typeof start>) {
	await vi.waitUntil(() => bot.out().includes("/healthz"), STEP);
	const address = /"address":"(http:[^"]+)"/.exec(bot.out())?.[1];
	return async (path: string) => {
		const response = await fetch(`${address}${path}`);
		return { status: response.status, body: await response.text() };
	};
}

test("tells how the bot fares from the login to the end, and nothing of what it was asked", async () => {
	const bot = start({ METRICS_PORT: "0", QUESTIONS_PER_MINUTE: "2,100" });
	const get = await watch(bot);
	await vi.waitUntil(async () => (await get("/healthz")).status === 200, STEP);
	await vi.waitUntil(() => bot.out().includes('"ready"'), STEP);

	const { people, channels } = playground;
	const [newsroom] = Object.values(channels.text);
	if (newsroom === undefined) throw new Error("a server without a channel");
	const member = playground.as(people.member, newsroom);
	await member.waitForReply(await member.command("claim", { text: "cranberries" }));
	await member.waitForReply(await member.command("stories"));
	await member.waitForReply(await member.command("claim", { text: "one too many" }));
	for (let asked = 0; asked < 2; asked += 1) {
		playground.side.say(newsroom, {
			user: people.member,
			content: `<@${playground.botId}> And now?`,
		});
	}
	const turnedAway = /presscheck_turned_away_total\{what="questions"\} 3/;
	await vi.waitUntil(async () => turnedAway.test((await get("/metrics")).body), STEP);
	const moderator = playground.as(people.moderator, newsroom);
	await moderator.waitForReply(await moderator.command("refresh"));
	const asked = /presscheck_changes_total\{kind="refresh",outcome="done"\} 1/;
	await vi.waitUntil(async () => asked.test((await get("/metrics")).body), STEP);

	const { body } = await get("/metrics");
	expect(body).toMatch(/^presscheck_questions_total\{command="claim",kind="[\w -]+"\} 1$/m);
	expect(body).toMatch(/^presscheck_answer_duration_seconds_count\{command="claim"\} 1$/m);
	expect(body).toMatch(/^presscheck_refresh_duration_seconds_count\{outcome="refreshed"\} 1$/m);
	expect(body).not.toContain('command="mention"');
	for (const secret of ["cranberries", people.member, people.moderator, playground.guildId]) {
		expect(body).not.toContain(secret);
		expect((await get("/healthz")).body).not.toContain(secret);
	}

	bot.stop();
	expect(await bot.code).toBe(0);
	await expect(get("/healthz")).rejects.toThrow("fetch failed");
});

test("fails while the gateway is away, and is well again once it is back", async () => {
	const bot = start({ METRICS_PORT: "0" });
	const get = await watch(bot);
	await vi.waitUntil(() => bot.out().includes('"ready"'), STEP);
	playground.faults.invalidateSession();
	await vi.waitUntil(async () => (await get("/healthz")).status === 503, STEP);
	await vi.waitUntil(async () => (await get("/healthz")).status === 200, STEP);
	bot.stop();
	expect(await bot.code).toBe(0);
});

test("the bot says that the port is taken, and ends", async () => {
	const taken = new URL(playground.address).port;
	const bot = start({ METRICS_PORT: taken });
	expect(await bot.code).toBe(1);
	expect(bot.errors()).toMatch(
		/^presscheck: METRICS_PORT: cannot be listened on .*; choose another/,
	);
});
