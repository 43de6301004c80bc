import type { Extracted } from "../../ingest/extract/outcome.ts";
import { createExtractor, EXTRACTOR, type Extractor } from "../../ingest/extractor.ts";
import { harmlessLine } from "../../present/harmless.ts";
import type { Json } from "../../present/json.ts";
import { EXIT } from "./exit-codes.ts";
import { handFile } from "./hand-file.ts";
import { writeLine } from "./json-lines.ts";
import type { Program } from "./session.ts";

/**
 * Reads pages, PDF files and texts as they are read when an article is added, and prints a line of JSON for each,
 * in their order. A file that cannot be read is told of on the error output, and the others are read all the
 * same; the exit code tells that there was one.
 */
export const readArticles: Program = async ({ run, out, errors, clock }) => {
	const extractor = createExtractor({ ...EXTRACTOR, clock });
	let failed = false;
	const named = run.values["file"] ?? "";
	for (const file of run.texts.length > 0 ? run.texts : [named]) {
		const read = await readOne(extractor, file);
		if (read.kind === "extracted") {
			await out.print(writeLine(jsonOf(file, read)));
		} else {
			failed = true;
			await errors.print(`presscheck: ${harmlessLine(`${file}: ${read.reason}`)}\n`);
		}
		if (out.isClosed()) break;
	}
	await extractor.close();
	return failed ? EXIT.failed : EXIT.answered;
};

type Read = Extracted | { readonly kind: "unreadable"; readonly reason: string };

async function readOne(extractor: Extractor, path: string): Promise<Read> {
	const file = await handFile(path);
	if (file.kind === "refused") return { kind: "unreadable", reason: file.reason };
	const { bytes: content, contentType, name: fileName } = file;
	const outcome = await extractor.article({ content, contentType, fileName, address: null });
	if (outcome.kind === "extracted") return outcome;
	return { kind: "unreadable", reason: `${outcome.reason}; ${outcome.remedy}` };
}

function jsonOf(file: string, extracted: Extracted): Json {
	const { outlet, title, author, published, language, address, text } = extracted;
	return {
		file,
		outlet,
		title,
		author,
		published: published?.date ?? null,
		language,
		url: address,
		text,
	};
}
