import { overlaps, slice } from "../../text/span.ts";
import type { SourceAttribution } from "../attribution.ts";
import type { Check, Claim } from "../claim.ts";
import { contextOf, similarity } from "../context.ts";
import {
	type CheckContext,
	type CheckMaker,
	eachClaim,
	type IndexedReport,
	indexed,
	readingOf,
} from "./check-maker.ts";
import { groupBy, listOf, outletName, outletsOf, quoted, verbFor } from "./phrases.ts";

// What sounds like findings of an inquiry rather than somebody's word.
const WEIGHTY =
	/\b(?:study|studies|survey|research paper|paper|analysis|analyses|investigation|findings)\b/iu;
/** A kind of source that words give what somebody says. */
interface Kind {
	readonly name: string;
	readonly words: RegExp;
}

const KINDS: readonly Kind[] = [
	{ name: "inquiry", words: WEIGHTY },
	{ name: "post", words: /\b(?:post|posts|posted|tweet|tweets|tweeted|thread|blog post)\b/iu },
	{
		name: "announcement",
		words: /\b(?:announced?|announces|announcement|unveiled|press release)\b/iu,
	},
	{ name: "interview", words: /\b(?:interview|told)\b/iu },
	{ name: "remark", words: /\b(?:remark(?:s|ed)?|statements?|comment(?:s|ed)?|quipped|mused)\b/iu },
];

// "Our analysis" says whose it is.
const NOBODYS = /^(?:an?\b|one\b|recent\b|new\b|\p{L}+s$)/iu;

const kindOf = (words: string) => KINDS.find(kind => kind.words.test(words))?.name ?? null;

interface Described extends IndexedReport {
	/** The words that name and credit the source, verbatim. */
	readonly words: string;
	readonly kind: string | null;
	readonly named: boolean;
	/** "A recent study", which names nobody. */
	readonly isVague: boolean;
}

function creditIn(report: IndexedReport["report"], context: CheckContext) {
	const attributions = readingOf(report, context)?.attributions ?? [];
	return attributions.find(each => overlaps(each, report.excerpt));
}

function wordsOf(credit: SourceAttribution, body: string): string {
	const start = Math.min(credit.start, credit.sourceSpan.start);
	return slice(body, { start, end: Math.max(credit.end, credit.sourceSpan.end) });
}

function describedReports(claim: Claim, context: CheckContext): readonly Described[] {
	return indexed(claim).flatMap(each => {
		const reading = readingOf(each.report, context);
		const credit = creditIn(each.report, context);
		if (reading === undefined || credit === undefined) return [];
		const words = wordsOf(credit, reading.text.article.body);
		const phrase = slice(reading.text.article.body, credit.sourceSpan);
		const kind = kindOf(phrase) ?? kindOf(credit.cue);
		const isVague = kind === "inquiry" && !credit.named && NOBODYS.test(phrase);
		return [{ ...each, words, kind, named: credit.named, isVague }];
	});
}

function toldBy(group: readonly Described[]): string {
	const outlets = groupBy(group, ({ report }) => outletName(report));
	return outlets
		.map(own => {
			const words = listOf(own.slice(0, 2).map(({ words: printed }) => quoted(printed)));
			return `${outletName(own[0]?.report ?? { outlet: "", via: null })} ${words}`;
		})
		.join(", ");
}

const PERSON = /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,2}$/u;

/** One person's word called an analysis by one outlet, an announcement or a remark by others. */
function ofPerson(claim: Claim, context: CheckContext): readonly Check[] {
	const [position] = claim.positions;
	const isPerson =
		claim.label.endsWith("as a source") && PERSON.test(String(position?.value ?? ""));
	if (claim.kind !== "attribution" || !isPerson) return [];
	const all = describedReports(claim, context).filter(({ kind }) => kind !== null);
	const kinds = groupBy(all, ({ kind }) => kind ?? "");
	const inquiry = kinds.find(([first]) => first?.kind === "inquiry");
	const outlets = new Set(all.map(({ report }) => report.outlet));
	if (inquiry === undefined || kinds.length < 2 || outlets.size < 2) return [];
	const ordered = [inquiry, ...kinds.filter(group => group !== inquiry)];
	const text = `Described as different kinds of source: ${ordered.map(toldBy).join("; ")}`;
	const reports = all.map(({ index }) => index);
	return [{ kind: "source", text, holds: null, reports }];
}

// How much of two sentences must be the same for their sources to be compared, from 0 to 1.
const SAME = 0.4;

/** "A recent study" in one outlet for what another credits to a person by name. */
function ofAssertion(claim: Claim, context: CheckContext): readonly Check[] {
	if (claim.kind === "attribution" || claim.kind === "date") return [];
	const all = describedReports(claim, context);
	const vague = all.filter(({ isVague }) => isVague);
	return vague.slice(0, 1).flatMap(inquiry => {
		const own = contextOf(inquiry.report.excerpt.text);
		const others = all.filter(
			({ report, named, kind }) =>
				named &&
				kind !== "inquiry" &&
				report.outlet !== inquiry.report.outlet &&
				similarity(own, contextOf(report.excerpt.text), context.weigh) >= SAME,
		);
		if (others.length === 0) return [];
		const sources = groupBy(others, ({ report }) => outletName(report))
			.map(([first]) => first)
			.filter(each => each !== undefined)
			.map(({ report, words }) => `${outletName(report)} ${quoted(words)}`);
		const reports = [inquiry, ...others].map(({ index }) => index).toSorted((a, b) => a - b);
		const text = `${outletsOf([inquiry.report])} ${verbFor([inquiry.report], "credit")} ${quoted(inquiry.words)} with what others credit to somebody by name: ${sources.join(", ")}`;
		return [{ kind: "source", text, holds: null, reports }];
	});
}

/**
 * Kinds of source that differ for one thing: a person's remark that an outlet calls an analysis or a
 * study. It tells how each outlet describes the source, and not which of them is right.
 */
export const checkSourceKinds: CheckMaker = eachClaim((claim, context) => [
	...ofPerson(claim, context),
	...ofAssertion(claim, context),
]);
