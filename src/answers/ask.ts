import type { Claim, ClaimKind } from "../claims/claim.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import type { Answer, Section } from "./answer.ts";
import { showClaim } from "./claim.ts";
import { answerNothing, emptyAnswer, excerptsIn } from "./compose.ts";
import { holdFigure, stateFigure } from "./premise.ts";
import { type Question, readQuestion, type Want } from "./question.ts";
import { showQuotation } from "./quote.ts";
import { answerRanking } from "./ranking.ts";
import { answerReversed } from "./reversal.ts";
import { entryOfSentence, findSentences } from "./sentences.ts";
import { listed } from "./wording.ts";

type Strategy = (story: Story, question: Question) => Answer | null;

// How much of a question's words a claim or sentence must cover to answer it, from 0 to 1.
const ANSWERS = 0.58;
const BESIDE = 0.5;
const ALSO = 0.93;

const KINDS: Partial<Record<Want, readonly ClaimKind[]>> = {
	amount: ["figure"],
	date: ["date"],
	role: ["attribution"],
	source: ["attribution", "figure", "quotation"],
	speech: ["quotation", "attribution", "statement"],
	wording: ["quotation"],
};

function byQuotation(story: Story, { quoted, topic, want }: Question): Answer | null {
	if (want !== "wording" && quoted === null) return null;
	const quotations = story.index
		.match(topic)
		.filter(({ claim, score }) => claim.kind === "quotation" && score >= BESIDE);
	const best = quotations[0]?.score ?? 0;
	const claims = quotations
		.filter(({ score }) => score >= best * ALSO)
		.map(({ claim }) => claim)
		.slice(0, 3);
	return claims.length === 0 ? null : showQuotation(story, claims);
}

function byRanking(story: Story, { want }: Question): Answer | null {
	return want === "ranking" ? answerRanking(story) : null;
}

function byFigure(story: Story, question: Question): Answer | null {
	const [figure] = question.figures;
	if (figure === undefined) return null;
	return holdFigure(story, stateFigure(story, question.text, figure));
}

const PERCENT = /\bpercent(?:age)?s?\b|%/iu;

function speaksOf(claim: Claim, time: string): boolean {
	return claim.reports.some(
		({ asOf, excerpt }) => asOf?.startsWith(time) || excerpt.text.includes(time),
	);
}

/** The years that a question names and no fitting claim does. */
function missingTimes(question: Question, claims: readonly Claim[]): readonly string[] {
	const years = question.dates
		.map(({ iso }) => iso?.slice(0, 4))
		.filter(year => year !== undefined);
	return years.filter(year => !claims.some(claim => speaksOf(claim, year)));
}

function withoutTimes(question: Question) {
	return question.topic.filter(
		({ word }) => !question.dates.some(({ text }) => text.toLowerCase().includes(word)),
	);
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

/** Sentences of outlets that a claim leaves silent and that speak of what was asked all the same. */
function besideSection(story: Story, question: Question, claim: Claim): Section {
	const entries = findSentences(story, question.topic)
		.filter(
			({ source, covered }) => claim.silent.includes(source.article.outlet) && covered >= BESIDE,
		)
		.map(entryOfSentence);
	return { heading: "On the same subject", entries };
}

function show(story: Story, { want }: Question, claims: readonly Claim[]): Answer {
	const [claim, ...others] = claims;
	if (claim === undefined) return answerNothing(story, "");
	if (claim.kind === "quotation") return showQuotation(story, [claim]);
	const shown = showClaim(story, claim, others);
	return want === "source" ? { ...shown, text: creditsInWords(claim) } : shown;
}

/** Who is credited with a claim, and which outlets print it without a source. */
function creditsInWords(claim: Claim): string {
	const bySource = new Map<string, string[]>();
	for (const { attribution, outlet } of claim.reports) {
		const source = attribution?.source ?? "";
		const outlets = bySource.get(source) ?? [];
		bySource.set(source, outlets.includes(outlet) ? outlets : [...outlets, outlet]);
	}
	const nobody = bySource.get("");
	bySource.delete("");
	const credits = [...bySource].map(([source, outlets]) => `${source} (by ${listed(outlets)})`);
	const named =
		credits.length === 0 ? "no outlet names a source" : `credited to ${listed(credits)}`;
	const unnamed =
		nobody === undefined || credits.length === 0
			? ""
			: `; ${listed(nobody)} ${nobody.length === 1 ? "names" : "name"} no source`;
	return `${claim.label}: ${named}${unnamed}.`;
}

function byClaim(story: Story, question: Question): Answer | null {
	const kinds = KINDS[question.want];
	const inPercent = question.want === "amount" && PERCENT.test(question.text);
	const matches = story.index
		.match(withoutTimes(question))
		.filter(({ claim, score }) => score >= ANSWERS && (kinds?.includes(claim.kind) ?? true))
		.filter(({ claim }) => !inPercent || claim.unit?.startsWith("percent") === true);
	const claims = preferTimes(
		question,
		matches.map(({ claim }) => claim),
	);
	if (claims.length === 0) return null;
	const missing = missingTimes(question, claims);
	if (missing.length > 0) return answerOtherTime(story, missing, claims);
	const [claim] = claims;
	if (claim === undefined) return null;
	const shown = show(story, question, claims);
	return withBeside(story, question, { shown, claim });
}

function preferTimes(question: Question, claims: readonly Claim[]): readonly Claim[] {
	const years = question.dates
		.map(({ iso }) => iso?.slice(0, 4))
		.filter(year => year !== undefined);
	const speaks = (claim: Claim) => years.every(year => speaksOf(claim, year));
	return [...claims.filter(speaks), ...claims.filter(claim => !speaks(claim))];
}

function withBeside(
	story: Story,
	question: Question,
	{ shown, claim }: { readonly shown: Answer; readonly claim: Claim },
): Answer {
	const beside = besideSection(story, question, claim);
	if (beside.entries.length === 0) return shown;
	const sections = [...shown.sections, beside];
	return { ...shown, sections, excerpts: excerptsIn(sections) };
}

function bySentence(story: Story, question: Question): Answer | null {
	const found = findSentences(story, question.topic).filter(({ covered }) => covered >= ANSWERS);
	if (found.length === 0) return null;
	const outlets = found.map(({ source }) => source.article.outlet);
	const sections = [{ heading: "What the outlets print", entries: found.map(entryOfSentence) }];
	return {
		...emptyAnswer(story, question.text),
		kind: "found",
		text: `${listed([...new Set(outlets)])} ${outlets.length === 1 ? "speaks" : "speak"} of this; the sentences are below.`,
		excerpts: excerptsIn(sections),
		silent: outletsOf(story).filter(outlet => !outlets.includes(outlet)),
		sections,
	};
}

// In this order: what is asked word for word first, then what a question takes for granted, for an
// answer must not confirm it unseen; then claims, which say most; then single sentences.
const STRATEGIES: readonly Strategy[] = [
	byQuotation,
	byRanking,
	byFigure,
	answerReversed,
	byClaim,
	bySentence,
];

/** `/ask question`: the answer from the coverage, or that it does not say. */
export function answerQuestion(story: Story, text: string): Answer {
	const question = readQuestion(story, text);
	if (question.topic.length === 0 && question.figures.length === 0) {
		return { ...answerNothing(story, text), question: text };
	}
	for (const strategy of STRATEGIES) {
		const answer = strategy(story, question);
		if (answer !== null) return { ...answer, question: text };
	}
	return answerNothing(story, text);
}
