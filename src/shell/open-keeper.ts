import type { Keeping } from "./config.ts";
import { openFileKeeper } from "./storage/file-keeper.ts";
import type { Keeper } from "./storage/keeper.ts";

/** Opens the keeper that is configured. Makes nothing: what is not there yet is made by the first change. */
export async function openKeeper({ databaseUrl, dataDirectory }: Keeping): Promise<Keeper> {
	if (databaseUrl === null) return await openFileKeeper(dataDirectory);
	// Whoever keeps files need not wait for a client of databases to load.
	const { createPostgresKeeper } = await import("./storage/postgres-keeper.ts");
	return createPostgresKeeper(databaseUrl);
}
