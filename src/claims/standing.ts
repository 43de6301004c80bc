import { stems } from "../text/terms.ts";
import type { Weigh } from "./context.ts";

/** How well words of one of several sentences stand for all: with most that the others have too. */
export function standing(words: string, sentences: readonly string[], weigh: Weigh): number {
	const own = [...new Set(stems(words))];
	const sets = sentences.map(sentence => new Set(stems(sentence)));
	const share = (stem: string) => sets.filter(set => set.has(stem)).length / sets.length;
	const sum = own.reduce((all, stem) => all + Math.sqrt(weigh(stem)) * share(stem) ** 2, 0);
	return sum / Math.sqrt(Math.max(1, own.length));
}
