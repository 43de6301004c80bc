import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Snapshot } from "../../snapshot.ts";
import { GATEWAY_STATES, type GatewayState, type Meter } from "./meter.ts";

/** What the bot holds, as of now. */
export interface Held {
	/** What each realm is served, the installation's stories first. */
	readonly snapshots: readonly Snapshot[];
	readonly now: Date;
}

/** Counts what it is told of, and says so in Prometheus's words. */
export interface Metrics {
	readonly meter: Meter;
	readonly gateway: () => GatewayState;
	/** All figures, in the text format of https://prometheus.io/docs/instrumenting/exposition_formats/ */
	readonly exposition: (held: Held) => Promise<string>;
	/** Of the exposition. */
	readonly contentType: string;
}

/** In seconds: an answer is made in milliseconds, and Discord waits for three seconds. */
const ANSWER_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3];

/** In seconds: one changed article takes a few, a whole corpus minutes. */
const REFRESH_BUCKETS = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Metrics that have counted nothing yet, with those of the process. */
export function createMetrics(): Metrics {
	const registry = new Registry();
	collectDefaultMetrics({ register: registry });
	const connection = connectionGauge(registry);
	const stock = stockGauges(registry);
	return {
		meter: { ...countingMeter(registry), gateway: connection.enter },
		gateway: connection.state,
		exposition: held => {
			stock(held);
			return registry.metrics();
		},
		contentType: registry.contentType,
	};
}

function countingMeter(registry: Registry): Omit<Meter, "gateway"> {
	const { questions, turnedAway, faults, changes } = countersIn(registry);
	const { answers, refreshes } = timesIn(registry);
	return {
		answered: ({ command, kind, milliseconds }) => {
			questions.inc({ command, kind });
			answers.observe({ command }, milliseconds / 1_000);
		},
		turnedAway: what => turnedAway.inc({ what }),
		asked: ({ kind, outcome }) => changes.inc({ kind, outcome }),
		reread: ({ outcome, milliseconds }) => refreshes.observe({ outcome }, milliseconds / 1_000),
		failed: command => faults.inc({ command }),
	};
}

function countersIn(registry: Registry) {
	const counter = <L extends string>(name: string, help: string, labelNames: L[]) =>
		new Counter({ name: `presscheck_${name}_total`, help, labelNames, registers: [registry] });
	return {
		questions: counter("questions", "Questions answered, by command and kind of answer.", [
			"command",
			"kind",
		]),
		turnedAway: counter(
			"turned_away",
			"Questions and additions that a limit turned away, by which of the two.",
			["what"],
		),
		faults: counter(
			"faults",
			"Replies that a fault of the program kept from somebody, by command.",
			["command"],
		),
		changes: counter("changes", "Changes that moderators asked for, by kind and outcome.", [
			"kind",
			"outcome",
		]),
	};
}

function timesIn(registry: Registry) {
	const registers = [registry];
	const answers = new Histogram({
		name: "presscheck_answer_duration_seconds",
		help: "From a question's arrival to its answer being taken by Discord, by command.",
		labelNames: ["command"],
		buckets: ANSWER_BUCKETS,
		registers,
	});
	const refreshes = new Histogram({
		name: "presscheck_refresh_duration_seconds",
		help: "Readings of stories again, after a refresh or another change, by outcome.",
		labelNames: ["outcome"],
		buckets: REFRESH_BUCKETS,
		registers,
	});
	return { answers, refreshes };
}

function connectionGauge(registry: Registry) {
	const gauge = new Gauge({
		name: "presscheck_gateway_state",
		help: "1 for how the bot stands with Discord's gateway, 0 for the others.",
		labelNames: ["state"],
		registers: [registry],
	});
	let current: GatewayState = "connecting";
	const enter = (entered: GatewayState): void => {
		current = entered;
		for (const state of GATEWAY_STATES) gauge.set({ state }, state === entered ? 1 : 0);
	};
	enter(current);
	return { enter, state: () => current };
}

function stockGauges(registry: Registry): (held: Held) => void {
	const gauge = (name: string, help: string) =>
		new Gauge({ name: `presscheck_${name}`, help, registers: [registry] });
	const age = gauge(
		"snapshot_age_seconds",
		"Time since the installation's stories were last read, whether or not they had changed.",
	);
	const stories = gauge("stories", "Stories held, those of all servers together.");
	const articles = gauge("articles", "Articles held.");
	const claims = gauge("claims", "Claims made of them.");
	return ({ snapshots, now }) => {
		// What a server is served holds the installation's stories as the same objects.
		const all = [...new Set(snapshots.flatMap(snapshot => snapshot.stories))];
		const [installation] = snapshots;
		if (installation !== undefined) age.set(ageOf(installation, now));
		stories.set(all.length);
		articles.set(all.reduce((sum, story) => sum + story.articles.length, 0));
		claims.set(all.reduce((sum, story) => sum + story.claims.length, 0));
	};
}

/** How long ago a snapshot was made, in seconds. */
export function ageOf({ asOf }: Pick<Snapshot, "asOf">, now: Date): number {
	return Math.max(0, (now.getTime() - Date.parse(asOf)) / 1_000);
}
