/** A line of a PDF page: its words, and where it stands, in points from the page's lower left. */
export interface PdfLine {
	readonly text: string;
	readonly page: number;
	readonly left: number;
	readonly base: number;
	/** Of its letters. */
	readonly height: number;
}

/** A run of text as pdf.js gives it; marks of structure have no text. */
export interface PdfRun {
	readonly str: string;
	/** A matrix of six numbers; the last two say where the run begins. */
	readonly transform: readonly number[];
	readonly width: number;
	readonly height: number;
}

/** Lines farther apart than so many line heights begin a paragraph. */
const WIDE_GAP = 1.8;
/** A line this much taller than the next is a heading of its own. */
const TALLER = 1.15;
/** Runs farther apart than so much of their height have a space between them. */
const SPACE = 0.2;

/** The lines of a page out of its runs, in the order in which the file has them. */
export function linesOf(runs: readonly PdfRun[], page: number): readonly PdfLine[] {
	const lines: OpenLine[] = [];
	for (const run of runs) {
		const [left = 0, base = 0] = run.transform.slice(4);
		const before = lines.at(-1);
		const fresh = { text: "", page, left, base, height: 0, end: left };
		const goesOn = before !== undefined && Math.abs(before.base - base) < before.height / 2;
		const line = goesOn ? before : fresh;
		if (goesOn) lines.pop();
		const gap = left - line.end > SPACE * line.height ? " " : "";
		lines.push({
			...line,
			text: line.text + gap + run.str,
			height: Math.max(line.height, run.height),
			end: left + run.width,
		});
	}
	return lines.filter(({ text }) => text.trim() !== "");
}

/** A line that may go on, and where it ends so far. */
interface OpenLine extends PdfLine {
	readonly end: number;
}

/**
 * Paragraphs out of lines: joined where they go on, at a gap or a change of size begun anew, and over a
 * page's end where the sentence goes on. Lines that most pages repeat (running heads, page numbers)
 * are left out; a word that was broken at a line's end is made whole where it goes on in lower case.
 */
export function paragraphsOf(lines: readonly PdfLine[]): readonly string[] {
	const paragraphs: string[] = [];
	const own = withoutRunningHeads(lines);
	for (const [index, line] of own.entries()) {
		const before = own[index - 1];
		const text = line.text.replace(/\s+/gu, " ").trim();
		const last = paragraphs.at(-1);
		if (last === undefined || before === undefined || beginsAnew(before, line))
			paragraphs.push(text);
		else paragraphs[paragraphs.length - 1] = joined(last, text);
	}
	return paragraphs;
}

function beginsAnew(before: PdfLine, line: PdfLine): boolean {
	if (before.page !== line.page)
		return !/[\p{L}\p{N},;-]$/u.test(before.text.trim()) || !/^\p{Ll}/u.test(line.text.trim());
	const gap = before.base - line.base;
	if (gap < 0 || gap > WIDE_GAP * Math.max(before.height, line.height)) return true;
	const ratio = before.height / Math.max(line.height, 1);
	if (ratio > TALLER || ratio < 1 / TALLER) return true;
	// An indented first line, after a line that ends a sentence.
	return line.left - before.left > line.height && /[.!?”"’]\s*$/u.test(before.text);
}

function joined(before: string, text: string): string {
	if (/\p{L}[-\u2010\u00AD]$/u.test(before) && /^\p{Ll}/u.test(text))
		return before.slice(0, -1) + text;
	return `${before} ${text}`;
}

function withoutRunningHeads(lines: readonly PdfLine[]): readonly PdfLine[] {
	const pages = new Set(lines.map(({ page }) => page)).size;
	const seen = new Map<string, Set<number>>();
	for (const line of lines) {
		const key = keyOf(line);
		seen.set(key, (seen.get(key) ?? new Set()).add(line.page));
	}
	return lines.filter(line => {
		const repeats = seen.get(keyOf(line))?.size ?? 0;
		return (
			!(pages > 1 && repeats > 1 && repeats * 2 > pages) && !/^\s*\d{1,3}\s*$/u.test(line.text)
		);
	});
}

/** A running head stands at one height, with another page's number in it. */
function keyOf({ text, base }: PdfLine): string {
	return `${Math.round(base)} ${text.replace(/\d+/gu, "#").trim()}`;
}
