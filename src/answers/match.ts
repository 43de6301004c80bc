import type { Claim } from "../claims/claim.ts";
import { type Context, contextOf } from "../claims/context.ts";
import type { Story } from "../snapshot.ts";

/** A claim that fits some words, and how well, from 0 to about 1. */
export interface Match {
	readonly claim: Claim;
	readonly score: number;
}

// Words that ask, and tell nothing of what is asked about.
const ASKING = new Set(
	`ask tell give show list say said says saying state report reported reports print printed outlet
	outlets paper papers article articles coverage story figure figures number numbers claim claims
	many much exact exactly word words correct true right really anyone anybody everyone somebody
	someone who whom whose which what when where why how big large high fast strong does did compare
	compared versus agree differ describe each every all five four three about according please across made make makes quotation quotations quote quotes quoted
	become becomes becoming became per percent percentage percentages`.split(/\s+/),
);

/** What a question is about: its words without those that only ask. */
export function topicOf(text: string): Context {
	return contextOf(text).filter(({ word }) => !ASKING.has(word));
}

const FITS = 0.45;
const BEHIND_BEST = 0.6;

function named(story: Story, text: string): Claim | undefined {
	const wanted = text.toLowerCase();
	return story.claims.find(({ id, label }) => id === text || label.toLowerCase() === wanted);
}

/**
 * The claims that a text is about, best first: one that it names by id or label, then those of which
 * it has the words; none where no claim covers about half of them.
 */
export function matchClaims(story: Story, text: string): readonly Match[] {
	const claim = named(story, text);
	const others = similarClaims(story, text).filter(match => match.claim !== claim);
	return claim === undefined ? others : [{ claim, score: NAMED }, ...others];
}

const NAMED = 2;

function similarClaims(story: Story, text: string): readonly Match[] {
	const topic = topicOf(text);
	const matches = story.index.match(topic.length > 0 ? topic : contextOf(text));
	const best = matches[0]?.score ?? 0;
	return matches.filter(({ score }) => score >= FITS && score >= best * BEHIND_BEST);
}
