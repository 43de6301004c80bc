import type { ArticleText } from "../corpus/passage.ts";
import { sameQuantity } from "../figures/units.ts";
import { assemble } from "./assemble.ts";
import type { Claim, ClaimId, Difference, Position, Report } from "./claim.ts";
import { type Anchor, anchorOfReport, type Correction, type ReportAnchor } from "./corrections.ts";
import { freeId, newId } from "./identity.ts";
import { byPublication } from "./reports.ts";

/** A report that a moderator marked as misread. */
export interface HiddenReport {
	/** The claim that it was a report of. */
	readonly claim: ClaimId;
	readonly report: Report;
}

/** Claims as moderators put them right. */
export interface Corrected {
	readonly claims: readonly Claim[];
	readonly hidden: readonly HiddenReport[];
	/** Corrections that no longer apply: the words that they speak of do not stand any more. */
	readonly stale: readonly Correction[];
}

/**
 * Applies corrections to a story's claims, in their order. Ids hold: a merged claim has the id of the
 * one that it was merged into, one split off an id made of its words. Checks are left as they are and
 * must be made afterwards.
 */
export function applyCorrections(
	claims: readonly Claim[],
	corrections: readonly Correction[],
	texts: readonly ArticleText[],
): Corrected {
	let corrected: Corrected = { claims, hidden: [], stale: [] };
	for (const correction of corrections) {
		const { stale } = corrected;
		corrected = applyOne(corrected, correction, texts) ?? {
			...corrected,
			stale: [...stale, correction],
		};
	}
	return corrected;
}

/** null where the correction does not apply. */
function applyOne(
	corrected: Corrected,
	correction: Correction,
	texts: readonly ArticleText[],
): Corrected | null {
	const claim = claimMeant(corrected.claims, correction);
	if (claim === null) return null;
	const exchange = (old: readonly Claim[], fresh: readonly Claim[]): Corrected => {
		return { ...corrected, claims: exchangeIn(corrected.claims, old, fresh) };
	};
	switch (correction.kind) {
		case "rename":
			return exchange([claim], [{ ...claim, label: correction.label }]);
		case "misread": {
			const { meant, others } = part(claim, correction.reports);
			const hidden = meant.map(report => ({ claim: claim.id, report }));
			const left = others.length === 0 ? [] : [restrict(claim, others, texts)];
			return { ...exchange([claim], left), hidden: [...corrected.hidden, ...hidden] };
		}
		case "split": {
			const { meant, others } = part(claim, correction.reports);
			if (others.length === 0) return corrected;
			const own = splitOff(claim, meant, texts);
			// What was split off before may have been merged with others since, and kept its id.
			const id = freeId(own.id, new Set(corrected.claims.map(each => each.id)));
			return exchange([claim], [restrict(claim, others, texts), { ...own, id }]);
		}
		case "merge": {
			const into = claimMeant(corrected.claims, { of: correction.of, reports: correction.into });
			if (into === null) return null;
			return into === claim ? corrected : exchange([into, claim], [join(into, claim, texts)]);
		}
	}
}

/** The fresh claims in the place of the first of the old ones. */
function exchangeIn(
	claims: readonly Claim[],
	old: readonly Claim[],
	fresh: readonly Claim[],
): readonly Claim[] {
	return claims.flatMap(claim => {
		if (claim === old[0]) return fresh;
		return old.includes(claim) ? [] : [claim];
	});
}

function isMeant(report: Report, anchors: readonly ReportAnchor[]): boolean {
	const { article, printed, excerpt } = anchorOfReport(report);
	return anchors.some(
		anchor =>
			anchor.article === article && anchor.printed === printed && anchor.excerpt === excerpt,
	);
}

/** The claim that holds most of the reports that are named; null where none holds any. */
export function claimMeant(
	claims: readonly Claim[],
	{ of, reports }: Pick<Anchor, "of" | "reports">,
): Claim | null {
	const counted = claims
		.filter(({ kind }) => kind === of)
		.map(claim => ({ claim, held: part(claim, reports).meant.length }));
	const [best] = counted.filter(({ held }) => held > 0).toSorted((a, b) => b.held - a.held);
	return best?.claim ?? null;
}

function part(claim: Claim, anchors: readonly ReportAnchor[]) {
	return {
		meant: claim.reports.filter(report => isMeant(report, anchors)),
		others: claim.reports.filter(report => !isMeant(report, anchors)),
	};
}

/** A claim with other reports and positions, all that follows from them made anew. */
function remake(
	claim: Claim,
	made: Pick<Claim, "reports" | "positions" | "difference">,
	texts: readonly ArticleText[],
): Claim {
	const difference = made.positions.length > 1 ? made.difference : [];
	const outlets = texts.map(({ article }) => article.outlet);
	return { ...assemble({ ...claim, ...made, difference }, outlets), id: claim.id };
}

/** The claim with these of its reports alone. */
function restrict(claim: Claim, reports: readonly Report[], texts: readonly ArticleText[]): Claim {
	const positions = claim.positions
		.map(({ value, reports: indexes }) => ({
			value,
			reports: indexes.flatMap(index => {
				const report = claim.reports[index];
				const place = report === undefined ? -1 : reports.indexOf(report);
				return place < 0 ? [] : [place];
			}),
		}))
		.filter(position => position.reports.length > 0);
	return remake(claim, { reports, positions, difference: claim.difference }, texts);
}

function splitOff(claim: Claim, reports: readonly Report[], texts: readonly ArticleText[]): Claim {
	const own = restrict(claim, reports, texts);
	const words = reports.map(report => JSON.stringify(anchorOfReport(report))).toSorted();
	const label = `${claim.label}: ${reports[0]?.printed ?? ""}`;
	return { ...own, id: newId(claim.kind, [], words.join("\n")), label };
}

function join(into: Claim, from: Claim, texts: readonly ArticleText[]): Claim {
	const order = new Map(texts.toSorted(byPublication).map(({ article }, at) => [article.id, at]));
	const reports = [...into.reports, ...from.reports].toSorted(
		(a, b) => (order.get(a.article) ?? 0) - (order.get(b.article) ?? 0),
	);
	const positions = [into, from].flatMap(claim =>
		claim.positions.map(({ value, reports: indexes }) => ({
			value,
			reports: indexes.flatMap(index => claim.reports[index] ?? []),
		})),
	);
	const joined = positions.reduce<readonly PositionOfReports[]>(addPosition, []);
	const told = [...into.difference, ...from.difference, ...differencesOf(joined)];
	const known = [...new Set(told)].filter(reason => reason !== "contradiction");
	const difference: readonly Difference[] = known.length > 0 ? known : ["contradiction"];
	const indexed = joined.map(position => indexIn(reports, position));
	return remake(into, { reports, positions: indexed, difference }, texts);
}

interface PositionOfReports {
	readonly value: Position["value"];
	readonly reports: readonly Report[];
}

/** Whether no two positions have one of these in common, and each has some. */
function areDisjoint(perPosition: readonly (readonly string[])[]): boolean {
	const all = perPosition.flatMap(each => [...new Set(each)]);
	return perPosition.every(each => each.length > 0) && new Set(all).size === all.length;
}

/** Why positions differ, as far as their reports tell: each is of a time of its own, or one article has two. */
function differencesOf(positions: readonly PositionOfReports[]): readonly Difference[] {
	if (positions.length < 2) return [];
	const times = positions.map(({ reports }) =>
		reports.map(({ asOf }) => asOf).filter(asOf => asOf !== null),
	);
	const articles = positions.map(({ reports }) => reports.map(({ article }) => article));
	return [
		...(areDisjoint(times) ? (["time"] as const) : []),
		...(areDisjoint(articles) ? [] : (["self"] as const)),
	];
}

function indexIn(all: readonly Report[], { value, reports }: PositionOfReports): Position {
	return { value, reports: reports.map(report => all.indexOf(report)).toSorted((a, b) => a - b) };
}

/** Two positions that agree become one. */
function addPosition(
	known: readonly PositionOfReports[],
	position: PositionOfReports,
): readonly PositionOfReports[] {
	const fits = known.find(other => agree(other, position));
	if (fits === undefined) return [...known, position];
	const joined = { ...fits, reports: [...fits.reports, ...position.reports] };
	return known.map(other => (other === fits ? joined : other));
}

function agree(a: PositionOfReports, b: PositionOfReports): boolean {
	if (a.value === b.value && typeof a.value !== "number") return true;
	return a.reports.some(first => b.reports.some(second => sameFigure(first, second)));
}

function sameFigure(a: Report, b: Report): boolean {
	return a.value !== null && b.value !== null && sameQuantity(a, b);
}
