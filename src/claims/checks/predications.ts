import { type ContentWord, readContent } from "../../quotations/likeness.ts";
import type { Alias } from "../../quotations/names.ts";
import { nearness } from "../../text/meaning.ts";
import { contains, type Span, slice } from "../../text/span.ts";
import { readWords, type Word } from "../../text/words.ts";
import type { Strength } from "../claim.ts";
import { readStrength } from "../strength.ts";
import { oppositeOf, senseOf } from "./opposites.ts";

/** Something said of a subject by one verb of a sentence, at the span from its first auxiliary on. */
export interface Predication extends Span {
	/** The words at the span, verbatim: "could close the gap". */
	readonly text: string;
	/** The last content word of the subject, abbreviated where the texts abbreviate it. */
	readonly subject: string;
	/** The verb as printed, in lower case, and its lemma. */
	readonly verb: string;
	readonly lemma: string;
	readonly object: readonly ContentWord[];
	readonly strength: Strength;
	/** Whether it tells what has happened already, which is another thing than what may happen yet. */
	readonly past: boolean;
}

const LEADS = new Set(["AUX", "ADV", "PART"]);
const NOMINAL = new Set(["NOUN", "PROPN"]);
const INNER = new Set(["NOUN", "PROPN", "ADJ", "DET", "ADV", "NUM"]);
const BEFORE_PARTICIPLE = new Set(["DET", "ADV", "ADJ", "PUNCT"]);
const MODAL = /^(?:may|might|can|could|will|would|shall|should|must)$/iu;
const PARTICIPLE = /(?:ing|ed)$/u;
// Verbs that say nothing of what happens by themselves.
const LIGHT = new Set(["be", "have", "do", "say", "get", "make", "keep", "continue", "expect"]);
const LONGEST_OBJECT = 7;

/** The first auxiliary or adverb before a verb. */
function groupStart(words: readonly Word[], verb: number): number {
	let start = verb;
	while (LEADS.has(words[start - 1]?.wordClass ?? "X")) start--;
	return start;
}

const isHyphen = (word: Word | undefined) => word?.text === "-";

/** Whether a word goes on with what a verb governs: a noun phrase, behind one preposition at most. */
function governs(words: readonly Word[], verb: number, at: number): boolean {
	const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
	if (word === undefined) return false;
	if (INNER.has(word.wordClass) || isHyphen(word) || isHyphen(after)) return true;
	if (word.wordClass === "ADP") return at === verb + 1;
	return word.wordClass === "VERB" && BEFORE_PARTICIPLE.has(before?.wordClass ?? "X");
}

function objectEnd(words: readonly Word[], verb: number): number {
	let end = verb + 1;
	while (end <= verb + LONGEST_OBJECT && governs(words, verb, end)) end++;
	return end;
}

/** Whether a word is the verb of a clause: behind a modal whatever its tag, else no bare participle. */
function isClauseVerb(words: readonly Word[], at: number): boolean {
	const word = words[at];
	const start = groupStart(words, at);
	const leads = words.slice(start, at);
	if (leads.some(({ text }) => MODAL.test(text))) {
		return word !== undefined && !LEADS.has(word.wordClass) && word.wordClass !== "PUNCT";
	}
	if (word?.wordClass !== "VERB") return false;
	return leads.some(({ wordClass }) => wordClass === "AUX") || !PARTICIPLE.test(word.text);
}

interface Source {
	readonly sentence: string;
	readonly words: readonly Word[];
	readonly content: readonly ContentWord[];
}

const isHedge = (strength: Strength | null) => strength === "may" || strength === "could";

/** The strength that the words of a verb give it themselves; null where only its clause is hedged. */
function strengthOf(sentence: string, span: Span): Strength | null {
	const own = readStrength(slice(sentence, span));
	if (isHedge(own)) return own;
	const around = readStrength(sentence, span);
	return isHedge(around) ? null : around;
}

const PAST = /^(?:was|were|had|has|have|been|did)$/iu;

/** Whether a verb group speaks of the past: "closed", "has closed", "was closing". */
function isPast(group: readonly Word[], main: Word): boolean {
	if (group.some(({ text }) => PAST.test(text))) return true;
	const text = main.text.toLowerCase();
	const isForm = text === main.lemma || text.endsWith("s") || text.endsWith("ing");
	return !isForm && !group.some(({ wordClass }) => wordClass === "AUX");
}

function predicationAt({ sentence, words, content }: Source, verb: number): Predication | null {
	const start = groupStart(words, verb);
	const [first, main, subject] = [words[start], words[verb], words[start - 1]];
	const last = words[objectEnd(words, verb) - 1];
	if (first === undefined || main === undefined || last === undefined || last === main) return null;
	if (subject === undefined || !NOMINAL.has(subject.wordClass)) return null;
	const head = content.find(word => contains(word, subject));
	const span = { start: first.start, end: last.end };
	const strength = strengthOf(sentence, span);
	if (head === undefined || strength === null || LIGHT.has(main.lemma)) return null;
	const object = content.filter(word => main.end <= word.start && word.end <= last.end);
	return {
		...span,
		text: slice(sentence, span),
		subject: head.stem,
		verb: main.text.toLowerCase(),
		lemma: main.lemma,
		object,
		strength,
		past: isPast(words.slice(start, verb), main),
	};
}

/** What a sentence says of its subjects, verb by verb; questions and conditions say nothing. */
export function readPredications(
	sentence: string,
	abbreviations: readonly Alias[],
): readonly Predication[] {
	if (/\?["”’]?$/u.test(sentence.trim()) || /^["“‘]?(?:if|should|whether)\b/iu.test(sentence)) {
		return [];
	}
	const words = readWords(sentence);
	const source = { sentence, words, content: readContent(sentence, abbreviations) };
	return words.flatMap((_, index) => {
		const found = isClauseVerb(words, index) ? predicationAt(source, index) : null;
		return found === null ? [] : [found];
	});
}

// Verbs of one subject and one object may be this near in use: "close" and "narrow" a gap.
const NEAR_VERB = 0.35;

function verbsMeet(a: Predication, b: Predication): boolean {
	if (a.lemma === b.lemma) return true;
	const [first, second] = [senseOf(a.verb), senseOf(b.verb)];
	if (first !== null && second !== null && first === oppositeOf(second)) return false;
	return (nearness(a.lemma, b.lemma) ?? 0) >= NEAR_VERB;
}

function objectsMeet(a: Predication, b: Predication): boolean {
	const head = (each: Predication) => each.object.at(-1);
	const [first, second] = [head(a), head(b)];
	if (first === undefined || second === undefined) return false;
	if (first.stem === second.stem) return true;
	const senses = b.object.map(({ word }) => senseOf(word));
	const own = a.object.map(({ word }) => senseOf(word)).find(sense => sense !== null);
	return a.lemma === b.lemma && own != null && senses.includes(own);
}

/** Whether two predications assert one thing: the same subject and object, and the same verb or one near it. */
export function assertTheSame(a: Predication, b: Predication): boolean {
	return a.subject === b.subject && verbsMeet(a, b) && objectsMeet(a, b);
}
