import { weighBy } from "../claims/build.ts";
import type { Claim, Report } from "../claims/claim.ts";
import {
	type Context,
	contextAround,
	contextOf,
	coverageOf,
	joinContexts,
	type Weigh,
} from "../claims/context.ts";
import { isReportable } from "../claims/reading.ts";
import type { ArticleText } from "../corpus/passage.ts";

/** A claim that fits some words, and how much of them it covers, from 0 to 1. */
export interface ClaimMatch {
	readonly claim: Claim;
	readonly score: number;
}

/** Finds the claims that fit. */
export interface ClaimIndex {
	/** The claims of which something fits, best first. */
	readonly match: (wanted: Context) => readonly ClaimMatch[];
	readonly weigh: Weigh;
	/** Whether any sentence of the story has a word of this stem. */
	readonly knows: (stem: string) => boolean;
}

const REPORT_WEIGHT = 0.85;
// What stands far from a figure in its sentence tells less of it, but it tells.
const FAR_WEIGHT = 0.55;
const SOURCE_WEIGHT = 0.9;

function contextOfReport(report: Report): Context {
	const { text } = report.excerpt;
	const at = text.indexOf(report.printed);
	const around =
		at < 0 || report.printed === text
			? contextOf(text)
			: contextAround(text, { start: at, end: at + report.printed.length });
	const source =
		report.attribution === null ? [] : contextOf(report.attribution.source, SOURCE_WEIGHT);
	return joinContexts([
		around.map(term => ({ ...term, weight: Math.max(FAR_WEIGHT, term.weight) * REPORT_WEIGHT })),
		contextOf(report.printed, REPORT_WEIGHT),
		source,
	]);
}

function contextOfClaim(claim: Claim): Context {
	return joinContexts([
		contextOf(claim.label),
		contextOf(claim.measure),
		...claim.reports.map(contextOfReport),
	]);
}

// Among claims that fit alike, figures first, and those of more outlets first.
const KIND_BONUS = { figure: 0.03, date: 0.01, quotation: 0.01, attribution: 0, statement: 0 };
const OUTLET_BONUS = 0.01;

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

/** An index of a story's claims, by what they measure, say and credit. */
export function buildClaimIndex(
	claims: readonly Claim[],
	texts: readonly ArticleText[],
): ClaimIndex {
	const weigh = weighBy(texts);
	const contexts = new Map(claims.map(claim => [claim, contextOfClaim(claim)]));
	const citable = claims.filter(claim => claim.reports.some(report => isCitable(report, texts)));
	const known = new Set(
		texts.flatMap(({ sentences }) =>
			sentences.flatMap(({ text }) => contextOf(text).map(({ stem }) => stem)),
		),
	);
	return {
		weigh,
		knows: stem => known.has(stem),
		match: wanted => {
			const coverage = coverageOf(wanted, weigh);
			return citable
				.map(claim => ({ claim, covered: coverage(contexts.get(claim) ?? []) }))
				.filter(({ covered }) => covered > 0)
				.map(({ claim, covered }) => ({ claim, score: covered + bonusOf(claim) }))
				.toSorted((a, b) => b.score - a.score);
		},
	};
}
