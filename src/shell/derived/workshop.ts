import type { Snapshot } from "../../snapshot.ts";
import type { Build } from "../library-sources.ts";
import type { Log } from "../log.ts";
import type { Realm } from "../storage/keeper.ts";
import { buildWith, type Derive, prepareIndexes } from "./build.ts";
import { type DerivedCache, openCache, withCache } from "./cache.ts";
import { codeVersion } from "./code-version.ts";
import { createDeriver, type DeriverSettings, TookTooLong } from "./deriver.ts";

/** Builds the snapshots of a program that answers meanwhile. */
export interface Workshop {
	/** In a thread of its own, and from the cache what is there. */
	readonly build: Build;
	/** Keeps what is served for the next start, and makes its indexes ready beside other work. */
	readonly served: (realm: Realm, own: Snapshot) => void;
	/** Ends the thread, after what is being kept is kept. */
	readonly close: () => Promise<void>;
}

/** What a workshop needs. */
export interface WorkshopSettings {
	/** Where what was derived is kept for the next start; null keeps nothing. */
	readonly cacheDirectory: string | null;
	readonly log: Pick<Log, "warn" | "error">;
	/** For tests. */
	readonly deriver?: DeriverSettings;
}

/** Opens a workshop. A cache that cannot be used is told to the log, and nothing else fails. */
export async function openWorkshop(settings: WorkshopSettings): Promise<Workshop> {
	const { log } = settings;
	const deriver = createDeriver(settings.deriver);
	const cache = await cacheOf(settings);
	const derive: Derive = async (input, previous) => {
		try {
			return await deriver.derive(input, previous);
		} catch (error) {
			if (error instanceof TookTooLong)
				log.error({ error, story: input.id }, "a story took too long");
			throw error;
		}
	};
	let kept: Promise<void> | undefined;
	return {
		build: buildWith(cache === null ? derive : withCache(derive, cache)),
		served: (realm, own) => {
			kept = cache?.keep(realm, own);
			prepareIndexes(own.stories).catch(error => log.error({ error }, "an index cannot be made"));
		},
		close: async () => {
			await kept;
			await deriver.close();
		},
	};
}

async function cacheOf({ cacheDirectory, log }: WorkshopSettings): Promise<DerivedCache | null> {
	if (cacheDirectory === null) return null;
	try {
		return openCache({ directory: cacheDirectory, version: await codeVersion(), log });
	} catch (error) {
		log.warn({ error, file: cacheDirectory }, "without its code's version no cache can be used");
		return null;
	}
}
