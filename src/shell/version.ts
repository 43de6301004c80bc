import { readFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * The program's version, "0.1.0"; "unknown" where its package does not tell. Rejects where there is no
 * package.
 *
 * @param root the folder of the project
 */
export async function versionOf(root: string): Promise<string> {
	const manifest: unknown = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
	const isTold = typeof manifest === "object" && manifest !== null && "version" in manifest;
	return isTold ? String(manifest.version) : "unknown";
}
