import type { Claim } from "../claims/claim.ts";
import type { ArticleText } from "../corpus/passage.ts";
import { type StoryIndex, storyIndexSteps } from "./story-index.ts";

/** An index that is built when it is first asked, or before that in steps. */
export interface LazyIndex extends StoryIndex {
	/** Does a step of some milliseconds; false once nothing is left to do. */
	readonly prepare: () => boolean;
}

/** The index of a story's claims and sentences, of which nothing is built yet. */
export function lazyIndex(claims: readonly Claim[], texts: readonly ArticleText[]): LazyIndex {
	const steps = storyIndexSteps(claims, texts);
	let built: StoryIndex | null = null;
	const prepare = (): boolean => {
		if (built !== null) return false;
		const step = steps.next();
		if (step.done === true) built = step.value;
		return step.done !== true;
	};
	const index = (): StoryIndex => {
		while (prepare());
		if (built === null) throw new Error("the index has ended without being built");
		return built;
	};
	return {
		prepare,
		match: wanted => index().match(wanted),
		sentences: (wanted, canAnswer) => index().sentences(wanted, canAnswer),
		carried: (wanted, canFollow) => index().carried(wanted, canFollow),
		covers: (wanted, text) => index().covers(wanted, text),
		weigh: stem => index().weigh(stem),
		knows: stem => index().knows(stem),
		words: () => index().words(),
		correct: word => index().correct(word),
		inCommonForms: text => index().inCommonForms(text),
		inOwnCase: text => index().inOwnCase(text),
	};
}
