import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createLibrary } from "../../../src/shell/library.ts";
import { createLog } from "../../../src/shell/log.ts";
import { createMonitor, type Monitor, type Watched } from "../../../src/shell/metrics/monitor.ts";
import { openFileKeeper } from "../../../src/shell/storage/file-keeper.ts";
import { serverRealm } from "../../../src/shell/storage/keeper.ts";
import { buildSnapshot } from "../../../src/snapshot.ts";
import { ONE_STORY } from "../discord/harbour.ts";

const READ_AT = "2031-05-02T08:00:00.000Z";

let directory = "";
let monitors: Monitor[] = [];

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "presscheck-metrics-"));
});

afterEach(async () => {
	await Promise.all(monitors.map(({ close }) => close()));
	monitors = [];
	await rm(directory, { recursive: true });
});

async function watched(): Promise<Watched> {
	const keeper = await openFileKeeper(directory);
	const library = await createLibrary({
		read: () => Promise.resolve(ONE_STORY),
		build: buildSnapshot,
		clock: () => new Date(READ_AT),
	});
	return {
		library,
		keeper,
		moderation: {
			realmOf: server => (server === null ? "installation" : serverRealm(server)),
			servers: () => ["123456789012345678"],
		},
	};
}

interface Opened {
	readonly monitor: Monitor;
	readonly refusal: string | null;
	/** Where it listens; "" where it does not. */
	readonly address: string;
}

async function open(port = 0, differing: Partial<Watched> = {}): Promise<Opened> {
	const lines: string[] = [];
	const log = createLog("info", { write: line => lines.push(line) });
	const clock = () => new Date("2031-05-02T08:02:00.000Z");
	const monitor = createMonitor({ host: "127.0.0.1", port }, { log, clock });
	monitors.push(monitor);
	const refusal = await monitor.open({ ...(await watched()), ...differing });
	const address = /http:\/\/127\.0\.0\.1:\d+/.exec(lines.join(""))?.[0] ?? "";
	return { monitor, refusal, address };
}

async function ask(address: string, path: string, method = "GET") {
	// fetch would tidy these paths.
	const { hostname, port } = new URL(address);
	const [response] = await once(request({ hostname, port, path, method }).end(), "response");
	return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

describe("/healthz", () => {
	test("fails until the gateway is ready, and while it is not", async () => {
		const { monitor, address } = await open();
		const statuses: (number | undefined)[] = [];
		statuses.push((await ask(address, "/healthz")).status);
		for (const state of ["ready", "reconnecting", "ready", "lost"] as const) {
			monitor.meter.gateway(state);
			statuses.push((await ask(address, "/healthz")).status);
		}
		expect(statuses).toEqual([503, 200, 503, 200, 503]);
	});

	test("tells what is served and since when", async () => {
		const { monitor, address } = await open();
		monitor.meter.gateway("ready");
		const { body, headers } = await ask(address, "/healthz");
		expect(headers).toMatchObject({
			"content-type": "application/json",
			"cache-control": "no-store",
		});
		expect(JSON.parse(body)).toEqual({
			status: "ok",
			gateway: "ready",
			snapshot: {
				revision: expect.stringMatching(/^\w{8}$/),
				asOf: READ_AT,
				ageSeconds: 120,
				stories: ONE_STORY.stories.length,
			},
			keeper: { reachable: true },
		});
	});

	test("fails while changes cannot be kept", async () => {
		const error = new Error("gone");
		const realms = () =>
			Promise.resolve({ kind: "failed", reason: "Gone", remedy: "bring it back", error } as const);
		const { monitor, address } = await open(0, { keeper: { realms } });
		monitor.meter.gateway("ready");
		const { status, body } = await ask(address, "/healthz");
		expect(status).toBe(503);
		expect(JSON.parse(body).keeper).toEqual({
			reachable: false,
			reason: "Gone",
			remedy: "bring it back",
		});
	});
});

/** The value of a metric with these labels; null where it is not told. */
function valueIn(exposition: string, metric: string): number | null {
	const line = exposition.split("\n").find(each => each.startsWith(`${metric} `));
	return line === undefined ? null : Number(line.slice(metric.length + 1));
}

describe("/metrics", () => {
	test("counts what the meter is told", async () => {
		const { monitor, address } = await open();
		const { meter } = monitor;
		meter.gateway("ready");
		meter.answered({ command: "claim", kind: "claim", milliseconds: 4 });
		meter.answered({ command: "claim", kind: "nothing", milliseconds: 40 });
		meter.asked({ kind: "undo", outcome: "refused" });
		meter.reread({ outcome: "refreshed", milliseconds: 3_000 });
		meter.failed("claim");
		const { status, body, headers } = await ask(address, "/metrics");
		expect(status).toBe(200);
		expect(headers["content-type"]).toMatch(/^text\/plain; version=/);
		const values: readonly (readonly [string, number])[] = [
			['presscheck_questions_total{command="claim",kind="claim"}', 1],
			['presscheck_questions_total{command="claim",kind="nothing"}', 1],
			['presscheck_answer_duration_seconds_count{command="claim"}', 2],
			['presscheck_answer_duration_seconds_sum{command="claim"}', 0.044],
			['presscheck_answer_duration_seconds_bucket{le="0.005",command="claim"}', 1],
			['presscheck_changes_total{kind="undo",outcome="refused"}', 1],
			['presscheck_refresh_duration_seconds_count{outcome="refreshed"}', 1],
			['presscheck_refresh_duration_seconds_sum{outcome="refreshed"}', 3],
			['presscheck_faults_total{command="claim"}', 1],
			['presscheck_gateway_state{state="ready"}', 1],
			['presscheck_gateway_state{state="connecting"}', 0],
		];
		for (const [metric, value] of values) expect(valueIn(body, metric), metric).toBeCloseTo(value);
	});

	test("tells what is held, once however many servers see it", async () => {
		const { address } = await open();
		const { body } = await ask(address, "/metrics");
		const files = ONE_STORY.stories.flatMap(story => story.files);
		expect(valueIn(body, "presscheck_stories")).toBe(ONE_STORY.stories.length);
		expect(valueIn(body, "presscheck_articles")).toBe(files.length);
		expect(valueIn(body, "presscheck_claims")).toBeGreaterThan(0);
		expect(valueIn(body, "presscheck_snapshot_age_seconds")).toBe(120);
	});

	test("tells how the process fares", async () => {
		const { address } = await open();
		const { body } = await ask(address, "/metrics");
		expect(valueIn(body, "process_resident_memory_bytes")).toBeGreaterThan(0);
		expect(body).toContain("nodejs_eventloop_lag_p99_seconds");
	});

	test("names no server", async () => {
		const { address } = await open();
		expect((await ask(address, "/metrics")).body).not.toContain("123456789012345678");
	});

	test("what cannot be told is a fault that the log has, and the next is told", async () => {
		const { library, moderation, keeper } = await watched();
		let isTorn = true;
		const servers = () => {
			if (isTorn) throw new Error("torn");
			return [];
		};
		const { address } = await open(0, {
			library,
			keeper,
			moderation: { ...moderation, servers },
		});
		expect((await ask(address, "/metrics")).status).toBe(500);
		isTorn = false;
		expect((await ask(address, "/metrics")).status).toBe(200);
	});
});

describe("the server", () => {
	test.each([
		["GET", "/healthz?verbose=1", 503],
		["HEAD", "/metrics", 200],
		["POST", "/metrics", 405],
		["DELETE", "/healthz", 405],
		["GET", "/", 404],
		["GET", "/metrics/", 404],
		["GET", "/constructor", 404],
		["GET", "//", 404],
		["OPTIONS", "*", 404],
	])("%s %s is %i", async (method, path, status) => {
		const { address } = await open();
		expect((await ask(address, path, method)).status).toBe(status);
	});

	test("sends no body for HEAD, and says what is allowed", async () => {
		const { address } = await open();
		expect((await ask(address, "/metrics", "HEAD")).body).toBe("");
		expect((await ask(address, "/metrics", "PUT")).headers["allow"]).toBe("GET, HEAD");
	});

	test("says that its port is taken", async () => {
		const { address } = await open();
		const { refusal } = await open(Number(new URL(address).port));
		expect(refusal).toMatch(/^METRICS_PORT: cannot be listened on .*EADDRINUSE.*; choose another/);
	});

	test("answers nobody once it is closed", async () => {
		const { monitor, address } = await open();
		await monitor.close();
		await expect(ask(address, "/healthz")).rejects.toThrow("ECONNREFUSED");
	});
});

test("without a port nothing listens, and nothing is counted", async () => {
	const lines: string[] = [];
	const log = createLog("trace", { write: line => lines.push(line) });
	const monitor = createMonitor(null, { log, clock: () => new Date(0) });
	expect(await monitor.open(await watched())).toBeNull();
	monitor.meter.answered({ command: "claim", kind: "claim", milliseconds: 1 });
	await monitor.close();
	expect(lines).toEqual([]);
});
