import type { Check, Claim, Report } from "../claim.ts";
import { type CheckMaker, eachClaim, type IndexedReport, indexed } from "./check-maker.ts";
import { groupBy, outletsOf, quoted, verbFor } from "./phrases.ts";

/** The value with its position: a report that is denied has a position of its own, and qualifies nothing. */
function valueKey({ positions }: Claim, { report, index }: IndexedReport): string {
	const position = positions.findIndex(({ reports }) => reports.includes(index));
	return JSON.stringify([report.value, report.unit, position]);
}

/** Reports of one value whose bounds differ between outlets: one has "about", another has nothing. */
function differsInBound(reports: readonly IndexedReport[]): boolean {
	const bounds = groupBy(reports, ({ report }) => report.bound);
	const outlets = new Set(reports.map(({ report }) => report.outlet));
	return bounds.length > 1 && outlets.size > 1;
}

// A qualifier behind the number is no part of what the report prints.
const BEHIND = /^(?:\s(?:or so|or more|or less|or thereabouts|plus)\b|-plus\b|-odd\b|\+)/iu;

function isQualifiedBehind({ excerpt, printed }: Report): boolean {
	const at = excerpt.text.indexOf(printed);
	return at >= 0 && BEHIND.test(excerpt.text.slice(at + printed.length));
}

function described(reports: readonly IndexedReport[]): string {
	const all = reports.map(({ report }) => report);
	const words = groupBy(all, ({ printed }) => printed.toLowerCase());
	return words
		.map(same => `${outletsOf(same)} ${verbFor(same, "print")} ${quoted(same[0]?.printed ?? "")}`)
		.join("; ");
}

function checksOf(claim: Claim): readonly Check[] {
	if (claim.kind !== "figure") return [];
	const single = indexed(claim).filter(
		({ report }) => typeof report.value === "number" && !isQualifiedBehind(report),
	);
	return groupBy(single, report => valueKey(claim, report))
		.filter(differsInBound)
		.map(reports => ({
			kind: "strength",
			text: `Same figure, qualified differently: ${described(reports)}`,
			holds: null,
			reports: reports.map(({ index }) => index),
		}));
}

/**
 * One value that outlets qualify differently ("about $25 billion", "$25 billion"). It is a check of
 * strength: a qualifier says how firmly the number is asserted, and the words beside it are the outlet's own.
 */
export const checkQualifiers: CheckMaker = eachClaim(checksOf);
