import type { Claim } from "../claims/claim.ts";
import { extractFigures } from "../figures/extract.ts";
import type { Story } from "../snapshot.ts";
import { agentIn, answerOtherAgent, isOfAgent } from "./agent.ts";
import { answerAgreement } from "./agreement.ts";
import type { Answer } from "./answer.ts";
import { speechIn } from "./asked-speech.ts";
import { claimUnitAsked } from "./asked-unit.ts";
import { answerByClaim } from "./by-claim.ts";
import { answeringSentences, byCarried, bySentence } from "./by-sentence.ts";
import { answerNothing, joinAnswers } from "./compose.ts";
import { noteCopies } from "./copies.ts";
import { creditsInWords } from "./credits.ts";
import { holdDay } from "./date-held.ts";
import { answerWhether } from "./deed-held.ts";
import { answerDefinition } from "./defined.ts";
import { noteHidden } from "./edited.ts";
import { answerExtreme } from "./extreme.ts";
import { type ForeignQuestion, readForeign } from "./foreign.ts";
import { halvesOf } from "./halves.ts";
import { narrowStory } from "./narrow.ts";
import { withNearest } from "./nearest.ts";
import { answerOnWhole } from "./on-whole.ts";
import { answerStranger, holdFigure } from "./premise.ts";
import { type Question, readQuestion } from "./question.ts";
import { answerOtherSpeaker, holdWords, isSpeech } from "./quotation-held.ts";
import { showQuotation } from "./quote.ts";
import { answerRanking } from "./ranking.ts";
import { answerReversed } from "./reversal.ts";
import { holdRole } from "./role-held.ts";
import { BESIDE } from "./sentences.ts";
import { showSentences } from "./sentences-shown.ts";
import { findSources, sourcesOf } from "./sources-named.ts";
import { answerSpeech, answerWhatSaid } from "./speech-held.ts";
import { stateFigure } from "./stated.ts";
import { tellingSentences } from "./telling.ts";
import { exactnessOf } from "./times.ts";
import { listed } from "./wording.ts";

type Strategy = (story: Story, question: Question) => Answer | null;

const NEARLY = 0.93;
const MAX_QUOTATIONS = 3;

/** Whom a question has say the words that it quotes; null where it names nobody. */
function speakerIn(story: Story, { text, quoted }: Question): string | null {
	if (quoted === null) return null;
	const rest = text.replace(quoted, "so");
	return findSources(rest, sourcesOf(story.claims))[0] ?? speechIn(rest)?.speaker ?? null;
}

function byQuotation(story: Story, question: Question): Answer | null {
	const { quoted, topic, want } = question;
	if (want !== "wording" && quoted === null) return null;
	if (quoted !== null && isSpeech(quoted)) {
		return holdWords(story, quoted, speakerIn(story, question));
	}
	const quotations = story.index
		.match(topic)
		.filter(({ claim, score }) => claim.kind === "quotation" && score >= BESIDE);
	const best = quotations[0]?.score ?? 0;
	const claims = quotations
		.filter(({ score }) => score >= best * NEARLY)
		.map(({ claim }) => claim)
		.slice(0, MAX_QUOTATIONS);
	const [first] = claims;
	if (first === undefined) return null;
	const speaker = speakerIn(story, question);
	return answerOtherSpeaker(story, speaker, first) ?? showQuotation(story, claims);
}

function byRanking(story: Story, { want }: Question): Answer | null {
	return want === "ranking" ? answerRanking(story) : null;
}

const HOW_MANY = /\bhow many\b/iu;

function byFigure(story: Story, question: Question): Answer | null {
	const [figure] = question.figures;
	if (figure === undefined) return null;
	const stranger = answerStranger(story, question.text, figure);
	if (stranger !== null) return stranger;
	const answer = holdFigure(story, stateFigure(story, question.text, figure));
	const [claim] = answer.claims;
	// "How many goods are under the 25% levy?" states what it asks of.
	const isOther = claim !== undefined && !claimUnitAsked(question)(claim);
	if (isOther && isFound(answer) && HOW_MANY.test(question.text)) return null;
	const agent = agentIn(story, question.text);
	if (agent !== null && claim !== undefined && isFound(answer) && !isOfAgent(story, agent, claim)) {
		return answerOtherAgent(story, agent, claim);
	}
	if (question.want !== "source" || claim === undefined || !isFound(answer)) return answer;
	return { ...answer, text: creditsInWords(claim) };
}

function byTelling(story: Story, question: Question): Answer | null {
	return showSentences(story, question, tellingSentences(story, question));
}

// A sentence that has nearly all of a question, and so much more than any report of a claim, answers it better.
const NEARLY_ALL = 0.9;
const FAR_BETTER = 0.25;

/** How much of a question the best report of an answer's first claim has, with what the claim is called. */
function reportedShare(
	story: Story,
	{ topic }: Question,
	{ label, measure, reports }: Claim,
): number {
	const shares = reports.map(({ excerpt }) =>
		story.index.covers(topic, `${label} ${measure} ${excerpt.text}`),
	);
	return Math.max(0, ...shares);
}

const WHEN = /^\W*when\b|\b(?:what|which) (?:day|date)\b/iu;

/** Whether a question after a day gets one from a claim that a sentence tells more vaguely: "in June" for June 25. */
function isVaguer(text: string, { kind, reports }: Claim, told: string): boolean {
	const printed = reports.map(report => exactnessOf(report.printed));
	const dates = extractFigures(told).filter(figure => figure.kind === "date");
	const most = Math.max(0, ...dates.map(date => exactnessOf(date.text)));
	return WHEN.test(text) && kind === "date" && most < Math.max(...printed);
}

/** What claims answer, save where a single sentence has far more of the question than the best of them. */
function byClaim(story: Story, question: Question): Answer | null {
	const answer = answerByClaim(story, question);
	const [claim] = answer?.claims ?? [];
	if (answer === null || claim === undefined || !isFound(answer)) return answer;
	// What one outlet says in several places is told by claims alone.
	if (question.outlets.length > 0) return answer;
	const [best] = answeringSentences(story, question);
	const needed = Math.max(NEARLY_ALL, reportedShare(story, question, claim) + FAR_BETTER);
	if (best === undefined || best.covered < needed) return answer;
	return isVaguer(question.text, claim, best.sentence.text) ? answer : null;
}

// In this order: what is asked word for word first, then what a question takes for granted, for an
// answer must not confirm it unseen; then claims, which say most; then single sentences.
const STRATEGIES: readonly Strategy[] = [
	byQuotation,
	byRanking,
	answerExtreme,
	byFigure,
	holdDay,
	holdRole,
	answerSpeech,
	answerWhether,
	answerReversed,
	answerDefinition,
	byTelling,
	byClaim,
	answerWhatSaid,
	bySentence,
	byCarried,
];

function noteCorrections(answer: Answer, { corrections }: Question): Answer {
	const notes = corrections.map(({ typed, read }) => `“${typed}” was read as “${read}”.`);
	return { ...answer, notes: [...answer.notes, ...notes] };
}

function answerFrom(story: Story, question: Question): Answer {
	for (const strategy of STRATEGIES) {
		const answer = strategy(story, question);
		if (answer !== null) return answer;
	}
	return answerNothing(story, question.text);
}

function isFound({ kind }: Answer): boolean {
	return kind === "found" || kind === "differ";
}

/** An answer from some outlets, with its claims as the whole story has them. */
function widened(story: Story, answer: Answer): Answer {
	const whole = (claim: Claim) => story.claims.find(({ id }) => id === claim.id) ?? claim;
	return { ...answer, claims: answer.claims.map(whole) };
}

// An outlet that has less of a question than this share of what the best has does not speak of it.
const OF_THE_BEST = 0.8;

/** Whether a part of a story answers; where it has only sentences, they must fit as well as those of the whole. */
function answersWell(
	answer: Answer,
	{ part, whole }: { readonly part: Story; readonly whole: Story },
	{ topic }: Question,
): boolean {
	const [claim] = answer.claims;
	if (!isFound(answer)) return false;
	if (claim !== undefined && claim.kind !== "statement") return true;
	const best = ({ index }: Story) => index.sentences(topic)[0]?.covered ?? 0;
	return best(part) >= best(whole) * OF_THE_BEST;
}

/** The answer to a question about some outlets by name: theirs, or that they have none and who has. */
function answerFromNamed(story: Story, question: Question): Answer {
	const agreement = answerAgreement(story, question);
	if (agreement !== null) return agreement;
	const part = narrowStory(story, question.outlets);
	const narrow = answerFrom(part, question);
	const found = answersWell(narrow, { part, whole: story }, question);
	if (found) return widened(story, narrow);
	const answer = answerFrom(story, question);
	const silent = question.outlets.filter(outlet => answer.silent.includes(outlet));
	if (!isFound(answer) || silent.length === 0) return answer;
	return { ...answer, text: `No report of this was found in ${listed(silent)}. ${answer.text}` };
}

/** An answer that says first which outlets have none, where that is asked. */
function withSilence(answer: Answer, { want }: Question): Answer {
	if (want !== "silent" || !isFound(answer)) return answer;
	const { silent, text } = answer;
	const first =
		silent.length === 0
			? "Every outlet held has a report of this."
			: `No report of this was found in ${listed(silent)}.`;
	return { ...answer, text: `${first} ${text}` };
}

function answerOne(story: Story, question: Question): Answer {
	const whole = answerOnWhole(story, question);
	if (whole !== null) return whole;
	if (question.topic.length === 0 && question.figures.length === 0) {
		return answerNothing(story, question.text);
	}
	const ofAll = question.outlets.length === 0 || question.want === "ranking";
	const answer = ofAll
		? withSilence(answerFrom(story, question), question)
		: answerFromNamed(story, question);
	return noteCorrections(answer, question);
}

/** The answer to both halves of a question, with what is asked before one that finds nothing; null where neither does. */
function answerHalves(story: Story, text: string): Answer | null {
	const halves = halvesOf(story, text);
	const answers = halves.map(half => answerOne(story, half));
	if (!answers.some(isFound)) return null;
	const told = answers.map((answer, index) =>
		isFound(answer)
			? answer
			: { ...answer, text: `On “${halves[index]?.text ?? ""}”: ${answer.text}` },
	);
	return joinAnswers(story, text, told);
}

// Of a question of which only the names are read, each must be met, or another thing would answer.
function needingNames(question: Question): Question {
	const topic = question.topic.map(term => ({ ...term, needed: term.word !== "cost" }));
	return { ...question, topic };
}

function answerForeign(story: Story, { read, note }: ForeignQuestion): Answer {
	const answer =
		read === null
			? answerNothing(story, "")
			: answerOne(story, needingNames(readQuestion(story, read)));
	return { ...answer, notes: [note, ...answer.notes] };
}

/** What is found to a question, or to both of its halves. */
function answerAsked(story: Story, text: string): Answer {
	const question = readQuestion(story, text);
	return answerHalves(story, text) ?? withNearest(story, question, answerOne(story, question));
}

/** `/ask question`: the answer from the coverage, or that it does not say. */
export function answerQuestion(story: Story, text: string): Answer {
	const foreign = readForeign(story, text);
	const answer = foreign === null ? answerAsked(story, text) : answerForeign(story, foreign);
	return noteHidden(story, noteCopies(story, { ...answer, question: text }));
}
