import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { runTerminal } from "../../../src/shell/terminal/run.ts";
import { buildSnapshot } from "../../../src/snapshot.ts";

// The worker takes seconds to start on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

const PAGE = `<!doctype html><html lang="en-GB"><head>
<title>Quay to be widened - Port News</title>
<meta property="og:site_name" content="Port News">
<meta name="author" content="Ann Sailor">
<meta property="article:published_time" content="2026-02-03T23:30:00+01:00">
<link rel="canonical" href="https://port.example/quay?utm_source=mail">
</head><body><article><h1>Quay to be widened</h1>
<p>The harbour council voted on Monday to widen the northern quay by forty meters.</p>
<h2>Costs</h2>
<p>The council will spend $12 million on it, it said, over two years from May on.</p>
</article></body></html>`;

let folder = "";

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "presscheck-article-"));
	writeFileSync(join(folder, "page.html"), PAGE);
	writeFileSync(join(folder, "my notes.md"), `# Notes\n\n${"The quay is too narrow. ".repeat(5)}`);
	writeFileSync(join(folder, "deep.html"), "<div>".repeat(5_000));
	writeFileSync(join(folder, "huge.txt"), Buffer.alloc(11 * 1024 * 1024, "a"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function sinkOf(chunks: string[]): Writable {
	return new Writable({
		write: (chunk, _encoding, done) => {
			chunks.push(String(chunk));
			done();
		},
	});
}

async function read(words: readonly string[]) {
	const out: string[] = [];
	const errors: string[] = [];
	const code = await runTerminal({
		argv: ["article", ...words],
		root: ROOT,
		stdin: Readable.from([]),
		stdout: sinkOf(out),
		stderr: sinkOf(errors),
		clock: () => new Date("2026-03-01T12:00:00Z"),
		build: input => buildSnapshot(input, null),
	});
	const lines = out.join("").split("\n").filter(Boolean);
	return { code, articles: lines.map(line => JSON.parse(line)), errors: errors.join("") };
}

describe("presscheck article", () => {
	test("prints what each file holds, in their order", async () => {
		const files = [join(folder, "page.html"), join(folder, "my notes.md")];
		const { code, articles, errors } = await read(files);
		expect([code, errors]).toEqual([0, ""]);
		expect(articles).toEqual([
			{
				file: files[0],
				outlet: "Port News",
				title: "Quay to be widened",
				author: "Ann Sailor",
				published: "2026-02-03",
				language: "en-GB",
				url: "https://port.example/quay",
				text: "The harbour council voted on Monday to widen the northern quay by forty meters.\n\n## Costs\n\nThe council will spend $12 million on it, it said, over two years from May on.",
			},
			{
				file: files[1],
				outlet: null,
				title: "Notes",
				author: null,
				published: null,
				language: null,
				url: null,
				text: expect.stringMatching(/^# Notes\n\nThe quay is too narrow\./),
			},
		]);
	});

	test("tells of files that cannot be read, and reads the others", async () => {
		const names = ["none.html", "deep.html", "huge.txt", "page.html"];
		const { code, articles, errors } = await read(names.map(name => join(folder, name)));
		expect(code).toBe(1);
		expect(articles.map(({ title }) => title)).toEqual(["Quay to be widened"]);
		expect(errors.trimEnd().split("\n")).toEqual([
			expect.stringMatching(/none\.html: cannot be read \(ENOENT\)$/),
			expect.stringMatching(/deep\.html: the page nests more than 128 elements, .*; /),
			expect.stringMatching(/huge\.txt: larger than 10 MB$/),
		]);
	});

	test("takes a file by the name of its option", async () => {
		const { articles } = await read(["--file", join(folder, "page.html")]);
		expect(articles).toHaveLength(1);
	});
});
