import { afterEach, describe, expect, test } from "vitest";
import { contextOf } from "../../../src/claims/context.ts";
import { deriveStory } from "../../../src/derive.ts";
import { noticeOfRefresh } from "../../../src/present/refresh-notice.ts";
import { lazyIndex } from "../../../src/search/lazy-index.ts";
import { buildWith } from "../../../src/shell/derived/build.ts";
import {
	createDeriver,
	type Deriver,
	type DeriverSettings,
	timeLimitOf,
} from "../../../src/shell/derived/deriver.ts";
import { openWorkshop } from "../../../src/shell/derived/workshop.ts";
import { createLibrary } from "../../../src/shell/library.ts";

const opened: Deriver[] = [];

function open(module?: string, settings: DeriverSettings = {}): Deriver {
	const source = `data:text/javascript,${encodeURIComponent(module ?? "")}`;
	const deriver = createDeriver(
		module === undefined ? {} : { module: new URL(source), ...settings },
	);
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

/** Hands out what was derived of stories of one article, and runs for ever on one of several. */
const HANGING = `
	import { parentPort } from "node:worker_threads";
	const derived = ${JSON.stringify(["one", "two", "three"].map(word => deriveStory(storyOf(word), null)))};
	parentPort.on("message", ({ number, input }) => {
		if (input.files.length > 1) for (;;) {}
		const { id, files: [{ text }] } = input;
		const known = derived.find(story => story.input.files[0].text === text);
		parentPort.postMessage({ number, derived: { ...known, id, input } });
	});`;

describe("a thread that hangs", () => {
	const timeLimit = () => 1_500;

	test("is ended, and the next story gets a new one, with all its time", async () => {
		const deriver = open(HANGING, { timeLimit });
		const asked = [deriver.derive(LAKE, null), deriver.derive(storyOf("one"), null)];
		await expect(asked[0]).rejects.toThrow("lake took longer than 1500 ms");
		expect(await asked[1]).toMatchObject({ id: "lake" });
	});

	test("leaves what it had of the story served, the refresh tells, and other stories are read", async () => {
		const deriver = open(HANGING, { timeLimit });
		const dam = (text: string) => ({ ...storyOf(text), id: "dam" });
		const reads = [
			[storyOf("one"), dam("one")],
			[LAKE, dam("two")],
			[LAKE, dam("three")],
			[storyOf("two"), dam("three")],
		];
		const library = await createLibrary({
			read: async () => ({ stories: reads.shift() ?? [], problems: [] }),
			build: buildWith(deriver.derive),
			clock: () => new Date(0),
		});
		const [lake] = library.current().stories;
		const printed = () =>
			library.current().stories.map(({ articles }) => articles[0]?.article.body.trim());
		const outcome = await library.refresh(null);
		expect(outcome).toMatchObject({
			kind: "refreshed",
			problems: [{ file: "lake", reason: expect.stringContaining("longer than a minute") }],
		});
		expect(library.current().stories[0]).toBe(lake);
		expect(printed()).toEqual(["one", "two"]);
		// What is known to take too long is not tried again for the sake of another story.
		const started = performance.now();
		await library.reload("installation", ["dam"]);
		expect(performance.now() - started).toBeLessThan(1_000);
		expect(library.current().problems).toHaveLength(1);
		await library.refresh(null);
		expect(library.current().problems).toEqual([]);
		expect(printed()).toEqual(["two", "three"]);
	});

	test("is logged, and told in the notice of a refresh", async () => {
		const logged: unknown[] = [];
		const log = { warn: () => undefined, error: (...line: unknown[]) => void logged.push(line) };
		const module = new URL(`data:text/javascript,${encodeURIComponent(HANGING)}`);
		const workshop = await openWorkshop({
			cacheDirectory: null,
			log,
			deriver: { module, timeLimit },
		});
		const reads = [storyOf("one"), LAKE];
		const library = await createLibrary({
			read: async () => ({ stories: reads.splice(0, 1), problems: [] }),
			build: workshop.build,
			clock: () => new Date(0),
		});
		const notice = noticeOfRefresh(await library.refresh(null));
		expect(notice.text).toContain("1 problem with files.");
		expect(JSON.stringify(notice.sections)).toMatch(/lake.*longer than a minute.*serves on/);
		expect(JSON.stringify(logged)).toContain("a story took too long");
		await workshop.close();
	});

	test("keeps a start from that story alone", async () => {
		const deriver = open(HANGING, { timeLimit });
		const library = await createLibrary({
			read: async () => ({ stories: [LAKE, { ...storyOf("one"), id: "dam" }], problems: [] }),
			build: buildWith(deriver.derive),
			clock: () => new Date(0),
		});
		expect(library.current().stories.map(({ id }) => id)).toEqual(["dam"]);
		expect(library.current().problems.map(({ file }) => file)).toEqual(["lake"]);
	});

	test.each([
		["a short story", [10], 60],
		["a long one", [60_000, 60_000], 180],
	])("%s has its time", (_, lengths, seconds) => {
		const input = storyOf(...lengths.map(length => "x".repeat(length)));
		expect(Math.round(timeLimitOf(input) / 1_000)).toBe(seconds);
	});
});

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
