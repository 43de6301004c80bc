import { slice } from "../text/span.ts";
import { alignFigures, type MentionGroup, sameValue } from "./align.ts";
import { type Draft, positionsBy } from "./assemble.ts";
import type { Position, Report } from "./claim.ts";
import type { Weigh } from "./context.ts";
import { differencesAmong } from "./difference.ts";
import { type FigureMention, printedWithQualifier } from "./figure-mentions.ts";
import { bestPhrase } from "./label.ts";
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

function mostCommon(words: readonly string[]): string | null {
	const times = new Map<string, number>();
	for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
	const ranked = [...times].toSorted((a, b) => b[1] - a[1] || b[0].length - a[0].length);
	return ranked[0]?.[0] ?? null;
}

function measureOf(group: MentionGroup, weigh: Weigh): string {
	const counted = group.map(({ figure }) => figure.counts).filter(words => words !== null);
	const [first] = group;
	const common = mostCommon(counted);
	if (common !== null || first === undefined) return common ?? "";
	const near = new Map(first.context.map(({ stem, weight }) => [stem, weight]));
	const phrase = bestPhrase(first.sentence.text, stem => weigh(stem) * (near.get(stem) ?? 0));
	return phrase ?? slice(first.sentence.text, first.figure);
}

function positionsOf(group: MentionGroup, reports: readonly Report[]): readonly Position[] {
	const figureOf = (report: Report) => group[reports.indexOf(report)]?.figure;
	return positionsBy(
		reports,
		(a, b) => {
			const [first, second] = [figureOf(a), figureOf(b)];
			return first !== undefined && second !== undefined && sameValue(first, second);
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
	const time = mostCommon(group.map(({ asOf }) => asOf).filter(asOf => asOf !== null));
	return {
		kind: "figure",
		label: time === null ? measure : `${measure}, ${time}`,
		measure,
		unit: mostCommon(reports.map(({ unit }) => unit).filter(unit => unit !== null)),
		reports,
		positions,
		difference: differencesAmong(group, positions),
	};
}

/** The figures of a story, dates aside, each thing measured with all its reports. */
export function figureDrafts(mentions: readonly FigureMention[], weigh: Weigh): readonly Draft[] {
	const figures = mentions.filter(({ figure }) => figure.kind !== "date");
	return alignFigures(figures, weigh).map(group => draftOf(group, weigh));
}
