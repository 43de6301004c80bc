import { type Span, slice } from "../text/span.ts";
import { bestStretch, type ContentWord, type Lexicon, readContent } from "./likeness.ts";
import { compareWording, foldWord, WORD } from "./wording.ts";

/** How a quotation is printed: its words, its words in other spelling, other words, or its sense alone. */
export type PrintingForm = "exact" | "folded" | "changed" | "paraphrase";

/** Where a text prints a quotation. */
export interface Occurrence extends Span {
	readonly form: PrintingForm;
	/** How much of the quotation's words it has, from 0 to 1. */
	readonly share: number;
}

interface FoldedWord extends Span {
	readonly folded: string;
}

function readFolded(text: string): readonly FoldedWord[] {
	return [...text.matchAll(WORD)].map(match => ({
		start: match.index,
		end: match.index + match[0].length,
		folded: foldWord(match[0]),
	}));
}

/** Where the words of `wanted` stand in `text` one after another, whatever marks are between them; null nowhere. */
export function findWords(wanted: string, text: string): Span | null {
	const words = readFolded(wanted);
	const all = readFolded(text);
	const at = all.findIndex((_, from) =>
		words.every((word, offset) => all[from + offset]?.folded === word.folded),
	);
	const first = all[at];
	const last = all[at + words.length - 1];
	return words.length > 0 && first && last ? { start: first.start, end: last.end } : null;
}

/** A quotation that is looked for: its words, read once. */
export interface Wanted {
	readonly text: string;
	readonly content: readonly ContentWord[];
}

export function readWanted(text: string, lexicon: Lexicon): Wanted {
	return { text, content: readContent(text, lexicon.abbreviations) };
}

/** The share of a quotation's weight that makes a stretch its paraphrase. */
const PARAPHRASE = 0.42;
/** The share that does when two of its words stand side by side there, and the weight of these two. */
const FRAGMENT = 0.22;
const FRAGMENT_PAIR = 5;
/** The share that does in a place where the quotation is looked for: beside its neighbours. */
const EXPECTED = 0.12;
const FEWEST_WORDS = 2;

/** What is known of a sentence beside its words. */
export interface Setting {
	/** Whether quotations stand near it that stand near the wanted one elsewhere. */
	readonly expected: boolean;
}

/**
 * Where a sentence prints a quotation without its marks: word for word, as a long fragment, or in other
 * words; null where it does not, or where too little of it is left to tell.
 *
 * @example findPrinting(readWanted("a rapid rise in rents", lexicon), "Rents saw a rapid rise.", { lexicon, expected: false })
 */
export function findPrinting(
	wanted: Wanted,
	sentence: string,
	setting: Setting & { readonly lexicon: Lexicon },
): Occurrence | null {
	const exact = findWords(wanted.text, sentence);
	if (exact !== null) {
		const { form } = compareWording(wanted.text, slice(sentence, exact));
		return { ...exact, form, share: 1 };
	}
	const { lexicon, expected } = setting;
	const stretch = bestStretch(
		wanted.content,
		readContent(sentence, lexicon.abbreviations),
		lexicon,
	);
	if (stretch === null || stretch.matches.length < FEWEST_WORDS) return null;
	const { start, end, share, pair } = stretch;
	const isFragment = share >= FRAGMENT && pair >= FRAGMENT_PAIR;
	const isExpected = expected && share >= EXPECTED;
	if (share < PARAPHRASE && !isFragment && !isExpected) return null;
	return { start, end, form: "paraphrase", share };
}
