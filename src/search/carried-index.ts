import { type Context, contextOf, joinContexts } from "../claims/context.ts";
import { buildContextTable } from "../claims/context-table.ts";
import { isReportable } from "../claims/reading.ts";
import type { ArticleText, Sentence } from "../corpus/passage.ts";
import type { Matching, SentenceMatch } from "./sentence-index.ts";

/** A sentence that speaks of something by a pronoun, with the sentence before it, which names that. */
export interface CarriedMatch extends SentenceMatch {
	readonly before: Sentence;
}

/** Whether a sentence can answer, read behind another. */
export type CanFollow = (sentence: Sentence, before: Sentence) => boolean;

const PRONOUN = /\b(?:he|she|they|him|her|them|his|hers|their|it|its|this|these|those)\b/iu;
// What stands before tells less of a sentence than its own words.
const CARRIED = 0.75;

function pairsOf(source: ArticleText) {
	const told = source.sentences.filter(
		sentence => isReportable(sentence) && sentence.passage.kind !== "question",
	);
	return told.slice(1).flatMap((sentence, index) => {
		const before = told[index];
		return before !== undefined && PRONOUN.test(sentence.text)
			? [{ source, sentence, before }]
			: [];
	});
}

/**
 * Finds the sentence of each article that covers most of some words when it is read behind the one before
 * it, the best article first; only sentences that speak of something by a pronoun are read so.
 */
export function buildCarriedIndex(texts: readonly ArticleText[], { put, weigh, alike }: Matching) {
	const pairs = texts.flatMap(pairsOf);
	const table = buildContextTable(
		pairs.map(({ sentence, before }) =>
			joinContexts([contextOf(put(sentence.text)), contextOf(put(before.text), CARRIED)]),
		),
		alike,
	);
	return (wanted: Context, canFollow: CanFollow): readonly CarriedMatch[] => {
		const covered = table.cover(wanted, weigh);
		const best = new Map<ArticleText, CarriedMatch>();
		for (const [index, pair] of pairs.entries()) {
			const share = covered[index] ?? 0;
			const known = best.get(pair.source)?.covered ?? 0;
			if (share > known && canFollow(pair.sentence, pair.before)) {
				best.set(pair.source, { ...pair, covered: share });
			}
		}
		return [...best.values()].toSorted((a, b) => b.covered - a.covered);
	};
}
