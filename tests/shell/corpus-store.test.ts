import { execFileSync } from "node:child_process";
import {
	chmodSync,
	mkdirSync,
	mkdtempSync,
	rmSync,
	symlinkSync,
	truncateSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createCorpusReader, MAX_FILE_BYTES, readCorpus } from "../../src/shell/corpus-store.ts";

let base = "";
let corpus = "";

beforeEach(() => {
	base = mkdtempSync(join(tmpdir(), "presscheck-corpus-"));
	corpus = join(base, "corpus");
	mkdirSync(corpus);
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function put(file: string, text: string | Uint8Array): string {
	const path = join(corpus, file);
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
	return path;
}

describe("readCorpus", () => {
	test("reads stories and their articles in the order of their names", async () => {
		put("lake/zebra.md", "Z");
		put("lake/alpha.md", "A");
		put("lake/story.yaml", "title: The lake");
		put("dam/one.md", "Dämme");
		expect(await readCorpus(corpus)).toEqual({
			stories: [
				{ id: "dam", storyText: null, files: [{ file: "one.md", text: "Dämme" }] },
				{
					id: "lake",
					storyText: "title: The lake",
					files: [
						{ file: "alpha.md", text: "A" },
						{ file: "zebra.md", text: "Z" },
					],
				},
			],
			problems: [],
		});
	});

	test("passes over hidden files, other files and folders within a story", async () => {
		put("lake/a.md", "A");
		put("lake/.draft.md", "no");
		put("lake/picture.png", new Uint8Array([0, 1, 2]));
		put("lake/old/b.md", "no");
		put(".git/c.md", "no");
		put("README.md", "about this folder");
		expect(await readCorpus(corpus)).toEqual({
			stories: [{ id: "lake", storyText: null, files: [{ file: "a.md", text: "A" }] }],
			problems: [],
		});
	});

	test("reads more files than are open at once, in order", async () => {
		const names = Array.from({ length: 70 }, (_, index) => `${String(index).padStart(2, "0")}.md`);
		for (const name of names) put(`lake/${name}`, name);
		const { stories } = await readCorpus(corpus);
		expect(stories[0]?.files).toEqual(names.map(name => ({ file: name, text: name })));
	});

	test("drops a byte order mark and keeps line ends", async () => {
		put("lake/a.md", "\uFEFFone\r\ntwo");
		const { stories } = await readCorpus(corpus);
		expect(stories[0]?.files[0]?.text).toBe("one\r\ntwo");
	});

	test("follows a link that stays in the corpus", async () => {
		put("lake/a.md", "A");
		symlinkSync(join(corpus, "lake", "a.md"), join(corpus, "lake", "b.md"));
		const { stories, problems } = await readCorpus(corpus);
		expect(stories[0]?.files.map(({ file }) => file)).toEqual(["a.md", "b.md"]);
		expect(problems).toEqual([]);
	});

	test.each<[string, () => void, object]>([
		[
			"bytes that are no UTF-8",
			() => void put("lake/bad.md", new Uint8Array([0x63, 0x61, 0x66, 0xe9])),
			{ file: "lake/bad.md", reason: "not UTF-8", remedy: "save it as UTF-8" },
		],
		[
			"a text in UTF-16",
			() => void put("lake/bad.md", Buffer.from("\uFEFFabc", "utf16le")),
			{ file: "lake/bad.md", reason: "not a text" },
		],
		[
			"a file that is too long",
			() => truncateSync(put("lake/bad.md", ""), MAX_FILE_BYTES + 1),
			{ file: "lake/bad.md", reason: `too long (${MAX_FILE_BYTES + 1} bytes)` },
		],
		[
			"a folder with an article's name",
			() => void mkdirSync(join(corpus, "lake", "bad.md")),
			{ file: "lake/bad.md", reason: "not a file" },
		],
		[
			"a pipe, which is not waited for",
			() => void execFileSync("mkfifo", [join(corpus, "lake", "bad.md")]),
			{ file: "lake/bad.md", reason: "not a file" },
		],
		[
			"a link to a file outside",
			() => {
				writeFileSync(join(base, "secret.txt"), "secret");
				symlinkSync(join(base, "secret.txt"), join(corpus, "lake", "bad.md"));
			},
			{ file: "lake/bad.md", reason: "a link that leads out of the corpus" },
		],
		[
			"a link to a folder outside whose name begins like the corpus's",
			() => {
				mkdirSync(join(base, "corpus-of-others"));
				symlinkSync(join(base, "corpus-of-others"), join(corpus, "bad"));
			},
			{ file: "bad", reason: "a link that leads out of the corpus" },
		],
		[
			"a link to nowhere",
			() => symlinkSync(join(corpus, "gone.md"), join(corpus, "lake", "bad.md")),
			{ file: "lake/bad.md", reason: "a link that leads nowhere" },
		],
		[
			"a link to itself",
			() => symlinkSync(join(corpus, "lake", "bad.md"), join(corpus, "lake", "bad.md")),
			{ file: "lake/bad.md", reason: "a link that leads to itself" },
		],
		[
			"names of a story that are no text",
			() => void put("lake/story.yaml", new Uint8Array([0xff])),
			{ file: "lake/story.yaml", reason: "not UTF-8" },
		],
		[
			"a story without articles",
			() => void mkdirSync(join(corpus, "empty")),
			{
				file: "empty",
				reason: "no article in it",
				remedy: "put articles into it: empty/OUTLET.md",
			},
		],
		[
			"an article outside every story",
			() => void put("stray.md", "S"),
			{ file: "stray.md", reason: "in no story" },
		],
	])("%s is a problem with a remedy, and the rest is read", async (_, spoil, problem) => {
		put("lake/good.md", "good");
		spoil();
		const { stories, problems } = await readCorpus(corpus);
		expect(stories).toEqual([
			{ id: "lake", storyText: null, files: [{ file: "good.md", text: "good" }] },
		]);
		expect(problems).toEqual([expect.objectContaining(problem)]);
		expect(problems[0]?.remedy).not.toBe("");
	});

	test.skipIf(process.getuid?.() === 0)("what may not be read is a problem", async () => {
		put("lake/good.md", "good");
		chmodSync(put("lake/bad.md", "bad"), 0o000);
		chmodSync(dirname(put("closed/a.md", "a")), 0o000);
		const { stories, problems } = await readCorpus(corpus);
		chmodSync(join(corpus, "closed"), 0o700);
		expect(stories.map(({ id }) => id)).toEqual(["lake"]);
		expect(problems).toEqual([
			expect.objectContaining({ file: "closed", reason: "no right to read it" }),
			expect.objectContaining({ file: "lake/bad.md", reason: "no right to read it" }),
		]);
	});

	test.each([
		["no folder at all", "gone", "no such folder"],
		["a file for a folder", "corpus/file.txt", "not a folder"],
		["a file in the way", "corpus/file.txt/deeper", "not a folder"],
		["an empty folder", "corpus/empty", "no story in it"],
	])("%s is a problem of the folder's", async (_, name, reason) => {
		put("file.txt", "x");
		mkdirSync(join(corpus, "empty"));
		const directory = join(base, name);
		expect(await readCorpus(directory)).toEqual({
			stories: [],
			problems: [{ file: directory, reason, remedy: expect.stringMatching(/\w/) }],
		});
	});
});

describe("a reader that reads again", () => {
	const texts = ({ stories }: Awaited<ReturnType<typeof readCorpus>>) =>
		stories.flatMap(({ files }) => files.map(({ file, text }) => `${file}: ${text}`));

	test("gives what the files are now, whatever became of them", async () => {
		const [first] = [put("lake/a.md", "A"), put("lake/b.md", "B"), put("lake/c.md", "C")];
		const read = createCorpusReader(corpus);
		expect(texts(await read())).toEqual(["a.md: A", "b.md: B", "c.md: C"]);
		put("lake/b.md", "b");
		rmSync(join(corpus, "lake/c.md"));
		put("lake/d.md", "D");
		expect(texts(await read())).toEqual(["a.md: A", "b.md: b", "d.md: D"]);
		put("lake/a.md", "a");
		utimesSync(first ?? "", new Date(0), new Date(0));
		expect(texts(await read())).toEqual(["a.md: a", "b.md: b", "d.md: D"]);
	});
});
