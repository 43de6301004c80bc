import { describe, expect, test } from "vitest";
import {
	buildSnapshot,
	outletsOf,
	type Snapshot,
	type SnapshotInput,
	type StoryInput,
} from "../src/snapshot.ts";

function fileOf(outlet: string, body: string) {
	return { file: `${outlet.toLowerCase()}.md`, text: `---\noutlet: ${outlet}\n---\n${body}` };
}

const HERALD = fileOf("Herald", "The harbor bridge will cost $48 million.");
const ECHO = fileOf("Echo", "Building the bridge across the harbor costs $48m.");
const BAD = { file: "bad.md", text: "no front matter here" };
const STORM = fileOf("Wire", "The storm left 14 people dead along the coast.");

const BRIDGE: StoryInput = {
	id: "bridge",
	storyText: "title: The bridge\naliases:\n  - span\n",
	files: [HERALD, ECHO],
};
const COAST: StoryInput = { id: "coast", storyText: null, files: [STORM] };

function inputOf(...stories: readonly StoryInput[]): SnapshotInput {
	return { stories, problems: [], asOf: "2031-04-13T08:00:00.000Z" };
}

function snapshotOf(...stories: readonly StoryInput[]): Snapshot {
	return buildSnapshot(inputOf(...stories), null);
}

describe("buildSnapshot", () => {
	test("reads stories with names, articles and claims", () => {
		const { stories, problems, asOf } = snapshotOf(BRIDGE, COAST);
		expect(problems).toEqual([]);
		expect(asOf).toBe("2031-04-13T08:00:00.000Z");
		expect(stories.map(({ id, title, aliases }) => ({ id, title, aliases }))).toEqual([
			{ id: "bridge", title: "The bridge", aliases: ["span"] },
			{ id: "coast", title: "Coast", aliases: [] },
		]);
		const [bridge] = stories;
		expect(bridge?.articles.map(({ article }) => article.id)).toEqual(["herald", "echo"]);
		expect(bridge?.claims.find(({ kind }) => kind === "figure")?.agreement).toBe("agree");
	});

	test("names a bad file, and serves the rest", () => {
		const { stories, problems } = snapshotOf({ ...BRIDGE, files: [BAD, HERALD] }, COAST);
		expect(stories.map(({ id }) => id)).toEqual(["bridge", "coast"]);
		expect(problems).toEqual([
			{
				file: "bridge/bad.md",
				reason: "no front matter",
				remedy: expect.stringContaining("outlet: NAME"),
			},
		]);
	});

	test("names a bad story file, and calls the story by its folder", () => {
		const { stories, problems } = snapshotOf({ ...COAST, storyText: "title: [a, b]\n" });
		expect(stories[0]).toMatchObject({ id: "coast", title: "Coast", aliases: [] });
		expect(problems.map(({ file }) => file)).toEqual(["coast/story.yaml"]);
	});

	test("leaves out a folder without a readable article, and says why", () => {
		const { stories, problems } = snapshotOf({ ...BRIDGE, files: [BAD] });
		expect(stories).toEqual([]);
		expect(problems.map(({ file }) => file)).toEqual(["bridge/bad.md"]);
	});

	test("keeps what could not be read at all", () => {
		const problem = { file: "coast", reason: "not readable", remedy: "check its permissions" };
		const input = { ...inputOf(BRIDGE), problems: [problem] };
		expect(buildSnapshot(input, null).problems).toEqual([problem]);
	});

	test("an empty corpus is a snapshot of no stories", () => {
		expect(snapshotOf()).toMatchObject({ stories: [], problems: [] });
	});
});

describe("buildSnapshot after another", () => {
	const previous = snapshotOf({ ...BRIDGE, files: [BAD, HERALD, ECHO] }, COAST);

	test("takes over stories that did not change, with their problems", () => {
		const changed = { ...COAST, files: [fileOf("Wire", "The storm left 15 people dead.")] };
		const input = { ...inputOf({ ...BRIDGE, files: [BAD, HERALD, ECHO] }, changed), asOf: "later" };
		const next = buildSnapshot(input, previous);
		expect(next.stories[0]).toBe(previous.stories[0]);
		expect(next.stories[1]).not.toBe(previous.stories[1]);
		expect(next.problems).toEqual(previous.problems);
		expect(next.asOf).toBe("later");
	});

	test("has a revision that changes with a text, and only then", () => {
		const same = buildSnapshot(inputOf({ ...BRIDGE, files: [BAD, HERALD, ECHO] }, COAST), previous);
		expect(same.revision).toBe(previous.revision);
		const changed = fileOf("Echo", "Building the bridge across the harbor costs $49m.");
		const next = buildSnapshot(inputOf({ ...BRIDGE, files: [HERALD, changed] }, COAST), previous);
		expect(next.revision).not.toBe(previous.revision);
		expect(next.stories[0]?.revision).not.toBe(previous.stories[0]?.revision);
		expect(next.stories[1]?.revision).toBe(previous.stories[1]?.revision);
	});

	test("forgets the problems of a file that was mended or went", () => {
		expect(buildSnapshot(inputOf(BRIDGE, COAST), previous).problems).toEqual([]);
		expect(buildSnapshot(inputOf(COAST), previous)).toMatchObject({
			problems: [],
			stories: [{ id: "coast" }],
		});
	});

	test("says once what could not be read at all, and no more when it can or is gone", () => {
		const problems = ["bridge/torn.md", "bridge/story.yaml"].map(file => ({
			file,
			reason: "not readable",
			remedy: "check its permissions",
		}));
		const torn = { ...inputOf({ ...BRIDGE, storyText: null }), problems };
		const first = buildSnapshot(torn, null);
		expect(buildSnapshot(torn, first).problems).toEqual(problems);
		const gone = buildSnapshot({ ...torn, problems: [] }, first);
		expect(gone.problems).toEqual([]);
		expect(gone.stories[0]).toBe(first.stories[0]);
	});

	test("keeps what is wrong with a story file that did not change", () => {
		const bad = { ...COAST, storyText: "title: [a, b]\n" };
		const next = buildSnapshot(inputOf(bad), snapshotOf(bad));
		expect(next.problems.map(({ file }) => file)).toEqual(["coast/story.yaml"]);
	});

	test("does not take over the problems of a story whose name begins alike", () => {
		const longer = { ...COAST, id: "bridge-2", files: [BAD, STORM] };
		const both = snapshotOf(BRIDGE, longer);
		const next = buildSnapshot(inputOf(BRIDGE, longer), both);
		expect(next.problems.map(({ file }) => file)).toEqual(["bridge-2/bad.md"]);
	});

	test("a claim keeps its id while its reports stay", () => {
		const idOf = ({ stories }: Snapshot) =>
			stories[0]?.claims.find(({ kind }) => kind === "figure")?.id;
		const post = fileOf("Post", "The new harbor bridge is to cost $48 million.");
		const next = buildSnapshot(inputOf({ ...BRIDGE, files: [post, HERALD, ECHO] }), previous);
		expect(idOf(next)).toBe(idOf(previous));
	});
});

describe("outletsOf", () => {
	test("gives each outlet once, in the order of its articles", () => {
		const again = { ...fileOf("Herald", "More on the harbor bridge."), file: "herald-2.md" };
		const [story] = snapshotOf({ ...BRIDGE, files: [ECHO, HERALD, again] }).stories;
		expect(story && outletsOf(story)).toEqual(["Echo", "Herald"]);
	});
});
