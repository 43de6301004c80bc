import { slice } from "../text/span.ts";
import { type Draft, positionsBy } from "./assemble.ts";
import type { Report } from "./claim.ts";
import { similarity, type Weigh } from "./context.ts";
import type { FigureMention } from "./figure-mentions.ts";
import { bestPhrase } from "./label.ts";
import { type RecordMention, recordOf, standEquallyLong } from "./record.ts";
import { byPublication, reportOf } from "./reports.ts";
import { readStrength } from "./strength.ts";

// How alike the contexts of two records must be for them to be one, from 0 to 1.
const EQUALLY_LONG = 0.12;
const EQUALLY_LONG_IN_ONE = 0.16;
const OTHER_LENGTH = 0.6;

const LOW = /\b(?:low|lowest|smallest|weakest|slowest|fewest|least|worst|cheapest|coldest)s?\b/iu;

function isSameRecord(a: RecordMention, b: RecordMention, weigh: Weigh): boolean {
	if (LOW.test(a.words) !== LOW.test(b.words)) return false;
	const isOneArticle = a.mention.reading === b.mention.reading;
	const equally = standEquallyLong(a, b);
	if (isOneArticle && !equally) return false;
	const needed = isOneArticle ? EQUALLY_LONG_IN_ONE : equally ? EQUALLY_LONG : OTHER_LENGTH;
	return similarity(a.mention.context, b.mention.context, weigh) >= needed;
}

function groupRecords(records: readonly RecordMention[], weigh: Weigh): readonly RecordMention[][] {
	const groups: RecordMention[][] = [];
	for (const record of records) {
		const group = groups.find(members => members.some(other => isSameRecord(other, record, weigh)));
		if (group === undefined) groups.push([record]);
		else group.push(record);
	}
	return groups;
}

/** What the record is of, in the words of the report that says most of it. */
function labelOf(group: readonly RecordMention[], weigh: Weigh): string {
	const words = group.map(each => each.words).toSorted((a, b) => b.length - a.length)[0] ?? "";
	if (words.includes(" ")) return `${words}, since when`;
	const { context, sentence } = group[0]?.mention ?? { context: [], sentence: null };
	const near = new Map(context.map(({ stem, weight }) => [stem, weight]));
	const phrase = bestPhrase(sentence?.text ?? "", stem => weigh(stem) * (near.get(stem) ?? 0));
	return phrase === null ? `${words}, since when` : `${phrase}: ${words}, since when`;
}

function reportOfRecord({ mention, span, since }: RecordMention): Report {
	const { reading, sentence, figure, attribution } = mention;
	return {
		...reportOf(reading.text, sentence, slice(sentence.text, span)),
		value: figure.kind === "duration" ? figure.value : null,
		unit: figure.kind === "duration" ? figure.unit : null,
		bound: figure.bound,
		asOf: since,
		attribution,
		strength: readStrength(sentence.text, figure),
	};
}

function draftOf(records: readonly RecordMention[], weigh: Weigh): Draft {
	const group = records.toSorted((a, b) =>
		byPublication(a.mention.reading.text, b.mention.reading.text),
	);
	const reports = group.map(reportOfRecord);
	const recordAt = (report: Report) => group[reports.indexOf(report)];
	// Where nobody gives the date, the length is all that can be compared.
	const isLength = reports.every(({ value }) => value !== null);
	const positions = positionsBy(
		reports,
		(a, b) => {
			const [first, second] = [recordAt(a), recordAt(b)];
			return first !== undefined && second !== undefined && standEquallyLong(first, second);
		},
		({ value, asOf, printed }) => (isLength ? value : (asOf ?? printed)),
	);
	const label = labelOf(group, weigh);
	return {
		kind: isLength ? "figure" : "date",
		label,
		measure: label,
		unit: isLength ? (reports[0]?.unit ?? null) : null,
		reports,
		positions,
		difference: positions.length > 1 ? ["contradiction"] : [],
	};
}

/**
 * How long records have stood, each with what the outlets print of it: "the lowest since December 2028"
 * and, printed four years later, "a four-year low" are one.
 */
export function recordDrafts(mentions: readonly FigureMention[], weigh: Weigh): readonly Draft[] {
	const records = mentions.map(recordOf).filter(record => record !== null);
	return groupRecords(records, weigh).map(group => draftOf(group, weigh));
}
