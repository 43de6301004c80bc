import { isWithin, sameValue } from "./align.ts";
import { type Draft, positionsBy } from "./assemble.ts";
import { changeDraft } from "./change-claims.ts";
import type { Position, Report } from "./claim.ts";
import type { Weigh } from "./context.ts";
import { differencesAmong, isDenied } from "./difference.ts";
import { labelOf, measureOf } from "./figure-measure.ts";
import { type FigureMention, printedWithQualifier } from "./figure-mentions.ts";
import { alignFigures, type MentionGroup } from "./group-mentions.ts";
import { mostPrinted } from "./most-printed.ts";
import { recordOf } from "./record.ts";
import { byPublication, reportOf } from "./reports.ts";
import { readStrength } from "./strength.ts";

function reportOfMention(mention: FigureMention): Report {
	const { reading, sentence, figure, attribution } = mention;
	return {
		...reportOf(reading.text, sentence, printedWithQualifier(mention)),
		value: figure.value,
		unit: figure.unit,
		bound: figure.bound,
		trend: figure.trend,
		asOf: mention.asOf,
		attribution,
		strength: readStrength(sentence.text, figure),
	};
}

/** The same figure twice in one sentence of an article is one report. */
function withoutRepeats(group: MentionGroup): MentionGroup {
	const seen = new Set<string>();
	return group.filter(({ reading, sentence, figure }) => {
		const key = [reading.text.article.id, sentence.start, figure.value, figure.unit].join(" ");
		return seen.has(key) ? false : seen.add(key) !== undefined;
	});
}

/** Roundings of one value agree; each forecaster has a value of his own. */
function printSame(a: FigureMention, b: FigureMention): boolean {
	if (a.outlook === "expected" && b.outlook === "expected")
		return a.figure.value === b.figure.value;
	return sameValue(a.figure, b.figure) || isWithin(a.figure, b.figure);
}

function positionsOf(group: MentionGroup, reports: readonly Report[]): readonly Position[] {
	const mentionOf = (report: Report) => group[reports.indexOf(report)];
	return positionsBy(
		reports,
		(a, b) => {
			const [first, second] = [mentionOf(a), mentionOf(b)];
			if (first === undefined || second === undefined) return false;
			return printSame(first, second) && isDenied(first) === isDenied(second);
		},
		({ value }) => value,
	);
}

function draftOf(mentions: MentionGroup, weigh: Weigh): Draft {
	const group = withoutRepeats(mentions).toSorted((a, b) =>
		byPublication(a.reading.text, b.reading.text),
	);
	const reports = group.map(reportOfMention);
	const positions = positionsOf(group, reports);
	const measure = measureOf(group, weigh);
	const topical = labelOf(measure, group, weigh);
	const time = mostPrinted(group.map(({ asOf }) => asOf).filter(asOf => asOf !== null));
	return {
		kind: "figure",
		// "2031/2040" is read aloud as "2031 to 2040".
		label: time === null ? topical : `${topical}, ${time.replace("/", " to ")}`,
		measure,
		unit: mostPrinted(reports.map(({ unit }) => unit).filter(unit => unit !== null)),
		reports,
		positions,
		difference: differencesAmong(group, positions),
	};
}

/** The figures of a story, dates and what records are told by aside, each thing measured with all its reports. */
export function figureDrafts(mentions: readonly FigureMention[], weigh: Weigh): readonly Draft[] {
	const figures = mentions.filter(
		mention => mention.figure.kind !== "date" && recordOf(mention) === null,
	);
	return alignFigures(figures, weigh).flatMap(group => {
		const draft = draftOf(group, weigh);
		const change = changeDraft(group, draft.measure);
		return change === null ? [draft] : [draft, change];
	});
}
