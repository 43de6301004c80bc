import { type Span, slice } from "../text/span.ts";
import { TIMES } from "./cues.ts";
import {
	bestStretch,
	type ContentWord,
	type Coverage,
	type Lexicon,
	readContent,
} from "./likeness.ts";
import { compareWording, foldWord, WORD } from "./wording.ts";

/** How a quotation is printed: its words, its words in other spelling, other words, or its sense alone. */
export type PrintingForm = "exact" | "folded" | "changed" | "paraphrase";

/**
 * How sure it is that a sentence prints a quotation: sure by its words alone; likely, which a speaker or
 * neighbour must bear out; faint, which needs its place to be the one where the quotation is expected.
 */
export type Certainty = "sure" | "likely" | "faint";

/** Where a text prints a quotation without marks. */
export interface Occurrence extends Span {
	readonly form: PrintingForm;
	readonly certainty: Certainty;
	/** How much of the quotation's weight it has, from 0 to 1. */
	readonly share: number;
	/** How many of its words with a meaning. */
	readonly same: number;
}

interface FoldedWord extends Span {
	readonly folded: string;
}

/** A text whose words were read once. */
export interface ReadText {
	readonly text: string;
	readonly words: readonly FoldedWord[];
	readonly content: readonly ContentWord[];
}

/** Reads the words of a sentence or quotation for `findPrinting`. */
export function readText(text: string, lexicon: Lexicon): ReadText {
	const words = [...text.matchAll(WORD)].map(match => ({
		start: match.index,
		end: match.index + match[0].length,
		folded: foldWord(match[0]),
	}));
	return { text, words, content: readContent(text, lexicon.abbreviations) };
}

/** Where the words of `wanted` stand in `text` one after another, whatever marks are between them. */
export function findWords(
	wanted: Pick<ReadText, "words">,
	text: Pick<ReadText, "words">,
): Span | null {
	const length = wanted.words.length;
	const at = text.words.findIndex((_, from) =>
		wanted.words.every(({ folded }, offset) => text.words[from + offset]?.folded === folded),
	);
	const first = text.words[at];
	const last = text.words[at + length - 1];
	return length > 0 && first && last ? { start: first.start, end: last.end } : null;
}

/** Fewer words than these may stand anywhere without being the quotation's. */
const FEWEST_WORDS = 4;
const FEWEST_TERM_WORDS = 2;
/** Fewer words with a meaning, numbers and times aside, cannot be told from others in a paraphrase. */
const FEWEST_CONTENT = 3;
const NUMBER =
	/^(?:\d.*|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|million|billion|years?|months?|weeks?|days?)$/;
/** Names that both have show what a sentence is about, not what it says: the fewest other words in common where no pair is. */
const FEWEST_COMMON_WORDS = 2;
/** The share of a quotation's weight, and the words with it, that make a sentence its paraphrase, */
const SURE = 0.6;
const SURE_WORDS = 3;
/** that make it likely, */
const LIKELY = 0.35;
/** that makes it likely when two heavy words of the quotation stand side by side there, */
const PAIRED = 0.2;
const HEAVY_PAIR = 0.95;
/** and that is faint. */
const FAINT = 0.12;

/** A share in which words that are only near in use count no more than the same ones. */
export function soundShare({ share, sameShare }: Coverage): number {
	return Math.min(share, 2 * sameShare);
}

function certaintyOf(coverage: Coverage): Certainty | null {
	const { same, common, pair } = coverage;
	const sound = soundShare(coverage);
	const hasPair = pair >= HEAVY_PAIR;
	const isTelling = common >= FEWEST_COMMON_WORDS || hasPair;
	if (isTelling && sound >= SURE && same >= SURE_WORDS) return "sure";
	if (isTelling && sound >= (hasPair ? PAIRED : LIKELY)) return "likely";
	return sound >= FAINT ? "faint" : null;
}

function exactly(wanted: ReadText, sentence: ReadText, kind: "speech" | "term"): Occurrence | null {
	const fewest = kind === "term" ? FEWEST_TERM_WORDS : FEWEST_WORDS;
	const span = wanted.words.length >= fewest ? findWords(wanted, sentence) : null;
	if (span === null) return null;
	const { form } = compareWording(wanted.text, slice(sentence.text, span));
	return { ...span, form, certainty: "sure", share: 1, same: wanted.content.length };
}

/** What is looked for: a quotation's words, and whether somebody says them. */
export interface Wanted {
	readonly read: ReadText;
	readonly kind: "speech" | "term";
}

/**
 * Where a sentence prints a quotation without its marks: word for word, as a long fragment, or in other
 * words, and how sure that is; null where it does not. Terms are found word for word only.
 */
export function findPrinting(
	wanted: Wanted,
	sentence: ReadText,
	lexicon: Lexicon,
): Occurrence | null {
	const exact = exactly(wanted.read, sentence, wanted.kind);
	if (exact !== null) return exact;
	const { content } = wanted.read;
	const telling = content.filter(({ word }) => !(TIMES.has(word) || NUMBER.test(word)));
	if (wanted.kind === "term" || telling.length < FEWEST_CONTENT) return null;
	const stretch = bestStretch(content, sentence.content, lexicon);
	if (stretch === null) return null;
	const { start, end, share, same } = stretch;
	const certainty = certaintyOf(stretch);
	return certainty === null ? null : { start, end, form: "paraphrase", certainty, share, same };
}
