import { roleHolder } from "../claims/attribution-claims.ts";
import type { Claim } from "../claims/claim.ts";
import { type ContextTerm, contextOf } from "../claims/context.ts";
import { extractFigures } from "../figures/extract.ts";
import { TITLES } from "../quotations/cues.ts";
import { askedLikeness } from "../search/asked-likeness.ts";
import type { Story } from "../snapshot.ts";
import { standsFor } from "../text/everyday-words.ts";
import { baseOf } from "../text/irregular-verbs.ts";
import { sensesOf, sharedSense } from "../text/senses.ts";
import { readWords, type Word } from "../text/words.ts";
import type { Answer } from "./answer.ts";
import { claimInWords } from "./claim.ts";
import { contradicted } from "./contradicted.ts";

/** Who does what in a question: "How much did Acme pay for Bolt?" */
export interface Agent {
	/** As asked: "Acme". */
	readonly name: string;
	readonly stems: readonly string[];
	/** What Acme is asked to have done; null where the question has no such word. */
	readonly deed: ContextTerm | null;
	/** The names behind the deed, as stems: whom it is asked to have been done to. */
	readonly objects: readonly string[];
}

const ASKED =
	/\b(?:[Dd]id|[Dd]oes|[Dd]o|[Hh]as|[Hh]ave|[Hh]ad|[Ww]ill|[Ww]ould|[Cc]an|[Cc]ould|[Ii]s|[Ww]as|[Aa]re|[Ww]ere)\s+(?:the\s+)?(\p{Lu}[\p{L}\p{N}&.’'-]*(?:\s+\p{Lu}[\p{L}\p{N}&.’'-]*)*)\s+(\p{Ll}+)/u;
const SAYING =
	/^(?:say|said|tell|told|think|claim|argue|predict|warn|call|expect|forecast|report)$/u;

const SAYS_LITTLE = /^(?:hold|make|take|have|get|do|happen|occur|be|go|come|give|plan|expect)$/u;

/** The verb of a question behind its subject. */
function deedIn(behind: string): ContextTerm | null {
	const verb = readWords(behind).find(({ wordClass }) => wordClass === "VERB");
	return verb === undefined ? null : (contextOf(verb.text)[0] ?? null);
}

const ASKS_DEED = /^\W*(?:(?:when|where)\s+)?(?:did|does|do|will)\b/iu;

/** The last verb of a question, or the word at its end, which is often read as another; for one that asks of nobody by name. */
export function deedOf(text: string): ContextTerm | null {
	const words = readWords(text).filter(({ wordClass }) => wordClass !== "PUNCT");
	const end = ASKS_DEED.test(text) ? words.at(-1) : undefined;
	const verb = words.findLast(({ wordClass }) => wordClass === "VERB") ?? end;
	return verb === undefined ? null : (contextOf(verb.text)[0] ?? null);
}

/** Whether a verb leaves it to its object to say what is done, as "make". */
export function saysLittle(verb: string): boolean {
	return readWords(verb).every(({ lemma }) => SAYS_LITTLE.test(lemma));
}

/** The words of a text as stems, in the forms that a story's words are compared in. */
export function stemsOf(story: Story, words: string): readonly string[] {
	return contextOf(story.index.inCommonForms(words)).map(({ stem }) => stem);
}

/** Whom a question has do something by name; null where it names nobody so, or has somebody say something. */
export function agentIn(story: Story, text: string): Agent | null {
	const match = ASKED.exec(text);
	const [, name = "", next = ""] = match ?? [];
	if (match === null || SAYING.test(next)) return null;
	const at = match.index + match[0].length - next.length;
	const behind = text.slice(at);
	const words = readWords(text);
	const first = words.findIndex(({ start }) => start === at);
	// "Does Bitcoin mining cost ...": what is asked about is no name; "did Ann veto the ..." it is.
	const isPart = /^(?:NOUN|ADJ)$/.test(words[first]?.wordClass ?? "");
	if (isPart && words[first + 1]?.wordClass !== "DET") return null;
	const stems = stemsOf(story, name);
	const isKnown = stems.length > 0 && stems.every(stem => story.index.knows(stem));
	const isDate = extractFigures(name).some(({ kind }) => kind === "date");
	if (!isKnown || isDate) return null;
	return { name, stems, deed: deedIn(`They ${behind}`), objects: objectsIn(story, behind, stems) };
}

/** The names in the part of a question behind its subject, as stems. */
function objectsIn(story: Story, behind: string, subject: readonly string[]): readonly string[] {
	const named = readWords(behind).filter((word, at) => isName(word, at + 1));
	return named.flatMap(({ text }) => stemsOf(story, text)).filter(stem => !subject.includes(stem));
}

const NEAR_DEED = 0.5;
const BEFORE_OTHERS = new Set("of for from to with in by at against on than as over".split(" "));

/** Where a sentence tells what an agent is asked to have done. */
function placeOf(words: readonly Word[], deed: ContextTerm): number {
	const alike = words.map(({ text, wordClass }) => {
		const [term] = /^(?:VERB|NOUN)$/.test(wordClass) ? contextOf(text) : [];
		return term === undefined ? 0 : askedLikeness(deed, term);
	});
	const best = Math.max(0, ...alike);
	return best < NEAR_DEED ? -1 : alike.indexOf(best);
}

/**
 * How alike by its senses a word is that tells a deed, from 0 to 1: "acquisition" tells of buying, while
 * words of near use only, as "sell", are another deed; synonyms alone tell of the very same.
 */
export const DEED = { alike: 0.71, same: 0.9 } as const;

function deedLikeness(deed: ContextTerm, other: ContextTerm): number {
	const [base, otherBase] = [baseOf(deed.stem), baseOf(other.stem)];
	if (base === otherBase) return 1;
	const [first, second] = [sensesOf(base), sensesOf(otherBase)];
	if (standsFor(other.stem, deed.stem)) return DEED.same;
	return first === null || second === null ? 0 : sharedSense(first, second);
}

/** Whether a sentence has a word that is at least so like a deed. */
export function tellsDeed(deed: ContextTerm, sentence: string, least: number): boolean {
	return readWords(sentence).some(({ text, wordClass, start }) => {
		// "Intel-based" tells no founding.
		if (sentence.charAt(start - 1) === "-") return false;
		const [term] = /^(?:VERB|NOUN)$/.test(wordClass) ? contextOf(text) : [];
		return term !== undefined && deedLikeness(deed, term) >= least;
	});
}

function isName({ text, wordClass }: Word, at: number): boolean {
	return /^\p{Lu}/u.test(text) && (wordClass === "PROPN" || (at > 0 && wordClass === "NOUN"));
}

/** The name that does what is told at a place: the nearest before it that hangs on no preposition, or behind "by". */
function doerAt(words: readonly Word[], place: number): number {
	const by = words.findIndex(
		({ text }, at) => at > place && at <= place + 6 && text.toLowerCase() === "by",
	);
	const behind = words[by + 1];
	if (by > 0 && behind !== undefined && isName(behind, by + 1)) return by + 1;
	const starts = [...words.keys()].filter(at => {
		const word = words[at];
		if (at >= place || word === undefined || !isName(word, at)) return false;
		// "The Bolt acquisition": to whom it is done.
		if (at === place - 1 && words[place]?.wordClass === "NOUN") return false;
		const first = startOfName(words, at);
		// "The head of the Acme Group wrote": the name hangs on the preposition as a whole.
		const article = /^(?:the|an?)$/iu.test(words[first - 1]?.text ?? "") ? 1 : 0;
		return !BEFORE_OTHERS.has(words[first - 1 - article]?.text.toLowerCase() ?? "");
	});
	return starts.at(-1) ?? -1;
}

/** Whether a pronoun does what is told at a place: whom it stands for is told elsewhere. */
function isByPronoun(words: readonly Word[], place: number): boolean {
	const before = words.slice(Math.max(0, place - 3), Math.max(0, place));
	return before.some(({ text }) => /^(?:he|she|they|it)$/iu.test(text));
}

/** The place of the first word of the name of which a word is part. */
function startOfName(words: readonly Word[], part: number): number {
	let start = part;
	for (let word = words[start]; word !== undefined && isName(word, start); word = words[--start]);
	return start + 1;
}

/** The name of which a word is the end, "Advanced Micro Devices", with its initials, "AMD". */
function nameAt(words: readonly Word[], end: number): string {
	const parts = words.slice(startOfName(words, end), end + 1).map(({ text }) => text);
	return [...parts, parts.map(part => part.charAt(0)).join("")].join(" ");
}

/** Whether the coverage speaks of somebody as a woman, by the pronouns behind the name; null where it does not tell. */
function isWoman({ articles }: Story, given: string): boolean | null {
	const behind = articles
		.flatMap(({ sentences }) => sentences)
		.map(({ text }) => text.split(new RegExp(`\\b${given}\\b`, "u"))[1] ?? "")
		.join(" ");
	const [women, men] = [/\b(?:she|hers?)\b/giu, /\b(?:he|his|him)\b/giu].map(
		pronoun => behind.match(pronoun)?.length ?? 0,
	);
	return women === men ? null : (women ?? 0) > (men ?? 0);
}

const COURTESY = /^(?:Mr|Mrs|Ms|Miss)$/;

/** Whether a printed name has the family name of another and is somebody else's: "Mr. Lee" where Ann Lee is asked about. */
function isNamesake(story: Story, name: string, printed: string): boolean {
	const [given = "", ...rest] = name.split(/[\s.]+/u);
	const family = rest.at(-1) ?? "";
	const words = printed.split(/[\s.]+/u);
	const before = words[words.indexOf(family) - 1];
	if (before === undefined || words.includes(given)) return false;
	if (!COURTESY.test(before)) return !TITLES.has(before.toLowerCase());
	const asWoman = COURTESY.test(given) ? given !== "Mr" : isWoman(story, given);
	return asWoman !== null && asWoman === (before === "Mr");
}

/**
 * Whether a sentence has the agent of a question do what is asked; false where it tells it of somebody
 * else, null where it does not tell who does.
 */
export function actsIn(
	story: Story,
	{ name, stems, deed }: Agent,
	sentence: string,
): boolean | null {
	const isAgent = (text: string) => stemsOf(story, text).some(stem => stems.includes(stem));
	const words = readWords(sentence);
	const place = deed === null ? -1 : placeOf(words, deed);
	const doer = place < 0 ? -1 : doerAt(words, place);
	if (doer >= 0) {
		const told = nameAt(words, doer);
		return isAgent(told) && !isNamesake(story, name, told);
	}
	if (isAgent(sentence) || isByPronoun(words, place)) return null;
	return words.some((word, at) => isName(word, at)) ? false : null;
}

/** Whether a sentence has the one do what is asked to whom the agent is asked to have done it. */
export function isTurnedRound(story: Story, agent: Agent, sentence: string): boolean {
	const { objects, stems } = agent;
	if (objects.length === 0) return false;
	const spoken = stemsOf(story, sentence);
	const turned = { ...agent, stems: objects, objects: stems };
	return spoken.some(stem => stems.includes(stem)) && actsIn(story, turned, sentence) === true;
}

/** Whether a sentence tells a deed of somebody else by name, and does not speak of the agent at all. */
export function tellsOfOther(story: Story, { stems, deed }: Agent, sentence: string): boolean {
	const words = readWords(sentence);
	const place = deed === null ? -1 : placeOf(words, deed);
	const spoken = stemsOf(story, sentence);
	return place >= 0 && doerAt(words, place) >= 0 && !spoken.some(stem => stems.includes(stem));
}

/**
 * Whether a claim may be of the agent: it tells no role of somebody else, not every report tells it of
 * somebody else, nor any the other way round and none so.
 */
export function isOfAgent(story: Story, agent: Agent, claim: Claim): boolean {
	const { reports } = claim;
	const holder = roleHolder(claim);
	if (holder !== null) return stemsOf(story, holder).some(stem => agent.stems.includes(stem));
	const acts = reports.map(({ excerpt }) => actsIn(story, agent, excerpt.text));
	const turned = reports.filter(({ excerpt }) => isTurnedRound(story, agent, excerpt.text));
	if (turned.length > 0) return acts.filter(act => act === true).length > turned.length;
	return acts.some(act => act !== false);
}

/** The answer where what fits a question is told of others than the one it asks about. */
export function answerOtherAgent(story: Story, { name }: Agent, claim: Claim): Answer {
	const text = `No report that says this of ${name} was found. The nearest is ${claimInWords(story, claim)}`;
	return contradicted(story, text, [claim]);
}
