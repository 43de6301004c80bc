import { describe, expect, test } from "vitest";
import type { CorpusFiles } from "../../src/shell/corpus-store.ts";
import { createLibrary, type LibrarySources } from "../../src/shell/library.ts";
import type { Snapshot, SnapshotInput, Story, StoryInput } from "../../src/snapshot.ts";
import { NO_INDEX, NOTHING_KEPT } from "../present/sample.ts";

function files(stories: Readonly<Record<string, Readonly<Record<string, string>>>>): CorpusFiles {
	const read = Object.entries(stories).map(
		([id, texts]): StoryInput => ({
			id,
			storyText: null,
			files: Object.entries(texts).map(([file, text]) => ({ file, text })),
		}),
	);
	return { stories: read, problems: [] };
}

function buildStory({ id, files: read }: StoryInput): Story {
	const articles = read.map(({ file, text }) => ({
		article: {
			id: file.replace(".md", ""),
			story: id,
			outlet: file.replace(".md", "").toUpperCase(),
			title: null,
			url: null,
			published: null,
			retrieved: null,
			language: "en",
			body: text,
		},
		passages: [],
		sentences: [],
	}));
	const revision = read.map(({ text }) => text).join();
	return {
		id,
		title: `The ${id}`,
		aliases: [`${id} news`],
		articles,
		claims: [],
		index: NO_INDEX,
		revision,
		...NOTHING_KEPT,
	};
}

function build(input: SnapshotInput): Snapshot {
	const stories = input.stories.map(buildStory);
	const revision = stories.map(story => story.revision).join(";");
	return { stories, problems: input.problems, revision, asOf: input.asOf };
}

const DISK = files({ lake: { "a.md": "one", "b.md": "two" }, dam: { "c.md": "three" } });

function sourcesOf(disk: readonly CorpusFiles[]): LibrarySources {
	const reads = [...disk];
	const days = Array.from({ length: 10 }, (_, day) => new Date(Date.UTC(2031, 4, 1 + day)));
	return {
		read: () => Promise.resolve(reads.shift() ?? { stories: [], problems: [] }),
		build,
		clock: () => days.shift() ?? new Date(0),
	};
}

function bodiesOf(snapshot: Snapshot): readonly string[] {
	return snapshot.stories.flatMap(({ articles }) => articles.map(({ article }) => article.body));
}

describe("createLibrary", () => {
	test("serves the corpus as it was read, with the time", async () => {
		const library = await createLibrary(sourcesOf([DISK]));
		expect(bodiesOf(library.current())).toEqual(["one", "two", "three"]);
		expect(library.current().asOf).toBe("2031-05-01T00:00:00.000Z");
	});

	test("a refresh reads all again, reports what changed, and serves it", async () => {
		const after = files({ lake: { "a.md": "ONE", "d.md": "four" }, dam: { "c.md": "three" } });
		const library = await createLibrary(sourcesOf([DISK, after]));
		const stages: string[] = [];
		const outcome = await library.refresh(null, stage => stages.push(stage));
		expect(outcome).toMatchObject({
			kind: "refreshed",
			story: null,
			before: "one,two;three",
			after: "ONE,four;three",
			diff: {
				articles: {
					new: [{ story: "lake", id: "d", outlet: "D" }],
					changed: [{ story: "lake", id: "a", outlet: "A" }],
					gone: [{ story: "lake", id: "b", outlet: "B" }],
				},
			},
		});
		expect(stages).toEqual(["reading", "building", "comparing"]);
		expect(bodiesOf(library.current())).toEqual(["ONE", "four", "three"]);
		expect(library.current().asOf).toBe("2031-05-02T00:00:00.000Z");
	});

	test.each(["lake", "The Lake", "LAKE NEWS"])(
		"a refresh of one story, called %s, leaves the others as they were",
		async name => {
			const after = files({ lake: { "a.md": "ONE" }, dam: { "c.md": "THREE" } });
			const library = await createLibrary(sourcesOf([DISK, after]));
			expect(await library.refresh(name)).toMatchObject({ kind: "refreshed", story: "lake" });
			expect(bodiesOf(library.current())).toEqual(["three", "ONE"]);
		},
	);

	test("a story that is new on disk can be read alone", async () => {
		const after = files({ lake: { "a.md": "one" }, pier: { "p.md": "new" } });
		const library = await createLibrary(sourcesOf([DISK, after]));
		expect(await library.refresh("pier")).toMatchObject({ kind: "refreshed", story: "pier" });
		expect(bodiesOf(library.current())).toEqual(["three", "one", "two", "new"]);
	});

	test("a story that is gone from disk goes", async () => {
		const library = await createLibrary(sourcesOf([DISK, files({ dam: { "c.md": "three" } })]));
		await library.refresh("lake");
		expect(bodiesOf(library.current())).toEqual(["three"]);
	});
});

describe("a refresh that fails keeps the old snapshot", () => {
	test("no such story", async () => {
		const library = await createLibrary(sourcesOf([DISK, DISK]));
		const before = library.current();
		expect(await library.refresh("sea")).toMatchObject({
			kind: "no such story",
			reason: 'There is no story "sea" in the corpus',
		});
		expect(library.current()).toBe(before);
	});

	test("nothing can be read any more", async () => {
		const gone: CorpusFiles = {
			stories: [],
			problems: [{ file: "corpus", reason: "no such folder", remedy: "create it" }],
		};
		const library = await createLibrary(sourcesOf([DISK, gone, { stories: [], problems: [] }]));
		const before = library.current();
		expect(await library.refresh(null)).toMatchObject({
			kind: "nothing readable",
			reason: "No article can be read any more (corpus: no such folder)",
			remedy: "create it",
		});
		expect(await library.refresh(null)).toMatchObject({ remedy: "put the articles back" });
		expect(library.current()).toBe(before);
	});

	test.each<[string, Partial<LibrarySources>]>([
		["reading fails", { read: () => Promise.reject(new Error("disk")) }],
		[
			"building fails",
			{
				build: () => {
					throw new Error("bug");
				},
			},
		],
	])("%s", async (_, broken) => {
		const sources: { -readonly [K in keyof LibrarySources]: LibrarySources[K] } = {
			...sourcesOf([DISK, DISK, DISK]),
		};
		const library = await createLibrary(sources);
		const before = library.current();
		const whole = { ...sources };
		Object.assign(sources, broken);
		expect(await library.refresh(null)).toMatchObject({ kind: "failed", error: expect.any(Error) });
		expect(library.current()).toBe(before);
		Object.assign(sources, whole);
		expect(await library.refresh(null)).toMatchObject({ kind: "refreshed" });
	});

	test("a second refresh at the same time is told to wait", async () => {
		const library = await createLibrary(sourcesOf([DISK, DISK, DISK]));
		const [first, second] = await Promise.all([library.refresh(null), library.refresh(null)]);
		expect(first.kind).toBe("refreshed");
		expect(second).toMatchObject({ kind: "busy" });
		expect((await library.refresh(null)).kind).toBe("refreshed");
	});
});

test("an unreadable corpus gives an empty snapshot that a refresh mends", async () => {
	const problem = { file: "corpus", reason: "no such folder", remedy: "create it" };
	const library = await createLibrary(sourcesOf([{ stories: [], problems: [problem] }, DISK]));
	expect(library.current()).toMatchObject({ stories: [], problems: [problem] });
	await library.refresh(null);
	expect(bodiesOf(library.current())).toHaveLength(3);
});
