import type { Alias } from "../../quotations/names.ts";
import type { WordChange } from "../../quotations/quotation.ts";
import { compareWording, foldedWords } from "../../quotations/wording.ts";
import type { Check, Claim } from "../claim.ts";
import { abbreviationsOf, longestRun, sharedMeaning } from "./alike.ts";
import {
	type CheckContext,
	type CheckMaker,
	type IndexedReport,
	indexed,
	readingOf,
} from "./check-maker.ts";
import { groupBy, listOf, outletsOf, quoted, verbFor } from "./phrases.ts";

/** Whether the words of a report stand in quotation marks in its article. */
export function isMarked({ report }: IndexedReport, context: CheckContext): boolean {
	const { start, end } = report.excerpt;
	const quotations = readingOf(report, context)?.quotations ?? [];
	const words = foldedWords(report.printed).join(" ");
	return quotations.some(
		quotation =>
			quotation.start < end &&
			start < quotation.end &&
			foldedWords(quotation.text).join(" ").includes(words),
	);
}

/** One place where a wording departs from another: its words there, and theirs. */
interface Departure {
	readonly own: string;
	readonly other: string;
}

const letters = (words: string) =>
	foldedWords(words)
		.join("")
		.replace(/[.,'’&-]/gu, "");

/** "US" for "U.S." is spelling and no other word. */
function isOtherWord({ own, other }: Departure): boolean {
	return letters(own) !== letters(other);
}

function departuresIn(changes: readonly WordChange[]): readonly Departure[] {
	const found: Departure[] = [];
	let open: Departure = { own: "", other: "" };
	for (const { kind, text } of [...changes, { kind: "same", text: "" } as const]) {
		if (kind === "added") open = { ...open, own: text };
		else if (kind === "removed") open = { ...open, other: text };
		else {
			found.push(open);
			open = { own: "", other: "" };
		}
	}
	return found.filter(isOtherWord);
}

function described({ own, other }: Departure): string {
	if (other === "") return `${quoted(own)} added`;
	return own === "" ? `${quoted(other)} left out` : `${quoted(own)} for ${quoted(other)}`;
}

const MOST_DEPARTURES = 4;

/** The departures in words, the first few and how many more. */
function listed(departures: readonly Departure[]): string {
	const shown = departures.slice(0, MOST_DEPARTURES).map(described);
	const more = departures.length - shown.length;
	return more === 0 ? listOf(shown) : `${shown.join(", ")} and ${more} more`;
}

// Two wordings with less in common may be two quotations of one speaker.
const SHARED = 0.6;
const SHARED_RUN = 4;

function isOneQuotation(a: string, b: string, abbreviations: readonly Alias[]): boolean {
	if (sharedMeaning(a, b, abbreviations) >= SHARED) return true;
	return longestRun(foldedWords(a), foldedWords(b)) >= SHARED_RUN;
}

function checkOf(changed: readonly IndexedReport[], base: readonly IndexedReport[]): Check | null {
	const [[first], [model]] = [changed, base];
	if (first === undefined || model === undefined) return null;
	const { changes } = compareWording(model.report.printed, first.report.printed);
	const departures = departuresIn(changes);
	if (departures.length === 0) return null;
	const own = changed.map(({ report }) => report);
	const others = outletsOf(base.map(({ report }) => report));
	const text = `${outletsOf(own)} ${verbFor(own, "print")} other words inside the quotation marks than ${others}: ${listed(departures)}`;
	const reports = [...changed, ...base].map(({ index }) => index).toSorted((a, b) => a - b);
	return { kind: "wording", text, holds: false, reports };
}

function checksOf(
	claim: Claim,
	context: CheckContext,
	abbreviations: readonly Alias[],
): readonly Check[] {
	if (claim.kind !== "quotation") return [];
	const marked = indexed(claim).filter(each => isMarked(each, context));
	const base = marked.filter(({ report }) => report.form === "exact" || report.form === "folded");
	const changed = marked.filter(
		({ report }) =>
			report.form === "changed" && isOneQuotation(report.printed, claim.label, abbreviations),
	);
	return groupBy(changed, ({ report }) => letters(report.printed))
		.map(same => checkOf(same, base))
		.filter(check => check !== null);
}

/**
 * Words that outlets print differently inside quotation marks, case, spelling and punctuation aside:
 * which of them, and in whose printing. Nobody is held to be right.
 */
export const checkChangedWords: CheckMaker = (claims, context) => {
	const abbreviations = abbreviationsOf(context);
	return claims.flatMap(claim =>
		checksOf(claim, context, abbreviations).map(check => ({ claim, check })),
	);
};
