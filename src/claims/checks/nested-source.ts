import type { Check, Claim } from "../claim.ts";
import { type CheckMaker, eachClaim, indexed } from "./check-maker.ts";
import { groupBy } from "./phrases.ts";

function checksOf(claim: Claim): readonly Check[] {
	if (claim.kind === "statement") return [];
	const byOutlet = groupBy(indexed(claim), ({ report }) => report.outlet);
	return byOutlet
		.filter(reports => reports.every(({ report }) => report.via !== null))
		.flatMap(reports => groupBy(reports, ({ report }) => report.via ?? ""))
		.map(reports => ({
			kind: "source",
			text: `${reports[0]?.report.outlet} prints it in a card of ${reports[0]?.report.via}, not in its own text`,
			holds: null,
			reports: reports.map(({ index }) => index),
		}));
}

/**
 * A claim that an outlet's page has only in a piece of another outlet's. Statements are passed over:
 * what a card's sentence says is seldom asserted twice, and its report names the card.
 */
export const checkNestedSources: CheckMaker = eachClaim(checksOf);
