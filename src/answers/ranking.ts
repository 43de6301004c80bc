import type { Claim } from "../claims/claim.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { emptyAnswer, excerptsIn } from "./compose.ts";
import { sectionOf } from "./sections.ts";
import { listed, outletsReporting } from "./wording.ts";

function figuresOf(claims: readonly Claim[], outlet: string): number {
	return claims.filter(claim => outletsReporting(claim).includes(outlet)).length;
}

/** Which outlet prints how many of the story's figures, those with most first. */
export function answerRanking(story: Story): Answer {
	const claims = story.claims.filter(({ kind }) => kind === "figure");
	const ranked = outletsOf(story)
		.map(outlet => ({ outlet, figures: figuresOf(claims, outlet) }))
		.toSorted((a, b) => b.figures - a.figures);
	const sections = claims.map(claim => sectionOf(story, claim));
	const rows = ranked.map(({ outlet, figures }) => `${outlet} ${figures}`);
	return {
		...emptyAnswer(story, null),
		kind: "found",
		text: `Different figures printed, counted by claim (computed): ${listed(rows)}.`,
		claims,
		excerpts: excerptsIn(sections),
		sections,
	};
}
