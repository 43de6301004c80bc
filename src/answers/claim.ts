import type { Claim, ClaimKind } from "../claims/claim.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import type { Answer, Choice } from "./answer.ts";
import { answerNothing, excerptsIn } from "./compose.ts";
import { hiddenNotes } from "./edited.ts";
import { type Match, matchClaims } from "./match.ts";
import { restingIn } from "./resting.ts";
import { positionInWords, printedAt, roundedAt, sectionsOf } from "./sections.ts";
import { listed, outletsReporting } from "./wording.ts";

// With the doubt they fill a row of buttons.
const MAX_CHOICES = 4;

/** What an outlet does that has a claim of a kind: in the passive for several, in the active for one. */
const HAVING: Readonly<Record<ClaimKind, readonly [several: string, one: string]>> = {
	figure: ["Reported by", "reports it"],
	date: ["Reported by", "reports it"],
	attribution: ["Reported by", "reports it"],
	quotation: ["Printed by", "prints it"],
	statement: ["Spoken of by", "speaks of it"],
};

function agreedText(story: Story, claim: Claim): string {
	const outlets = outletsReporting(claim);
	const all = outletsOf(story).length;
	const [position] = claim.positions;
	const printed = position === undefined ? claim.label : printedAt(claim, position);
	const rounded = position === undefined ? "" : roundedAt(claim, position);
	const what = claim.kind === "statement" ? claim.label : `${claim.label}: “${printed}”${rounded}`;
	const [several, one] = HAVING[claim.kind];
	if (all === 1) return `${what} (${listed(outlets)}).`;
	if (outlets.length === 1) return `${what}. Only ${listed(outlets)} of ${all} outlets ${one}.`;
	const resting = restingIn(claim, [...claim.reports.keys()]);
	return `${what}. ${several} ${outlets.length} of ${all} outlets${resting}: ${listed(outlets)}.`;
}

/** A claim in one line: the value and who prints it, or the values and who prints which. */
export function claimInWords(story: Story, claim: Claim): string {
	if (claim.agreement !== "differ") return agreedText(story, claim);
	const positions = claim.positions.map(position => positionInWords(claim, position));
	return `${claim.label}: the outlets print ${listed(positions)}.`;
}

function choiceOf(claim: Claim): Choice {
	return { label: claim.label, command: "claim", values: { text: claim.label } };
}

/** Tells the moderators that a claim was misread. */
function doubtOf({ id }: Claim): Choice {
	return { label: "This looks wrong", command: "flag", values: { claim: id } };
}

/** The answer that shows one claim whole, with other claims to look at next. */
export function showClaim(story: Story, claim: Claim, others: readonly Claim[] = []): Answer {
	const sections = sectionsOf(story, claim);
	return {
		kind: claim.agreement === "differ" ? "differ" : "found",
		story: story.id,
		question: null,
		text: claimInWords(story, claim),
		claims: [claim],
		excerpts: excerptsIn(sections),
		silent: claim.silent,
		checks: claim.checks,
		notes: hiddenNotes(story, hidden => hidden.claim === claim.id),
		sections,
		choices: [...others.slice(0, MAX_CHOICES).map(choiceOf), doubtOf(claim)],
	};
}

const TELLING: readonly ClaimKind[] = ["figure", "quotation", "date", "attribution", "statement"];

/** Claims with the kinds that say most first, each kind in the order given. */
function tellingFirst(claims: readonly Claim[]): readonly Claim[] {
	return claims.toSorted((a, b) => TELLING.indexOf(a.kind) - TELLING.indexOf(b.kind));
}

// A figure that fits this nearly as well goes before a statement in whose sentences it stands.
const FIGURE_NEARLY = 0.65;

/** Whether half of the sentences that report one claim or more report another. */
function standsIn(claim: Claim, other: Claim): boolean {
	const told = new Set(other.reports.map(({ excerpt }) => excerpt.text));
	const both = claim.reports.filter(({ excerpt }) => told.has(excerpt.text));
	return both.length * 2 >= claim.reports.length;
}

/** The claim that fits best; for a statement, what its sentences count, which says how outlets differ. */
function bestOf(matches: readonly Match[]): Claim | null {
	const [best] = matches;
	if (best === undefined || best.claim.kind !== "statement") return best?.claim ?? null;
	const figure = matches.find(
		({ claim, score }) =>
			claim.kind === "figure" && score >= best.score * FIGURE_NEARLY && standsIn(best.claim, claim),
	);
	return figure?.claim ?? best.claim;
}

/** `/claim text`: the claim that fits best, with the others that fit offered beside it. */
export function answerClaim(story: Story, text: string): Answer {
	const matches = matchClaims(story, text);
	const best = bestOf(matches);
	if (best === null) return { ...answerNothing(story, text), question: text };
	const others = matches.map(({ claim }) => claim).filter(claim => claim !== best);
	return { ...showClaim(story, best, tellingFirst(others)), question: text };
}
