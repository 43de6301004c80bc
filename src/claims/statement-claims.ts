import { extractFigures } from "../figures/extract.ts";
import { stems } from "../text/terms.ts";
import type { Draft } from "./assemble.ts";
import { type Circle, findCircles } from "./circles.ts";
import { assertedIn } from "./clause-phrase.ts";
import type { Weigh } from "./context.ts";
import { bestPhrase, sharedPhrase } from "./label.ts";
import type { Reading } from "./reading.ts";
import { byPublication, reportOf } from "./reports.ts";
import { readStrength } from "./strength.ts";

// A label has the words that its sentences were found by.
const KEY_WORTH = 3;

/** The nouns that the members share, in the words of the first; of a sentence alone, its most telling phrase. */
function topicOf({ members, phrase, label }: Circle, weigh: Weigh): string {
	if (label !== undefined) return label;
	const [center, ...others] = members;
	if (center === undefined) return "";
	const own = phrase === null ? undefined : center.phrases.get(phrase);
	if (others.length === 0)
		return own ?? bestPhrase(center.sentence.text, weigh) ?? center.sentence.text;
	const keys = new Set(phrase?.split(" "));
	const worth = (stem: string) => weigh(stem) * (keys.has(stem) ? KEY_WORTH : 1);
	const sentences = members.map(({ sentence }) => ({ sentence: sentence.text, without: [] }));
	return (
		sharedPhrase(sentences, worth, "any") ?? own ?? bestPhrase(center.sentence.text, weigh) ?? ""
	);
}

// A clause whose subject is a pronoun tells less, and so does one of a word or two.
const PRONOUN_WORTH = 0.6;
const FEWEST_STEMS = 2;

// A clause that says less than this share of what the best one says is no label in its place.
const WORTH_SAYING = 0.4;
// How much of a clause the other sentences must have for it to stand for them too, from 0 to 1.
const SAID_BY_OTHERS = 0.5;

interface Saying {
	readonly text: string;
	/** How much it tells of what the members share. */
	readonly told: number;
	/** How much of it the other members say, from 0 to 1. */
	readonly common: number;
}

/** Whether every number and day of a clause stands in each sentence that it would stand for. */
function isPrintedByAll(clause: string, { members }: Circle): boolean {
	if (members.length === 1) return true;
	const figures = extractFigures(clause).map(({ text }) => text.toLowerCase());
	return members.every(({ sentence }) => {
		const words = sentence.text.toLowerCase();
		return figures.every(each => words.includes(each));
	});
}

/** The clauses of the members that may stand for all of them. */
function sayingsOf(circle: Circle, weigh: Weigh): readonly Saying[] {
	const { members, phrase } = circle;
	const keys = new Set(phrase?.split(" ") ?? []);
	const sets = members.map(({ context }) => new Set(context.map(({ stem }) => stem)));
	const times = (stem: string) => sets.filter(set => set.has(stem)).length;
	const worth = (stem: string) =>
		weigh(stem) * (times(stem) / sets.length) ** 2 * (keys.has(stem) ? KEY_WORTH : 1);
	const total = (own: readonly string[], value: (stem: string) => number) =>
		own.reduce((sum, stem) => sum + value(stem), 0);
	return members
		.flatMap(({ sentence }) => assertedIn(sentence.text))
		.map(({ text, hasSubject }) => ({ text, hasSubject, own: [...new Set(stems(text))] }))
		.filter(({ text, own }) => own.length >= FEWEST_STEMS && isPrintedByAll(text, circle))
		.map(({ text, hasSubject, own }) => ({
			text,
			told: (total(own, worth) / Math.sqrt(own.length)) * (hasSubject ? 1 : PRONOUN_WORTH),
			common:
				sets.length === 1
					? 1
					: total(own, stem => (weigh(stem) * (times(stem) - 1)) / (sets.length - 1)) /
						total(own, weigh),
		}));
}

/**
 * What a circle may be called, the best first: by a clause that most of its sentences say, by what they
 * speak of, by any other clause.
 */
function labelsOf(circle: Circle, topic: string, weigh: Weigh): readonly string[] {
	const ranked = sayingsOf(circle, weigh).toSorted((a, b) => b.told - a.told);
	const least = WORTH_SAYING * (ranked[0]?.told ?? 0);
	const worthy = ranked.filter(({ told }) => told >= least);
	const texts = (some: readonly Saying[]) => some.map(({ text }) => text);
	return [
		...texts(worthy.filter(({ common }) => common >= SAID_BY_OTHERS)),
		...(isTelling(topic) ? [topic] : []),
		...texts(worthy.filter(({ common }) => common < SAID_BY_OTHERS)),
	];
}

/** Whether words tell what they are of: two at the least. */
const isTelling = (words: string) => stems(words).length >= FEWEST_STEMS;

interface Named {
	readonly circle: Circle;
	/** What its sentences speak of. */
	readonly topic: string;
	/** What they say of it. */
	readonly label: string;
}

/** Each circle with a label that none before it has, where its sentences have words for one. */
function nameEach(circles: readonly Circle[], weigh: Weigh): readonly Named[] {
	const taken = new Set<string>();
	return circles.map(circle => {
		const topic = topicOf(circle, weigh);
		const labels = labelsOf(circle, topic, weigh);
		const label = labels.find(each => !taken.has(each)) ?? labels[0] ?? topic;
		taken.add(label);
		return { circle, topic, label };
	});
}

function draftOf({ circle, topic, label }: Named): Draft {
	const members = circle.members.toSorted((a, b) => byPublication(a.reading.text, b.reading.text));
	const reports = members.map(({ reading, sentence }) => ({
		...reportOf(reading.text, sentence, sentence.text),
		strength: readStrength(sentence.text),
	}));
	return {
		kind: "statement",
		label,
		measure: topic,
		unit: null,
		reports,
		positions: [{ value: null, reports: reports.map((_, index) => index) }],
		difference: [],
	};
}

/**
 * What the articles assert without a figure: sentences of several outlets that say nearly the same or
 * share a phrase that is rare in the story, and each sentence that stands alone.
 */
export function statementDrafts(readings: readonly Reading[], weigh: Weigh): readonly Draft[] {
	return nameEach(findCircles(readings, weigh), weigh).map(draftOf);
}
