import type { Draft, Refiner } from "../draft.ts";
import { perAfter } from "../unit-names.ts";
import { dimensionOf } from "../units.ts";

const BRACKET =
	/^(?:-(?:wide|long|tall|high|deep|thick))?\s?[([](?:or\s|about\s|around\s|roughly\s|approximately\s|some\s|~\s?|nearly\s|almost\s)*$/i;

/** Whether the second says the first in another unit: the same dimension, or money in another currency. */
function converts(first: Draft, second: Draft): boolean {
	if (first.unit === null || second.unit === null || first.unit === second.unit) return false;
	if (first.kind === "money") return second.kind === "money";
	const dimension = dimensionOf(first.unit);
	return dimension !== null && dimension === dimensionOf(second.unit);
}

/** "C$9 (US$6.70) per share": the rate stands after the bracket and is of both. */
function rateOf(draft: Draft, bracketEnd: number, text: string): string {
	const rate = / per /.test(draft.unit ?? "") ? null : perAfter(text, bracketEnd + 1);
	return rate === null ? "" : ` per ${rate.per}`;
}

/** "12 kilometres (7.5 miles)", "kroner ($212 million)": what brackets convert is no figure of its own. */
export const takeConversions: Refiner = (drafts, { text }) => {
	const done: Draft[] = [];
	for (const draft of drafts) {
		const last = done.at(-1);
		const inBrackets =
			last !== undefined &&
			last.conversion === null &&
			BRACKET.test(text.slice(last.end, draft.start));
		if (!inBrackets || draft.value === null || !converts(last, draft)) {
			done.push(draft);
			continue;
		}
		const { start, end, value, unit, step } = draft;
		const rate = rateOf(last, end, text);
		done[done.length - 1] = {
			...last,
			unit: `${last.unit}${rate}`,
			// What money is worth in another is printed by itself ("C$6 (US$4) a share").
			conversion: {
				start,
				end,
				value,
				unit: last.kind === "money" ? unit : `${unit}${rate}`,
				step: step ?? null,
			},
		};
	}
	return done;
};
