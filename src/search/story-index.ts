import { weighBy } from "../claims/build.ts";
import type { Claim, Report } from "../claims/claim.ts";
import {
	type Context,
	contextAround,
	contextOf,
	joinContexts,
	type Weigh,
} from "../claims/context.ts";
import { type Alike, buildContextTable } from "../claims/context-table.ts";
import { isReportable } from "../claims/reading.ts";
import type { ArticleText } from "../corpus/passage.ts";
import { correct, countWords } from "../text/correct.ts";
import { rememberedLikeness } from "./asked-likeness.ts";
import { buildCarriedIndex, type CanFollow, type CarriedMatch } from "./carried-index.ts";
import { commonForms } from "./common-forms.ts";
import { ownCase } from "./own-case.ts";
import { buildSentenceIndex, type CanAnswer, type SentenceMatch } from "./sentence-index.ts";

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
	readonly sentences: (wanted: Context, canAnswer?: CanAnswer) => readonly SentenceMatch[];
	/** The same of sentences that need the one before them to be understood, which is given with each. */
	readonly carried: (wanted: Context, canFollow: CanFollow) => readonly CarriedMatch[];
	/** How much of some words a text covers, from 0 to 1, as `match` and `sentences` read them. */
	readonly covers: (wanted: Context, text: string) => number;
	readonly weigh: Weigh;
	/** Whether any sentence of the story has a word of this stem. */
	readonly knows: (stem: string) => boolean;
	/** Every word of the story's sentences once, in lower case and American spelling. */
	readonly words: () => readonly string[];
	/** The story's word that a misspelt one was meant to be; null for known words and where none is near. */
	readonly correct: (word: string) => string | null;
	/** A text in the forms that the story's words are compared in; what is matched must be put so. */
	readonly inCommonForms: (text: string) => string;
	/** A text with the names of the story capitalized as its sentences have them. */
	readonly inOwnCase: (text: string) => string;
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

// What somebody pays is a price, whatever it is called.
const PRICE = contextOf("price cost value worth size sum", 0.6);

/** The words that a claim's unit stands for. */
function impliedBy({ unit }: Claim): Context {
	return /^[A-Z]{3}\b/.test(unit ?? "") ? PRICE : [];
}

/** What a claim is called by: a clause of its sentence, which is the label of a statement or a date, tells nothing more. */
function nameOf({ kind, label, measure }: Claim): string {
	return kind === "statement" || kind === "date" ? measure : label;
}

function contextOfClaim(claim: Claim, put: (text: string) => string): Context {
	const reports = claim.reports.map(report => contextOfReport(report, put));
	const told = claim.kind === "statement" ? sharedContext(reports) : joinContexts(reports);
	const named = [contextOf(put(nameOf(claim))), contextOf(put(claim.measure))];
	return joinContexts([...named, told, impliedBy(claim)]);
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
	readonly alike: Alike;
}

function claimMatcher(
	claims: readonly Claim[],
	{ contexts, labels, weigh, alike }: Told,
): StoryIndex["match"] {
	const bonuses = claims.map(bonusOf);
	const claimTable = buildContextTable(contexts, alike);
	const labelTable = buildContextTable(labels, alike);
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

// The sentences of a large story; what is asked of it is read with them.
const MAX_READ = 5000;

/** A reading of texts that reads none twice while it is remembered. */
function remembered<Reading>(read: (text: string) => Reading): (text: string) => Reading {
	const known = new Map<string, Reading>();
	return text => {
		const before = known.get(text);
		if (before !== undefined) return before;
		if (known.size >= MAX_READ) known.clear();
		const found = read(text);
		known.set(text, found);
		return found;
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
	const alike = rememberedLikeness();
	const citable = claims.filter(claim => claim.reports.some(report => isCitable(report, texts)));
	const put = commonForms(texts.map(({ article }) => article.body));
	const contexts: Context[] = [];
	for (const claim of citable) {
		contexts.push(contextOfClaim(claim, put));
		yield;
	}
	const labels = citable.map(claim => contextOf(put(nameOf(claim))));
	const match = claimMatcher(citable, { contexts, labels, weigh, alike });
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
	const words = [...vocabulary.keys()];
	const tableOf = remembered(text => buildContextTable([contextOf(put(text))], alike));
	const findSentences = buildSentenceIndex(texts, { put, weigh, alike });
	yield;
	const findCarried = buildCarriedIndex(texts, { put, weigh, alike });
	return {
		weigh,
		knows: stem => known.has(stem),
		words: () => words,
		correct: word => correct(word, vocabulary),
		inCommonForms: put,
		inOwnCase: ownCase(sentences),
		covers: (wanted, text) => {
			return tableOf(text).cover(wanted, weigh)[0] ?? 0;
		},
		sentences: findSentences,
		carried: findCarried,
		match,
	};
}
