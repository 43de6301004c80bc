import type { Claim } from "../claims/claim.ts";
import { type Context, type ContextTerm, contextOf } from "../claims/context.ts";
import type { Story } from "../snapshot.ts";
import { frequencyRank } from "../text/meaning.ts";
import { sensesOf } from "../text/senses.ts";
import { readWords } from "../text/words.ts";
import { asksAfterPeople } from "./counted-thing.ts";
import { trendIn } from "./trend.ts";

/** A claim that fits some words, and how well, from 0 to about 1. */
export interface Match {
	readonly claim: Claim;
	readonly score: number;
}

// Words that ask, and tell nothing of what is asked about.
const ASKING = new Set(
	`ask tell mention mentions mentioned give show list say said says saying speak speaks spoke spoken state report reported reports print printed outlet
	outlets paper papers article articles coverage story figure figures number numbers claim claims
	many much exact exactly word words correct true right really anyone anybody everyone somebody
	someone who whom whose which what when where why how big far often large high fast strong does did compare
	compared versus agree disagree differ contradict contradicts consistent inconsistent describe each every all five four three about according please across made make makes quotation quotations quote quotes quoted
	become becomes becoming became get gets getting got held hold holds whats whos wheres hows whens happen happens happened occur occurs occurred supposed everybody still ever already currently normally usually actually per percent percentage percentages`.split(
		/\s+/,
	),
);

/** What a question is about: its words, as the story knows them, without those that only ask. */
export function topicOf(story: Story, text: string): Context {
	return contextOf(story.index.inCommonForms(text)).filter(({ word }) => !ASKING.has(word));
}

/** A word that was taken for a misspelt one of the story's. */
export interface Correction {
	readonly typed: string;
	readonly read: string;
}

// Rarer words are taken for misspelt when the story has one that differs by a letter.
const COMMON_RANK = 12_000;

/** The words of a text that the story does not have and that are a slip away from one that it has. */
export function correctionsOf(story: Story, text: string): readonly Correction[] {
	return contextOf(text).flatMap(({ stem, word }) => {
		const isCommon = (frequencyRank(word) ?? COMMON_RANK) < COMMON_RANK;
		if (isCommon || story.index.knows(stem) || ASKING.has(word)) return [];
		const read = story.index.correct(word);
		return read === null ? [] : [{ typed: word, read }];
	});
}

/** A text with its misspelt words put right. */
export function putRight(text: string, corrections: readonly Correction[]): string {
	return corrections.reduce(
		(changed, { typed, read }) => changed.replace(new RegExp(`\\b${typed}\\b`, "giu"), read),
		text,
	);
}

// A common word that the story does not have may only be the asker's way of saying it.
const OWN_WORD = 0.55;

const ASKS_OF = /^(?:did|does|do|will|would)$/iu;

/** The words of a text that are verbs, in lower case; who is asked about right behind "did" is none. */
function verbsIn(text: string): ReadonlySet<string> {
	const words = readWords(text);
	const verbs = words.filter(
		({ wordClass }, at) => wordClass === "VERB" && !ASKS_OF.test(words[at - 1]?.text ?? ""),
	);
	return new Set(verbs.map(verb => verb.text.toLowerCase()));
}

// "Japan" and "Japanese".
const KIN = 4;

/** A name as it must be met: one firm stands for no other, near as their names are in use. */
function neededName(story: Story, term: ContextTerm): ContextTerm {
	const beginning = term.word.slice(0, KIN);
	const hasKin = story.index.words().some(known => known.startsWith(beginning));
	return hasKin ? { ...term, needed: true } : { ...term, meaning: null, needed: true };
}

/** The words of a text that are names: by a capital, or for being rare or none of the language's. */
function namesIn(text: string): ReadonlySet<string> {
	const nouns = readWords(text).filter(({ wordClass }) => /^(?:NOUN|PROPN)$/.test(wordClass));
	const unheard = nouns.flatMap(({ text: noun }) =>
		contextOf(noun).filter(({ stem }) => sensesOf(stem) === null),
	);
	const capitalized = contextOf(text).filter(({ word }) => !text.includes(word));
	const rare = contextOf(text).filter(({ word }) => frequencyRank(word) === null);
	return new Set([...unheard, ...capitalized, ...rare].map(({ word }) => word));
}

/** Words that name the figure itself, which every figure answers: "how much is the harbour worth?" */
export const AMOUNT =
	/^(?:amounts?|costs?|money|prices?|sizes?|sums?|totals?|valued?|values|worth)$/;

/**
 * What a question is about, as the story knows it. A name that the story does not have must be met,
 * for nothing else answers, and so must a word that is all a question has; other words of the asker's
 * own count less. Where a figure is asked for
 * (`strict`), only verbs do: rain may fall or come down, but households without electricity are not
 * households.
 */
export function weighTopic(story: Story, text: string, strict: boolean): Context {
	const [verbs, names] = [verbsIn(text), namesIn(text)];
	const topic = topicOf(story, text);
	const isAll = topic.length === 1;
	// Whoever is counted is people: what they did tells all.
	const ownWord = strict && asksAfterPeople({ text }) ? 1 : OWN_WORD;
	const mustBeMet = (word: string) => strict && !verbs.has(word) && !AMOUNT.test(word);
	return topic.map(term => {
		const { stem, word } = term;
		if (story.index.knows(stem) || /\d/.test(word)) return term;
		if (trendIn(word) !== null) return { ...term, weight: OWN_WORD };
		if (names.has(word)) return neededName(story, term);
		return isAll || mustBeMet(word) ? { ...term, needed: true } : { ...term, weight: ownWord };
	});
}

const FITS = 0.45;
const BEHIND_BEST = 0.6;

function named(story: Story, text: string): Claim | undefined {
	const wanted = text.toLowerCase();
	return story.claims.find(({ id, label }) => id === text || label.toLowerCase() === wanted);
}

/**
 * The claims that a text is about, best first: one that it names by id or label, then those of which
 * it has the words; none where no claim covers about half of them.
 */
export function matchClaims(story: Story, text: string): readonly Match[] {
	const claim = named(story, text);
	const others = similarClaims(story, text).filter(match => match.claim !== claim);
	return claim === undefined ? others : [{ claim, score: NAMED }, ...others];
}

const NAMED = 2;

function similarClaims(story: Story, text: string): readonly Match[] {
	const right = putRight(text, correctionsOf(story, text));
	const topic = topicOf(story, right);
	const matches = story.index.match(topic.length > 0 ? topic : contextOf(right));
	const best = matches[0]?.score ?? 0;
	return matches.filter(({ score }) => score >= FITS && score >= best * BEHIND_BEST);
}
