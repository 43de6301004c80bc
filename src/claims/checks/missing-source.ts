import type { Alias } from "../../quotations/names.ts";
import { slice } from "../../text/span.ts";
import { attributionOf } from "../attribution.ts";
import type { Check, Claim, Report } from "../claim.ts";
import type { Reading } from "../reading.ts";
import {
	type CheckContext,
	type CheckMaker,
	type IndexedReport,
	readingOf,
} from "./check-maker.ts";
import { isTelling } from "./computed.ts";
import { groupBy, outletName, outletsOf, quoted, verbFor } from "./phrases.ts";
import {
	aliasesOf,
	bodyWords,
	distinctSources,
	haveSource,
	isCreditedDirectly,
	namedSource,
} from "./sources.ts";

/** One page's reports of one value, with the source that it names for it. */
interface Credit {
	readonly reports: readonly IndexedReport[];
	/** null when none of them names one. */
	readonly source: string | null;
	/** "analysts", where nobody is named; else null. */
	readonly vague: string | null;
}

/** Whom a sentence credits without a name: "analysts"; null for nobody. */
function vagueSource(report: Report, context: CheckContext): string | null {
	const reading = readingOf(report, context);
	const at = report.excerpt.text.indexOf(report.printed);
	if (reading === undefined || at < 0) return null;
	const start = report.excerpt.start + at;
	const span = { start, end: start + report.printed.length };
	const credit = attributionOf(reading.attributions, span);
	return credit === null || credit.named
		? null
		: slice(reading.text.article.body, credit.sourceSpan);
}

function creditOf(reports: readonly IndexedReport[], context: CheckContext): Credit {
	const sources = reports.map(({ report }) => namedSource(report, context));
	const source = sources.find(name => name !== null) ?? null;
	const vague = reports.map(({ report }) => vagueSource(report, context));
	return { reports, source, vague: source === null ? (vague.find(Boolean) ?? null) : null };
}

function creditsOf(reports: readonly IndexedReport[], context: CheckContext): readonly Credit[] {
	const pages = groupBy(reports, ({ report }) => `${report.article}\n${report.via ?? ""}`);
	return pages.map(page => creditOf(page, context));
}

const reportsOf = (credits: readonly Credit[]) =>
	credits.flatMap(({ reports }) => reports.map(({ report }) => report));

/** What is known of a story's sources and of where they are named. */
interface Sources {
	readonly context: CheckContext;
	readonly aliases: readonly Alias[];
	readonly words: ReadonlyMap<Reading, ReadonlySet<string>>;
}

/** Articles that name none of the sources anywhere, so that no sentence nearby can stand for it. */
function without(
	credits: readonly Credit[],
	named: readonly string[],
	{ context, aliases, words }: Sources,
): readonly Credit[] {
	return credits.filter(({ source, reports: [first] }) => {
		const reading = first === undefined ? undefined : readingOf(first.report, context);
		const own = reading === undefined ? undefined : words.get(reading);
		return source === null && own !== undefined && !haveSource(own, named, aliases);
	});
}

/** "Acme News names no source"; where it credits nobody in particular, "credits only "analysts"". */
function silence(credits: readonly Credit[]): readonly string[] {
	const silent = reportsOf(credits.filter(({ vague }) => vague === null));
	const none =
		silent.length === 0 ? [] : [`${outletsOf(silent)} ${verbFor(silent, "name")} no source`];
	const others = credits.flatMap(({ vague, reports: [first] }) =>
		vague === null || first === undefined
			? []
			: [`${outletName(first.report)} credits only ${quoted(vague)}`],
	);
	return [...none, ...others];
}

function outletsAmong(reports: readonly Report[]): number {
	return new Set(reports.map(({ outlet }) => outlet)).size;
}

function isDirect({ source, reports }: Credit): boolean {
	return reports.some(
		({ report }) => report.attribution?.source === source && isCreditedDirectly(report),
	);
}

/** The credits by source; where sources differ, only those that stand right beside the figure. */
function bySource(named: readonly Credit[], aliases: readonly Alias[]): readonly Credit[][] {
	const group = (credits: readonly Credit[]) =>
		distinctSources(
			credits.map(({ source }) => source ?? ""),
			aliases,
		).map(names => credits.filter(({ source }) => names.includes(source ?? "")));
	const all = group(named);
	return all.length > 1 ? group(named.filter(isDirect)) : all;
}

function checksOfValue(all: readonly IndexedReport[], sources: Sources): readonly Check[] {
	const credits = creditsOf(all, sources.context);
	const named = credits.filter(({ source }) => source !== null);
	const groups = bySource(named, sources.aliases);
	const names = named.map(({ source }) => source ?? "");
	const missing = groups.length === 0 ? [] : without(credits, names, sources);
	const told = [...groups.flat(), ...missing].flatMap(({ reports }) => reports);
	if (outletsAmong(told.map(({ report }) => report)) < 2) return [];
	if (missing.length === 0 && groups.length < 2) return [];
	const credited = groups.map(group => {
		const reports = reportsOf(group);
		return `${outletsOf(reports)} ${verbFor(reports, "credit")} ${longest(group)}`;
	});
	const reports = told.map(({ index }) => index).toSorted((a, b) => a - b);
	const text = [...credited, ...silence(missing)].join("; ");
	return [{ kind: "credit", text, holds: null, reports }];
}

function longest(group: readonly Credit[]): string {
	const names = group.map(({ source }) => source ?? "");
	return names.toSorted((a, b) => b.length - a.length)[0] ?? "";
}

function checksOf(claim: Claim, sources: Sources): readonly Check[] {
	if (claim.kind !== "figure") return [];
	return claim.positions.flatMap(position => {
		const reports = position.reports.flatMap(index => {
			const report = claim.reports[index];
			return report === undefined || !isTelling(report) ? [] : [{ index, report }];
		});
		return checksOfValue(reports, sources);
	});
}

/**
 * A figure that some outlets credit to a named source while others print it without one, or credit to
 * another: "A and B credit Acme Research; C names no source". An article that names the source anywhere
 * is left out, since the sentence may lean on it; so are numbers that anybody may count ("two economies"),
 * and two sources unless both are credited right beside the figure.
 */
export const checkMissingSources: CheckMaker = (claims, context) => {
	const words = new Map(context.readings.map(reading => [reading, bodyWords(reading)]));
	const sources = { context, aliases: aliasesOf(context), words };
	return claims.flatMap(claim => checksOf(claim, sources).map(check => ({ claim, check })));
};
