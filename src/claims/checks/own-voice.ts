import type { Alias } from "../../quotations/names.ts";
import { contains, overlaps } from "../../text/span.ts";
import type { Check, Claim, Report } from "../claim.ts";
import type { Reading } from "../reading.ts";
import { abbreviationsOf, sharedMeaning } from "./alike.ts";
import { isMarked } from "./changed-words.ts";
import {
	type CheckContext,
	type CheckMaker,
	type IndexedReport,
	indexed,
	readingOf,
} from "./check-maker.ts";
import { groupBy, outletsOf, quoted, verbFor } from "./phrases.ts";
import { aliasesOf, distinctSources } from "./sources.ts";

// A stretch with less of the quotation's words says something else beside it.
const NEAR = 0.6;
const FEWEST_WORDS = 4;

/** Whether neither the sentence nor the one before it in its paragraph credits anybody. */
function isUncredited({ sentences, attributions }: Reading, { excerpt }: Report): boolean {
	const at = sentences.findIndex(sentence => contains(sentence, excerpt));
	const [before, sentence] = [sentences[at - 1], sentences[at]];
	if (sentence === undefined) return false;
	const near = before?.passage === sentence.passage ? [before, sentence] : [sentence];
	return !attributions.some(attribution => near.some(each => overlaps(each, attribution)));
}

/** Whether an article says it in its own voice: no marks around the words, and nobody credited. */
function isOwnVoice(each: IndexedReport, context: CheckContext): boolean {
	const { report } = each;
	const reading = readingOf(report, context);
	if (reading === undefined || report.attribution !== null || isMarked(each, context)) return false;
	return isUncredited(reading, report);
}

/** Whether an outlet may be the source itself, as a firm's press release is. */
function isOutletOf(outlet: string, source: string): boolean {
	const names = source.match(/\p{Lu}[\p{L}\p{N}]+/gu) ?? [];
	return names.some(name => outlet.includes(name));
}

/** The last name of a source stands in the sentence, so that no pronoun had to be read for it. */
function isNamedThere({ excerpt, attribution }: Report): boolean {
	const last = attribution?.source.split(/\s+/u).at(-1);
	return last !== undefined && excerpt.text.includes(last);
}

interface Story {
	readonly context: CheckContext;
	readonly aliases: readonly Alias[];
	readonly abbreviations: readonly Alias[];
}

function speakersOf(quoting: readonly IndexedReport[]): readonly string[] {
	return quoting.map(({ report }) => report.attribution?.source ?? "");
}

function ownVoiceChecks(
	claim: Claim,
	quoting: readonly IndexedReport[],
	{ context, aliases, abbreviations }: Story,
): readonly Check[] {
	const speakers = distinctSources(speakersOf(quoting), aliases);
	const [names = [""]] = speakers;
	const own = indexed(claim).filter(
		each =>
			isOwnVoice(each, context) &&
			!names.some(name => isOutletOf(each.report.outlet, name)) &&
			sharedMeaning(claim.label, each.report.printed, abbreviations) >= NEAR,
	);
	if (speakers.length !== 1 || own.length === 0) return [];
	const [quoted_, voiced] = [quoting, own].map(each => each.map(({ report }) => report));
	const words = groupBy(voiced ?? [], ({ printed }) => printed)
		.map(same => `${outletsOf(same)} ${verbFor(same, "print")} ${quoted(same[0]?.printed ?? "")}`)
		.join(" and ");
	const text = `${outletsOf(quoted_ ?? [])} ${verbFor(quoted_ ?? [], "quote")} ${names[0]}; ${words} without quotation marks and credits nobody in that sentence`;
	const reports = [...quoting, ...own].map(({ index }) => index).toSorted((a, b) => a - b);
	return [{ kind: "credit", text, holds: null, reports }];
}

function differingSpeakers(
	quoting: readonly IndexedReport[],
	aliases: readonly Alias[],
): readonly Check[] {
	const groups = distinctSources(speakersOf(quoting), aliases);
	if (groups.length < 2) return [];
	const credited = groups.map(names => {
		const reports = quoting
			.map(({ report }) => report)
			.filter(({ attribution }) => names.includes(attribution?.source ?? ""));
		return `${outletsOf(reports)} ${verbFor(reports, "credit")} ${names[0]}`;
	});
	const reports = quoting.map(({ index }) => index);
	return [
		{ kind: "credit", text: `${credited.join("; ")} with these words`, holds: null, reports },
	];
}

function checksOf(claim: Claim, story: Story): readonly Check[] {
	const longEnough = claim.label.split(/\s+/u).length >= FEWEST_WORDS;
	if (claim.kind !== "quotation" || !longEnough) return [];
	const quoting = indexed(claim).filter(
		each =>
			isMarked(each, story.context) &&
			(each.report.form === "exact" || each.report.form === "folded") &&
			isNamedThere(each.report),
	);
	if (quoting.length === 0) return [];
	return [...ownVoiceChecks(claim, quoting, story), ...differingSpeakers(quoting, story.aliases)];
}

/**
 * What one outlet puts in a speaker's mouth and another prints as its own voice: near the same words,
 * without marks and without a credit in that sentence; and quotations that two outlets give to two
 * speakers. A speaker whom the sentence does not name is not relied on.
 */
export const checkOwnVoice: CheckMaker = (claims, context) => {
	const story = { context, aliases: aliasesOf(context), abbreviations: abbreviationsOf(context) };
	return claims.flatMap(claim => checksOf(claim, story).map(check => ({ claim, check })));
};
