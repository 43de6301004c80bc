/**
 * Prints how long a corpus takes to be read for the first time, again when one article of it changed, and
 * at the next start, when what was derived is kept; each in this one process, in which nothing else is done.
 *
 *   npx tsx bench/refresh.ts --texts DIR [--stories 500] [--articles 10] [--write docs/refresh.md]
 *
 * DIR holds stories as `corpus` does. The corpus that is measured is made of them in a temporary folder:
 * each of its stories has the articles of one of them, a paragraph less in each, so that no two are the same.
 */
import { appendFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { deriveStory, type StoryFile, type StoryInput } from "../src/derive.ts";
import { createCorpusReader, readCorpus } from "../src/shell/corpus-store.ts";
import { buildWith, prepareIndexes } from "../src/shell/derived/build.ts";
import { openCache, withCache } from "../src/shell/derived/cache.ts";
import { codeVersion } from "../src/shell/derived/code-version.ts";
import { createLibrary, type Library } from "../src/shell/library.ts";

const { values } = parseArgs({
	options: {
		texts: { type: "string" },
		stories: { type: "string", default: "500" },
		articles: { type: "string", default: "10" },
		write: { type: "string" },
	},
});
const { texts, write } = values;
if (texts === undefined) throw new Error("usage: npx tsx bench/refresh.ts --texts DIR");
const [stories, articles] = [Number(values.stories), Number(values.articles)];

/** A paragraph that is not there tells one copy of an article from another. */
function without(text: string, paragraph: number): string {
	const parts = text.split(/(?<=\n)\n+/u);
	// The first has the front matter.
	const left = parts.length < 3 ? 0 : 1 + (paragraph % (parts.length - 1));
	return parts.filter((_, at) => left === 0 || at !== left).join("\n");
}

/** As many articles of a story as are wanted, its own again and again. */
function articlesOf(source: StoryInput, copy: number): readonly StoryFile[] {
	return Array.from({ length: articles }, (_, at) => {
		const round = Math.floor(at / source.files.length);
		const { file, text } = source.files[at % source.files.length] ?? { file: "", text: "" };
		const outlet = round === 0 ? "$1" : `$1 ${round + 1}`;
		const named = text.replace(/^(outlet:.*)$/mu, outlet);
		return { file: `${round + 1}-${file}`, text: without(named, copy + round) };
	});
}

async function layCorpus(directory: string, sources: readonly StoryInput[]): Promise<void> {
	for (let copy = 0; copy < stories; copy++) {
		const source = sources[copy % sources.length];
		if (source === undefined) throw new Error(`no story in ${texts}`);
		const folder = join(directory, `story-${String(copy).padStart(4, "0")}`);
		await mkdir(folder, { recursive: true });
		for (const { file, text } of articlesOf(source, Math.floor(copy / sources.length))) {
			await writeFile(join(folder, file), text);
		}
	}
}

async function time<T>(work: () => Promise<T>): Promise<readonly [seconds: number, result: T]> {
	const started = performance.now();
	const result = await work();
	return [(performance.now() - started) / 1000, result];
}

const base = await mkdtemp(join(tmpdir(), "presscheck-refresh-"));
const corpus = join(base, "corpus");
const version = await codeVersion();
const log = { warn: (_: unknown, message: string) => process.stderr.write(`${message}\n`) };
const cacheAnew = () => openCache({ directory: join(base, "derived"), version, log });

function start(cache: ReturnType<typeof cacheAnew>): Promise<Library> {
	return createLibrary({
		read: createCorpusReader(corpus),
		build: buildWith(withCache(deriveStory, cache)),
		clock: () => new Date(),
	});
}

/** Reads all, changes an article, reads again, and keeps what was derived. */
async function measureRefresh() {
	const cache = cacheAnew();
	const [cold, library] = await time(() => start(cache));
	const { length } = library.current().stories.flatMap(({ claims }) => claims);
	const memory = Math.round(process.memoryUsage().rss / 1e6);
	const [unchanged] = await time(() => library.refresh(null));
	const [story] = library.current().stories;
	const file = story?.input.files[0]?.file ?? "";
	const added = "\nThe council now puts the cost at $48 million.\n";
	await appendFile(join(corpus, story?.id ?? "", file), added);
	const [changed, outcome] = await time(() => library.refresh(null));
	if (outcome.kind !== "refreshed" || outcome.diff.articles.changed.length !== 1) {
		throw new Error(`one article changed, but the refresh says ${JSON.stringify(outcome)}`);
	}
	const [kept] = await time(() => cache.keep("installation", library.current()));
	return { cold, unchanged, changed, kept, claims: length, memory };
}

/** Starts again, and makes the indexes, which a program that serves does while it answers. */
async function measureStart() {
	const [warm, library] = await time(() => start(cacheAnew()));
	const [indexes] = await time(() => prepareIndexes(library.current().stories));
	return { warm, indexes };
}

function rowOf(what: string, seconds: number, whole: number): string {
	const share = `${((100 * seconds) / whole).toFixed(2)}%`;
	return `| ${what} | ${seconds.toFixed(2)} | ${share} |`;
}

try {
	await layCorpus(corpus, (await readCorpus(texts)).stories);
	// The code is compiled before anything is timed.
	for (const story of (await readCorpus(texts)).stories) deriveStory(story, null);
	const refresh = await measureRefresh();
	const { warm, indexes } = await measureStart();
	const { cold } = refresh;
	const report = [
		"# How long refreshing takes",
		"",
		`A corpus of ${stories} stories with ${articles} articles each (${refresh.claims} claims), made of real texts by \`bench/refresh.ts\`,`,
		`which writes this page; Node ${process.version}, ${cpus()[0]?.model ?? "unknown processor"}; one run, start of the process aside.`,
		"",
		"| | seconds | of the first row |",
		"|---|---:|---:|",
		rowOf("full read, nothing kept", cold, cold),
		rowOf("refresh, nothing changed", refresh.unchanged, cold),
		rowOf("refresh, one article changed (target: at most 3%)", refresh.changed, cold),
		rowOf("start with what was derived kept on disk (target: at most 20%)", warm, cold),
		rowOf("the same with every index made before the first answer", warm + indexes, cold + indexes),
		"",
		`Indexes are made when a story is first asked, or beside other work: ${indexes.toFixed(2)} s for all, which the last row adds to both starts.`,
		`Keeping what was derived took ${refresh.kept.toFixed(2)} s. After the full read the process has ${refresh.memory} MB of memory.`,
		"",
	].join("\n");
	process.stdout.write(report);
	if (write !== undefined) await writeFile(write, report);
} finally {
	await rm(base, { recursive: true, force: true });
}
