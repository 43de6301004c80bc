import type { Claim } from "../claim.ts";
import type { CheckContext, CheckMaker } from "./check-maker.ts";
import { checkConversions } from "./conversion.ts";
import { checkMissingSources } from "./missing-source.ts";
import { checkNestedSources } from "./nested-source.ts";
import { checkPercentChanges } from "./percent-change.ts";
import { checkQualifiers } from "./qualifiers.ts";
import { checkPrintedWeekdays, checkWeekdaysAcross } from "./weekday.ts";

/** Every kind of check, in the order in which a claim shows them. */
const MAKERS: readonly CheckMaker[] = [
	checkPercentChanges,
	checkConversions,
	checkPrintedWeekdays,
	checkWeekdaysAcross,
	checkMissingSources,
	checkNestedSources,
	checkQualifiers,
];

/**
 * The claims with what can be computed from their reports: arithmetic, weekdays, conversions, wording,
 * credits, strength, kinds of source, framing. A check says its arithmetic or the words compared, and
 * names the outlets; where it is not sure, there is none.
 */
export function addChecks(claims: readonly Claim[], context: CheckContext): readonly Claim[] {
	const placed = MAKERS.flatMap(make => make(claims, context));
	return claims.map(claim => ({
		...claim,
		checks: [
			...claim.checks,
			...placed.filter(each => each.claim === claim).map(({ check }) => check),
		],
	}));
}
