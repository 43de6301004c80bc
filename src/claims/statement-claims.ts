import type { Sentence } from "../corpus/passage.ts";
import { readTerms } from "../text/terms.ts";
import type { Draft } from "./assemble.ts";
import type { Report } from "./claim.ts";
import { type Context, contextOf, similarity, type Weigh } from "./context.ts";
import { bestPhrase } from "./label.ts";
import type { Reading } from "./reading.ts";
import { reportOf } from "./reports.ts";
import { readStrength } from "./strength.ts";

interface Assertion {
	readonly reading: Reading;
	readonly sentence: Sentence;
	readonly context: Context;
}

const MIN_TERMS = 4;
const ASSERTING = new Set(["paragraph", "item"]);

function assertionsOf(reading: Reading): readonly Assertion[] {
	return reading.sentences
		.filter(sentence => ASSERTING.has(sentence.passage.kind))
		.map(sentence => ({ reading, sentence, context: contextOf(sentence.text) }))
		.filter(({ context }) => context.length >= MIN_TERMS);
}

// How much of two sentences must be the same for them to assert the same thing, from 0 to 1.
const SAME = 0.34;

interface Star {
	readonly members: readonly Assertion[];
	/** The mean likeness of the others to the first. */
	readonly likeness: number;
}

function nearestIn(center: Assertion, others: readonly Assertion[], weigh: Weigh) {
	let best: { assertion: Assertion; likeness: number } | null = null;
	for (const assertion of others) {
		const likeness = similarity(center.context, assertion.context, weigh);
		if (likeness >= SAME && likeness > (best?.likeness ?? 0)) best = { assertion, likeness };
	}
	return best;
}

/** A sentence with the nearest one of each other article, where one is near enough. */
function starAround(center: Assertion, all: readonly (readonly Assertion[])[], weigh: Weigh): Star {
	const near = all
		.filter(assertions => assertions[0]?.reading !== center.reading)
		.map(assertions => nearestIn(center, assertions, weigh))
		.filter(found => found !== null);
	const sum = near.reduce((total, { likeness }) => total + likeness, 0);
	return {
		members: [center, ...near.map(({ assertion }) => assertion)],
		likeness: near.length === 0 ? 0 : sum / near.length,
	};
}

function isWithin(star: Star, other: Star): boolean {
	return star.members.every(member => other.members.includes(member));
}

/** The stars that say something of their own: the widest and most alike first, none within another. */
function distinctStars(stars: readonly Star[]): readonly Star[] {
	const kept: Star[] = [];
	const inOrder = stars.toSorted(
		(a, b) => b.members.length - a.members.length || b.likeness - a.likeness,
	);
	for (const star of inOrder) if (!kept.some(other => isWithin(star, other))) kept.push(star);
	return kept;
}

function stemsOf(assertion: Assertion): ReadonlySet<string> {
	return new Set(assertion.context.map(({ stem }) => stem));
}

function labelOf({ members }: Star, weigh: Weigh): string {
	const [center, ...others] = members;
	if (center === undefined) return "";
	const sets = others.map(stemsOf);
	const worth = (stem: string) => {
		const share = sets.filter(stems => stems.has(stem)).length / Math.max(1, sets.length);
		return weigh(stem) * (others.length === 0 ? 1 : share);
	};
	const phrase = bestPhrase(center.sentence.text, worth);
	return phrase ?? readTerms(center.sentence.text)[0]?.text ?? center.sentence.text;
}

function reportsOf({ members }: Star): readonly Report[] {
	return members.map(({ reading, sentence }) => ({
		...reportOf(reading.text, sentence, sentence.text),
		strength: readStrength(sentence.text),
	}));
}

function draftOf(star: Star, weigh: Weigh): Draft {
	const label = labelOf(star, weigh);
	const reports = reportsOf(star);
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

/** What the articles assert without a figure: each sentence with those of other outlets that say the same. */
export function statementDrafts(readings: readonly Reading[], weigh: Weigh): readonly Draft[] {
	const all = readings.map(assertionsOf);
	const stars = all.flat().map(center => starAround(center, all, weigh));
	return distinctStars(stars).map(star => draftOf(star, weigh));
}
