import type { Claim, Position, Report } from "../claims/claim.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import type { Answer, Section } from "./answer.ts";
import { answerNothing, emptyAnswer, excerptsIn } from "./compose.ts";
import { matchClaims } from "./match.ts";
import { entryOf } from "./sections.ts";
import { answerSource, findOutlet } from "./source.ts";
import { counted, listed, outletsReporting } from "./wording.ts";

/** What to compare: outlets by name, none for all of them, and on what. */
export interface Comparison {
	readonly outlets: readonly string[];
	readonly topic: string | null;
}

type Relation = "differ" | "agree" | "alone";

function positionsOf(claim: Claim, outlets: readonly string[]): readonly Position[] {
	const among = (position: Position) =>
		position.reports.some(index => outlets.includes(claim.reports[index]?.outlet ?? ""));
	return claim.positions.filter(among);
}

function relationOf(claim: Claim, outlets: readonly string[]): Relation {
	const reporting = outletsReporting(claim).filter(outlet => outlets.includes(outlet));
	if (reporting.length === 1) return "alone";
	return positionsOf(claim, outlets).length > 1 ? "differ" : "agree";
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
	readonly heading: (label: string, outlet: string) => string;
}[] = [
	{ relation: "differ", heading: label => `They differ: ${label}` },
	{ relation: "agree", heading: label => `They agree: ${label}` },
	{ relation: "alone", heading: (label, outlet) => `Only ${outlet}: ${label}` },
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
				return { ...sectionOf(story, claim, outlets), heading: heading(claim.label, alone) };
			}),
	);
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
	const shared = `agree on ${counted(count("agree"), "claim")} and differ on ${count("differ")}`;
	return `${listed(outlets)}${about} ${shared}${alone.length === 0 ? "" : `; ${listed(alone)}`}.`;
}

function claimsToCompare(story: Story, topic: string | null): readonly Claim[] {
	if (topic !== null) return matchClaims(story, topic).map(({ claim }) => claim);
	return story.claims.filter(({ kind }) => kind !== "statement");
}

/** `/compare first second [topic]`: where outlets differ, agree, and who alone says what. */
export function answerComparison(story: Story, { outlets, topic }: Comparison): Answer {
	const unknown = outlets.find(name => findOutlet(story, name) === null);
	if (unknown !== undefined) return answerSource(story, unknown);
	const named = outlets.map(name => findOutlet(story, name)).filter(name => name !== null);
	const meant = named.length > 1 ? named : outletsOf(story);
	const claims = claimsToCompare(story, topic).filter(claim =>
		outletsReporting(claim).some(outlet => meant.includes(outlet)),
	);
	if (claims.length === 0) return answerNothing(story, topic ?? listed(meant));
	const sections = compareOn(story, claims, meant);
	return {
		...emptyAnswer(story, topic),
		kind: claims.some(claim => relationOf(claim, meant) === "differ") ? "differ" : "found",
		text: summary(claims, meant, topic),
		claims,
		excerpts: excerptsIn(sections),
		silent: meant.filter(outlet => !claims.some(claim => outletsReporting(claim).includes(outlet))),
		checks: claims.flatMap(({ checks }) => checks),
		sections,
	};
}
