import type { CheckContext, CheckMaker, IndexedReport } from "../checks/check-maker.ts";
import { indexed, readingOf } from "../checks/check-maker.ts";
import { listOf } from "../checks/phrases.ts";
import type { Claim, Lineage, Report } from "../claim.ts";
import { agencyOf } from "./agencies.ts";
import { type CopyPair, copiesAmong, sentencesShare } from "./near-copies.ts";

/** Articles that share much of their text, and whether the whole of it or only a part. */
interface Shared {
	readonly pairs: readonly CopyPair[];
	readonly context: CheckContext;
}

// So much of two sentences must be the same.
const SAME_SENTENCE = 0.5;
/** In how many runs of five words at least: where the whole articles are copies, a short sentence will do. */
const FEWEST_RUNS = { copy: 1, part: 6 } as const;

function pairOf(a: Report, b: Report, { pairs }: Shared): CopyPair | undefined {
	return pairs.find(({ articles }) => articles.includes(a.article) && articles.includes(b.article));
}

/** Whether two outlets' reports stand in one text: their sentences are nearly the same, and more of their articles besides. */
function sharesText(a: Report, b: Report, shared: Shared): boolean {
	if (a.outlet === b.outlet || a.via !== null || b.via !== null) return false;
	const pair = pairOf(a, b, shared);
	if (pair === undefined) return false;
	const share = sentencesShare(a.excerpt.text, b.excerpt.text, FEWEST_RUNS[pair.kind]);
	return share >= SAME_SENTENCE;
}

/** Reports put together that rest on one text, directly or by way of another; those that stand alone are left out. */
function groupsOf(reports: readonly IndexedReport[], shared: Shared): readonly IndexedReport[][] {
	const groups: IndexedReport[][] = [];
	for (const each of reports) {
		const joined = groups.filter(group =>
			group.some(other => sharesText(other.report, each.report, shared)),
		);
		const rest = groups.filter(group => !joined.includes(group));
		groups.splice(0, groups.length, ...rest, [...joined.flat(), each]);
	}
	return groups
		.filter(group => new Set(group.map(({ report }) => report.outlet)).size > 1)
		.map(group => group.toSorted((a, b) => a.index - b.index));
}

/** The agency whose story the articles print; null where none of them names one, or they name several. */
function agencyAmong(group: readonly IndexedReport[], context: CheckContext): string | null {
	const agencies = group.map(({ report }) => {
		const reading = readingOf(report, context);
		return reading === undefined ? null : agencyOf(reading.text.article);
	});
	const named = new Set(agencies.filter(name => name !== null));
	const [name = null] = named;
	return named.size === 1 ? name : null;
}

const percent = (share: number) => `${Math.round(share * 100)}%`;

function lineageOf(group: readonly IndexedReport[], shared: Shared): Lineage {
	const pairs = shared.pairs.filter(({ articles }) =>
		articles.every(id => group.some(({ report }) => report.article === id)),
	);
	const agency = agencyAmong(group, shared.context);
	const words = `nearly the same text${agency === null ? "" : ` (${agency})`}`;
	const outlets = listOf(group.map(({ report }) => report.outlet));
	const least = percent(Math.min(...pairs.map(({ share }) => share)));
	const isWhole = pairs.every(({ kind }) => kind === "copy");
	const extent = `${pairs.length > 1 ? "at least " : ""}${least} of the runs of five words of the shorter article stand in ${pairs.length > 1 ? "another" : "the other"} (computed)`;
	const text = isWhole
		? `${outlets} print ${words}: ${extent}`
		: `${outlets} print ${words} here, and share more besides: ${extent}`;
	const reports = group.map(({ index }) => index);
	return { kind: "lineage", text, holds: null, reports, origin: { kind: "text", words } };
}

function lineagesOf(claim: Claim, shared: Shared): readonly Lineage[] {
	return groupsOf(indexed(claim), shared).map(group => lineageOf(group, shared));
}

/** Outlets whose reports of a claim stand in nearly the same text: copies of one another, or of one agency's story. */
export const checkSameText: CheckMaker = (claims, context) => {
	const pairs = copiesAmong(context.readings.map(({ text }) => text));
	if (pairs.length === 0) return [];
	const shared = { pairs, context };
	return claims.flatMap(claim => lineagesOf(claim, shared).map(check => ({ claim, check })));
};
