import type { Difference, Position } from "./claim.ts";
import type { FigureMention } from "./figure-mentions.ts";

const DENIED =
	/\b(?:den(?:y|ies|ied)|disput(?:e|es|ed)|rejected|refuted|false(?:ly)?|incorrect(?:ly)?|wrong(?:ly)?|debunked|no truth)\b/iu;

function articlesAt(group: readonly FigureMention[], position: Position): readonly string[] {
	return position.reports.map(index => group[index]?.reading.text.article.id ?? "");
}

function differsWithItself(
	group: readonly FigureMention[],
	positions: readonly Position[],
): boolean {
	const perPosition = positions.map(position => new Set(articlesAt(group, position)));
	const articles = new Set(perPosition.flatMap(set => [...set]));
	return [...articles].some(article => perPosition.filter(set => set.has(article)).length > 1);
}

function numberOf(mention: FigureMention): number | null {
	const { value } = mention.figure;
	return typeof value === "number" ? value : (value?.[1] ?? null);
}

/** A toll that rises: what is counted has happened, and what was published later is not less. */
function growsWithTime(group: readonly FigureMention[]): boolean {
	const dated = group.filter(({ reading }) => reading.text.article.published !== null);
	const days = new Set(dated.map(({ reading }) => reading.text.article.published));
	if (days.size < 2 || !group.every(({ figure }) => figure.kind === "count")) return false;
	let rises = 0;
	let falls = 0;
	for (const [index, mention] of dated.entries()) {
		const [before, now] = [dated[index - 1], mention].map(each =>
			each === undefined ? null : numberOf(each),
		);
		if (before == null || now == null) continue;
		if (now > before) rises++;
		if (now < before) falls++;
	}
	return rises > falls;
}

function placesDiffer(group: readonly FigureMention[]): boolean {
	const units = new Set(group.map(({ figure }) => figure.unit));
	return units.size > 1;
}

/**
 * Why the positions of a claim differ, the surest reason first; none where there is one position.
 * `group` has the mentions in the order of the claim's reports, which is that of publication.
 */
export function differencesAmong(
	group: readonly FigureMention[],
	positions: readonly Position[],
): readonly Difference[] {
	if (positions.length < 2) return [];
	const reasons: Difference[] = [];
	if (group.some(({ sentence }) => DENIED.test(sentence.text))) reasons.push("disputed");
	if (growsWithTime(group)) reasons.push("time");
	else if (placesDiffer(group)) reasons.push("scope");
	if (differsWithItself(group, positions)) reasons.push("self");
	return reasons.length > 0 ? reasons : ["contradiction"];
}
