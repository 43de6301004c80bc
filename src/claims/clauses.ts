import { readWords, type Word } from "../text/words.ts";

/** A run of a sentence's words around one verb: "[the council] [closed] the bridge". */
export interface Clause {
	readonly words: readonly Word[];
	/** Where its verb begins, as an index into the words; null where it has none ("On Monday"). */
	readonly verb: number | null;
	/** On what it hangs: "if the pier closes" is not said to be so. */
	readonly condition: Word | null;
}

const LINKS =
	/^(?:that|which|who|whom|whose|where|when|while|because|although|though|if|unless|whether|whereas|as|after|before|until|since|so|but)$/iu;
const LINK_CLASSES = new Set(["SCONJ", "PRON", "ADV", "DET", "CCONJ"]);
const SUBJECT_PRONOUN = /^(?:he|she|it|they|we|i|you|this|that|there)$/iu;
/** Verbs of saying; what is said follows them or stands before them. */
const SAYS =
	/^(?:sa(?:y|ys|id|ying)|tells?|told|adds?|added|announce[sd]?|wrote|writes|tweeted|report(?:s|ed)?|warn(?:s|ed)|believes?|thinks?|notes?|noted|claim(?:s|ed)|argue[sd]?|explain(?:s|ed)|asked|indicate[sd]?|suggest(?:s|ed)?|shows?|showed|found|calculated?|estimate[sd]?)$/iu;
const ACTS = new Set(["VERB", "AUX"]);

// "Closed-door", "U.S.-led", "24/7", "the council's": no clause ends there.
function parts(word: Word, before: Word | undefined, after: Word | undefined): boolean {
	if (word.wordClass !== "PUNCT") return false;
	const isInside = before?.end === word.start && after?.start === word.end;
	return !(isInside && /^[-‐‑/&.'’]$/u.test(word.text));
}

/** Whether a word is a verb of any kind. */
export function isAct(word: Word | undefined): boolean {
	return word !== undefined && ACTS.has(word.wordClass);
}

const DAY =
	/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|last|this|late|early)$/iu;

/** Whether what is said begins at a word: "said [the pier] will open", and not "said [on] Monday". */
function isSaid(before: Word, { wordClass, text }: Word): boolean {
	const isTime = wordClass === "ADP" || wordClass === "ADV" || DAY.test(text);
	return /^(?:said|says?|saying)$/iu.test(before.text) && !isTime;
}

/** Whether a clause begins at a word: behind "that", "and closed", "he said". */
function begins(words: readonly Word[], at: number): boolean {
	const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
	if (word === undefined) return false;
	if (SUBJECT_PRONOUN.test(word.text) && (isAct(after) || isAct(words[at + 2]))) {
		return before?.wordClass !== "ADP" || word.wordClass === "PRON";
	}
	if (before === undefined) return false;
	if (LINKS.test(word.text) && LINK_CLASSES.has(word.wordClass)) return true;
	if (word.wordClass !== "CCONJ") return isSaid(before, word);
	return isAct(after) || SUBJECT_PRONOUN.test(after?.text ?? "");
}

const LEADS = new Set(["CCONJ", "SCONJ"]);

function isLead(word: Word | undefined): boolean {
	if (word === undefined) return false;
	return LEADS.has(word.wordClass) || (LINKS.test(word.text) && LINK_CLASSES.has(word.wordClass));
}

/** Whether a word is a verb in its own right: no infinitive, no participle that modifies a noun. */
function isOwnVerb(words: readonly Word[], at: number): boolean {
	const word = words[at];
	if (!isAct(word) || word === undefined) return false;
	const before = words.slice(0, at).findLast(({ wordClass }) => wordClass !== "ADV");
	if (before?.text.toLowerCase() === "to") return false;
	if (word.text.endsWith("ing")) return before?.wordClass === "AUX";
	return before?.wordClass !== "DET" && before?.wordClass !== "ADP";
}

/** Where the verb of a run of words is, as an index into them; null where there is none. */
export function verbOf(words: readonly Word[]): number | null {
	const finite = words.map((_, at) => at).filter(at => isOwnVerb(words, at));
	const [first, second] = finite;
	if (first === undefined) return null;
	// "The bridge closed in May has opened": what was closed is what has opened.
	const isParticiple =
		/(?:ed|en|wn)$/u.test(words[first]?.text ?? "") && words[first]?.wordClass === "VERB";
	const later = second !== undefined && words[second]?.wordClass === "AUX" && second > first + 1;
	return isParticiple && later && first > 0 ? second : first;
}

const CONDITION = /^(?:if|unless|whether|until)$/iu;
// What is feared is not said to be so.
const DOUBTS = /^(?:fear|hope|doubt|wish|deny|denie|dispute|reject|question)(?:s|d|ed|ing)?$/iu;

/** Whether a run of words and what follows by "that" are one: what is not said without who fears it. */
function holds(run: readonly Word[], next: Word): boolean {
	if (next.text.toLowerCase() !== "that" || next.wordClass !== "SCONJ") return false;
	const last = run.at(-1);
	return last !== undefined && (verbOf(run) === null || DOUBTS.test(last.text));
}

function clauseOf(words: readonly Word[]): readonly Clause[] {
	const [lead] = words;
	const kept = words.slice(isLead(lead) ? 1 : 0);
	const condition = lead !== undefined && CONDITION.test(lead.text) ? lead : null;
	return kept.length === 0 ? [] : [{ words: kept, verb: verbOf(kept), condition }];
}

/**
 * A sentence parted into its clauses, marks and what links them left out.
 *
 * @example clausesOf("The pier closed, and she said that it will open.") // "The pier closed", "she said", "it will open"
 */
export function clausesOf(sentence: string): readonly Clause[] {
	const words = readWords(sentence);
	const runs: Word[][] = [[]];
	for (const [at, word] of words.entries()) {
		const isPart = parts(word, words[at - 1], words[at + 1]);
		if (isPart || (begins(words, at) && !holds(runs.at(-1) ?? [], word))) runs.push([]);
		if (!isPart) runs.at(-1)?.push(word);
	}
	return runs.flatMap(clauseOf);
}

// "The mayor told the Herald in May": what is longer says more than who says so.
const MOST_BEHIND_SAYING = 6;

/** Whether a clause only tells who says something. */
export function isSaying({ words, verb }: Clause): boolean {
	return (
		verb !== null && SAYS.test(words[verb]?.text ?? "") && words.length - verb < MOST_BEHIND_SAYING
	);
}
