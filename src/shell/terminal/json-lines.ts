import { z } from "zod";
import type { Json } from "../../present/json.ts";
import type { SearchedDocument } from "../../search/passage-index.ts";

/** One question, text or query of the input. */
export interface Item {
	readonly id: string | number;
	readonly text: string;
}

/** A line of input, or why it is none. `id` is null where the line does not show it. */
export type Line<T> =
	| { readonly kind: "item"; readonly item: T }
	| { readonly kind: "error"; readonly id: string | number | null; readonly error: string };

const id = z.union([z.string(), z.number()]);

const itemSchema = z.object({ id, text: z.string() });

const documentSchema = z.object({
	id: id.transform(String),
	title: z
		.string()
		.nullish()
		.transform(title => title ?? ""),
	text: z.string(),
});

const identified = z.object({ id });

/** The lines of a stream of UTF-8, without their ends, as they come in. */
export async function* linesOf(
	stream: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<string, void> {
	const decoder = new TextDecoder();
	let rest = "";
	for await (const chunk of stream) {
		rest += typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
		const lines = rest.split("\n");
		rest = lines.pop() ?? "";
		yield* lines;
	}
	rest += decoder.decode();
	if (rest !== "") yield rest;
}

/** Reads `{id, text}` from a line. `number` is the line's own, from 1, for the message. */
export function readItem(line: string, number: number): Line<Item> {
	return readLine(itemSchema, line, number);
}

/** Reads `{id, title, text}` from a line; the title may be left out. */
export function readDocument(line: string, number: number): Line<SearchedDocument> {
	return readLine(documentSchema, line, number);
}

/** A value on one line, with characters that act on a terminal written as escapes. */
export function writeLine(json: Json): string {
	return `${safely(JSON.stringify(json))}\n`;
}

/** A value over several lines, for a reader. */
export function writePretty(json: Json): string {
	return `${safely(JSON.stringify(json, null, 2))}\n`;
}

function readLine<T>(schema: z.ZodType<T>, line: string, number: number): Line<T> {
	const value = parseJson(line);
	if (value === undefined) return { kind: "error", id: null, error: `line ${number}: not JSON` };
	const read = schema.safeParse(value);
	if (read.success) return { kind: "item", item: read.data };
	const known = identified.safeParse(value);
	const [issue] = read.error.issues;
	const where = issue === undefined ? "" : `${issue.path.join(".")}: `.replace(/^: /, "");
	const error = `line ${number}: ${where}${issue?.message ?? "not as expected"}`;
	return { kind: "error", id: known.success ? known.data.id : null, error };
}

function parseJson(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}

// JSON.stringify escapes U+0000 to U+001F itself; the text that a parser reads stays the same.
function safely(json: string): string {
	return json.replace(/[\u007f-\u009f\u2028\u2029]|\p{Cf}/gu, characters =>
		[...characters.split("")].map(escapeUnit).join(""),
	);
}

function escapeUnit(unit: string): string {
	return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
