import { realpath } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { Problem } from "../../corpus/problem.ts";
import { decodeText, type Read } from "../corpus-store.ts";
import { pathProblem, textProblem } from "./document-path.ts";
import { codeOf } from "./failures.ts";
import { bytesOf, entriesIn, exists } from "./found-files.ts";
import type { DocumentState, Hidden, KeptDocument, PastState, Text } from "./keeper.ts";
import { KeeperError } from "./keeper-error.ts";
import { type RealmFolder, replaceFile } from "./realm-folder.ts";

/** What stands beside, or instead of, a document that is hidden: `a47.md.hidden`. */
const HIDDEN_ENDING = ".hidden";

const HIDDEN_TEXT =
	"The document of this name does not serve. Remove this file to let it serve again.\n";

const HIDDEN: Hidden = { kind: "hidden" };

/** Files that are read at once: well under the 256 that the smallest default limit allows. */
const FILES_AT_ONCE = 32;

/** Documents as they lie on disk, and those that cannot be read. */
export interface FoundDocuments {
	readonly documents: readonly KeptDocument[];
	readonly problems: readonly Problem[];
}

/** Reads all documents of a realm, or those below one story's folder, in no order. */
export async function readDocuments(
	folder: RealmFolder,
	story: string | null,
): Promise<FoundDocuments> {
	const files = await filesBelow(folder, story === null ? "" : `${story}/`);
	const documents = new Map<string, KeptDocument>();
	const problems: Problem[] = [];
	const hidden = files.filter(path => path.endsWith(HIDDEN_ENDING));
	const shown = files.filter(path => !path.endsWith(HIDDEN_ENDING));
	for (let from = 0; from < shown.length; from += FILES_AT_ONCE) {
		const some = shown.slice(from, from + FILES_AT_ONCE);
		const reads = await Promise.all(some.map(path => readText(folder, path)));
		for (const [index, read] of reads.entries()) {
			const path = some[index] ?? "";
			if (read?.kind === "read") documents.set(path, { path, state: textState(read.value) });
			if (read?.kind === "problem") problems.push(read.problem);
		}
	}
	for (const file of hidden) {
		const path = file.slice(0, -HIDDEN_ENDING.length);
		documents.set(path, { path, state: HIDDEN });
	}
	return { documents: [...documents.values()], problems };
}

/** How a path stands on disk; throws where it cannot be read. */
export async function stateOnDisk(folder: RealmFolder, path: string): Promise<DocumentState> {
	const target = join(folder.documents, path);
	if (!(await exists(dirname(target)))) return { kind: "absent" };
	await refuseLink(folder, dirname(target));
	if (await exists(target + HIDDEN_ENDING)) return HIDDEN;
	const read = await readText(folder, path);
	if (read === null) return { kind: "absent" };
	if (read.kind === "read") return textState(read.value);
	const { file, reason, remedy } = read.problem;
	throw new KeeperError(`${file}: ${reason}`, remedy);
}

/**
 * Makes a path stand as it is told to, whatever stood there before; once more makes no difference.
 * Gives the folder whose names have still to be synced; null where there is none.
 */
export async function putState(
	folder: RealmFolder,
	path: string,
	state: PastState,
): Promise<string | null> {
	const target = join(folder.documents, path);
	const marker = target + HIDDEN_ENDING;
	const parent = dirname(target);
	const leaves = state.kind === "text" || state.kind === "hidden";
	if (!leaves && !(await exists(parent))) return null;
	await makeParents(folder, parent);
	await refuseLink(folder, parent);
	if (state.kind === "text") await replaceFile(folder, target, state.text);
	else await folder.disk.remove(target);
	if (state.kind === "hidden") await replaceFile(folder, marker, HIDDEN_TEXT);
	else await folder.disk.remove(marker);
	return parent;
}

/** Makes the folders down to one, where they are not there, and syncs those that they are named in. */
async function makeParents({ disk, documents }: RealmFolder, parent: string): Promise<void> {
	if (await exists(parent)) return;
	await disk.makeFolder(parent);
	for (let path = parent; path !== documents; path = dirname(path)) {
		await disk.syncFolder(dirname(path));
	}
}

/** Throws where a folder of documents is a link, through which anything could be written to. */
async function refuseLink({ documents, name }: RealmFolder, parent: string): Promise<void> {
	const [real, root] = await Promise.all([realpath(parent), realpath(documents)]);
	const shown = relative(documents, parent);
	if (relative(root, real) === shown) return;
	const reason = `${name}/documents/${shown} is a link to elsewhere`;
	throw new KeeperError(reason, "put a folder in its place");
}

/** The files of a folder and those below it that are named as documents, from the realm on. */
async function filesBelow(folder: RealmFolder, prefix: string): Promise<readonly string[]> {
	const files: string[] = [];
	for (const entry of await entriesIn(join(folder.documents, prefix))) {
		const path = prefix + entry.name;
		if (entry.isDirectory() && !entry.name.startsWith(".")) {
			files.push(...(await filesBelow(folder, `${path}/`)));
		} else if (entry.isFile() && isDocument(path)) files.push(path);
	}
	return files;
}

function isDocument(path: string): boolean {
	const document = path.endsWith(HIDDEN_ENDING) ? path.slice(0, -HIDDEN_ENDING.length) : path;
	return pathProblem(document) === null;
}

/** What a document says; null where there is none. */
async function readText(folder: RealmFolder, path: string): Promise<Read<string> | null> {
	const file = `${folder.name}/documents/${path}`;
	try {
		const bytes = await bytesOf(join(folder.documents, path));
		return bytes === null ? null : checkLength(file, decodeText(file, bytes));
	} catch (error) {
		if (codeOf(error) !== "EACCES") throw error;
		return refuse(file, "no right to read it", "give this program the right to read it");
	}
}

function checkLength(file: string, read: Read<string>): Read<string> {
	const reason = read.kind === "read" ? textProblem(read.value) : null;
	return reason === null ? read : refuse(file, reason, "make it a shorter text in UTF-8");
}

function refuse(file: string, reason: string, remedy: string): Read<never> {
	return { kind: "problem", problem: { file, reason, remedy } };
}

function textState(text: string): Text {
	return { kind: "text", text };
}
