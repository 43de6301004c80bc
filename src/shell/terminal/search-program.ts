import type { Json } from "../../present/json.ts";
import {
	buildPassageIndex,
	type PassageIndex,
	type SearchedDocument,
} from "../../search/passage-index.ts";
import { EXIT } from "./exit-codes.ts";
import { printEach } from "./item-programs.ts";
import { type Line, readDocument } from "./json-lines.ts";
import type { Program, Session } from "./session.ts";

/** The most hits that are printed for a query. */
const MAX_HITS = 100;

/** Searches a file of documents for queries from the input, one a line, best hits first. */
export const searchEach: Program = async session => {
	const documents = await readDocuments(session);
	if (documents === null) return EXIT.failed;
	const index = buildPassageIndex(documents);
	return printEach(session, ({ id, text }) => ({ id, hits: hitsFor(index, text) }));
};

function hitsFor(index: PassageIndex, query: string): Json {
	return index.search(query, MAX_HITS).map(({ document, score }) => ({ document, score }));
}

/** The documents of the file that was named; null when it cannot be read, which is then said. */
async function readDocuments(session: Session): Promise<readonly SearchedDocument[] | null> {
	const file = session.run.values["documents"] ?? "";
	const text = await textOf(session, file);
	if (text === null) return null;
	const lines = text.split("\n");
	const documents = new Map<string, SearchedDocument>();
	for (const [index, line] of lines.entries()) {
		if (line.trim() === "") continue;
		const read = refuseTwice(readDocument(line, index + 1), documents, index + 1);
		if (read.kind === "error") {
			await session.errors.print(`presscheck: ${file}: ${read.error}\n`);
			return null;
		}
		documents.set(read.item.id, read.item);
	}
	return [...documents.values()];
}

function refuseTwice(
	read: Line<SearchedDocument>,
	known: ReadonlyMap<string, SearchedDocument>,
	number: number,
): Line<SearchedDocument> {
	if (read.kind === "error" || !known.has(read.item.id)) return read;
	const error = `line ${number}: id: there is a document "${read.item.id}" already`;
	return { kind: "error", id: read.item.id, error };
}

async function textOf(session: Session, file: string): Promise<string | null> {
	try {
		return await session.readFile(file);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? `${error.code}` : "unknown error";
		await session.errors.print(`presscheck: --documents ${file}: cannot be read (${code})\n`);
		return null;
	}
}
