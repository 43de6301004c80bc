import type { Figure } from "../figures/figure.ts";

/** Words for what has not been so for long, as a pattern. */
export const SUPERLATIVE =
	"lowest|highest|biggest|largest|smallest|greatest|worst|best|strongest|weakest|slowest|fastest|steepest|sharpest|deepest|longest|shortest|warmest|coldest|hottest|wettest|driest|deadliest|heaviest|busiest|cheapest|fewest|first|(?:most|least)(?=\\s(?:in|since)\\b)";
/** What stands before the length of a record: "the lowest level in". */
export const AHEAD_OF_DURATION = new RegExp(
	String.raw`\b(?:${SUPERLATIVE})\b[^.;:,()]{0,40}?\bin\s(?:(?:almost|nearly|about|around|over|more\sthan|less\sthan|at\sleast|some|just)\s)*$`,
	"iu",
);

const IN_WORDS: Readonly<Record<string, number>> = {
	year: 1,
	decade: 10,
	"quarter century": 25,
	"half century": 50,
	century: 100,
};
const LENGTH =
	/\b(?:a|an|half a|a quarter)\s(?:of a\s)?(?:(?:full|half|quarter)[\s-])?(year|decade|century)\b/giu;

const EXACT = {
	bound: "exactly",
	trend: null,
	counts: null,
	iso: null,
	conversion: null,
	changedFrom: null,
} as const;

/**
 * How long records have stood where that is told without a number ("the lowest in a decade"), as figures
 * in years; the words for a length are no figure elsewhere.
 */
export function recordLengthsIn(sentence: string): readonly Figure[] {
	return [...sentence.matchAll(LENGTH)].flatMap(({ 0: text, 1: unit = "", index }) => {
		if (!AHEAD_OF_DURATION.test(sentence.slice(0, index))) return [];
		const part = /\b(?:half|quarter)\b/iu.exec(text)?.[0].toLowerCase();
		const value = IN_WORDS[[part, unit.toLowerCase()].filter(Boolean).join(" ")];
		if (value === undefined) return [];
		const span = { start: index, end: index + text.length };
		return [{ ...EXACT, ...span, kind: "duration", text, value, unit: "year", step: 1 }];
	});
}
