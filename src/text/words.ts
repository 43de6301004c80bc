import model from "wink-eng-lite-web-model";
import winkNLP, { type ItsFunction } from "wink-nlp";
import type { Span } from "./span.ts";

/** Universal word classes, as https://universaldependencies.org/u/pos/ defines them; SPACE aside. */
export type WordClass =
	| "ADJ"
	| "ADP"
	| "ADV"
	| "AUX"
	| "CCONJ"
	| "DET"
	| "INTJ"
	| "NOUN"
	| "NUM"
	| "PART"
	| "PRON"
	| "PROPN"
	| "PUNCT"
	| "SCONJ"
	| "SYM"
	| "VERB"
	| "X";

/** A word or mark of a text: its span, its own characters, its lemma in lower case, its class. */
export interface Word extends Span {
	readonly text: string;
	readonly lemma: string;
	readonly wordClass: WordClass;
}

const nlp = winkNLP(model, ["sbd", "pos"]);
// The published types leave this one function out of ItsFunction, though `out` takes it.
const lemmaOf = nlp.its.lemma as unknown as ItsFunction<string>;

/**
 * The words and punctuation marks of an English sentence, in order, tagged with lemma and class.
 * White space is left out; each word's span slices to its own characters.
 */
export function readWords(sentence: string): readonly Word[] {
	const known = kept.get(sentence);
	if (known !== undefined) return known;
	const words = tagWords(sentence);
	if (kept.size >= MAX_KEPT) kept.clear();
	kept.set(sentence, words);
	return words;
}

// The same sentences are read for every question that is asked of them, and tagging takes long.
const MAX_KEPT = 2000;
const kept = new Map<string, readonly Word[]>();

function tagWords(sentence: string): readonly Word[] {
	const tokens = nlp.readDoc(sentence).tokens();
	const texts = tokens.out();
	const lemmas = tokens.out(lemmaOf);
	const classes = tokens.out(nlp.its.pos);
	const words: Word[] = [];
	let from = 0;
	for (const [index, text] of texts.entries()) {
		const start = sentence.indexOf(text, from);
		const wordClass = classes[index];
		if (start < 0 || text.trim() === "" || wordClass === undefined) continue;
		from = start + text.length;
		const lemma = lemmas[index] ?? text.toLowerCase();
		words.push({ start, end: from, text, lemma, wordClass: wordClass as WordClass });
	}
	return words;
}
