import { contains, slice } from "../../text/span.ts";
import type { Claim, PlainCheck, Report } from "../claim.ts";
import type { FigureMention } from "../figure-mentions.ts";
import type { PlacedCheck } from "./check-maker.ts";

/** A report, by its claim and its index in it. */
export interface Place {
	readonly claim: Claim;
	readonly index: number;
}

/** Finds the reports that print a figure of an article. */
export type FindPlaces = (mention: FigureMention) => readonly Place[];

function sameValue({ value, unit }: Report, { figure }: FigureMention): boolean {
	return unit === figure.unit && JSON.stringify(value) === JSON.stringify(figure.value);
}

/** Whether a report of a figure or date is the printing that a mention was read from. */
export function isReportOf(report: Report, mention: FigureMention): boolean {
	const { reading, sentence, figure } = mention;
	return (
		report.article === reading.text.article.id &&
		contains(sentence, report.excerpt) &&
		sameValue(report, mention) &&
		report.printed.includes(slice(sentence.text, figure))
	);
}

/** Finds reports among the claims about figures and dates. */
export function placesAmong(claims: readonly Claim[]): FindPlaces {
	const bySentence = new Map<string, Place[]>();
	for (const claim of claims) {
		if (claim.kind !== "figure" && claim.kind !== "date") continue;
		for (const [index, { article, excerpt }] of claim.reports.entries()) {
			const key = `${article}\n${excerpt.text}`;
			bySentence.set(key, [...(bySentence.get(key) ?? []), { claim, index }]);
		}
	}
	return mention => {
		const { reading, sentence } = mention;
		const key = `${reading.text.article.id}\n${sentence.text.trim()}`;
		return (bySentence.get(key) ?? []).filter(({ claim, index }) => {
			const report = claim.reports[index];
			return report !== undefined && isReportOf(report, mention);
		});
	};
}

/** One check for each claim that has a report among the places, with the indexes that it has. */
export function placeCheck(
	check: Omit<PlainCheck, "reports">,
	places: readonly Place[],
): readonly PlacedCheck[] {
	const byClaim = new Map<Claim, Set<number>>();
	for (const { claim, index } of places) {
		byClaim.set(claim, (byClaim.get(claim) ?? new Set()).add(index));
	}
	return [...byClaim].map(([claim, indexes]) => ({
		claim,
		check: { ...check, reports: [...indexes].toSorted((a, b) => a - b) },
	}));
}
