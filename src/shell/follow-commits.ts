import type { Library } from "./library.ts";
import type { Log } from "./log.ts";
import type { Keeper } from "./storage/keeper.ts";

/**
 * Serves what other processes commit, as soon as they do. What this process commits is for its caller
 * to reload. Returns what ends the following.
 */
export function followCommits(
	keeper: Pick<Keeper, "watch">,
	library: Pick<Library, "reload" | "reloadAll">,
	log: Pick<Log, "warn">,
): () => void {
	return keeper.watch(async notice => {
		if (notice.kind === "failed") {
			const { reason, error } = notice;
			log.warn({ reason, error }, "other processes' changes are not heard for now");
			return;
		}
		const outcomes =
			notice.kind === "committed"
				? [await library.reload(notice.realm, null)]
				: await library.reloadAll();
		for (const outcome of outcomes) {
			if (outcome.kind === "refreshed") continue;
			const { reason, error } = outcome;
			log.warn({ reason, error }, "what another process changed cannot be served");
		}
	});
}
