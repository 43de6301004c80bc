import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** What derives stories: other code may derive something else of the same files. */
const PARTS = ["src/text", "src/corpus", "src/figures", "src/quotations", "src/claims"];
const FILES = ["src/derive.ts", "package.json", "package-lock.json"];

/**
 * A hash of all that decides what is derived of a story and how it is written down: the code, the
 * versions of its packages, and Node's own. `root` is the folder of the project.
 */
export async function codeVersion(root: string = ROOT): Promise<string> {
	const folders = await Promise.all(PARTS.map(part => filesIn(root, part)));
	const files = [...folders.flat().toSorted(), ...FILES];
	const hash = createHash("sha256").update(process.version);
	for (const file of files) {
		const bytes = await readFile(join(root, file));
		hash.update(`\n${file} ${bytes.length}\n`).update(bytes);
	}
	return hash.digest("hex");
}

async function filesIn(root: string, part: string): Promise<readonly string[]> {
	const entries = await readdir(join(root, part), { recursive: true, withFileTypes: true });
	return entries
		.filter(entry => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(root.length));
}
