import type { Word, WordClass } from "../text/words.ts";

/** A run of words around a head noun, as indexes into the words; `end` is past the last. */
export interface Phrase {
	readonly start: number;
	readonly head: number;
	readonly end: number;
}

const BEFORE_NOUN: ReadonlySet<WordClass> = new Set([
	"ADJ",
	"DET",
	"NOUN",
	"PROPN",
	"ADV",
	"PART",
	"SYM",
]);
const NOUNS: ReadonlySet<WordClass> = new Set(["NOUN", "PROPN"]);

function isNoun(word: Word | undefined): boolean {
	return word !== undefined && NOUNS.has(word.wordClass) && /^[\p{L}’'.&-]+$/u.test(word.text);
}

function isHyphen(word: Word): boolean {
	return /^[-‐‑–&/]$/.test(word.text);
}

/** "leading", "combined": a participle that stands before its noun. */
function isParticiple(word: Word, next: Word | undefined): boolean {
	const tail = /(?:ed|ing|en|wn|lt)$/.test(word.text);
	return word.wordClass === "VERB" && tail && (isNoun(next) || next?.wordClass === "ADJ");
}

function isNounPlural(word: Word | undefined): boolean {
	return isNoun(word) && isPlural(word?.text ?? "");
}

function modifiesNext(word: Word, next: Word | undefined): boolean {
	return word.wordClass === "ADJ" || isParticiple(word, next);
}

/**
 * "old and used cars", "paper and digital copies", "Volvo and Scania vans": a conjunction between
 * what modifies one noun.
 */
function joins(words: readonly Word[], at: number, head: number | null): boolean {
	const [before, after, then] = [words[at - 1], words[at + 1], words[at + 2]];
	if (words[at]?.wordClass !== "CCONJ" || before === undefined || after === undefined) return false;
	if (before.wordClass === "ADJ" && head === null)
		return modifiesNext(after, then) || isNoun(after);
	if (before.wordClass === "PROPN" && after.wordClass === "PROPN") return isNoun(then);
	const single = before.wordClass === "NOUN" && !isPlural(before.text);
	return single && modifiesNext(after, then) && isNounPlural(then);
}

/** A hyphen or a mark inside a compound, and the part after it. */
function isCompound(words: readonly Word[], at: number): boolean {
	const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
	if (word === undefined) return false;
	if (isHyphen(word)) return before?.end === word.start && after?.start === word.end;
	return before?.end === word.start && /^[-‐‑]$/.test(before.text);
}

function modifies(words: readonly Word[], at: number): boolean {
	const word = words[at];
	if (word === undefined) return false;
	// "two new 747 Cargo jets"
	if (word.wordClass === "NUM") return words[at - 1]?.wordClass === "ADJ" && isNoun(words[at + 1]);
	if (/^(?:my|our|your|their|its|his|her)$/i.test(word.text)) return true;
	return BEFORE_NOUN.has(word.wordClass) || isParticiple(word, words[at + 1]);
}

/** "Selm Core [dual-core processors]": what a name modifies may be a compound. */
function opensCompound(words: readonly Word[], at: number, head: number | null): boolean {
	const [word, hyphen] = [words[at], words[at + 1]];
	const named = head !== null && words[head]?.wordClass === "PROPN";
	return named && word?.wordClass === "ADJ" && hyphen !== undefined && isHyphen(hyphen);
}

function continues(words: readonly Word[], at: number, head: number | null): boolean {
	const word = words[at];
	if (isNoun(word) || /^['’]s?$/.test(word?.text ?? "")) return true;
	if (joins(words, at, head) || isCompound(words, at) || opensCompound(words, at, head))
		return true;
	return head === null && modifies(words, at);
}

/**
 * The noun phrase that begins at the word `from`: modifiers, then nouns, the last of which is the
 * head ("first-year students" has "players"). null where no noun follows before the phrase ends.
 */
export function phraseFrom(words: readonly Word[], from: number): Phrase | null {
	let head: number | null = null;
	let at = from;
	for (; at < words.length && at < from + 10 && continues(words, at, head); at++) {
		if (isNoun(words[at])) head = at;
		// "Johnson's deputies": what owns is no head.
		if (/^['’]s?$/.test(words[at]?.text ?? "") || joins(words, at, head)) head = null;
	}
	return head === null ? null : { start: from, head, end: head + 1 };
}

/** Nouns that print no plural: what stands after them is another phrase ("gave 12 staff new rules"). */
const NO_PLURAL =
	/^(?:staff|police|crew|personnel|sheep|fish|cattle|aircraft|deer|head|youth|percent|people|troops)$/i;
/** Verbs that end like plurals and follow a name with a number in it. */
const SAYING = /^(?:says|has|was|is|does|goes|wants|plans|shows|looks|comes|makes|takes|gets)$/i;

/**
 * The phrase as it goes on to a plural that the tagger parted from it: "foreign terror [suspects]",
 * "Israeli deputy [prime ministers]". What a number above one counts is no singular.
 */
export function withPlural(words: readonly Word[], phrase: Phrase): Phrase {
	const head = words[phrase.head]?.text ?? "";
	if (isPlural(head) || NO_PLURAL.test(head)) return phrase;
	let at = phrase.end;
	while (at < phrase.end + 2 && words[at]?.wordClass === "ADJ") at++;
	const word = words[at];
	const verb = word?.wordClass === "VERB" && at === phrase.end && /[a-z]{3}s$/.test(word.text);
	const plural = isNounPlural(word) || (verb && !SAYING.test(word.text));
	return plural ? { ...phrase, head: at, end: at + 1 } : phrase;
}

const IRREGULAR: Readonly<Record<string, string>> = {
	people: "people",
	men: "man",
	women: "woman",
	children: "child",
	feet: "foot",
	teeth: "tooth",
	mice: "mouse",
	lives: "life",
	wives: "wife",
	knives: "knife",
	leaves: "leaf",
	series: "series",
	species: "species",
	news: "news",
	movies: "movie",
	shoes: "shoe",
	buses: "bus",
	viruses: "virus",
	horses: "horse",
	houses: "house",
	nurses: "nurse",
	cases: "case",
	businesses: "business",
	kilos: "kilo",
	crises: "crisis",
	analyses: "analysis",
};

/** Nouns that end with an o and take "es". */
const O_PLURAL =
	/(?:cargo|potato|tomato|hero|echo|volcano|tornado|torpedo|veto|mosquito|mango|embargo|buffalo|domino)es$/i;

/** A noun in the singular, lower case unless it is a name: "jobs" is "job", "Americans" is "American". */
export function singularOf(word: string): string {
	const lower = word.toLowerCase();
	const known = IRREGULAR[lower];
	if (known !== undefined) return known;
	const men = /^(.+)(men|women|people|children)$/.exec(lower);
	if (men !== null) return `${men[1]}${IRREGULAR[men[2] ?? ""]}`;
	const kept = /^[A-Z][a-z]/.test(word) || /^[A-Z]{2,}s?$/.test(word) ? word : lower;
	if (/[^aeiou]ies$/.test(kept) && kept.length > 4) return `${kept.slice(0, -3)}y`;
	if (/(?:ch|sh|x|ss|zz|oe)es$/.test(kept) || O_PLURAL.test(kept)) return kept.slice(0, -2);
	if (/s$/.test(kept) && !/(?:ss|us|is|'s)$/.test(kept) && kept.length > 2)
		return kept.slice(0, -1);
	return kept;
}

/** Whether a noun prints more than one. */
export function isPlural(word: string): boolean {
	return (
		singularOf(word).toLowerCase() !== word.toLowerCase() ||
		IRREGULAR[word.toLowerCase()] === word.toLowerCase()
	);
}

/** The index of the first word that begins at `offset` or after. */
export function wordAt(words: readonly Word[], offset: number): number {
	const index = words.findIndex(word => word.start >= offset);
	return index < 0 ? words.length : index;
}
