import { comparable } from "../claims/align.ts";
import type { Claim, Report } from "../claims/claim.ts";
import type { Figure } from "../figures/figure.ts";
import { sameQuantity } from "../figures/units.ts";
import type { Story } from "../snapshot.ts";
import type { Answer } from "./answer.ts";
import { showClaim } from "./claim.ts";
import { answerNothing, emptyAnswer, excerptsIn } from "./compose.ts";
import { weighTopic } from "./match.ts";
import { sectionOf } from "./sections.ts";
import { names, sourcesOf } from "./sources-named.ts";
import { trendIn } from "./trend.ts";
import { counted, listed, unique } from "./wording.ts";

/** A text that states a figure, and what it says the figure is of. */
export interface Stated {
	readonly text: string;
	readonly figure: Figure;
	readonly claims: readonly { readonly claim: Claim; readonly score: number }[];
}

/** A text with one of the figures that it states, and the claims that the rest of it is about. */
export function stateFigure(story: Story, text: string, figure: Figure): Stated {
	const topic = weighTopic(story, text, false).filter(({ word }) => !/\d/.test(word));
	const all = story.claims.map(claim => ({ claim, score: 1 }));
	return { text, figure, claims: topic.length === 0 ? all : story.index.match(topic) };
}

const ABOUT = 0.3;
const ABOUT_WITH_VALUE = 0.2;

function saysSame(report: Report, figure: Figure): boolean {
	if (report.value === null) return false;
	const printed = { bound: report.bound, value: report.value, unit: report.unit };
	return sameQuantity(comparable({ ...printed, kind: figure.kind }), comparable(figure));
}

/** The claims that print the value: those about the rest of the text, or any where its unit is rare enough. */
function withValue(story: Story, { claims, figure }: Stated): readonly Claim[] {
	const prints = (claim: Claim) =>
		claim.kind === "figure" && claim.reports.some(report => saysSame(report, figure));
	const about = claims
		.filter(({ claim, score }) => score >= ABOUT_WITH_VALUE && prints(claim))
		.map(({ claim }) => claim);
	return about.length > 0 || figure.kind !== "measure" ? about : story.claims.filter(prints);
}

function sameKindOfUnit(claim: Claim, figure: Figure): boolean {
	if (figure.kind === "percent") return claim.unit?.startsWith("percent") ?? false;
	if (figure.kind === "money") return /^[A-Z]{3}\b/.test(claim.unit ?? "");
	return !/^[A-Z]{3}\b|^percent/.test(claim.unit ?? "");
}

function nearest({ claims, figure }: Stated): readonly Claim[] {
	const fitting = claims.filter(
		({ claim, score }) =>
			claim.kind === "figure" && score >= ABOUT && sameKindOfUnit(claim, figure),
	);
	const best = fitting[0]?.score ?? 0;
	return fitting.filter(({ score }) => score >= best * 0.8).map(({ claim }) => claim);
}

/** The source that a text credits although no report of the claim does; null when it credits none such. */
function wrongSource(story: Story, stated: Stated, claim: Claim): string | null {
	const named = sourcesOf(story.claims).filter(source => names(stated.text, source));
	const credited = sourcesOf([claim]);
	const wrong = named.filter(
		source => !credited.some(known => names(known, source) || names(source, known)),
	);
	return wrong.length === named.length ? (wrong[0] ?? null) : null;
}

function contradicted(story: Story, text: string, claims: readonly Claim[]): Answer {
	const sections = claims.map(claim => sectionOf(story, claim));
	const [first] = claims;
	return {
		...emptyAnswer(story, null),
		kind: "contradicted",
		text,
		claims,
		excerpts: excerptsIn(sections),
		silent: claims.length === 1 ? (first?.silent ?? []) : [],
		checks: claims.flatMap(({ checks }) => checks),
		sections,
	};
}

function printedBy(claim: Claim, figure: Figure): string {
	const reports = claim.reports.filter(report => saysSame(report, figure));
	return listed(unique(reports.map(({ outlet }) => outlet)));
}

/** The answer to a text that has a figure go the other way than every report does; null where it does not. */
export function answerOtherTrend(story: Story, text: string, claim: Claim): Answer | null {
	const asked = trendIn(text);
	const told = claim.reports.filter(({ trend }) => trend !== null);
	const [first] = told;
	if (asked === null || first === undefined || told.some(({ trend }) => trend === asked))
		return null;
	return contradicted(
		story,
		`The coverage says the opposite: ${first.outlet} has “${first.printed}” go ${first.trend}, not ${asked}.`,
		[claim],
	);
}

function answerKnown(story: Story, stated: Stated, claims: readonly Claim[]): Answer | null {
	const [claim] = claims;
	if (claim === undefined) return null;
	const { figure, text } = stated;
	const source = wrongSource(story, stated, claim);
	if (source !== null) {
		const credited = claim.reports.some(({ attribution }) => attribution !== null);
		const instead = credited
			? `they credit ${listed(sourcesOf([claim]))}`
			: "no source is credited";
		const others = nearest(stated).filter(
			other => other !== claim && sourcesOf([other]).includes(source),
		);
		return contradicted(
			story,
			`No outlet credits ${source} with “${figure.text}”. ${printedBy(claim, figure)} prints it, and ${instead} there.`,
			[claim, ...others],
		);
	}
	return answerOtherTrend(story, text, claim) ?? showClaim(story, claim, claims.slice(1));
}

const SCALES: readonly (readonly [number, string])[] = [
	[1e3, "a thousand times"],
	[1e6, "a million times"],
	[1e9, "a billion times"],
];

function numberOf(value: Figure["value"]): number | null {
	return typeof value === "number" ? value : null;
}

/** How many times larger or smaller what is printed is, where only the scale differs; else null. */
function scaleBetween(asked: number, printed: number): string | null {
	if (printed === 0) return null;
	const ratio = printed > asked ? printed / asked : asked / printed;
	const scale = SCALES.find(([size]) => Math.abs(ratio / size - 1) < 1e-6);
	return scale === undefined ? null : `${scale[1]} ${printed > asked ? "as much" : "less"}`;
}

/** "$119 million" where $119 billion is printed: the same digits at another scale. */
function scaleSlip(claim: Claim, figure: Figure): { report: Report; words: string } | null {
	const asked = numberOf(figure.value);
	if (asked === null || asked === 0) return null;
	for (const report of claim.reports) {
		const words = scaleBetween(asked, numberOf(report.value) ?? 0);
		if (words !== null) return { report, words };
	}
	return null;
}

function answerUnknown(story: Story, stated: Stated): Answer {
	const { figure } = stated;
	const claims = nearest(stated);
	const [first] = claims;
	const held = counted(story.articles.length, "article");
	if (first === undefined) return answerNothing(story, stated.text);
	for (const claim of claims) {
		const slip = scaleSlip(claim, figure);
		if (slip === null) continue;
		return contradicted(
			story,
			`Nobody reported “${figure.text}”. The coverage prints “${slip.report.printed}”: ${slip.words} (computed).`,
			[claim],
		);
	}
	const computed = claims
		.flatMap(({ checks }) => checks)
		.find(({ text, kind }) => kind === "arithmetic" && text.includes(figure.text));
	const printed = unique(first.reports.map(report => `“${report.printed}”`));
	const note =
		computed === undefined
			? ""
			: ` It is only what the printed figures compute to: ${computed.text}`;
	return {
		...contradicted(
			story,
			`Nobody reported “${figure.text}” in the ${held} held. The nearest on “${first.label}” is ${listed(printed)}.${note}`,
			claims.slice(0, 3),
		),
		kind: "not-reported",
	};
}

/** What the coverage prints where a text states a figure: it, another one, or nothing. */
export function holdFigure(story: Story, stated: Stated): Answer {
	return answerKnown(story, stated, withValue(story, stated)) ?? answerUnknown(story, stated);
}
