import type { Claim, Report } from "../claims/claim.ts";
import type { Story } from "../snapshot.ts";
import type { Question } from "./question.ts";
import { ANSWERS } from "./sentences.ts";

const FORECAST =
	/\b(?:forecast(?:s|ed|ing)?|predict\w*|expect\w*|project(?:s|ed|ions?)|anticipat\w*|consensus)\b/iu;
const FORECASTERS =
	/\b(?:economists?|analysts?|experts?|forecasters?|surveys?|surveyed|polls?|polled|markets?)\b/iu;
const ASKS = /^\W*(?:what|how (?:much|many|big|high|low))\b/iu;

/** Whether a report's figure stands behind words that foresee it, as forecasters do. */
function isForeseen({ printed, excerpt }: Report): boolean {
	const at = excerpt.text.indexOf(printed);
	const before = at < 0 ? excerpt.text : excerpt.text.slice(0, at);
	return FORECAST.test(before) && FORECASTERS.test(excerpt.text);
}

/**
 * The figures that forecasters had foreseen, for a question that asks what they expected ("What had
 * economists forecast?"); none for another question. Where it says of what, only those of that.
 */
export function foreseen(story: Story, { text, topic }: Question): readonly Claim[] {
	if (!ASKS.test(text) || !FORECAST.test(text) || !FORECASTERS.test(text)) return [];
	const rest = topic.filter(({ word }) => !FORECAST.test(word) && !FORECASTERS.test(word));
	const isOn = ({ excerpt }: Report) =>
		rest.length === 0 || story.index.covers(rest, excerpt.text) >= ANSWERS;
	return story.claims.filter(
		({ kind, reports }) =>
			kind === "figure" && reports.some(report => isForeseen(report) && isOn(report)),
	);
}
