import type { Claim } from "../claims/claim.ts";
import { type Context, contextOf } from "../claims/context.ts";
import { cueKind } from "../quotations/cues.ts";
import type { SentenceMatch } from "../search/sentence-index.ts";
import type { Story } from "../snapshot.ts";
import {
	type Agent,
	actsIn,
	agentIn,
	DEED,
	deedOf,
	isTurnedRound,
	saysLittle,
	tellsDeed,
	tellsOfOther,
} from "./agent.ts";
import type { Answer } from "./answer.ts";
import { emptyAnswer, excerptsIn } from "./compose.ts";
import { type Question, WHETHER } from "./question.ts";
import { entryOfSentence, firstTelling, WHAT_TIME } from "./sentences.ts";
import { showSentences } from "./sentences-shown.ts";
import { trendIn } from "./trend.ts";
import { listed, unique } from "./wording.ts";

const WHEN = /^\W*(?:when|(?:(?:in|on) )?(?:what|which) (?:year|month|day|date))\b/iu;
// How much of what the deed is done to a sentence must name to be about it, from 0 to 1.
const ABOUT = 0.75;
// What one outlet tells so may be read wrongly; two are not.
const ENOUGH = 2;

/** What a question has somebody do it to: its words without the doer and the deed. */
function objectOf({ topic }: Question, { stems, deed }: Agent): Context {
	return topic
		.filter(({ stem }) => !stems.includes(stem) && stem !== deed?.stem)
		.map(term => (/^\p{Lu}/u.test(term.word) ? { ...term, needed: true } : term));
}

function answerOtherDoer(story: Story, { name }: Agent, others: readonly SentenceMatch[]): Answer {
	const outlets = unique(others.map(({ source }) => source.article.outlet));
	const entries = others.map(entryOfSentence);
	const sections = [{ heading: "What the outlets print instead", entries }];
	const [first] = entries;
	return {
		...emptyAnswer(story, null),
		kind: "contradicted",
		text: `No outlet says this of ${name}. ${listed(outlets)} tell it of others; ${first?.label ?? ""}: “${first?.excerpt?.text ?? ""}”`,
		excerpts: excerptsIn(sections),
		sections,
	};
}

/**
 * The answer to a question whether somebody did something: the sentences that tell it, or that they tell
 * it of others only; null where the coverage does neither clearly.
 */
export function answerWhether(story: Story, question: Question): Answer | null {
	const agent = WHETHER.test(question.text) ? agentIn(story, question.text) : null;
	if (agent === null || agent.deed === null) return null;
	const { deed } = agent;
	const object = objectOf(question, agent);
	if (object.length === 0) return null;
	const tellingsWhere = (isSo: (text: string) => boolean) =>
		firstTelling(
			story,
			text =>
				tellsDeed(deed, text, DEED.alike) &&
				isSo(text) &&
				story.index.covers(object, text) >= ABOUT,
		);
	const own = tellingsWhere(text => actsIn(story, agent, text) === true);
	const turned = tellingsWhere(text => isTurnedRound(story, agent, text));
	if (own.length > turned.length) return showSentences(story, question, own);
	const others = tellingsWhere(
		text => tellsOfOther(story, agent, text) || isTurnedRound(story, agent, text),
	);
	return others.length < ENOUGH ? null : answerOtherDoer(story, agent, others);
}

// To take office says little by its verb and means no room by its noun.
const TAKES_OFFICE = /\b(?:tak(?:e|es|en|ing)|took|assumed?)\s(?:up\s)?office\b/iu;
const TOOK_OFFICE =
	/\b(?:tak(?:e|es|en|ing)|took|assum(?:e|ed|es|ing)|in|into)\s(?:up\s)?office\b|\bsworn[\s-]in|\binaugurat/iu;

/**
 * Whether a sentence can tell when something happened that a question asks about: it tells it, and of the
 * one who is asked about; any can where no day is asked for.
 */
export function tellsOfDay(story: Story, { want, text }: Question): (sentence: string) => boolean {
	if (want !== "date" || WHAT_TIME.test(text)) return () => true;
	if (TAKES_OFFICE.test(text)) return sentence => TOOK_OFFICE.test(sentence);
	const agent = agentIn(story, text);
	const deed = agent?.deed ?? (WHEN.test(text) ? deedOf(text) : null);
	// To make landfall is told by its noun, and a statement by who made it.
	if (deed === null || saysLittle(deed.word) || cueKind(deed.word) === "say") return () => true;
	if (agent === null) return sentence => tellsDeed(deed, sentence, DEED.alike);
	return sentence =>
		tellsDeed(deed, sentence, DEED.same) && actsIn(story, agent, sentence) !== false;
}

/** Whether a claim of a day is of what a question asks the day of. */
export function tellsDayOf(story: Story, question: Question): (claim: Claim) => boolean {
	const tells = tellsOfDay(story, question);
	return ({ reports }) => reports.some(({ excerpt }) => tells(excerpt.text));
}

// Words of near use tell it too: the wounded were hit.
const NEAR_DEED = 0.4;
const DONE_TO_MANY =
	/\bhow many (?:\S+ ){1,5}?(?:will be|would be|were|was|have been|has been|had been|got|are being|were being) (?<deed>\p{L}+(?:ed|en|t))\b/iu;

/** Whether a sentence tells what a question has counted of whom it was done to: staff are not the dismissed. */
export function tellsDoneToMany(
	story: Story,
	{ text }: Pick<Question, "text">,
): (sentence: string) => boolean {
	const done = DONE_TO_MANY.exec(text)?.groups?.["deed"];
	// Where a number went is held to its trend.
	const [deed] = done === undefined || trendIn(done) !== null ? [] : contextOf(done);
	return sentence => deed === undefined || story.index.covers([deed], sentence) >= NEAR_DEED;
}
