import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Change } from "../../../commands/command.ts";
import { openFileKeeper } from "../../../src/shell/storage/file-keeper.ts";
import type { Keeper, KeeperFailure } from "../../../src/shell/storage/keeper.ts";
import { type FeedHost, openFeedHost, SHAPES } from "./feed-host.ts";
import { type FeedHouse, openFeedHouse } from "./feed-house.ts";

// Extraction begins with a worker, which takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const FULL: KeeperFailure = {
	kind: "failed",
	reason: "The disk is full",
	remedy: "make room, then try again",
	error: new Error("ENOSPC: no space left on device"),
};

const LOST: KeeperFailure = {
	kind: "failed",
	reason: "The database cannot be reached",
	remedy: "see that it runs",
	error: new Error("connect ECONNREFUSED"),
};

/** Which deeds of a keeper fail, and how, for as long as it stays so. */
interface Switch {
	failure: KeeperFailure | null;
	deeds: readonly Breaking[];
	/** What fails from the next commit on. */
	after?: Breaking;
}

type Breaking = "commit" | "read" | "history" | "lock";

let broken: Switch;
let host: FeedHost;
let house: FeedHouse;

/** The real keeper behind a switch. */
function through(keeper: Keeper): Keeper {
	const failing = (deed: Breaking): KeeperFailure | null =>
		broken.deeds.includes(deed) ? broken.failure : null;
	return {
		...keeper,
		commit: async (...given) => {
			const outcome = failing("commit") ?? (await keeper.commit(...given));
			if (broken.after !== undefined) broken = { ...broken, deeds: [broken.after] };
			return outcome;
		},
		read: async (...given) => failing("read") ?? (await keeper.read(...given)),
		history: async (...given) => failing("history") ?? (await keeper.history(...given)),
		lock: async (...given) => failing("lock") ?? (await keeper.lock(...given)),
	};
}

beforeEach(async () => {
	broken = { failure: null, deeds: [] };
	host = await openFeedHost();
	house = await openFeedHouse([host.host], through);
});
afterEach(async () => {
	await house.close();
	await host.close();
});

const ADDING: Change = {
	kind: "add article",
	story: "mill",
	origin: {
		kind: "text",
		text: `${"The mill pays its 40 workers 900 crowns a week. ".repeat(6)}\n`,
	},
	fields: { outlet: "Mill Mail", title: "Wages" },
	confirmed: true,
};

const CHANGES: readonly Change[] = [
	ADDING,
	{ kind: "remove article", story: "mill", article: "first", forever: false },
	{ kind: "edit article", story: "mill", article: "first", fields: { title: "Other" } },
	{ kind: "rename story", story: "mill", title: "Other" },
	{ kind: "create story", title: "New" },
];

describe("when nothing can be kept", () => {
	test.each(CHANGES.map(change => [change.kind, change] as const))(
		"%s changes nothing that is served, and says why",
		async (_, change) => {
			broken = { failure: FULL, deeds: ["commit"] };
			const { revision } = house.library.current();
			const notice = await house.carryOut(change);
			expect(notice.refusal).toBe(true);
			expect(`${notice.title} ${notice.text}`).toContain("The disk is full");
			expect(notice.text).toMatch(/make room, then try again/i);
			expect(house.library.current().revision).toBe(revision);
			expect(house.outlets()).toEqual(["First Paper"]);
			const logged = house.lines.join("");
			expect(logged).toContain("The disk is full");
			expect(house.history()).toEqual([]);
			broken = { failure: null, deeds: [] };
			expect((await house.carryOut(change)).refusal).toBe(false);
		},
	);

	test("what cannot be read does not take away what is served", async () => {
		expect((await house.carryOut(ADDING)).refusal).toBe(false);
		broken = { failure: LOST, deeds: ["read", "history", "lock", "commit"] };
		const { revision } = house.library.current();
		for (const change of [
			...CHANGES,
			{ kind: "refresh", story: null },
			{ kind: "undo", number: 1 },
		]) {
			const notice = await house.carryOut(change as Change);
			expect(notice.refusal).toBe(true);
			expect(`${notice.title} ${notice.text}`).toContain("The database cannot be reached");
		}
		expect(house.library.current().revision).toBe(revision);
		expect(house.outlets().toSorted()).toEqual(["First Paper", "Mill Mail"]);
		broken = { failure: null, deeds: [] };
		expect((await house.carryOut({ kind: "undo", number: 1 })).refusal).toBe(false);
		expect(house.outlets()).toEqual(["First Paper"]);
	});

	test("a change that is kept and cannot be read is told so, and served by the next reading", async () => {
		broken = { failure: LOST, deeds: [], after: "read" };
		const renaming = { kind: "rename story", story: "mill", title: "Wheels" } as const;
		const notice = await house.carryOut(renaming);
		expect(notice).toMatchObject({ refusal: true, text: expect.stringContaining("is kept, but") });
		expect(house.library.current().stories[0]?.title).toBe("The mill");
		expect(house.lines.join("")).toContain("a change was kept and could not be read");
		broken = { failure: null, deeds: [] };
		await house.library.reload("installation", null);
		expect(house.library.current().stories[0]?.title).toBe("Wheels");
	});

	test("a feed's finds are looked for again, and nothing is lost", async () => {
		const page = { title: "Mill news", link: host.addressOf("/a"), day: "2025-05-01" };
		const lay = (items: readonly (typeof page)[]): void => {
			const laid = SHAPES["RSS"]?.(items);
			if (laid !== undefined) host.lay("/feed", laid);
		};
		lay([]);
		const address = host.addressOf("/feed");
		await house.carryOut({ kind: "add feed", story: "mill", address, words: [], trusted: false });
		lay([page]);
		broken = { failure: FULL, deeds: ["commit"] };
		const feeds = house.moderation.feedWatch({ minutes: 15, random: () => 0 });
		await feeds.round();
		expect(house.feeds()[0]?.waiting).toEqual([]);
		expect(house.lines.join("")).toContain("what a feed lists could not be kept");
		broken = { failure: null, deeds: [] };
		house.pass(15);
		await feeds.round();
		expect(house.feeds()[0]?.waiting).toHaveLength(1);
	});
});

test("removed for good means every text of it, one that was taken back too", async () => {
	const layPage = (words: string): string => {
		const rest =
			"It was put in when the mill was built, and has turned in every flood since then. ";
		host.lay("/page", {
			type: "text/plain",
			body: `${rest.repeat(5)}The wheel is ${words}.\n`,
		});
		return host.addressOf("/page");
	};
	await house.carryOut({
		kind: "add article",
		story: "mill",
		origin: { kind: "addresses", addresses: [layPage("of oak, says Secretson")] },
		fields: { outlet: "Wheel Weekly", title: "Wheel" },
		confirmed: true,
	});
	layPage("of elm, says Anothersson");
	await house.carryOut({ kind: "refresh", story: "mill" });
	const refreshed = house.history()[0];
	expect(refreshed?.deed).toContain("Fetched anew");
	await house.carryOut({ kind: "undo", number: refreshed?.number ?? 0 });
	const article = "wheel-weekly";
	const removing = { kind: "remove article", story: "mill", article, forever: true } as const;
	expect(await house.carryOut(removing)).toMatchObject({ title: "Removed for good" });
	const query = { story: null, below: null, limit: 100 };
	const record = JSON.stringify(await house.keeper.history("installation", query));
	const kept = JSON.stringify(await house.keeper.read("installation", null));
	expect(record + kept).not.toMatch(/Secretson|Anothersson/);
});

// Whoever runs as root may write everywhere.
test.skipIf(process.getuid?.() === 0)("a directory that cannot be written", async () => {
	const directory = await mkdtemp(join(tmpdir(), "presscheck-locked-"));
	await chmod(directory, 0o500);
	const keeper = await openFileKeeper(join(directory, "kept"));
	const locked = await openFeedHouse([], () => keeper);
	const notice = await locked.carryOut({ kind: "rename story", story: "mill", title: "Other" });
	expect(notice.refusal).toBe(true);
	expect(locked.library.current().stories[0]?.title).toBe("The mill");
	await locked.close();
	await chmod(directory, 0o700);
	await rm(directory, { recursive: true });
});
