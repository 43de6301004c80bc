import type { Figure } from "../figures/figure.ts";
import { overlaps, type Span, slice } from "../text/span.ts";
import { readTerms } from "../text/terms.ts";
import { readWords, type Word, type WordClass } from "../text/words.ts";
import { clauseEndsIn } from "./clause.ts";
import { between, weightBetween } from "./context.ts";
import { type Predicate, predicateOf } from "./predicates.ts";

/** What happens to the things that a figure counts, and how closely the sentence says so. */
export interface ToldOf {
	readonly predicate: Predicate;
	/** Whether the figure's own clause says it. */
	readonly inClause: boolean;
}

// Further away than this, a word belongs to something else; see weightBetween.
const NEAR = 0.3;
const NEAR_MEASURED = 0.15;

// "All 19 escaped injury": what did not happen is not counted.
const AVERTED =
	/\b(?:escap(?:e|ed|es|ing)|avoid(?:ed|s|ing)?|without|no|prevent(?:ed|s|ing)?)\s+(?:\p{L}+\s+)?$/iu;
// "Gale force winds" is a class of winds, by which they are told and not measured.
const CLASS = /\bforce\s+$/iu;

// "That means two seats" averages nothing, and nothing on the ground was cancelled.
const OTHER_SENSE: readonly (readonly [word: RegExp, classes: ReadonlySet<WordClass>])[] = [
	[/^mean/iu, new Set(["VERB", "AUX"])],
	[/^ground/iu, new Set(["NOUN", "PROPN", "ADJ"])],
];

function isOtherSense(sentence: string, { start, end }: Span): boolean {
	const found = readWords(sentence).find(word => word.start <= start && end <= word.end);
	return OTHER_SENSE.some(
		([word, classes]) =>
			found !== undefined && word.test(found.text) && classes.has(found.wordClass),
	);
}

// "The Marram Consumer Price Index", "the Selm industrial average": a word of a name says nothing.
const NAME_AHEAD = /(?<=\S\s)\p{Lu}\S*\s(?:\p{Ll}+\s)?$/u;
const IN_NAME = /^(?:average|price|cost)$/iu;

function isInName(sentence: string, word: Span): boolean {
	const text = slice(sentence, word);
	return IN_NAME.test(text) && NAME_AHEAD.test(sentence.slice(0, word.start));
}

// "Cut power to 9,000 homes", "cut its crews to 40": what stands behind "to" is not what was cut.
const REACHED = /\S\sto\s(?:\p{L}+\s){0,2}$/u;

function isReached(sentence: string, { moves }: Predicate, word: Span, figure: Span): boolean {
	return moves === true && REACHED.test(sentence.slice(word.end - 1, figure.start));
}

// "Arrested a man in connection with 12 parcels": somebody else was.
const HAPPENED_TO =
	/^\s(?:an?|the|his|her|their|another)\s(?:[\p{L}-]+\s){1,3}(?:in|over|for|with|after|from)\s/iu;

function isOfAnother(sentence: string, { toll }: Predicate, word: Span, figure: Span): boolean {
	return (
		toll && word.end < figure.start && HAPPENED_TO.test(sentence.slice(word.end, figure.start))
	);
}

interface Candidate extends ToldOf {
	readonly weight: number;
}

/** What is told in units is told in no others; money is not killed, nor do an index's points get laid off. */
function mayTell({ units, toll, moves }: Predicate, figure: Figure): boolean {
	if (units !== undefined) return units.includes(figure.unit ?? "");
	if (figure.kind === "money") return !toll;
	return moves !== true || figure.unit !== "point";
}

function candidateAt(sentence: string, figure: Figure, word: Span & { text: string }) {
	const predicate = predicateOf(word.text);
	const before = sentence.slice(0, word.start);
	if (predicate === null || overlaps(word, figure) || !mayTell(predicate, figure)) return [];
	if (isInName(sentence, word) || isReached(sentence, predicate, word, figure)) return [];
	if (isOfAnother(sentence, predicate, word, figure) || isOtherSense(sentence, word)) return [];
	if (AVERTED.test(before) || CLASS.test(before)) return [];
	const weight = weightBetween(sentence, figure, word);
	const inClause = clauseEndsIn(slice(sentence, between(figure, word))) === 0;
	return weight < (figure.kind === "measure" ? NEAR_MEASURED : NEAR)
		? []
		: [{ predicate, inClause, weight }];
}

/**
 * What a sentence says of a figure in it, by the nearest word of the table of predicates; null where
 * none is near.
 *
 * @example toldOf("The fire injured 30.", figure)?.predicate.name // "injured"
 */
export function toldOf(sentence: string, figure: Figure): ToldOf | null {
	const found: readonly Candidate[] = readTerms(sentence).flatMap(term =>
		candidateAt(sentence, figure, term),
	);
	const [nearest] = found.toSorted((a, b) => b.weight - a.weight);
	return nearest ?? null;
}

/** What each of a sentence's figures is told of; a measure without words of its own has those of the one before it. */
export function toldOfEach(
	sentence: string,
	figures: readonly Figure[],
): ReadonlyMap<Figure, ToldOf | null> {
	const told = new Map(figures.map(figure => [figure, toldOf(sentence, figure)]));
	for (const [index, figure] of figures.entries()) {
		const before = figures.slice(0, index).findLast(({ kind }) => kind === "measure");
		if (figure.kind !== "measure" || told.get(figure) !== null || before === undefined) continue;
		const shared = told.get(before) ?? null;
		const sameUnit = before.unit === figure.unit;
		if (shared?.predicate.units !== undefined && sameUnit)
			told.set(figure, { ...shared, inClause: false });
	}
	return told;
}

const PER =
	/^[^,;.]{0,40}?\b(?:an?|one|per|each|every|any)\s(?:single\s)?(minute|hour|day)\b(?!\s(?:ago|before|earlier|later))/iu;
const EACH = /\b(hourly|daily)\s(?:\p{L}+\s){0,2}(?:of\s)?$/iu;

/** The time in which a measure gathers ("80 mm of rain an hour": "hour"); null where the sentence does not say. */
export function perTime(sentence: string, { kind, start, end }: Figure): string | null {
	if (kind !== "measure") return null;
	const behind = PER.exec(sentence.slice(end))?.[1]?.toLowerCase();
	const ahead = EACH.exec(sentence.slice(0, start))?.[1]?.toLowerCase();
	const each = ahead === undefined ? null : ahead === "daily" ? "day" : "hour";
	return behind ?? each;
}

const SMALL = new Set(["ADP", "DET", "PRON", "SCONJ"]);
// The tagger takes the second word of "Marram Shipping" for a verb.
const isCapital = ({ text, wordClass }: Word) => /^\p{Lu}/u.test(text) && !SMALL.has(wordClass);
const ACTS = new Set(["VERB", "AUX"]);

/** Whether a name has or does something: "Acme's", "Acme made", "Acme, which made"; not "in Oakton, it made". */
function isSubject(words: readonly Word[], first: number, end: number): boolean {
	const next = words[end];
	const acts = /^(?:['’]s?|,)$/u.test(next?.text ?? "") || ACTS.has(next?.wordClass ?? "");
	return acts && words[first - 1]?.wordClass !== "ADP";
}

/**
 * Whose a profit, a loss or a value is: the name nearest before the figure in its sentence that has or
 * does something; null where none stands there, and for what is nobody's.
 *
 * @example ownerOf("Acme Group's profit was $4 million.", figure, predicate) // "Acme Group"
 */
export function ownerOf(
	sentence: string,
	figure: Span,
	predicate: Predicate | null,
): string | null {
	if (predicate?.owned !== true) return null;
	const words = readWords(sentence).filter(({ end }) => end <= figure.start);
	const named = words.findLastIndex(word => word.wordClass === "PROPN" && isCapital(word));
	const first = words.findLastIndex((word, index) => index < named && !isCapital(word)) + 1;
	const after = words.findIndex((word, index) => index > named && !isCapital(word));
	if (named < 0 || after < 0 || !isSubject(words, first, after)) return null;
	const [start, end] = [words[first]?.start ?? 0, words[after - 1]?.end ?? 0];
	return slice(sentence, { start, end });
}
