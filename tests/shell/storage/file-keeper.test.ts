import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe } from "vitest";
import { openFileKeeper } from "../../../src/shell/storage/file-keeper.ts";
import { describeKeeper } from "./keeper-contract.ts";

describe("a keeper of files", () => {
	describeKeeper(async () => {
		const base = await mkdtemp(join(tmpdir(), "presscheck-keeper-"));
		return {
			open: () => openFileKeeper(join(base, "data")),
			end: () => rm(base, { recursive: true, force: true }),
		};
	});
});
