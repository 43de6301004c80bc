import { setTimeout } from "node:timers/promises";
import type { Snapshot } from "../../snapshot.ts";
import type { Keeper } from "../storage/keeper.ts";
import type { GatewayState } from "./meter.ts";
import { ageOf } from "./metrics.ts";

/** What health is told from. */
export interface Patient {
	readonly gateway: GatewayState;
	/** What is served of the installation's stories. */
	readonly snapshot: Snapshot;
	readonly keeper: Pick<Keeper, "realms">;
	readonly now: Date;
}

/** Whether the bot can answer questions and keep changes, and what is amiss otherwise. */
export interface Health {
	readonly status: "ok" | "failing";
	readonly gateway: GatewayState;
	readonly snapshot: {
		readonly revision: string;
		/** ISO 8601 time. */
		readonly asOf: string;
		readonly ageSeconds: number;
		readonly stories: number;
	};
	readonly keeper: KeeperHealth;
}

export type KeeperHealth =
	| { readonly reachable: true }
	| { readonly reachable: false; readonly reason: string; readonly remedy: string };

/** Shorter than those who ask wait: Docker is told 10 seconds, Prometheus waits as long by itself. */
const PATIENCE_MILLISECONDS = 5_000;

const SILENT: KeeperHealth = {
	reachable: false,
	reason: "What keeps changes does not answer",
	remedy: "see that the database, or the disk of the data directory, is not overloaded",
};

/** How the bot fares: it fails while the gateway is not ready, and while what keeps changes fails. */
export async function healthOf(
	{ gateway, snapshot, keeper, now }: Patient,
	patience: number = PATIENCE_MILLISECONDS,
): Promise<Health> {
	const kept = await keeperHealth(keeper, patience);
	const { revision, asOf, stories } = snapshot;
	return {
		status: gateway === "ready" && kept.reachable ? "ok" : "failing",
		gateway,
		snapshot: {
			revision,
			asOf,
			ageSeconds: Math.round(ageOf(snapshot, now)),
			stories: stories.length,
		},
		keeper: kept,
	};
}

async function keeperHealth(
	{ realms }: Patient["keeper"],
	patience: number,
): Promise<KeeperHealth> {
	const given = new AbortController();
	const silence = setTimeout(patience, SILENT, { signal: given.signal, ref: false });
	silence.catch(() => undefined);
	const answer = await Promise.race([realms(), silence]);
	given.abort();
	if ("reachable" in answer) return answer;
	if (answer.kind === "read") return { reachable: true };
	return { reachable: false, reason: answer.reason, remedy: answer.remedy };
}
