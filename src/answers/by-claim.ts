import type { Claim, ClaimKind, Report } from "../claims/claim.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import type { Answer, Section } from "./answer.ts";
import { claimInWords } from "./claim.ts";
import { answerNothing, checksOf, emptyAnswer, excerptsIn } from "./compose.ts";
import { creditsInWords } from "./credits.ts";
import type { Match } from "./match.ts";
import { answerOtherTrend } from "./premise.ts";
import type { Question, Want } from "./question.ts";
import { quotationInWords, sectionsOfQuotation } from "./quote.ts";
import { sectionOf, sectionsOf } from "./sections.ts";
import { ANSWERS, BESIDE, entryOfSentence } from "./sentences.ts";
import { isSpoken, sectionsOfStatement, spokenIn, statementInWords } from "./statement.ts";
import { listed, outletsReporting } from "./wording.ts";

const KINDS: Partial<Record<Want, readonly ClaimKind[]>> = {
	amount: ["figure"],
	date: ["date"],
	role: ["attribution"],
	source: ["attribution", "figure", "quotation"],
	speech: ["quotation", "attribution", "statement"],
	wording: ["quotation"],
};

// Further claims are shown beside the best when they fit nearly as well, figures more readily.
const NEARLY = 0.9;
const FIGURES_NEARLY = 0.62;
const MAX_CLAIMS = 5;

const PERCENT = /\bpercent(?:age)?s?\b|%/iu;

function yearsOf({ dates }: Question): readonly string[] {
	return dates.map(({ iso }) => iso?.slice(0, 4)).filter(year => year !== undefined);
}

function speaksOf(claim: Claim, time: string): boolean {
	return claim.reports.some(
		({ asOf, excerpt }) => asOf?.startsWith(time) || excerpt.text.includes(time),
	);
}

/** The claims that fit a question, of the kinds that can answer it; those of its years first. */
function fitting(story: Story, question: Question): readonly Match[] {
	const { topic, dates, want, text } = question;
	const kinds = KINDS[want];
	const inPercent = want === "amount" && PERCENT.test(text);
	const timeless = topic.filter(
		({ word }) => !dates.some(date => date.text.toLowerCase().includes(word)),
	);
	const matches = story.index
		.match(timeless)
		.filter(({ claim, score }) => score >= ANSWERS && (kinds?.includes(claim.kind) ?? true))
		.filter(({ claim }) => !inPercent || claim.unit?.startsWith("percent") === true)
		.filter(({ claim }) => claim.kind !== "statement" || isSpoken(story, question, claim));
	const years = yearsOf(question);
	const speaks = ({ claim }: Match) => years.every(year => speaksOf(claim, year));
	return [...matches.filter(speaks), ...matches.filter(match => !speaks(match))];
}

function answerOtherTime(story: Story, times: readonly string[], claims: readonly Claim[]): Answer {
	const printed = claims
		.filter(({ kind }) => kind === "figure")
		.slice(0, 3)
		.map(claim => `“${claim.reports[0]?.printed ?? ""}” (${claim.label})`);
	const nearest = printed.length === 0 ? "" : ` Printed are ${listed(printed)}.`;
	return {
		...answerNothing(story, ""),
		text: `The coverage does not say: no outlet prints this for ${listed(times)}.${nearest}`,
	};
}

function reportsMore(claim: Claim, shown: readonly Claim[]): boolean {
	const told = (report: Report) =>
		shown.some(({ reports }) =>
			reports.some(({ excerpt }) => excerpt.text === report.excerpt.text),
		);
	return !claim.reports.every(told);
}

/** The best claim and those that answer beside it. */
function chosen(matches: readonly Match[]): readonly Claim[] {
	const [best, ...others] = matches;
	if (best === undefined) return [];
	const claims = [best.claim];
	for (const { claim, score } of others) {
		const needed = claim.kind === "figure" ? FIGURES_NEARLY : NEARLY;
		const fits = claim.kind === best.claim.kind || claim.kind === "figure";
		if (!fits || score < best.score * needed || claims.length >= MAX_CLAIMS) continue;
		if (claim.kind === "figure" || reportsMore(claim, claims)) claims.push(claim);
	}
	return claims;
}

function textFor(story: Story, question: Question, claims: readonly Claim[]): string {
	const [claim] = claims;
	if (claim === undefined) return "";
	if (question.want === "source" && claim.kind !== "attribution") return creditsInWords(claim);
	if (claim.kind === "statement") {
		return statementInWords(story, spokenIn(story, question, claim), claim.label);
	}
	const sameKind = claims.filter(({ kind }) => kind === claim.kind);
	const inWords = claim.kind === "quotation" ? quotationInWords : claimInWords;
	return sameKind.map(each => inWords(story, each)).join(" ");
}

/** Sentences of outlets that the claims leave silent and that speak of what was asked all the same. */
function besideSection(story: Story, question: Question, silent: readonly string[]): Section {
	const entries = story.index
		.sentences(question.topic)
		.filter(({ source, covered }) => silent.includes(source.article.outlet) && covered >= BESIDE)
		.map(entryOfSentence);
	return { heading: "On the same subject", entries };
}

function sectionsFor(
	story: Story,
	question: Question,
	claims: readonly Claim[],
): readonly Section[] {
	return claims.flatMap((claim, index) => {
		if (claim.kind === "quotation") return sectionsOfQuotation(story, claim);
		if (index > 0) return [sectionOf(story, claim)];
		if (claim.kind !== "statement") return sectionsOf(story, claim);
		return sectionsOfStatement(story, spokenIn(story, question, claim));
	});
}

function outletsSpeaking(story: Story, question: Question, claim: Claim): readonly string[] {
	if (claim.kind !== "statement") return outletsReporting(claim);
	return spokenIn(story, question, claim).speaking.map(({ outlet }) => outlet);
}

function show(story: Story, question: Question, claims: readonly Claim[]): Answer {
	const reporting = claims.flatMap(claim => outletsSpeaking(story, question, claim));
	const silent = outletsOf(story).filter(outlet => !reporting.includes(outlet));
	const beside = besideSection(story, question, silent);
	const sections = [
		...sectionsFor(story, question, claims),
		...(beside.entries.length === 0 ? [] : [beside]),
	];
	return {
		...emptyAnswer(story, question.text),
		kind: claims.some(({ agreement }) => agreement === "differ") ? "differ" : "found",
		text: textFor(story, question, claims),
		claims,
		excerpts: excerptsIn(sections),
		silent,
		checks: checksOf(claims),
		sections,
	};
}

/**
 * The answer that the best fitting claims give, with sentences of other outlets on the same subject;
 * null where no claim fits. A year that is asked about and that no fitting claim speaks of is not
 * filled in from another.
 */
export function answerByClaim(story: Story, question: Question): Answer | null {
	const matches = fitting(story, question);
	if (matches.length === 0) return null;
	const claims = matches.map(({ claim }) => claim);
	const missing = yearsOf(question).filter(year => !claims.some(claim => speaksOf(claim, year)));
	if (missing.length > 0) return answerOtherTime(story, missing, claims);
	const shown = chosen(matches);
	const [first] = shown;
	const reversed = first?.kind === "figure" ? answerOtherTrend(story, question.text, first) : null;
	return reversed ?? show(story, question, shown);
}
