import { type Span, slice } from "../text/span.ts";
import { readTerms, stems } from "../text/terms.ts";
import { isWithin, sameValue } from "./align.ts";
import { type Draft, positionsBy } from "./assemble.ts";
import { changeDraft } from "./change-claims.ts";
import type { Position, Report } from "./claim.ts";
import type { Weigh } from "./context.ts";
import { differencesAmong, isDenied } from "./difference.ts";
import { type FigureMention, printedWithQualifier } from "./figure-mentions.ts";
import { alignFigures, type MentionGroup } from "./group-mentions.ts";
import { bestPhrase, isMeasure, sharedPhrase, withTopic } from "./label.ts";
import { predicateOf } from "./predicates.ts";
import { recordOf } from "./record.ts";
import { byPublication, reportOf } from "./reports.ts";
import { readStrength } from "./strength.ts";

function reportOfMention(mention: FigureMention): Report {
	const { reading, sentence, figure, attribution } = mention;
	return {
		...reportOf(reading.text, sentence, printedWithQualifier(mention)),
		value: figure.value,
		unit: figure.unit,
		bound: figure.bound,
		trend: figure.trend,
		asOf: mention.asOf,
		attribution,
		strength: readStrength(sentence.text, figure),
	};
}

/** The same figure twice in one sentence of an article is one report. */
function withoutRepeats(group: MentionGroup): MentionGroup {
	const seen = new Set<string>();
	return group.filter(({ reading, sentence, figure }) => {
		const key = [reading.text.article.id, sentence.start, figure.value, figure.unit].join(" ");
		return seen.has(key) ? false : seen.add(key) !== undefined;
	});
}

function mostCommon(words: readonly string[]): string | null {
	const times = new Map<string, number>();
	for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
	const ranked = [...times].toSorted((a, b) => b[1] - a[1] || b[0].length - a[0].length);
	return ranked[0]?.[0] ?? null;
}

/** What the sentence says is measured, else the phrase that stands nearest. */
function measureAlone({ figure, sentence, context }: FigureMention, weigh: Weigh): string {
	if (figure.counts !== null && isMeasure(figure.counts)) return figure.counts;
	const near = new Map(context.map(({ stem, weight }) => [stem, weight]));
	const phrase = bestPhrase(sentence.text, stem => weigh(stem) * (near.get(stem) ?? 0));
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

function measureShared(group: MentionGroup, weigh: Weigh): string | null {
	const near = new Map<string, number>();
	for (const { stem, weight } of group.flatMap(({ context }) => context)) {
		near.set(stem, Math.max(weight, near.get(stem) ?? 0));
	}
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
		return Math.sqrt(weigh(stem)) * (near.get(stem) ?? 0) * aside * told;
	};
	const sentences = group.map(({ sentence, figure, beside, credits }) => ({
		sentence: sentence.text,
		without: [figure, ...beside, ...credits, ...denominatorOf(sentence.text, figure)],
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
	const unit = group[0]?.figure.kind === "count" ? mostCommon(units) : null;
	const [stem] = unit === null ? [] : readTerms(unit);
	if (stem === undefined) return null;
	const has = (words: string) => readTerms(words).some(({ text }) => text === stem.text);
	if (shared !== null && has(shared)) return null;
	const counted = group
		.map(({ figure }) => figure.counts ?? "")
		.filter(words => has(words) && isMeasure(words));
	return mostCommon(counted);
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
	const named = mostCommon(bought.filter(name => name !== null));
	const times = bought.filter(name => name === named).length;
	return named !== null && times * 3 >= group.length ? `price of ${named}` : null;
}

function measureOf(group: MentionGroup, weigh: Weigh): string {
	const [first] = group;
	if (first === undefined) return "";
	const price = priceOf(group);
	if (price !== null) return price;
	const readings = new Set(group.map(({ reading }) => reading));
	const isShared = readings.size > 1 && first.figure.kind !== "duration";
	const shared = isShared ? measureShared(group, weigh) : null;
	const mover = moverOf(group);
	const told = countedThings(group, shared) ?? shared;
	if (mover !== null && (told === null || !sharesWord(told, mover))) return mover;
	const measure = told ?? measureAlone(first, weigh);
	return `${measure}${predicateWord(group, measure)}`;
}

/** Roundings of one value agree; each forecaster has a value of his own. */
function printSame(a: FigureMention, b: FigureMention): boolean {
	if (a.outlook === "expected" && b.outlook === "expected")
		return a.figure.value === b.figure.value;
	return sameValue(a.figure, b.figure) || isWithin(a.figure, b.figure);
}

function positionsOf(group: MentionGroup, reports: readonly Report[]): readonly Position[] {
	const mentionOf = (report: Report) => group[reports.indexOf(report)];
	return positionsBy(
		reports,
		(a, b) => {
			const [first, second] = [mentionOf(a), mentionOf(b)];
			if (first === undefined || second === undefined) return false;
			return printSame(first, second) && isDenied(first) === isDenied(second);
		},
		({ value }) => value,
	);
}

/** The measure with what else its sentences speak of, where it is a single word. */
function topicalLabel(measure: string, group: MentionGroup, weigh: Weigh): string {
	const near = new Map<string, number>();
	for (const { stem, weight } of group.flatMap(({ context }) => context)) {
		near.set(stem, Math.max(weight, near.get(stem) ?? 0));
	}
	const sentences = group.map(({ sentence, figure, beside, credits }) => ({
		sentence: sentence.text,
		without: [figure, ...beside, ...credits],
	}));
	return withTopic(measure, sentences, stem => weigh(stem) * (near.get(stem) ?? 0));
}

function draftOf(mentions: MentionGroup, weigh: Weigh): Draft {
	const group = withoutRepeats(mentions).toSorted((a, b) =>
		byPublication(a.reading.text, b.reading.text),
	);
	const reports = group.map(reportOfMention);
	const positions = positionsOf(group, reports);
	const measure = measureOf(group, weigh);
	const isTold = group[0]?.figure.kind === "count" || measure === moverOf(group);
	const topical = isTold ? measure : topicalLabel(measure, group, weigh);
	const time = mostCommon(group.map(({ asOf }) => asOf).filter(asOf => asOf !== null));
	return {
		kind: "figure",
		label: time === null ? topical : `${topical}, ${time}`,
		measure,
		unit: mostCommon(reports.map(({ unit }) => unit).filter(unit => unit !== null)),
		reports,
		positions,
		difference: differencesAmong(group, positions),
	};
}

/** The figures of a story, dates and what records are told by aside, each thing measured with all its reports. */
export function figureDrafts(mentions: readonly FigureMention[], weigh: Weigh): readonly Draft[] {
	const figures = mentions.filter(
		mention => mention.figure.kind !== "date" && recordOf(mention) === null,
	);
	return alignFigures(figures, weigh).flatMap(group => {
		const draft = draftOf(group, weigh);
		const change = changeDraft(group, draft.measure);
		return change === null ? [draft] : [draft, change];
	});
}
