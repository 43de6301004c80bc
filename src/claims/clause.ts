const CLAUSE_END = /[,;:—–()]|\b(?:and|but|while|whereas|although|though|which|who)\b/giu;

/**
 * How many times one clause ends and another begins in the words between two parts of a sentence.
 *
 * @example clauseEndsIn("rose, and wages") // 2
 */
export function clauseEndsIn(words: string): number {
	return words.match(CLAUSE_END)?.length ?? 0;
}
