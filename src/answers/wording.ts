import type { Claim, Report } from "../claims/claim.ts";

const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Names in a row: "A", "A and B", "A, B and C". */
export function listed(names: readonly string[]): string {
	return conjunction.format(names);
}

/** A number with its noun: "1 outlet", "4 outlets". */
export function counted(number: number, singular: string, plural = `${singular}s`): string {
	return `${number} ${number === 1 ? singular : plural}`;
}

/** Words with a full stop behind them, unless they end in a mark that ends a sentence. */
export function ended(words: string): string {
	return /[.!?…]["'”’)\]]*$/u.test(words) ? words : `${words}.`;
}

/** Each once, in the order in which they first stand. */
export function unique<T>(items: readonly T[]): readonly T[] {
	return [...new Set(items)];
}

/** The outlets that report a claim, each once. */
export function outletsReporting(claim: Claim): readonly string[] {
	return unique(claim.reports.map(({ outlet }) => outlet));
}

/** Who prints a report, with the card's outlet where it stands in one: "A47 News (card of Bitcoinist)". */
export function nameOf(report: Pick<Report, "outlet" | "via">): string {
	return report.via === null ? report.outlet : `${report.outlet} (card of ${report.via})`;
}

/** Outlets that speak of something, among all, with what stands beside their count ("" where nothing does). */
export interface Speaking {
	readonly outlets: readonly string[];
	readonly all: readonly string[];
	readonly beside: string;
}

/** How many of the outlets speak of something: "2 of 5 outlets speak of this: A and B."; nothing where there is one. */
export function shareSpeaking({ outlets, all, beside }: Speaking): string {
	if (all.length === 1) return "";
	const verb = outlets.length === 1 ? "speaks" : "speak";
	const comma = beside === "" ? "" : ",";
	return `${outlets.length} of ${counted(all.length, "outlet")}${beside}${comma} ${verb} of this: ${listed(outlets)}.`;
}

/** What stands beside a date that was guessed from a page. */
export const NOT_CONFIRMED = "not confirmed";
