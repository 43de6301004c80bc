import type { Alias } from "../../quotations/names.ts";
import { sameSource } from "../attribution.ts";
import {
	type CheckContext,
	type CheckMaker,
	type IndexedReport,
	indexed,
} from "../checks/check-maker.ts";
import { isTelling } from "../checks/computed.ts";
import { listOf, outletsOf, verbFor } from "../checks/phrases.ts";
import { aliasesOf, isCreditedDirectly, namedSource } from "../checks/sources.ts";
import type { Claim, Lineage, Report } from "../claim.ts";
import { originInWords } from "./kind-of-source.ts";

/** Reports of one claim that agree, with the sources that they name. */
interface Agreeing {
	readonly claim: Claim;
	readonly reports: readonly IndexedReport[];
	/** The sources named, each by all its names, the one that most reports have first. */
	readonly sources: readonly (readonly string[])[];
}

interface Sources {
	readonly context: CheckContext;
	readonly aliases: readonly Alias[];
	/** Of each report that names its source, that name. */
	readonly named: ReadonlyMap<Report, string>;
}

/** Whether a credit says where a claim comes from; the day on which somebody spoke is not from the speaker. */
function mayRest({ kind }: Claim): boolean {
	return kind === "figure" || kind === "quotation";
}

function sourcesAmong(
	names: readonly string[],
	aliases: readonly Alias[],
): readonly (readonly string[])[] {
	const times = (name: string) => names.filter(each => each === name).length;
	const groups: string[][] = [];
	for (const name of [...new Set(names)].toSorted((a, b) => times(b) - times(a))) {
		const group = groups.find(([first = ""]) => sameSource(first, name, aliases));
		if (group === undefined) groups.push([name]);
		else group.push(name);
	}
	return groups;
}

function agreeingIn(claim: Claim, { named, aliases }: Sources): readonly Agreeing[] {
	// A paraphrase may be of other words of the speaker.
	const all = indexed(claim).filter(({ report }) => report.form !== "paraphrase");
	// Of a quotation every wording is of the same words.
	const parts =
		claim.kind === "quotation"
			? [all]
			: claim.positions.map(position =>
					all.filter(({ index }) => position.reports.includes(index)),
				);
	return parts.map(reports => {
		const names = reports.flatMap(({ report }) => named.get(report) ?? []);
		return { claim, reports, sources: sourcesAmong(names, aliases) };
	});
}

/** Reports of one value that rest on one source: those that credit it, and those that print it besides. */
interface Resting {
	readonly agreeing: Agreeing;
	readonly source: string;
	readonly crediting: readonly IndexedReport[];
}

/** The credits by source; where several are named for one value, only those that stand right beside it. */
function restingIn(agreeing: Agreeing, { named }: Sources): readonly Resting[] {
	const { sources, reports } = agreeing;
	return sources.map(names => ({
		agreeing,
		source: names[0] ?? "",
		crediting: reports.filter(
			({ report }) =>
				names.includes(named.get(report) ?? "") &&
				(sources.length === 1 || isCreditedDirectly(report)),
		),
	}));
}

/** Two figures that an article credits to a source, and another prints without saying whose they are. */
function isFollowing(report: Report, resting: Resting, alike: readonly Resting[]): boolean {
	const { crediting } = resting;
	return alike.some(({ agreeing, crediting: others }) => {
		const prints = agreeing.reports.some(
			each =>
				each.report.article === report.article &&
				each.report.excerpt.start === report.excerpt.start,
		);
		return (
			agreeing.claim !== resting.agreeing.claim &&
			prints &&
			others.some(other => crediting.some(each => each.report.article === other.report.article))
		);
	});
}

/** Reports without a named source that print two figures of the source in one sentence, as one that credits it does. */
function followingOf(
	resting: Resting,
	all: readonly Resting[],
	{ named }: Sources,
): readonly IndexedReport[] {
	const { agreeing, source } = resting;
	if (!isShared(resting)) return [];
	const alike = all.filter(other => other.source === source && isShared(other));
	return agreeing.reports.filter(
		({ report }) =>
			!named.has(report) && report.via === null && isFollowing(report, resting, alike),
	);
}

const DURATIONS = new Set(["second", "minute", "hour", "day", "week", "month", "year", "decade"]);

/** Whether a value is one number that is rarely met by chance, and nobody credits it to another source. */
function isShared({ agreeing: { claim, reports, sources } }: Resting): boolean {
	const isNumber = (report: Report) =>
		typeof report.value === "number" && isTelling(report) && !DURATIONS.has(report.unit ?? "");
	return (
		claim.kind === "figure" &&
		sources.length === 1 &&
		reports.every(({ report }) => isNumber(report))
	);
}

const reportsOf = (all: readonly IndexedReport[]) => all.map(({ report }) => report);

/** Who credits the source, and who prints what it said without doing so. */
function evidence(
	source: string,
	crediting: readonly Report[],
	following: readonly Report[],
): string {
	if (following.length === 0) return `each credits ${source}`;
	const credit = `${outletsOf(crediting)} ${verbFor(crediting, "credit")} ${source}`;
	return `${credit}; ${outletsOf(following)} ${verbFor(following, "print")} it beside another figure of that source, without the credit`;
}

function lineageOf(
	{ agreeing, source, crediting }: Resting,
	following: readonly IndexedReport[],
	context: CheckContext,
): readonly Lineage[] {
	const all = [...crediting, ...following].toSorted((a, b) => a.index - b.index);
	const outlets = new Set(all.map(({ report }) => report.outlet));
	if (crediting.length === 0 || outlets.size < 2) return [];
	const { claim } = agreeing;
	const words = originInWords(source, reportsOf(crediting), { claim, context });
	const text = `${listOf([...outlets])} rest on ${words}: ${evidence(source, reportsOf(crediting), reportsOf(following))}`;
	const reports = all.map(({ index }) => index);
	return [{ kind: "lineage", text, holds: null, reports, origin: { kind: "source", words } }];
}

function namesOf(claims: readonly Claim[], context: CheckContext): ReadonlyMap<Report, string> {
	const reports = claims.flatMap(claim => claim.reports);
	return new Map(
		reports.flatMap(report => {
			const name = namedSource(report, context);
			return name === null ? [] : [[report, name] as const];
		}),
	);
}

/**
 * Outlets whose reports of a value or quotation rest on one source: each credits it by name, or prints in
 * one sentence two figures that another article credits to it and that nobody credits to anyone else.
 * A source that nobody names ("analysts") is none.
 */
export const checkSameSource: CheckMaker = (claims, context) => {
	const possible = claims.filter(mayRest);
	const sources = { context, aliases: aliasesOf(context), named: namesOf(possible, context) };
	const all = possible
		.flatMap(claim => agreeingIn(claim, sources))
		.flatMap(agreeing => restingIn(agreeing, sources));
	return all.flatMap(resting =>
		lineageOf(resting, followingOf(resting, all, sources), context).map(check => ({
			claim: resting.agreeing.claim,
			check,
		})),
	);
};
