import { describe, expect, test, vi } from "vitest";
import type { StoryFile } from "../../src/derive.ts";
import type { CorpusFiles } from "../../src/shell/corpus-store.ts";
import { createLibrary, type Library, type LibrarySources } from "../../src/shell/library.ts";
import type { KeeperFailure, KeptDocument, Realm } from "../../src/shell/storage/keeper.ts";
import { buildSnapshot, type Snapshot } from "../../src/snapshot.ts";

const HOME: Realm = "installation";
const ONE: Realm = "server-1";
const TWO: Realm = "server-2";

function article(outlet: string, body: string): string {
	return `---\noutlet: ${outlet}\n---\n${body}\n`;
}

const COST = article("Herald", "The harbor bridge will cost $48 million, the council said.");
const DEAD = article("Wire", "The storm left 14 people dead along the coast.");
const JOBS = article("Post", "The quarry will cut 230 jobs by spring.");

const CORPUS: CorpusFiles = {
	stories: [{ id: "bridge", storyText: null, files: [{ file: "herald.md", text: COST }] }],
	problems: [],
};

type Texts = Readonly<Record<string, string>>;

/** A keeper in memory, whose documents a test may change. */
function keeperOf(realms: Partial<Record<Realm, Texts>>) {
	const kept = new Map(Object.entries(realms) as [Realm, Texts][]);
	let failure: KeeperFailure | null = null;
	const documentsOf = (realm: Realm): readonly KeptDocument[] =>
		Object.entries(kept.get(realm) ?? {}).map(([path, text]) => {
			return { path, state: text === "hidden" ? { kind: "hidden" } : { kind: "text", text } };
		});
	const keeper: NonNullable<LibrarySources["keeper"]> = {
		realms: async () => failure ?? { kind: "read", realms: [...kept.keys()] },
		read: async realm =>
			failure ?? { kind: "read", documents: documentsOf(realm), problems: [], number: 0 },
	};
	return {
		keeper,
		put: (realm: Realm, texts: Texts) => void kept.set(realm, { ...kept.get(realm), ...texts }),
		erase: (realm: Realm) => void kept.delete(realm),
		fail: (with_: KeeperFailure | null) => {
			failure = with_;
		},
	};
}

function openLibrary(kept: ReturnType<typeof keeperOf>, served?: LibrarySources["served"]) {
	return createLibrary({
		read: async () => CORPUS,
		build: buildSnapshot,
		clock: () => new Date("2031-05-01T00:00:00Z"),
		keeper: kept.keeper,
		...(served && { served }),
	});
}

const idsOf = ({ stories }: Snapshot) => stories.map(({ id }) => id);
const seenIn = (library: Library) => [HOME, ONE, TWO].map(realm => idsOf(library.current(realm)));

describe("realms", () => {
	test("a server sees the installation's stories and its own, and no other server's", async () => {
		const library = await openLibrary(
			keeperOf({ [ONE]: { "storm/wire.md": DEAD }, [TWO]: { "quarry/post.md": JOBS } }),
		);
		expect(seenIn(library)).toEqual([["bridge"], ["bridge", "storm"], ["bridge", "quarry"]]);
		expect(idsOf(library.current("server-3"))).toEqual(["bridge"]);
		expect(library.current()).toBe(library.current(HOME));
	});

	test("nothing of one server shows in what another is served", async () => {
		const library = await openLibrary(
			keeperOf({ [ONE]: { "storm/wire.md": DEAD, "storm/bad.md": "no front matter" } }),
		);
		for (const realm of [HOME, TWO]) {
			const all = JSON.stringify(library.current(realm));
			expect(all).not.toMatch(/storm|Wire|14 people/);
			expect(library.current(realm).problems).toEqual([]);
		}
		expect(library.current(ONE).problems.map(({ file }) => file)).toEqual(["storm/bad.md"]);
	});

	test("stories of the installation are one object in every snapshot", async () => {
		const library = await openLibrary(keeperOf({ [ONE]: { "storm/wire.md": DEAD } }));
		expect(library.current(ONE).stories[0]).toBe(library.current().stories[0]);
	});

	test("an own story with an installation's name is left out, and named", async () => {
		const library = await openLibrary(keeperOf({ [ONE]: { "bridge/wire.md": DEAD } }));
		const { stories, problems } = library.current(ONE);
		expect(stories).toEqual(library.current().stories);
		expect(problems).toEqual([
			expect.objectContaining({ reason: "a story of the installation has this name" }),
		]);
		expect(library.current().problems).toEqual([]);
	});

	test("the installation's documents lie over its directory", async () => {
		const library = await openLibrary(
			keeperOf({ [HOME]: { "bridge/herald.md": "hidden", "bridge/wire.md": DEAD } }),
		);
		const outlets = library.current().stories[0]?.articles.map(each => each.article.outlet);
		expect(outlets).toEqual(["Wire"]);
	});

	test("a keeper that cannot be read at the start is a problem; a refresh mends it", async () => {
		const kept = keeperOf({});
		const failure = { reason: "The database is away", remedy: "start it", error: null };
		kept.fail({ kind: "failed", ...failure });
		const library = await openLibrary(kept);
		expect(library.current()).toMatchObject({
			stories: [],
			problems: [{ file: HOME, reason: "The database is away", remedy: "start it" }],
		});
		kept.fail(null);
		expect(await library.refresh(null)).toMatchObject({ kind: "refreshed" });
		expect(seenIn(library)[0]).toEqual(["bridge"]);
	});
});

describe("reload", () => {
	test("serves what was committed, in its realm alone, and says what changed", async () => {
		const kept = keeperOf({ [ONE]: { "storm/wire.md": DEAD } });
		const library = await openLibrary(kept);
		const [home, two] = [library.current(), library.current(TWO)];
		kept.put(ONE, { "storm/post.md": JOBS });
		expect(await library.reload(ONE, ["storm"])).toMatchObject({
			kind: "refreshed",
			story: "storm",
			diff: { articles: { new: [{ story: "storm", id: "post" }], changed: [], gone: [] } },
		});
		expect(library.current(ONE).stories[1]?.articles).toHaveLength(2);
		expect(library.current()).toBe(home);
		expect(library.current(TWO)).toBe(two);
	});

	test("of some stories leaves the others as they were", async () => {
		const kept = keeperOf({ [ONE]: { "storm/wire.md": DEAD, "quarry/post.md": JOBS } });
		const library = await openLibrary(kept);
		kept.put(ONE, { "storm/wire.md": JOBS, "quarry/post.md": DEAD });
		await library.reload(ONE, ["storm"]);
		const [, quarry, storm] = library.current(ONE).stories;
		expect(storm?.articles[0]?.article.outlet).toBe("Post");
		expect(quarry?.articles[0]?.article.outlet).toBe("Post");
	});

	test("a story of which nothing is left goes, also the last", async () => {
		const kept = keeperOf({ [ONE]: { "storm/wire.md": DEAD } });
		const library = await openLibrary(kept);
		kept.put(ONE, { "storm/wire.md": "hidden" });
		expect(await library.reload(ONE, ["storm"])).toMatchObject({ kind: "refreshed" });
		expect(idsOf(library.current(ONE))).toEqual(["bridge"]);
	});

	test("a change of the installation's reaches every server", async () => {
		const kept = keeperOf({ [ONE]: { "storm/wire.md": DEAD } });
		const library = await openLibrary(kept);
		kept.put(HOME, { "pier/post.md": JOBS });
		await library.reload(HOME, ["pier"]);
		expect(seenIn(library)).toEqual([
			["bridge", "pier"],
			["bridge", "pier", "storm"],
			["bridge", "pier"],
		]);
	});

	test("a keeper that fails leaves what is served, and says why", async () => {
		const kept = keeperOf({ [ONE]: { "storm/wire.md": DEAD } });
		const library = await openLibrary(kept);
		const before = library.current(ONE);
		kept.fail({ kind: "failed", reason: "The disk is full", remedy: "make room", error: null });
		expect(await library.reload(ONE, null)).toMatchObject({
			kind: "failed",
			reason: "The disk is full",
			remedy: "make room",
		});
		expect(library.current(ONE)).toBe(before);
	});

	test("waits for its turn behind a refresh, and is told its stages", async () => {
		const kept = keeperOf({});
		const library = await openLibrary(kept);
		const stages: string[] = [];
		kept.put(HOME, { "pier/post.md": JOBS });
		const done = await Promise.all([
			library.refresh(null, () => stages.push("refresh")),
			library.reload(HOME, ["pier"], stage => stages.push(stage)),
		]);
		expect(done.map(({ kind }) => kind)).toEqual(["refreshed", "refreshed"]);
		expect(stages).toEqual(["refresh", "refresh", "refresh", "reading", "building", "comparing"]);
	});

	test("knows the realms that came and that went", async () => {
		const kept = keeperOf({ [ONE]: { "storm/wire.md": DEAD } });
		const library = await openLibrary(kept);
		kept.erase(ONE);
		kept.put(TWO, { "quarry/post.md": JOBS });
		const realms = await library.realms();
		expect(realms).toEqual([HOME, TWO, ONE]);
		for (const realm of realms)
			expect(await library.reload(realm, null)).toMatchObject({ kind: "refreshed" });
		expect(seenIn(library)).toEqual([["bridge"], ["bridge"], ["bridge", "quarry"]]);
	});

	test("tells what is served, realm by realm", async () => {
		const served = vi.fn();
		const library = await openLibrary(keeperOf({ [ONE]: { "storm/wire.md": DEAD } }), served);
		await library.reload(ONE, null);
		expect(served.mock.calls.map(([realm, own]) => [realm, idsOf(own)])).toEqual([
			[HOME, ["bridge"]],
			[ONE, ["storm"]],
			[ONE, ["storm"]],
		]);
	});
});

describe("a directory that is not there for now", () => {
	const gone: CorpusFiles = {
		stories: [],
		problems: [{ file: "corpus", reason: "no such folder", remedy: "create it" }],
	};

	test("takes nothing away, though documents lie over it", async () => {
		const kept = keeperOf({ [HOME]: { "pier/post.md": JOBS } });
		const reads = [CORPUS, gone, gone, CORPUS];
		const library = await createLibrary({
			read: async () => reads.shift() ?? gone,
			build: buildSnapshot,
			clock: () => new Date(0),
			keeper: kept.keeper,
		});
		const before = library.current();
		const failure = { kind: "nothing readable", remedy: "create it" };
		expect(await library.reload(HOME, null)).toMatchObject(failure);
		expect(await library.refresh(null)).toMatchObject(failure);
		expect(library.current()).toBe(before);
		expect(await library.reload(HOME, null)).toMatchObject({ kind: "refreshed" });
	});

	test("hinders nothing where it never had a story", async () => {
		const kept = keeperOf({ [HOME]: { "pier/post.md": JOBS } });
		const library = await createLibrary({
			read: async () => gone,
			build: buildSnapshot,
			clock: () => new Date(0),
			keeper: kept.keeper,
		});
		kept.put(HOME, { "pier/wire.md": DEAD });
		expect(await library.refresh(null)).toMatchObject({ kind: "refreshed" });
		expect(library.current().stories[0]?.articles).toHaveLength(2);
	});
});

describe("a refresh of a server", () => {
	test("tells the revisions that it was and is served", async () => {
		const kept = keeperOf({ [ONE]: { "storm/wire.md": DEAD } });
		const library = await openLibrary(kept);
		const before = library.current(ONE).revision;
		kept.put(ONE, { "storm/post.md": JOBS });
		const outcome = await library.refresh(null, undefined, ONE);
		expect(outcome).toMatchObject({ before, after: library.current(ONE).revision });
		expect(library.current(ONE).revision).not.toBe(before);
	});

	test("reads its own stories alone", async () => {
		const kept = keeperOf({ [ONE]: { "storm/wire.md": DEAD } });
		const library = await openLibrary(kept);
		kept.put(ONE, { "storm/post.md": JOBS });
		const outcome = await library.refresh("Storm", undefined, ONE);
		expect(outcome).toMatchObject({ kind: "refreshed", story: "storm" });
		expect(await library.refresh("bridge", undefined, ONE)).toMatchObject({
			kind: "no such story",
		});
	});

	test("may go on beside another server's", async () => {
		const library = await openLibrary(keeperOf({ [ONE]: { "storm/wire.md": DEAD } }));
		const realms = [ONE, HOME, ONE] as const;
		const done = await Promise.all(realms.map(realm => library.refresh(null, undefined, realm)));
		expect(done.map(({ kind }) => kind)).toEqual(["refreshed", "refreshed", "busy"]);
	});
});

describe("preview", () => {
	const of = (story: string, ...files: readonly StoryFile[]) => ({ story, storyText: null, files });

	const echo = {
		file: "echo.md",
		text: article("Echo", "Building the bridge across the harbor costs $52m."),
	};

	test("shows what an article would change, and serves nothing of it", async () => {
		const library = await openLibrary(keeperOf({}));
		const before = library.current();
		const preview = await library.preview(HOME, of("bridge", echo));
		expect(preview.before).toBe(before.stories[0]);
		expect(preview.after?.articles.map(({ article: { outlet } }) => outlet)).toEqual([
			"Echo",
			"Herald",
		]);
		expect(preview.diff.articles.new).toEqual([{ story: "bridge", id: "echo", outlet: "Echo" }]);
		expect(preview.problems).toEqual([]);
		expect(library.current()).toBe(before);
	});

	test("of a story that is not there yet", async () => {
		const library = await openLibrary(keeperOf({}));
		const { before, after, diff } = await library.preview(ONE, of("pier", echo));
		expect([before, after?.id, diff.articles.new.length]).toEqual([null, "pier", 1]);
		expect(idsOf(library.current(ONE))).toEqual(["bridge"]);
	});

	test("puts a file in the place of the one with its name", async () => {
		const library = await openLibrary(keeperOf({}));
		const file = { file: "herald.md", text: COST.replace("48", "49") };
		const { diff, after } = await library.preview(HOME, of("bridge", file));
		expect(diff.articles.changed).toHaveLength(1);
		expect(after?.articles).toHaveLength(1);
	});

	test("says what is wrong with a file", async () => {
		const library = await openLibrary(keeperOf({}));
		const { after, problems } = await library.preview(
			ONE,
			of("pier", { file: "a.md", text: "no" }),
		);
		expect(after).toBeNull();
		expect(problems.map(({ file }) => file)).toEqual(["pier/a.md"]);
	});
});
