import { type Draft, type DraftSentence, isEnded, type Marks } from "./draft.ts";

const ELLIPSIS = /(?:\s(?:\.{3}|…)|\[(?:\.{3}|…)\]|\((?:more|continued)\))\s*$/iu;
const OPEN_ELLIPSIS = /(?:\.{3}|…)\s*$/u;
/** Words after which an English sentence must go on. */
const UNFINISHED =
	/(?:,|\s(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|whose|as|than|is|are|was|were|has|have|had|will|would|its|their|his|her|into|between|because|while))\s*$/iu;
const FEWEST_WORDS = 8;

/**
 * Whether each passage's last sentence breaks off: with an ellipsis after a space, or any in a teaser;
 * after a word that must go on; or for want of a stop, in the article's last words.
 * `counts` says which passages are no furniture, `inCard` which stand in another outlet's card.
 */
export function findCuts(
	drafts: readonly Draft[],
	counts: readonly boolean[],
	inCard: readonly boolean[],
): Marks {
	const last = counts.lastIndexOf(true);
	return drafts.map((draft, index) => {
		const sentence = draft.sentences.at(-1);
		if (sentence === undefined || draft.kind !== "paragraph") return null;
		const closes = index === last || inCard[index] === true;
		return breaksOff(sentence, closes) ? "cut" : null;
	});
}

function breaksOff({ text, words }: DraftSentence, closes: boolean): boolean {
	if (ELLIPSIS.test(text) || (closes && OPEN_ELLIPSIS.test(text))) return true;
	if (isEnded(text) || !closes) return false;
	return UNFINISHED.test(text) || (words.split(" ").length >= FEWEST_WORDS && !/:\s*$/u.test(text));
}
