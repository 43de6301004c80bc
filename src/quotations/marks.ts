import { type Span, shift } from "../text/span.ts";

/** A stretch inside quotation marks, in one paragraph: `start` to `end` without the marks, `outer` with them. */
export interface Marked extends Span {
	readonly outer: Span;
	/** Whether it goes on in the next paragraph. */
	readonly continues: boolean;
}

interface Open {
	readonly at: number;
	/** Offset of the first character after the opening mark. */
	readonly from: number;
	/** The marks that may close it. */
	readonly closers: string;
}

/** Opening marks that open nothing else, with what closes them. */
const PAIRS: readonly { readonly open: string; readonly closers: string }[] = [
	{ open: "“", closers: '”"' },
	{ open: "„", closers: '“”"' },
	{ open: "«", closers: "»" },
	{ open: "‟", closers: '”"' },
];

const SINGLES = "'‘’";
/** Words that begin with an apostrophe, so that it opens nothing ("'em", "'90s"). */
const ELIDED = /^(?:em|n|til|till|tis|twas|cause|round|bout|cos|\d)(?![a-z])|^\d/i;
const LETTER = /[\p{L}\p{N}]/u;

function isLetter(character: string | undefined): boolean {
	return character !== undefined && LETTER.test(character);
}

function opensHere(text: string, at: number): boolean {
	const before = text[at - 1] ?? " ";
	const after = text[at + 1] ?? " ";
	return /[\s([{—–\-/"“'‘:]/.test(before) && /\S/.test(after);
}

function countOf(text: string, mark: string): number {
	return text.split(mark).length - 1;
}

/** A straight mark after a digit stands for inches where the other marks pair up without it. */
function isInchMark(paragraph: string, at: number, open: Open | null): boolean {
	if (!/\d/.test(paragraph[at - 1] ?? "")) return false;
	return open === null || countOf(paragraph.slice(at + 1), '"') % 2 === 1;
}

/** Whether a single mark at `at` ends a quotation, and is not the apostrophe of "workers' rights". */
function singleCloses(paragraph: string, at: number): boolean {
	const before = paragraph[at - 1] ?? " ";
	const after = paragraph[at + 1];
	if (isLetter(after) || /\s/.test(before)) return false;
	if (before.toLowerCase() !== "s" || /[^\s]/.test(after ?? ".")) return true;
	const rest = paragraph.slice(at + 1);
	const next = rest.search(/[.,?!…\p{L}][’'](?!\p{L})/u);
	const reopened = rest.search(/(?:^|\s)[‘']\p{L}/u);
	return next < 0 || (reopened >= 0 && reopened < next);
}

function hasSingleClose(paragraph: string, from: number): boolean {
	for (let at = from; at < paragraph.length; at++) {
		if (/[’']/.test(paragraph[at] ?? "") && singleCloses(paragraph, at)) return true;
	}
	return false;
}

function singleOpeningAt(paragraph: string, at: number): Open | null {
	const rest = paragraph.slice(at + 1);
	if (!opensHere(paragraph, at) || !isLetter(rest[0]) || ELIDED.test(rest)) return null;
	return hasSingleClose(paragraph, at + 1) ? { at, from: at + 1, closers: "’'" } : null;
}

function openingAt(paragraph: string, at: number): Open | null {
	const mark = paragraph[at] ?? "";
	const pair = PAIRS.find(({ open }) => open === mark);
	if (pair) return { at, from: at + 1, closers: pair.closers };
	if (mark === '"') {
		const opens = opensHere(paragraph, at) && !isInchMark(paragraph, at, null);
		return opens ? { at, from: at + 1, closers: '"”' } : null;
	}
	if (mark === "`" && paragraph[at + 1] === "`") return { at, from: at + 2, closers: "”" };
	return SINGLES.includes(mark) ? singleOpeningAt(paragraph, at) : null;
}

/** Two single marks close what a double one, or two, opened: “No,’’ she said; ``No,'' she said. */
function closesTwice(paragraph: string, at: number, open: Open): boolean {
	return /[“`]/.test(paragraph[open.at] ?? "") && /^(?:’’|'')/.test(paragraph.slice(at, at + 2));
}

function closesAt(paragraph: string, at: number, open: Open): boolean {
	const mark = paragraph[at] ?? "";
	if (!open.closers.includes(mark)) return closesTwice(paragraph, at, open);
	if (mark === "’" || mark === "'") return singleCloses(paragraph, at);
	if (mark !== '"') return true;
	const opens = opensHere(paragraph, at) && isLetter(paragraph[at + 1]);
	return !(opens || isInchMark(paragraph, at, open));
}

/** Whether a second opening of the same sort shows that the first was never closed. */
function reopens(paragraph: string, at: number, open: Open): boolean {
	const mark = paragraph[at] ?? "";
	if (!/["“]/.test(mark) || mark !== paragraph[open.at] || !opensHere(paragraph, at)) return false;
	return mark === "“" || /[\p{L}\p{N}]/u.test(paragraph[at + 1] ?? "");
}

/** What stands before a mark that opens again: a sentence of the same quotation, or words that nothing closes. */
function brokenOff(paragraph: string, at: number, open: Open): readonly Marked[] {
	const end = paragraph.slice(0, at).trimEnd().length;
	if (end <= open.from || !/[.!?…]/.test(paragraph[end - 1] ?? "")) return [];
	return [{ start: open.from, end, outer: { start: open.at, end }, continues: true }];
}

/** A quotation still open where its paragraph ends. */
interface Scan {
	readonly found: readonly Marked[];
	readonly open: Open | null;
}

/** The stretch that the mark, or the two, at `at` close. */
function closedAt(paragraph: string, at: number, open: Open): Marked {
	const length = open.closers.includes(paragraph[at] ?? "") ? 1 : 2;
	const outer = { start: open.at, end: at + length };
	return { start: open.from, end: at, outer, continues: false };
}

function scan(paragraph: string, carried: Open | null): Scan {
	const found: Marked[] = [];
	let open = carried;
	for (let at = 0; at < paragraph.length; at++) {
		if (open === null) {
			open = openingAt(paragraph, at);
		} else if (closesAt(paragraph, at, open)) {
			const closed = closedAt(paragraph, at, open);
			if (at > open.from) found.push(closed);
			open = null;
			at = closed.outer.end - 1;
		} else if (reopens(paragraph, at, open)) {
			found.push(...brokenOff(paragraph, at, open));
			open = openingAt(paragraph, at);
		}
	}
	return { found, open };
}

const PARAGRAPH = /[^\n]+/g;
/** How many paragraphs one quotation may run over before its mark counts as never closed. */
const LONGEST_RUN = 8;
const ANY_MARK = /["“”„«»‟]/;

/**
 * Whether a quotation left open goes on in the paragraphs after it: the next one opens with a mark,
 * or the first mark to follow is one that closes it.
 */
function goesOn(open: Open, rest: readonly string[]): boolean {
	if (open.closers.includes("’")) return false;
	const index = rest.slice(0, LONGEST_RUN).findIndex(line => ANY_MARK.test(line));
	const line = rest[index] ?? "";
	const at = line.search(ANY_MARK);
	if (index === 0 && line.slice(0, at).trim() === "") return openingAt(line, at) !== null;
	return at > 0 && open.closers.includes(line[at] ?? "") && /\S/.test(line[at - 1] ?? " ");
}

/** What a paragraph begins with when the one before it left a quotation open. */
function carriedInto(paragraph: string, open: Open | null): Open | null {
	if (open === null || openingAt(paragraph, paragraph.search(/\S/)) !== null) return null;
	const from = paragraph.search(/\S/);
	return { at: from, from, closers: open.closers };
}

function shiftMarked(marked: Marked, offset: number): Marked {
	return { ...shift(marked, offset), outer: shift(marked.outer, offset) };
}

interface Line {
	readonly text: string;
	readonly index: number;
}

/** A stretch from where a quotation stands open to the end of its line. */
function toLineEnd(open: Open, line: Line, continues: boolean): Marked {
	const end = line.text.trimEnd().length;
	const outer = { start: open.at, end };
	return shiftMarked({ start: open.from, end, outer, continues }, line.index);
}

/**
 * The stretches of `text` that stand inside quotation marks, in order, marks inside marks left out.
 * Knows straight and curly marks, guillemets and single marks, and tells them from apostrophes,
 * inches and feet. A quotation over several paragraphs gives a stretch for each; one that is never
 * closed gives none, unless it goes on from the paragraph before.
 *
 * @example readMarks('He called it "a 24-inch wonder".') // one, at "a 24-inch wonder"
 */
export function readMarks(text: string): readonly Marked[] {
	const lines: readonly Line[] = [...text.matchAll(PARAGRAPH)]
		.map(match => ({ text: match[0], index: match.index }))
		.filter(line => line.text.trim() !== "");
	const all: Marked[] = [];
	let carried: Open | null = null;
	for (const [index, line] of lines.entries()) {
		const { found, open } = scan(line.text, carriedInto(line.text, carried));
		all.push(...found.map(marked => shiftMarked(marked, line.index)));
		const rest = lines.slice(index + 1, index + 1 + LONGEST_RUN).map(next => next.text);
		const continues: boolean = open !== null && goesOn(open, rest);
		const goesOnFrom = carried !== null && found.length === 0;
		const words = open === null ? "" : line.text.slice(open.from).trim();
		if (open !== null && words !== "" && (continues || goesOnFrom)) {
			all.push(toLineEnd(open, line, continues));
		}
		carried = continues ? open : null;
	}
	return all;
}
