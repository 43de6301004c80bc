import { convert } from "../figures/units.ts";
import { mayTellOneThing, placesExclude, timesMeet } from "./align.ts";
import type { Weigh } from "./context.ts";
import type { FigureMention } from "./figure-mentions.ts";

/** The value of a mention, the higher end of a range, in the unit of another; null where there is none. */
function numberIn(unit: string | null, { figure }: FigureMention): number | null {
	const value = typeof figure.value === "number" ? figure.value : (figure.value?.[1] ?? null);
	if (value === null || unit === figure.unit || unit === null || figure.unit === null) return value;
	return convert(value, figure.unit, unit) ?? value;
}

function isBeside(a: FigureMention, b: FigureMention, weigh: Weigh): boolean {
	return a.sentence.passage === b.sentence.passage || placesExclude(a, b, weigh);
}

function isGreater(a: FigureMention, b: FigureMention): boolean {
	const [first, second] = [numberIn(a.figure.unit, a), numberIn(a.figure.unit, b)];
	return first !== null && second !== null && first > second;
}

/**
 * The mentions beside which the same article gives a greater number of the same happening, in the same
 * passage or of another place, each with the greatest of those: "12 were badly hurt and 85 slightly"
 * gives 12 with 85. What others print is compared with the greatest.
 */
export function greaterBeside(
	mentions: readonly FigureMention[],
	weigh: Weigh,
): ReadonlyMap<FigureMention, FigureMention> {
	const found = new Map<FigureMention, FigureMention>();
	const tolls = mentions.filter(({ predicate }) => predicate?.toll === true);
	for (const mention of tolls) {
		const [greatest] = tolls
			.filter(
				({ reading, predicate }) => reading === mention.reading && predicate === mention.predicate,
			)
			.filter(other => isGreater(other, mention) && isBeside(other, mention, weigh))
			.filter(other => mayTellOneThing(other, mention) && timesMeet(other, mention))
			.toSorted((a, b) => Number(isGreater(b, a)) - Number(isGreater(a, b)));
		if (greatest !== undefined) found.set(mention, greatest);
	}
	return found;
}
