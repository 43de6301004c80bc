import { rmSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type ListName, type Row, writeList } from "../../../src/records/documents.ts";
import { serve } from "../../../src/shell/discord/serve.ts";
import { openKeeper } from "../../../src/shell/open-keeper.ts";
import { type Playground, startPlayground } from "../../../src/shell/playground/playground.ts";
import type { Snowflake } from "../../../src/shell/playground/protocol.ts";
import { type Realm, serverRealm } from "../../../src/shell/storage/keeper.ts";
import { ABSENT, commit, draft, text, write } from "../storage/drafting.ts";
import { describeInPostgres } from "../storage/postgres-cluster.ts";
import { type Installation, makeInstallation } from "../terminal/installation.ts";
import { deskOf } from "./desk.ts";
import { newsPage, openPageHost, type PageHost } from "./page-host.ts";
import { pause, textOf } from "./stage.ts";

// Each bot starts threads that read pages and derive stories.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

interface RunningBot {
	readonly logged: () => string;
	readonly end: () => Promise<void>;
}

interface Site {
	readonly house: Installation;
	readonly pages: PageHost;
	/** Starts a bot of the installation in a playground, as a process of its own has it. */
	readonly start: (playground: Playground) => Promise<RunningBot>;
	/** Has a channel of a realm watch the story. */
	readonly watch: (realm: Realm, channel: string) => Promise<void>;
}

const ends: (() => unknown)[] = [];

afterEach(async () => {
	for (const end of ends.splice(0).toReversed()) await end();
});

async function openPlayground(): Promise<Playground> {
	const playground = await startPlayground({
		// Its token is to have the form of a real one.
		randomText: length => `${"r".repeat(length >> 1)}.${"s".repeat(length >> 1)}`,
	});
	if (playground.kind !== "playground") throw new Error(playground.message);
	ends.push(playground.close);
	return playground;
}

async function openSite(databaseUrl: string | null, keeperServer: string): Promise<Site> {
	const pages = await openPageHost();
	const database = databaseUrl === null ? [] : [`DATABASE_URL=${databaseUrl}`];
	const house = makeInstallation([`FETCH_ALLOWED_HOSTS=${pages.host}`, ...database]);
	ends.push(pages.close, () => rmSync(house.root, { recursive: true, force: true }));
	const environment = {
		CORPUS_DIR: join(house.root, "corpus"),
		DATA_DIR: house.dataDirectory,
		KEEPER_GUILD_ID: keeperServer,
		LOG_LEVEL: "info",
		...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
	};
	const watch: Site["watch"] = async (realm, channel) => {
		const keeper = await openKeeper({ databaseUrl, dataDirectory: house.dataDirectory });
		const rows: readonly Row<ListName>[] = [{ channel, story: "weir", claim: null }];
		const wanted = write("watches.yaml", ABSENT, text(writeList(rows)));
		await commit(keeper, realm, draft([wanted]));
		await keeper.close();
	};
	const start: Site["start"] = playground =>
		startBot(playground, { environment, root: house.root });
	return { house, pages, start, watch };
}

async function startBot(
	{ api, token }: Playground,
	{ environment, root }: { readonly environment: object; readonly root: string },
): Promise<RunningBot> {
	const lines: string[] = [];
	const sink = new Writable({ write: (chunk, _, done) => done(void lines.push(String(chunk))) });
	let stop = (_signal: string): void => undefined;
	const stopping = new Promise<string>(resolve => {
		stop = resolve;
	});
	const code = serve({
		environment: { ...environment, DISCORD_TOKEN: token },
		root,
		api,
		stdout: sink,
		stderr: sink,
		clock: () => new Date(),
		every: () => () => undefined,
		stopping,
	});
	const logged = (): string => lines.join("");
	await vi.waitFor(() => expect(logged()).toContain('"ready"'), { timeout: 60_000 });
	const end = async (): Promise<void> => {
		stop("SIGTERM");
		await code;
	};
	ends.push(end);
	return { logged, end };
}

const page = (millions: number) =>
	newsPage("Shore Daily", "Weir costs rise", [
		`Repairs of the Halden weir will cost the council $${millions} million, the mayor said on Monday.`,
		"The gates had not been moved in ten years, and the river had carried gravel into all of them.",
		"Anglers hope that the trout come back when the water is let through in the spring of next year.",
	]);

const newsIn = (playground: Playground, elsewhere = false) =>
	deskOf({ playground } as never, { elsewhere })
		.messages()
		.map(textOf)
		.filter(words => words.startsWith("## New in "));

const told = (bots: readonly RunningBot[]): number =>
	bots
		.map(bot => bot.logged().split("told a channel what is new").length - 1)
		.reduce((a, b) => a + b);

const soon = { timeout: 30_000, interval: 50 };

/** Two bots on what is kept in one place. */
function tellOnce(databaseUrl: () => Promise<string | null>): void {
	it("tell a channel once of each change, made in the terminal too", async () => {
		const playground = await openPlayground();
		const { guildId, channels, otherServer } = playground;
		const { house, pages, start, watch } = await openSite(await databaseUrl(), guildId);
		await watch("installation", channels.text["newsroom"] as Snowflake);
		const other = otherServer.channels.text["late-shift"] as Snowflake;
		await watch(serverRealm(otherServer.id), other);
		const bots = [await start(playground), await start(playground)];
		const heard = async (times: number, words: string): Promise<void> => {
			await vi.waitFor(() => expect(told(bots)).toBe(2 * times), soon);
			// Whoever comes late has come by then.
			await pause(1_500);
			for (const news of [newsIn(playground), newsIn(playground, true)]) {
				expect(news).toHaveLength(times);
				expect(news[0]).toContain(words);
			}
		};
		const address = pages.lay("/weir", page(15));
		expect((await house.run("article", "add", address, "--yes")).code).toBe(0);
		await heard(1, "“$15 million”");
		pages.lay("/weir", page(16));
		expect((await house.run("refresh")).code).toBe(0);
		await heard(2, "now prints “$16 million”; before, “$15 million”");
		expect((await house.run("undo", "--yes")).code).toBe(0);
		pages.lay("/weir", page(17));
		expect((await house.run("refresh")).code).toBe(0);
		// That the reading was taken back is no news: the outlet had printed what it had printed.
		await heard(3, "now prints “$17 million”; before, “$15 million”");
		expect(playground.refusals()).toEqual([]);
	});
}

describe("two bots on one data directory", () => {
	tellOnce(async () => null);

	it("leave the telling to the one that sees the channel", async () => {
		const [blind, seeing] = [await openPlayground(), await openPlayground()];
		blind.setBotInServer(false);
		const { house, pages, start, watch } = await openSite(null, seeing.guildId);
		await watch("installation", seeing.channels.text["newsroom"] as Snowflake);
		const bot = await start(blind);
		await start(seeing);
		await house.run("article", "add", pages.lay("/weir", page(15)), "--yes");
		await vi.waitFor(() => expect(newsIn(seeing)).toHaveLength(1), soon);
		await vi.waitFor(() => expect(bot.logged()).toContain("closed to this bot"), soon);
		expect((await house.run("history")).out).not.toContain("Stopped watching");
	});
});

describeInPostgres("two bots on one database", cluster => {
	tellOnce(() => cluster().createDatabase());

	it("tell once, when they hear again, of what was committed while they heard nothing", async () => {
		const playground = await openPlayground();
		const { guildId, channels } = playground;
		const url = await cluster().createDatabase();
		const name = new URL(url).pathname.slice(1);
		const { start, watch } = await openSite(url, guildId);
		await watch("installation", channels.text["newsroom"] as Snowflake);
		const bots = [await start(playground), await start(playground)];
		const keeper = await openKeeper({ databaseUrl: url, dataDirectory: "" });
		ends.push(keeper.close);
		await keeper.realms();
		// Those that are connected go on, and nobody can connect anew.
		await cluster().query(`alter database ${name} allow_connections false`);
		await cluster().query(
			`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and query like 'listen%'`,
		);
		for (const bot of bots) {
			await vi.waitFor(() => expect(bot.logged()).toContain("of others are not heard"), soon);
		}
		const article = text('---\noutlet: "Shore Daily"\n---\nThe weir cost $15 million.\n');
		const adding = draft([write("weir/shore-daily.md", ABSENT, article)]);
		const deed = { kind: "Added", subject: "Shore Daily" };
		await commit(keeper, "installation", { ...adding, deed, story: "weir" });
		await pause(1_000);
		expect(told(bots)).toBe(0);
		await cluster().query(`alter database ${name} allow_connections true`);
		await vi.waitFor(() => expect(told(bots)).toBe(1), soon);
		await pause(1_500);
		expect(newsIn(playground)).toHaveLength(1);
		expect(newsIn(playground)[0]).toContain("“$15 million”");
	});
});
