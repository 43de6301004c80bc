import type { Sentence } from "../corpus/passage.ts";
import type { SentenceMatch } from "../search/sentence-index.ts";
import type { Story } from "../snapshot.ts";
import { actsIn, agentIn } from "./agent.ts";
import type { Answer } from "./answer.ts";
import { tellsDoneToMany, tellsOfDay } from "./deed-held.ts";
import { keepsTheme, speaksOfAll } from "./hinges.ts";
import { tellsWhere } from "./movement.ts";
import { tellsPlace } from "./place-held.ts";
import type { Question } from "./question.ts";
import { scopeOf } from "./scope.ts";
import { ANSWERS, canAnswer } from "./sentences.ts";
import { showSentences } from "./sentences-shown.ts";
import { tellsOfThing } from "./thing-held.ts";

/**
 * Whether a sentence may answer a question, read with the words around it that it needs: it tells what is
 * asked for, of what and whom it is asked, and speaks of all that the question hinges on.
 */
function mayAnswer(
	story: Story,
	question: Question,
): (sentence: Sentence, read: string) => boolean {
	const scope = scopeOf(story, question);
	const agent = agentIn(story, question.text);
	const tellsDay = tellsOfDay(story, question);
	const speaks = speaksOfAll(story, question);
	const keeps = keepsTheme(story, question);
	const answers = canAnswer(story, question);
	const goes = tellsWhere(story, question);
	const ofThing = tellsOfThing(story, question);
	const isDone = tellsDoneToMany(story, question);
	const ofPlace = tellsPlace(story, question);
	return (sentence, read) =>
		answers(sentence) &&
		speaks(read) &&
		keeps(read) &&
		ofThing(sentence.text) &&
		ofPlace(sentence.text) &&
		isDone(sentence.text) &&
		goes(sentence.text) &&
		scope.hasSentence(read) &&
		tellsDay(sentence.text) &&
		(agent === null || actsIn(story, agent, sentence.text) !== false);
}

/** Of each article the sentence that answers best, the best article first. */
export function answeringSentences(story: Story, question: Question): readonly SentenceMatch[] {
	const answers = mayAnswer(story, question);
	return story.index
		.sentences(question.topic, each => answers(each, each.text))
		.filter(({ covered }) => covered >= ANSWERS);
}

/** The answer that single sentences give; null where none does. */
export function bySentence(story: Story, question: Question): Answer | null {
	return showSentences(story, question, answeringSentences(story, question));
}

// How much of what is asked a sentence must say itself, and how much with the one before it.
const OWN = 0.25;
const READ_ON = 0.62;

/** A figure or a day told of what the sentence before names: "She paid $5 for it." */
export function byCarried(story: Story, question: Question): Answer | null {
	const { topic, want } = question;
	if (want !== "amount" && want !== "date") return null;
	const answers = mayAnswer(story, question);
	const canFollow = (sentence: Sentence, before: Sentence) =>
		answers(sentence, `${before.text} ${sentence.text}`) &&
		story.index.covers(topic, sentence.text) >= OWN;
	const found = story.index.carried(topic, canFollow).filter(({ covered }) => covered >= READ_ON);
	return showSentences(
		story,
		question,
		found.flatMap(match => [match, { ...match, sentence: match.before }]),
	);
}
