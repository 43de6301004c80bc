import { join } from "node:path";
import { FETCH_LIMITS, SYSTEM } from "../ingest/fetch/fetcher.ts";
import type { Keeping, ModerationConfig } from "./config.ts";
import { createCorpusReader } from "./corpus-store.ts";
import { openWorkshop } from "./derived/workshop.ts";
import { createLibrary, type Library } from "./library.ts";
import type { Log } from "./log.ts";
import { type Meter, meteredLibrary } from "./metrics/meter.ts";
import type { Tools } from "./moderation/job.ts";
import type { ModerationTools } from "./moderation/moderation.ts";
import { type OpenModeration, openModeration } from "./moderation/open.ts";
import { openKeeper } from "./open-keeper.ts";
import type { Keeper } from "./storage/keeper.ts";
import { versionOf } from "./version.ts";

/** What a workplace is opened with. */
export interface WorkplaceSettings extends Pick<ModerationTools, "changed"> {
	/** The folder of the project, where package.json is. */
	readonly root: string;
	readonly corpusDirectory: string;
	readonly keeping: Keeping;
	readonly moderation: ModerationConfig;
	readonly readFile: Tools["readFile"];
	readonly meter: Pick<Meter, "reread">;
	readonly log: Log;
	readonly clock: () => Date;
}

/** The coverage held, and the hands that change it. */
export interface Workplace {
	readonly library: Library;
	readonly keeper: Keeper;
	readonly moderation: OpenModeration;
	readonly close: () => Promise<void>;
}

/** Opens what is kept, reads it, and stands ready to change it. Rejects where the keeper cannot be opened. */
export async function openWorkplace(settings: WorkplaceSettings): Promise<Workplace> {
	const { corpusDirectory, keeping, moderation: config, log, clock } = settings;
	const keeper = await openKeeper(keeping);
	const cacheDirectory = join(keeping.dataDirectory, "cache");
	const workshop = await openWorkshop({ cacheDirectory, log });
	const read = await createLibrary({
		read: createCorpusReader(corpusDirectory),
		build: workshop.build,
		served: workshop.served,
		clock,
		keeper,
	});
	const library = meteredLibrary(read, settings.meter);
	const { allowedHosts, contact, keeperServer, historyDays, purgeDays } = config;
	const version = await versionOf(settings.root);
	const moderation = await openModeration({
		library,
		keeper,
		fetching: { ...SYSTEM, allowedHosts, contact, version, limits: FETCH_LIMITS },
		readFile: settings.readFile,
		changed: settings.changed,
		keeperServer,
		historyDays,
		purgeDays,
		log,
		clock,
	});
	return {
		library,
		keeper,
		moderation,
		close: async () => {
			await moderation.close();
			await workshop.close();
			await keeper.close();
		},
	};
}
