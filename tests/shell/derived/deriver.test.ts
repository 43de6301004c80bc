import { afterEach, describe, expect, test } from "vitest";
import { contextOf } from "../../../src/claims/context.ts";
import { deriveStory } from "../../../src/derive.ts";
import { lazyIndex } from "../../../src/search/lazy-index.ts";
import { buildWith } from "../../../src/shell/derived/build.ts";
import { createDeriver, type Deriver } from "../../../src/shell/derived/deriver.ts";
import { createLibrary } from "../../../src/shell/library.ts";

const opened: Deriver[] = [];

function open(module?: string): Deriver {
	const source = `data:text/javascript,${encodeURIComponent(module ?? "")}`;
	const deriver = module === undefined ? createDeriver() : createDeriver(new URL(source));
	opened.push(deriver);
	return deriver;
}

afterEach(async () => {
	await Promise.all(opened.splice(0).map(({ close }) => close()));
});

function storyOf(...texts: readonly string[]) {
	const files = texts.map((text, at) => {
		return { file: `paper-${at}.md`, text: `---\noutlet: Paper ${at}\n---\n${text}` };
	});
	return { id: "lake", storyText: null, files };
}

const LAKE = storyOf(
	"The lake holds 44 million litres of water. “It is full,” said Vera Lund.",
	"About 44 million litres of water are in the lake.",
);

describe("a deriver", () => {
	test("derives in its thread what is derived here", async () => {
		expect(await open().derive(LAKE, null)).toEqual(deriveStory(LAKE, null));
	}, 60_000);

	test("sends objects that stand in it twice as one, so that sentences are found by their passages", async () => {
		const { articles, claims } = await open().derive(LAKE, null);
		for (const { passages, sentences } of articles) {
			expect(sentences.every(({ passage }) => passages.includes(passage))).toBe(true);
		}
		expect(lazyIndex(claims, articles).sentences(contextOf("lake water"))).toHaveLength(2);
	}, 60_000);

	test("takes over what it is given of before", async () => {
		const before = deriveStory(LAKE, null);
		const more = storyOf("The lake holds 44 million litres of water.", "It is deep.", "It rained.");
		expect(await open().derive(more, before)).toEqual(deriveStory(more, before));
	}, 60_000);

	test("that is closed rejects what was asked", async () => {
		const deriver = open("await new Promise(() => setTimeout(() => {}, 100_000))");
		const asked = deriver.derive(LAKE, null);
		await Promise.all([expect(asked).rejects.toThrow(/ended/), deriver.close()]);
	});
});

const DYING = `
	import { parentPort } from "node:worker_threads";
	parentPort.on("message", ({ number, input }) => {
		if (input.files.length > 1) process.exit(7);
		const { id } = input;
		parentPort.postMessage({ number, derived: { id, input, articles: [{ article: { id: "a" } }],
			claims: [], problems: [], revision: input.files[0].text } });
	});`;

describe("a thread that dies", () => {
	test("rejects what was asked, and the next story gets a new one", async () => {
		const deriver = open(DYING);
		await expect(deriver.derive(LAKE, null)).rejects.toThrow("ended (7)");
		expect(await deriver.derive(storyOf("one"), null)).toMatchObject({ id: "lake" });
	});

	test("leaves the old snapshot served, and the refresh says that it failed", async () => {
		const deriver = open(DYING);
		const reads = [storyOf("one"), LAKE, storyOf("two")];
		const library = await createLibrary({
			read: async () => ({ stories: reads.splice(0, 1), problems: [] }),
			build: buildWith(deriver.derive),
			clock: () => new Date(0),
		});
		const before = library.current();
		expect(await library.refresh(null)).toMatchObject({ kind: "failed", error: expect.any(Error) });
		expect(library.current()).toBe(before);
	});

	test("an error in deriving ends it too", async () => {
		const deriver = open(`
			import { parentPort } from "node:worker_threads";
			parentPort.on("message", () => { throw new Error("a bug in there"); });`);
		await expect(deriver.derive(LAKE, null)).rejects.toThrow("a bug in there");
	});
});
