import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Keeper, KeeperNotice, LockHolder } from "../../../src/shell/storage/keeper.ts";
import { createPostgresKeeper } from "../../../src/shell/storage/postgres-keeper.ts";
import { ABSENT, commit, documents, draft, history, sound, text, write } from "./drafting.ts";
import { describeKeeper } from "./keeper-contract.ts";
import { describeInPostgres } from "./postgres-cluster.ts";

const HOLDER: LockHolder = { what: "refresh", by: "schedule", since: "2026-03-01T12:00:00.000Z" };

const FIRST = draft([write("lake/a.md", ABSENT, text("one"))]);

const UNREACHED = { kind: "failed", reason: "The database cannot be reached" };

const soon = { timeout: 10_000, interval: 20 };

/** What happens to the connection in the moment of a commit. */
type Mishap = "none" | "before the commit" | "behind the commit" | "for good, behind the commit";

/** A way to the server that can be cut at the worst moment. */
interface Wire {
	readonly url: string;
	mishap: Mishap;
	readonly close: () => Promise<void>;
}

async function openWire(url: string): Promise<Wire> {
	const { hostname, port, pathname, username } = new URL(url);
	const sockets = new Set<Socket>();
	const server = createServer(client => {
		const inner = connect(Number(port), hostname);
		for (const socket of [client, inner]) {
			sockets.add(socket);
			socket.on("error", () => undefined);
			socket.on("close", () => sockets.delete(socket));
		}
		if (wire.mishap === "for good, behind the commit" && isCut) client.destroy();
		client.on("data", bytes => {
			const isCommit = wire.mishap !== "none" && !isCut && bytes.includes("commit\0");
			if (isCommit) isCut = true;
			if (isCommit) client.destroy();
			if (!(isCommit && wire.mishap === "before the commit")) inner.write(bytes);
			else inner.destroy();
		});
		inner.on("data", bytes => void client.write(bytes));
		inner.on("close", () => client.destroy());
		client.on("close", () => void setTimeout(100).then(() => inner.destroy()));
	});
	let isCut = false;
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const own = (server.address() as AddressInfo).port;
	const wire: Wire = {
		url: `postgresql://${username}@127.0.0.1:${own}${pathname}`,
		mishap: "none",
		close: async () => {
			server.close();
			for (const socket of sockets) socket.destroy();
			await once(server, "close");
		},
	};
	return wire;
}

describeInPostgres("a keeper in PostgreSQL", cluster => {
	const open: Keeper[] = [];
	const openKeeper = (url: string): Keeper => {
		const keeper = createPostgresKeeper(url);
		open.push(keeper);
		return keeper;
	};
	afterEach(async () => {
		await Promise.all(open.splice(0).map(keeper => keeper.close()));
	});

	describe("keeps the promises of every keeper", { timeout: 30_000 }, () => {
		describeKeeper(async () => {
			const url = await cluster().createDatabase();
			return {
				open: () => Promise.resolve(createPostgresKeeper(url)),
				end: () => Promise.resolve(),
			};
		});
	});

	test("makes its tables once, however many begin at the same time", async () => {
		const url = await cluster().createDatabase();
		const outcomes = await Promise.all(Array.from({ length: 6 }, () => openKeeper(url).realms()));
		for (const outcome of outcomes) expect(outcome).toEqual({ kind: "read", realms: [] });
	});

	test("leaves a database alone that a newer program has been at", async () => {
		const url = await cluster().createDatabase();
		sound(await openKeeper(url).realms());
		const { pathname } = new URL(url);
		await cluster().query(
			"insert into presscheck.migrations (number) values (99)",
			pathname.slice(1),
		);
		expect(await openKeeper(url).commit("installation", FIRST)).toMatchObject({
			kind: "failed",
			reason: "The database is of a newer version of the program",
		});
	});

	test("says that there is no such database, and finds it when there is", async () => {
		const url = await cluster().createDatabase();
		const missing = `${url}_missing`;
		const keeper = openKeeper(missing);
		expect(await keeper.read("installation", null)).toMatchObject({
			kind: "failed",
			reason: "The database does not let this program in",
		});
		await cluster().query(`create database ${new URL(missing).pathname.slice(1)}`);
		expect(await keeper.read("installation", null)).toMatchObject({ kind: "read", number: 0 });
	});

	test("outlives its server, and tells its watchers what they may have missed", async () => {
		const url = await cluster().createDatabase();
		const keeper = openKeeper(url);
		await commit(keeper, "installation", FIRST);
		const notices: KeeperNotice[] = [];
		keeper.watch(notice => void notices.push(notice));
		const lock = sound(await keeper.lock("installation", "lake", HOLDER));
		await keeper.read("installation", null);
		await cluster().stop();
		expect(await keeper.read("installation", null)).toMatchObject(UNREACHED);
		expect(await keeper.commit("installation", draft([]))).toMatchObject(UNREACHED);
		expect(await keeper.lock("installation", "dam", HOLDER)).toMatchObject(UNREACHED);
		await vi.waitFor(() => expect(notices).toEqual([expect.objectContaining(UNREACHED)]), soon);
		expect(lock.kind === "locked" && lock.isHeld()).toBe(false);
		await cluster().start();
		await vi.waitFor(() => expect(notices.slice(1)).toEqual([{ kind: "unknown" }]), soon);
		expect(await documents(keeper, "installation")).toEqual([
			{ path: "lake/a.md", state: text("one") },
		]);
		await commit(openKeeper(url), "installation", draft([]));
		const told = { kind: "committed", realm: "installation", number: 2 };
		await vi.waitFor(() => expect(notices.slice(2)).toEqual([told]), soon);
		expect(await keeper.lock("installation", "lake", HOLDER)).toMatchObject({ kind: "locked" });
	}, 60_000);

	test("watches from the time that the server is there", async () => {
		const url = await cluster().createDatabase();
		await cluster().stop();
		const keeper = openKeeper(url);
		const notices: KeeperNotice[] = [];
		keeper.watch(notice => void notices.push(notice));
		expect(await keeper.read("installation", null)).toMatchObject(UNREACHED);
		expect(notices).toEqual([expect.objectContaining(UNREACHED)]);
		await cluster().start();
		await vi.waitFor(() => expect(notices.slice(1)).toEqual([{ kind: "unknown" }]), soon);
	}, 60_000);

	test("loses a lock with its connection, and no process with it", async () => {
		const url = await cluster().createDatabase();
		const keeper = openKeeper(url);
		const lock = sound(await keeper.lock("installation", "lake", HOLDER));
		expect(lock.kind === "locked" && lock.isHeld()).toBe(true);
		await cluster().query(
			"select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'",
		);
		await vi.waitFor(() => expect(lock.kind === "locked" && lock.isHeld()).toBe(false), soon);
		const again = await openKeeper(url).lock("installation", "lake", HOLDER);
		expect(again).toMatchObject({ kind: "locked" });
		if (lock.kind === "locked") await lock.release();
	});

	test.each<[Mishap, object, number]>([
		["none", { kind: "committed" }, 1],
		["before the commit", UNREACHED, 0],
		["behind the commit", { kind: "committed" }, 1],
		[
			"for good, behind the commit",
			{ kind: "failed", reason: "The database was lost in the moment of the commit" },
			1,
		],
	])(
		"knows whether a commit was made when the connection breaks: %s",
		async (mishap, outcome, entries) => {
			const url = await cluster().createDatabase();
			const wire = await openWire(url);
			const keeper = createPostgresKeeper(wire.url);
			sound(await keeper.realms());
			wire.mishap = mishap;
			expect(await keeper.commit("installation", FIRST)).toMatchObject(outcome);
			expect(await history(openKeeper(url), "installation")).toHaveLength(entries);
			await keeper.close();
			await wire.close();
		},
	);
});
