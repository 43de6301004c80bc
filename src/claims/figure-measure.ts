import type { Figure } from "../figures/figure.ts";
import { overlaps, type Span, slice } from "../text/span.ts";
import { readTerms, stems } from "../text/terms.ts";
import { joinContexts, type Weigh } from "./context.ts";
import type { FigureMention } from "./figure-mentions.ts";
import type { MentionGroup } from "./group-mentions.ts";
import { bestPhrase, isEmpty, isMeasure, sharedPhrase, withTopic } from "./label.ts";
import { countedMore, measuredBy } from "./measured.ts";
import { mostPrinted } from "./most-printed.ts";
import { predicateOf } from "./predicates.ts";
import { standing } from "./standing.ts";
import { saidOf } from "./told-around.ts";

/** What a figure's clause says besides it; null where that is another figure, or one word. */
function clauseOf({ figure, sentence, beside }: FigureMention): string | null {
	const said = saidOf(sentence.text, figure);
	if (said === null) return null;
	const start = sentence.text.indexOf(said);
	const span = { start, end: start + said.length };
	return beside.some(other => other.kind !== "date" && overlaps(other, span)) ? null : said;
}

/** What the sentence says is measured, else what it says of the figure, else the phrase that stands nearest. */
function measureAlone(mention: FigureMention, weigh: Weigh): string {
	const { figure, sentence } = mention;
	if (figure.counts !== null && isMeasure(figure.counts) && !isEmpty(figure.counts))
		return figure.counts;
	const said = clauseOf(mention);
	if (said !== null) return said;
	const near = nearnessIn([mention]);
	const phrase = bestPhrase(sentence.text, stem => weigh(stem) * near(stem));
	return phrase ?? slice(sentence.text, figure);
}

// "The growth of the market to $119 billion" measures a market: only a percent measures growth.
const CHANGES = new Set(
	readTerms("growth increase rise decline drop fall gain surge change expansion").map(
		({ text }) => text,
	),
);
// Nor does it measure what it is for one of.
const ASIDE_WORTH = 0.2;
// What a sentence itself says is measured tells more than what else it speaks of.
const COUNTED_WORTH = 1.6;

/** "Cost" of "cost to produce a single bitcoin". */
function headOf(counts: string): string {
	return counts.split(/ (?:to|of|for|in|on|per|at) /u)[0] ?? counts;
}

const DENOMINATOR =
	/^\s+(?:per|an?|each|every|for (?:an?|one|each|every))(?:\s+single)?\s+[\p{L}-]+/iu;

/** What a figure is for one of, behind it: "per bitcoin", "for a single bitcoin". */
function denominatorOf(sentence: string, figure: Span): readonly Span[] {
	const found = DENOMINATOR.exec(sentence.slice(figure.end))?.[0];
	return found === undefined ? [] : [{ start: figure.end, end: figure.end + found.length }];
}

/** The things that another figure of a sentence counts, right behind it: no other figure measures them. */
function countedBeside(sentence: string, { counts, end }: Figure): readonly Span[] {
	const start = counts === null ? -1 : sentence.indexOf(counts, end);
	return counts === null || start < 0 || start > end + 1
		? []
		: [{ start, end: start + counts.length }];
}

/** What of a mention's sentence its measure is not made of. */
function notMeasured({
	sentence: { text },
	figure,
	beside,
	credits,
}: FigureMention): readonly Span[] {
	// "70,000 households, with 5,000 of them": a number may leave what it counts to the one beside it.
	const counted =
		figure.kind === "count" ? [] : beside.flatMap(other => countedBeside(text, other));
	return [figure, ...beside, ...credits, ...denominatorOf(text, figure), ...counted];
}

/** How near each stem stands to a figure of a group, from 0 to 1. */
function nearnessIn(group: MentionGroup): (stem: string) => number {
	const near = new Map(
		joinContexts(group.map(({ context }) => context)).map(({ stem, weight }) => [stem, weight]),
	);
	return stem => near.get(stem) ?? 0;
}

function measureShared(group: MentionGroup, weigh: Weigh): string | null {
	const near = nearnessIn(group);
	const isLevel = group.every(({ figure }) => figure.kind !== "percent");
	const counted = new Set(
		group.flatMap(({ figure }) => readTerms(headOf(figure.counts ?? "")).map(({ text }) => text)),
	);
	const denominators = new Set(
		group.flatMap(({ sentence, figure }) =>
			denominatorOf(sentence.text, figure).flatMap(span => stems(slice(sentence.text, span))),
		),
	);
	const worth = (stem: string) => {
		const aside = denominators.has(stem) || (isLevel && CHANGES.has(stem)) ? ASIDE_WORTH : 1;
		const told = counted.has(stem) ? COUNTED_WORTH : 1;
		// Rare words tell more than common ones, but what is measured is often a common word.
		return Math.sqrt(weigh(stem)) * near(stem) * aside * told;
	};
	const sentences = group.map(mention => ({
		sentence: mention.sentence.text,
		without: notMeasured(mention),
	}));
	return sharedPhrase(sentences, worth, "common");
}

/** The word for what happens to the things counted, as a sentence prints it, where the measure lacks it. */
function predicateWord(group: MentionGroup, measure: string): string {
	const predicate = group.find(({ saysPredicate }) => saysPredicate)?.predicate;
	if (predicate == null || group.some(({ figure }) => figure.kind !== "count")) return "";
	const words = group.flatMap(({ sentence }) =>
		readTerms(sentence.text).map(term => slice(sentence.text, term)),
	);
	const stands = (text: string) =>
		readTerms(text).some(({ text: stem }) => predicateOf(stem) === predicate);
	if (stands(measure)) return "";
	const printed = words.filter(stands).map(word => word.toLowerCase());
	const word =
		printed.find(each => each === predicate.name) ?? printed.find(each => each.endsWith("ed"));
	return word === undefined ? "" : ` ${word}`;
}

/** The noun that most of the group count, as it is printed, where a shared phrase lacks it. */
function countedThings(group: MentionGroup, shared: string | null): string | null {
	const units = group.map(({ figure }) => figure.unit).filter(unit => unit !== null);
	const unit = group[0]?.figure.kind === "count" ? mostPrinted(units) : null;
	const [stem] = unit === null ? [] : readTerms(unit);
	if (stem === undefined) return null;
	const has = (words: string) => readTerms(words).some(({ text }) => text === stem.text);
	if (shared !== null && has(shared)) return null;
	const counted = group
		.map(({ figure }) => figure.counts ?? "")
		.filter(words => has(words) && isMeasure(words));
	return mostPrinted(counted);
}

const MOST_WORDS = 5;
const wordsIn = (phrase: string) => phrase.split(" ").length;

/** What has moved by the figures of a group, in full, where nothing else is said to be counted; else null. */
function moverOf(group: MentionGroup): string | null {
	if (group.some(({ figure: { counts, unit } }) => counts !== null && unit !== "point"))
		return null;
	const movers = group.map(({ mover }) => mover).filter(mover => mover !== null);
	const [fullest] = movers
		.filter(mover => wordsIn(mover) <= MOST_WORDS)
		.toSorted((a, b) => wordsIn(b) - wordsIn(a) || a.length - b.length);
	return fullest ?? null;
}

function sharesWord(a: string, b: string): boolean {
	const known = new Set(stems(a));
	return stems(b).some(stem => known.has(stem));
}

// "Agreed to buy Acme for $3 million", "the purchase of Acme", "will pay $3 million for Acme".
const DEAL =
	/\b(?:acquir(?:e|es|ed|ing)|buy(?:s|ing)?|bought|purchas(?:e|es|ed|ing)|takes?\sover|(?:acquisition|takeover|purchase)\sof)\s(?:(?!for\b)\p{Ll}[\p{L}-]*\s){0,5}?(\p{Lu}[\p{L}\d]*(?:\s\p{Lu}[\p{L}\d]*)*)/gu;

/** What is bought for a sum, where a third of a group or more say that something is: "price of Acme". */
function priceOf(group: MentionGroup): string | null {
	if (group[0]?.figure.kind !== "money") return null;
	const bought = group.map(({ sentence, figure }) => {
		const before = sentence.text.slice(0, figure.start);
		const nearest = [...before.matchAll(DEAL)].at(-1);
		return /\bfor\s(?:\p{L}+\s)?$/u.test(before) ? (nearest?.[1] ?? null) : null;
	});
	const named = mostPrinted(bought.filter(name => name !== null));
	const times = bought.filter(name => name === named).length;
	return named !== null && times * 3 >= group.length ? `price of ${named}` : null;
}

// Where fewer of a group's sentences than this say what they measure, what they share is taken.
const SAY_SO = 1 / 3;

/** Of the words of several sentences those that stand best for all. */
function standingBest(words: readonly string[], group: MentionGroup, weigh: Weigh): string | null {
	const sentences = group.map(({ sentence }) => sentence.text);
	const worth = (phrase: string) => standing(phrase, sentences, weigh);
	// What begins a sentence has a capital that it has nowhere else.
	const isFirst = (phrase: string) => Number(/^\p{Lu}/u.test(phrase));
	const ranked = words.toSorted((a, b) => worth(b) - worth(a) || isFirst(a) - isFirst(b));
	return ranked[0] ?? null;
}

/** What the sentences of a group themselves say to be measured. */
function measureTold(group: MentionGroup, weigh: Weigh): string | null {
	const told = group.map(measuredBy).filter(words => words !== null);
	return told.length < group.length * SAY_SO ? null : standingBest(told, group, weigh);
}

/** The measure of a count or a share in one word with what is told of the things: "people told to leave". */
function withTold(group: MentionGroup, measure: string, weigh: Weigh): string {
	const kind = group[0]?.figure.kind ?? "";
	if (!/^(?:count|percent)$/u.test(kind) || /[\s-]/u.test(measure)) return measure;
	const same = group.filter(({ figure }) => figure.counts?.toLowerCase() === measure.toLowerCase());
	const more = same.map(countedMore).filter(words => words !== null);
	return (
		standingBest(
			more.filter(words => words !== measure),
			group,
			weigh,
		) ?? measure
	);
}

/** What the sentences of several articles have in common, or the things that they count. */
function measureInCommon(group: MentionGroup, weigh: Weigh): string | null {
	const readings = new Set(group.map(({ reading }) => reading));
	const isShared = readings.size > 1 && group[0]?.figure.kind !== "duration";
	const shared = isShared ? measureShared(group, weigh) : null;
	return countedThings(group, shared) ?? (shared === null || isEmpty(shared) ? null : shared);
}

/** A measure with the word for what happens to the things, or what else is told of them. */
function inFull(group: MentionGroup, measure: string, weigh: Weigh): string {
	const isClause = wordsIn(measure) > MOST_WORDS;
	const named = isClause ? measure : `${measure}${predicateWord(group, measure)}`;
	return named === measure ? withTold(group, measure, weigh) : named;
}

/** What a group of mentions measures, in the words of its sentences. */
export function measureOf(group: MentionGroup, weigh: Weigh): string {
	const [first] = group;
	if (first === undefined) return "";
	const told = priceOf(group) ?? measureTold(group, weigh);
	if (told !== null) return told;
	const common = measureInCommon(group, weigh);
	const mover = moverOf(group);
	if (mover !== null && (common === null || !sharesWord(common, mover))) return mover;
	return inFull(group, common ?? measureAlone(first, weigh), weigh);
}

/** The measure with what else its sentences speak of, where it is a single word that does not tell alone. */
export function labelOf(measure: string, group: MentionGroup, weigh: Weigh): string {
	const kind = group[0]?.figure.kind;
	const isTold =
		kind === "count" ||
		wordsIn(measure) > 1 ||
		measure === moverOf(group) ||
		(kind !== "money" && measure === measureTold(group, weigh));
	if (isTold) return measure;
	const near = nearnessIn(group);
	const sentences = group.map(mention => ({
		sentence: mention.sentence.text,
		without: notMeasured(mention),
	}));
	return withTopic(measure, sentences, stem => weigh(stem) * near(stem));
}
