import type { Claim } from "../claims/claim.ts";
import type { Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { answerNothing, emptyAnswer, excerptsIn } from "./compose.ts";
import { noteCopies } from "./copies.ts";
import { hiddenNotes } from "./edited.ts";
import { matchClaims } from "./match.ts";
import { sectionOf } from "./sections.ts";
import { counted, outletsReporting, unique } from "./wording.ts";

function figuresOn(story: Story, topic: string | null): readonly Claim[] {
	const claims =
		topic === null ? story.claims : matchClaims(story, topic).map(({ claim }) => claim);
	return claims.filter(({ kind }) => kind === "figure");
}

/** `/figures [topic]`: every figure of the story by claim, widely reported ones first. */
export function answerFigures(story: Story, topic: string | null): Answer {
	const claims = figuresOn(story, topic);
	if (claims.length === 0) return answerNothing(story, topic ?? "figures");
	const ordered = claims.toSorted(
		(a, b) => outletsReporting(b).length - outletsReporting(a).length,
	);
	const sections = ordered.map(claim => sectionOf(story, claim));
	const differing = claims.filter(({ agreement }) => agreement === "differ").length;
	const outlets = unique(claims.flatMap(outletsReporting)).length;
	const about = topic === null ? "" : ` on “${topic}”`;
	const shown = new Set<string>(claims.map(({ id }) => id));
	return noteCopies(story, {
		...emptyAnswer(story, topic),
		notes: hiddenNotes(story, ({ claim }) => topic === null || shown.has(claim)),
		kind: differing > 0 ? "differ" : "found",
		text: `${counted(claims.length, "figure")}${about}, printed by ${counted(outlets, "outlet")}; the outlets differ on ${differing === 0 ? "none" : differing}.`,
		claims: ordered,
		excerpts: excerptsIn(sections),
		sections,
	});
}
