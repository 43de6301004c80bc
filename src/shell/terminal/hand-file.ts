import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { LARGEST_SOURCE } from "../../ingest/extract/read-article.ts";
import { type Refused, refused } from "../../ingest/fetch/fetched.ts";
import type { HandedFile } from "../moderation/job.ts";

/** A file by a path from the working directory; refused where it cannot be read or has over 10 MB. */
export async function handFile(path: string): Promise<HandedFile | Refused> {
	try {
		const place = resolve(path);
		const { size } = await stat(place);
		if (size > LARGEST_SOURCE) return refused("larger than 10 MB", "give a smaller file");
		const bytes = await readFile(place);
		return { kind: "file", bytes, name: basename(path), contentType: null };
	} catch (error) {
		const code = error instanceof Error && "code" in error ? `${error.code}` : "unknown error";
		return refused(`cannot be read (${code})`, "give the path of a file");
	}
}
