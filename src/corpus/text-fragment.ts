import type { Span } from "../text/span.ts";

/** A word between white space, with its place in the page's keys. */
interface PageWord extends Span {
	/** Where its key stands in `PageWords.keys`. */
	readonly at: number;
	/** Its letters and digits in lower case, other characters as single spaces. */
	readonly key: string;
	/** Whether a line or a piece of markup starts here, so that no term may reach across. */
	readonly opens: boolean;
}

/** The words that a body's page shows, made once for all links into it. */
export interface PageWords {
	/** The body with what a page does not show as words blanked, offsets kept. */
	readonly shown: string;
	readonly words: readonly PageWord[];
	readonly keys: string;
}

/** Half-open range of words. */
type Range = readonly [first: number, end: number];

interface Fragment {
	readonly prefix: Range;
	readonly start: Range;
	/** null when `start` is the whole text. */
	readonly end: Range | null;
	readonly suffix: Range;
}

// List markers, heading signs, emphasis, the targets of links and tags: on the page they are no text.
const MARKUP =
	/^[ \t]*(?:(?:[-+*•·▪–>]|#{1,6}|\d{1,3}[.)])[ \t]+)+|!?\[(?=[^\]\n]*\]\()|\]\([^()\s]*\)|<\/?[a-z][^<>\n]*>|[*`|]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gimu;
// Browsers pass over soft hyphens and characters without width when they compare.
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
const EDGE_BEFORE = /^[^\p{L}\p{N}\p{Sc}]+/u;
const EDGE_AFTER = /[^\p{L}\p{N}\p{M}%]+$/u;

/**
 * From short to long: words at each end, and words of context around them. The first that leads to
 * the sentence and nowhere before it is taken.
 */
const LENGTHS: readonly (readonly [words: number, context: number])[] = [
	[4, 0],
	[6, 0],
	[10, 0],
	[16, 0],
	[4, 3],
	[6, 6],
	[16, 6],
	[16, 12],
];

/** The words of a body as its page shows them, for `textFragment`. */
export function readPageWords(body: string): PageWords {
	const shown = body.replace(MARKUP, markup => "\n".repeat(markup.length));
	const words: PageWord[] = [];
	let keys = " ";
	for (const { start, end, opens } of readRuns(shown)) {
		const key = keyOf(shown.slice(start, end));
		words.push({ start, end, at: keys.length, key, opens });
		keys += `${key} `;
	}
	return { shown, words, keys };
}

/**
 * Runs between white space. A dash or mark that stands alone goes with the word before it in its
 * block, else with the one behind it: a prefix must reach to the very mark before its term.
 */
function readRuns(shown: string): (Span & { opens: boolean })[] {
	const runs: (Span & { opens: boolean })[] = [];
	let lone: number | null = null;
	for (const { 0: run, index } of shown.matchAll(/\S+/gu)) {
		const last = runs.at(-1);
		const opens = last === undefined || shown.slice(last.end, index).includes("\n");
		if (/[\p{L}\p{N}]/u.test(run)) {
			runs.push({ start: lone ?? index, end: index + run.length, opens });
			lone = null;
		} else if (opens) lone ??= index;
		else runs.splice(-1, 1, { ...last, end: index + run.length });
	}
	return runs;
}

function keyOf(word: string): string {
	return word
		.replace(UNSEEN, "")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}]+/gu, " ")
		.trim();
}

/**
 * The text directive that leads to `span`: `text=start,end` with a few whole words at each end, the
 * whole text where it is short, with prefix and suffix where the same words stand earlier on the
 * page (https://wicg.github.io/scroll-to-text-fragment/#syntax). A span that begins or ends within a
 * word is widened to it. null when the span holds no word.
 *
 *     textFragment(readPageWords("One well-known fact."), { start: 0, end: 20 })
 *     // "text=One%20well%2Dknown%20fact"
 */
export function textFragment(page: PageWords, span: Span): string | null {
	const range = wordsAt(page.words, span);
	if (range === null) return null;
	const fragments = LENGTHS.map(([size, context]) =>
		fragmentOf(page.words, range, [size, context]),
	);
	const fitting = fragments.find(fragment => leadsThere(page, fragment)) ?? fragments[0];
	return fitting === undefined ? null : directiveOf(page, fitting);
}

/** The address of a page with a text directive that leads to `span` of its body; an existing #fragment stays. */
export function textFragmentLink(url: string, body: string, span: Span): string {
	return addDirective(url, textFragment(readPageWords(body), span));
}

/** The address with a text directive behind it, in place of one that it has. */
export function addDirective(url: string, directive: string | null): string {
	const address = url.split(":~:", 1)[0] ?? url;
	if (directive === null) return address.replace(/#$/u, "");
	return `${address}${address.includes("#") ? "" : "#"}:~:${directive}`;
}

function wordsAt(words: readonly PageWord[], span: Span): Range | null {
	const first = words.findIndex(word => word.end > span.start);
	if (first < 0) return null;
	const after = words.findIndex(word => word.start >= span.end);
	const end = after < 0 ? words.length : after;
	return first < end ? [first, end] : null;
}

function fragmentOf(
	words: readonly PageWord[],
	[first, end]: Range,
	[size, context]: readonly [number, number],
): Fragment {
	const prefix: Range = [Math.max(0, first - context), first];
	const suffix: Range = [end, Math.min(words.length, end + context)];
	const sameBlock = (a: number, b: number) => !words.slice(a + 1, b).some(word => word.opens);
	if (end - first <= 2 * size && sameBlock(first, end)) {
		return {
			prefix: within(words, prefix, "last"),
			start: [first, end],
			end: null,
			suffix: within(words, suffix, "first"),
		};
	}
	return {
		prefix: within(words, prefix, "last"),
		start: within(words, [first, Math.min(end, first + size)], "first"),
		end: within(words, [Math.max(first, end - size), end], "last"),
		suffix: within(words, suffix, "first"),
	};
}

/** The part of a range that lies in its first or its last block: a term never reaches over two. */
function within(words: readonly PageWord[], [first, end]: Range, side: "first" | "last"): Range {
	const breaks: number[] = [];
	for (let i = first + 1; i < end; i++) if (words[i]?.opens) breaks.push(i);
	return side === "first" ? [first, breaks[0] ?? end] : [breaks.at(-1) ?? first, end];
}

/** Whether a browser, which takes the first match, lands on the fragment's own words. */
function leadsThere(page: PageWords, { prefix, start, end, suffix }: Fragment): boolean {
	const opening: Range = [prefix[0], end === null ? suffix[1] : start[1]];
	if (!occursFirst(page, opening, 0)) return false;
	return end === null || occursFirst(page, [end[0], suffix[1]], start[1]);
}

function occursFirst({ words, keys }: PageWords, [first, end]: Range, from: number): boolean {
	const key = words.slice(first, end).map(word => word.key);
	const at = (index: number) => words[index]?.at ?? keys.length;
	return keys.indexOf(` ${key.join(" ")} `, at(from) - 1) + 1 === at(first);
}

function directiveOf(page: PageWords, { prefix, start, end, suffix }: Fragment): string {
	const [before, after] = [prefix[0] < prefix[1], suffix[0] < suffix[1]];
	const last = end ?? start;
	// Context must touch the term, so the marks between them may not be cut where there is context.
	const trim = (text: string, range: Range) => {
		const opened = range === start && before ? text : text.replace(EDGE_BEFORE, "");
		return range === last && after ? opened : opened.replace(EDGE_AFTER, "");
	};
	const context = (range: Range) => encodeTerm(wordsText(page, range));
	const term = (range: Range) => encodeTerm(trim(wordsText(page, range), range));
	const parts = [before ? `${context(prefix)}-` : null, term(start), end && term(end)];
	return `text=${[...parts, after ? `-${context(suffix)}` : null].filter(part => part !== null).join(",")}`;
}

function wordsText({ shown, words }: PageWords, [first, end]: Range): string {
	const text = shown.slice(words[first]?.start, words[end - 1]?.end);
	return text.replace(UNSEEN, "").replace(/\s+/gu, " ");
}

/**
 * `-`, `,` and `&` are the directive's own marks, and the rest of what encodeURIComponent leaves
 * would end a Markdown link or be read as emphasis.
 */
function encodeTerm(term: string): string {
	const percent = (mark: string) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
	return encodeURIComponent(term.replace(/\p{Cs}/gu, "\uFFFD")).replace(/[-_!~*'()]/gu, percent);
}
