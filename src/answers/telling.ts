import { isReportable } from "../claims/reading.ts";
import type { SentenceMatch } from "../search/sentence-index.ts";
import type { Story } from "../snapshot.ts";
import { actsIn, agentIn } from "./agent.ts";
import { tellsPlace } from "./place-held.ts";
import type { Question, Want } from "./question.ts";
import { ANSWERS } from "./sentences.ts";

/** How sentences tell what some questions ask for. */
const TELLING: Partial<Record<Want, RegExp>> = {
	place:
		/(?<!according )\b(?:in|at|near|around|off|across|toward|towards|to|from|over|on) (?:the )?(?:\p{Ll}+(?:ern)? )?\p{Lu}[\p{L}’'-]+/u,
	doubt:
		/\b(?:constraints?|challeng\w+|limit(?:s|ed|ations?)|obstacles?|doubt\w*|s[ck]eptic\w*|uncertain\w*|concerns?|worr(?:y|ies|ied)|trade-?offs?|difficult\w*|unlikely|unproven|hurdles?|risks?|warn\w*|critic\w*|questions?|fears?|problems?|drawbacks?|unclear)\b/iu,
};

// Beside a sentence that tells of a limit stands what is limited.
const WINDOW = 3;

function around({ sentences }: SentenceMatch["source"], at: number): string {
	return sentences
		.slice(Math.max(0, at - WINDOW), at + WINDOW + 1)
		.map(({ text }) => text)
		.join(" ");
}

/** Of each article the sentence that tells of a limit of what is asked about, and stands amid it. */
function doubting(story: Story, { topic }: Question, tells: RegExp): readonly SentenceMatch[] {
	return story.articles.flatMap(source => {
		const found = source.sentences.flatMap((sentence, at) => {
			if (!isReportable(sentence) || !tells.test(sentence.text)) return [];
			const covered = story.index.covers(topic, around(source, at));
			const own = story.index.covers(topic, sentence.text);
			return covered < ANSWERS ? [] : [{ source, sentence, covered: (covered + own) / 2 }];
		});
		return found.toSorted((a, b) => b.covered - a.covered).slice(0, 2);
	});
}

// "Based in Sunnyvale": what is asked about stands this many words before its place at most.
const NEAR_PLACE = 4;

/** What stands before each place that a text names, in lower case. */
function placesIn(text: string, place: RegExp): readonly string[] {
	const all = new RegExp(place.source, "gu");
	return Array.from(text.matchAll(all), ({ index }) => text.slice(0, index).toLowerCase());
}

function follows(before: string, words: readonly string[]): boolean {
	const near = before.split(/\W+/).filter(Boolean).slice(-NEAR_PLACE);
	return near.some(word => words.includes(word));
}

/**
 * Sentences that tell where, or what stands against something, for a question that asks that; none
 * for other questions.
 */
export function tellingSentences(story: Story, question: Question): readonly SentenceMatch[] {
	const tells = TELLING[question.want];
	if (tells === undefined) return [];
	if (question.want === "doubt") return doubting(story, question, tells);
	const agent = agentIn(story, question.text);
	const isOfAgent = (text: string) => agent === null || actsIn(story, agent, text) !== false;
	const ofPlace = tellsPlace(story, question);
	const telling = (canTell: (text: string) => boolean) =>
		story.index
			.sentences(question.topic, ({ text }) => canTell(text) && ofPlace(text) && isOfAgent(text))
			.filter(({ covered }) => covered >= ANSWERS);
	const words = question.topic.map(({ word }) => word);
	const near = telling(text => placesIn(text, tells).some(before => follows(before, words)));
	return near.length > 0 ? near : telling(text => tells.test(text));
}
