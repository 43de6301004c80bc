import { describe } from "vitest";
import { createPostgresKeeper } from "../../../src/shell/storage/postgres-keeper.ts";
import { describeKeeper } from "./keeper-contract.ts";
import { describeInPostgres } from "./postgres-cluster.ts";

describeInPostgres("a keeper in PostgreSQL", cluster => {
	describe("keeps the promises of every keeper", () => {
		describeKeeper(async () => {
			const url = await cluster().createDatabase();
			return {
				open: () => Promise.resolve(createPostgresKeeper(url)),
				end: () => Promise.resolve(),
			};
		});
	});
});
