import type { Dirent, Stats } from "node:fs";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Problem } from "../corpus/problem.ts";
import type { StoryFile, StoryInput } from "../derive.ts";
import { createTextMemory, type TextMemory } from "./text-memory.ts";

/** A corpus directory as it was read, and what of it could not be. */
export interface CorpusFiles {
	readonly stories: readonly StoryInput[];
	readonly problems: readonly Problem[];
}

/** Longer than any article: the longest novels in one file have about 4 MB. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;

const STORY_FILE = "story.yaml";
const ARTICLE_ENDING = ".md";

/** Files open at once: well under the 256 that the smallest default limit of a system allows. */
const FILES_AT_ONCE = 32;

/** What was read, or why it could not be. */
export type Read<T> =
	| { readonly kind: "read"; readonly value: T }
	| { readonly kind: "problem"; readonly problem: Problem };

/** A name in a folder, with the place that it really is after symbolic links. */
interface Place {
	readonly name: string;
	readonly path: string;
	readonly stats: Stats;
}

/** Where to look, and out of which no symbolic link may lead. */
interface Folder {
	readonly path: string;
	/** The real path of the corpus. */
	readonly root: string;
	/** What problems call the folder: "" for the corpus itself. */
	readonly name: string;
	readonly memory: TextMemory;
}

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads every story of a corpus directory: each folder's `*.md` files and its `story.yaml`. Hidden
 * files are passed over. What cannot be read is a problem, with a remedy, and the rest is read all the
 * same. Problems name files from the corpus on ("thorn/a47.md"), the directory itself as it was given.
 * The function may be called again and again; files that did not change since are then not read again.
 */
export function createCorpusReader(directory: string): () => Promise<CorpusFiles> {
	const memory = createTextMemory(Date.now);
	return async () => {
		const files = await readDirectory(directory, memory);
		memory.forgetOthers();
		return files;
	};
}

/** The same, once. */
export function readCorpus(directory: string): Promise<CorpusFiles> {
	return createCorpusReader(directory)();
}

async function readDirectory(directory: string, memory: TextMemory): Promise<CorpusFiles> {
	const root = await realPathOf(directory);
	if (root.kind === "problem") return { stories: [], problems: [root.problem] };
	const corpus: Folder = { path: root.value, root: root.value, name: "", memory };
	const { places, problems } = await look(corpus);
	const stories: StoryInput[] = [];
	const named = problems.map(problem => ({ ...problem, file: problem.file || directory }));
	const found = [...named, ...strayArticles(places)];
	for (const { name, path } of places.filter(({ stats }) => stats.isDirectory())) {
		const read = await readStory({ ...corpus, path, name });
		found.push(...read.problems);
		if (read.story.files.length > 0) stories.push(read.story);
	}
	if (stories.length === 0 && found.length === 0) found.push(emptyCorpus(directory));
	return { stories, problems: found };
}

async function realPathOf(directory: string): Promise<Read<string>> {
	try {
		const path = await realpath(directory);
		const stats = await stat(path);
		if (stats.isDirectory()) return { kind: "read", value: path };
		return refuse(directory, "not a folder", "name a folder of stories");
	} catch (error) {
		const remedy = "create it with a folder of articles a story, or name another (CORPUS_DIR)";
		return refuse(directory, reasonOf(error, "no such folder"), remedy);
	}
}

async function readStory(
	folder: Folder,
): Promise<{ readonly story: StoryInput; readonly problems: readonly Problem[] }> {
	const { places, problems } = await look(folder);
	const articles = places.filter(({ name }) => name.endsWith(ARTICLE_ENDING));
	const texts = await readAll(folder, articles);
	const storyPlace = places.find(({ name }) => name === STORY_FILE);
	const storyText = storyPlace && (await readText(folder, storyPlace));
	const found = [...problems, ...texts.problems];
	if (storyText?.kind === "problem") found.push(storyText.problem);
	if (articles.length === 0 && found.length === 0) found.push(emptyStory(folder.name));
	const story: StoryInput = {
		id: folder.name,
		storyText: storyText?.kind === "read" ? storyText.value : null,
		files: texts.files,
	};
	return { story, problems: found };
}

/** What lies in a folder, in the order of names, hidden names left out. */
async function look(
	folder: Folder,
): Promise<{ readonly places: readonly Place[]; readonly problems: readonly Problem[] }> {
	const entries = await entriesOf(folder);
	if (entries.kind === "problem") return { places: [], problems: [entries.problem] };
	const places: Place[] = [];
	const problems: Problem[] = [];
	for (const place of await inBatches(entries.value, ({ name }) => placeOf(folder, name))) {
		if (place.kind === "read") places.push(place.value);
		else problems.push(place.problem);
	}
	return { places, problems };
}

async function entriesOf(folder: Folder): Promise<Read<readonly Dirent[]>> {
	try {
		const entries = await readdir(folder.path, { withFileTypes: true });
		const shown = entries.filter(({ name }) => !name.startsWith("."));
		return { kind: "read", value: shown.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
	} catch (error) {
		return refuse(folder.name, reasonOf(error, "cannot be read"), "give the right to read it");
	}
}

async function placeOf(folder: Folder, name: string): Promise<Read<Place>> {
	const file = fileName(folder, name);
	try {
		const path = await realpath(join(folder.path, name));
		if (path !== folder.root && !path.startsWith(folder.root + sep)) {
			return refuse(file, "a link that leads out of the corpus", "put the file itself there");
		}
		return { kind: "read", value: { name, path, stats: await stat(path) } };
	} catch (error) {
		return refuse(file, reasonOf(error, "a link that leads nowhere"), "remove it or repair it");
	}
}

async function readAll(
	folder: Folder,
	places: readonly Place[],
): Promise<{ readonly files: readonly StoryFile[]; readonly problems: readonly Problem[] }> {
	const files: StoryFile[] = [];
	const problems: Problem[] = [];
	const texts = await inBatches(places, place => readText(folder, place));
	for (const [index, text] of texts.entries()) {
		if (text.kind === "problem") problems.push(text.problem);
		else files.push({ file: places[index]?.name ?? "", text: text.value });
	}
	return { files, problems };
}

async function inBatches<T, R>(
	items: readonly T[],
	work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
	const done: R[] = [];
	for (let from = 0; from < items.length; from += FILES_AT_ONCE) {
		done.push(...(await Promise.all(items.slice(from, from + FILES_AT_ONCE).map(work))));
	}
	return done;
}

async function readText(folder: Folder, place: Place): Promise<Read<string>> {
	const file = fileName(folder, place.name);
	if (!place.stats.isFile()) return refuse(file, "not a file", "put a text file there");
	if (place.stats.size > MAX_FILE_BYTES) {
		const reason = `too long (${place.stats.size} bytes)`;
		return refuse(file, reason, `keep one article in it, ${MAX_FILE_BYTES} bytes at most`);
	}
	const known = folder.memory.recall(place.path, place.stats);
	if (known !== null) return { kind: "read", value: known };
	try {
		const text = decodeText(file, await readFile(place.path));
		if (text.kind === "read") folder.memory.keep(place.path, place.stats, text.value);
		return text;
	} catch (error) {
		return refuse(file, reasonOf(error, "cannot be read"), "give the right to read it");
	}
}

/** The text of a file's bytes, without a byte order mark; a problem where they are no UTF-8. */
export function decodeText(file: string, bytes: Uint8Array): Read<string> {
	if (bytes.includes(0)) return refuse(file, "not a text", "put a text file in UTF-8 there");
	try {
		return { kind: "read", value: utf8.decode(bytes) };
	} catch {
		return refuse(file, "not UTF-8", "save it as UTF-8");
	}
}

/** Articles beside the stories' folders are named, since whoever put them there expects them read. */
function strayArticles(places: readonly Place[]): readonly Problem[] {
	return places
		.filter(({ name, stats }) => stats.isFile() && name.endsWith(ARTICLE_ENDING))
		.filter(({ name }) => name !== "README.md")
		.map(({ name }) => ({
			file: name,
			reason: "in no story",
			remedy: "move it into a folder with the story's name",
		}));
}

function emptyCorpus(directory: string): Problem {
	const remedy = `put articles into it: ${join(directory, "STORY", "ARTICLE.md")}`;
	return { file: directory, reason: "no story in it", remedy };
}

function emptyStory(name: string): Problem {
	return {
		file: name,
		reason: "no article in it",
		remedy: `put articles into it: ${name}/OUTLET.md`,
	};
}

function fileName(folder: Folder, name: string): string {
	return folder.name === "" ? name : `${folder.name}/${name}`;
}

function refuse(file: string, reason: string, remedy: string): Read<never> {
	return { kind: "problem", problem: { file, reason, remedy } };
}

const REASONS: Readonly<Record<string, string>> = {
	EACCES: "no right to read it",
	EPERM: "no right to read it",
	EMFILE: "too many files are open",
	ENFILE: "too many files are open",
	EIO: "the disk cannot read it",
	ELOOP: "a link that leads to itself",
	ENOTDIR: "not a folder",
};

function reasonOf(error: unknown, otherwise: string): string {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	return REASONS[code] ?? otherwise;
}
