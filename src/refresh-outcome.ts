import type { Problem } from "./corpus/problem.ts";
import type { SnapshotDiff } from "./snapshot-diff.ts";

/** What a refresh did. */
export interface RefreshReport {
	readonly kind: "refreshed";
	/** The story that was read again; null for all. */
	readonly story: string | null;
	readonly diff: SnapshotDiff;
	readonly problems: readonly Problem[];
	readonly before: string;
	/** The revision that is served now. */
	readonly after: string;
}

/** Why a refresh changed nothing: the old snapshot serves on. */
export interface RefreshFailure {
	readonly kind: "busy" | "no such story" | "nothing readable" | "failed";
	readonly reason: string;
	readonly remedy: string;
	/** What was thrown, for the log; null where nothing was. */
	readonly error: unknown;
}

export type RefreshOutcome = RefreshReport | RefreshFailure;
