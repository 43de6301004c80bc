import type { Claim, Position, Report } from "../claims/claim.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import type { Answer, Section } from "./answer.ts";
import { answerNothing, checksOf, emptyAnswer, excerptsIn } from "./compose.ts";
import { noteCopies } from "./copies.ts";
import { matchClaims } from "./match.ts";
import { restingIn } from "./resting.ts";
import { entryOf } from "./sections.ts";
import { answerSource, findOutlet } from "./source.ts";
import { counted, listed, outletsReporting, unique } from "./wording.ts";

/** What to compare: outlets by name, none for all of them, and on what. */
export interface Comparison {
	readonly outlets: readonly string[];
	readonly topic: string | null;
}

/** Of statements, that outlets speak of one thing is all that is known: `both`. */
type Relation = "differ" | "agree" | "both" | "alone";

function positionsOf(claim: Claim, outlets: readonly string[]): readonly Position[] {
	const among = (position: Position) =>
		position.reports.some(index => outlets.includes(claim.reports[index]?.outlet ?? ""));
	return claim.positions.filter(among);
}

function relationOf(claim: Claim, outlets: readonly string[]): Relation {
	const reporting = outletsReporting(claim).filter(outlet => outlets.includes(outlet));
	if (reporting.length === 1) return "alone";
	if (positionsOf(claim, outlets).length > 1) return "differ";
	return claim.kind === "statement" ? "both" : "agree";
}

/** What outlets that agree on a claim rest on together, as it stands beside a count of them; "" where that is not known. */
function restingOf(claim: Claim, outlets: readonly string[]): string {
	const indexes = [...claim.reports.keys()].filter(index =>
		outlets.includes(claim.reports[index]?.outlet ?? ""),
	);
	return restingIn(claim, indexes);
}

function sectionOf(story: Story, claim: Claim, outlets: readonly string[]): Section {
	const among = (report: Report) => outlets.includes(report.outlet);
	return {
		heading: claim.label,
		entries: claim.reports.filter(among).map(report => entryOf(story, report)),
	};
}

const RELATIONS: readonly {
	readonly relation: Relation;
	readonly heading: (
		label: string,
		told: { readonly alone: string; readonly resting: string },
	) => string;
}[] = [
	{ relation: "differ", heading: label => `They differ: ${label}` },
	{ relation: "agree", heading: (label, { resting }) => `They agree: ${label}${resting}` },
	{ relation: "both", heading: label => `They both speak of it: ${label}` },
	{ relation: "alone", heading: (label, { alone }) => `Only ${alone}: ${label}` },
];

function compareOn(
	story: Story,
	claims: readonly Claim[],
	outlets: readonly string[],
): readonly Section[] {
	return RELATIONS.flatMap(({ relation, heading }) =>
		claims
			.filter(claim => relationOf(claim, outlets) === relation)
			.map(claim => {
				const [alone = ""] = outletsReporting(claim).filter(outlet => outlets.includes(outlet));
				return {
					...sectionOf(story, claim, outlets),
					heading: heading(claim.label, { alone, resting: restingOf(claim, outlets) }),
				};
			}),
	);
}

function numberOrNone(number: number): string {
	return number === 0 ? "none" : String(number);
}

function summary(
	claims: readonly Claim[],
	outlets: readonly string[],
	topic: string | null,
): string {
	const count = (relation: Relation) =>
		claims.filter(claim => relationOf(claim, outlets) === relation).length;
	const about = topic === null ? "" : ` on “${topic}”`;
	const alone = outlets
		.map(outlet => {
			const own = claims.filter(
				claim => relationOf(claim, outlets) === "alone" && outletsReporting(claim).includes(outlet),
			);
			return `${own.length} only in ${outlet}`;
		})
		.filter(words => !words.startsWith("0 "));
	const both = count("both") === 0 ? "" : `, and speak of ${count("both")} more`;
	const resting = claims.filter(
		claim => relationOf(claim, outlets) === "agree" && restingOf(claim, outlets) !== "",
	).length;
	const common = resting === 0 ? "" : ` (${resting} of them resting on one text or source)`;
	const shared = `agree on ${counted(count("agree"), "claim")}${common}, differ on ${numberOrNone(count("differ"))}${both}`;
	return `${listed(outlets)}${about} ${shared}${alone.length === 0 ? "" : `; ${listed(alone)}`}.`;
}

/** One outlet against all others, on what it reports. */
function summaryOfOne(claims: readonly Claim[], outlet: string, all: readonly string[]): string {
	const count = (relation: Relation) =>
		claims.filter(claim => relationOf(claim, all) === relation).length;
	return `Of what ${outlet} reports, the outlets agree on ${counted(count("agree"), "claim")} and differ on ${numberOrNone(count("differ"))}; ${counted(count("alone"), "claim")} only it has.`;
}

function claimsToCompare(story: Story, topic: string | null): readonly Claim[] {
	if (topic !== null) return matchClaims(story, topic).map(({ claim }) => claim);
	return story.claims.filter(({ kind }) => kind !== "statement");
}

/** Which outlets are set side by side: those named; one with all others; all where none is named. */
function outletsMeant(story: Story, named: readonly string[]): readonly string[] {
	return named.length > 1 ? named : outletsOf(story);
}

/** `/compare first second [topic]`: where outlets differ, agree, and who alone says what. */
export function answerComparison(story: Story, { outlets, topic }: Comparison): Answer {
	const unknown = outlets.find(name => findOutlet(story, name) === null);
	if (unknown !== undefined) return answerSource(story, unknown);
	const named = unique(outlets.map(name => findOutlet(story, name)).filter(name => name !== null));
	const meant = outletsMeant(story, named);
	// One outlet alone is compared on what it reports.
	const subjects = named.length === 1 ? named : meant;
	const claims = claimsToCompare(story, topic).filter(claim =>
		outletsReporting(claim).some(outlet => subjects.includes(outlet)),
	);
	if (claims.length === 0) return answerNothing(story, topic ?? listed(meant));
	const sections = compareOn(story, claims, meant);
	const [only] = named.length === 1 ? named : [];
	return noteCopies(story, {
		...emptyAnswer(story, topic),
		kind: claims.some(claim => relationOf(claim, meant) === "differ") ? "differ" : "found",
		text: only === undefined ? summary(claims, meant, topic) : summaryOfOne(claims, only, meant),
		claims,
		excerpts: excerptsIn(sections),
		silent: meant.filter(outlet => !claims.some(claim => outletsReporting(claim).includes(outlet))),
		checks: checksOf(claims),
		sections,
	});
}
