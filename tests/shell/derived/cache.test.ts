import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { deriveStory } from "../../../src/derive.ts";
import { buildWith } from "../../../src/shell/derived/build.ts";
import { openCache, withCache } from "../../../src/shell/derived/cache.ts";
import { codeVersion } from "../../../src/shell/derived/code-version.ts";
import { openWorkshop } from "../../../src/shell/derived/workshop.ts";
import type { Snapshot, SnapshotInput, StoryInput } from "../../../src/snapshot.ts";

let directory = "";
const warn = vi.fn();

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "presscheck-cache-"));
	warn.mockClear();
});

afterEach(async () => {
	await rm(directory, { recursive: true, force: true });
});

function open(version = "1") {
	return openCache({ directory: join(directory, "derived"), version, log: { warn } });
}

const LAKE: StoryInput = {
	id: "lake",
	storyText: null,
	files: [{ file: "a.md", text: "---\noutlet: Post\n---\nThe lake holds 44 million litres." }],
};
const DAM: StoryInput = { ...LAKE, id: "dam" };

function inputOf(...stories: readonly StoryInput[]): SnapshotInput {
	return { stories, problems: [], asOf: "2031-05-01T00:00:00Z" };
}

/** Starts a program: what is kept is taken, what is served is kept. */
async function start(input: SnapshotInput, version = "1") {
	const cache = open(version);
	const derive = vi.fn(deriveStory);
	const snapshot = await buildWith(withCache(derive, cache))(input, null, "installation");
	await cache.keep("installation", snapshot);
	return { snapshot, derived: derive.mock.calls.map(([{ id }]) => id) };
}

function claimsOf({ stories }: Snapshot) {
	return stories.map(({ claims }) => claims);
}

async function filesKept(): Promise<readonly string[]> {
	return (await readdir(join(directory, "derived", "installation"))).map(name =>
		join(directory, "derived", "installation", name),
	);
}

describe("a warm start", () => {
	test("derives nothing, and has what the cold one had", async () => {
		const cold = await start(inputOf(LAKE, DAM));
		const warm = await start(inputOf(LAKE, DAM));
		expect(cold.derived).toEqual(["lake", "dam"]);
		expect(warm.derived).toEqual([]);
		expect(claimsOf(warm.snapshot)).toEqual(claimsOf(cold.snapshot));
		expect(warm.snapshot.stories[0]?.index.knows("lake")).toBe(true);
		expect(warn).not.toHaveBeenCalled();
	});

	test("derives a story whose files changed, with the ids that its claims had", async () => {
		const cold = await start(inputOf(LAKE));
		const [file] = LAKE.files;
		const more = { file: "b.md", text: (file?.text ?? "").replace("Post", "Echo") };
		const warm = await start(inputOf({ ...LAKE, files: [...LAKE.files, more] }));
		expect(warm.derived).toEqual(["lake"]);
		const ids = ({ stories }: Snapshot) => stories[0]?.claims.map(({ id }) => id) ?? [];
		expect(ids(warm.snapshot)).toEqual(expect.arrayContaining([...ids(cold.snapshot)]));
	});

	test("throws away what other code has written", async () => {
		await start(inputOf(LAKE));
		expect((await start(inputOf(LAKE), "2")).derived).toEqual(["lake"]);
		expect((await start(inputOf(LAKE), "2")).derived).toEqual([]);
	});

	test.each<[string, (bytes: Buffer) => Uint8Array]>([
		["empty", () => new Uint8Array()],
		["cut short", bytes => bytes.subarray(0, bytes.length - 20)],
		[
			"altered",
			bytes => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 9 ? 1 : byte))),
		],
		["no head", bytes => bytes.subarray(bytes.indexOf("\n") + 1)],
		["another head", bytes => Buffer.concat([Buffer.from("[1]\n"), bytes])],
	])("throws away a file that is torn: %s", async (_, tear) => {
		await start(inputOf(LAKE));
		for (const file of await filesKept()) await writeFile(file, tear(await readFile(file)));
		expect((await start(inputOf(LAKE))).derived).toEqual(["lake"]);
		expect((await start(inputOf(LAKE))).derived).toEqual([]);
		expect(warn).not.toHaveBeenCalled();
	});

	test("keeps nothing of a story that is gone", async () => {
		await start(inputOf(LAKE, DAM));
		await start(inputOf(DAM));
		expect(await filesKept()).toHaveLength(1);
		expect((await start(inputOf(LAKE, DAM))).derived).toEqual(["lake"]);
	});

	test("keeps realms apart", async () => {
		await start(inputOf(LAKE));
		expect(await open().read("server-1", "lake")).toBeNull();
		expect(await open().read("installation", "lake")).toMatchObject({ id: "lake" });
	});

	test("writes a story once", async () => {
		const cache = open();
		const snapshot = await buildWith(deriveStory)(inputOf(LAKE), null, "installation");
		await cache.keep("installation", snapshot);
		const [file = ""] = await filesKept();
		await writeFile(file, "mine");
		await cache.keep("installation", snapshot);
		expect(await readFile(file, "utf8")).toBe("mine");
	});
});

describe("a cache that cannot be used fails nothing", () => {
	test("a file stands in its place", async () => {
		await writeFile(join(directory, "derived"), "");
		expect((await start(inputOf(LAKE))).derived).toEqual(["lake"]);
		expect(warn).toHaveBeenCalledWith(
			expect.objectContaining({ file: join(directory, "derived") }),
			"what was derived cannot be kept",
		);
	});

	test("a story's file is a folder", async () => {
		await start(inputOf(LAKE));
		const [file = ""] = await filesKept();
		await rm(file);
		await mkdir(file);
		expect((await start(inputOf(LAKE))).derived).toEqual(["lake"]);
		expect(warn).toHaveBeenCalledWith(
			expect.objectContaining({ file }),
			"what was derived cannot be read",
		);
	});
});

describe("codeVersion", () => {
	async function lay(files: Readonly<Record<string, string>>): Promise<string> {
		const root = await mkdtemp(join(directory, "root-"));
		for (const part of ["text/deep", "corpus", "figures", "quotations", "claims"]) {
			await mkdir(join(root, "src", part), { recursive: true });
		}
		const all = { "src/derive.ts": "", "package.json": "{}", "package-lock.json": "{}", ...files };
		for (const [file, text] of Object.entries(all)) await writeFile(join(root, file), text);
		return root;
	}

	test("is the same for the same code, wherever it lies", async () => {
		const code = { "src/text/deep/terms.ts": "export {}" };
		expect(await codeVersion(await lay(code))).toBe(await codeVersion(await lay(code)));
		expect(await codeVersion()).toMatch(/^[0-9a-f]{64}$/);
	});

	test.each([
		"src/text/deep/terms.ts",
		"src/claims/build.ts",
		"src/derive.ts",
		"package-lock.json",
	])("changes with %s", async file => {
		const [before, after] = [await lay({ [file]: "1" }), await lay({ [file]: "2" })];
		expect(await codeVersion(after)).not.toBe(await codeVersion(before));
	});
});

describe("a workshop", () => {
	test("keeps what was served for the next start, and makes it ready", async () => {
		const log = { warn, error: vi.fn() };
		const cacheDirectory = join(directory, "derived");
		const first = await openWorkshop({ cacheDirectory, log });
		const cold = await first.build(inputOf(LAKE), null, "installation");
		first.served("installation", cold);
		await first.close();
		const second = await openWorkshop({ cacheDirectory, log });
		const warm = await second.build(inputOf(LAKE), null, "installation");
		second.served("installation", warm);
		await vi.waitFor(() => expect(warm.stories[0]?.index.prepare()).toBe(false));
		await second.close();
		expect(claimsOf(warm)).toEqual(claimsOf(cold));
		expect(warn).not.toHaveBeenCalled();
		expect(log.error).not.toHaveBeenCalled();
	}, 60_000);

	test("works without a cache", async () => {
		const workshop = await openWorkshop({ cacheDirectory: null, log: { warn, error: warn } });
		const { stories } = await workshop.build(inputOf(LAKE), null, "installation");
		await workshop.close();
		expect(stories).toHaveLength(1);
	}, 60_000);
});
