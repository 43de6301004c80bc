import { type Draft, type DraftSentence, isEnded, type Marks } from "./draft.ts";
import type { PassageKind } from "./passage.ts";

const ELLIPSIS = /(?:\s(?:\.{3}|…)|\[(?:\.{3}|…)\]|\((?:more|continued)\))\s*$/iu;
const OPEN_ELLIPSIS = /(?:\.{3}|…|\[(?:\.{3}|…)\])\s*$/u;
/** Words after which an English sentence must go on. */
const UNFINISHED =
	/(?:,|\s(?:a|an|the|of|to|in|on|at|by|for|from|with|and|or|but|that|which|who|whose|as|than|is|are|was|were|has|have|had|will|would|its|their|his|her|into|between|because|while))\s*$/iu;
/** A heading that nothing follows is none. */
const PROSE: ReadonlySet<PassageKind> = new Set(["paragraph", "heading"]);
const FEWEST_WORDS = 8;
const FEWEST_PARAGRAPHS = 2;
const SHARE_WITH_STOPS = 0.8;

/**
 * Whether each passage's last sentence breaks off: with an ellipsis before something else than more
 * prose, after a word that must go on, or for want of a stop in the article's last words, where its
 * other paragraphs have theirs. `counts` says which passages are no furniture, `inCard` which stand in
 * another outlet's card.
 */
export function findCuts(
	drafts: readonly Draft[],
	counts: readonly boolean[],
	inCard: readonly boolean[],
): Marks {
	const last = counts.lastIndexOf(true);
	const stops = usesStops(drafts.filter((_, index) => counts[index] === true && index !== last));
	return drafts.map((draft, index) => {
		const sentence = draft.sentences.at(-1);
		const isLast = index === last && stops;
		if (sentence === undefined || !PROSE.has(draft.kind)) return null;
		if (isLast || (inCard[index] === true && draft.kind === "paragraph")) return endsOpen(sentence);
		return ELLIPSIS.test(sentence.text) && drafts[index + 1]?.kind !== "paragraph" ? "cut" : null;
	});
}

function endsOpen({ text, words }: DraftSentence): "cut" | null {
	if (OPEN_ELLIPSIS.test(text) || UNFINISHED.test(text)) return "cut";
	if (isEnded(text) || /:\s*$|^\[\d+\]/u.test(text)) return null;
	return words.split(" ").length >= FEWEST_WORDS ? "cut" : null;
}

function usesStops(drafts: readonly Draft[]): boolean {
	const prose = drafts.filter(({ kind }) => kind === "paragraph");
	const ended = prose.filter(({ text }) => isEnded(text)).length;
	return prose.length >= FEWEST_PARAGRAPHS && ended >= prose.length * SHARE_WITH_STOPS;
}
