import { foldWords } from "../../text/fold.ts";
import { readTerms } from "../../text/terms.ts";
import { roleHolder } from "../attribution-claims.ts";
import type { Check, Claim, Report } from "../claim.ts";
import { type CheckMaker, eachClaim, type IndexedReport, indexed } from "./check-maker.ts";
import { groupBy, outletsOf, quoted } from "./phrases.ts";

/** Offices that are printed by their initials as often as in words. */
const INITIALS: Readonly<Record<string, string>> = {
	ceo: "chief executive",
	cfo: "chief financial",
	cto: "chief technology",
	coo: "chief operating",
};

/** The words for an office without the name: "Galaxy's head of research". */
function titleOf({ printed }: Report, name: string): string {
	const bare = printed.replace(name, "").replace(/\s+/gu, " ");
	return bare.replace(/^[\s,—–-]+(?:(?:the|who)\s)?|[\s,—–-]+$/gu, "");
}

// They tell nothing of the office itself.
const ASIDE = /\b(?:officer|new|top|president-elect|mr|mrs|ms)\b/gu;

function stemsOf(title: string): readonly string[] {
	const spelled = title.toLowerCase().replace(/\b[a-z]{3}\b/gu, word => INITIALS[word] ?? word);
	return [...new Set(readTerms(spelled.replace(ASIDE, "")).map(({ text }) => text))];
}

interface Titled extends IndexedReport {
	readonly title: string;
	readonly stems: readonly string[];
}

// "China's" and "Chinese", "Galaxy" and "Galaxies": the same for so many letters.
const KINDRED_LETTERS = 4;

function has(stems: readonly string[], stem: string): boolean {
	return stems.some(
		other => other === stem || other.slice(0, KINDRED_LETTERS) === stem.slice(0, KINDRED_LETTERS),
	);
}

const isWithin = (a: Titled, b: Titled) => a.stems.every(stem => has(b.stems, stem));
const haveCommon = (a: Titled, b: Titled) => a.stems.some(stem => has(b.stems, stem));

/** Whether two outlets give titles of which neither only says more than the other. */
function differ(a: Titled, b: Titled): boolean {
	const apart = !isWithin(a, b) && !isWithin(b, a);
	return a.report.outlet !== b.report.outlet && apart && haveCommon(a, b);
}

const MOST_TITLES = 4;

function checksOf(claim: Claim): readonly Check[] {
	const name = roleHolder(claim);
	if (claim.kind !== "attribution" || name === null) return [];
	const all = indexed(claim)
		.filter(({ report }) => report.printed.includes(name))
		.map(each => ({ ...each, title: titleOf(each.report, name) }))
		.map(each => ({ ...each, stems: stemsOf(each.title) }))
		.filter(({ stems }) => stems.length > 1);
	const differing = all.filter(each => all.some(other => differ(each, other)));
	if (differing.length === 0) return [];
	const titles = groupBy(differing, ({ title }) => foldWords(title));
	const told = titles.slice(0, MOST_TITLES);
	const words = told.map(same => {
		const outlets = outletsOf(same.map(({ report }) => report));
		return `${outlets} ${quoted(same[0]?.title ?? "")}`;
	});
	const more = titles.length > told.length ? `; and ${titles.length - told.length} more` : "";
	const text = `Titles of ${name} differ: ${words.join("; ")}${more}`;
	const reports = told.flat().map(({ index }) => index);
	return [{ kind: "wording", text, holds: null, reports: reports.toSorted((a, b) => a - b) }];
}

/** Titles that outlets print for one person, where they are not only longer or shorter forms of one. */
export const checkTitles: CheckMaker = eachClaim(checksOf);
