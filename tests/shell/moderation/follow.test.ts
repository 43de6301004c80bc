import { describe, expect, it } from "vitest";
import { NO_RECORDS } from "../../../src/records/records.ts";
import type { Library } from "../../../src/shell/library.ts";
import { createLog } from "../../../src/shell/log.ts";
import { createFollower } from "../../../src/shell/moderation/follow.ts";
import type { RecordsDesk } from "../../../src/shell/moderation/records-desk.ts";
import type { Realm } from "../../../src/shell/storage/keeper.ts";
import { buildSnapshot } from "../../../src/snapshot.ts";
import { compareSnapshots } from "../../../src/snapshot-diff.ts";
import { pause } from "../discord/stage.ts";

const snapshot = buildSnapshot({ stories: [], problems: [], asOf: "2031-01-01T00:00:00Z" }, null);
const OK = {
	kind: "refreshed",
	story: null,
	diff: compareSnapshots(snapshot, snapshot),
	problems: [],
	before: "",
	after: "",
} as const;

/** A follower, with what it did in order. */
function follower({ fails = false } = {}) {
	const done: string[] = [];
	const failure = { kind: "failed", reason: "Gone", remedy: "wait", error: null } as const;
	const library: Pick<Library, "current" | "reach" | "reload" | "realms"> = {
		current: () => snapshot,
		reach: () => ({ whole: 3, stories: new Map() }),
		reload: realm => {
			done.push(`reload ${realm}`);
			return Promise.resolve(fails ? failure : OK);
		},
		realms: () => Promise.resolve(["installation", "server-7"]),
	};
	const records: Pick<RecordsDesk, "of" | "read" | "realms"> = {
		of: () => NO_RECORDS,
		read: async realm => void done.push(`read ${realm}`),
		realms: () => ["installation", "server-7"],
	};
	const changed = async ({ realm }: { readonly realm: Realm }) => void done.push(`tell ${realm}`);
	const log = createLog("trace", { write: line => void done.push(JSON.parse(line).msg) });
	const tools = { library: library as Library, records: records as RecordsDesk, changed, log };
	return { ...createFollower(tools), done };
}

const committed = { kind: "committed", realm: "server-7", number: 3 } as const;

describe("a commit that is heard of", () => {
	it("is served, and the channels are told", async () => {
		const { hear, done } = follower();
		await hear(committed);
		expect(done).toEqual(["reload server-7", "read server-7", "tell server-7"]);
	});

	it("waits until work of ours in that realm is done", async () => {
		const { hear, during, done } = follower();
		await during("server-7", () =>
			during("server-7", async () => {
				await hear(committed);
				await hear({ ...committed, realm: "installation" });
				done.push("worked");
			}),
		);
		await pause(1);
		expect(done).toEqual([
			"reload installation",
			"read installation",
			"tell installation",
			"worked",
			"reload server-7",
			"read server-7",
			"tell server-7",
		]);
	});

	it("is followed when the work fails", async () => {
		const { hear, during, done } = follower();
		const work = during("server-7", async () => {
			await hear(committed);
			throw new Error("a bug");
		});
		await expect(work).rejects.toThrow("a bug");
		await pause(1);
		expect(done).toEqual(["reload server-7", "read server-7", "tell server-7"]);
	});

	it("is done before what is kept is closed, and not begun after that", async () => {
		const { hear, during, end, done } = follower();
		await during("server-7", () => hear(committed));
		await end();
		expect(done).toEqual(["reload server-7", "read server-7", "tell server-7"]);
		await hear({ ...committed, realm: "installation" });
		expect(done).toHaveLength(3);
	});

	it("that cannot be served is logged, and nobody is told", async () => {
		const { hear, done } = follower({ fails: true });
		await hear(committed);
		expect(done.at(-1)).toBe("a change cannot be served");
		expect(done).not.toContain("tell server-7");
	});
});

describe("other notices", () => {
	it("that it is not known what changed has everything read, and what changed told", async () => {
		const { hear, done } = follower();
		await hear({ kind: "unknown" });
		expect(done).toEqual([
			"reload installation",
			"read installation",
			"tell installation",
			"reload server-7",
			"read server-7",
			"tell server-7",
		]);
	});

	it("of a failure are logged", async () => {
		const { hear, done } = follower();
		await hear({ kind: "failed", reason: "No line", remedy: "wait", error: null });
		expect(done).toEqual(["changes of others are not heard"]);
	});
});
