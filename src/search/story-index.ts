import { weighBy } from "../claims/build.ts";
import type { Claim, Report } from "../claims/claim.ts";
import {
	type Context,
	contextAround,
	contextOf,
	joinContexts,
	type Weigh,
} from "../claims/context.ts";
import { buildContextTable } from "../claims/context-table.ts";
import { isReportable } from "../claims/reading.ts";
import type { ArticleText } from "../corpus/passage.ts";
import { correct, countWords } from "../text/correct.ts";
import { commonForms } from "./common-forms.ts";
import { buildSentenceIndex, type SentenceMatch } from "./sentence-index.ts";

/** A claim that fits some words, and how much of them it covers, from 0 to about 1. */
export interface ClaimMatch {
	readonly claim: Claim;
	readonly score: number;
}

/** Finds the claims and sentences of a story that fit. */
export interface StoryIndex {
	/** The claims of which something fits, best first. */
	readonly match: (wanted: Context) => readonly ClaimMatch[];
	/** The sentence of each article that covers most, the best article first; articles with none left out. */
	readonly sentences: (wanted: Context) => readonly SentenceMatch[];
	readonly weigh: Weigh;
	/** Whether any sentence of the story has a word of this stem. */
	readonly knows: (stem: string) => boolean;
	/** The story's word that a misspelt one was meant to be; null for known words and where none is near. */
	readonly correct: (word: string) => string | null;
	/** A text in the forms that the story's words are compared in; what is matched must be put so. */
	readonly inCommonForms: (text: string) => string;
}

const REPORT_WEIGHT = 0.85;
// What stands far from a figure in its sentence tells less of it, but it tells.
const FAR_WEIGHT = 0.55;
const SOURCE_WEIGHT = 0.9;

function contextOfReport(report: Report, put: (text: string) => string): Context {
	const text = put(report.excerpt.text);
	const printed = put(report.printed);
	const at = text.indexOf(printed);
	const around =
		at < 0 || printed === text
			? contextOf(text)
			: contextAround(text, { start: at, end: at + printed.length });
	const source =
		report.attribution === null ? [] : contextOf(put(report.attribution.source), SOURCE_WEIGHT);
	return joinContexts([
		around.map(term => ({ ...term, weight: Math.max(FAR_WEIGHT, term.weight) * REPORT_WEIGHT })),
		contextOf(printed, REPORT_WEIGHT),
		source,
	]);
}

// What one sentence of several speaks of beside the others tells less of what they share.
const OWN_SHARE = 0.8;

/** Reports joined, words that few of them have counting less. */
function sharedContext(contexts: readonly Context[]): Context {
	const times = new Map<string, number>();
	for (const { stem } of contexts.flat()) times.set(stem, (times.get(stem) ?? 0) + 1);
	return joinContexts(contexts).map(term => {
		const share = (times.get(term.stem) ?? 0) / contexts.length;
		return { ...term, weight: term.weight * (OWN_SHARE + (1 - OWN_SHARE) * share) };
	});
}

function contextOfClaim(claim: Claim, put: (text: string) => string): Context {
	const reports = claim.reports.map(report => contextOfReport(report, put));
	const told = claim.kind === "statement" ? sharedContext(reports) : joinContexts(reports);
	return joinContexts([contextOf(put(claim.label)), contextOf(put(claim.measure)), told]);
}

// Among claims that fit alike, figures first, and those of more outlets first.
const KIND_BONUS = { figure: 0.06, date: 0.03, quotation: 0.02, attribution: 0.02, statement: 0 };
const OUTLET_BONUS = 0.01;
// And those first that are called by the words; how well they answer is not told by it.
const LABEL_BONUS = 0.12;

function bonusOf(claim: Claim): number {
	const outlets = new Set(claim.reports.map(({ outlet }) => outlet)).size;
	return KIND_BONUS[claim.kind] + OUTLET_BONUS * Math.min(outlets, 10);
}

/** Whether a report stands in the article's own text, and not in the signed blurb of another outlet. */
function isCitable({ article, excerpt }: Report, texts: readonly ArticleText[]): boolean {
	const text = texts.find(each => each.article.id === article);
	const sentence = text?.sentences.find(({ start }) => start === excerpt.start);
	return sentence === undefined || isReportable(sentence);
}

interface Told {
	/** What each claim says. */
	readonly contexts: readonly Context[];
	/** What each is called. */
	readonly labels: readonly Context[];
	readonly weigh: Weigh;
}

function claimMatcher(
	claims: readonly Claim[],
	{ contexts, labels, weigh }: Told,
): StoryIndex["match"] {
	const bonuses = claims.map(bonusOf);
	const claimTable = buildContextTable(contexts);
	const labelTable = buildContextTable(labels);
	return wanted => {
		const covered = claimTable.cover(wanted, weigh);
		const called = labelTable.cover(wanted, weigh);
		return claims
			.map((claim, index) => ({
				claim,
				share: covered[index] ?? 0,
				bonus: bonuses[index] ?? 0,
				name: LABEL_BONUS * (called[index] ?? 0),
			}))
			.filter(({ share }) => share > 0)
			.toSorted((a, b) => b.share + b.bonus + b.name - (a.share + a.bonus + a.name))
			.map(({ claim, share, bonus }) => ({ claim, score: share + bonus }));
	};
}

/**
 * Builds an index of a story's claims, by what they measure, say and credit, and of its sentences, in
 * steps of some milliseconds, so that whoever builds it beside other work can pause between them.
 */
export function* storyIndexSteps(
	claims: readonly Claim[],
	texts: readonly ArticleText[],
): Generator<void, StoryIndex> {
	const weigh = weighBy(texts);
	const citable = claims.filter(claim => claim.reports.some(report => isCitable(report, texts)));
	const put = commonForms(texts.map(({ article }) => article.body));
	const contexts: Context[] = [];
	for (const claim of citable) {
		contexts.push(contextOfClaim(claim, put));
		yield;
	}
	const labels = citable.map(({ label }) => contextOf(put(label)));
	const match = claimMatcher(citable, { contexts, labels, weigh });
	yield;
	const sentences = texts.flatMap(text =>
		text.sentences.filter(isReportable).map(({ text: words }) => words),
	);
	const known = new Set(
		sentences.flatMap(sentence => contextOf(put(sentence)).map(({ stem }) => stem)),
	);
	yield;
	const vocabulary = countWords(sentences);
	yield;
	const findSentences = buildSentenceIndex(texts, { put, weigh });
	return {
		weigh,
		knows: stem => known.has(stem),
		correct: word => correct(word, vocabulary),
		inCommonForms: put,
		sentences: findSentences,
		match,
	};
}
