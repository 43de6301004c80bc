import { phraseFrom, wordAt } from "../figures/noun-phrase.ts";
import { type Span, slice } from "../text/span.ts";
import { readWords, type Word } from "../text/words.ts";
import type { FigureMention } from "./figure-mentions.ts";
import { isEmpty, isMeasure } from "./label.ts";
import { actBefore, actBehind, toldBehind, wentOnFor } from "./told-around.ts";

// A thing with its "of" is told in so many words at most.
const MOST_WORDS = 6;
const NOMINAL = new Set(["ADJ", "NOUN", "PROPN"]);

function isNoun(word: Word | undefined): boolean {
	return word?.wordClass === "NOUN" || word?.wordClass === "PROPN";
}

/** "A gold wrist [watch] and": the tagger takes some nouns for verbs, where no verb can stand. */
function isTakenForVerb(words: readonly Word[], at: number): boolean {
	const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
	const isBase = word?.wordClass === "VERB" && word.lemma === word.text;
	const isOver = after === undefined || /^(?:CCONJ|PUNCT)$/u.test(after.wordClass);
	return isBase && isOver && before?.wordClass === "PROPN";
}

const isDeterminer = (word: Word | undefined) => /^(?:DET|PRON)$/u.test(word?.wordClass ?? "");

/** Where the noun phrase that begins at a word is, determiners left out; null where none begins there. */
function phraseAt(words: readonly Word[], at: number): Span | null {
	const first = words.findIndex((word, index) => index >= at && !isDeterminer(word));
	const phrase = phraseFrom(words, first);
	if (phrase === null) return null;
	const own = {
		start: phrase.start,
		end: phrase.end + (isTakenForVerb(words, phrase.end) ? 1 : 0),
	};
	if (words[own.end]?.text.toLowerCase() !== "of") return spanOf(words, own);
	const of = phraseFrom(words, own.end + 1);
	const isShort = of !== null && of.end - own.start <= MOST_WORDS;
	return spanOf(words, isShort ? { start: own.start, end: of.end } : own);
}

function spanOf(words: readonly Word[], { start, end }: Span): Span | null {
	const [first, last] = [words[start], words[end - 1]];
	return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** Where the noun phrase that ends right before a place in a sentence is; null where none ends there. */
function phraseBefore(words: readonly Word[], end: number): Span | null {
	const last = words.findLastIndex(word => word.end <= end);
	// "A fine of": the tagger takes some nouns for adjectives.
	const isTaken = words[last]?.wordClass === "ADJ" && isDeterminer(words[last - 1]);
	if (isTaken) return spanOf(words, { start: last, end: last + 1 });
	if (!isNoun(words[last])) return null;
	let start = last;
	for (let at = last; at >= 0 && last - at < MOST_WORDS; at--) {
		const word = words[at];
		const joins = /^(?:['’]s?|-|of)$/u.test(word?.text ?? "");
		if (word === undefined || !(NOMINAL.has(word.wordClass) || joins)) break;
		if (!joins) start = at;
	}
	return spanOf(words, { start, end: last + 1 });
}

interface Told {
	readonly sentence: string;
	readonly figure: Span;
	readonly words: readonly Word[];
}

// "The fair", "Rope & Sons": a name is told by its capitals, whatever the tagger takes its words for.
const NAME = /^(?:the\s)?\p{Lu}[\p{L}\p{N}'’&-]*(?:\s(?:(?:of|the|&)\s)*\p{Lu}[\p{L}\p{N}'’&-]*)*/u;
// "For about 5 miles of fence": what the money is for is the fence.
const LENGTH = /^(?:(?:about|some|another|nearly|over)\s)?[\d,.]+\s\p{L}+\sof\s/u;

const HANGS_ON =
	/^\s(?:\p{L}+ed\s)?(?:from|for|by|with|at|in|on|to|between|over|against|about|of)\s/u;

/** A thing told in one word, with what hangs on it: "battle with the clerks", "aid for farmers". */
function withMore({ sentence, words }: Told, thing: Span): Span {
	if (/[\s-]/u.test(slice(sentence, thing))) return thing;
	const lead = HANGS_ON.exec(sentence.slice(thing.end))?.[0];
	const more = lead === undefined ? null : phraseAt(words, wordAt(words, thing.end + lead.length));
	if (more === null || more.start > thing.end + (lead?.length ?? 0) + 4) return thing;
	const span = { start: thing.start, end: more.end };
	const isLong = slice(sentence, span).split(" ").length > MOST_WORDS;
	return isLong || !isMeasure(slice(sentence, more)) ? thing : span;
}

/** The thing that begins behind an offset, with its determiner; null where none does. */
function thingBehind(told: Told, offset: number): string | null {
	const { sentence, words } = told;
	const from = offset + (LENGTH.exec(sentence.slice(offset))?.[0].length ?? 0);
	const name = NAME.exec(sentence.slice(from))?.[0];
	const at = wordAt(words, from);
	const span = phraseAt(words, at);
	const phrase =
		span === null
			? null
			: sentence.slice(words[at]?.start ?? span.start, span.start) +
				slice(sentence, withMore(told, span));
	const thing = name !== undefined && name.length > (phrase?.length ?? 0) ? name : phrase;
	return thing === null || !isMeasure(thing) ? null : thing;
}

const withoutDeterminer = (thing: string) =>
	thing.replace(/^(?:the|an?|its|his|her|their|our|all|any|some|this|these|those)\s/iu, "");

/** A way of saying what a figure is of: the words between it and the thing, behind it or before. */
interface Pattern {
	/** Right behind the figure; the thing follows. */
	readonly behind?: RegExp;
	/** Right before the figure; the thing precedes. */
	readonly before?: RegExp;
	/** What things it is said of; of any where none are listed. */
	readonly of?: RegExp;
	readonly word?: (thing: string, told: Told) => string;
}

// "$4 million or so in all for": what may stand between a sum and what it is for.
const LOOSE = String.raw`(?:\s(?:or so|in all|more|each|in total))*`;
const QUALIFIED = String.raw`(?:(?:about|around|approximately|roughly|nearly|almost|over|under|more than|less than|at least|at most|up to|as much as|only|just|an? estimated|some)\s)*`;
const SPENDING = /\b(?:purchases|expenses|expenditures|spending|charges|bills)\b/iu;
// No name: "in losses", "in Chinese goods", and not "in Oakton".
const COMMON = /(?:^|\s)\p{Ll}\S*$/u;

/** "Spent at the fair", "expenses at the fair": in the sentence's own word for spending. */
function spentAt(thing: string, { sentence }: Told): string {
	const noun = SPENDING.exec(sentence)?.[0].toLowerCase();
	if (noun !== undefined) return `${noun} at ${thing}`;
	return /\bspent\b/iu.test(sentence) ? `spent at ${thing}` : thing;
}

// "$9 million pleased its makers": what is pleased is no thing.
const ONE_PHRASE = /^(?!.*\s(?:its|his|her|their|the|an?|our|my)\s)/iu;
const NO_THING =
	"per|an?|the|to|by|at|on|in|of|for|from|and|or|as|if|but|with|that|which|when|than|over|under|while|after|before|this|last|next|each|more|he|she|it|they|we";

const MONEY: readonly Pattern[] = [
	// "In the budget", "in certain towns": there the sum is no such thing.
	{
		behind: new RegExp(
			`^${LOOSE}\\sin\\s(?!the|an?\\b|its|his|her|their|certain|some|many|most|all|parts)`,
			"u",
		),
		of: COMMON,
	},
	{ behind: new RegExp(`^${LOOSE}(?:\\sworth)?\\sof\\s`, "u"), of: COMMON },
	{
		behind: new RegExp(
			`^${LOOSE}\\s(?:for|toward|towards)\\s(?!(?:an?|one|each|every)\\s(?:single\\s)?\\p{L}+\\b(?!\\s\\p{L}))`,
			"u",
		),
		word: thing => `money for ${thing}`,
	},
	{ behind: new RegExp(`^${LOOSE}\\son\\s(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)`, "iu") },
	{ behind: new RegExp(`^${LOOSE}\\sat\\s(?=(?:the\\s)?\\p{Lu})`, "u"), word: spentAt },
	{ behind: new RegExp(`^${LOOSE}\\sfrom\\s`, "u"), word: thing => `money from ${thing}` },
	{ behind: new RegExp(`^[\\s-](?=\\p{L})(?!(?:${NO_THING})\\b)`, "iu"), of: ONE_PHRASE },
	{ before: new RegExp(`\\s(?:of|worth)\\s${QUALIFIED}$`, "iu") },
	{ before: /\s\($/u },
];

const MEASURE: readonly Pattern[] = [
	{ behind: /^(?:\s\([^)]*\))?\sof\s/u },
	{ before: new RegExp(`\\sof\\s${QUALIFIED}$`, "iu") },
];

const DURATION: readonly Pattern[] = [
	{ behind: /^\sof\s/u, of: COMMON },
	{ before: new RegExp(`\\b(?:sentence|term)\\sof\\s${QUALIFIED}$`, "iu") },
];

/** The thing that one pattern finds, as it is told; null where it finds none. */
function found({ behind, before, of = /./u, word }: Pattern, told: Told): string | null {
	const { sentence, figure, words } = told;
	const lead = behind?.exec(sentence.slice(figure.end))?.[0];
	const tail = before?.exec(sentence.slice(0, figure.start));
	const span = tail == null ? null : phraseBefore(words, tail.index);
	const ahead = span === null ? null : slice(sentence, span);
	const thing = lead === undefined ? ahead : thingBehind(told, figure.end + lead.length);
	const bare = withoutDeterminer(thing ?? "");
	if (thing === null || !isMeasure(bare) || isEmpty(bare) || !of.test(bare)) return null;
	return word === undefined ? bare : word(thing, told);
}

function byPattern(patterns: readonly Pattern[], told: Told): string | null {
	return patterns.map(pattern => found(pattern, told)).find(thing => thing !== null) ?? null;
}

const DISTANCE =
	/^(?:\s\([^)]*\))?\s((?:north|south|east|west)\S*\s(?:of|from)\s(?:the\s)?\p{L}+)/iu;
const IN_PLACE = /^\sin\s(?:prison|jail|custody|office|power|hospital|captivity|exile|school)\b/iu;

/** "Years in prison" of "five years in prison": the unit with where the time is spent. */
function timeIn({ sentence, figure }: Told): string | null {
	const place = IN_PLACE.exec(sentence.slice(figure.end))?.[0];
	const unit = /\p{L}+$/u.exec(slice(sentence, figure))?.[0];
	return place === undefined || unit === undefined ? null : `${unit}${place}`;
}

const AGED = /(\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+)+),\s$/u;
const OLD = /^[\s-]*years?[\s-]old\b/iu;

/** Whose age a figure is: "age of Ada Moss". */
function ageOf(told: Told): string | null {
	const { sentence, figure } = told;
	const behind = sentence.slice(figure.end);
	const name = AGED.exec(sentence.slice(0, figure.start))?.[1];
	if (name !== undefined && behind.startsWith(",")) return `age of ${name}`;
	if (!/\bold$/iu.test(slice(sentence, figure)) && !OLD.test(behind)) return null;
	const thing = /^\s\p{Ll}/u.test(behind) ? thingBehind(told, figure.end) : null;
	return thing === null ? "age" : `age of ${thing}`;
}

/** What a time before a noun is of, "battle" in "a two-month battle"; null where none follows. */
function lastingThing(told: Told): string | null {
	const { sentence, figure } = told;
	const isBefore = /-/u.test(slice(sentence, figure)) || sentence[figure.end] === "-";
	const thing = isBefore ? thingBehind(told, figure.end) : null;
	return thing === null || isEmpty(thing) ? null : thing;
}

// "Expenses topped $4 million": the expenses are told, and not what was topped.
const LEVELS =
	/^(?:topp?(?:ed|s)?|exceed(?:ed|s)?|total(?:l?ed|s)?|reach(?:ed|es)?|hit|hits|hover(?:ed|s)?|average[ds]?|amount(?:ed|s)?|stands?|stood|is|are|was|were|estimated|valued)$/iu;
const PAYS =
	/^(?:rais|spen[dt]|pa(?:y|id)|forfeit|los[et]|ow(?:e|ed|es)$|earn|donat|g[ai]ve|provid|invest|s(?:eek|ought)|demand|request|receiv|collect|borrow|sav|st[eo]l|allocat|approv|won$|award|divert|mov|access|grant|charg|need|promis|offer)/iu;

/** What is at a level, by the verb that says so right before it: "expenses" of "expenses topped $4 million". */
function levelled({ sentence, figure }: Told): string | null {
	const act = actBefore(sentence, figure);
	return act !== null && act.subject !== null && LEVELS.test(act.verb) ? act.subject : null;
}

/** What is done with a sum: "money it raised", "money to help the clerks". */
function moneyDone({ sentence, figure }: Told): string | null {
	const behind = actBehind(sentence, figure);
	if (behind !== null) return `money ${behind}`;
	const act = actBefore(sentence, figure);
	return act !== null && PAYS.test(act.verb) ? `money ${act.text}` : null;
}

/**
 * What one figure measures, as its own sentence says it: what the money is for, what went on so long,
 * whose age it is; null where the sentence does not say in a way that is known.
 *
 * @example measuredBy(mention) // "money for the wall" for "$8 million for the wall"
 */
export function measuredBy({ sentence, figure }: FigureMention): string | null {
	const told = { sentence: sentence.text, figure, words: readWords(sentence.text) };
	const age = figure.kind === "duration" || figure.unit === null ? ageOf(told) : null;
	if (age !== null) return age;
	if (figure.kind === "money") return byPattern(MONEY, told) ?? levelled(told) ?? moneyDone(told);
	if (figure.kind === "measure") {
		const way = DISTANCE.exec(sentence.text.slice(figure.end))?.[1];
		return way ?? byPattern(MEASURE, told) ?? levelled(told);
	}
	if (figure.kind !== "duration") return null;
	const thing = timeIn(told) ?? byPattern(DURATION, told) ?? lastingThing(told);
	return thing ?? wentOnFor(sentence.text, figure);
}

// "Talks between the two towns stalled": the towns did not.
const LED_IN =
	/\b(?:between|among|of|from|with|for|by|in|on|at)\s(?:(?:the|these|those|his|her|its|their|all|some|about|nearly|almost|over|other)\s)*$/iu;

/**
 * Things counted in one word ("people"), with what is told of them behind it: "people told to leave",
 * "people in the valley"; the word alone where nothing is.
 */
export function countedMore({ sentence: { text }, figure }: FigureMention): string | null {
	const { counts } = figure;
	if (counts === null || /[\s-]/u.test(counts)) return counts;
	const at = text.indexOf(counts, figure.end);
	if (at < 0 || at > figure.end + 1) return counts;
	const end = at + counts.length;
	const told = toldBehind(text, end);
	if (told === null || !(figure.kind === "percent" || isMeasure(told))) return counts;
	const isOwn = /^(?:of|lost|cut|held|made|sold)\b/u.test(text.slice(end + 1));
	return !isOwn && LED_IN.test(text.slice(0, figure.start)) ? counts : `${counts} ${told}`;
}
