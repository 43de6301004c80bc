import { roleHolder } from "../claims/attribution-claims.ts";
import type { Claim } from "../claims/claim.ts";
import type { SentenceMatch } from "../search/sentence-index.ts";
import { outletsOf, type Story } from "../snapshot.ts";
import { agentIn, answerOtherAgent, isOfAgent } from "./agent.ts";
import type { Answer, Section } from "./answer.ts";
import { speechIn } from "./asked-speech.ts";
import { claimInWords } from "./claim.ts";
import { answerNothing, checksOf, emptyAnswer, excerptsIn } from "./compose.ts";
import { creditsInWords } from "./credits.ts";
import { chosen, fitting } from "./fitting.ts";
import { foreseen } from "./forecast.ts";
import type { Match } from "./match.ts";
import { answerOtherTrend } from "./premise.ts";
import type { Question } from "./question.ts";
import { quotationInWords, sectionsOfQuotation } from "./quote.ts";
import { saidBy } from "./said-by.ts";
import { sectionOf, sectionsOf } from "./sections.ts";
import { BESIDE, canAnswer, entryOfSentence } from "./sentences.ts";
import { sectionsOfStatement, spokenIn, statementInWords } from "./statement.ts";
import { trendIn } from "./trend.ts";
import { listed, outletsReporting } from "./wording.ts";

const MAX_NEAREST = 3;

/** The answer where a time is asked about and what fits is of others, which are shown. */
function answerOtherTime(story: Story, times: readonly string[], claims: readonly Claim[]): Answer {
	const nearest = claims.filter(({ kind }) => kind === "figure").slice(0, MAX_NEAREST);
	const printed = nearest.map(claim => `“${claim.reports[0]?.printed ?? ""}” (${claim.label})`);
	const verb = nearest.length === 1 ? "Printed is" : "Printed are";
	const sections = nearest.map(claim => sectionOf(story, claim));
	return {
		...answerNothing(story, ""),
		text: `The coverage does not say: no outlet prints this for ${listed(times)}.${nearest.length === 0 ? "" : ` ${verb} ${listed(printed)}.`}`,
		claims: nearest,
		excerpts: excerptsIn(sections),
		sections,
	};
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
function sentencesBeside(
	story: Story,
	question: Question,
	silent: readonly string[],
): readonly SentenceMatch[] {
	return story.index
		.sentences(question.topic)
		.filter(({ source, covered }) => silent.includes(source.article.outlet) && covered >= BESIDE);
}

// Who says as much of what was asked, in a sentence that can answer, is not called silent.
const AS_WELL = 0.8;

/** The outlets that neither report the claims nor have a sentence that answers as well. */
function silentOf(
	story: Story,
	question: Question,
	{ silent, beside }: { silent: readonly string[]; beside: readonly SentenceMatch[] },
): readonly string[] {
	const best = story.index.sentences(question.topic)[0]?.covered ?? 0;
	const answers = canAnswer(story, question);
	const isAnswer = ({ covered, sentence }: SentenceMatch) =>
		covered >= best * AS_WELL && answers(sentence);
	const answering = beside.filter(isAnswer).map(({ source }) => source.article.outlet);
	return silent.filter(outlet => !answering.includes(outlet));
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
	return spokenIn(story, question, claim).outlets;
}

function show(story: Story, question: Question, claims: readonly Claim[]): Answer {
	const reporting = claims.flatMap(claim => outletsSpeaking(story, question, claim));
	const silent = outletsOf(story).filter(outlet => !reporting.includes(outlet));
	const beside = sentencesBeside(story, question, silent);
	const sections = [
		...sectionsFor(story, question, claims),
		{ heading: "On the same subject", entries: beside.map(entryOfSentence) },
	].filter(({ entries }) => entries.length > 0);
	return {
		...emptyAnswer(story, question.text),
		kind: claims.some(({ agreement }) => agreement === "differ") ? "differ" : "found",
		text: textFor(story, question, claims),
		claims,
		excerpts: excerptsIn(sections),
		silent: silentOf(story, question, { silent, beside }),
		checks: checksOf(claims),
		sections,
	};
}

/** Of what fits a question that has somebody do something, what is not told of somebody else. */
type DoneBy =
	| { readonly kind: "matches"; readonly matches: readonly Match[] }
	| { readonly kind: "others"; readonly answer: Answer };

// What is told of the one asked about must fit nearly as well as what is told of others.
const OWN_NEARLY = 0.8;

function doneBy(story: Story, { text }: Question, matches: readonly Match[]): DoneBy {
	const agent = agentIn(story, text);
	if (agent === null) return { kind: "matches", matches };
	const own = matches.filter(({ claim }) => isOfAgent(story, agent, claim));
	// Who somebody else is tells nothing of what the one asked about did.
	const [best] = matches.filter(({ claim }) => own.length > 0 || roleHolder(claim) === null);
	if (best === undefined || (own[0]?.score ?? 0) >= best.score * OWN_NEARLY) {
		return { kind: "matches", matches: own };
	}
	return { kind: "others", answer: answerOtherAgent(story, agent, best.claim) };
}

/**
 * The answer that the best fitting claims give, with sentences of other outlets on the same subject;
 * null where no claim fits.
 */
export function answerByClaim(story: Story, question: Question): Answer | null {
	const expected = foreseen(story, question);
	if (expected.length > 0) return show(story, question, expected);
	const found = fitting(story, question);
	if (found.kind === "other-times") {
		const times = found.times.map(({ text }) => text);
		return answerOtherTime(
			story,
			times,
			found.matches.map(({ claim }) => claim),
		);
	}
	if (found.matches.length === 0) return null;
	const done = doneBy(story, question, found.matches);
	if (done.kind === "others") return done.answer;
	if (done.matches.length === 0) return null;
	const said = saidBy(story, question, done.matches);
	// A single sentence may have what no claim has.
	if (said.kind === "nobody") return speechIn(question.text)?.isOpen === true ? null : said.answer;
	const fit = chosen(said.matches, question.want);
	// Who is silent on one thing may speak of the next.
	const claims = question.want === "silent" ? fit.slice(0, 1) : fit;
	const [first] = claims;
	const reversed =
		first?.kind === "figure" ? answerOtherTrend(story, trendIn(question.text), first) : null;
	return reversed ?? show(story, question, claims);
}
