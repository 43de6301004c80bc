import type { Writable } from "node:stream";
import {
	type ConfigProblem,
	describeProblem,
	loadEnvironment,
	readTerminalConfig,
} from "../config.ts";
import { openFileKeeper } from "./file-keeper.ts";
import type { KeeperFailure } from "./keeper.ts";
import { type Moved, moveKept } from "./move-kept.ts";
import { createPostgresKeeper } from "./postgres-keeper.ts";

/** The world around the move. */
export interface MovingWorld {
	/** The folder of the project, where `.env` is. */
	readonly root: string;
	readonly stdout: Writable;
	readonly stderr: Writable;
	readonly clock: () => Date;
}

const NO_DATABASE: ConfigProblem = {
	variable: "DATABASE_URL",
	value: null,
	reason: "missing",
	remedy: "set it to the database that is to keep what DATA_DIR keeps",
};

/**
 * Moves what the data directory keeps into the database, as both are configured, and says of each realm
 * how much. Gives the exit code: 0 moved, 1 not moved, 2 misconfigured.
 */
export async function runMove(world: MovingWorld): Promise<number> {
	const { root, stdout, stderr, clock } = world;
	const loaded = loadEnvironment(root);
	const read = loaded.kind === "problems" ? loaded : readTerminalConfig(loaded.config, root);
	const keeping = read.kind === "problems" ? null : read.config.keeping;
	if (keeping === null || keeping.databaseUrl === null) {
		const problems = read.kind === "problems" ? read.problems : [NO_DATABASE];
		for (const problem of problems) stderr.write(`presscheck: ${describeProblem(problem)}\n`);
		return 2;
	}
	const moved = await move(keeping.dataDirectory, keeping.databaseUrl, clock().toISOString());
	if (moved.kind === "failed") {
		stderr.write(`presscheck: ${moved.reason}; ${moved.remedy}\n`);
		return 1;
	}
	for (const { realm, documents } of moved.realms) stdout.write(`${realm}: ${documents}\n`);
	stdout.write(`Moved. The files stay in ${keeping.dataDirectory}.\n`);
	return 0;
}

async function move(
	directory: string,
	databaseUrl: string,
	at: string,
): Promise<Moved | KeeperFailure> {
	const from = await openFileKeeper(directory);
	const to = createPostgresKeeper(databaseUrl);
	try {
		return await moveKept(from, to, at);
	} finally {
		await Promise.all([from.close(), to.close()]);
	}
}
