import { contains, overlaps, type Span, slice } from "../text/span.ts";
import { readTerms } from "../text/terms.ts";
import { readWords, type Word } from "../text/words.ts";

const INNER = new Set(["ADJ", "NOUN", "PROPN", "NUM"]);
const HEAD = new Set(["NOUN", "PROPN"]);
const MAX_WORDS = 8;

function continues(words: readonly Word[], index: number): boolean {
	const word = words[index];
	if (word === undefined) return false;
	if (INNER.has(word.wordClass) || word.text === "-" || /^['’]s?$/.test(word.text)) return true;
	const next = words[index + 1];
	const joins = word.text === "of" || word.text === "and";
	return joins && next !== undefined && INNER.has(next.wordClass);
}

function endOfPhrase(words: readonly Word[], from: number): number {
	let to = from;
	while (to - from < MAX_WORDS && continues(words, to)) to++;
	while (to > from && !HEAD.has(words[to - 1]?.wordClass ?? "X")) to--;
	return to;
}

/** The noun phrases of a sentence, determiners left out, longest first at each place, not overlapping. */
export function nounPhrases(sentence: string): readonly Span[] {
	const words = readWords(sentence);
	const found: Span[] = [];
	let index = 0;
	while (index < words.length) {
		const first = words[index];
		const begins = first !== undefined && INNER.has(first.wordClass);
		const to = begins ? endOfPhrase(words, index) : index;
		const last = words[to - 1];
		if (first !== undefined && last !== undefined && to > index) {
			found.push({ start: first.start, end: last.end });
		}
		index = Math.max(to, index + 1);
	}
	return found;
}

/** How much the words of a phrase are worth as a label. */
export type Worth = (stem: string) => number;

function stemsOf(phrase: string): readonly string[] {
	return [...new Set(readTerms(phrase).map(({ text }) => text))];
}

function worthOf(phrase: string, worth: Worth): number {
	const stems = stemsOf(phrase);
	const sum = stems.reduce((total, stem) => total + worth(stem), 0);
	return sum / Math.sqrt(Math.max(1, stems.length));
}

const isCapital = (word: Word | undefined) =>
	word?.wordClass === "PROPN" && /^\p{Lu}/u.test(word.text);

/** Whether a name goes on from one word to the next: half of it names nothing ("Oakton" of "Oakton Mills"). */
function isOneName(word: Word | undefined, next: Word | undefined): boolean {
	return isCapital(word) && isCapital(next);
}

/** The phrase and what is left of it when words are taken from its ends, each ending in a noun. */
function partsOf(words: readonly Word[], phrase: Span, head: LabelHead): readonly Span[] {
	const within = words.filter(word => contains(phrase, word));
	const joined = new Set(
		words.filter(({ text }) => text === "-").flatMap(({ start, end }) => [start, end]),
	);
	const ends = within
		.filter(({ wordClass }) => (head === "any" ? HEAD.has(wordClass) : wordClass === "NOUN"))
		.filter(word => !joined.has(word.end) && !isOneName(word, within[within.indexOf(word) + 1]));
	const starts = within.filter(
		(word, at) =>
			INNER.has(word.wordClass) &&
			word.text !== "worth" &&
			!joined.has(word.start) &&
			!isOneName(within[at - 1], word),
	);
	return starts.flatMap(({ start }) =>
		ends.filter(({ end }) => end > start).map(({ end }) => ({ start, end })),
	);
}

function best(phrases: readonly string[], worth: Worth): string | null {
	const ranked = phrases
		.map(phrase => ({ phrase, value: worthOf(phrase, worth) }))
		.toSorted((a, b) => b.value - a.value || a.phrase.length - b.phrase.length);
	return ranked[0]?.phrase ?? null;
}

/**
 * The noun phrase of a sentence that is worth most, in the sentence's own words; null when it has
 * none. A capital that only the beginning of the sentence gives is kept, as the words are verbatim.
 */
export function bestPhrase(sentence: string, worth: Worth): string | null {
	const phrases = nounPhrases(sentence).map(span => slice(sentence, span));
	const measures = phrases.filter(phrase => isMeasure(phrase) && !isEmpty(phrase));
	return best(measures.length > 0 ? measures : phrases.filter(isNoShare), worth);
}

/** A sentence, and where in it no label is to be taken from: the figure itself, who is credited. */
export interface Labelled {
	readonly sentence: string;
	readonly without: readonly Span[];
}

/** Which words a label may end in: any noun, or no name ("market", not "United States"). */
export type LabelHead = "any" | "common";

const MONTHS =
	"january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|aug|sept?|oct|nov|dec";
const NO_MEASURE = new RegExp(
	[
		String.raw`\d|percent|per cent`,
		`^(?:(?:last|next|past|same|first|second|coming|previous|local) )?(?:${MONTHS}|month|year|week|day|quarter|period|time|hour|sunday|monday|tuesday|wednesday|thursday|friday|saturday)s?$`,
		String.raw`\b[ap]\.m\b|\blocal time$|^(?:cent|hal(?:f|ves)|thirds?|tenths?)$`,
		// "Ada M.": a name cut short.
		String.raw`^\p{L}+\s\p{Lu}\.$`,
		String.raw`\s(?:last|next|past|this) (?:month|year|week|quarter|weekend)$`,
	].join("|"),
	"iu",
);

/** Whether a phrase can tell what a figure measures; times, units and other figures cannot. */
export function isMeasure(phrase: string): boolean {
	return !NO_MEASURE.test(phrase);
}

// What is the measure of nothing: "to the tune of $3 million", "a total of".
const EMPTY =
	/^(?:the\s|an?\s)?(?:tune|total|sum|amount|average|rate|maximum|minimum|tens|hundreds|thousands|millions|billions|dozens|point|effect|part|lot|none|one|way|combined|mark|level|number|period|span|stretch|window)s?$/iu;

/** Whether words tell what is measured: none of those that stand before any sum or time. */
export function isEmpty(words: string): boolean {
	return EMPTY.test(words);
}

// "Per cent" reads as a noun.
const isNoShare = (phrase: string) => phrase.toLowerCase() !== "cent";

// A word that a smaller share of the sentences has is none that they share.
const SHARED = 0.5;

function phrasesIn({ sentence, without }: Labelled, head: LabelHead): readonly string[] {
	const words = readWords(sentence);
	return nounPhrases(sentence)
		.flatMap(phrase => partsOf(words, phrase, head))
		.filter(part => !without.some(span => overlaps(part, span)))
		.map(part => slice(sentence, part));
}

/**
 * What several sentences speak of, in the words of one of them that at least half of the others have
 * too ("edge AI market"), in two words or more where they share so many; null where they share none.
 */
export function sharedPhrase(
	sentences: readonly Labelled[],
	weigh: Worth,
	head: LabelHead,
): string | null {
	const sets = sentences.map(({ sentence }) => new Set(stemsOf(sentence)));
	const share = (stem: string) => sets.filter(set => set.has(stem)).length / sets.length;
	const phrases = sentences
		.flatMap(sentence => phrasesIn(sentence, head))
		.map(phrase => ({ phrase, stems: stemsOf(phrase) }))
		.filter(({ phrase, stems }) => isMeasure(phrase) && stems.length > 0);
	// Two sentences of four share more than one of two does.
	const needed = Math.max(SHARED, 2 / sets.length);
	const common = phrases.filter(({ stems }) => stems.every(stem => share(stem) >= needed));
	const worth = (stem: string) => weigh(stem) * share(stem) ** 2;
	const wide = common.filter(({ stems }) => stems.length > 1).map(({ phrase }) => phrase);
	const narrow = common.map(({ phrase }) => phrase);
	return best(wide, worth) ?? best(narrow, worth);
}

/**
 * A label with what most of its sentences are about in brackets, where it is a single word that tells
 * little: "cash (deal)", "effect (tariffs)"; the label alone where they have no other phrase.
 */
export function withTopic(label: string, sentences: readonly Labelled[], weigh: Worth): string {
	const own = stemsOf(label);
	if (own.length !== 1) return label;
	const sets = sentences.map(({ sentence }) => new Set(stemsOf(sentence)));
	const share = (stem: string) => sets.filter(set => set.has(stem)).length / sets.length;
	const phrases = sentences
		.flatMap(sentence => phrasesIn(sentence, "any"))
		.filter(phrase => isMeasure(phrase) && !stemsOf(phrase).some(stem => own.includes(stem)))
		.filter(phrase => stemsOf(phrase).every(stem => share(stem) >= SHARED));
	const topic = best(phrases, stem => weigh(stem) * share(stem) ** 2);
	return topic === null ? label : `${label} (${topic})`;
}
