import type { Claim } from "../claims/claim.ts";
import { extractFigures } from "../figures/extract.ts";
import type { Bound, Figure, Trend } from "../figures/figure.ts";
import type { Story } from "../snapshot.ts";
import { stemsOf } from "./agent.ts";
import type { Answer } from "./answer.ts";
import { showClaim } from "./claim.ts";
import { answerNothing, checksOf } from "./compose.ts";
import { contradicted } from "./contradicted.ts";
import { creditsInWords } from "./credits.ts";
import { answerOtherObject } from "./object-held.ts";
import { answerSlip } from "./slip.ts";
import { names, sourcesOf } from "./sources-named.ts";
import { nearest, type Stated, saysSame, stateFigure, withValue } from "./stated.ts";
import { type AskedTime, isOfTime, timesIn } from "./times.ts";
import { trendIn } from "./trend.ts";
import { counted, listed, unique } from "./wording.ts";

const CREDITS =
	/\b(?:say(?:s|ing)?|said|according|report(?:s|ed)?|estimat\w+|forecasts?|predict\w*|claim(?:s|ed)?|not(?:es|ed)|announc\w+|stat(?:es|ed)|tells?|told|credit(?:s|ed)?|finds?|found|show(?:s|ed)?|project(?:s|ed)|puts?|calculat\w+)\b/u;

/** The source that a text credits although no report of the claim does; null when it credits none such. */
function wrongSource(story: Story, stated: Stated, claim: Claim): string | null {
	// Whom a text only speaks of, it credits with nothing.
	if (!CREDITS.test(stated.text)) return null;
	const named = sourcesOf(story.claims).filter(source => names(stated.text, source));
	const credited = sourcesOf([claim]);
	const wrong = named.filter(
		source => !credited.some(known => names(known, source) || names(source, known)),
	);
	return wrong.length === named.length ? (wrong[0] ?? null) : null;
}

function printedBy(claim: Claim, figure: Figure): string {
	const reports = claim.reports.filter(report => saysSame(report, figure));
	const outlets = unique(reports.map(({ outlet }) => outlet));
	return `${listed(outlets)} ${outlets.length === 1 ? "prints" : "print"} it`;
}

/** The answer to a text that has a figure go the other way than every report does; null where it does not. */
export function answerOtherTrend(story: Story, asked: Trend | null, claim: Claim): Answer | null {
	const told = claim.reports.filter(({ trend }) => trend !== null);
	const [first] = told;
	if (asked === null || told.some(({ trend }) => trend === asked)) return null;
	if (first === undefined) return answerOtherWay(story, asked, claim);
	return contradicted(
		story,
		`The coverage says the opposite: ${first.outlet} has “${first.printed}” go ${first.trend}, not ${asked}.`,
		[claim],
	);
}

// One sentence may have something else go up or down beside the figure.
const FEWEST_SENTENCES = 2;

/** The same for a figure that stands without a trend in sentences that all speak of the other way. */
function answerOtherWay(story: Story, asked: Trend, claim: Claim): Answer | null {
	const ways = claim.reports
		.map(({ excerpt }) => trendIn(excerpt.text))
		.filter(way => way !== null);
	const [way] = ways;
	if (way === undefined || ways.includes(asked) || ways.length < FEWEST_SENTENCES) return null;
	const printed = unique(claim.reports.map(report => `“${report.printed}”`));
	return contradicted(
		story,
		`The coverage says the opposite: of ${listed(printed)} its sentences speak as going ${way}, not ${asked}.`,
		[claim],
	);
}

/** The times that belong to a figure: the one that its words tie to it, else those of the text. */
function timesOf({ text, figure }: Stated): readonly AskedTime[] {
	const dates = extractFigures(text).filter(({ kind }) => kind === "date");
	const own = dates.filter(({ start }) => start === figure.time?.start);
	return timesIn(own.length > 0 ? own : dates);
}

/** The answer to a text that has a figure at a time where all who print it have it at another; null else. */
function answerOtherYear(story: Story, stated: Stated, claims: readonly Claim[]): Answer | null {
	const [time] = timesOf(stated);
	const [first] = claims;
	if (time === undefined || first === undefined) return null;
	const printed = claims.flatMap(({ reports }) =>
		reports.filter(report => saysSame(report, stated.figure)),
	);
	const isOf = (wanted: boolean) => printed.some(report => isOfTime(report, time) === wanted);
	if (isOf(true) || !isOf(false)) return null;
	const times = unique(printed.flatMap(({ asOf }) => asOf ?? []));
	const others = nearest(stated).filter(({ reports }) =>
		reports.some(report => isOfTime(report, time) === true),
	);
	return contradicted(
		story,
		`“${stated.figure.text}” is printed for ${listed(times)}, not for ${time.text}.`,
		unique([first, ...others.slice(0, 1)]),
	);
}

const UPWARD: readonly Bound[] = ["more than", "at least"];
const DOWNWARD: readonly Bound[] = ["less than", "at most"];

function areOpposed(a: Bound, b: Bound): boolean {
	return (
		(UPWARD.includes(a) && DOWNWARD.includes(b)) || (DOWNWARD.includes(a) && UPWARD.includes(b))
	);
}

/** The answer to a text that has more than a figure where all who print it have less, or the other way; null else. */
function answerOtherBound(story: Story, { figure }: Stated, claim: Claim): Answer | null {
	const printed = claim.reports.filter(report => saysSame(report, figure));
	const [first] = printed;
	if (first === undefined || !printed.every(({ bound }) => areOpposed(bound, figure.bound)))
		return null;
	return contradicted(
		story,
		`The coverage says the opposite: ${first.outlet} prints “${first.printed}”, not ${figure.bound} “${figure.text}”.`,
		[claim],
	);
}

/** Whom the outlets credit instead with a figure that they print, outlet by outlet. */
function answerWrongSource(
	story: Story,
	stated: Stated,
	{ claim, source }: { readonly claim: Claim; readonly source: string },
): Answer {
	const { figure } = stated;
	const others = nearest(stated).filter(
		other => other !== claim && sourcesOf([other]).includes(source),
	);
	return contradicted(
		story,
		`No outlet credits ${source} with “${figure.text}”. ${printedBy(claim, figure)}. ${creditsInWords(claim)}`,
		[claim, ...others],
	);
}

const NAME = String.raw`(\p{Lu}[\p{L}\p{N}&.’'-]*(?:\s+\p{Lu}[\p{L}\p{N}&.’'-]*)*)`;
const BY_WHOM = [
	new RegExp(String.raw`\b(?:from|by|according to)\s+(?:the\s+)?${NAME}`, "u"),
	new RegExp(
		String.raw`^\W*(?:[Dd]id|[Dd]oes|[Dd]o|[Hh]as|[Ww]as it|[Ii]s it)\s+(?:the\s+)?${NAME}`,
		"u",
	),
];

/** Whom a text credits by a name that the coverage has nowhere; null where it credits none such. */
function strangerIn(story: Story, text: string): string | null {
	const [name] = CREDITS.test(text) ? BY_WHOM.flatMap(by => by.exec(text)?.[1] ?? []) : [];
	const stems = stemsOf(story, name ?? "");
	const isStranger = stems.length > 0 && stems.every(stem => !story.index.knows(stem));
	return name !== undefined && isStranger ? name : null;
}

/** The answer to a text that credits somebody with a figure of whom no outlet speaks; null for another text. */
export function answerStranger(story: Story, text: string, figure: Figure): Answer | null {
	const source = strangerIn(story, text);
	if (source === null) return null;
	const rest = text.replace(source, source.replace(/\S/gu, " "));
	const stated = stateFigure(story, rest, figure);
	const [claim] = withValue(story, stated);
	return claim === undefined ? null : answerWrongSource(story, stated, { claim, source });
}

function answerKnown(story: Story, stated: Stated, claims: readonly Claim[]): Answer | null {
	const [claim] = claims;
	if (claim === undefined) return null;
	const { figure, text } = stated;
	const source = wrongSource(story, stated, claim);
	if (source !== null) return answerWrongSource(story, stated, { claim, source });
	return (
		answerOtherYear(story, stated, claims) ??
		answerOtherObject(story, stated, claim) ??
		answerOtherBound(story, stated, claim) ??
		answerOtherTrend(story, figure.trend ?? trendIn(text), claim) ??
		showClaim(story, claim, claims.slice(1))
	);
}

/** What a figure that nobody prints may have been computed to: a check of the nearest claims that has it. */
function computation(claims: readonly Claim[], figure: Figure): string {
	const check = checksOf(claims).find(
		({ text, kind }) => kind === "arithmetic" && text.includes(figure.text),
	);
	return check === undefined
		? ""
		: ` It is only what the printed figures compute to: ${check.text}`;
}

const MAX_NEAREST = 3;

function answerUnknown(story: Story, stated: Stated): Answer {
	const { figure } = stated;
	const claims = nearest(stated);
	const slip = answerSlip(story, stated, claims);
	if (slip !== null) return slip;
	const [first] = claims;
	if (first === undefined) return answerNothing(story, stated.text);
	const held = counted(story.articles.length, "article");
	const printed = unique(first.reports.map(report => `“${report.printed}”`));
	const text = `Nobody reported “${figure.text}” in the ${held} held. The nearest on “${first.label}” is ${listed(printed)}.${computation(claims, figure)}`;
	return { ...contradicted(story, text, claims.slice(0, MAX_NEAREST)), kind: "not-reported" };
}

/** What the coverage prints where a text states a figure: it, another one, or nothing. */
export function holdFigure(story: Story, stated: Stated): Answer {
	return answerKnown(story, stated, withValue(story, stated)) ?? answerUnknown(story, stated);
}
