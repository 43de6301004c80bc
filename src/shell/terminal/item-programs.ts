import { perform } from "../../../commands/perform.ts";
import { extractFigures } from "../../figures/extract.ts";
import { type Json, jsonOfAnswer, jsonOfExtract } from "../../present/json.ts";
import { extractQuotations } from "../../quotations/extract.ts";
import { NO_RECORDS } from "../../records/records.ts";
import type { Snapshot } from "../../snapshot.ts";
import { splitSentences } from "../../text/sentences.ts";
import { shift, slice } from "../../text/span.ts";
import { EXIT } from "./exit-codes.ts";
import { type Item, linesOf, readItem, writeLine } from "./json-lines.ts";
import type { Program, Session } from "./session.ts";

/** Answers questions from the input, one a line, in one process. */
export const answerEach: Program = async session => {
	const snapshot = await session.snapshot();
	return printEach(session, item => answerItem(snapshot, item, session.run.values));
};

/** Reads texts from the input, one a line, and prints their figures and quotations. */
export const extractEach: Program = session => printEach(session, extractItem);

/**
 * Prints one line of JSON for each line of the input, as they come. A line that cannot be read or
 * answered gives `{id, error}` and does not stop the others; the exit code tells that there was one.
 */
export async function printEach(
	{ input, out }: Pick<Session, "input" | "out">,
	answer: (item: Item) => Json,
): Promise<number> {
	let number = 0;
	let failed = false;
	for await (const line of linesOf(input)) {
		number += 1;
		if (line.trim() === "") continue;
		const json = answerLine(line, number, answer);
		failed ||= isError(json);
		await out.print(writeLine(json));
		if (out.isClosed()) break;
	}
	return failed ? EXIT.failed : EXIT.answered;
}

function answerLine(line: string, number: number, answer: (item: Item) => Json): Json {
	const read = readItem(line, number);
	if (read.kind === "error") return { id: read.id, error: read.error };
	try {
		return answer(read.item);
	} catch (error) {
		const reason = error instanceof Error ? error.message : "unknown";
		return { id: read.item.id, error: `line ${number}: failed (${reason})` };
	}
}

function isError(json: Json): boolean {
	return typeof json === "object" && json !== null && "error" in json;
}

function answerItem(snapshot: Snapshot, { id, text }: Item, given: Session["run"]["values"]): Json {
	const values = { ...given, question: text };
	const outcome = perform({ name: "ask", snapshot, values, records: NO_RECORDS, channel: null });
	if (outcome.kind === "answer") return { id, answer: jsonOfAnswer(outcome.answer) };
	if (outcome.kind === "notice")
		return { id, error: `${outcome.notice.title}: ${outcome.notice.text}` };
	return { id, error: "no answer" };
}

function extractItem({ id, text }: Item): Json {
	const figures = splitSentences(text).flatMap(sentence =>
		extractFigures(slice(text, sentence)).map(figure => shift(figure, sentence.start)),
	);
	return jsonOfExtract(id, figures, extractQuotations(text));
}
