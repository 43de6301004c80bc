import type { Draft } from "./assemble.ts";
import { type Circle, findCircles } from "./circles.ts";
import type { Weigh } from "./context.ts";
import { bestPhrase, sharedPhrase } from "./label.ts";
import type { Reading } from "./reading.ts";
import { byPublication, reportOf } from "./reports.ts";
import { readStrength } from "./strength.ts";

// A label has the words that its sentences were found by.
const KEY_WORTH = 3;

/** The words that the members share, in those of the first; of a sentence alone, its most telling phrase. */
function labelOf({ members, phrase, label }: Circle, weigh: Weigh): string {
	if (label !== undefined) return label;
	const [center, ...others] = members;
	if (center === undefined) return "";
	const own = phrase === null ? undefined : center.phrases.get(phrase);
	if (others.length === 0)
		return own ?? bestPhrase(center.sentence.text, weigh) ?? center.sentence.text;
	const keys = new Set(phrase?.split(" "));
	const worth = (stem: string) => weigh(stem) * (keys.has(stem) ? KEY_WORTH : 1);
	const sentences = members.map(({ sentence }) => ({ sentence: sentence.text, without: [] }));
	return (
		sharedPhrase(sentences, worth, "any") ?? own ?? bestPhrase(center.sentence.text, weigh) ?? ""
	);
}

function draftOf(circle: Circle, weigh: Weigh): Draft {
	const label = labelOf(circle, weigh);
	const members = circle.members.toSorted((a, b) => byPublication(a.reading.text, b.reading.text));
	const reports = members.map(({ reading, sentence }) => ({
		...reportOf(reading.text, sentence, sentence.text),
		strength: readStrength(sentence.text),
	}));
	return {
		kind: "statement",
		label,
		measure: label,
		unit: null,
		reports,
		positions: [{ value: null, reports: reports.map((_, index) => index) }],
		difference: [],
	};
}

/**
 * What the articles assert without a figure: sentences of several outlets that say nearly the same or
 * share a phrase that is rare in the story, and each sentence that stands alone.
 */
export function statementDrafts(readings: readonly Reading[], weigh: Weigh): readonly Draft[] {
	return findCircles(readings, weigh).map(circle => draftOf(circle, weigh));
}
