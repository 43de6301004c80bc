import type { Span } from "../text/span.ts";

/** A paragraph, heading or list item as it stands in a body, without the marks before it. */
export interface Line extends Span {
	readonly text: string;
	/** What marks it as an item, heading or block quotation: "-", "2.", "##", ">"; else empty. */
	readonly marker: string;
	/** Whether a blank line, or the body's beginning, stands before it. */
	readonly apart: boolean;
}

interface RawLine extends Span {
	readonly text: string;
}

const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/gu;
const MARKER = /^(?:[-*+•‣▪●◦■–](?=\s)|\(?\d{1,2}[.)](?=\s)|\(?[a-z]\)(?=\s)|#{1,6}(?=\s)|>)\s*/u;
const SHARE_BUTTONS =
	/^(?:(?:Facebook|Twitter|Pinterest|WhatsApp|LinkedIn|Reddit|Telegram|Email|Share|Tweet|Print)\s+){2,}(?=\S+(?:\s+\S+){3})/u;
const WIDEST_WRAP = 100;

/**
 * The lines of a body that have words, in order. Lines that a program wrapped at a column are joined:
 * each is full to the column, and most go on in lower case. A line of nothing but marks is left out.
 */
export function readLines(body: string): readonly Line[] {
	return blocksOf(body).flatMap(block =>
		(isWrapped(block) ? [join(body, block)] : block).flatMap((raw, index) => {
			const line = readLine(raw, index === 0);
			return /[\p{L}\p{N}]/u.test(line.text) ? [line] : [];
		}),
	);
}

function blocksOf(body: string): readonly (readonly RawLine[])[] {
	const blocks: RawLine[][] = [[]];
	for (const line of rawLinesOf(body)) {
		if (line.text === "") blocks.push([]);
		else blocks.at(-1)?.push(line);
	}
	return blocks.filter(block => block.length > 0);
}

function rawLinesOf(body: string): readonly RawLine[] {
	const lines: RawLine[] = [];
	let start = 0;
	for (const match of body.matchAll(LINE_END)) {
		lines.push(trimmed(body, start, match.index));
		start = match.index + match[0].length;
	}
	return [...lines, trimmed(body, start, body.length)];
}

function trimmed(body: string, from: number, to: number): RawLine {
	const whole = body.slice(from, to);
	const text = whole.trim();
	const start = from + whole.length - whole.trimStart().length;
	return { start, end: start + text.length, text };
}

function readLine(raw: RawLine, apart: boolean): Line {
	const lead = MARKER.exec(raw.text)?.[0] ?? "";
	const rest = raw.text.slice(lead.length);
	const buttons = SHARE_BUTTONS.exec(rest)?.[0] ?? "";
	const text = rest.slice(buttons.length);
	return { start: raw.end - text.length, end: raw.end, text, marker: lead.trim(), apart };
}

function isWrapped(block: readonly RawLine[]): boolean {
	if (block.length < 2 || block.some(({ text }) => text.length > WIDEST_WRAP)) return false;
	const widest = Math.max(...block.map(({ text }) => text.length));
	const next = block.slice(1);
	const isFull = next.every(({ text }, index) => {
		const firstWord = /^\S+/u.exec(text)?.[0] ?? "";
		return !MARKER.test(text) && (block[index]?.text.length ?? 0) + firstWord.length >= widest;
	});
	return isFull && next.filter(({ text }) => /^\p{Ll}/u.test(text)).length * 2 >= next.length;
}

function join(body: string, block: readonly RawLine[]): RawLine {
	const start = block[0]?.start ?? 0;
	const end = block.at(-1)?.end ?? start;
	return { start, end, text: body.slice(start, end) };
}
