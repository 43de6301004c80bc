import type { Check, Claim, Position } from "../claims/claim.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import { outletsReporting } from "./wording.ts";

/** Old places of what is kept, with the new ones. */
type Renumbered = ReadonlyMap<number, number>;

function renumber(reports: readonly number[], places: Renumbered): readonly number[] {
	return reports.flatMap(index => places.get(index) ?? []);
}

function narrowPosition(position: Position, places: Renumbered): readonly Position[] {
	const reports = renumber(position.reports, places);
	return reports.length === 0 ? [] : [{ ...position, reports }];
}

function narrowCheck(check: Check, places: Renumbered): readonly Check[] {
	const reports = renumber(check.reports, places);
	return reports.length === 0 ? [] : [{ ...check, reports }];
}

function agreementOf(claim: Claim, positions: readonly Position[], outlets: number) {
	if (positions.length > 1) return claim.agreement;
	return outlets > 1 ? "agree" : "single";
}

/** A claim as some outlets report it; none where they do not. */
export function narrowClaim(claim: Claim, outlets: readonly string[]): readonly Claim[] {
	const kept = [...claim.reports.keys()].filter(index =>
		outlets.includes(claim.reports[index]?.outlet ?? ""),
	);
	if (kept.length === 0) return [];
	const places = new Map(kept.map((before, after) => [before, after]));
	const reports = claim.reports.filter((_, index) => places.has(index));
	const positions = claim.positions.flatMap(position => narrowPosition(position, places));
	const reporting = outletsReporting({ ...claim, reports });
	return [
		{
			...claim,
			reports,
			positions,
			agreement: agreementOf(claim, positions, reporting.length),
			difference: positions.length > 1 ? claim.difference : [],
			silent: outlets.filter(outlet => !reporting.includes(outlet)),
			checks: claim.checks.flatMap(check => narrowCheck(check, places)),
		},
	];
}

/**
 * A story as some of its outlets tell it: their articles, and the claims and sentences with what they
 * report. What the words of the story weigh is left as it is in the whole.
 */
export function narrowStory(story: Story, outlets: readonly string[]): Story {
	const narrowed = new Map(
		story.claims.flatMap(claim =>
			narrowClaim(claim, outlets).map(narrow => [claim.id, narrow] as const),
		),
	);
	const held = outletsOf(story).filter(outlet => outlets.includes(outlet));
	return {
		...story,
		articles: story.articles.filter(({ article }) => held.includes(article.outlet)),
		claims: [...narrowed.values()],
		index: {
			...story.index,
			match: wanted =>
				story.index.match(wanted).flatMap(match => {
					const claim = narrowed.get(match.claim.id);
					return claim === undefined ? [] : [{ ...match, claim }];
				}),
			sentences: (wanted, canAnswer) =>
				story.index
					.sentences(wanted, canAnswer)
					.filter(({ source }) => held.includes(source.article.outlet)),
			carried: (wanted, canFollow) =>
				story.index
					.carried(wanted, canFollow)
					.filter(({ source }) => held.includes(source.article.outlet)),
		},
	};
}
