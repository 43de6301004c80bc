import type { Sentence } from "../corpus/passage.ts";
import { frequencyRank } from "../text/meaning.ts";
import { slice } from "../text/span.ts";
import { readTerms } from "../text/terms.ts";
import { type Context, contextOf, type Weigh } from "./context.ts";
import { compareAll } from "./context-table.ts";
import { nounPhrases } from "./label.ts";
import type { Reading } from "./reading.ts";

/** A sentence that asserts something, with what tells whether others assert the same. */
export interface Assertion {
	readonly reading: Reading;
	readonly sentence: Sentence;
	readonly context: Context;
	/** The stems of its noun phrases, and how each phrase is printed. */
	readonly phrases: ReadonlyMap<string, string>;
}

/** How alike two assertions are, from 0 to 1. */
type Alike = (a: Assertion, b: Assertion) => number;

/** Sentences of several articles that speak of one thing, one or none an article. */
export interface Circle {
	readonly members: readonly Assertion[];
	/** How alike the members are, from 0 to 1. */
	readonly likeness: number;
	/** The words that they share; null where they are alike without a phrase in common. */
	readonly phrase: string | null;
	/** What it is called, where that is known already. */
	readonly label?: string;
}

const MIN_TERMS = 4;
const ASSERTING = new Set(["paragraph", "item"]);

// More frequent words ("industry", "control") stand in sentences that say nothing alike.
const TELLING_RANK = 1000;

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

function nearestTo(center: Assertion, others: readonly Assertion[], alike: Alike) {
	let best: { assertion: Assertion; likeness: number } | null = null;
	for (const assertion of others) {
		const likeness = alike(center, assertion);
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
function circleAround(center: Assertion, { all, needed, phrase }: Others, alike: Alike): Circle {
	const near = all
		.filter(assertions => assertions[0]?.reading !== center.reading)
		.map(assertions => nearestTo(center, assertions, alike))
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
function circlesByPhrase(all: readonly (readonly Assertion[])[], alike: Alike): readonly Circle[] {
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
		const circle = widest(holders.map(center => circleAround(center, others, alike)));
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
		const isAlike = circle.phrase === null && other.phrase === null;
		return both === 1 && (other.members.length === 1 || isAlike);
	}
	if (sameArticles(circle, other)) return both * 2 >= circle.members.length;
	return circle.phrase !== null && both === circle.members.length;
}

/** The circles that tell something of their own: the widest, and of those the most alike, first. */
function distinct(circles: readonly Circle[]): readonly Circle[] {
	const kept: Circle[] = [];
	const inOrder = circles.toSorted(
		(a, b) =>
			b.members.length - a.members.length ||
			b.likeness - a.likeness ||
			Number(a.phrase === null) - Number(b.phrase === null),
	);
	for (const circle of inOrder) if (!kept.some(other => isTold(circle, other))) kept.push(circle);
	return kept;
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

// A sentence that says several things of its own is called by the first of them.
const MAX_PHRASES = 3;

/** A sentence by itself, where phrases of it have words that no other article has; they are its label. */
function circlesAlone(all: readonly (readonly Assertion[])[]): readonly Circle[] {
	const own = ownStems(all);
	const isOwn = (key: string) => {
		const stems = key.split(" ");
		return stems.length > 1 && stems.some(stem => own.has(stem));
	};
	return all.flat().flatMap(assertion => {
		const keys = [...assertion.phrases.keys()].filter(isOwn);
		const [phrase] = keys;
		if (phrase === undefined) return [];
		const printed = new Set(keys.map(key => assertion.phrases.get(key) ?? ""));
		const label = [...printed].slice(0, MAX_PHRASES).join(", ");
		return [{ members: [assertion], likeness: 0, phrase, label }];
	});
}

function compare(assertions: readonly Assertion[], weigh: Weigh): Alike {
	const places = new Map(assertions.map((assertion, place) => [assertion, place]));
	const alike = compareAll(
		assertions.map(({ context }) => context),
		weigh,
	);
	return (a, b) => alike(places.get(a) ?? -1, places.get(b) ?? -1);
}

/**
 * The sentences that say nearly the same in several articles, that share a phrase which is rare in the
 * story, or that stand alone with words of their own; none that tells no more than another.
 */
export function findCircles(readings: readonly Reading[], weigh: Weigh): readonly Circle[] {
	const all = readings.map(assertionsOf);
	const alike = compare(all.flat(), weigh);
	const others = { all, needed: SAME, phrase: null };
	return distinct([
		...all.flat().map(center => circleAround(center, others, alike)),
		...circlesByPhrase(all, alike),
		...circlesAlone(all),
	]);
}
