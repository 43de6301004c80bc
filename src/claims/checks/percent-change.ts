import { slice } from "../../text/span.ts";
import { readTerms } from "../../text/terms.ts";
import type { Report } from "../claim.ts";
import { type FigureMention, printedWithQualifier } from "../figure-mentions.ts";
import {
	bySentence,
	type Change,
	changesAmong,
	isWholeChange,
	restatesChange,
	tellsOf,
} from "./changes.ts";
import type { CheckContext, CheckMaker, PlacedCheck } from "./check-maker.ts";
import { type Reach, reachOf, signedPercent, withoutScale } from "./computed.ts";
import { groupBy, listOf, outletName, quoted } from "./phrases.ts";
import { type FindPlaces, type Place, placeCheck, placesAmong } from "./placing.ts";

/** A printed percent with the two ends that its article prints of the same change. */
interface Derivation {
	readonly percent: FigureMention;
	readonly change: Change;
}

function sentencesOf(context: CheckContext): readonly (readonly FigureMention[])[] {
	return [...bySentence(context.mentions).values()];
}

/** A percent beside its ends; none where a sentence has several of either. */
function withinSentence(mentions: readonly FigureMention[]): readonly Derivation[] {
	const [change, ...changes] = changesAmong(mentions);
	if (change === undefined) return [];
	const [percent, ...percents] = mentions.filter(
		mention => isWholeChange(mention) || restatesChange(mention, change),
	);
	if (percent === undefined) return [];
	if (changes.length > 0 || percents.length > 0 || !tellsOf(percent, change)) return [];
	return [{ percent, change }];
}

const ANAPHORA = /^(?:this|that|the|such an?)\s+(?:\w+\s+){0,2}$/iu;

/** "This nearly 300% growth": a percent that leans on the ends in the sentence before it. */
function acrossSentences(
	mentions: readonly FigureMention[],
	before: readonly FigureMention[] | undefined,
): readonly Derivation[] {
	const [percent] = mentions.filter(isWholeChange);
	const [change, ...changes] = changesAmong(before ?? []);
	if (percent === undefined || change === undefined || changes.length > 0) return [];
	const { sentences } = percent.reading;
	const follows =
		change.to.reading === percent.reading &&
		sentences.indexOf(percent.sentence) === sentences.indexOf(change.to.sentence) + 1;
	const lead = percent.sentence.text.slice(0, percent.figure.start);
	return follows && ANAPHORA.test(lead) ? [{ percent, change }] : [];
}

const GROWTH_WORDS = new Set(
	readTerms(
		"growth growing increase rise gain surge expansion drop fall decline decrease change signal projected expected",
	).map(({ text }) => text),
);
const FEWEST_MEASURED = 2;

/** Whether the ends measure what the percent does, by the words for it. */
function sameMeasure({ figure }: FigureMention, { to }: Change): boolean {
	const measured = readTerms(figure.counts ?? "")
		.map(({ text }) => text)
		.filter(text => !GROWTH_WORDS.has(text));
	const there = new Set(readTerms(to.sentence.text).map(({ text }) => text));
	return measured.length >= FEWEST_MEASURED && measured.every(text => there.has(text));
}

/** A percent and two ends in other sentences of an article, where it has one change of that measure. */
function withinArticle(context: CheckContext): readonly Derivation[] {
	const changes = sentencesOf(context).flatMap(changesAmong);
	return context.mentions.filter(isWholeChange).flatMap(percent => {
		const own = changes.filter(({ to }) => to.reading === percent.reading);
		const [change, ...others] = own.filter(each => sameMeasure(percent, each));
		return change === undefined || others.length > 0 ? [] : [{ percent, change }];
	});
}

function timesAgree({ percent, change }: Derivation): boolean {
	const [own, end] = [percent.asOf, change.to.asOf];
	return own === null || end === null || own.startsWith(end) || end.startsWith(own);
}

/** Every percent of a change with its two ends, the surest way of telling them first, each percent once. */
export function findDerivations(context: CheckContext): readonly Derivation[] {
	const sentences = sentencesOf(context);
	const found = [
		...sentences.flatMap(withinSentence),
		...sentences.flatMap((mentions, index) => acrossSentences(mentions, sentences[index - 1])),
		...withinArticle(context),
	];
	const seen = new Set<FigureMention>();
	return found.filter(derivation => {
		if (!timesAgree(derivation) || seen.has(derivation.percent)) return false;
		return seen.add(derivation.percent) !== undefined;
	});
}

function articleOf({ reading }: FigureMention): string {
	return reading.text.article.id;
}

/** The change that an article prints between the same two claims as another article's change. */
function changeIn(mention: FigureMention, model: Change, all: readonly Change[], find: FindPlaces) {
	const claimsOf = (each: FigureMention) => find(each).map(({ claim }) => claim);
	const [from, to] = [claimsOf(model.from), claimsOf(model.to)];
	return all.find(
		change =>
			articleOf(change.to) === articleOf(mention) &&
			claimsOf(change.from).some(claim => from.includes(claim)) &&
			claimsOf(change.to).some(claim => to.includes(claim)),
	);
}

/** Percents of claims that some article ties to its ends, with the ends of their own articles. */
function throughClaims(
	tied: readonly Derivation[],
	context: CheckContext,
	find: FindPlaces,
): readonly Derivation[] {
	const all = sentencesOf(context).flatMap(changesAmong);
	const known = new Set(tied.map(({ percent }) => percent));
	return context.mentions
		.filter(mention => isWholeChange(mention) && !known.has(mention))
		.flatMap(percent => {
			const claims = find(percent).map(({ claim }) => claim);
			const model = tied.find(({ percent: other }) =>
				find(other).some(({ claim }) => claims.includes(claim)),
			);
			const change = model && changeIn(percent, model.change, all, find);
			return change === undefined ? [] : [{ percent, change }];
		})
		.filter(timesAgree);
}

interface Sum {
	readonly derivation: Derivation;
	readonly computed: number;
	readonly holds: boolean;
}

// A percent is taken for rounded to the whole, and for no more exact than this share of it.
const LOOSE = 0.05;
const LOOSE_ABOUT = 0.12;

function reachOfPercent({ value, bound, step }: FigureMention["figure"]): Reach | null {
	if (typeof value !== "number") return null;
	const share = value * (bound === "exactly" ? LOOSE : LOOSE_ABOUT);
	const slack = Math.max(Math.min(step ?? 1, 1) / 2, share);
	if (bound === "more than" || bound === "at least")
		return [value - slack, Number.POSITIVE_INFINITY];
	if (bound === "less than" || bound === "at most") return [0, value + slack];
	return bound === "between" ? null : [value - slack, value + slack];
}

function sumOf(derivation: Derivation): Sum | null {
	const { percent, change } = derivation;
	const [from, to] = [reachOf(change.from.figure), reachOf(change.to.figure)];
	const printed = reachOfPercent(percent.figure);
	const [start, end] = [change.from.figure.value, change.to.figure.value];
	if (from === null || to === null || printed === null || from[0] <= 0) return null;
	if (typeof start !== "number" || typeof end !== "number") return null;
	const trend = percent.figure.trend ?? (end < start ? "down" : "up");
	const sign = trend === "down" ? -1 : 1;
	const ends = [to[0] / from[1], to[1] / from[0]].map(ratio => sign * (ratio - 1) * 100);
	const [low, high] = [Math.min(...ends), Math.max(...ends)];
	const holds = low <= printed[1] && printed[0] <= high;
	return { derivation, computed: (end / start - 1) * 100, holds };
}

const wordsOf = ({ sentence, figure }: FigureMention) => slice(sentence.text, figure);

function reportsAt(places: readonly Place[]): readonly Report[] {
	return places
		.map(({ claim, index }) => claim.reports[index])
		.filter(report => report !== undefined);
}

/** "Acme News prints "roughly 300%", Daily Post "300%"". */
function printedBy(sums: readonly Sum[], find: FindPlaces): string {
	const percents = sums.map(({ derivation }) => derivation.percent);
	const groups = groupBy(percents, percent => outletName(reportsAt(find(percent))[0] ?? nobody));
	const parts = groups.map((group, index) => {
		const [report] = group.flatMap(percent => reportsAt(find(percent)));
		const words = listOf(group.map(percent => quoted(printedWithQualifier(percent))));
		return `${outletName(report ?? nobody)} ${index === 0 ? "prints " : ""}${words}`;
	});
	return listOf(parts);
}

const nobody = { outlet: "", via: null } as const;

function checkOf(sums: readonly Sum[], find: FindPlaces): readonly PlacedCheck[] {
	const [first] = sums;
	if (first === undefined) return [];
	const { percent, change } = first.derivation;
	const places = sums.flatMap(({ derivation }) =>
		[derivation.percent, derivation.change.from, derivation.change.to].flatMap(find),
	);
	const values = [change.to.figure.value, change.from.figure.value].map(Number);
	const [end = "", start = ""] = withoutScale(values);
	const printed = wordsOf(percent);
	const result = `${wordsOf(change.from)} to ${wordsOf(change.to)} is ${signedPercent(first.computed)}`;
	const told = first.holds ? `which fits ${printed}` : `not ${printed}`;
	const text = `${result}, ${told} (computed: (${end} − ${start}) ÷ ${start}); ${printedBy(sums, find)}`;
	return placeCheck({ kind: "arithmetic", text, holds: first.holds }, places);
}

function keyOf({ derivation, holds }: Sum): string {
	const { percent, change } = derivation;
	return JSON.stringify([
		holds,
		percent.figure.value,
		change.from.figure.value,
		change.to.figure.value,
		change.to.figure.unit,
	]);
}

/**
 * Percents of change against the two ends that their articles print: "$25 billion to $119 billion is
 * +376%, not 300%". Shown on the claims of the percent and of the ends. Yearly rates, shares and open
 * ends ("over $5 million") are passed over, and so is a sentence with several changes.
 */
export const checkPercentChanges: CheckMaker = (claims, context) => {
	const find = placesAmong(claims);
	const tied = findDerivations(context);
	const all = [...tied, ...throughClaims(tied, context, find)];
	const sums = all.map(sumOf).filter(sum => sum !== null);
	return groupBy(sums, keyOf).flatMap(group => checkOf(group, find));
};
