import type { MetricsConfig } from "../config.ts";
import type { Library } from "../library.ts";
import type { Log } from "../log.ts";
import type { Moderation } from "../moderation/moderation.ts";
import type { Keeper } from "../storage/keeper.ts";
import { healthOf } from "./health.ts";
import { type Meter, NO_METER } from "./meter.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { type Listening, openServer, type Page, type Pages } from "./server.ts";

/** What is watched over. */
export interface Watched {
	readonly library: Pick<Library, "current">;
	readonly moderation: Pick<Moderation, "realmOf" | "servers">;
	readonly keeper: Pick<Keeper, "realms">;
}

/** Lets other programs watch how the bot fares, at `/healthz` and `/metrics`. */
export interface Monitor {
	readonly meter: Meter;
	/** Answers from then on; gives why it cannot, null where it does. */
	readonly open: (watched: Watched) => Promise<string | null>;
	readonly close: () => Promise<void>;
}

const UNWATCHED: Monitor = {
	meter: NO_METER,
	open: () => Promise.resolve(null),
	close: () => Promise.resolve(),
};

/** A monitor as it is configured; without a port it watches nothing. */
export function createMonitor(
	config: MetricsConfig | null,
	{ log, clock }: { readonly log: Log; readonly clock: () => Date },
): Monitor {
	if (config === null) return UNWATCHED;
	const metrics = createMetrics();
	let server: Listening | null = null;
	return {
		meter: metrics.meter,
		open: async watched => {
			const opened = await openServer(config, pagesOf(metrics, watched, clock), log);
			if (opened.kind === "not listening") return opened.message;
			server = opened;
			log.info({ address: opened.address }, "told at /healthz and /metrics");
			return null;
		},
		close: async () => {
			await server?.close();
		},
	};
}

function pagesOf(metrics: Metrics, watched: Watched, clock: () => Date): Pages {
	const { library, moderation, keeper } = watched;
	return {
		"/healthz": async () => {
			const snapshot = library.current();
			const health = await healthOf({ gateway: metrics.gateway(), snapshot, keeper, now: clock() });
			return jsonPage(health.status === "ok" ? 200 : 503, health);
		},
		"/metrics": async () => {
			const servers = new Set([null, ...moderation.servers()]);
			const snapshots = [...servers].map(server => library.current(moderation.realmOf(server)));
			const body = await metrics.exposition({ snapshots, now: clock() });
			return { status: 200, contentType: metrics.contentType, body };
		},
	};
}

function jsonPage(status: number, value: unknown): Page {
	const body = `${JSON.stringify(value, null, "\t")}\n`;
	return { status, contentType: "application/json", body };
}
