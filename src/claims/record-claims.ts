import { slice } from "../text/span.ts";
import { stems } from "../text/terms.ts";
import { type Draft, positionsBy } from "./assemble.ts";
import type { Report } from "./claim.ts";
import { similarity, type Weigh } from "./context.ts";
import { differenceOfReports } from "./difference.ts";
import type { FigureMention } from "./figure-mentions.ts";
import { bestPhrase } from "./label.ts";
import { nationsIn } from "./nations.ts";
import { type RecordMention, recordOf, standEquallyLong } from "./record.ts";
import { byPublication, reportOf } from "./reports.ts";
import { readStrength } from "./strength.ts";
import { sameSubject } from "./subject.ts";

// How alike the contexts of two records must be for them to be one, from 0 to 1.
const EQUALLY_LONG = 0.12;
const EQUALLY_LONG_IN_ONE = 0.16;
const OTHER_LENGTH = 0.6;
const OTHER_LENGTH_ONE_HOLDER = 0.3;
const NEVER = Number.POSITIVE_INFINITY;

const LOW = /\b(?:low|lowest|smallest|weakest|slowest|fewest|least|worst|cheapest|coldest)s?\b/iu;

function withoutNations(words: string): string {
	return nationsIn(words)
		.toReversed()
		.reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), words);
}

/** Whether the words for what has two records are the same: "prices of wheat" and "wheat prices". */
function haveOneHolder({ holder: a }: RecordMention, { holder: b }: RecordMention): boolean {
	const [first, second] = [a, b].map(each => new Set(stems(withoutNations(each ?? ""))));
	if (first === undefined || second === undefined) return false;
	const shared = [...first].filter(stem => second.has(stem)).length;
	return shared > 1 || (shared > 0 && shared === Math.min(first.size, second.size));
}

function neededFor(a: RecordMention, b: RecordMention): number {
	const isOneArticle = a.mention.reading === b.mention.reading;
	if (standEquallyLong(a, b)) return isOneArticle ? EQUALLY_LONG_IN_ONE : EQUALLY_LONG;
	const isOneSentence = a.mention.sentence === b.mention.sentence;
	if (haveOneHolder(a, b) && !isOneSentence) return OTHER_LENGTH_ONE_HOLDER;
	return isOneArticle ? NEVER : OTHER_LENGTH;
}

function isSameRecord(a: RecordMention, b: RecordMention, weigh: Weigh): boolean {
	if (LOW.test(a.words) !== LOW.test(b.words) || sameSubject(a.holder, b.holder) === false)
		return false;
	return similarity(a.mention.context, b.mention.context, weigh) >= neededFor(a, b);
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

/** Who has a record, as the first of the group that says so prints it, where the words for the record lack it. */
function holderOf(group: readonly RecordMention[], words: string): string | null {
	const holders = group.map(({ holder }) => holder).filter(holder => holder !== null);
	const [holder] = holders.toSorted((a, b) => a.length - b.length);
	const known = new Set(stems(words));
	return holder === undefined || stems(holder).some(stem => known.has(stem)) ? null : holder;
}

/** What the record is of, in the words of the report that says most of it: "Dow: lowest point, since when". */
function labelOf(group: readonly RecordMention[], weigh: Weigh): string {
	const words = group.map(each => each.words).toSorted((a, b) => b.length - a.length)[0] ?? "";
	const holder = holderOf(group, words);
	if (holder !== null) return `${holder}: ${words}, since when`;
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
		difference: differenceOfReports(reports, positions),
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
