import { overlaps, slice } from "../../text/span.ts";
import { type CheckContext, readingOf } from "../checks/check-maker.ts";
import type { Claim, Report } from "../claim.ts";

/** What a source gave, by the words of a credit; "estimates" are as often no document as one. */
const KINDS: readonly { readonly noun: string; readonly words: RegExp }[] = [
	{
		noun: "forecast",
		words: /\b(?:forecasts?|forecasted|projections?|projects|projected|anticipates?|predicts?)\b/iu,
	},
	{ noun: "survey", words: /\b(?:survey|poll)\b/iu },
	{ noun: "study", words: /\b(?:study|research paper)\b/iu },
	{ noun: "report", words: /\breport\b/iu },
	{ noun: "post", words: /\b(?:post|posted|tweet|tweeted)\b/iu },
];

const YEAR = /^\d{4}/u;
const yearOf = (iso: string | null) => Number(YEAR.exec(iso ?? "")?.[0]);

function isAhead(report: Report, day: string | null): boolean {
	return yearOf(report.asOf) > yearOf(day);
}

function kindOf(report: Report, context: CheckContext): string | null {
	const reading = readingOf(report, context);
	if (reading === undefined) return null;
	if (isAhead(report, reading.day)) return "forecast";
	const { body } = reading.text.article;
	const credits = reading.attributions.filter(
		each => each.source === report.attribution?.source && overlaps(each, report.excerpt),
	);
	const words = credits.map(({ sourceSpan, cue }) => `${slice(body, sourceSpan)} ${cue}`).join(" ");
	return KINDS.find(kind => kind.words.test(words))?.noun ?? null;
}

/**
 * What outlets that credit one source rest on, as far as they agree on what it gave.
 *
 * @example originInWords("Acme Research", reports, { claim, context }) // "one forecast by Acme Research"
 */
export function originInWords(
	source: string,
	reports: readonly Report[],
	{ claim, context }: { readonly claim: Claim; readonly context: CheckContext },
): string {
	if (claim.kind === "quotation") return `the words of one speaker, ${source}`;
	const kinds = new Set(reports.flatMap(report => kindOf(report, context) ?? []));
	const [kind] = kinds;
	return kinds.size === 1 ? `one ${kind} by ${source}` : `one source, ${source}`;
}
