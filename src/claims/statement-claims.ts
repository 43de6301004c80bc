import type { Sentence } from "../corpus/passage.ts";
import { frequencyRank } from "../text/meaning.ts";
import { slice } from "../text/span.ts";
import { readTerms } from "../text/terms.ts";
import type { Draft } from "./assemble.ts";
import { type Context, contextOf, similarity, type Weigh } from "./context.ts";
import { bestPhrase, nounPhrases, sharedPhrase } from "./label.ts";
import type { Reading } from "./reading.ts";
import { byPublication, reportOf } from "./reports.ts";
import { readStrength } from "./strength.ts";

interface Assertion {
	readonly reading: Reading;
	readonly sentence: Sentence;
	readonly context: Context;
	/** The stems of its noun phrases, and how each phrase is printed. */
	readonly phrases: ReadonlyMap<string, string>;
}

/** Sentences of several articles that speak of one thing, one or none an article. */
interface Circle {
	readonly members: readonly Assertion[];
	/** How alike the members are, from 0 to 1. */
	readonly likeness: number;
	/** The words that they share; null where they are alike without a phrase in common. */
	readonly phrase: string | null;
}

const MIN_TERMS = 4;
const ASSERTING = new Set(["paragraph", "item"]);

// More frequent words ("industry", "control") stand in sentences that say nothing alike.
const TELLING_RANK = 1000;

// A label has the words that its sentences were found by.
const KEY_WORTH = 3;

function isTelling(word: string): boolean {
	const rank = frequencyRank(word);
	return rank === null || rank >= TELLING_RANK;
}

/** The keys under which a phrase is found elsewhere: the stems of each two words in a row, and telling single ones. */
function keysOf(phrase: string): readonly string[] {
	const terms = readTerms(phrase);
	const single = terms.filter(term => isTelling(slice(phrase, term).toLowerCase()));
	const pairs = terms.slice(1).map((term, index) => `${terms[index]?.text} ${term.text}`);
	return [...pairs, ...single.map(({ text }) => text)];
}

function phrasesOf(sentence: string): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	for (const span of nounPhrases(sentence)) {
		const phrase = slice(sentence, span);
		for (const key of keysOf(phrase)) if (!found.has(key)) found.set(key, phrase);
	}
	return found;
}

function assertionsOf(reading: Reading): readonly Assertion[] {
	return reading.sentences
		.filter(sentence => ASSERTING.has(sentence.passage.kind))
		.map(sentence => ({
			reading,
			sentence,
			context: contextOf(sentence.text),
			phrases: phrasesOf(sentence.text),
		}))
		.filter(({ context }) => context.length >= MIN_TERMS);
}

// How much of two sentences must be the same for them to say the same, from 0 to 1; and how much
// where they share a phrase besides.
const SAME = 0.34;
const SAME_WITH_PHRASE = 0.13;

function nearestTo(center: Assertion, others: readonly Assertion[], weigh: Weigh) {
	let best: { assertion: Assertion; likeness: number } | null = null;
	for (const assertion of others) {
		const likeness = similarity(center.context, assertion.context, weigh);
		if (likeness > (best?.likeness ?? 0)) best = { assertion, likeness };
	}
	return best;
}

interface Others {
	/** The assertions of each article, or those of them that may join. */
	readonly all: readonly (readonly Assertion[])[];
	readonly needed: number;
	readonly phrase: string | null;
}

/** A sentence with the nearest one of each other article, where one is near enough. */
function circleAround(center: Assertion, { all, needed, phrase }: Others, weigh: Weigh): Circle {
	const near = all
		.filter(assertions => assertions[0]?.reading !== center.reading)
		.map(assertions => nearestTo(center, assertions, weigh))
		.filter(found => found !== null)
		.filter(({ likeness }) => likeness >= needed);
	const sum = near.reduce((total, { likeness }) => total + likeness, 0);
	return {
		members: [center, ...near.map(({ assertion }) => assertion)],
		likeness: near.length === 0 ? 0 : sum / near.length,
		phrase,
	};
}

function widest(circles: readonly Circle[]): Circle | null {
	const [best] = circles.toSorted(
		(a, b) => b.members.length - a.members.length || b.likeness - a.likeness,
	);
	return best ?? null;
}

// A phrase that stands in more than this share of the sentences names the story, not a statement.
const MAX_SHARE = 0.12;

/** The articles' sentences that share a phrase, around the one that is most like the others. */
function circlesByPhrase(all: readonly (readonly Assertion[])[], weigh: Weigh): readonly Circle[] {
	const keys = new Map<string, Assertion[]>();
	for (const assertion of all.flat()) {
		for (const key of assertion.phrases.keys()) {
			keys.set(key, [...(keys.get(key) ?? []), assertion]);
		}
	}
	const most = Math.max(all.length, MAX_SHARE * all.flat().length);
	return [...keys].flatMap(([key, holders]) => {
		const articles = new Set(holders.map(({ reading }) => reading));
		if (articles.size < 2 || holders.length > most) return [];
		const perArticle = all.map(assertions => assertions.filter(each => holders.includes(each)));
		const others = { all: perArticle, needed: SAME_WITH_PHRASE, phrase: key };
		const circle = widest(holders.map(center => circleAround(center, others, weigh)));
		return circle !== null && circle.members.length > 1 ? [circle] : [];
	});
}

function shared(a: Circle, b: Circle): number {
	return a.members.filter(member => b.members.includes(member)).length;
}

function sameArticles(a: Circle, b: Circle): boolean {
	return (
		a.members.length === b.members.length &&
		a.members.every(({ reading }) => b.members.some(other => other.reading === reading))
	);
}

/** Whether a circle tells no more than another: half of its sentences, or all of them, are there. */
function isTold(circle: Circle, other: Circle): boolean {
	const both = shared(circle, other);
	if (circle.members.length === 1) {
		return (
			both === 1 &&
			(other.members.length === 1 || (circle.phrase === null && other.phrase === null))
		);
	}
	if (sameArticles(circle, other)) return both * 2 >= circle.members.length;
	return circle.phrase !== null && both === circle.members.length;
}

/** The circles that tell something of their own: the widest, and of those the most alike, first. */
function distinct(circles: readonly Circle[]): readonly Circle[] {
	const kept: Circle[] = [];
	const inOrder = circles.toSorted(
		(a, b) => b.members.length - a.members.length || b.likeness - a.likeness,
	);
	for (const circle of inOrder) if (!kept.some(other => isTold(circle, other))) kept.push(circle);
	return kept;
}

/** The words that the members share, in those of the first; of a sentence alone, its most telling phrase. */
function labelOf({ members, phrase }: Circle, weigh: Weigh): string {
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

function draftOf(circle: Circle, weigh: Weigh): Draft {
	const label = labelOf(circle, weigh);
	const members = circle.members.toSorted((a, b) => byPublication(a.reading.text, b.reading.text));
	const reports = members.map(({ reading, sentence }) => ({
		...reportOf(reading.text, sentence, sentence.text),
		strength: readStrength(sentence.text),
	}));
	return {
		kind: "statement",
		label,
		measure: label,
		unit: null,
		reports,
		positions: [{ value: null, reports: reports.map((_, index) => index) }],
		difference: [],
	};
}

/** The stems that only one article has. */
function ownStems(all: readonly (readonly Assertion[])[]): ReadonlySet<string> {
	const perArticle = all.map(
		assertions => new Set(assertions.flatMap(({ context }) => context.map(({ stem }) => stem))),
	);
	const times = new Map<string, number>();
	for (const stem of perArticle.flatMap(stems => [...stems])) {
		times.set(stem, (times.get(stem) ?? 0) + 1);
	}
	return new Set([...times].filter(([, articles]) => articles === 1).map(([stem]) => stem));
}

/** A sentence by itself, where a phrase of it has words that no other article has. */
function circlesAlone(all: readonly (readonly Assertion[])[]): readonly Circle[] {
	const own = ownStems(all);
	return all.flat().flatMap(assertion => {
		const phrase = [...assertion.phrases.keys()].find(key => {
			const stems = key.split(" ");
			return stems.length > 1 && stems.some(stem => own.has(stem));
		});
		return phrase === undefined ? [] : [{ members: [assertion], likeness: 0, phrase }];
	});
}

/**
 * What the articles assert without a figure: sentences of several outlets that say nearly the same or
 * share a phrase that is rare in the story, and each sentence that stands alone.
 */
export function statementDrafts(readings: readonly Reading[], weigh: Weigh): readonly Draft[] {
	const all = readings.map(assertionsOf);
	const alike = { all, needed: SAME, phrase: null };
	const circles = [
		...all.flat().map(center => circleAround(center, alike, weigh)),
		...circlesByPhrase(all, weigh),
		...circlesAlone(all),
	];
	return distinct(circles).map(circle => draftOf(circle, weigh));
}
