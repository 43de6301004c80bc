import { setTimeout } from "node:timers/promises";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Announcement } from "../../../src/shell/storage/announcement.ts";
import { textProblem } from "../../../src/shell/storage/document-path.ts";
import { draftUndoing } from "../../../src/shell/storage/drafts.ts";
import type {
	DocumentState,
	DocumentWrite,
	Draft,
	Entry,
	Keeper,
	KeeperNotice,
	LockHolder,
	Realm,
} from "../../../src/shell/storage/keeper.ts";
import { hashOf } from "../../../src/shell/storage/rewording.ts";
import {
	ABSENT,
	commit,
	documents,
	draft,
	HIDDEN,
	history,
	sound,
	text,
	write,
} from "./drafting.ts";

/** A place where keepers keep, empty at first. */
export interface KeepingPlace {
	/** Another keeper of the same place, as another process has it. */
	readonly open: () => Promise<Keeper>;
	readonly end: () => Promise<void>;
}

const HOME: Realm = "installation";
const SERVER: Realm = "server-123456789012345678";

const REFRESHER: LockHolder = {
	what: "refresh",
	by: "schedule",
	since: "2026-03-01T12:00:00.000Z",
};

/** What every keeper promises; `begin` makes an empty place for one test. */
export function describeKeeper(begin: () => Promise<KeepingPlace>): void {
	let place: KeepingPlace;
	let keeper: Keeper;
	let other: Keeper;

	beforeEach(async () => {
		place = await begin();
		keeper = await place.open();
		other = await place.open();
	});
	afterEach(async () => {
		await Promise.all([keeper.close(), other.close()]);
		await place.end();
	});

	describe("a commit", () => {
		test("finds nothing at first", async () => {
			expect(await keeper.realms()).toEqual({ kind: "read", realms: [] });
			const nothing = { kind: "read", documents: [], problems: [], number: 0 };
			expect(await keeper.read(HOME, null)).toEqual(nothing);
			expect(await keeper.read(SERVER, "lake")).toEqual(nothing);
			expect(await history(keeper, HOME)).toEqual([]);
		});

		test("is seen by all, and leaves an entry", async () => {
			const wanted = draft(
				[
					write("lake/ferry.md", ABSENT, text("The ferry sank.\n")),
					write("lake/story.yaml", ABSENT, text("title: The lake\r\n")),
					write("channels.yaml", ABSENT, text("")),
					write("lake/dock.md", ABSENT, HIDDEN),
				],
				{ story: "lake", by: "123456789012345678" },
			);
			const { purges, ...rest } = wanted;
			const entry: Entry = { number: 1, ...rest, purges };
			expect(await keeper.commit(HOME, wanted)).toEqual({ kind: "committed", entry });
			for (const reader of [keeper, other, await place.open()]) {
				expect(await reader.read(HOME, null)).toEqual({
					kind: "read",
					documents: [
						{ path: "channels.yaml", state: text("") },
						{ path: "lake/dock.md", state: HIDDEN },
						{ path: "lake/ferry.md", state: text("The ferry sank.\n") },
						{ path: "lake/story.yaml", state: text("title: The lake\r\n") },
					],
					problems: [],
					number: 1,
				});
				expect(await history(reader, HOME)).toEqual([entry]);
				expect(await reader.realms()).toEqual({ kind: "read", realms: [HOME] });
			}
		});

		test.each<[string, DocumentState, DocumentState]>([
			["a text by another", text("one"), text("two")],
			["a text by nothing", text("one"), ABSENT],
			["a text by a mark that hides", text("one"), HIDDEN],
			["a mark that hides by a text", HIDDEN, text("two")],
			["a mark that hides by nothing", HIDDEN, ABSENT],
		])("replaces %s", async (_, first, second) => {
			await commit(keeper, HOME, draft([write("lake/a.md", ABSENT, first)]));
			await commit(other, HOME, draft([write("lake/a.md", first, second)]));
			const expected = second.kind === "absent" ? [] : [{ path: "lake/a.md", state: second }];
			expect(await documents(keeper, HOME)).toEqual(expected);
		});

		test.each<[string, DocumentState]>([
			["nothing", ABSENT],
			["a mark that hides", HIDDEN],
			["another text", text("two")],
			["a text that differs by a blank", text("one ")],
		])("is refused whole where %s is expected and a text stands", async (_, expected) => {
			await commit(keeper, HOME, draft([write("lake/a.md", ABSENT, text("one"))]));
			const late = draft([
				write("lake/b.md", ABSENT, text("new")),
				write("lake/a.md", expected, text("three")),
			]);
			expect(await other.commit(HOME, late)).toEqual({ kind: "conflict", paths: ["lake/a.md"] });
			expect(await documents(other, HOME)).toEqual([{ path: "lake/a.md", state: text("one") }]);
			expect(await history(other, HOME)).toHaveLength(1);
		});

		test.each<[string, readonly DocumentWrite[], Partial<Draft>]>([
			["a path upwards", [write("../lake.md", ABSENT, text("x"))], {}],
			["a path from the root", [write("/lake.md", ABSENT, text("x"))], {}],
			[
				"a path that is written twice",
				[write("a.md", ABSENT, HIDDEN), write("a.md", ABSENT, HIDDEN)],
				{},
			],
			["a path of another kind", [write("lake/a.exe", ABSENT, text("x"))], {}],
			["a NUL", [write("lake/a.md", ABSENT, text("a\0b"))], {}],
			["half a character", [write("lake/a.md", ABSENT, text("a\uD83Db"))], {}],
			["a byte order mark", [write("lake/a.md", ABSENT, text("\uFEFFa"))], {}],
			[
				"a text that is too long",
				[write("lake/a.md", ABSENT, text("é".repeat(1024 * 1024 + 1)))],
				{},
			],
			["a purge with a text", [write("lake/a.md", ABSENT, text("x"))], { purges: ["lake/a.md"] }],
			["a purge of no document", [], { purges: ["../../passwd"] }],
		])("is refused with %s", async (_, writes, rest) => {
			expect(await keeper.commit(HOME, draft(writes, rest))).toEqual({
				kind: "failed",
				reason: expect.stringMatching(/\w/),
				remedy: expect.stringMatching(/\w/),
				error: null,
			});
			expect(await keeper.realms()).toEqual({ kind: "read", realms: [] });
		});

		test("keeps every text as it is", async () => {
			const keepable = fc
				.string({ unit: "binary", maxLength: 200 })
				.filter(some => textProblem(some) === null);
			let before = ABSENT;
			await fc.assert(
				fc.asyncProperty(keepable, async some => {
					await commit(keeper, HOME, draft([write("lake/a.md", before, text(some))]));
					before = text(some);
					expect(await documents(other, HOME)).toEqual([{ path: "lake/a.md", state: before }]);
					expect((await history(other, HOME))[0]?.writes[0]?.after).toEqual(before);
				}),
				{ numRuns: 40 },
			);
		});

		test("keeps names in all scripts and with blanks, quotes and marks", async () => {
			const paths = [
				"Fähre/Größe (2).md",
				"O'Neil/50% & more.md",
				"ニュース/記事@3.md",
				"a/b/c.YAML",
			];
			await commit(keeper, HOME, draft(paths.map(path => write(path, ABSENT, text(path)))));
			const expected = paths.toSorted().map(path => ({ path, state: text(path) }));
			expect(await documents(other, HOME)).toEqual(expected);
		});

		test("may write nothing but its entry", async () => {
			expect(await commit(keeper, SERVER, draft([]))).toMatchObject({ number: 1, writes: [] });
			expect(await history(other, SERVER)).toHaveLength(1);
		});
	});

	describe("reading", () => {
		test("gives one story alone where it is asked for", async () => {
			const paths = ["lake.md", "lake/a.md", "lake/revisions/a@1.md", "lakeside/b.md", "la/c.md"];
			await commit(keeper, HOME, draft(paths.map(path => write(path, ABSENT, text(path)))));
			const { documents: found, number } = sound(await other.read(HOME, "lake"));
			expect(found.map(({ path }) => path)).toEqual(["lake/a.md", "lake/revisions/a@1.md"]);
			expect(number).toBe(1);
		});

		test.each(["..", "../server-1", "", ".", "a/b", "lake.md"])(
			"refuses %j as a story",
			async story => {
				expect(await keeper.read(HOME, story)).toMatchObject({ kind: "failed" });
				expect(await keeper.lock(HOME, story, REFRESHER)).toMatchObject({ kind: "failed" });
			},
		);

		test("never sees a commit in part", async () => {
			const paths = ["a.md", "lake/b.md", "lake/c.md", "shore/d.md"];
			let before = ABSENT;
			const writing = (async (): Promise<void> => {
				for (let round = 1; round <= 25; round += 1) {
					const after = text(String(round));
					await commit(keeper, HOME, draft(paths.map(path => write(path, before, after))));
					before = after;
				}
			})();
			let isWriting = true;
			const done = writing.finally(() => {
				isWriting = false;
			});
			let reads = 0;
			while (isWriting) {
				const { documents: found, number } = sound(await other.read(HOME, null));
				const expected =
					number === 0 ? [] : paths.map(path => ({ path, state: text(String(number)) }));
				expect(found).toEqual(expected);
				reads += 1;
			}
			await done;
			expect(reads).toBeGreaterThan(1);
		});
	});

	describe("realms", () => {
		test("see nothing of each other", async () => {
			await commit(keeper, HOME, draft([write("lake/a.md", ABSENT, text("ours"))]));
			await commit(keeper, SERVER, draft([write("lake/a.md", ABSENT, text("theirs"))]));
			await commit(keeper, "server-12", draft([write("lake/b.md", ABSENT, text("others'"))]));
			expect(await documents(other, HOME)).toEqual([{ path: "lake/a.md", state: text("ours") }]);
			expect(await documents(other, SERVER)).toEqual([
				{ path: "lake/a.md", state: text("theirs") },
			]);
			expect((await history(other, SERVER)).map(({ number }) => number)).toEqual([1]);
			expect(await other.realms()).toEqual({ kind: "read", realms: [HOME, "server-12", SERVER] });
		});

		test.each<Realm>(["server-", "server-../installation", "server-1/2", "server-abc"])(
			"%s is none",
			async realm => {
				expect(await keeper.commit(realm, draft([]))).toMatchObject({ kind: "failed" });
				expect(await keeper.read(realm, null)).toMatchObject({ kind: "failed" });
				const query = { story: null, below: null, limit: 9 };
				expect(await keeper.history(realm, query)).toMatchObject({ kind: "failed" });
				expect(await keeper.lock(realm, "lake", REFRESHER)).toMatchObject({ kind: "failed" });
				expect(await keeper.erase(realm)).toMatchObject({ kind: "failed" });
				expect(await keeper.realms()).toEqual({ kind: "read", realms: [] });
			},
		);

		test("are erased one by one, and begin again", async () => {
			for (const realm of [HOME, SERVER] as const) {
				await commit(keeper, realm, draft([write("lake/a.md", ABSENT, text("one"))]));
				await commit(keeper, realm, draft([write("lake/a.md", text("one"), text("two"))]));
			}
			expect(await other.erase(SERVER)).toEqual({ kind: "removed", entries: 2 });
			expect(await keeper.read(SERVER, null)).toMatchObject({ documents: [], number: 0 });
			expect(await history(keeper, SERVER)).toEqual([]);
			expect(await documents(keeper, HOME)).toHaveLength(1);
			expect(await keeper.realms()).toEqual({ kind: "read", realms: [HOME] });
			expect(await other.erase(SERVER)).toEqual({ kind: "removed", entries: 0 });
			expect(await commit(keeper, SERVER, draft([write("b.md", ABSENT, HIDDEN)]))).toMatchObject({
				number: 1,
			});
		});
	});

	describe("the journal", () => {
		beforeEach(async () => {
			let before = ABSENT;
			for (let number = 1; number <= 5; number += 1) {
				const after = text(`text ${number}`);
				const story = number % 2 === 0 ? "lake" : "dam";
				const at = `2026-03-0${number}T00:00:00.000Z`;
				await commit(keeper, HOME, draft([write("lake/a.md", before, after)], { at, story }));
				before = after;
			}
		});

		test.each<[string, string | null, number | null, number, readonly number[]]>([
			["from the newest", null, null, 2, [5, 4]],
			["below a number", null, 4, 2, [3, 2]],
			["to its end", null, 2, 9, [1]],
			["of one story", "dam", null, 2, [5, 3]],
			["of one story below a number", "lake", 4, 5, [2]],
			["of a story without any", "ferry", null, 5, []],
			["not at all", null, null, 0, []],
		])("is read %s", async (_, story, below, limit, numbers) => {
			const { entries } = sound(await other.history(HOME, { story, below, limit }));
			expect(entries.map(({ number }) => number)).toEqual(numbers);
		});

		test("forgets what is old, and neither documents nor numbers", async () => {
			await commit(keeper, SERVER, draft([], { at: "2026-03-01T00:00:00.000Z" }));
			expect(await other.forget("2026-03-04T00:00:00.000Z")).toEqual({
				kind: "removed",
				entries: 4,
			});
			expect((await history(keeper, HOME)).map(({ number }) => number)).toEqual([5, 4]);
			expect(await other.forget("2027-01-01T00:00:00.000Z")).toEqual({
				kind: "removed",
				entries: 2,
			});
			expect(await history(keeper, HOME)).toEqual([]);
			expect(await (await place.open()).read(HOME, null)).toMatchObject({
				documents: [{ path: "lake/a.md", state: text("text 5") }],
				number: 5,
			});
			expect(await commit(keeper, HOME, draft([]))).toMatchObject({ number: 6 });
			expect(await commit(other, SERVER, draft([]))).toMatchObject({ number: 2 });
		});

		test("takes back what was done last, and again", async () => {
			const by = { at: "2026-03-06T00:00:00.000Z", by: "terminal" };
			const [last] = await history(keeper, HOME);
			const undoing = last && draftUndoing(last, by);
			expect(await keeper.commit(HOME, undoing ?? draft([]))).toMatchObject({
				kind: "committed",
				entry: { number: 6, undoes: 5, story: "dam", writes: [{ after: text("text 4") }] },
			});
			expect(await documents(other, HOME)).toEqual([{ path: "lake/a.md", state: text("text 4") }]);
			expect(await other.commit(HOME, undoing ?? draft([]))).toEqual({
				kind: "conflict",
				paths: ["lake/a.md"],
			});
			const [redoing] = (await history(other, HOME)).flatMap(
				entry => draftUndoing(entry, by) ?? [],
			);
			await commit(other, HOME, redoing ?? draft([]));
			expect(await documents(keeper, HOME)).toEqual([{ path: "lake/a.md", state: text("text 5") }]);
		});

		test("says otherwise what was worded otherwise, and can be taken back all the same", async () => {
			const quoting = draft([write("lake/list.md", ABSENT, text("mine, yours"))], {
				deed: { kind: "Listed", subject: "Mine and Yours" },
			});
			const first = await commit(keeper, HOME, quoting);
			const cleaning = draft([write("lake/list.md", text("mine, yours"), text("mine"))], {
				rewords: [
					{ kind: "text", path: "lake/list.md", hash: hashOf("mine, yours"), text: "mine" },
					{ kind: "subject", number: first.number, subject: "Mine" },
				],
			});
			const entry = await commit(keeper, HOME, cleaning);
			const entries = await history(other, HOME);
			expect(JSON.stringify(entries)).not.toMatch(/yours/i);
			expect(entries[0]).toEqual(entry);
			expect(entries[1]).toMatchObject({
				deed: { kind: "Listed", subject: "Mine" },
				writes: [{ path: "lake/list.md", before: ABSENT, after: text("mine") }],
			});
			const undoing = draftUndoing(entries[1] as Entry, entry);
			expect(undoing).not.toBeNull();
			await commit(keeper, HOME, undoing ?? draft([]));
			const paths = (await documents(other, HOME)).map(({ path }) => path);
			expect(paths).toEqual(["lake/a.md"]);
		});

		test("has no text any more of what was purged", async () => {
			await commit(keeper, HOME, draft([write("lake/b.md", ABSENT, text("kept"))]));
			const purging = draft(
				[
					write("lake/a.md", text("text 5"), HIDDEN),
					write("lake/b.md", text("kept"), text("changed")),
				],
				{ purges: ["lake/a.md", "lake/revisions/a@1.md"] },
			);
			const entry = await commit(keeper, HOME, purging);
			expect(entry.writes).toEqual([
				{ path: "lake/a.md", before: { kind: "purged" }, after: HIDDEN },
				{ path: "lake/b.md", before: text("kept"), after: text("changed") },
			]);
			const entries = await history(other, HOME);
			expect(JSON.stringify(entries)).not.toMatch(/text \d/);
			expect(entries).toHaveLength(7);
			expect(entries[0]).toEqual(entry);
			expect(entries.at(-1)?.writes).toEqual([
				{ path: "lake/a.md", before: ABSENT, after: { kind: "purged" } },
			]);
			expect(entries.map(some => draftUndoing(some, entry) === null)).toEqual([
				true,
				false,
				...Array.from({ length: 5 }, () => true),
			]);
			expect(await documents(other, HOME)).toEqual([
				{ path: "lake/a.md", state: HIDDEN },
				{ path: "lake/b.md", state: text("changed") },
			]);
		});
	});

	describe("at the same time", () => {
		test("one of two that start from the same wins", async () => {
			const wanted = ["one", "two", "three", "four"].map(words =>
				draft([write("a.md", ABSENT, text(words))]),
			);
			const outcomes = await Promise.all(
				wanted.map((some, index) => (index % 2 ? keeper : other).commit(HOME, some)),
			);
			const kinds = outcomes.map(({ kind }) => kind).toSorted();
			expect(kinds).toEqual(["committed", "conflict", "conflict", "conflict"]);
			const winner = outcomes.findIndex(({ kind }) => kind === "committed");
			expect(await documents(keeper, HOME)).toEqual([
				{ path: "a.md", state: wanted[winner]?.writes[0]?.after },
			]);
		});

		test("all that do not meddle with each other come through, in one order", async () => {
			const paths = Array.from(
				{ length: 12 },
				(_, index) => `lake/${String(index).padStart(2, "0")}.md`,
			);
			const entries = await Promise.all(
				paths.map((path, index) =>
					commit(index % 2 ? keeper : other, HOME, draft([write(path, ABSENT, text(path))])),
				),
			);
			const numbers = entries.map(({ number }) => number).toSorted((a, b) => a - b);
			expect(numbers).toEqual(paths.map((_, index) => index + 1));
			expect((await documents(keeper, HOME)).map(({ path }) => path)).toEqual(paths);
		});
	});

	describe("a lock", () => {
		test("is one story's in one realm, and says who has it", async () => {
			const lock = sound(await keeper.lock(HOME, "lake", REFRESHER));
			expect(lock.kind === "locked" && lock.isHeld()).toBe(true);
			const mine: LockHolder = { ...REFRESHER, by: "terminal" };
			const held = { kind: "held", holder: REFRESHER };
			expect(await other.lock(HOME, "lake", mine)).toEqual(held);
			expect(await keeper.lock(HOME, "lake", mine)).toEqual(held);
			expect(await other.lock(SERVER, "lake", mine)).toMatchObject({ kind: "locked" });
			expect(await other.lock(HOME, "dam", mine)).toMatchObject({ kind: "locked" });
			expect(await keeper.lock(HOME, "dam", mine)).toEqual({ kind: "held", holder: mine });
			expect(await other.commit(HOME, draft([]))).toMatchObject({ kind: "committed" });
		});

		test("is free again when it is released", async () => {
			for (const taker of [keeper, other, keeper]) {
				const lock = sound(await taker.lock(HOME, "lake", REFRESHER));
				if (lock.kind !== "locked") throw new Error("Held by somebody");
				await Promise.all([lock.release(), lock.release()]);
				await lock.release();
				expect(lock.isHeld()).toBe(false);
			}
		});

		test("is free again when its keeper is closed", async () => {
			const third = await place.open();
			const lock = sound(await third.lock(HOME, "lake", REFRESHER));
			await third.close();
			expect(lock.kind === "locked" && lock.isHeld()).toBe(false);
			expect(await keeper.lock(HOME, "lake", REFRESHER)).toMatchObject({ kind: "locked" });
		});

		test("is taken by one of many", async () => {
			const takers = Array.from({ length: 8 }, (_, index) => (index % 2 ? keeper : other));
			const outcomes = await Promise.all(takers.map(taker => taker.lock(HOME, "lake", REFRESHER)));
			expect(outcomes.filter(({ kind }) => kind === "locked")).toHaveLength(1);
			expect(outcomes.filter(({ kind }) => kind === "held")).toHaveLength(7);
		});
	});

	describe("watching", () => {
		// A second is promised; the rest is for machines that are busy with other tests.
		const soon = { timeout: 3_000, interval: 10 };

		test("tells of commits within a second, wherever they were made", async () => {
			await commit(other, HOME, draft([]));
			const notices: KeeperNotice[] = [];
			keeper.watch(notice => void notices.push(notice));
			expect(sound(await keeper.read(HOME, null)).number).toBe(1);
			await commit(other, HOME, draft([write("a.md", ABSENT, HIDDEN)]));
			await vi.waitFor(
				() => expect(notices).toEqual([{ kind: "committed", realm: HOME, number: 2 }]),
				soon,
			);
			await commit(other, SERVER, draft([]));
			await vi.waitFor(
				() => expect(notices.at(-1)).toEqual({ kind: "committed", realm: SERVER, number: 1 }),
				soon,
			);
			await commit(keeper, HOME, draft([]));
			await vi.waitFor(
				() => expect(notices.at(-1)).toEqual({ kind: "committed", realm: HOME, number: 3 }),
				soon,
			);
		});

		test("misses nothing between its beginning and the first reading", async () => {
			const notices: KeeperNotice[] = [];
			keeper.watch(notice => void notices.push(notice));
			const [{ number }] = await Promise.all([
				keeper.read(HOME, null).then(sound),
				commit(other, HOME, draft([])),
			]);
			if (number === 1) return;
			await vi.waitFor(() => expect(notices).toHaveLength(1), soon);
		});

		test("says that it cannot tell what an erasure changed", async () => {
			await commit(keeper, HOME, draft([write("a.md", ABSENT, HIDDEN)]));
			const notices: KeeperNotice[] = [];
			keeper.watch(notice => void notices.push(notice));
			await keeper.read(HOME, null);
			await other.erase(HOME);
			await vi.waitFor(() => expect(notices).toContainEqual({ kind: "unknown" }), soon);
		});

		test("ends when it is ended", async () => {
			const notices: KeeperNotice[] = [];
			const heard: KeeperNotice[] = [];
			const end = keeper.watch(notice => void notices.push(notice));
			keeper.watch(notice => void heard.push(notice));
			await keeper.read(HOME, null);
			end();
			end();
			await commit(other, HOME, draft([]));
			await vi.waitFor(() => expect(heard).toHaveLength(1), soon);
			await setTimeout(50);
			expect(notices).toEqual([]);
		});
	});

	describe("a claim to tell a channel something", () => {
		const CHANNEL = "223456789012345678";
		const tidings = (since: number, ...marks: readonly string[]): Announcement => ({
			channel: CHANNEL,
			tidings: [{ marks, since, number: since + 1 }],
		});
		const claim = async (by: Keeper, wanted: Announcement, realm = SERVER) =>
			sound(await by.claim(realm, wanted)).places;
		const [yes, no] = [[0], []];

		beforeEach(() => commit(keeper, SERVER, draft([])));

		test("is one process's, in whatever order they come, and outlasts it", async () => {
			const claimants = Array.from({ length: 8 }, (_, index) => (index % 2 ? keeper : other));
			const wanted = tidings(4, "from a", "to b");
			const places = await Promise.all(claimants.map(some => claim(some, wanted)));
			expect(places.flat()).toEqual([0]);
			const third = await place.open();
			await third.close();
			expect(await claim(await place.open(), wanted)).toEqual(no);
		});

		test("is of each thing by itself", async () => {
			await claim(keeper, tidings(4, "from a", "to b"));
			const { channels } = sound(await other.claimed(SERVER));
			expect([...channels].map(([id, marks]) => [id, marks.map(({ mark }) => mark)])).toEqual([
				[CHANNEL, ["from a", "to b"]],
			]);
			expect(sound(await other.claimed(HOME)).channels.size).toBe(0);
			const { channel, tidings: known } = tidings(4, "from a", "to b");
			const fresh = { marks: ["to x"], since: 4, number: 5 };
			expect(await claim(other, { channel, tidings: [fresh, ...known] })).toEqual([0]);
			expect(await claim(other, { channel, tidings: [...known, fresh] })).toEqual(no);
		});

		test("counts also for who has missed a step on the way, or tells several at once", async () => {
			expect(await claim(keeper, tidings(4, "from a", "to b"))).toEqual(yes);
			expect(await claim(other, tidings(4, "from a", "to c"))).toEqual(no);
			expect(await claim(keeper, tidings(5, "from b", "to c"))).toEqual(yes);
			expect(await claim(other, tidings(4, "from x", "to c"))).toEqual(no);
		});

		test("is free again when the same happens once more", async () => {
			expect(await claim(keeper, tidings(4, "from a", "to b"))).toEqual(yes);
			expect(await claim(other, tidings(5, "from b", "to a"))).toEqual(yes);
			expect(await claim(keeper, tidings(6, "from a", "to b"))).toEqual(yes);
			expect(await claim(other, tidings(6, "from a", "to b"))).toEqual(no);
		});

		test("is of one channel and realm", async () => {
			await commit(keeper, HOME, draft([]));
			const wanted = tidings(4, "to b");
			expect(await claim(keeper, wanted)).toEqual(yes);
			expect(await claim(keeper, { ...wanted, channel: "9" })).toEqual(yes);
			expect(await claim(keeper, wanted, HOME)).toEqual(yes);
		});

		test("is forgotten with its realm, and cannot be made where nothing is kept", async () => {
			await claim(keeper, tidings(4, "to b"));
			await keeper.erase(SERVER);
			expect(await claim(other, tidings(4, "to b"))).toEqual(no);
			expect(await keeper.realms()).toEqual({ kind: "read", realms: [] });
			await commit(keeper, SERVER, draft([]));
			expect(await claim(other, tidings(4, "to b"))).toEqual(yes);
		});

		test("is no commit", async () => {
			await claim(keeper, tidings(4, "to b"));
			expect(sound(await other.read(SERVER, null)).number).toBe(1);
			expect(await history(other, SERVER)).toHaveLength(1);
		});

		test("goes by the newest, of very many", async () => {
			const many = Array.from({ length: 3_000 }, (_, at) => `to ${at}`);
			await claim(keeper, tidings(4, ...many));
			expect(await claim(other, tidings(4, "to 2999"))).toEqual(no);
			expect(await claim(other, tidings(4, "to 0"))).toEqual(yes);
		});
	});

	test("does as a map and a list do, whatever is asked of it", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(DEED, { maxLength: 25 }), deeds => compare(place, deeds)),
			{
				numRuns: 40,
			},
		);
	});
}

/** What a random sequence is made of. */
type RandomDeed =
	| {
			readonly kind: "write";
			readonly writes: readonly (readonly [path: string, after: DocumentState])[];
			/** Whether it expects what does not stand. */
			readonly isLate: boolean;
	  }
	| { readonly kind: "undo"; readonly back: number }
	| { readonly kind: "purge"; readonly path: string };

const PATH = fc.constantFrom("a.md", "lake/a.md", "lake/story.yaml", "lake/revisions/a@1.md");

const STATE: fc.Arbitrary<DocumentState> = fc.oneof(
	fc.string({ maxLength: 8 }).map(some => text(some.replaceAll("\0", ""))),
	fc.constantFrom(HIDDEN, ABSENT),
);

const DEED: fc.Arbitrary<RandomDeed> = fc.oneof(
	{
		weight: 5,
		arbitrary: fc.record({
			kind: fc.constant("write" as const),
			writes: fc.uniqueArray(fc.tuple(PATH, STATE), { selector: ([path]) => path, maxLength: 3 }),
			isLate: fc.nat({ max: 4 }).map(roll => roll === 0),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({ kind: fc.constant("undo" as const), back: fc.nat({ max: 6 }) }),
	},
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant("purge" as const), path: PATH }) },
);

/** The realm as plain values have it. */
interface Oracle {
	readonly states: Map<string, DocumentState>;
	readonly entries: Entry[];
}

async function compare(place: KeepingPlace, deeds: readonly RandomDeed[]): Promise<void> {
	const keepers = [await place.open(), await place.open()] as const;
	const oracle: Oracle = { states: new Map(), entries: [] };
	await keepers[0].erase(HOME);
	for (const [index, deed] of deeds.entries()) {
		const keeper = keepers[index % 2 === 0 ? 0 : 1];
		const wanted = draftOf(deed, oracle);
		if (wanted === null) continue;
		const outcome = sound(await keeper.commit(HOME, wanted));
		expect(outcome.kind).toBe(foretell(wanted, oracle));
		expect(await documents(keepers[0], HOME)).toEqual(kept(oracle));
	}
	expect(await history(keepers[1], HOME)).toEqual(oracle.entries.toReversed());
	await Promise.all(keepers.map(keeper => keeper.close()));
}

function stateIn({ states }: Oracle, path: string): DocumentState {
	return states.get(path) ?? ABSENT;
}

function draftOf(deed: RandomDeed, oracle: Oracle): Draft | null {
	if (deed.kind === "undo") {
		const entry = oracle.entries.at(-1 - deed.back);
		return entry === undefined ? null : draftUndoing(entry, entry);
	}
	if (deed.kind === "purge") {
		const writes = [write(deed.path, stateIn(oracle, deed.path), ABSENT)];
		return draft(writes, { purges: [deed.path] });
	}
	const late = text("nobody wrote this");
	return draft(
		deed.writes.map(([path, after]) =>
			write(path, deed.isLate ? late : stateIn(oracle, path), after),
		),
	);
}

/** What is to come of a draft; makes the oracle what it then is. */
function foretell(wanted: Draft, oracle: Oracle): "committed" | "conflict" {
	const stands = ({ path, before }: DocumentWrite): boolean =>
		JSON.stringify(stateIn(oracle, path)) === JSON.stringify(before);
	if (!wanted.writes.every(stands)) return "conflict";
	for (const { path, after } of wanted.writes) oracle.states.set(path, after);
	const { length } = oracle.entries;
	const all = [...oracle.entries, { ...wanted, number: length + 1 }];
	const purge = ({ writes, ...rest }: Entry): Entry => ({
		...rest,
		writes: writes.map(some => {
			if (!wanted.purges.includes(some.path)) return some;
			const state = (one: (typeof some)["after"]): (typeof some)["after"] =>
				one.kind === "text" ? { kind: "purged" } : one;
			return { ...some, before: state(some.before), after: state(some.after) };
		}),
	});
	oracle.entries.splice(0, length, ...all.map(purge));
	return "committed";
}

function kept(oracle: Oracle): readonly object[] {
	return [...oracle.states]
		.filter(([, state]) => state.kind !== "absent")
		.map(([path, state]) => ({ path, state }))
		.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
