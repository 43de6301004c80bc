import { distance } from "fastest-levenshtein";

// A name is offered when at most this share of its letters is wrong.
const MAX_WRONG = 0.4;

/**
 * The known names that are most like what was typed, best first, 3 at most: those that hold it, or
 * differ from it in at most two letters of five (Levenshtein distance, case aside).
 */
export function nearestNames(typed: string, known: readonly string[]): readonly string[] {
	const wanted = typed.toLowerCase();
	return known
		.map(name => {
			const lower = name.toLowerCase();
			const held = wanted !== "" && lower.includes(wanted);
			const wrong = distance(wanted, lower) / Math.max(wanted.length, lower.length, 1);
			return { name, wrong: held ? 0 : wrong };
		})
		.filter(({ wrong }) => wrong <= MAX_WRONG)
		.toSorted((a, b) => a.wrong - b.wrong)
		.map(({ name }) => name)
		.slice(0, 3);
}
