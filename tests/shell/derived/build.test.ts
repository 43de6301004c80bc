import { describe, expect, test, vi } from "vitest";
import { deriveStory } from "../../../src/derive.ts";
import { buildWith, prepareIndexes } from "../../../src/shell/derived/build.ts";
import { buildSnapshot, type SnapshotInput, type StoryInput } from "../../../src/snapshot.ts";

const TEXT = "---\noutlet: Lake Post\n---\nThe lake holds 44 million litres of water.";

function story(id: string, text = TEXT): StoryInput {
	return { id, storyText: null, files: [{ file: "a.md", text }] };
}

function inputOf(...stories: readonly StoryInput[]): SnapshotInput {
	return { stories, problems: [], asOf: "2031-05-01T00:00:00Z" };
}

const THREE = inputOf(story("lake"), story("dam"), story("weir"));

describe("buildWith", () => {
	test("gives the snapshot that is built at once", async () => {
		const paused = await buildWith(deriveStory)(THREE, null, "installation");
		const atOnce = buildSnapshot(THREE, null);
		expect(paused.revision).toBe(atOnce.revision);
		expect(paused.stories.map(({ id }) => id)).toEqual(["lake", "dam", "weir"]);
		expect(paused.stories.map(({ claims }) => claims)).toEqual(
			atOnce.stories.map(({ claims }) => claims),
		);
	});

	test("lets other work have its turn between stories", async () => {
		let turns = 0;
		const other = setInterval(() => turns++, 0);
		await buildWith(deriveStory)(THREE, null, "installation");
		clearInterval(other);
		expect(turns).toBeGreaterThan(0);
	});

	test("derives only what changed, without the index of what was before", async () => {
		const derive = vi.fn(deriveStory);
		const build = buildWith(derive);
		const before = await build(THREE, null, "installation");
		derive.mockClear();
		const changed = story("dam", TEXT.replace("44", "45"));
		const again = inputOf(story("lake"), changed, story("weir"));
		const after = await build(again, before, "server-1");
		expect(derive).toHaveBeenCalledTimes(1);
		expect(derive).toHaveBeenCalledWith(
			changed,
			expect.not.objectContaining({ index: expect.anything() }),
			"server-1",
		);
		expect(after.stories[0]).toBe(before.stories[0]);
		expect(after.stories[1]).not.toBe(before.stories[1]);
		expect(after.stories[2]).toBe(before.stories[2]);
	});

	test("what was built upon another is ready to be asked, what was built first is not", async () => {
		const first = await buildWith(deriveStory)(inputOf(story("lake")), null, "installation");
		const second = await buildWith(deriveStory)(inputOf(story("dam")), first, "installation");
		expect(first.stories[0]?.index.prepare()).toBe(true);
		expect(second.stories[0]?.index.prepare()).toBe(false);
	});
});

test("prepareIndexes makes every index ready, and they answer as those that were asked at once", async () => {
	const [ready, asked] = [buildSnapshot(THREE, null), buildSnapshot(THREE, null)];
	await prepareIndexes(ready.stories);
	for (const [at, { index }] of ready.stories.entries()) {
		expect(index.prepare()).toBe(false);
		expect(index.knows("lake")).toBe(asked.stories[at]?.index.knows("lake"));
		expect(index.weigh("lake")).toBe(asked.stories[at]?.index.weigh("lake"));
		expect(index.correct("watter")).toBe(asked.stories[at]?.index.correct("watter"));
	}
});
