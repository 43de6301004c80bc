import { convert } from "../figures/units.ts";
import type { Difference, Position, Report } from "./claim.ts";
import type { FigureMention } from "./figure-mentions.ts";
import { isPartial } from "./place.ts";

// What is denied, disputed or rejected must be something said: an offer is rejected too.
const DENIAL =
	/\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|debunk(?:s|ed|ing)?|no truth (?:to|in))\s(?:\S+\s){0,3}?(?:that|having|reports?|claims?|allegations?|suggestions?|rumou?rs?|accounts?|figures?|numbers?|estimates?|assertions?|it|he|she|they)\b/iu;
const CALLED_FALSE =
	/\b(?:is|was|are|were|as|called \p{L}+(?: \p{L}+)?) (?:simply |plainly )?(?:false|wrong|incorrect|untrue|not true|inaccurate)\b/iu;
// What an article takes back of itself: "an earlier version said that", "$412 million, not $421 million".
const TAKEN_BACK =
	/\b(?:earlier|previous|original|prior|first) (?:versions?|editions?|drafts?|headline)\b[^.;:]*\b(?:said|stated|gave|put|reported|listed|had|misstated|incorrectly|wrongly|mistakenly)\b[^.;:]*$|\b(?:misstated|(?:incorrectly|wrongly|mistakenly|erroneously) (?:said|stated|gave|put|reported|listed))\b[^.;:]*$|,\snot\s$/iu;
const OTHER_CLAUSE = /[,;:]|\b(?:but|and|while|saying|said|after|because|since)\b/iu;

/** Whether the sentence prints the figure in order to deny it ("denied that it will cut 2,000 jobs"). */
export function isDenied({ sentence, figure }: FigureMention): boolean {
	const before = sentence.text.slice(0, figure.start);
	if (TAKEN_BACK.test(before)) return true;
	const denial = DENIAL.exec(before);
	if (denial !== null && !OTHER_CLAUSE.test(before.slice(denial.index + denial[0].length)))
		return true;
	const after = sentence.text.slice(figure.end);
	const said = CALLED_FALSE.exec(after);
	return said !== null && !OTHER_CLAUSE.test(after.slice(0, said.index));
}

function isDisputed(mention: FigureMention): boolean {
	return isDenied(mention) || DENIAL.test(mention.sentence.text);
}

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
	const publications = new Set(dated.map(({ reading }) => reading.text.article.published));
	if (publications.size < 2 || !group.every(({ figure }) => figure.kind === "count")) return false;
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

/** Whether other things are counted ("flight", "service"); miles and kilometers measure the same. */
function unitsDiffer(group: readonly FigureMention[]): boolean {
	const units = [...new Set(group.map(({ figure }) => figure.unit).filter(unit => unit !== null))];
	return units.some(unit => convert(1, units[0] ?? unit, unit) === null);
}

/** Whether no two positions share a place, and each names one; or one speaks of a part of a place only. */
function placesDiffer(group: readonly FigureMention[], positions: readonly Position[]): boolean {
	const places = positions.map(({ reports }) =>
		reports.map(index => group[index]?.place ?? null).filter(place => place !== null),
	);
	if (new Set(places.map(each => each.some(isPartial))).size > 1) return true;
	const all = places.flatMap(each => [...new Set(each)]);
	return places.every(each => each.length > 0) && new Set(all).size === all.length;
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
	if (group.some(isDisputed)) reasons.push("disputed");
	if (growsWithTime(group)) reasons.push("time");
	else if (unitsDiffer(group) || placesDiffer(group, positions)) reasons.push("scope");
	if (differsWithItself(group, positions)) reasons.push("self");
	return reasons.length > 0 ? reasons : ["contradiction"];
}

/** Why reports that tell no amounts differ: those of one article with themselves, others with each other. */
export function differenceOfReports(
	reports: readonly Report[],
	positions: readonly Position[],
): readonly Difference[] {
	if (positions.length < 2) return [];
	const articles = positions.map(position =>
		position.reports.map(index => reports[index]?.article),
	);
	const isSelf = articles.some((each, index) =>
		articles.slice(index + 1).some(other => other.some(article => each.includes(article))),
	);
	return isSelf ? ["self"] : ["contradiction"];
}
