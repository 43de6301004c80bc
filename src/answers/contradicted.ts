import type { Claim } from "../claims/claim.ts";
import type { Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { checksOf, emptyAnswer, excerptsIn } from "./compose.ts";
import { sectionOf } from "./sections.ts";

/** The answer that some claims give to a text that they contradict. */
export function contradicted(story: Story, text: string, claims: readonly Claim[]): Answer {
	const sections = claims.map(claim => sectionOf(story, claim));
	const [first] = claims;
	return {
		...emptyAnswer(story, null),
		kind: "contradicted",
		text,
		claims,
		excerpts: excerptsIn(sections),
		silent: claims.length === 1 ? (first?.silent ?? []) : [],
		checks: checksOf(claims),
		sections,
	};
}
