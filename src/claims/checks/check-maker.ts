import type { Check, Claim, Report } from "../claim.ts";
import type { Weigh } from "../context.ts";
import type { FigureMention } from "../figure-mentions.ts";
import type { Reading } from "../reading.ts";

/** What checks are made of beside the claims: the story's articles as they were read for them. */
export interface CheckContext {
	readonly readings: readonly Reading[];
	/** Every figure and date of the readings, those of one article in the order of its body. */
	readonly mentions: readonly FigureMention[];
	readonly weigh: Weigh;
}

/** A check with the claim that it is shown on. */
export interface PlacedCheck {
	readonly claim: Claim;
	readonly check: Check;
}

/** Makes one kind of check for all the claims of a story; nothing where it is not sure. */
export type CheckMaker = (
	claims: readonly Claim[],
	context: CheckContext,
) => readonly PlacedCheck[];

/** A report with its index in its claim. */
export interface IndexedReport {
	readonly index: number;
	readonly report: Report;
}

/** The reports of a claim with their indexes. */
export function indexed({ reports }: Claim): readonly IndexedReport[] {
	return reports.map((report, index) => ({ index, report }));
}

/** A maker that looks at one claim at a time. */
export function eachClaim(
	make: (claim: Claim, context: CheckContext) => readonly Check[],
): CheckMaker {
	return (claims, context) =>
		claims.flatMap(claim => make(claim, context).map(check => ({ claim, check })));
}

/** The article of a report, as it was read. */
export function readingOf(report: Report, { readings }: CheckContext): Reading | undefined {
	return readings.find(({ text }) => text.article.id === report.article);
}
