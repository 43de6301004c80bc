import type { Figure, Trend } from "../figures/figure.ts";
import { type Span, slice } from "../text/span.ts";
import { type Draft, positionsBy } from "./assemble.ts";
import type { Report } from "./claim.ts";
import { type FigureMention, movedFrom } from "./figure-mentions.ts";
import type { MentionGroup } from "./group-mentions.ts";
import { byPublication, reportOf } from "./reports.ts";
import { readStrength } from "./strength.ts";

type Direction = Trend | "unchanged";

/** Where a sentence says how something has moved. */
interface Change {
	readonly mention: FigureMention;
	readonly direction: Direction;
	/** The words that say so, in the sentence. */
	readonly span: Span;
}

const UNCHANGED =
	/\b(?:(?:remain(?:s|ed)?|stay(?:s|ed)?|held|holds)\s(?:(?:largely|virtually|almost|broadly)\s)?(?:unchanged|the same|flat|steady|stable)|(?:(?:little|largely|virtually|almost)\s)?unchanged|little changed|changed little|(?:no|little) change)\b/iu;

// What has changed since a year before may have stayed since the month before.
const YEAR_BEFORE = /^\s(?:(?:a|one|the|last|same)\s){1,2}(?:\p{L}+\s){0,2}years?\b/iu;

function unchangedIn(sentence: string): Span | null {
	const found = UNCHANGED.exec(sentence);
	return found === null ? null : { start: found.index, end: found.index + found[0].length };
}

/** The figure that a mention's has moved from, in the same sentence ("12 million, down from 12.3 million"). */
function otherEnd({ figure, beside, sentence }: FigureMention): Figure | null {
	const isFrom = (other: Figure) =>
		other.start === figure.changedFrom?.start || movedFrom(sentence.text, other);
	return beside.find(other => other.kind === figure.kind && isFrom(other)) ?? null;
}

/** How a mention's figure has moved, by its other end or by words of its sentence; null where neither is there. */
function changeOf(mention: FigureMention): Change | null {
	const { figure, sentence, outlook } = mention;
	const from = outlook === "before" ? null : otherEnd(mention);
	if (from !== null && YEAR_BEFORE.test(sentence.text.slice(from.end))) return null;
	if (from !== null && typeof from.value === "number" && typeof figure.value === "number") {
		const direction = from.value < figure.value ? "up" : "down";
		const span = { start: Math.min(from.start, figure.start), end: Math.max(from.end, figure.end) };
		return { mention, direction, span };
	}
	const span = mention.beside.length === 0 ? unchangedIn(sentence.text) : null;
	return span === null ? null : { mention, direction: "unchanged", span };
}

function reportOfChange({ mention, direction, span }: Change): Report {
	const { reading, sentence } = mention;
	const printed = slice(sentence.text, span);
	return {
		...reportOf(reading.text, sentence, printed),
		value: direction === "unchanged" ? 0 : null,
		bound: /little|almost|largely|virtually|broadly/iu.test(printed) ? "about" : "exactly",
		trend: direction === "unchanged" ? null : direction,
		strength: readStrength(sentence.text, span),
	};
}

const directionOf = ({ trend }: Report): Direction => trend ?? "unchanged";

/**
 * How what a group of mentions tells of has moved, where the outlets do not agree on it: "changed little"
 * here, "down from 12.3 million" there. null where they do, or do not say. `measure` names the thing.
 */
export function changeDraft(group: MentionGroup, measure: string): Draft | null {
	const changes = group
		.map(changeOf)
		.filter(change => change !== null)
		.toSorted((a, b) => byPublication(a.mention.reading.text, b.mention.reading.text));
	const stayed = changes.filter(({ direction }) => direction === "unchanged").length;
	if (stayed === 0 || stayed === changes.length) return null;
	const reports = changes.map(reportOfChange);
	const agree = (a: Report, b: Report) => directionOf(a) === directionOf(b);
	const label = `change in ${measure}`;
	return {
		kind: "figure",
		label,
		measure: label,
		unit: null,
		reports,
		positions: positionsBy(reports, agree, directionOf),
		difference: ["contradiction"],
	};
}
