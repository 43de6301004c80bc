import type { Check, Claim } from "../claim.ts";
import { checkSameSource } from "../lineage/same-source.ts";
import { checkSameText } from "../lineage/same-text.ts";
import { checkChangedWords } from "./changed-words.ts";
import type { CheckContext, CheckMaker } from "./check-maker.ts";
import { checkConversions } from "./conversion.ts";
import { checkFramings } from "./framing.ts";
import { checkMissingSources } from "./missing-source.ts";
import { checkNestedSources } from "./nested-source.ts";
import { checkOwnVoice } from "./own-voice.ts";
import { checkPercentChanges } from "./percent-change.ts";
import { checkPoints } from "./points.ts";
import { checkQualifiers } from "./qualifiers.ts";
import { checkScopes } from "./scope.ts";
import { checkSourceKinds } from "./source-kind.ts";
import { checkSpansOfYears } from "./span-of-years.ts";
import { checkStrengths } from "./strength-differs.ts";
import { checkSums } from "./sums.ts";
import { checkTitles } from "./titles.ts";
import { checkPrintedWeekdays, checkWeekdaysAcross } from "./weekday.ts";
import { checkYearsTold } from "./years-told.ts";

/** Every kind of check, in the order in which a claim shows them. */
const MAKERS: readonly CheckMaker[] = [
	checkPercentChanges,
	checkPoints,
	checkConversions,
	checkPrintedWeekdays,
	checkWeekdaysAcross,
	checkChangedWords,
	checkOwnVoice,
	checkMissingSources,
	checkNestedSources,
	checkQualifiers,
	checkStrengths,
	checkSourceKinds,
	checkSpansOfYears,
	checkYearsTold,
	checkFramings,
	checkSums,
	checkTitles,
	checkScopes,
	checkSameText,
	checkSameSource,
];

/** A check as a sentence of its own. */
function asSentence(check: Check): Check {
	return { ...check, text: check.text.endsWith(".") ? check.text : `${check.text}.` };
}

/**
 * The claims with what can be computed from their reports: arithmetic, weekdays, conversions, wording,
 * credits, strength, kinds of source, framing, lineage. A check says its arithmetic or the words compared, and
 * names the outlets; where it is not sure, there is none.
 */
export function addChecks(claims: readonly Claim[], context: CheckContext): readonly Claim[] {
	const placed = MAKERS.flatMap(make => make(claims, context));
	return claims.map(claim => ({
		...claim,
		checks: [
			...claim.checks,
			...placed.filter(each => each.claim === claim).map(({ check }) => asSentence(check)),
		],
	}));
}
